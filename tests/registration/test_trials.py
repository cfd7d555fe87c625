"""What a policy of the tenant refuses: what is tried leaves no credential behind, or its mark with it."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from installer import engine as verbs
from installer.demo import INSTANT, Reply, ResetAfter, ResetBefore, Rewritten, Rule, Status, Tenant
from installer.demo.scenarios import SecretPolicy
from installer.errors.base import SetupError
from installer.errors.policy import CredentialForbidden, LifetimeTooLong
from installer.events import Event, GraphCall
from installer.model import CredentialKind
from installer.texts import explain
from tests.engine import Engine
from tests.tenants import SCENARIOS, Start

TAG = "GlimpsOdspConnector"
SECRET, CERTIFICATE = CredentialKind.SECRET, CredentialKind.CERTIFICATE
LIMITED = {SECRET: "policy-lifetime", CERTIFICATE: "policy-certificate-lifetime"}
UNKNOWN = {"error": {"code": "Request_BadRequest", "message": "No password credential found with keyId 'x'."}}


def hidden(reply: Reply) -> Reply:
    """A server that does not know of any credential yet."""
    body = reply.body
    shown = {**body, **{name: [] for name in ("passwordCredentials", "keyCredentials") if name in body}}
    return Reply(reply.status, reply.headers, shown)


def looks(times: int | None) -> tuple[Rule, ...]:
    """The next reads of an application, alone or in a batch, are answered by a server that is behind."""
    path = r"/applications/[^/?]*\?.*(keyCredentials|passwordCredentials)"
    return tuple(Rule(Rewritten(hidden), host, "GET", path, times=times) for host in ("graph", "part"))


def unknown(times: int | None) -> Rule:
    """A removal is answered by a server that does not know the new secret yet."""
    return Rule(Status(400, body=UNKNOWN), method="POST", path="removePassword", times=times)


def left_in(tenant: Tenant) -> tuple[int, int]:
    """How many credentials and how many undelivered marks the application has."""
    (application,) = tenant.state.applications.values()
    marks = [tag for tag in application.resource["tags"] if tag.startswith(f"{TAG}Pending")]
    return len(tenant.state.secrets) + len(application.resource["keyCredentials"]), len(marks)


@pytest.mark.parametrize(
    ("scenario", "kind"),
    [("policy-no-secrets", SECRET), ("policy-no-credentials", SECRET), ("policy-no-credentials", CERTIFICATE)],
)
def test_no_credential_is_made_to_word_a_hint(scenario: str, kind: CredentialKind, start_tenant: Start) -> None:
    tenant = start_tenant(scenario)
    with pytest.raises(CredentialForbidden):
        Engine(tenant, kind=kind).register()
    tried = [request for request in tenant.requests if "addPassword" in request.path]
    keys = [
        request for request in tenant.requests if request.method == "PATCH" and "keyCredentials" in str(request.body)
    ]
    assert not (keys if kind is SECRET else tried)
    assert left_in(tenant) == (0, 0)


@pytest.mark.parametrize("kind", [SECRET, CERTIFICATE])
def test_a_trial_that_a_late_server_does_not_know_yet_is_removed_in_the_end(
    kind: CredentialKind, start_tenant: Start
) -> None:
    tenant = start_tenant(LIMITED[kind])
    late(tenant, times=3)
    with pytest.raises(LifetimeTooLong) as caught:
        Engine(tenant, kind=kind).register()
    assert (caught.value.longest, caught.value.left) == (180, False)
    assert left_in(tenant) == (0, 0)


@pytest.mark.parametrize("kind", [SECRET, CERTIFICATE])
def test_a_trial_whose_removal_is_not_certain_keeps_its_mark_and_the_next_run_removes_it(
    kind: CredentialKind, start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant(LIMITED[kind])
    late(tenant, times=None)
    with pytest.raises(LifetimeTooLong) as caught:
        Engine(tenant, kind=kind).register()
    assert caught.value.left
    credentials, marks = left_in(tenant)
    assert credentials == 1
    assert marks
    tenant.faults.clear()
    Engine(tenant, kind=kind, months=6).set_up(tmp_path / "b.age")
    assert left_in(tenant) == (1, 0)


def late(tenant: Tenant, times: int | None) -> None:
    """From the moment that a credential exists, the servers that answer do not know it, so often or for ever."""
    on = False

    def change(reply: Reply) -> Reply:
        nonlocal on
        if not on and left_in(tenant)[0]:
            on = True
            tenant.faults.add(*looks(times), unknown(times))
        return reply

    tenant.faults.add(
        Rule(Rewritten(change), method="POST", path="addPassword", times=None),
        Rule(Rewritten(change), "part", "PATCH", "/applications/", times=None),
    )


@pytest.mark.parametrize("fault", [ResetBefore(), ResetAfter()], ids=["before", "after"])
@pytest.mark.parametrize("path", ["addPassword", "removePassword"])
def test_a_lost_answer_to_a_trial_leaves_no_credential_without_a_mark(
    path: str, fault: ResetBefore | ResetAfter, start_tenant: Start, tmp_path: Path
) -> None:
    for behind in (False, True):
        tenant = start_tenant("policy-lifetime")
        if behind:
            late(tenant, None)
        tenant.faults.add(Rule(fault, method="POST", path=path, index=0 if path == "removePassword" else 6))
        with pytest.raises(LifetimeTooLong) as caught:
            Engine(tenant).register()
        credentials, marks = left_in(tenant)
        assert marks or not credentials
        assert caught.value.left or not credentials
        tenant.faults.clear()
        Engine(tenant, months=6).set_up(tmp_path / f"{behind}.age")
        assert left_in(tenant) == (1, 0)


def test_a_refusal_after_a_lost_answer_keeps_the_mark(start_tenant: Start) -> None:
    tenant = start_tenant()
    tenant.faults.add(
        *looks(None),
        Rule(ResetAfter(), method="POST", path="addPassword"),
        Rule(Status(403), method="POST", path="addPassword", index=1),
    )
    with pytest.raises(SetupError):
        Engine(tenant).register()
    assert left_in(tenant) == (1, 1)


def test_a_stray_that_a_late_server_hides_is_removed_before_the_mark_is(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    tenant.faults.add(*looks(6), Rule(ResetAfter(), method="POST", path="addPassword"))
    Engine(tenant).set_up(tmp_path / "b.age")
    assert left_in(tenant) == (1, 0)


class Killed(BaseException):
    """The power goes."""


@pytest.mark.parametrize("kind", [SECRET, pytest.param(CERTIFICATE, marks=pytest.mark.slow)])
def test_killed_after_any_request_of_a_trial_no_credential_is_without_a_mark(
    kind: CredentialKind, start_tenant: Start, tmp_path: Path
) -> None:
    for after in count(1):
        tenant = start_tenant(LIMITED[kind])
        engine = Dying(tenant, kind=kind)
        engine.left = after
        try:
            engine.register()
        except LifetimeTooLong:
            break
        except Killed:
            credentials, marks = left_in(tenant) if tenant.state.applications else (0, 0)
            assert marks or not credentials
            if credentials:
                Engine(tenant, kind=kind, months=6).set_up(tmp_path / f"{after}.age")
                assert left_in(tenant) == (1, 0)
    assert after > 10


class Dying(Engine):
    """A run that dies after so many of its requests."""

    left = 0

    def report(self, event: Event) -> None:
        super().report(event)
        if isinstance(event, GraphCall):
            self.left -= 1
            if self.left == 0:
                raise Killed


@pytest.mark.parametrize("kind", [SECRET, CERTIFICATE])
def test_a_policy_of_less_than_a_month_names_the_ways_that_are_left(kind: CredentialKind, start_tenant: Start) -> None:
    policy = SecretPolicy(20 if kind is SECRET else None, longest_certificate=20)
    with Tenant(replace(SCENARIOS["clean"], secret_policy=policy).with_delays(INSTANT)) as tenant:
        with pytest.raises(LifetimeTooLong) as caught:
            Engine(tenant, kind=kind).register()
        assert (caught.value.longest, caught.value.left) == (0, False)
        assert left_in(tenant) == (0, 0)
        words = explain(caught.value)
        assert "--months" not in words.console_hint
        assert "less than a month" in words.hint
        assert "Security Administrator" in words.hint
        assert "federation" in words.hint


@pytest.mark.parametrize("kind", [SECRET, CERTIFICATE])
@pytest.mark.parametrize("times", [3, None])
def test_a_credential_that_a_late_server_does_not_know_is_revoked_for_certain_or_stays_marked(
    times: int | None, kind: CredentialKind, start_tenant: Start
) -> None:
    tenant = start_tenant()
    registration = Engine(tenant, kind=kind).register()
    engine = Engine(tenant, kind=kind)
    tenant.faults.add(*looks(times), unknown(times))
    revoked = verbs.revoke(engine.connection, registration, engine.cancel, engine.report)
    assert (revoked, left_in(tenant)) == ((True, (0, 0)) if times else (False, (1, 1)))
