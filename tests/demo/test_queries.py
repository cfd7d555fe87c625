"""$select, $filter, paging and what the service refuses of them."""

from __future__ import annotations

import contextlib
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from installer.demo import CLEAN, SCENARIOS
from installer.demo.graph.filters import InvalidFilter, parse_filter
from tests.demo.client import Client, instant, running


def _names(body: Any) -> list[str]:
    return [item["displayName"] for item in body["value"]]


@pytest.fixture
def stocked(admin: Client) -> Client:
    for number, name in enumerate(("Alpha", "Beta", "It's a probe", "alphabet")):
        admin.make_application(f"app-{number}", displayName=name, tags=["ours"] if number % 2 else [])
    return admin


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("displayName eq 'alpha'", ["Alpha"]),
        ("startswith(displayName,'alpha')", ["Alpha", "alphabet"]),
        ("displayName eq 'It''s a probe'", ["It's a probe"]),
        ("uniqueName eq 'app-1'", ["Beta"]),
        ("tags/any(t:t eq 'ours')", ["Beta", "alphabet"]),
        ("tags/any(t:t eq 'ours') and startswith(displayName,'a')", ["alphabet"]),
        ("displayName eq 'Beta' or (displayName eq 'Alpha')", ["Alpha", "Beta"]),
        ("displayName in ('Beta', 'Alpha')", ["Alpha", "Beta"]),
        ("identifierUris/any(s:s eq 'api://x')", []),
        ("appId eq '00000000-1111-2222-3333-444444444444'", []),
    ],
)
def test_filters_of_real_clients_find_what_they_mean(stocked: Client, text: str, found: list[str]) -> None:
    assert _names(stocked.get(f"/applications?$filter={text}")) == found


@pytest.mark.parametrize(
    "text",
    [
        "displayName eq 'It's'",
        "displayName",
        "displayName eq",
        "displayName is 'x'",
        "(displayName eq 'x'",
        "eq 'x' 'y'",
    ],
)
def test_what_is_no_filter_is_a_400(admin: Client, text: str) -> None:
    answer = admin.call("GET", f"/applications?$filter={text}")
    error = answer.json()["error"]
    assert (answer.status_code, error["code"], error["message"]) == (400, "BadRequest", "Invalid filter clause")


def test_unknown_properties_are_refused(admin: Client) -> None:
    assert (
        admin.call("GET", "/applications?$filter=colour eq 'red'").json()["error"]["code"] == "Request_UnsupportedQuery"
    )
    assert "'colour'" in admin.call("GET", "/applications?$select=colour").json()["error"]["message"]
    assert admin.call("GET", "/applications?$limit=3").status_code == 400


def test_what_hangs_on_an_object_can_be_expanded(admin: Client) -> None:
    principal = admin.make_service_principal(admin.make_application())
    admin.grant(principal["id"], "User.Read.All")
    body = admin.get(f"/servicePrincipals/{principal['id']}?$expand=appRoleAssignments&$select=id")
    assert len(body["appRoleAssignments"]) == 1
    assert admin.call("GET", "/applications?$expand=everything").status_code == 400


def test_select_shows_in_the_context_and_nothing_else_is_sent(stocked: Client) -> None:
    body = stocked.get("/applications?$select=id,appId&$top=1")
    assert body["@odata.context"] == f"{stocked.tenant.cloud.graph}/v1.0/$metadata#applications(id,appId)"
    assert set(body["value"][0]) == {"id", "appId"}


def test_advanced_operators_need_their_header_and_the_count(stocked: Client) -> None:
    path = "/applications?$filter=displayName ne 'Alpha'"
    assert stocked.call("GET", path).json()["error"]["code"] == "Request_UnsupportedQuery"
    assert stocked.call("GET", f"{path}&$count=true").status_code == 400
    body = stocked.get(f"{path}&$count=true", ConsistencyLevel="eventual")
    assert body["@odata.count"] == len(body["value"]) == 3
    assert "@odata.count" not in stocked.get("/applications?$count=true")
    search = '/applications?$search="displayName:probe"'
    assert stocked.call("GET", search).status_code == 400
    assert _names(stocked.get(search, ConsistencyLevel="eventual")) == ["It's a probe"]


def test_pages_follow_each_other_by_a_whole_link() -> None:
    with running(instant(CLEAN)) as client:
        client.sign_in()
        for number in range(5):
            client.make_application(f"app-{number}", displayName=f"App {number}")
        seen, link, pages = [], "/applications?$top=2&$filter=startswith(displayName,'App')&$select=displayName", 0
        while link:
            body = client.get(link)
            seen += _names(body)
            link, pages = body.get("@odata.nextLink", ""), pages + 1
            assert not link or ("$skiptoken=" in link and link.startswith(client.tenant.cloud.graph))
        assert (pages, seen) == (3, [f"App {number}" for number in range(5)])


def test_the_default_page_has_a_hundred_and_the_largest_999() -> None:
    with running(instant(SCENARIOS["large"])) as client:
        client.sign_in()
        assert len(client.get("/applications?$select=id")["value"]) == 100
        assert len(client.get("/applications?$select=id&$top=999")["value"]) == 999
        assert client.call("GET", "/applications?$top=1000").status_code == 400
        assert client.call("GET", "/applications?$top=0").status_code == 400


def test_a_hundred_thousand_applications_cost_nothing_until_they_are_looked_at() -> None:
    started = time.perf_counter()
    with running(instant(SCENARIOS["large"])) as client:
        client.sign_in()
        made = client.make_application(displayName="Connector")
        for text in ("displayName eq 'Connector'", "tags/any(t:t eq 'x') or uniqueName eq 'glimps-odsp-connector'"):
            assert _names(client.get(f"/applications?$filter={text}")) == ["Connector"]
        (found,) = client.get("/applications?$filter=displayName eq 'Contoso application 054321'")["value"]
        assert client.get(f"/applications/{found['id']}")["appId"] == found["appId"]
        assert (
            len(client.get("/applications?$filter=startswith(displayName,'Contoso application 09876')")["value"]) == 10
        )
        body = client.get("/applications?$count=true&$top=1", ConsistencyLevel="eventual")
        assert body["@odata.count"] == 100_001
        assert client.get(f"/applications?$filter=appId eq '{made['appId']}'")["value"][0]["id"] == made["id"]
    assert time.perf_counter() - started < 5


def test_a_stale_page_token_is_told(admin: Client) -> None:
    answer = admin.call("GET", "/applications?$skiptoken=nonsense")
    assert answer.json()["error"]["code"] == "Directory_ExpiredPageToken"


@given(st.text())
def test_any_text_survives_quoting(value: str) -> None:
    quoted = value.replace("'", "''")
    condition = parse_filter(f"displayName eq '{quoted}'").condition
    assert condition.holds({"displayName": value})
    assert not condition.holds({"displayName": value + "x"})


@given(st.text(max_size=40))
def test_no_text_breaks_the_parser(text: str) -> None:
    with contextlib.suppress(InvalidFilter):
        parse_filter(text)
