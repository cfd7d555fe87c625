"""Federated identity credentials: what Graph takes of them, and what the token service exchanges by them."""

from __future__ import annotations

from typing import Any

import jwt
import pytest

from tests.certificates import rsa_key
from tests.demo.client import FULL, Client

SUBJECT = "system:serviceaccount:glimps:connector"


def body(client: Client, **changes: Any) -> dict[str, Any]:
    return {
        "name": "ours",
        "issuer": client.tenant.issuer.url,
        "subject": SUBJECT,
        "audiences": ["api://AzureADTokenExchange"],
        **changes,
    }


def path(application: dict[str, Any], key: str = "") -> str:
    return f"/applications/{application['id']}/federatedIdentityCredentials{key}"


def connector(admin: Client) -> dict[str, Any]:
    application = admin.make_application()
    admin.grant(admin.make_service_principal(application)["id"], *FULL)
    return application


def test_one_is_made_read_changed_and_removed_as_recorded(admin: Client) -> None:
    application = connector(admin)
    made = admin.call("POST", path(application), body(admin))
    assert made.status_code == 201
    assert made.headers["Location"].endswith(f"/federatedIdentityCredentials/{made.json()['id']}")
    assert made.json()["@odata.context"].endswith(
        f"$metadata#applications('{application['id']}')/federatedIdentityCredentials/$entity"
    )
    listed = admin.get(path(application))["value"]
    assert listed == [{key: value for key, value in made.json().items() if key != "@odata.context"}]
    assert admin.get(path(application, "/ours"))["id"] == listed[0]["id"], "its name is a key as well"
    assert admin.call("PATCH", path(application, f"/{listed[0]['id']}"), {"subject": "another"}).status_code == 204
    assert admin.get(path(application, "/ours"))["subject"] == "another"
    assert admin.call("DELETE", path(application, "/ours")).status_code == 204
    assert admin.get(path(application))["value"] == []


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "no spaces here"},
        {"name": "x" * 121},
        {"issuer": "https://" + "x" * 600},
        {"subject": "x" * 601},
        {"audiences": ["one", "two"]},
        {"audiences": []},
        {"subject": None},
    ],
)
def test_what_microsoft_does_not_take_is_refused(changes: dict[str, Any], admin: Client) -> None:
    assert admin.call("POST", path(connector(admin)), body(admin, **changes)).status_code == 400


def test_a_name_and_a_pair_are_there_once_and_twenty_at_most(admin: Client) -> None:
    application = connector(admin)
    assert admin.call("POST", path(application), body(admin)).status_code == 201
    assert admin.call("POST", path(application), body(admin, subject="another")).status_code == 409
    pair = admin.call("POST", path(application), body(admin, name="other"))
    assert pair.json()["error"]["code"] == "InvalidFederatedIdentityCredentialValue"
    assert "must be unique" in pair.json()["error"]["message"]
    for number in range(19):
        made = admin.call("POST", path(application), body(admin, name=f"n{number}xx", subject=f"{number}"))
        assert made.status_code == 201
    assert admin.call("POST", path(application), body(admin, name="last", subject="last")).status_code == 400
    assert admin.call("PATCH", path(application, "/ours"), {"name": "renamed"}).status_code == 400
    assert admin.call("PATCH", path(application, "/ours"), {"subject": "3"}).status_code == 400


@pytest.mark.parametrize(
    ("issuer", "subject", "audience", "number"),
    [
        ("", SUBJECT, "api://AzureADTokenExchange", None),
        ("/", SUBJECT, "api://AzureADTokenExchange", 700211),
        ("", SUBJECT.upper(), "api://AzureADTokenExchange", 7002138),
        ("", "another", "api://AzureADTokenExchange", 700213),
        ("", SUBJECT, "api://other", 700212),
    ],
)
def test_a_token_is_exchanged_to_the_last_byte(
    issuer: str, subject: str, audience: str, number: int | None, admin: Client
) -> None:
    """`issuer` is what the application's credential has too much: a slash at its end is another issuer."""
    application = connector(admin)
    registered = body(admin, issuer=admin.tenant.issuer.url + issuer)
    assert admin.call("POST", path(application), registered).status_code == 201
    token = admin.tenant.issuer.token(subject, audience)
    result = admin.token_of_app(application["appId"], {"client_assertion": lambda: token})
    if number:
        assert result["error_codes"] == [number]
    else:
        claims = jwt.decode(result["access_token"], options={"verify_signature": False})
        assert set(claims["roles"]) == set(FULL)


def test_a_token_that_another_signed_is_not_exchanged(admin: Client) -> None:
    application = connector(admin)
    assert admin.call("POST", path(application), body(admin)).status_code == 201
    claims = jwt.decode(admin.tenant.issuer.token(SUBJECT), options={"verify_signature": False})
    forged = jwt.encode(claims, rsa_key(8), algorithm="RS256")
    assert admin.token_of_app(application["appId"], {"client_assertion": lambda: forged})["error_codes"] == [5013]
