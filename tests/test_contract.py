"""The judge judged: good requests pass, and each kind of bad one is named."""

from typing import Any

import pytest

from tests.contract import Contract

GUID = "11111111-1111-1111-1111-111111111111"
GRAPH = "00000003-0000-0000-c000-000000000000"

APPLICATION = {
    "displayName": "Contoso",
    "signInAudience": "AzureADMyOrg",
    "tags": ["contoso"],
    "requiredResourceAccess": [{"resourceAppId": GRAPH, "resourceAccess": [{"id": GUID, "type": "Role"}]}],
}
ASSIGNMENT = {"principalId": GUID, "resourceId": GUID, "appRoleId": GUID}


def part(**more: Any) -> dict[str, Any]:
    return {"id": "1", "method": "GET", "url": "/organization", **more}


@pytest.mark.parametrize(
    ("method", "path", "query", "body"),
    [
        ("GET", "/v1.0/organization", {"$select": "id,displayName"}, None),
        ("GET", "/organization", None, None),
        ("PATCH", "/v1.0/applications(uniqueName='contoso-connector')", {}, APPLICATION),
        ("PATCH", "/v1.0/applications(uniqueName=%27contoso-connector%27)", {}, APPLICATION),
        ("POST", "/v1.0/servicePrincipals", {}, {"appId": GUID}),
        ("POST", f"/v1.0/servicePrincipals/{GUID}/appRoleAssignments", {}, ASSIGNMENT),
        ("POST", f"/v1.0/applications/{GUID}/addPassword", {}, {"passwordCredential": {"displayName": "Contoso"}}),
        ("POST", f"/v1.0/applications/{GUID}/addPassword", {}, None),
        ("DELETE", f"/v1.0/applications/{GUID}", {}, None),
        ("GET", "/v1.0/sites/root", {"$select": "id"}, None),
        ("POST", "/v1.0/$batch", {}, {"requests": [part(), part(id="2", url="/drives?$top=1&$select=id")]}),
    ],
)
def test_a_good_request_passes(contract: Contract, method: str, path: str, query: Any, body: Any) -> None:
    assert contract.check(method, path, query, body) == []


@pytest.mark.parametrize(
    ("method", "path", "query", "body", "violation"),
    [
        ("GET", "/v1.0/mailboxes", {}, None, "unknown path: /v1.0/mailboxes"),
        ("GET", "/v1.0/Applications", {}, None, "unknown path: /v1.0/Applications"),
        ("GET", f"/v1.0/applications/{GUID}/more/still", {}, None, "unknown path"),
        ("PUT", "/v1.0/applications", {}, {}, "/applications has no PUT"),
        ("GET", "/v1.0/organization", {"select": "id"}, None, "GET /organization has no select"),
        ("GET", "/v1.0/organization", {}, {}, "a body where none is declared"),
        ("POST", "/v1.0/applications", {}, None, "no body"),
        ("POST", "/v1.0/applications", {}, {**APPLICATION, "tags": "one"}, "$.tags: 'one' is not of type 'array'"),
        ("POST", "/v1.0/applications", {}, {**APPLICATION, "DisplayName": "x"}, "$.DisplayName: no such property"),
        ("POST", "/v1.0/applications", {}, {"web": {"homepage": "x"}}, "$.web.homepage: no such property"),
        (
            "POST",
            "/v1.0/applications",
            {},
            {"requiredResourceAccess": [{"resourceAppId": GRAPH, "roles": []}]},
            "$.requiredResourceAccess[0].roles: no such property",
        ),
        (
            "POST",
            f"/v1.0/servicePrincipals/{GUID}/appRoleAssignments",
            {},
            {**ASSIGNMENT, "appRoleId": "Files.Read.All"},
            "$.appRoleId: 'Files.Read.All'",
        ),
        (
            "POST",
            f"/v1.0/applications/{GUID}/addPassword",
            {},
            {"passwordCredential": {"endDateTime": "2030-01-01"}},
            "$.passwordCredential",
        ),
    ],
)
def test_a_bad_request_is_told(
    contract: Contract, method: str, path: str, query: Any, body: Any, violation: str
) -> None:
    assert any(told.startswith(violation) for told in contract.check(method, path, query, body))


@pytest.mark.parametrize(
    ("bad", "violation"),
    [
        (part(url="/mailboxes"), "part 1: unknown path: /mailboxes"),
        (part(url="/organization?filter=x"), "part 1: GET /organization has no filter"),
        (part(method="FETCH"), "$.requests[0].method: 'FETCH' is not one of"),
        (part(uri="/organization"), "$.requests[0].uri: no such property"),
        (part(method="POST", url="/servicePrincipals", body={"appId": GUID}), "part 1: a body without Content-Type"),
        (
            part(method="POST", url="/servicePrincipals", body={"app": GUID}, headers={"content-type": "x"}),
            "part 1: $.app: no such property",
        ),
    ],
)
def test_each_part_of_a_batch_is_judged(contract: Contract, bad: dict[str, Any], violation: str) -> None:
    told = contract.check("POST", "/v1.0/$batch", {}, {"requests": [bad]})
    assert [entry for entry in told if entry.startswith(violation)]


def test_a_batch_of_more_than_twenty_is_told(contract: Contract) -> None:
    body = {"requests": [part(id=str(number)) for number in range(21)]}
    assert "is too long" in contract.check("POST", "/$batch", {}, body)[0]
