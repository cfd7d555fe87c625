"""What somebody may do to an application that was sound, at the tenant's own interface, and how a check names it."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass

from installer.demo import Tenant
from installer.demo.people import NADIA
from installer.demo.permissions import GRAPH_SP_ID, ROLE_IDS
from tests.certificates import certificate, der
from tests.demo.client import PRODUCT_SCOPES, Client
from tests.ownership.test_decisions import OTHER_API, add_exchange

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
"""The tamper, the exit code of `verify`, and the reason that names it."""
