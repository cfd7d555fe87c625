"""$batch: what the service accepts in one request, and how parts fail alone."""

from __future__ import annotations

from typing import Any

from installer.demo import ClaimsChallenge, ExpiredToken, Rule, Status
from tests.demo.client import FULL, Client, assignment


def _batch(client: Client, *parts: dict[str, Any]) -> dict[str, Any]:
    answer = client.call("POST", "/$batch", {"requests": list(parts)})
    assert answer.status_code == 200, answer.text
    return {part["id"]: part for part in answer.json()["responses"]}


def _get(number: int, url: str = "/me", **more: Any) -> dict[str, Any]:
    return {"id": str(number), "method": "GET", "url": url, **more}


def _refusal(client: Client, *parts: dict[str, Any]) -> str:
    answer = client.call("POST", "/$batch", {"requests": list(parts)})
    assert answer.status_code == 400
    return str(answer.json()["error"]["message"])


def test_four_roles_are_granted_in_one_request(admin: Client) -> None:
    service_principal = admin.make_service_principal(admin.make_application())
    url = f"/servicePrincipals/{service_principal['id']}/appRoleAssignments"
    parts = [
        {
            "id": role,
            "method": "POST",
            "url": url,
            "headers": {"Content-Type": "application/json"},
            "body": assignment(service_principal["id"], role),
        }
        for role in FULL
    ]
    assert {part["status"] for part in _batch(admin, *parts).values()} == {201}
    again = _batch(admin, *parts)
    assert {part["body"]["error"]["message"] for part in again.values()} == {
        "Permission being assigned already exists on the object"
    }
    assert [part.status for part in admin.tenant.requests[-1].parts] == [400] * 4


def test_a_batch_with_failing_parts_is_200(admin: Client) -> None:
    answers = _batch(admin, _get(1), _get(2, "/applications/00000000-1111-2222-3333-444444444444"), _get(3, "me"))
    assert [answers[number]["status"] for number in ("1", "2", "3")] == [200, 404, 200]
    assert answers["2"]["headers"]["Content-Type"] == "application/json"
    assert answers["1"]["headers"]["OData-Version"] == "4.0"


def test_what_depends_on_a_failed_part_is_424(admin: Client) -> None:
    answers = _batch(
        admin,
        _get(1, "/applications/00000000-1111-2222-3333-444444444444"),
        _get(2, dependsOn=["1"]),
        _get(3, dependsOn=["2"]),
    )
    assert [answers[number]["status"] for number in ("1", "2", "3")] == [404, 424, 424]


def test_a_part_can_be_throttled_alone(admin: Client) -> None:
    admin.tenant.faults.add(Rule(Status(429, retry_after=7), host="part", path="/organization"))
    answers = _batch(admin, _get(1), _get(2, "/organization"))
    assert (answers["1"]["status"], answers["2"]["status"]) == (200, 429)
    assert answers["2"]["headers"]["Retry-After"] == "7"


def test_a_part_can_want_a_new_token_alone(admin: Client) -> None:
    for status in (401, 403):
        admin.tenant.faults.add(Rule(ClaimsChallenge(status), host="part", path="/organization"))
        answers = _batch(admin, _get(1), _get(2, "/organization"))
        assert (answers["1"]["status"], answers["2"]["status"]) == (200, status)
        assert 'error="insufficient_claims"' in answers["2"]["headers"]["WWW-Authenticate"]
    admin.tenant.faults.add(Rule(ExpiredToken(), host="part", path="/organization"))
    assert _batch(admin, _get(2, "/organization"))["2"]["status"] == 401


def test_malformed_batches_are_refused_whole(admin: Client) -> None:
    assert _refusal(admin) == "Invalid batch payload format."
    assert "maximum value of 20" in _refusal(admin, *(_get(number) for number in range(21)))
    assert _refusal(admin, _get(1), _get(1)) == "Request Id 1 has to be unique in a batch."
    assert _refusal(admin, _get(1, dependsOn=["9"])) == "Invalid batch payload format."
    assert _refusal(admin, _get(1, "https://graph.microsoft.com/v1.0/me")) == "Invalid batch payload format."
    post = {"id": "1", "method": "POST", "url": "/applications", "body": {"displayName": "x"}}
    assert "Content-Type" in _refusal(admin, post)


def test_dependencies_must_be_one_chain_or_one_bundle(admin: Client) -> None:
    bundle = [_get(1), _get(2, dependsOn=["1"]), _get(3, dependsOn=["1"])]
    assert len(_batch(admin, *bundle)) == 3
    mixed = [_get(1), _get(2), _get(3, dependsOn=["1"]), _get(4, dependsOn=["2"])]
    assert _refusal(admin, *mixed) == "Invalid batch payload format."
