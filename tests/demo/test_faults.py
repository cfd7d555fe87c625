"""Faults on demand: each one breaks what it says, once, and where it says."""

from __future__ import annotations

import base64
import json
import re
import time

import pytest
import requests

from installer.demo import (
    BadGateway,
    ClaimsChallenge,
    ExpiredToken,
    Hang,
    Reply,
    ResetAfter,
    ResetBefore,
    Rewritten,
    Rule,
    Status,
    Truncated,
)
from tests.demo.client import PRODUCT_SCOPES, Client

_CREATE = ("POST", "/applications", {"displayName": "Connector"})


def test_throttling_has_the_documented_body(admin: Client) -> None:
    admin.tenant.faults.add(Rule(Status(429, retry_after=3), method="POST"))
    answer = admin.call(*_CREATE)
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "3")
    assert answer.json()["error"]["code"] == "TooManyRequests"
    assert admin.call(*_CREATE).status_code == 201


def test_a_rule_names_method_path_index_and_times(admin: Client) -> None:
    admin.tenant.faults.add(Rule(Status(503), method="GET", path=r"^/v1\.0/organization", index=1, times=2))
    statuses = [admin.call("GET", "/organization").status_code for _ in range(4)]
    assert statuses == [200, 503, 503, 200]
    assert len(admin.tenant.faults.fired) == 2


def test_a_reset_before_has_no_effect_and_one_after_has(admin: Client) -> None:
    for fault, made in ((ResetBefore(), 0), (ResetAfter(), 1)):
        admin.tenant.faults.add(Rule(fault, method="POST"))
        with pytest.raises(requests.ConnectionError):
            admin.call(*_CREATE)
        assert len(admin.tenant.state.applications) == made
        assert admin.tenant.requests[-1].status == 0


def test_a_truncated_answer_breaks_off(admin: Client) -> None:
    admin.tenant.faults.add(Rule(Truncated(), path="/organization"))
    with pytest.raises(requests.exceptions.ChunkedEncodingError):
        admin.call("GET", "/organization")


def test_a_proxys_page_is_html(admin: Client) -> None:
    admin.tenant.faults.add(Rule(BadGateway()))
    answer = admin.call("GET", "/organization")
    assert (answer.status_code, answer.headers["Content-Type"]) == (502, "text/html")


def test_a_hanging_answer_outlasts_the_clients_timeout_and_not_the_tenant(admin: Client) -> None:
    admin.tenant.faults.add(Rule(Hang(60)))
    with pytest.raises(requests.ReadTimeout):
        admin.session.get(f"{admin.tenant.cloud.graph}/v1.0/me", timeout=0.1)
    started = time.perf_counter()
    admin.tenant.close()
    assert time.perf_counter() - started < 2


def test_an_expired_token_is_a_401(admin: Client) -> None:
    admin.tenant.faults.add(Rule(ExpiredToken(), path="/organization"))
    assert admin.call("GET", "/organization").json()["error"]["code"] == "InvalidAuthenticationToken"


def test_a_claims_challenge_carries_what_the_next_token_needs(client: Client) -> None:
    client.sign_in()
    client.tenant.faults.add(Rule(ClaimsChallenge(), path="/organization"))
    header = client.call("GET", "/organization").headers["WWW-Authenticate"]
    assert 'error="insufficient_claims"' in header
    found = re.search(r'claims="([^"]+)"', header)
    assert found
    claims = base64.b64decode(found[1]).decode()
    assert json.loads(claims)["access_token"]["nbf"]["essential"] is True
    flow = client.public_app().initiate_auth_code_flow(
        list(PRODUCT_SCOPES), redirect_uri="http://localhost:1", response_mode="form_post", claims_challenge=claims
    )
    assert "claims=" in flow["auth_uri"]


def test_an_answer_can_say_something_else_than_what_was_done(admin: Client) -> None:
    def change(reply: Reply) -> Reply:
        return Reply(200, {**reply.headers, "Date": "", "X-Other": "1"}, {**reply.body, "displayName": "Other"})

    admin.tenant.faults.add(Rule(Rewritten(change), method="POST"))
    answer = admin.call(*_CREATE)
    assert (answer.status_code, answer.headers["X-Other"], answer.json()["displayName"]) == (200, "1", "Other")
    assert "Date" not in answer.headers
    (application,) = admin.tenant.state.applications.values()
    assert application.resource["displayName"] == "Connector"


def test_one_part_of_a_batch_can_say_something_else(admin: Client) -> None:
    def empty(reply: Reply) -> Reply:
        return Reply(reply.status, reply.headers, {"value": []})

    admin.tenant.faults.add(Rule(Rewritten(empty), host="part", path="/organization"))
    parts = [{"id": name, "method": "GET", "url": url} for name, url in (("1", "/me"), ("2", "/organization"))]
    answers = admin.call("POST", "/$batch", {"requests": parts}).json()["responses"]
    assert [bool(answer["body"].get("value", True)) for answer in answers] == [True, False]


def test_the_token_service_can_fail_too(client: Client) -> None:
    client.tenant.faults.add(Rule(Status(503, retry_after=2), host="entra", path="/devicecode"))
    url = f"{client.tenant.cloud.authority}/organizations/oauth2/v2.0/devicecode"
    answer = client.session.post(url, {"client_id": "x"}, timeout=5)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "2")
    assert answer.json()["error"] == "temporarily_unavailable"
