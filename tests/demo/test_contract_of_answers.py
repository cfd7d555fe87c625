"""Many requests to Microsoft Graph: every answer must fit Microsoft's description of it."""

import base64
from datetime import UTC, datetime, timedelta

import pytest

from installer.demo import SCENARIOS
from installer.demo.permissions import GRAPH_APP_ID, GRAPH_SP_ID, ROLE_IDS
from tests.contract import Contract
from tests.demo.answers import AnswerContract
from tests.demo.client import FULL, Client, assignment, instant, running
from tests.demo.keys import new_certificate


def _walk_reads(client: Client) -> None:
    for path in (
        "/me",
        "/me?$select=id,displayName",
        "/me/memberOf",
        "/me/memberOf/microsoft.graph.directoryRole",
        "/me/transitiveMemberOf/microsoft.graph.directoryRole",
        "/organization",
        "/directoryRoles",
        f"/roleManagement/directory/roleAssignments?$filter=principalId eq '{client.tenant.scenario.account.id}'",
        "/users?$top=2",
        "/groups",
        "/servicePrincipals",
        f"/servicePrincipals(appId='{GRAPH_APP_ID}')",
        f"/servicePrincipals/{GRAPH_SP_ID}?$select=id,appRoles",
        f"/servicePrincipals/{GRAPH_SP_ID}/appRoleAssignedTo",
        "/applications",
        "/oauth2PermissionGrants",
        "/directory/deletedItems/microsoft.graph.application",
        "/directory/deletedItems/microsoft.graph.servicePrincipal",
        "/policies/defaultAppManagementPolicy",
        "/sites",
        "/sites/root",
        "/drives",
    ):
        client.get(path)


def _walk_registration(client: Client) -> None:
    certificate = new_certificate()
    application = client.make_application(
        tags=["GlimpsOdspConnector"],
        notes="made by a test",
        requiredResourceAccess=[
            {
                "resourceAppId": GRAPH_APP_ID,
                "resourceAccess": [{"id": ROLE_IDS[role], "type": "Role"} for role in FULL],
            }
        ],
        keyCredentials=[{"type": "AsymmetricX509Cert", "usage": "Verify", "key": certificate.base64_der}],
    )
    object_id = application["id"]
    client.call("POST", "/applications", {"displayName": "Another"})
    client.get(f"/applications/{object_id}")
    client.get(f"/applications/{object_id}?$select=keyCredentials")
    client.get(f"/applications(appId='{application['appId']}')")
    client.get("/applications(uniqueName='glimps-odsp-connector')")
    client.get(f"/applications/{object_id}/owners")
    user = client.tenant.scenario.account.id
    client.call("POST", f"/applications/{object_id}/owners/$ref", {"@odata.id": f"https://graph/v1.0/users/{user}"})
    client.get(f"/applications/{object_id}/owners")
    client.call("PATCH", f"/applications/{object_id}", {"description": "changed"})
    service_principal = client.make_service_principal(application)
    client.call("PATCH", f"/servicePrincipals/{service_principal['id']}", {"notes": "x"})
    granted = client.grant(service_principal["id"], *FULL)
    path = f"/servicePrincipals/{service_principal['id']}/appRoleAssignments"
    client.get(path)
    client.get(f"{path}/{granted[0].json()['id']}")
    client.call("DELETE", f"{path}/{granted[0].json()['id']}")
    client.call(
        "POST", f"/servicePrincipals/{GRAPH_SP_ID}/appRoleAssignedTo", assignment(service_principal["id"], FULL[0])
    )
    client.get(f"/servicePrincipals/{GRAPH_SP_ID}/appRoleAssignedTo")
    grant = client.call(
        "POST",
        "/oauth2PermissionGrants",
        {
            "clientId": service_principal["id"],
            "consentType": "AllPrincipals",
            "resourceId": GRAPH_SP_ID,
            "scope": "User.Read",
        },
    ).json()
    client.get(f"/oauth2PermissionGrants/{grant['id']}")
    client.get(f"/servicePrincipals/{service_principal['id']}/oauth2PermissionGrants")
    client.call("PATCH", f"/oauth2PermissionGrants/{grant['id']}", {"scope": "User.Read openid"})
    client.call("DELETE", f"/oauth2PermissionGrants/{grant['id']}")
    end = (datetime.now(UTC) + timedelta(days=90)).strftime("%Y-%m-%dT%H:%M:%SZ")
    secret = client.add_secret(object_id, displayName="one", endDateTime=end)
    client.call("POST", f"/applications/{object_id}/removePassword", {"keyId": secret["keyId"]})
    client.call("DELETE", f"/applications/{object_id}")
    client.get(f"/directory/deletedItems/{object_id}")
    client.call("POST", f"/directory/deletedItems/{object_id}/restore")
    client.call("DELETE", "/applications(uniqueName='glimps-odsp-connector')")
    client.call("DELETE", f"/directory/deletedItems/{object_id}")


def _walk_refusals(client: Client) -> None:
    unknown = "00000000-1111-2222-3333-444444444444"
    for method, path, body in (
        ("GET", f"/applications/{unknown}", None),
        ("GET", "/applications?$filter=displayName eq 'It's'", None),
        ("POST", "/applications", {"notes": "no name"}),
        ("POST", "/servicePrincipals", {"appId": unknown}),
        ("POST", f"/applications/{unknown}/addPassword", {}),
        ("POST", "/oauth2PermissionGrants", {}),
        ("POST", "/$batch", {"requests": []}),
        (
            "POST",
            "/$batch",
            {"requests": [{"id": "1", "method": "GET", "url": "/me"}, {"id": "2", "method": "GET", "url": "/nothing"}]},
        ),
    ):
        client.call(method, path, body)


@pytest.mark.parametrize("name", ["clean", "existing-manual", "policy-lifetime"])
def test_every_answer_fits_microsofts_description(name: str, contract: Contract) -> None:
    answers = AnswerContract(contract.document)
    with running(instant(SCENARIOS[name])) as client:
        client.sign_in(
            "Application.ReadWrite.All",
            "AppRoleAssignment.ReadWrite.All",
            "Directory.Read.All",
            "DelegatedPermissionGrant.ReadWrite.All",
            "Policy.Read.All",
            "Sites.Read.All",
            "Files.Read.All",
        )
        _walk_reads(client)
        _walk_registration(client)
        _walk_refusals(client)
        exchanges = client.tenant.requests
    assert len(exchanges) > 50
    refused = [exchange for exchange in exchanges[:-8] if exchange.status >= 400]
    assert refused == []
    known_strangers = "/nothing 400: not described"
    violations = [text for exchange in exchanges for text in answers.violations(exchange)]
    assert [text for text in violations if known_strangers not in text] == []


def test_the_key_of_a_certificate_is_only_shown_when_it_is_selected(admin: Client) -> None:
    certificate = new_certificate()
    entry = {"type": "AsymmetricX509Cert", "usage": "Verify", "key": certificate.base64_der}
    application = admin.make_application(keyCredentials=[entry])
    (shown,) = application["keyCredentials"]
    assert shown["key"] is None
    assert shown["displayName"] == "CN=connector"
    assert shown["customKeyIdentifier"] == certificate.sha1
    (read,) = admin.get(f"/applications/{application['id']}?$select=keyCredentials")["keyCredentials"]
    assert base64.b64decode(read["key"]) == certificate.der
