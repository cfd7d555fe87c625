"""An application on its own: the secret or the certificate it signs in with, and what its token holds."""

from __future__ import annotations

from typing import Any

import jwt
import pytest
import requests

from installer.demo.people import CONTOSO_TENANT_ID
from tests.demo.client import FULL, Client
from tests.demo.keys import new_certificate


def _connector(admin: Client, **properties: Any) -> dict[str, Any]:
    application = admin.make_application(**properties)
    admin.grant(admin.make_service_principal(application)["id"], *FULL)
    return application


def test_a_secret_gets_a_token_that_holds_the_granted_roles(admin: Client) -> None:
    application = _connector(admin)
    secret = admin.add_secret(application["id"], displayName="one")
    result = admin.token_of_app(application["appId"], secret["secretText"])
    claims = jwt.decode(result["access_token"], options={"verify_signature": False})
    assert set(claims["roles"]) == set(FULL)
    assert claims["idtyp"] == "app"
    assert not {"refresh_token", "id_token", "scope"} & result.keys()


@pytest.mark.parametrize("legacy", [False, True])
def test_a_certificate_gets_a_token(admin: Client, legacy: bool) -> None:
    certificate = new_certificate()
    entry = {"type": "AsymmetricX509Cert", "usage": "Verify", "key": certificate.base64_der}
    application = _connector(admin, keyCredentials=[entry])
    proof = {"thumbprint": certificate.sha1} if legacy else {"public_certificate": certificate.pem}
    result = admin.token_of_app(application["appId"], {"private_key": certificate.private_key_pem, **proof})
    assert jwt.decode(result["access_token"], options={"verify_signature": False})["appidacr"] == "2"


def test_a_certificate_that_is_not_registered_is_refused(admin: Client) -> None:
    certificate, other = new_certificate(), new_certificate(2)
    entry = {"type": "AsymmetricX509Cert", "usage": "Verify", "key": certificate.base64_der}
    application = _connector(admin, keyCredentials=[entry])
    credential = {"private_key": other.private_key_pem, "public_certificate": other.pem}
    assert admin.token_of_app(application["appId"], credential)["error_codes"] == [700027]
    credential = {"private_key": other.private_key_pem, "public_certificate": certificate.pem}
    assert admin.token_of_app(application["appId"], credential)["error_codes"] == [700027]


def test_the_wrong_secret_is_named_as_microsoft_names_it(admin: Client) -> None:
    application = _connector(admin)
    result = admin.token_of_app(application["appId"], "abc8Q~not-the-secret")
    assert (result["error"], result["error_codes"]) == ("invalid_client", [7000215])


def test_an_unknown_application_and_one_without_service_principal_are_told_apart(admin: Client) -> None:
    application = admin.make_application()
    assert admin.token_of_app(application["appId"], "x")["error_codes"] == [7000229]
    assert admin.token_of_app("00000000-1111-2222-3333-444444444444", "x")["error_codes"] == [700016]


def test_a_daemon_must_ask_for_the_default_scope_of_graph(admin: Client) -> None:
    application = _connector(admin)
    secret = admin.add_secret(application["id"])["secretText"]
    url = f"{admin.tenant.cloud.authority}/{CONTOSO_TENANT_ID}/oauth2/v2.0/token"

    def asked(scope: str) -> requests.Response:
        form = {"grant_type": "client_credentials", "scope": scope}
        return admin.session.post(url, form, auth=(application["appId"], secret), timeout=5)

    assert asked(f"{admin.tenant.cloud.graph}//.default").status_code == 200
    assert asked("User.Read.All").json()["error"] == "invalid_scope"
    assert asked("https://elsewhere.example/.default").json()["error_codes"] == [500011]


def test_everything_secret_is_among_the_canaries(admin: Client) -> None:
    application = _connector(admin)
    secret = admin.add_secret(application["id"])["secretText"]
    token = admin.token_of_app(application["appId"], secret)["access_token"]
    assert {secret, token, admin.headers["Authorization"].removeprefix("Bearer ")} <= admin.tenant.issued
