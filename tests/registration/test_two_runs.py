"""Two runs at the same time: whatever one does between two requests of the other, both end well."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from threading import Barrier, Thread
from typing import TypeVar

import pytest

from installer import engine as verbs
from installer.bundle.payload import CertificateCredential, Payload, SecretCredential
from installer.demo import INSTANT, Scenario, Tenant
from installer.errors.work import CredentialGone
from installer.events import Event, GraphCall, Step, StepDone
from installer.model import CredentialKind, Renew
from installer.presence import Presence
from installer.registration import settle
from installer.registration.tags import LONGEST_RUN, Mark, MarkedRun, marks
from tests.engine import Engine, FastClock
from tests.faults.commands import OURS
from tests.figures import Figures
from tests.tenants import FULL, SCENARIOS, Start

TAG = "GlimpsOdspConnector"


class Interrupted(Engine):
    """A run in which something happens after one of its requests."""

    def __init__(self, tenant: Tenant, after: int, then: Callable[[], object], **choices: CredentialKind) -> None:
        self.left, self.then = after, then
        super().__init__(tenant, FastClock(), **choices)  # type: ignore[arg-type]

    def report(self, event: Event) -> None:
        super().report(event)
        if isinstance(event, GraphCall):
            self.left -= 1
            if self.left == 0:
                self.then()


E = TypeVar("E", bound=Engine)


@dataclass(frozen=True)
class Pair:
    """Two runs of the same kind in a tenant."""

    name: str
    scenario: Scenario
    kind: CredentialKind = CredentialKind.SECRET
    renews: bool = False

    def __str__(self) -> str:
        return self.name

    def prepared(self, engine: E) -> E:
        if self.renews:
            engine.choices = Renew(engine.target, engine.choices.credential)  # type: ignore[assignment]
        return engine


DELETED = replace(
    SCENARIOS["deleted"], existing=tuple(replace(each, secret=None) for each in SCENARIOS["deleted"].existing)
)
"""Without a secret that a run would have to ask about which comes between its application and its service principal."""
PAIRS = (
    Pair("set-ups", SCENARIOS["clean"]),
    Pair("set-ups with certificates", SCENARIOS["clean"], CredentialKind.CERTIFICATE),
    Pair("set-ups of what was deleted", DELETED),
    Pair("renewals", OURS, renews=True),
    Pair("renewals with certificates", OURS, CredentialKind.CERTIFICATE, renews=True),
)


@pytest.mark.slow
@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_a_whole_run_between_any_two_requests_of_another_harms_neither(
    pair: Pair, figures: Figures, tmp_path: Path
) -> None:
    for after in count(1):
        with Tenant(pair.scenario.with_delays(INSTANT)) as tenant:
            before = credentials(tenant)
            paths = tmp_path / f"{after}-first.age", tmp_path / f"{after}-second.age"
            delivered: list[Payload] = []

            def neighbour(tenant: Tenant = tenant, path: Path = paths[1], told: list[Payload] = delivered) -> None:
                told.append(pair.prepared(Engine(tenant, FastClock(), kind=pair.kind)).set_up(path))

            first = pair.prepared(Interrupted(tenant, after, neighbour, kind=pair.kind))
            delivered.append(first.set_up(paths[0]))
            if first.left > 0:
                break  # it came to its end first
            with figures.case(f"two runs: {pair.name}"):
                check(tenant, before, delivered)
    assert after > 5


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_two_runs_side_by_side_both_deliver_what_works(pair: Pair, figures: Figures, tmp_path: Path) -> None:
    with Tenant(pair.scenario.with_delays(INSTANT), latency=0.02) as tenant, figures.case("two runs: side by side"):
        before, together = credentials(tenant), Barrier(2)
        delivered: list[Payload] = []

        def run(number: int) -> None:
            engine = pair.prepared(Engine(tenant, FastClock(), kind=pair.kind))
            together.wait()
            delivered.append(engine.set_up(tmp_path / f"{number}.age"))

        threads = [Thread(target=run, args=(number,)) for number in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        check(tenant, before, delivered)


def check(tenant: Tenant, before: set[str], delivered: list[Payload]) -> None:
    """One of each; the two credentials that were delivered, and no other; no mark."""
    (application,) = tenant.state.applications.values()
    assert not tenant.state.deleted_applications
    principal = tenant.state.service_principal_by_app_id(application.app_id)
    assert principal
    roles = [held.resource["appRoleId"] for held in tenant.state.assignments_of(principal.id)]
    assert len(roles) == len(set(roles)) == len(FULL)
    assert len(delivered) == 2
    assert {value_of(payload) for payload in delivered} == credentials(tenant) - before
    assert application.resource["tags"] == [TAG]


def value_of(payload: Payload) -> str:
    credential = payload.credential
    if isinstance(credential, SecretCredential):
        return credential.secret.reveal()
    assert isinstance(credential, CertificateCredential)
    return credential.thumbprint_sha1


def credentials(tenant: Tenant) -> set[str]:
    applications = (*tenant.state.applications.values(), *tenant.state.deleted_applications.values())
    keys = {str(key["customKeyIdentifier"]) for one in applications for key in one.resource["keyCredentials"]}
    return keys | {secret.value for one in applications for secret in one.secrets}


# --- marks ----------------------------------------------------------------------------------------------------------


def test_the_secret_of_a_run_at_work_is_left_alone_and_that_of_a_dead_one_goes(
    start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant()
    at_work = Engine(tenant).register()
    (living,) = tenant.state.secrets
    payload = Engine(tenant).set_up(tmp_path / "b.age")
    assert {secret.value for secret in tenant.state.secrets} == {living.value, value_of(payload)}
    (application,) = tenant.state.applications.values()
    assert len(marks(application.resource["tags"], TAG)) == 1, "its mark stands"
    del at_work  # the power goes
    Engine(tenant).set_up(tmp_path / "c.age")
    assert living.value not in {secret.value for secret in tenant.state.secrets}
    assert application.resource["tags"] == [TAG]


@pytest.mark.parametrize(("age", "goes"), [(LONGEST_RUN - timedelta(minutes=1), False), (LONGEST_RUN, True)])
def test_a_run_on_another_computer_counts_as_dead_after_an_hour(
    age: timedelta, goes: bool, start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant()
    engine = Engine(tenant)
    registration = engine.register()
    (application,) = tenant.state.applications.values()
    (mark,) = marks(application.resource["tags"], TAG).values()
    elsewhere = Mark(mark.end, MarkedRun(engine.connection.now() - age, "0123abcd-40000")).tag(TAG)
    application.resource["tags"] = [TAG, elsewhere]
    left = registration.credentials.credential.key_id
    Engine(tenant).set_up(tmp_path / "b.age")
    assert (left not in {secret.key_id for secret in tenant.state.secrets}) is goes
    assert application.resource["tags"] == ([TAG] if goes else [TAG, elsewhere])


@pytest.mark.parametrize(
    "tag",
    [
        f"{TAG}Pending",
        f"{TAG}PendingReview",
        f"{TAG}Pending20270231T000000Z",
        f"{TAG}Pending99999999T999999Z",
        f"{TAG}Pending20271124T093000Z-20261324T093000Z-0123abcd-1",
        f"{TAG}Pending20271124T093000Z-20261124T093000Z-0123abcd-99999",
        f"{TAG}Pending20271124T093000Z;",
    ],
)
def test_a_tag_that_only_begins_like_a_mark_ends_no_run_and_stays(
    tag: str, start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant()
    Engine(tenant).set_up(tmp_path / "a.age")
    (application,) = tenant.state.applications.values()
    application.resource["tags"].append(tag)
    Engine(tenant).set_up(tmp_path / "b.age")
    assert tag in application.resource["tags"] or marks([tag], TAG)
    assert len(tenant.state.secrets) == 2


def test_a_presence_is_seen_while_it_is_held_and_no_longer() -> None:
    from installer.presence import is_over

    held, other = Presence(), Presence()
    assert held.sign != other.sign
    assert not is_over(held.sign)
    held.close()
    assert is_over(held.sign)
    assert not is_over(other.sign)
    assert not is_over("0123abcd-" + other.sign.partition("-")[2]), "another computer"
    assert not is_over(other.sign.partition("-")[0] + "-0"), "a run that held no port"


# --- the last look --------------------------------------------------------------------------------------------------


def test_a_secret_that_somebody_removed_is_told_and_its_file_goes(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    engine = Engine(tenant, FastClock())
    registration = engine.register()
    (application,) = tenant.state.applications.values()
    application.secrets.clear()
    application.resource["passwordCredentials"].clear()
    path = tmp_path / "b.age"
    handover = verbs.Handover(verbs.parse_recipients(str(engine.identity.to_public())), path)
    with pytest.raises(CredentialGone):
        verbs.deliver_or_revoke(engine.connection, registration, handover, engine.cancel, engine.report)
    assert not path.exists()
    assert application.resource["tags"] == [TAG]
    payload = Engine(tenant).set_up(path)
    assert credentials(tenant) == {value_of(payload)}


def test_a_certificate_that_another_run_erased_is_put_back(start_tenant: Start) -> None:
    tenant = start_tenant()
    engine = Engine(tenant, FastClock(), kind=CredentialKind.CERTIFICATE)
    registration = engine.register()
    (application,) = tenant.state.applications.values()
    (thumbprint,) = credentials(tenant)
    application.resource["keyCredentials"] = []
    application.keys.clear()
    settle(engine.graph, registration)
    assert credentials(tenant) == {thumbprint}


def test_a_copy_of_the_directory_that_is_late_is_asked_again(start_tenant: Start) -> None:
    """The secret proved itself; a copy that does not show it yet is no reason to give it up."""
    tenant = start_tenant()
    clock = FastClock()
    engine = Engine(tenant, clock)
    registration = engine.register()
    (application,) = tenant.state.applications.values()
    shown, application.resource["passwordCredentials"] = application.resource["passwordCredentials"], []

    class Late(FastClock):
        def shielded(self) -> "Late":
            return self

        def wait(self, seconds: float) -> None:
            super().wait(seconds)
            if self.time > 20:
                application.resource["passwordCredentials"] = shown

    settle(replace(engine.graph, cancel=Late()), registration)
    assert application.resource["tags"] == [TAG]


def test_the_steps_of_a_run_that_was_overtaken_are_told_as_done(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    first = Interrupted(tenant, 1, lambda: Engine(tenant).set_up(tmp_path / "a.age"))
    first.set_up(tmp_path / "b.age")
    done = [event.step for event in first.events if isinstance(event, StepDone)]
    assert done[:2] == [Step.APPLICATION, Step.LOOK_AGAIN]
