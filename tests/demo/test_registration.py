"""Registering an application, as the service does it: what exists once, what is kept, what comes back."""

from __future__ import annotations

import re

import pytest

from installer.demo import SCENARIOS
from installer.demo.permissions import GRAPH_SP_ID, ROLE_IDS
from installer.demo.scenarios import UNIQUE_NAME
from tests.demo.client import FULL, Client, assignment, instant, running
from tests.demo.keys import new_certificate

_OURS = f"/applications(uniqueName='{UNIQUE_NAME}')"
_UPSERT = {"Prefer": "create-if-missing"}


def test_an_upsert_makes_one_application_however_often_it_is_sent(admin: Client) -> None:
    made = admin.make_application(displayName="Connector")
    again = admin.call("PATCH", _OURS, {"displayName": "Renamed"}, _UPSERT)
    assert (again.status_code, again.content) == (204, b"")
    (stored,) = admin.tenant.state.applications.values()
    assert (stored.id, stored.resource["displayName"]) == (made["id"], "Renamed")


def test_an_update_by_unique_name_without_the_preference_is_404(admin: Client) -> None:
    assert admin.call("PATCH", _OURS, {"displayName": "x"}).status_code == 404


def test_a_deleted_application_holds_its_unique_name(admin: Client) -> None:
    made = admin.make_application()
    assert admin.call("DELETE", f"/applications/{made['id']}").status_code == 204
    clash = admin.call("PATCH", _OURS, {"displayName": "x"}, _UPSERT)
    assert (clash.status_code, clash.json()["error"]["code"]) == (400, "Request_BadRequest")
    assert admin.call("DELETE", f"/directory/deletedItems/{made['id']}").status_code == 204
    assert admin.call("PATCH", _OURS, {"displayName": "x"}, _UPSERT).status_code == 201


def test_an_application_and_its_service_principal_are_restored_one_by_one() -> None:
    with running(instant(SCENARIOS["deleted"])) as client:
        client.sign_in()
        (item,) = client.get(
            f"/directory/deletedItems/microsoft.graph.application?$filter=uniqueName eq '{UNIQUE_NAME}'"
        )["value"]
        assert item["deletedDateTime"]
        assert client.call("POST", f"/directory/deletedItems/{item['id']}/restore").status_code == 200
        assert not client.get(f"/servicePrincipals?$filter=appId eq '{item['appId']}'")["value"]
        binned = "/directory/deletedItems/microsoft.graph.servicePrincipal"
        (principal,) = client.get(f"{binned}?$filter=appId eq '{item['appId']}'")["value"]
        assert client.call("POST", f"/directory/deletedItems/{principal['id']}/restore").status_code == 200
        assert len(client.get(f"/servicePrincipals/{principal['id']}/appRoleAssignments")["value"]) == 4
        (secret,) = client.tenant.state.secrets
        assert "access_token" in client.token_of_app(item["appId"], secret.value)


def test_the_tags_of_an_application_appear_on_its_service_principal(admin: Client) -> None:
    made = admin.make_application(tags=["first"])
    body = {"appId": made["appId"], "tags": ["own"]}
    principal = admin.call("POST", "/servicePrincipals", body).json()
    assert principal["tags"] == ["first", "own"]
    admin.call("PATCH", f"/applications/{made['id']}", {"tags": ["second"]})
    assert admin.get(f"/servicePrincipals/{principal['id']}")["tags"] == ["second", "own"]
    assert len(admin.get("/servicePrincipals?$filter=tags/any(t:t eq 'second')")["value"]) == 1
    admin.call("PATCH", f"/servicePrincipals/{principal['id']}", {"tags": ["second", "own", "more"]})
    admin.call("PATCH", f"/applications/{made['id']}", {"tags": []})
    assert admin.get(f"/servicePrincipals/{principal['id']}")["tags"] == ["second", "own", "more"]


def test_a_certificate_may_be_sent_with_line_breaks(admin: Client) -> None:
    encoded = new_certificate().base64_der
    broken = "\r\n".join(encoded[start : start + 64] for start in range(0, len(encoded), 64))
    entry = {"type": "AsymmetricX509Cert", "usage": "Verify", "key": broken}
    made = admin.make_application(keyCredentials=[entry])
    (read,) = admin.get(f"/applications/{made['id']}?$select=keyCredentials")["keyCredentials"]
    assert read["key"] == encoded


def test_deleting_an_application_takes_its_service_principal_and_its_tokens_along(admin: Client) -> None:
    made = admin.make_application()
    principal = admin.make_service_principal(made)
    secret = admin.add_secret(made["id"])["secretText"]
    admin.call("DELETE", f"/applications/{made['id']}")
    assert admin.call("GET", f"/servicePrincipals/{principal['id']}").status_code == 404
    assert admin.token_of_app(made["appId"], secret)["error_codes"] == [700016]


def test_the_answer_to_a_creation_looks_as_recorded(admin: Client) -> None:
    answer = admin.call("POST", "/applications", {"displayName": "x"}, {"client-request-id": "my-own-id"})
    body, headers = answer.json(), answer.headers
    graph, tenant = admin.tenant.cloud.graph, admin.tenant.state.tenant_id
    assert headers["Location"] == (
        f"{graph}/v2/{tenant}/directoryObjects/{body['id']}/Microsoft.DirectoryServices.Application"
    )
    assert headers["client-request-id"] == "my-own-id"
    assert re.fullmatch(r"[0-9a-f-]{36}", headers["request-id"])
    assert headers["Transfer-Encoding"] == "chunked"
    assert headers["Content-Type"].startswith("application/json;odata.metadata=minimal")
    assert "ServerInfo" in headers["x-ms-ags-diagnostic"]
    assert body["@odata.context"] == f"{graph}/v1.0/$metadata#applications/$entity"
    assert re.search(r"\.\d{7}Z$", body["createdDateTime"])
    assert "." not in admin.get(f"/applications/{body['id']}")["createdDateTime"]
    assert body["signInAudience"] == "AzureADMyOrg"


def test_an_error_looks_as_recorded(admin: Client) -> None:
    missing = "00000000-1111-2222-3333-444444444444"
    answer = admin.call("GET", f"/applications/{missing}", headers={"client-request-id": "my-own-id"})
    assert answer.headers["Content-Type"] == "application/json"
    error = answer.json()["error"]
    assert error["code"] == "Request_ResourceNotFound"
    assert error["message"] == (
        f"Resource '{missing}' does not exist or one of its queried reference-property objects are not present."
    )
    assert list(error["innerError"]) == ["date", "request-id", "client-request-id"]
    assert error["innerError"]["client-request-id"] == "my-own-id"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", error["innerError"]["date"])


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"displayName": ""},
        {"displayName": "x" * 121},
        {"displayName": "x", "colour": "red"},
        {"displayName": "x", "tags": ["a", "a"]},
        {"displayName": "x", "tags": [" a"]},
        {"displayName": "x", "notes": "n" * 1025},
        {"displayName": "x", "signInAudience": "Everybody"},
        {"displayName": "x", "appId": "00000000-1111-2222-3333-444444444444"},
        {"displayName": "x", "passwordCredentials": [{"secretText": "chosen"}]},
        {"displayName": "x", "requiredResourceAccess": [{"resourceAppId": "nope", "resourceAccess": []}]},
        {"displayName": "x", "requiredResourceAccess": "all"},
    ],
)
def test_what_an_application_cannot_be_is_a_400(admin: Client, body: dict[str, object]) -> None:
    assert admin.call("POST", "/applications", body).status_code == 400
    assert admin.tenant.state.applications == {}


def test_a_body_must_be_json(admin: Client) -> None:
    url = f"{admin.tenant.cloud.graph}/v1.0/applications"
    answer = admin.session.post(url, data="{", headers={**admin.headers, "Content-Type": "application/json"}, timeout=5)
    assert answer.json()["error"]["message"].startswith("Unable to read JSON request payload.")


def test_a_second_service_principal_and_a_second_grant_are_named(admin: Client) -> None:
    made = admin.make_application()
    principal = admin.make_service_principal(made)
    assert admin.call("POST", "/servicePrincipals", {"appId": made["appId"]}).status_code == 409
    (first, second) = (admin.grant(principal["id"], "User.Read.All")[0] for _ in range(2))
    assert first.status_code == 201
    assert re.fullmatch(r"[\w-]{43}", first.json()["id"])
    assert second.json()["error"]["message"] == "Permission being assigned already exists on the object"
    wrong = {**assignment(principal["id"], FULL[0]), "appRoleId": "00000000-1111-2222-3333-444444444444"}
    path = f"/servicePrincipals/{principal['id']}/appRoleAssignments"
    message = admin.call("POST", path, wrong).json()["error"]["message"]
    assert message == "Permission being assigned was not found on application"
    mixed = {**assignment(GRAPH_SP_ID, FULL[0]), "resourceId": principal["id"]}
    assert admin.call("POST", path, mixed).json()["error"]["message"] == "Not a valid reference update."


def test_a_secret_is_shown_once(admin: Client) -> None:
    made = admin.make_application()
    secret = admin.add_secret(made["id"], displayName="one")
    assert re.fullmatch(r"[A-Za-z]{3}8Q~[\w.~-]{34}", secret["secretText"])
    assert secret["hint"] == secret["secretText"][:3]
    (kept,) = admin.get(f"/applications/{made['id']}")["passwordCredentials"]
    assert kept == {name: value for name, value in secret.items() if name[0] != "@"} | {"secretText": None}
    assert (
        admin.call("POST", f"/applications/{made['id']}/removePassword", {"keyId": secret["keyId"]}).status_code == 204
    )
    assert admin.get(f"/applications/{made['id']}")["passwordCredentials"] == []
    assert (
        admin.call("POST", f"/applications/{made['id']}/removePassword", {"keyId": secret["keyId"]}).status_code == 400
    )


def test_certificates_are_replaced_whole_and_kept_by_their_id(admin: Client) -> None:
    first, second = (
        {"type": "AsymmetricX509Cert", "usage": "Verify", "key": new_certificate(number).base64_der}
        for number in (1, 2)
    )
    made = admin.make_application(keyCredentials=[first])
    path = f"/applications/{made['id']}"
    kept = made["keyCredentials"]
    assert admin.call("PATCH", path, {"keyCredentials": [*kept, second]}).status_code == 204
    assert len(admin.get(path)["keyCredentials"]) == 2
    changed = {**kept[0], "key": second["key"]}
    assert "is not allowed" in admin.call("PATCH", path, {"keyCredentials": [changed]}).json()["error"]["message"]
    assert admin.call("PATCH", path, {"keyCredentials": [{**second, "usage": "Encrypt"}]}).status_code == 400
    assert admin.call("PATCH", path, {"keyCredentials": [{**second, "key": "AAAA"}]}).status_code == 400
    assert admin.call("PATCH", path, {"keyCredentials": []}).status_code == 204
    assert admin.get(path)["keyCredentials"] == []


def test_names_in_paths_ignore_case_and_have_aliases(admin: Client) -> None:
    made = admin.make_application()
    assert admin.get("/serviceprincipals?$top=1&$select=id")["value"]
    assert admin.get("/myorganization/applications?$select=id")["value"]
    assert admin.get(f"/applications('{made['id']}')")["id"] == made["id"]
    assert admin.call("POST", f"/applications/{made['id']}/microsoft.graph.addPassword").status_code == 200
    assert admin.call("PUT", f"/applications/{made['id']}", {}).status_code == 405
    assert admin.call("GET", "/nothing").json()["error"]["message"] == "Resource not found for the segment 'nothing'."


def test_delegated_consent_exists_once_and_is_then_changed(client: Client) -> None:
    client.sign_in("Application.ReadWrite.All", "DelegatedPermissionGrant.ReadWrite.All")
    principal = client.make_service_principal(client.make_application())
    body = {
        "clientId": principal["id"],
        "consentType": "AllPrincipals",
        "resourceId": GRAPH_SP_ID,
        "scope": "User.Read",
    }
    made = client.call("POST", "/oauth2PermissionGrants", body)
    assert made.status_code == 201
    assert client.call("POST", "/oauth2PermissionGrants", body).status_code == 409
    path = f"/oauth2PermissionGrants/{made.json()['id']}"
    assert client.call("PATCH", path, {"scope": "User.Read openid"}).status_code == 204
    assert client.get(path)["scope"] == "User.Read openid"
    wrong = {**body, "resourceId": "00000000-1111-2222-3333-444444444444"}
    error = client.call("POST", "/oauth2PermissionGrants", wrong).json()["error"]
    assert error["message"] == "Specified resourceId was not found."


def test_another_administrator_can_consent_meanwhile(admin: Client) -> None:
    access = [{"id": ROLE_IDS[role], "type": "Role"} for role in FULL]
    graph = "00000003-0000-0000-c000-000000000000"
    made = admin.make_application(requiredResourceAccess=[{"resourceAppId": graph, "resourceAccess": access}])
    principal = admin.make_service_principal(made)
    admin.tenant.consent_as_another_administrator(made["appId"])
    admin.tenant.consent_as_another_administrator(made["appId"])
    assert len(admin.get(f"/servicePrincipals/{principal['id']}/appRoleAssignments")["value"]) == 4


def test_a_service_principal_has_the_tags_of_its_application_and_its_own(admin: Client) -> None:
    made = admin.make_application(tags=["theirs"])
    answer = admin.call("POST", "/servicePrincipals", {"appId": made["appId"], "tags": ["HideApp", "theirs"]})
    assert answer.json()["tags"] == ["theirs", "HideApp"]
    path = f"/servicePrincipals(appId='{made['appId']}')"
    assert admin.get(f"{path}?$select=id,appId,tags")["tags"] == ["theirs", "HideApp"]
    for wrong in ("HideApp", ["a", "a"], [""]):
        assert admin.call("PATCH", path, {"tags": wrong}).status_code == 400
    assert admin.call("PATCH", path, {"tags": ["theirs", "other"]}).status_code == 204
    assert admin.get(path)["tags"] == ["theirs", "other"]
