"""What proves a new credential: the roles in its tokens. What is refused beside them is told, and destroys nothing."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from installer.demo import (
    INSTANT,
    BadGateway,
    ClaimsChallenge,
    ExpiredToken,
    ResetBefore,
    Rule,
    Status,
    Tenant,
)
from installer.demo.faults import Fault
from installer.errors.base import ExitCode, SetupError
from installer.errors.proof import (
    ApplicationBlocked,
    ApplicationDisabled,
    ApplicationRefused,
    NotRead,
    ReadRefused,
    Unproven,
    VerificationFailed,
)
from installer.events import Step, Verified, Warned
from installer.registration.verify import READS_BUDGET
from installer.retry import RENEWALS
from installer.sign_in.credential import APART_SECONDS, TOKENS
from installer.texts import explain
from tests.engine import Engine, FastClock
from tests.faults.commands import SETUP, Person
from tests.tenants import FULL, SCENARIOS, Start

OF_SHAREPOINT = ("Files.ReadWrite.All", "Sites.Read.All")
ROW = (TOKENS - 1) * APART_SECONDS
"""Seconds that the tokens of a proof take on a clock that only waits move."""


def warnings(run: Engine) -> list[SetupError]:
    return [event.problem for event in run.events if isinstance(event, Warned) if isinstance(event.problem, SetupError)]


def reads(run: Engine) -> dict[str, int]:
    (verified,) = [event for event in run.events if isinstance(event, Verified)]
    return dict(verified.proof.reads)


def refusing(tenant: Tenant, fault: Fault, times: int | None = None) -> None:
    """The trial reads are answered so, all at once."""
    tenant.faults.add(Rule(fault, method="POST", path=r"\$batch", index=3, times=times))


@pytest.mark.parametrize(
    ("scenario", "status", "said", "permissions"),
    [
        ("no-sharepoint", 400, "Tenant does not have a SPO license.", OF_SHAREPOINT),
        ("locked-root-site", 423, "Access to this site has been blocked.", ("Sites.Read.All",)),
    ],
)
def test_a_read_that_a_tenant_cannot_answer_is_a_warning_at_once_in_microsofts_words(
    scenario: str, status: int, said: str, permissions: tuple[str, ...], start_tenant: Start, tmp_path: Path
) -> None:
    tenant, clock = start_tenant(scenario), FastClock()
    run = Engine(tenant, clock)
    payload = run.set_up(tmp_path / "b.age")
    assert payload.proven
    assert [secret.value for secret in tenant.state.secrets] == [payload.credential.secret.reveal()]  # type: ignore[union-attr]
    (warning,) = warnings(run)
    assert isinstance(warning, ReadRefused)
    assert (warning.permissions, warning.status) == (permissions, status)
    assert said in explain(warning).what
    assert clock.time == ROW
    assert reads(run) == {name: status if name in permissions else 200 for name in FULL}


@pytest.mark.parametrize("status", [401, 403, 404])
def test_a_service_that_may_not_have_heard_of_the_consent_is_asked_for_a_minute(
    status: int, start_tenant: Start, tmp_path: Path
) -> None:
    tenant, clock = start_tenant(), FastClock()
    tenant.faults.add(Rule(Status(status), "part", "GET", "sites/root", times=None))
    run = Engine(tenant, clock)
    assert run.set_up(tmp_path / "b.age").proven
    assert READS_BUDGET - 10 < clock.time - ROW <= READS_BUDGET
    assert [type(warning) for warning in warnings(run)] == [ReadRefused]
    assert reads(run)["Sites.Read.All"] == status


def test_one_that_has_heard_of_it_by_then_is_no_warning(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    tenant.faults.add(Rule(Status(403), "part", "GET", "sites/root", times=3))
    run = Engine(tenant)
    run.set_up(tmp_path / "b.age")
    assert not warnings(run)
    assert set(reads(run).values()) == {200}


@pytest.mark.parametrize("status", [451, 500, 502])
def test_any_other_refusal_of_a_read_is_told_at_once(status: int, start_tenant: Start, tmp_path: Path) -> None:
    tenant, clock = start_tenant(), FastClock()
    tenant.faults.add(Rule(Status(status), "part", "GET", "drives", times=None))
    run = Engine(tenant, clock)
    assert run.set_up(tmp_path / "b.age").proven
    assert clock.time == ROW
    assert reads(run)["Files.ReadWrite.All"] == status


@pytest.mark.parametrize(
    ("fault", "kind", "status"),
    [
        (Status(403), ReadRefused, 403),
        (Status(451), ReadRefused, 451),
        (Status(429), NotRead, 429),
        (Status(503), NotRead, 503),
        (BadGateway(451), NotRead, 451),
        (BadGateway(502), NotRead, 502),
        (ExpiredToken(), ReadRefused, 401),
        (ClaimsChallenge(), ReadRefused, 401),
        (ResetBefore(), NotRead, None),
    ],
    ids=str,
)
def test_where_no_read_can_be_done_at_all_the_secret_is_kept(
    fault: Fault, kind: type[SetupError], status: int | None, start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant()
    refusing(tenant, fault)
    run = Engine(tenant)
    run.on_done[Step.READS] = tenant.faults.clear
    payload = run.set_up(tmp_path / "b.age")
    assert payload.proven
    assert len(tenant.state.secrets) == 1
    grants = [asked for asked in tenant.entra_requests if asked.body.get("grant_type") == "client_credentials"]
    assert len(grants) <= TOKENS + RENEWALS
    (warning,) = warnings(run)
    assert isinstance(warning, kind)
    assert set(warning.permissions) == set(FULL)  # type: ignore[attr-defined]
    assert reads(run) == ({} if status is None else dict.fromkeys(FULL, status))


def test_a_token_that_graph_wants_otherwise_is_made_anew_for_the_reads(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    refusing(tenant, ClaimsChallenge(), times=1)
    run = Engine(tenant)
    run.set_up(tmp_path / "b.age")
    assert not warnings(run)
    grants = [asked.body for asked in tenant.entra_requests if asked.body.get("grant_type") == "client_credentials"]
    assert len(grants) == TOKENS + 1
    assert "claims" in grants[-1]


@pytest.mark.parametrize("scenario", ["flapping-secret", "flapping-roles"])
def test_what_one_server_accepts_and_another_does_not_yet_is_waited_for(scenario: str, tmp_path: Path) -> None:
    clock = FastClock()
    with Tenant(SCENARIOS[scenario], now=lambda: time.time() + clock.time) as tenant:
        run = Engine(tenant, clock)
        assert run.set_up(tmp_path / "b.age").proven
        grants = [asked for asked in tenant.entra_requests if asked.body.get("grant_type") == "client_credentials"]
        accepted = [asked.status == 200 for asked in grants]
        assert accepted[-TOKENS:] == [True] * TOKENS
        assert 18 < clock.time < 40
        assert not warnings(run)


@pytest.mark.slow
@pytest.mark.parametrize("accept", [False, True])
def test_a_secret_that_is_not_accepted_everywhere_in_five_minutes_is_not_handed_over(
    accept: bool, start_tenant: Start
) -> None:
    tenant = start_tenant()
    refused = {"error": "invalid_client", "error_codes": [7000215], "error_description": "AADSTS7000215: Invalid."}
    run = Engine(tenant, accept_unproven=accept)
    rules = [Rule(Status(401, body=refused), "entra", "POST", "token", index=index) for index in range(1, 300, 2)]
    run.on_done[Step.CREDENTIAL] = lambda: tenant.faults.add(*rules)
    with pytest.raises(VerificationFailed) as caught:
        run.register()
    assert caught.value.code == 7000215
    assert "everywhere" in explain(caught.value).what
    assert not tenant.state.secrets


def disable(tenant: Tenant) -> None:
    (application,) = tenant.state.applications.values()
    principal = tenant.state.service_principal_by_app_id(application.app_id)
    assert principal is not None
    principal.resource["accountEnabled"] = False


REFUSED = [("workload-policy", ApplicationBlocked, 53003), ("clean", ApplicationDisabled, 7000112)]


@pytest.mark.parametrize(("scenario", "kind", "code"), REFUSED)
def test_an_application_that_may_not_sign_in_is_told_as_that_at_once_and_its_secret_goes(
    scenario: str, kind: type[ApplicationRefused], code: int, start_tenant: Start
) -> None:
    tenant, clock = start_tenant(scenario), FastClock()
    run = Engine(tenant, clock)
    if kind is ApplicationDisabled:
        run.on_done[Step.CREDENTIAL] = lambda: disable(tenant)
    with pytest.raises(kind) as caught:
        run.register()
    error = caught.value
    assert (error.exit_code, error.code, error.revoked) == (ExitCode.VERIFICATION, code, True)
    assert error.correlation_id
    words = explain(error)
    assert f"AADSTS{code}" in words.what
    assert words.option == "--accept-unproven"
    assert clock.time == 0
    assert not tenant.state.secrets
    assert len(tenant.state.applications) == 1


@pytest.mark.parametrize(("scenario", "kind", "code"), REFUSED)
def test_its_secret_is_delivered_unproven_where_that_is_accepted(
    scenario: str, kind: type[ApplicationRefused], code: int, start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant(scenario)
    run = Engine(tenant, accept_unproven=True)
    if kind is ApplicationDisabled:
        run.on_done[Step.CREDENTIAL] = lambda: disable(tenant)
    payload = run.set_up(tmp_path / "b.age")
    assert payload.proven is False
    assert set(payload.granted) == set(FULL), "as the directory has them"
    assert [secret.value for secret in tenant.state.secrets] == [payload.credential.secret.reveal()]  # type: ignore[union-attr]
    (warning,) = warnings(run)
    assert isinstance(warning, Unproven)
    assert f"AADSTS{code}" in explain(warning).what
    assert "revoked" not in explain(warning).sentence
    (verified,) = [event for event in run.events if isinstance(event, Verified)]
    assert not verified.proof.token


def test_a_proven_secret_is_delivered_as_proven_whatever_was_accepted(start_tenant: Start, tmp_path: Path) -> None:
    run = Engine(start_tenant(), accept_unproven=True)
    assert run.set_up(tmp_path / "b.age").proven
    assert not warnings(run)


def test_missing_roles_are_never_accepted(start_tenant: Start) -> None:
    tenant = start_tenant()
    run = Engine(tenant, accept_unproven=True)
    run.on_done[Step.CREDENTIAL] = tenant.state.assignments.clear
    with pytest.raises(VerificationFailed) as caught:
        run.register()
    assert set(caught.value.missing) == set(FULL)
    assert not tenant.state.secrets


@pytest.mark.parametrize(("status", "ends"), [(503, ExitCode.NETWORK), (400, ExitCode.DONE)])
def test_of_a_token_that_tells_nothing_only_an_answered_read_is_taken_for_a_permission(
    status: int, ends: ExitCode, tmp_path: Path
) -> None:
    with Tenant(replace(SCENARIOS["clean"], opaque_tokens=True).with_delays(INSTANT)) as tenant:
        person = Person(tenant, tmp_path)
        assert person.run(SETUP) == ExitCode.DONE
        tenant.faults.add(Rule(Status(status), host="part", times=None))
        code = person.run(("verify", "0.age"))
        assert code == ends, person.said.getvalue()
