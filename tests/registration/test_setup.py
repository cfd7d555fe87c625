"""`setup` against the embedded tenant: what it makes, what it leaves alone, and what a second run finds."""

from pathlib import Path

import pytest

from installer.bundle.payload import CertificateCredential
from installer.cancel import Cancel
from installer.demo import BRISK, Delays, ResetAfter, ResetBefore, Rule, Tenant
from installer.errors.base import Cancelled
from installer.errors.ownership import DecisionNeeded
from installer.errors.policy import CredentialForbidden, LifetimeTooLong
from installer.errors.proof import VerificationFailed
from installer.errors.usage import AmbiguousApplication
from installer.events import Step, StepDone, Verified
from installer.model import GRAPH_APP_ID, CredentialKind, Decision, Fate, ReasonCode, Thing, rfc3339
from tests.engine import Engine
from tests.tenants import FULL, READ_ONLY, Start


def names(tenant: Tenant) -> list[str]:
    return [application.resource["displayName"] for application in tenant.state.applications.values()]


def test_a_clean_tenant_gets_one_application_each_grant_and_a_working_secret(
    start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant()
    engine = Engine(tenant)
    payload = engine.set_up(tmp_path / "b.age")
    assert names(tenant) == ["Microsoft ODSP Connector GLIMPS"]
    application = tenant.state.application_by_app_id(payload.application.client_id)
    assert application is not None
    assert application.resource["signInAudience"] == "AzureADMyOrg"
    assert application.resource["tags"] == [engine.manifest.tag]
    assert application.resource["uniqueName"] == "glimps-odsp-connector"
    required = application.resource["requiredResourceAccess"]
    assert [api["resourceAppId"] for api in required] == [GRAPH_APP_ID]
    assert len(required[0]["resourceAccess"]) == len(FULL)
    assert set(payload.granted) == set(FULL)
    assert len(tenant.state.assignments_of(payload.application.service_principal_id or "")) == len(FULL)
    (secret,) = tenant.state.secrets
    assert secret.value == payload.credential.secret.reveal()  # type: ignore[union-attr]
    assert secret.description == "odsp connector glimps"
    (verified,) = [event for event in engine.events if isinstance(event, Verified)]
    assert verified.proof.holds


def test_a_clean_tenant_takes_seven_graph_requests(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    Engine(tenant).set_up(tmp_path / "b.age")
    calls = [(request.method, request.path.partition("?")[0].removeprefix("/v1.0")) for request in tenant.requests]
    batch, register, secret = ("POST", "/$batch"), "/applications(uniqueName='glimps-odsp-connector')", "addPassword"
    assert [(method, path) for method, path in calls if not path.endswith(secret)] == [
        batch,
        ("PATCH", register),
        *[batch] * 4,
    ]
    assert calls[4][1].endswith(secret), "after the grants, and before the proof"


def test_a_second_run_only_adds_the_secret_that_it_is_there_to_deliver(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    Engine(tenant).set_up(tmp_path / "a.age")
    before = tenant.state.applications.copy()
    engine = Engine(tenant)
    lines = engine.plan(engine.inspect()).lines
    assert [line.status for line in lines if line.thing is not Thing.SECRET] == [Fate.KEPT] * (2 + len(FULL))
    engine.set_up(tmp_path / "b.age")
    assert tenant.state.applications.keys() == before.keys()
    assert len(tenant.state.secrets) == 2
    applications = tenant.state.applications.values()
    assert [application.resource["tags"] for application in applications] == [[engine.manifest.tag]]


def test_replication_delays_are_waited_out_without_an_error(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant(delays=BRISK)
    engine = Engine(tenant, Cancel())
    engine.set_up(tmp_path / "b.age")
    assert tenant.replication.refusals > 0
    done = [event.step for event in engine.events if isinstance(event, StepDone)]
    assert done == [
        Step.APPLICATION,
        Step.SERVICE_PRINCIPAL,
        Step.CONSENT,
        Step.CREDENTIAL,
        Step.TOKEN,
        Step.READS,
        Step.DELIVER,
    ]


def test_what_was_made_by_hand_is_completed_and_nothing_is_taken_away(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("existing-manual")
    (before,) = tenant.state.applications.values()
    old_secrets = {secret.value for secret in tenant.state.secrets}
    engine = Engine(tenant, decision=Decision.ADOPT)
    fates = {(line.thing, line.name): line.status for line in engine.plan(engine.inspect()).lines}
    assert fates[Thing.PERMISSION, "Files.ReadWrite.All"] is Fate.GRANTED
    assert fates[Thing.PERMISSION, "Sites.Read.All"] is Fate.KEPT
    payload = engine.set_up(tmp_path / "b.age")
    assert payload.application.client_id == before.app_id
    assert set(payload.granted) == set(FULL)
    assert old_secrets < {secret.value for secret in tenant.state.secrets}
    kinds = [
        access["type"]
        for api in tenant.state.applications[before.id].resource["requiredResourceAccess"]
        for access in api["resourceAccess"]
    ]
    assert sorted(kinds) == ["Role"] * len({*FULL, *READ_ONLY}) + ["Scope"]


def test_two_applications_of_the_name_are_never_chosen_between(start_tenant: Start) -> None:
    tenant = start_tenant("two-same-name")
    engine = Engine(tenant)
    with pytest.raises(AmbiguousApplication) as caught:
        engine.register()
    assert len(caught.value.candidates) == 2
    assert {request.method for request in tenant.requests} == {"POST"}, "only batches of reads"


def test_the_one_that_is_named_is_taken(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("two-same-name")
    wanted = next(iter(tenant.state.applications.values()))
    with pytest.raises(DecisionNeeded) as caught:
        Engine(tenant, app=wanted.app_id).register()
    assert caught.value.question.codes == (ReasonCode.CREDENTIALS,), "the name is answered, and nothing else"
    payload = Engine(tenant, app=wanted.app_id, decision=Decision.ADOPT).set_up(tmp_path / "b.age")
    assert payload.application.client_id == wanted.app_id


def test_a_privileged_role_administrator_can_do_it_all(start_tenant: Start, tmp_path: Path) -> None:
    assert set(Engine(start_tenant("privileged-role-admin")).set_up(tmp_path / "b.age").granted) == set(FULL)


def test_a_policy_on_lifetimes_is_told_with_the_longest_allowed(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("policy-lifetime")
    with pytest.raises(LifetimeTooLong) as caught:
        Engine(tenant).register()
    assert (caught.value.asked, caught.value.longest) == (365, 180)
    assert not tenant.state.secrets
    (application,) = tenant.state.applications.values()
    assert application.resource["tags"] == ["GlimpsOdspConnector"]
    Engine(tenant, months=6).set_up(tmp_path / "b.age")
    assert len(tenant.state.secrets) == 1


def test_a_policy_against_secrets_leaves_the_application_and_says_so(start_tenant: Start) -> None:
    tenant = start_tenant("policy-no-secrets")
    with pytest.raises(CredentialForbidden):
        Engine(tenant).register()
    assert len(tenant.state.applications) == 1
    assert not tenant.state.secrets


@pytest.mark.parametrize("fault", [ResetBefore(), ResetAfter()], ids=["before", "after"])
@pytest.mark.parametrize(
    ("method", "path", "index"),
    [
        *(("POST", r"\$batch", index) for index in range(5)),
        ("PATCH", "uniqueName", 0),
        ("POST", "addPassword", 0),
    ],
)
def test_a_lost_connection_is_survived_and_leaves_one_of_each(
    method: str, path: str, index: int, fault: ResetBefore | ResetAfter, start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant()
    tenant.faults.add(Rule(fault, method=method, path=path, index=index))
    payload = Engine(tenant).set_up(tmp_path / "b.age")
    assert tenant.faults.fired
    assert len(tenant.state.applications) == 1
    assert len(tenant.state.assignments_of(payload.application.service_principal_id or "")) == len(FULL)
    (secret,) = tenant.state.secrets
    assert secret.value == payload.credential.secret.reveal()  # type: ignore[union-attr]


def test_a_lost_answer_to_the_grant_is_survived_where_lists_are_late(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant(delays=Delays(listing=(1.0, 1.5)))
    tenant.faults.add(Rule(ResetAfter(), method="POST", path=r"\$batch", index=2))
    assert set(Engine(tenant, Cancel()).set_up(tmp_path / "b.age").granted) == set(FULL)
    assert tenant.faults.fired
    assert len(tenant.state.assignments) == len(FULL)


def test_a_run_that_died_before_delivery_leaves_a_secret_that_the_next_run_removes(
    start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant()
    Engine(tenant).register()  # proven, and then the power goes
    (lost,) = tenant.state.secrets
    engine = Engine(tenant)
    lines = engine.plan(engine.inspect()).lines
    assert (Thing.SECRET, Fate.CLEANED_UP) in [(line.thing, line.status) for line in lines]
    payload = engine.set_up(tmp_path / "b.age")
    (secret,) = tenant.state.secrets
    assert secret.value == payload.credential.secret.reveal() != lost.value  # type: ignore[union-attr]


def test_cancelling_after_the_secret_was_made_revokes_it(start_tenant: Start) -> None:
    tenant = start_tenant()
    engine = Engine(tenant)

    class Stopping(list):  # type: ignore[type-arg]
        def append(self, event: object) -> None:
            super().append(event)
            if isinstance(event, StepDone) and event.step is Step.CREDENTIAL:
                engine.cancel.request()

    engine.events = Stopping()
    with pytest.raises(Cancelled):
        engine.register()
    assert not tenant.state.secrets
    assert len(tenant.state.applications) == 1


def test_a_permission_that_does_not_reach_the_token_is_a_failed_proof_and_the_secret_goes(start_tenant: Start) -> None:
    tenant = start_tenant()
    engine = Engine(tenant)

    class Withdrawing(list):  # type: ignore[type-arg]
        def append(self, event: object) -> None:
            super().append(event)
            if isinstance(event, StepDone) and event.step is Step.CREDENTIAL:
                tenant.state.assignments.clear()

    engine.events = Withdrawing()
    with pytest.raises(VerificationFailed) as caught:
        engine.register()
    assert caught.value.revoked
    assert caught.value.proof is not None
    assert set(caught.value.proof.missing) == set(FULL)
    assert not tenant.state.secrets


def test_ours_in_the_recycle_bin_is_restored_and_repaired(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("deleted")
    engine = Engine(tenant)
    first = engine.plan(engine.inspect()).lines[0]
    assert (first.thing, first.status) == (Thing.APPLICATION, Fate.RESTORED)
    payload = engine.set_up(tmp_path / "b.age")
    assert not tenant.state.deleted_applications
    assert list(tenant.state.applications) == [payload.application.object_id]
    assert set(payload.granted) == set(FULL)


def test_a_certificate_is_made_registered_and_proven_beside_what_there_is(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("policy-no-secrets")
    first = Engine(tenant, kind=CredentialKind.CERTIFICATE).set_up(tmp_path / "a.age")
    second = Engine(tenant, kind=CredentialKind.CERTIFICATE).set_up(tmp_path / "b.age")
    (application,) = tenant.state.applications.values()
    keys = {key["keyId"]: key for key in application.resource["keyCredentials"]}
    assert set(keys) == {first.credential.key_id, second.credential.key_id}, "nobody's key is lost"
    assert isinstance(second.credential, CertificateCredential)
    stored = keys[second.credential.key_id]
    assert stored["customKeyIdentifier"] == second.credential.thumbprint_sha1
    assert stored["endDateTime"][:19] == rfc3339(second.credential.expires)[:19]
    assert second.connector.client_secret is None
    assert not tenant.state.secrets
    assert application.resource["tags"] == ["GlimpsOdspConnector"]


@pytest.mark.parametrize("fault", [ResetBefore(), ResetAfter()], ids=["before", "after"])
def test_a_lost_answer_about_a_certificate_leaves_one(
    fault: ResetBefore | ResetAfter, start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant()
    tenant.faults.add(Rule(fault, method="POST", path=r"\$batch", index=3))
    payload = Engine(tenant, kind=CredentialKind.CERTIFICATE).set_up(tmp_path / "b.age")
    (application,) = tenant.state.applications.values()
    assert [key["keyId"] for key in application.resource["keyCredentials"]] == [payload.credential.key_id]


def test_a_certificate_of_a_run_that_died_is_removed_by_the_next(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    Engine(tenant, kind=CredentialKind.CERTIFICATE).register()
    payload = Engine(tenant, kind=CredentialKind.CERTIFICATE).set_up(tmp_path / "b.age")
    (application,) = tenant.state.applications.values()
    assert [key["keyId"] for key in application.resource["keyCredentials"]] == [payload.credential.key_id]
