"""Our answers beside recorded ones of the real service: the same headers, the same properties in the same order."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import requests

from installer.demo.permissions import GRAPH_SP_ID
from tests.demo.client import Client

_RECORDS = Path(__file__).resolve().parents[3] / "shared" / "contract"
_MISSING = "00000000-1111-2222-3333-444444444444"
_TRANSPORT = {"content-length", "date", "transfer-encoding", "connection"}
"""Headers of the connection, not of the answer."""


def _recorded(file: str, wanted: Callable[[dict[str, Any]], bool]) -> list[dict[str, Any]]:
    path = _RECORDS / file
    if not path.is_file():
        pytest.skip("the recorded traffic is not there: ../shared/contract beside the checkout")
    with path.open(encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["kind"] == "recorded" and wanted(row)]
    assert rows
    return rows


def _graph(method: str, template: str, status: int) -> list[dict[str, Any]]:
    key = (method, template, status)
    return _recorded("given.jsonl", lambda row: (row["method"], row["path_template"], row["status"]) == key)


def _fits(answer: requests.Response, rows: list[dict[str, Any]], *also: str) -> None:
    """Every header of ours was seen, and every one that is on all recorded answers is ours."""
    ours = {name.lower() for name in answer.headers} - _TRANSPORT
    seen = [{name.lower() for name in row["response_headers"]} - _TRANSPORT for row in rows]
    assert ours <= set.union(*seen) | {"client-request-id", *also}
    assert set.intersection(*seen) <= ours


_LATER = {"isManagementRestricted"}
"""What newer answers hold, and none of these recorded ones does."""


def _same_properties(answer: requests.Response, rows: list[dict[str, Any]]) -> None:
    """Those of at least one recorded answer, in its order."""
    ours = [name for name in answer.json() if name[0] != "@" and name not in _LATER]
    assert any([name for name in row["response_body"] if name[0] != "@"] == ours for row in rows)


def test_a_new_application_and_its_secret(admin: Client) -> None:
    made = admin.call("POST", "/applications", {"displayName": "x"})
    rows = _graph("POST", "/v1.0/applications", 201)
    _fits(made, rows)
    assert set(rows[-1]["response_body"]) <= set(made.json()) | {"oauth2RequiredPostResponse"}
    secret = admin.call("POST", f"/applications/{made.json()['id']}/addPassword", {"passwordCredential": {}})
    rows = _graph("POST", "/v1.0/applications/{id}/addPassword", 200)
    _fits(secret, rows)
    _same_properties(secret, rows)


def test_a_changed_and_a_missing_application(admin: Client) -> None:
    made = admin.make_application()
    changed = admin.call("PATCH", f"/applications/{made['id']}", {"notes": "x"})
    _fits(changed, _graph("PATCH", "/v1.0/applications/{id}", 204))
    missing = admin.call("GET", f"/applications/{_MISSING}")
    rows = _graph("GET", "/v1.0/applications/{id}", 404)
    _fits(missing, rows)
    _same_properties(missing, rows)
    assert list(missing.json()["error"]) == list(rows[-1]["response_body"]["error"])


def test_a_service_principal_and_lists(admin: Client) -> None:
    made = admin.call("POST", "/servicePrincipals", {"appId": admin.make_application()["appId"]})
    rows = _graph("POST", "/v1.0/servicePrincipals", 201)
    _fits(made, rows)
    _same_properties(made, rows)
    _fits(admin.call("GET", "/applications"), _graph("GET", "/v1.0/applications", 200))


def test_a_delegated_grant_has_the_recorded_shape(client: Client) -> None:
    client.sign_in("Application.ReadWrite.All", "DelegatedPermissionGrant.ReadWrite.All")
    principal = client.make_service_principal(client.make_application())
    body = {
        "clientId": principal["id"],
        "consentType": "AllPrincipals",
        "resourceId": GRAPH_SP_ID,
        "scope": "User.Read",
    }
    made = client.call("POST", "/oauth2PermissionGrants", body)
    rows = _graph("POST", "/v1.0/oauth2PermissionGrants", 201)
    _fits(made, rows)
    _same_properties(made, rows)


def test_me_has_the_recorded_shape(admin: Client) -> None:
    rows = _graph("GET", "/v1.0/me", 200)
    _fits(admin.call("GET", "/me"), rows)
    _same_properties(admin.call("GET", "/me"), rows)


def test_the_metadata_of_the_token_service_have_the_recorded_shape(client: Client) -> None:
    url = f"{client.tenant.cloud.authority}/organizations/v2.0/.well-known/openid-configuration"
    answer = client.session.get(url, timeout=5)
    rows = _recorded("login-given.jsonl", lambda row: row["path"].endswith("configuration") and row["status"] == 200)
    _fits(answer, rows)
    _same_properties(answer, rows)


def test_a_pending_device_code_is_refused_as_recorded(client: Client) -> None:
    flow = client.public_app().initiate_device_flow(scopes=["User.Read"])
    form = {
        "grant_type": "device_code",
        "client_id": "14d82eec-204b-4c2f-b7e8-296a70dab67e",
        "device_code": flow["device_code"],
    }
    url = f"{client.tenant.cloud.authority}/organizations/oauth2/v2.0/token"
    answer = client.session.post(url, form, timeout=5)
    rows = _recorded("login-given.jsonl", lambda row: row["path"].endswith("/token") and row["status"] == 400)
    _fits(answer, rows)
    _same_properties(answer, rows)
