"""Who may do what: the token's permissions first, then the person's directory roles."""

from __future__ import annotations

import jwt
import pytest

from installer.demo import CLEAN, SCENARIOS
from installer.demo.certificates import signing_key
from installer.demo.permissions import GRAPH_SP_ID, ROLE_IDS
from tests.demo.client import FULL, PRODUCT_SCOPES, Client, Clock, assignment, instant, running

_PROOFS = {
    "/users?$top=1&$select=id": {"User.Read.All"},
    "/groups?$top=1&$select=id": {"Group.Read.All"},
    "/sites/root?$select=id": {"Sites.Read.All"},
    "/sites?search=*": {"Sites.Read.All"},
    "/drives?$top=1&$select=id": {"Files.ReadWrite.All", "Files.Read.All", "Sites.Read.All"},
}


@pytest.mark.parametrize(
    ("scenario", "registers", "consents"),
    [
        ("clean", True, True),
        ("privileged-role-admin", True, True),
        ("app-admin", True, False),
        ("app-developer", True, False),
        ("no-rights", False, False),
    ],
)
def test_each_account_may_do_what_its_role_allows(scenario: str, registers: bool, consents: bool) -> None:
    with running(instant(SCENARIOS[scenario])) as client:
        assert "access_token" in client.sign_in()
        made = client.call("POST", "/applications", {"displayName": "Connector"})
        assert made.status_code == (201 if registers else 403)
        if not registers:
            assert made.json()["error"]["code"] == "Authorization_RequestDenied"
            return
        service_principal = client.make_service_principal(made.json())
        (granted,) = client.grant(service_principal["id"], "User.Read.All")
        assert granted.status_code == (201 if consents else 403)
        if not consents:
            assert granted.json()["error"]["message"] == "Insufficient privileges to complete the operation."


def test_only_owners_and_application_administrators_may_add_secrets() -> None:
    with running(instant(SCENARIOS["existing-manual"])) as client:
        client.sign_in()
        (application,) = client.tenant.state.applications.values()
    with running(instant(SCENARIOS["app-developer"])) as client:
        client.sign_in()
        own = client.call("POST", "/applications", {"displayName": "Own"}).json()
        assert client.call("POST", f"/applications/{own['id']}/addPassword").status_code == 200
        client.tenant.state.applications[application.id] = application
        assert client.call("POST", f"/applications/{application.id}/addPassword").status_code == 403


@pytest.mark.parametrize("role", FULL)
def test_an_application_reads_only_what_it_was_granted(admin: Client, role: str) -> None:
    application = admin.make_application()
    admin.grant(admin.make_service_principal(application)["id"], role)
    secret = admin.add_secret(application["id"])["secretText"]
    admin.use(admin.token_of_app(application["appId"], secret)["access_token"])
    allowed = {path for path, roles in _PROOFS.items() if role in roles}
    answers = {path: admin.call("GET", path).status_code for path in _PROOFS}
    assert {path for path, status in answers.items() if status == 200} == allowed
    assert set(answers.values()) <= {200, 403}


def test_me_is_not_for_applications(admin: Client) -> None:
    application = admin.make_application()
    admin.make_service_principal(application)
    secret = admin.add_secret(application["id"])["secretText"]
    admin.use(admin.token_of_app(application["appId"], secret)["access_token"])
    error = admin.call("GET", "/me").json()["error"]
    assert error["message"] == "/me request is only valid with delegated authentication flow."


def test_scopes_that_were_not_asked_are_missing(client: Client) -> None:
    client.sign_in("User.Read")
    assert client.get("/me")
    assert client.call("GET", "/applications").status_code == 403
    client.sign_in(*PRODUCT_SCOPES)
    assert client.get("/applications")
    assert client.call("GET", "/policies/defaultAppManagementPolicy").status_code == 403


def test_granting_needs_both_permissions(client: Client) -> None:
    client.sign_in("AppRoleAssignment.ReadWrite.All")
    answer = client.call(
        "POST", f"/servicePrincipals/{GRAPH_SP_ID}/appRoleAssignedTo", assignment(GRAPH_SP_ID, FULL[0])
    )
    assert answer.status_code == 403


def _forged(client: Client, **claims: object) -> None:
    token = client.headers["Authorization"].removeprefix("Bearer ")
    body = jwt.decode(token, options={"verify_signature": False}) | claims
    client.use(jwt.encode(body, signing_key(), algorithm="RS256"))


def test_tokens_are_really_checked(admin: Client) -> None:
    good = dict(admin.headers)
    for claims in ({"aud": "https://graph.microsoft.com"}, {"exp": 1}, {"tid": ROLE_IDS["Mail.Read"]}):
        admin.headers = dict(good)
        _forged(admin, **claims)
        assert admin.call("GET", "/me").status_code == 401
    admin.use(jwt.encode({"aud": admin.tenant.cloud.graph}, "x" * 32, algorithm="HS256"))
    answer = admin.call("GET", "/me")
    assert answer.status_code == 401
    assert answer.json()["error"]["code"] == "InvalidAuthenticationToken"
    assert (
        f'authorization_uri="{admin.tenant.cloud.authority}/common/oauth2/authorize"'
        in answer.headers["WWW-Authenticate"]
    )
    admin.headers = {}
    assert admin.call("GET", "/me").status_code == 401


def test_a_token_expires_with_the_tenants_clock() -> None:
    clock = Clock()
    with running(instant(CLEAN), now=clock) as client:
        client.sign_in()
        assert client.get("/organization")
        clock.advance(3600)
        answer = client.call("GET", "/organization")
        assert (answer.status_code, answer.json()["error"]["code"]) == (401, "InvalidAuthenticationToken")


def test_a_policy_may_forbid_or_shorten_secrets() -> None:
    with running(instant(SCENARIOS["policy-no-secrets"])) as client:
        client.sign_in()
        path = f"/applications/{client.make_application()['id']}/addPassword"
        assert client.call("POST", path).json()["error"]["code"] == "CredentialTypeNotAllowedAsPerAppPolicy"
    with running(instant(SCENARIOS["policy-lifetime"])) as client:
        client.sign_in(*PRODUCT_SCOPES, "Policy.Read.All")
        path = f"/applications/{client.make_application()['id']}/addPassword"
        assert client.call("POST", path).json()["error"]["code"] == "CredentialInvalidLifetimeAsPerAppPolicy"
        body = {"passwordCredential": {"startDateTime": "2099-01-01T00:00:00Z", "endDateTime": "2099-06-30T00:00:00Z"}}
        assert client.call("POST", path, body).status_code == 200
        (limit,) = client.get("/policies/defaultAppManagementPolicy")["applicationRestrictions"]["passwordCredentials"]
        assert limit["maxLifetime"] == "P180D"
