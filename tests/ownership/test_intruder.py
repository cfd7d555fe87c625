"""The person without a role against the console, way by way: he gets nothing that was not given knowingly."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from installer.demo import INSTANT, Tenant
from installer.demo.resources import new_id
from installer.errors.base import ExitCode
from installer.errors.ownership import DecisionNeeded
from installer.events import Event, Planned
from installer.model import ReasonCode
from tests.demo.client import client_of
from tests.faults.commands import Person
from tests.figures import Figures
from tests.ownership.intruder import TAG, UNIQUE_NAME, WIDE, Intruder
from tests.tenants import FULL, SCENARIOS

SETUP = ("setup", "--sign-in", "device-code")
PREPARE = ("prepare", "--sign-in", "device-code")
REDIRECT: dict[str, Any] = {"web": {"redirectUris": ["https://intruder.example/"]}}


@dataclass(frozen=True)
class Way:
    name: str
    prepare: Callable[[Intruder], Any]
    reasons: frozenset[ReasonCode]


def way(name: str, prepare: Callable[[Intruder], Any], *reasons: ReasonCode) -> Way:
    return Way(name, prepare, frozenset(reasons))


def _name(intruder: Intruder) -> None:
    intruder.register(signInAudience="AzureADMultipleOrgs", **REDIRECT)
    intruder.add_secret()


def _tag(intruder: Intruder) -> None:
    intruder.register(tags=[TAG])
    intruder.add_secret()
    intruder.leave()


def _unique_name(intruder: Intruder) -> None:
    intruder.register(UNIQUE_NAME, tags=[TAG])
    intruder.add_secret()
    intruder.leave()


def _wide(intruder: Intruder) -> None:
    intruder.register(UNIQUE_NAME, tags=[TAG], requiredResourceAccess=WIDE)
    intruder.leave()


def _owner(intruder: Intruder) -> None:
    intruder.register(UNIQUE_NAME, tags=[TAG])


def _federated(intruder: Intruder) -> None:
    intruder.register(UNIQUE_NAME, tags=[TAG])
    stored = intruder.client.tenant.state.applications[intruder.application["id"]]
    stored.federated.append(
        {
            "id": new_id(),
            "name": "GLIMPS",
            "issuer": "https://intruder.example",
            "subject": "he",
            "description": None,
            "audiences": ["api://AzureADTokenExchange"],
        }
    )
    intruder.leave()


def _principal(intruder: Intruder) -> None:
    intruder.register(UNIQUE_NAME, tags=[TAG])
    intruder.add_secret_to_principal()
    intruder.leave()


def _redirect(intruder: Intruder) -> None:
    intruder.register(UNIQUE_NAME, tags=[TAG], **REDIRECT, isFallbackPublicClient=True)
    intruder.leave()


WAYS = (
    way(
        "name",
        _name,
        ReasonCode.NAME_ONLY,
        ReasonCode.CREDENTIALS,
        ReasonCode.OWNERS,
        ReasonCode.AUDIENCE,
        ReasonCode.REDIRECT_URIS,
    ),
    way("tag", _tag, ReasonCode.NAME_ONLY, ReasonCode.CREDENTIALS),
    way("unique name", _unique_name, ReasonCode.CREDENTIALS),
    way("wide declaration", _wide, ReasonCode.DECLARED_PERMISSIONS),
    way("owner of a prepared one", _owner, ReasonCode.OWNERS),
    way("federated credential", _federated, ReasonCode.FEDERATED_CREDENTIALS),
    way("secret of the principal", _principal, ReasonCode.PRINCIPAL_CREDENTIALS),
    way("redirect address", _redirect, ReasonCode.REDIRECT_URIS, ReasonCode.PUBLIC_CLIENT),
)
EACH = pytest.mark.parametrize("intrusion", WAYS, ids=lambda intrusion: intrusion.name)


@pytest.fixture
def tenant() -> Iterator[Tenant]:
    """One where every member may register applications, which is Microsoft's default."""
    with Tenant(replace(SCENARIOS["clean"], consented=True).with_delays(INSTANT)) as tenant:
        yield tenant


@pytest.fixture
def intruder(tenant: Tenant) -> Iterator[Intruder]:
    with client_of(tenant) as client:
        intruder = Intruder(client)
        intruder.sign_in()
        yield intruder


@pytest.fixture
def person(tenant: Tenant, tmp_path: Path) -> Person:
    """The Global Administrator at the console."""
    return Person(tenant, tmp_path)


def granted(tenant: Tenant, intruder: Intruder) -> set[str]:
    """What the intruder's application holds."""
    principal = tenant.state.service_principal_by_app_id(intruder.application["appId"])
    return {held.resource["appRoleId"] for held in tenant.state.assignments_of(principal.id)} if principal else set()


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
        assert not granted(tenant, intruder)
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
        assert len(granted(tenant, intruder)) == len(FULL)
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
        assert not granted(tenant, intruder)
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
    assert len(granted(tenant, intruder)) == len(FULL)
    events = [json.loads(line) for line in person.said.getvalue().splitlines() if line.startswith("{")]
    (plan,) = (event for event in events if event["event"] == "plan")
    assert {change["subject"] for change in plan["changes"]} >= {*intruder.key_ids}, "each that he has is shown"
    before = bool(intruder.secrets)
    loot = intruder.loot()
    assert loot == (set(FULL) if intruder.secrets else set())
    assert before or ReasonCode.OWNERS in intrusion.reasons or not loot


def test_a_race_at_the_registration_is_told_and_what_was_written_is_taken_back(
    tenant: Tenant, intruder: Intruder, person: Person, figures: Figures
) -> None:
    def strike(event: Event) -> None:
        if isinstance(event, Planned) and not intruder.application:
            _unique_name(intruder)

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
        _owner(intruder)
        person.on_event = strike
        assert person.run((*SETUP, "--adopt")) == ExitCode.DECISION, "an owner was adopted, no secret"
        assert isinstance(person.error, DecisionNeeded)
        assert person.error.question.codes == (ReasonCode.CREDENTIALS,)
        assert not granted(tenant, intruder)
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
        _owner(intruder)
        intruder.add_secret()
        intruder.delete()
        assert person.run(SETUP) in (ExitCode.DONE, ExitCode.DECISION)
        assert not intruder.loot()
