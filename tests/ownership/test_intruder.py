"""The person without a role against the console, way by way: he gets nothing that was not given knowingly."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from installer.demo import Tenant
from installer.errors.base import ExitCode
from installer.errors.ownership import DecisionNeeded
from installer.events import Event, Planned
from installer.model import ReasonCode
from tests.faults.commands import Person
from tests.figures import Figures
from tests.ownership.intruder import TAG, UNIQUE_NAME, Intruder
from tests.ownership.ways import FOUND, Way, own, register_by_unique_name
from tests.tenants import FULL

SETUP = ("setup", "--sign-in", "device-code")
PREPARE = ("prepare", "--sign-in", "device-code")
EACH = pytest.mark.parametrize("intrusion", FOUND, ids=lambda intrusion: intrusion.name)


@EACH
@pytest.mark.parametrize("command", [SETUP, PREPARE])
def test_unasked_nothing_is_granted_and_each_reason_is_named(
    intrusion: Way, command: tuple[str, ...], tenant: Tenant, intruder: Intruder, person: Person, figures: Figures
) -> None:
    with figures.case("intruder: unasked"):
        intrusion.prepare(intruder)
        written = len([request for request in tenant.requests if request.method != "GET"])
        assert person.run(command) == ExitCode.DECISION
        assert isinstance(person.error, DecisionNeeded)
        assert set(person.error.question.codes) == intrusion.reasons
        later = [request for request in tenant.requests if request.method != "GET"][written:]
        assert {request.path for request in later} == {"/v1.0/$batch"}, "it only reads"
        assert not intruder.granted()
        assert not intruder.loot()


@EACH
def test_cleaned_his_credentials_are_dead_and_ours_work(
    intrusion: Way, tenant: Tenant, intruder: Intruder, person: Person, figures: Figures
) -> None:
    with figures.case("intruder: --clean"):
        intrusion.prepare(intruder)
        assert person.run((*SETUP, "--clean")) == ExitCode.DONE
        (application,) = tenant.state.applications.values()
        assert application.id == intruder.application["id"]
        assert len(intruder.granted()) == len(FULL)
        assert not intruder.loot()
        assert not application.owners
        assert not application.federated
        assert application.resource["web"]["redirectUris"] == []
        assert application.resource["signInAudience"] == "AzureADMyOrg"
        assert not application.resource["isFallbackPublicClient"]
        declared = [
            access for api in application.resource["requiredResourceAccess"] for access in api["resourceAccess"]
        ]
        assert len(declared) == len(FULL)
        assert person.delivered()


@EACH
def test_left_alone_his_application_has_nothing_and_another_is_ours(
    intrusion: Way, tenant: Tenant, intruder: Intruder, person: Person, figures: Figures
) -> None:
    with figures.case("intruder: --fresh"):
        intrusion.prepare(intruder)
        assert person.run((*SETUP, "--fresh")) == ExitCode.DONE
        assert len(tenant.state.applications) == 2
        assert not intruder.granted()
        assert not intruder.loot()
        assert person.run(SETUP) == ExitCode.DONE, "later runs take the one that holds the grants, and no reason"
        assert person.run((*SETUP, "--fresh")) == ExitCode.DONE
        assert len(tenant.state.applications) == 2
        assert not intruder.loot()


@EACH
def test_adopted_he_gets_what_was_knowingly_left_to_him(
    intrusion: Way, tenant: Tenant, intruder: Intruder, person: Person
) -> None:
    """This also shows that each way leads somewhere: only the decision stands between."""
    intrusion.prepare(intruder)
    assert person.run((*SETUP, "--adopt")) == ExitCode.DONE
    assert len(intruder.granted()) == len(FULL)
    events = [json.loads(line) for line in person.said.getvalue().splitlines() if line.startswith("{")]
    (plan,) = (event for event in events if event["event"] == "plan")
    assert {change["subject"] for change in plan["changes"]} >= {*intruder.key_ids}, "each that he has is shown"
    before = bool(intruder.secrets) or intruder.federated
    loot = intruder.loot()
    assert loot == (set(FULL) if intruder.secrets or intruder.federated else set())
    assert before or ReasonCode.OWNERS in intrusion.reasons or not loot


def test_a_race_at_the_registration_is_told_and_what_was_written_is_taken_back(
    tenant: Tenant, intruder: Intruder, person: Person, figures: Figures
) -> None:
    def strike(event: Event) -> None:
        if isinstance(event, Planned) and not intruder.application:
            register_by_unique_name(intruder)

    with figures.case("intruder: race at the registration"):
        person.on_event = strike
        assert person.run(SETUP) == ExitCode.DECISION
        assert isinstance(person.error, DecisionNeeded)
        assert person.error.question.codes == (ReasonCode.CREATED_MEANWHILE, ReasonCode.CREDENTIALS)
        assert set(person.error.changed) == {"displayName", "signInAudience", "notes", "requiredResourceAccess"}
        assert person.error.restored == ("requiredResourceAccess",)
        stored = tenant.state.applications[intruder.application["id"]].resource
        assert (stored["tags"], stored["requiredResourceAccess"]) == ([TAG], []), "his tag is his own doing"
        assert not intruder.loot()
        assert person.run((*SETUP, "--fresh")) == ExitCode.DONE
        assert not intruder.loot()


def test_what_comes_between_the_plan_and_the_grant_stops_it(
    tenant: Tenant, intruder: Intruder, person: Person, figures: Figures
) -> None:
    def strike(event: Event) -> None:
        if isinstance(event, Planned) and not intruder.secrets:
            assert intruder.add_secret()

    with figures.case("intruder: between plan and grant"):
        own(intruder)
        person.on_event = strike
        assert person.run((*SETUP, "--adopt")) == ExitCode.DECISION, "an owner was adopted, no secret"
        assert isinstance(person.error, DecisionNeeded)
        assert person.error.question.codes == (ReasonCode.CREDENTIALS,)
        assert not intruder.granted()
        assert not intruder.loot()


def test_beside_a_genuine_one_nobody_is_asked(
    tenant: Tenant, intruder: Intruder, person: Person, figures: Figures
) -> None:
    with figures.case("intruder: beside a genuine one"):
        assert person.run(SETUP) == ExitCode.DONE
        (genuine,) = tenant.state.applications.values()
        intruder.register(tags=[TAG])
        intruder.add_secret()
        assert person.run(SETUP) == ExitCode.DONE
        assert len(genuine.secrets) == 2
        assert not intruder.loot()


def test_out_of_the_bin_he_gets_nothing(tenant: Tenant, intruder: Intruder, person: Person, figures: Figures) -> None:
    with figures.case("intruder: out of the recycle bin"):
        own(intruder)
        intruder.add_secret()
        intruder.delete()
        assert person.run(SETUP) in (ExitCode.DONE, ExitCode.DECISION)
        assert not intruder.loot()


@pytest.mark.parametrize("living", [False, True], ids=["of a dead run", "of a living run"])
def test_a_forged_mark_of_an_undelivered_secret_keeps_none_of_his(
    living: bool, tenant: Tenant, intruder: Intruder, person: Person, figures: Figures
) -> None:
    """What a dead run left is no reason to ask, and goes before anything is granted."""
    with figures.case("intruder: forged marks"):
        now, form = datetime.fromtimestamp(tenant.backend.now(), UTC).replace(microsecond=0), "%Y%m%dT%H%M%SZ"
        end, since = now + timedelta(days=90), now - timedelta(minutes=1)
        run = f"-{since:{form}}-0123abcd-99" if living else ""
        intruder.register(UNIQUE_NAME, tags=[TAG, f"{TAG}Pending{end:{form}}{run}"])
        for _ in range(2):
            assert intruder.add_secret(displayName="odsp connector glimps", endDateTime=f"{end:%Y-%m-%dT%H:%M:%SZ}")
        intruder.leave()
        assert person.run(SETUP) == (ExitCode.DECISION if living else ExitCode.DONE)
        assert not intruder.loot()
