"""What a decision does, finding by finding; what is asked, told and read; and what it costs."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from installer.demo import INSTANT, Tenant
from installer.demo.directory import Directory, StoredApplication, StoredServicePrincipal, new_secret
from installer.demo.faults import Rule, Status
from installer.demo.people import ANDREA, CAMILLE, DENIS, NADIA
from installer.demo.permissions import GRAPH_APP_ID, GRAPH_SP_ID, ROLE_IDS, SCOPES_BY_NAME
from installer.demo.replication import Delay, Spread
from installer.demo.resources import Json, new_id, new_service_principal, timestamp
from installer.demo.seeding import add_assignment, grant_delegated
from installer.errors.base import ExitCode
from installer.errors.ownership import DecisionNeeded
from installer.model import Decision, Owned, ReasonCode, Unread
from tests.engine import Engine
from tests.faults.commands import OURS, Person, Terminal
from tests.tenants import FULL, SCENARIOS, Start

SETUP, PREPARE, RENEW = (
    ("setup", "--sign-in", "browser"),
    ("prepare", "--sign-in", "browser"),
    ("renew", "--sign-in", "browser"),
)
PREPARED = SCENARIOS["prepared"]
OTHER_API = "00000002-0000-0ff1-ce00-000000000000"
"""Office 365 Exchange Online."""


@pytest.fixture
def start() -> Iterator[Callable[..., Tenant]]:
    """Starts a tenant of a scenario made up here."""
    running: list[Tenant] = []

    def start(scenario: object = PREPARED) -> Tenant:
        tenant = Tenant(scenario.with_delays(INSTANT)).__enter__()  # type: ignore[attr-defined]
        running.append(tenant)
        return tenant

    yield start
    for tenant in running:
        tenant.close()


def only(directory: Directory) -> tuple[StoredApplication, StoredServicePrincipal]:
    """The one application there, and its service principal."""
    (application,) = directory.applications.values()
    principal = directory.service_principal_by_app_id(application.app_id)
    assert principal is not None
    return application, principal


def settled(key: str) -> Delay:
    return Delay(Spread.LISTING, key, 0.0, 0.0)


def add_exchange(directory: Directory) -> StoredServicePrincipal:
    """Another API with a role and a scope of its own."""
    stub = {"displayName": "Office 365 Exchange Online", "appId": OTHER_API, "signInAudience": "AzureADMultipleOrgs"}
    resource = new_service_principal(new_id(), stub, new_id(), None)
    resource["appRoles"] = [
        {"id": "dc890d15-9560-4a4c-9b7f-a736ec74ec40", "isEnabled": True, "value": "full_access_as_app"}
    ]
    resource["oauth2PermissionScopes"] = [{"id": new_id(), "isEnabled": True, "value": "EWS.AccessAsUser.All"}]
    stored = StoredServicePrincipal(resource, settled(resource["id"]), settled(resource["id"]))
    directory.service_principals[stored.id] = stored
    return stored


def assign(directory: Directory, principal: StoredServicePrincipal, api: str, role: str) -> None:
    spread = settled(role)
    add_assignment(directory, principal, directory.service_principals[api], role, timestamp(0), spread, spread)


def declare(application: StoredApplication, api: str, key: str, kind: str) -> None:
    entries: list[Json] = application.resource["requiredResourceAccess"]
    entry = next((entry for entry in entries if entry["resourceAppId"] == api), None)
    if entry is None:
        entry = {"resourceAppId": api, "resourceAccess": []}
        entries.append(entry)
    entry["resourceAccess"].append({"id": key, "type": kind})


def everything(tenant: Tenant) -> None:
    """All that may not belong to an application, at once."""
    directory, now = tenant.state, tenant.backend.now()
    application, principal = only(directory)
    new_secret(application, "his", now, now + 9e6, settled("a"))
    new_secret(principal, "his", now, now + 9e6, settled("b"))
    application.owners += [NADIA.id, principal.id]
    principal.owners.append(NADIA.id)
    application.federated.append({"id": new_id(), "name": "x", "issuer": "https://x.example", "subject": "y"})
    application.resource["spa"]["redirectUris"] = ["https://x.example/"]
    application.resource["publicClient"]["redirectUris"] = ["http://localhost"]
    application.resource["isFallbackPublicClient"] = True
    application.resource["signInAudience"] = "AzureADMultipleOrgs"
    exchange = add_exchange(directory)
    assign(directory, principal, exchange.id, exchange.resource["appRoles"][0]["id"])
    assign(directory, principal, GRAPH_SP_ID, ROLE_IDS["Mail.Read"])
    declare(application, GRAPH_APP_ID, ROLE_IDS["Policy.Read.All"], "Role")
    declare(application, GRAPH_APP_ID, SCOPES_BY_NAME["User.Read"].id, "Scope")
    declare(application, OTHER_API, exchange.resource["oauth2PermissionScopes"][0]["id"], "Scope")
    grant_delegated(directory, principal.id, {"User.Read", "Files.Read.All"}, None)


def events(person: Person, name: str) -> list[Json]:
    lines = [json.loads(line) for line in person.said.getvalue().splitlines() if line.startswith("{")]
    return [event for event in lines if event["event"] == name]


def question(person: Person) -> DecisionNeeded:
    assert isinstance(person.error, DecisionNeeded)
    return person.error


def test_each_thing_that_does_not_belong_is_removed_before_the_first_grant(
    start: Callable[..., Tenant], tmp_path: Path
) -> None:
    tenant = start()
    everything(tenant)
    person = Person(tenant, tmp_path)
    assert person.run(SETUP) == ExitCode.DECISION
    asked = question(person).question
    assert set(asked.codes) == set(ReasonCode) - {
        ReasonCode.NAME_ONLY,
        ReasonCode.DISABLED,
        ReasonCode.CREATED_MEANWHILE,
    }
    assert person.run((*SETUP, "--clean", "--report", "receipt.html")) == ExitCode.DONE
    application, principal = only(tenant.state)
    assert application.owners == [CAMILLE.id], "who manages applications anyway may own one"
    assert (principal.owners, principal.secrets, application.federated) == ([], [], [])
    assert [secret.description for secret in application.secrets] == ["odsp connector glimps"]
    resource = application.resource
    assert [resource[platform]["redirectUris"] for platform in ("web", "spa", "publicClient")] == [[], [], []]
    assert (resource["isFallbackPublicClient"], resource["signInAudience"]) == (False, "AzureADMyOrg")
    held = {assigned.resource["appRoleId"] for assigned in tenant.state.assignments_of(principal.id)}
    assert held == {ROLE_IDS[name] for name in FULL}
    (grant,) = tenant.state.grants_of(principal.id)
    assert grant["scope"] == "User.Read", "the tolerated one stays"
    (api,) = resource["requiredResourceAccess"]
    assert {access["id"] for access in api["resourceAccess"]} == {*held, SCOPES_BY_NAME["User.Read"].id}
    done = [event["key"] for event in events(person, "step.done")]
    assert done.index("clean") < done.index("look_again") < done.index("consent") < done.index("credential")
    removed = {change["subject"] for change in events(person, "plan")[0]["changes"] if change["action"] == "delete"}
    assert "Mail.Read (Microsoft Graph)" in removed
    assert "full_access_as_app (Office 365 Exchange Online)" in removed
    assert f"{NADIA.name} ({NADIA.username})" in removed
    receipt = (tmp_path / "receipt.html").read_text()
    assert all(subject in receipt for subject in ("Mail.Read", "full_access_as_app", NADIA.name, "https://x.example/"))
    assert person.run(SETUP) == ExitCode.DONE, "nothing is left to ask about"


def test_one_more_right_is_asked_for_only_where_delegated_permissions_go(
    start: Callable[..., Tenant], tmp_path: Path
) -> None:
    for delegated in (True, False):
        tenant = start()
        application, principal = only(tenant.state)
        application.owners.append(NADIA.id)
        if delegated:
            grant_delegated(tenant.state, principal.id, {"Files.Read.All"}, None)
        folder = tmp_path / str(delegated)
        folder.mkdir()
        person = Person(tenant, folder)
        assert person.run((*SETUP, "--clean")) == ExitCode.DONE
        assert len(events(person, "sign_in.browser")) == (2 if delegated else 1)


def test_a_certificate_of_the_principal_is_removed_and_another_kept(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("prepared")
    _, principal = only(tenant.state)
    keys = [
        {"keyId": new_id(), "type": "AsymmetricX509Cert", "usage": "Verify", "displayName": "x", "key": None}
        | {"startDateTime": timestamp(0), "endDateTime": timestamp(end), "customKeyIdentifier": "00"}
        for end in (tenant.backend.now() + 9e6, tenant.backend.now() - 9e6)
    ]
    principal.resource["keyCredentials"] = keys
    principal.keys = {str(key["keyId"]): "" for key in keys}
    person = Person(tenant, tmp_path)
    assert person.run((*SETUP, "--clean")) == ExitCode.DONE
    assert principal.resource["keyCredentials"] == keys[1:], "the one that has ended opens nothing"


@pytest.mark.parametrize(("decision", "code"), [("--adopt", 12), ("--clean", 12), ("--fresh", 0)])
def test_a_disabled_principal_is_never_enabled(
    decision: str, code: int, start: Callable[..., Tenant], tmp_path: Path
) -> None:
    tenant = start()
    application, principal = only(tenant.state)
    principal.resource["accountEnabled"] = False
    person = Person(tenant, tmp_path)
    assert person.run((*SETUP, decision)) == code
    assert principal.resource["accountEnabled"] is False
    assert not tenant.state.assignments_of(principal.id)
    assert not application.secrets


def test_a_disabled_principal_is_set_up_untried_where_that_is_accepted(
    start: Callable[..., Tenant], tmp_path: Path
) -> None:
    tenant = start()
    _, principal = only(tenant.state)
    principal.resource["accountEnabled"] = False
    person = Person(tenant, tmp_path)
    assert person.run((*SETUP, "--adopt", "--accept-unproven")) == ExitCode.DONE
    assert principal.resource["accountEnabled"] is False
    assert len(tenant.state.assignments_of(principal.id)) == len(FULL)


@pytest.mark.parametrize(("decision", "codes"), [("--adopt", {"declared_permissions"}), ("", {"declared_permissions"})])
def test_prepare_writes_no_message_while_more_is_declared(
    decision: str, codes: set[str], start: Callable[..., Tenant], tmp_path: Path
) -> None:
    tenant = start()
    application, _ = only(tenant.state)
    declare(application, GRAPH_APP_ID, ROLE_IDS["Mail.Read"], "Role")
    person = Person(tenant, tmp_path)
    argv = (*PREPARE, "--out", "message.txt", *((decision,) if decision else ()))
    assert person.run(argv) == ExitCode.DECISION
    assert set(question(person).question.codes) == codes
    assert "--adopt" not in question(person).console
    assert not (tmp_path / "message.txt").exists()
    assert not events(person, "consent.pending")
    assert person.run((*PREPARE, "--out", "message.txt", "--clean")) == ExitCode.CONSENT_PENDING
    assert "Mail.Read" not in (tmp_path / "message.txt").read_text()


def test_a_consent_that_is_refused_asks_for_none_while_more_is_declared(
    start: Callable[..., Tenant], tmp_path: Path
) -> None:
    tenant = start(replace(SCENARIOS["default-member"], existing=PREPARED.existing))
    application, _ = only(tenant.state)
    declare(application, GRAPH_APP_ID, ROLE_IDS["Mail.Read"], "Role")
    person = Person(tenant, tmp_path)
    assert person.run((*SETUP, "--adopt")) == ExitCode.DECISION
    assert question(person).question.codes == (ReasonCode.DECLARED_PERMISSIONS,)
    assert Decision.ADOPT not in question(person).question.ways
    assert not events(person, "consent.pending")
    assert "Hello," not in person.said.getvalue()
    assert person.run((*SETUP, "--clean")) == ExitCode.CONSENT_PENDING
    assert events(person, "consent.pending")
    assert "Mail.Read" not in person.said.getvalue().partition("Hello,")[2]


def test_the_message_names_owners_and_all_that_the_button_grants(start: Callable[..., Tenant], tmp_path: Path) -> None:
    tenant = start(replace(PREPARED, account=ANDREA))
    application, _ = only(tenant.state)
    application.owners[:] = [NADIA.id]
    declare(application, GRAPH_APP_ID, SCOPES_BY_NAME["User.Read"].id, "Scope")
    person = Person(tenant, tmp_path)
    assert person.run(PREPARE) == ExitCode.DECISION
    assert person.run((*PREPARE, "--adopt", "--out", "message.txt")) == ExitCode.CONSENT_PENDING
    message = (tmp_path / "message.txt").read_text()
    assert f"{NADIA.name} ({NADIA.username})" in message
    assert "User.Read (delegated)" in message
    assert all(name in message for name in FULL)
    assert "--clean" in message


def test_a_preparer_is_told_as_owner_to_who_finishes(start: Callable[..., Tenant], tmp_path: Path) -> None:
    scenario = replace(SCENARIOS["clean"], account=DENIS, consented=True)
    tenant = start(scenario)
    person = Person(tenant, tmp_path)
    assert person.run((*PREPARE, "--out", "message.txt")) == ExitCode.CONSENT_PENDING
    assert DENIS.name in (tmp_path / "message.txt").read_text()
    application, _ = only(tenant.state)
    tenant.consent_as_another_administrator(application.app_id)
    assert person.run(SETUP) == ExitCode.DONE, "by the preparer himself"


def test_finished_by_another_the_preparer_is_asked_about(start: Callable[..., Tenant], tmp_path: Path) -> None:
    tenant = start(replace(SCENARIOS["consented-meanwhile"], account=SCENARIOS["clean"].account))
    application, _ = only(tenant.state)
    application.owners[:] = [DENIS.id]
    person = Person(tenant, tmp_path)
    assert person.run(SETUP) == ExitCode.DECISION
    assert question(person).question.codes == (ReasonCode.OWNERS,)
    assert person.run((*SETUP, "--clean")) == ExitCode.DONE
    assert application.owners == []


def test_a_renewal_asks_too_and_kills_no_secret_of_ours(start: Callable[..., Tenant], tmp_path: Path) -> None:
    tenant = start(OURS)
    application, _ = only(tenant.state)
    application.owners.append(NADIA.id)
    person = Person(tenant, tmp_path)
    assert person.run(RENEW) == ExitCode.DECISION
    assert question(person).question.codes == (ReasonCode.OWNERS,)
    assert len(application.secrets) == 1
    assert person.run((*RENEW, "--clean")) == ExitCode.DONE
    assert (application.owners, len(application.secrets)) == ([CAMILLE.id], 2)


def test_ours_complete_and_sound_is_not_asked_about(start: Callable[..., Tenant], tmp_path: Path) -> None:
    person = Person(start(OURS), tmp_path)
    assert person.run(SETUP) == person.run(RENEW) == ExitCode.DONE


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("applications/[^/]*/owners", ReasonCode.OWNERS),
        ("servicePrincipals/[^/]*/owners", ReasonCode.OWNERS),
        ("federatedIdentityCredentials", ReasonCode.FEDERATED_CREDENTIALS),
        ("oauth2PermissionGrants", ReasonCode.DELEGATED_PERMISSIONS),
    ],
)
def test_what_may_not_be_read_is_told_and_never_taken_for_none(
    path: str, code: ReasonCode, start: Callable[..., Tenant], tmp_path: Path
) -> None:
    refused = Rule(Status(403), "part", "GET", path, times=None)
    tenant = start(replace(OURS, faults=(refused,)))
    person = Person(tenant, tmp_path)
    assert person.run(SETUP) == ExitCode.DECISION
    assert question(person).question.reasons == (Unread(code),)
    assert person.run((*SETUP, "--clean")) == ExitCode.DECISION, "what cannot be read cannot be removed"
    assert person.run((*SETUP, "--adopt")) == ExitCode.DONE
    (plan,) = events(person, "plan")
    assert "unread" in {change.get("state") for change in plan["changes"]}


def test_of_an_owner_whose_roles_may_not_be_read_that_is_told(start: Callable[..., Tenant], tmp_path: Path) -> None:
    refused = Rule(Status(403), "part", "GET", "roleManagement", times=None)
    tenant = start(replace(OURS, faults=(refused,)))
    application, _ = only(tenant.state)
    application.owners[:] = [ANDREA.id]
    person = Person(tenant, tmp_path)
    assert person.run(SETUP) == ExitCode.DECISION
    (reason,) = question(person).question.reasons
    assert isinstance(reason, Owned)
    assert reason.owner.manages is None


def test_an_owner_with_a_managing_role_is_no_reason(start: Callable[..., Tenant], tmp_path: Path) -> None:
    tenant = start(OURS)
    application, principal = only(tenant.state)
    application.owners[:] = principal.owners[:] = [ANDREA.id]
    assert Person(tenant, tmp_path).run(SETUP) == ExitCode.DONE


def test_a_hundred_of_the_name_cost_pages_and_not_minutes(start: Callable[..., Tenant], tmp_path: Path) -> None:
    manual = SCENARIOS["existing-manual"].existing[0]
    many = tuple(
        replace(manual, id=f"ab1e0000-0000-4000-8000-{number:012d}", app_id=f"148e23e1-b78b-48b4-b30d-{number:012d}")
        for number in range(1, 101)
    )
    tenant = start(replace(SCENARIOS["clean"], existing=many))
    person = Person(tenant, tmp_path)
    assert person.run(SETUP) == ExitCode.BAD_INPUT
    batches = len(many) // 20  # each of the list is read by its id, then its service principal, then its consents
    assert len(tenant.requests) <= 1 + 3 * batches
    assert person.run((*SETUP, "--fresh")) == ExitCode.DONE
    assert person.run(SETUP) == ExitCode.DONE


def test_what_is_found_costs_two_batches_more(start: Callable[..., Tenant]) -> None:
    for scenario, requests in ((SCENARIOS["clean"], 1), (OURS, 3)):
        tenant = start(scenario)
        Engine(tenant).inspect()
        assert len(tenant.requests) == requests


@pytest.mark.parametrize(
    ("typed", "code", "applications"),
    [
        ("", ExitCode.CANCELLED, 1),
        ("\n", ExitCode.CANCELLED, 1),
        ("9\n\n", ExitCode.CANCELLED, 1),
        ("1\ncontoso\n", ExitCode.DONE, 1),
        ("2\ncontoso\n", ExitCode.DONE, 2),
        ("3\ncontoso\n", ExitCode.DONE, 1),
        ("3\nno\n", ExitCode.CANCELLED, 1),
    ],
)
def test_at_a_terminal_three_ways_are_offered_and_none_is_preselected(
    typed: str,
    code: int,
    applications: int,
    start: Callable[..., Tenant],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tenant = start(SCENARIOS["existing-manual"])
    monkeypatch.setattr("sys.stdin", Terminal(typed))
    person = Person(tenant, tmp_path)
    assert person.ask(SETUP) == code
    assert all(f"  {number}  " in person.said.getvalue() for number in (1, 2, 3))
    assert len(tenant.state.applications) == applications
