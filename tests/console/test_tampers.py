"""What somebody did to an application that was sound: each is named by `verify`, which changes nothing."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from installer.demo import INSTANT, Scenario, Tenant
from installer.demo.people import NADIA
from installer.demo.permissions import GRAPH_SP_ID, ROLE_IDS
from installer.model import ReasonCode
from tests.certificates import certificate, der
from tests.console.checking import verify
from tests.demo.client import PRODUCT_SCOPES, Client, client_of
from tests.faults.commands import OURS
from tests.figures import Figures
from tests.ownership.test_decisions import OTHER_API, add_exchange
from tests.tenants import SCENARIOS

FIGURE = "tampers, each named by verify"
SCOPES = (*PRODUCT_SCOPES, "DelegatedPermissionGrant.ReadWrite.All")


@dataclass
class Hand:
    """Somebody with rights enough, at the tenant's own interface."""

    client: Client
    tenant: Tenant

    def __post_init__(self) -> None:
        assert "access_token" in self.client.sign_in(*SCOPES)
        (application,) = self.tenant.state.applications.values()
        principal = self.tenant.state.service_principal_by_app_id(application.app_id)
        assert principal
        self.application = f"/applications/{application.id}"
        self.principal = f"/servicePrincipals/{principal.id}"
        self.app_id, self.principal_id = application.app_id, principal.id

    def does(self, method: str, path: str, body: object = None) -> None:
        answer = self.client.call(method, path, body)
        assert answer.status_code < 300, answer.text

    def changes(self, **properties: object) -> None:
        self.does("PATCH", self.application, properties)

    def grants(self, resource: str, role: str) -> None:
        body = {"principalId": self.principal_id, "resourceId": resource, "appRoleId": role}
        self.does("POST", f"{self.principal}/appRoleAssignments", body)

    def removes_the_secret(self) -> None:
        (secret,) = self.client.get(self.application)["passwordCredentials"]
        self.does("POST", f"{self.application}/removePassword", {"keyId": secret["keyId"]})


def a_secret(hand: Hand) -> None:
    hand.does("POST", f"{hand.application}/addPassword", {"passwordCredential": {"displayName": "backup"}})


def two_secrets_of_our_description(hand: Hand) -> None:
    for _ in range(2):
        body = {"passwordCredential": {"displayName": "odsp connector glimps"}}
        hand.does("POST", f"{hand.application}/addPassword", body)


def a_secret_of_the_principal(hand: Hand) -> None:
    hand.does("POST", f"{hand.principal}/addPassword", {})


def a_certificate(hand: Hand) -> None:
    key = {"type": "AsymmetricX509Cert", "usage": "Verify", "displayName": "x"}
    hand.changes(keyCredentials=[{**key, "key": base64.b64encode(der(certificate())).decode()}])


def a_federation(hand: Hand) -> None:
    body = {"name": "build", "issuer": "https://x.example", "subject": "y", "audiences": ["api://AzureADTokenExchange"]}
    hand.does("POST", f"{hand.application}/federatedIdentityCredentials", body)


def two_federations_of_which_one_has_our_name(hand: Hand) -> None:
    for name in ("glimps-odsp-connector", "other"):
        body = {"issuer": "https://x.example", "subject": name, "audiences": ["api://AzureADTokenExchange"]}
        hand.does("POST", f"{hand.application}/federatedIdentityCredentials", {"name": name, **body})


def an_owner(hand: Hand) -> None:
    reference = {"@odata.id": f"{hand.tenant.cloud.graph}/v1.0/directoryObjects/{NADIA.id}"}
    hand.does("POST", f"{hand.application}/owners/$ref", reference)


def an_owner_of_the_principal(hand: Hand) -> None:
    reference = {"@odata.id": f"{hand.tenant.cloud.graph}/v1.0/directoryObjects/{NADIA.id}"}
    hand.does("POST", f"{hand.principal}/owners/$ref", reference)


def disabled(hand: Hand) -> None:
    hand.does("PATCH", hand.principal, {"accountEnabled": False})


def a_role_of_graph(hand: Hand) -> None:
    hand.grants(GRAPH_SP_ID, ROLE_IDS["Mail.Read"])


def a_role_of_exchange(hand: Hand) -> None:
    exchange = add_exchange(hand.tenant.state)
    hand.grants(exchange.id, exchange.resource["appRoles"][0]["id"])


def a_delegated_grant(hand: Hand) -> None:
    body = {"clientId": hand.principal_id, "consentType": "AllPrincipals", "resourceId": GRAPH_SP_ID}
    hand.does("POST", "/oauth2PermissionGrants", {**body, "scope": "Files.ReadWrite.All"})


def a_declaration(hand: Hand) -> None:
    declared = hand.client.get(hand.application)["requiredResourceAccess"]
    declared.append({"resourceAppId": OTHER_API, "resourceAccess": [{"id": ROLE_IDS["Mail.Read"], "type": "Role"}]})
    hand.changes(requiredResourceAccess=declared)


def a_redirect_address(hand: Hand) -> None:
    hand.changes(web={"redirectUris": ["https://x.example/"]})


def several_tenants(hand: Hand) -> None:
    hand.changes(signInAudience="AzureADMultipleOrgs")


def a_public_client(hand: Hand) -> None:
    hand.changes(isFallbackPublicClient=True)


def a_grant_withdrawn(hand: Hand) -> None:
    assigned = hand.client.get(f"{hand.principal}/appRoleAssignments")["value"]
    hand.does("DELETE", f"{hand.principal}/appRoleAssignments/{assigned[0]['id']}")


def no_principal(hand: Hand) -> None:
    hand.does("DELETE", hand.principal)


def nothing(_hand: Hand) -> None:
    """Time alone."""


TAMPERS: tuple[tuple[Callable[[Hand], None], int, str], ...] = (
    (a_secret, 12, "credentials"),
    (two_secrets_of_our_description, 12, "credentials"),
    (a_secret_of_the_principal, 12, "service_principal_credentials"),
    (a_certificate, 12, "credentials"),
    (a_federation, 12, "federated_credentials"),
    (two_federations_of_which_one_has_our_name, 12, "federated_credentials"),
    (an_owner, 12, "owners"),
    (an_owner_of_the_principal, 12, "owners"),
    (disabled, 7, "disabled"),
    (a_role_of_graph, 12, "extra_permissions"),
    (a_role_of_exchange, 12, "extra_permissions"),
    (a_delegated_grant, 12, "delegated_permissions"),
    (a_declaration, 12, "declared_permissions"),
    (a_redirect_address, 12, "redirect_uris"),
    (several_tenants, 12, "audience"),
    (a_public_client, 12, "public_client"),
    (a_grant_withdrawn, 7, "missing_permissions"),
    (no_principal, 7, "no_service_principal"),
    (Hand.removes_the_secret, 7, "no_live_credential"),
)
AGES = ((SCENARIOS["secret-expired"], 7, "no_live_credential"), (SCENARIOS["renewal-due"], 13, "ends_soon"))


@pytest.mark.parametrize(("tamper", "code", "reason"), TAMPERS, ids=lambda value: getattr(value, "__name__", None))
def test_each_tamper_is_named(tamper: Callable[[Hand], None], code: int, reason: str, figures: Figures) -> None:
    with figures.case(FIGURE), Tenant(OURS.with_delays(INSTANT)) as tenant, client_of(tenant) as client:
        sound = verify(tenant)
        assert (sound.code, sound.health["reasons"]) == (0, []), sound.out
        tamper(Hand(client, tenant))
        checked = verify(tenant)
        assert checked.code == code, checked.err
        assert checked.health["state"] == ("incomplete" if code == 7 else "questionable")
        assert reason in checked.health["reasons"]
        assert checked.first("finished")["exit_code"] == code
        forged = "can be forged" in checked.first("error")["hint"]
        assert forged == (code == 12 and "credentials" in checked.health["reasons"])
        (application,) = tenant.state.applications.values()
        ids = tenant.state.tenant_id, application.app_id, application.id
        assert tuple(checked.first("finished")[key] for key in ("tenant_id", "client_id", "app_object_id")) == ids
        assert checked.methods == {"GET"}, "nothing is changed"


@pytest.mark.parametrize(("scenario", "code", "reason"), AGES, ids=["expired", "ending"])
def test_time_is_named(scenario: Scenario, code: int, reason: str, figures: Figures) -> None:
    with figures.case(FIGURE), Tenant(scenario.with_delays(INSTANT)) as tenant:
        checked = verify(tenant, "--warn-days", "30")
        assert (checked.code, checked.health["reasons"]) == (code, [reason])


def test_the_end_is_a_warning_and_no_code_unless_it_was_asked_for() -> None:
    with Tenant(SCENARIOS["renewal-due"].with_delays(INSTANT)) as tenant:
        told = verify(tenant)
        assert (told.code, told.health["state"], told.first("finished")["warnings"]) == (0, "healthy", ["ends_soon"])
        assert told.first("finished")["expires"] == told.health["expires"]
        assert [verify(tenant, "--warn-days", days).code for days in ("5", "20")] == [0, 13]


def test_the_key_ids_that_are_expected_find_a_forged_description() -> None:
    with Tenant(OURS.with_delays(INSTANT)) as tenant, client_of(tenant) as client:
        hand = Hand(client, tenant)
        (ours,) = client.get(hand.application)["passwordCredentials"]
        forged = client.add_secret(hand.application.removeprefix("/applications/"), displayName=ours["displayName"])
        blind = verify(tenant)
        assert (blind.code, blind.health["by_description"]) == (0, True), "during an exchange there are two"
        assert "which can be forged" in blind.err
        named = verify(tenant, "--key-id", ours["keyId"])
        assert (named.code, named.health["by_description"]) == (12, False)
        (found,) = named.health["found"]
        assert (found["reason"], found["subject"]) == (ReasonCode.CREDENTIALS, forged["keyId"])
        both = ("--key-id", ours["keyId"], "--key-id", forged["keyId"])
        assert verify(tenant, *both).code == 0
        hand.does("POST", f"{hand.application}/removePassword", {"keyId": forged["keyId"]})
        gone = verify(tenant, *both)
        assert (gone.code, gone.first("finished")["warnings"]) == (0, ["expected_gone"])
        none = verify(tenant, "--key-id", forged["keyId"])
        assert (none.code, none.health["reasons"]) == (7, ["no_live_credential", "credentials"])


def test_one_federation_of_our_name_is_told_with_its_issuer_and_subject() -> None:
    with Tenant(OURS.with_delays(INSTANT)) as tenant, client_of(tenant) as client:
        hand = Hand(client, tenant)
        audience = ["api://AzureADTokenExchange"]
        body = {"name": "glimps-odsp-connector", "issuer": "https://x.example", "subject": "y", "audiences": audience}
        hand.does("POST", f"{hand.application}/federatedIdentityCredentials", body)
        checked = verify(tenant)
        assert (checked.code, checked.health["reasons"]) == (0, [])
        (told,) = checked.health["told"]
        assert "https://x.example" in told["what"]
        assert "y" in told["what"]


def test_the_worst_of_many_decides_and_all_are_named() -> None:
    with Tenant(SCENARIOS["renewal-due"].with_delays(INSTANT)) as tenant, client_of(tenant) as client:
        hand = Hand(client, tenant)
        an_owner(hand)
        checked = verify(tenant, "--warn-days", "30")
        assert (checked.code, checked.health["reasons"]) == (12, ["owners", "ends_soon"])
        disabled(hand)
        checked = verify(tenant, "--warn-days", "30")
        assert (checked.code, checked.health["reasons"]) == (7, ["disabled", "owners", "ends_soon"])
        assert checked.health["not_looked_at"] == ["token"]


def test_what_is_healthy_for_one_profile_is_not_for_another() -> None:
    with Tenant(SCENARIOS["existing-manual"].with_delays(INSTANT)) as tenant:
        assert verify(tenant).code == 7
        checked = verify(tenant, "--profile", "detect-only")
        assert (checked.code, checked.health["reasons"]) == (0, [])
        assert [told["reason"] for told in checked.health["told"]] == ["name_only"]
