"""How a run ends: what stays and how to end it, what is done when it stops, and whose application it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from installer.cancel import Cancel
from installer.demo import ResetBefore, Rule, Tenant
from installer.events import Event, Planned, Step, StepDone, StepStarted
from installer.model import Language
from installer.program import own_name
from installer.texts import use
from tests.console.checking import ran
from tests.engine import Hands
from tests.tenants import SCENARIOS

KEY = ("--recipient", "age1cy0su9fwf3gf9mw868g5yut09p6nytfmmnktexz2ya5uqg9vl9sss4euqm")


@pytest.fixture(autouse=True)
def _english(qapp: object) -> Iterator[None]:
    use(Language.EN)
    yield
    use(Language.EN)


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.mark.parametrize(
    ("language", "words", "when"),
    [(Language.EN, "  To remove it: ", "expires on "), (Language.FR, "  Suppression\u00a0: ", "expire le ")],
    ids=["en", "fr"],
)
def test_a_renewal_names_what_ends_when_and_how_to_remove_it(
    language: Language, words: str, when: str, hands: Hands, tmp_path: Path
) -> None:
    use(language)
    with Tenant(SCENARIOS["clean"], now=hands.tenant_time) as tenant:
        first = ran(tenant, "setup", "--yes", *KEY, "--out", str(tmp_path / "1.age"), hands=hands)
        assert words not in first.out, "there is nothing earlier"
        (old,) = tenant.state.secrets
        renewed = ran(tenant, "renew", "--yes", *KEY, "--out", str(tmp_path / "2.age"), hands=hands)
        (application,) = tenant.state.applications.values()
        lines = renewed.out.splitlines()
        number = next(number for number, line in enumerate(lines) if words in line)
        assert old.key_id in lines[number - 1]
        assert when in lines[number - 1]
        command = lines[number].partition(words)[2]
        assert command == f"{own_name()} remove --app {application.app_id} --key-id {old.key_id}"
        argv = command.removeprefix(f"{own_name()} remove ").split()
        assert ran(tenant, "remove", "--yes", *argv, hands=hands).code == 0
        assert old.key_id not in {secret.key_id for secret in tenant.state.secrets}
        assert len(tenant.state.secrets) == 1


@pytest.mark.parametrize("kind", ["secret", "certificate"])
def test_where_a_policy_may_forbid_both_kinds_every_way_left_is_named(kind: str, hands: Hands, tmp_path: Path) -> None:
    with Tenant(SCENARIOS["policy-no-credentials"], now=hands.tenant_time) as tenant:
        out = ("--credential", kind, *KEY, "--out", str(tmp_path / "c.age"), "--json", "--yes")
        ended = ran(tenant, "setup", *out, hands=hands)
        assert ended.code == 9
        error, other = ended.first("error"), {"secret": "certificate", "certificate": "secret"}[kind]
        assert error["title"] == f"Your tenant’s policy forbids {kind}s"
        assert f"If the policy forbids {other}s too" in error["hint"]
        (application,) = tenant.state.applications.values()
        assert f"exempt the application {application.app_id}" in error["hint"]
        assert "Security Administrator" in error["hint"]
        assert f"--credential {other}" in error["hint"]
        assert not tenant.state.secrets
        assert not application.resource["keyCredentials"]
        assert application.resource["tags"] == ["GlimpsOdspConnector"]
        federation = ("--credential", "federated", "--issuer", "https://issuer.example/", "--subject", "connector")
        assert "--credential federated" in error["hint"]
        file = ("--out", str(tmp_path / "ids.json"))
        assert ran(tenant, "setup", "--yes", *federation, *file, hands=hands).code == 0


def test_a_policy_against_secrets_alone_names_the_certificate_and_makes_none(hands: Hands, tmp_path: Path) -> None:
    with Tenant(SCENARIOS["policy-no-secrets"], now=hands.tenant_time) as tenant:
        out = (*KEY, "--out", str(tmp_path / "c.age"), "--json", "--yes")
        ended = ran(tenant, "setup", *out, hands=hands)
        assert "--credential certificate" in ended.first("error")["hint"]
        (application,) = tenant.state.applications.values()
        assert not application.resource["keyCredentials"]
        assert application.resource["tags"] == ["GlimpsOdspConnector"]


STOPS = [
    (
        "setup",
        Planned,
        "Stopped at your request. Nothing was changed.",
        "Arrêté à votre demande. Rien n’a été modifié.",
    ),
    (
        "setup",
        (StepDone, Step.APPLICATION),
        "Stopped at your request. Already done, and in place: App registration. No credential was created.",
        "Arrêté à votre demande. Déjà fait, et en place\u00a0: Inscription d’application. "
        "Aucune information d’identification n’a été créée.",
    ),
    (
        "setup",
        (StepStarted, Step.TOKEN),
        "Stopped at your request. Already done, and in place: App registration, Enterprise application, Admin consent. "
        "The new credential was revoked.",
        "Les nouvelles informations d’identification ont été révoquées.",
    ),
    (
        "setup",
        (StepStarted, Step.CREDENTIAL),
        "Stopped at your request. Already done, and in place: App registration, Enterprise application, Admin consent. "
        "The new credential may exist: the next run finds it, and removes it if it is lost.",
        "l’exécution suivante",
    ),
]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("by_key", [False, True], ids=["polite", "at a terminal"])
@pytest.mark.parametrize(("command", "moment", "english", "french"), STOPS)
def test_a_stop_names_what_is_done_and_what_stays(
    command: str,
    moment: object,
    english: str,
    french: str,
    by_key: bool,
    language: Language,
    hands: Hands,
    tmp_path: Path,
) -> None:
    """By a signal between two calls, or by the exception that Ctrl-C raises at a terminal."""
    use(language)

    def stop(event: Event, cancel: Cancel) -> None:
        here = (type(event), event.step) if isinstance(event, StepStarted | StepDone) else type(event)
        if here == moment and not cancel.requested:
            cancel.request()
            if by_key:
                raise KeyboardInterrupt

    with Tenant(SCENARIOS["clean"], now=hands.tenant_time) as tenant:
        out = (*KEY, "--out", str(tmp_path / "c.age"), "--json", "--yes")
        ended = ran(tenant, command, *out, hands=hands, on=stop)
        assert ended.code == 3
        error, finished = ended.first("error"), ended.events[-1]
        assert error["code"] == "cancelled"
        assert error["what"] == english if language is Language.EN else french in error["what"]
        assert bool(error["hint"]) == (moment is not Planned)
        assert not tenant.state.secrets
        assert len(tenant.state.applications) == (moment is not Planned)
        for event in (error, finished):
            assert event["tenant_id"] == tenant.state.tenant_id
            assert event.get("client_id") == next((each.app_id for each in tenant.state.applications.values()), None)
        assert ran(tenant, command, *out, hands=hands).code == 0


def test_a_secret_that_a_key_press_left_behind_is_not_called_in_place(hands: Hands, tmp_path: Path) -> None:
    def press(event: Event, _cancel: Cancel) -> None:
        if isinstance(event, StepDone) and event.step is Step.CREDENTIAL:
            raise KeyboardInterrupt

    with Tenant(SCENARIOS["clean"], now=hands.tenant_time) as tenant:
        out = (*KEY, "--out", str(tmp_path / "c.age"), "--json", "--yes")
        what = ran(tenant, "setup", *out, hands=hands, on=press).first("error")["what"]
        assert "Client secret" not in what
        assert "The new credential may exist: the next run finds it, and removes it if it is lost." in what
        assert ran(tenant, "setup", *out, hands=hands).code == 0
        assert len(tenant.state.secrets) == 1


def test_a_stop_of_a_removal_says_that_nothing_was_removed(hands: Hands, tmp_path: Path) -> None:
    with Tenant(SCENARIOS["clean"], now=hands.tenant_time) as tenant:
        ran(tenant, "setup", "--yes", *KEY, "--out", str(tmp_path / "c.age"), hands=hands)

        def stop(event: Event, cancel: Cancel) -> None:
            if isinstance(event, Planned):
                cancel.request()

        ended = ran(tenant, "remove", "--yes", "--json", hands=hands, on=stop)
        assert (ended.code, ended.first("error")["what"]) == (3, "Stopped at your request. Nothing was changed.")
        (application,) = tenant.state.applications.values()
        assert ended.events[-1]["client_id"] == application.app_id


FAILURES = [
    ("consent-forbidden", "setup", 5, ()),
    ("policy-no-secrets", "setup", 9, ()),
    ("workload-policy", "setup", 7, ()),
    ("default-member", "setup", 6, ()),
    ("clean", "setup", 10, (Rule(ResetBefore(), method="POST", path=r"\$batch", index=1, times=None),)),
    ("clean", "setup", 11, ()),
]


@pytest.mark.parametrize(("scenario", "command", "code", "rules"), FAILURES, ids=[str(row[2]) for row in FAILURES])
def test_a_run_that_registered_and_failed_tells_the_ids(
    scenario: str, command: str, code: int, rules: tuple[Rule, ...], hands: Hands, tmp_path: Path
) -> None:
    with Tenant(SCENARIOS[scenario], now=hands.tenant_time) as tenant:
        for rule in rules:
            tenant.faults.add(rule)
        folder = tmp_path / "there"
        folder.mkdir()

        def lose_the_folder(event: Event, _cancel: Cancel) -> None:
            if code == 11 and event == StepStarted(Step.CREDENTIAL):
                folder.rmdir()

        out = (*KEY, "--out", str(folder / "c.age"), "--json", "--yes")
        ended = ran(tenant, command, *out, hands=hands, on=lose_the_folder)
        assert ended.code == code, ended.err
        ((object_id, application),) = tenant.state.applications.items()
        ids = {"tenant_id": tenant.state.tenant_id, "client_id": application.app_id, "app_object_id": object_id}
        told = [event for event in ended.events if event["event"] in ("error", "finished")]
        for event in told:
            assert {key: event.get(key) for key in ids} == ids
        known = ended.first("application")
        assert (known["client_id"], known["app_object_id"]) == (application.app_id, object_id)
