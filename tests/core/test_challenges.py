"""A token that Microsoft refuses in mid-run: for a whole request or for a part of a batch, with a demand or without."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from installer.demo import ClaimsChallenge, ExpiredToken, Rule
from installer.errors.base import ExitCode
from installer.errors.graph import TokenRefused
from installer.errors.work import StoppedPartWay
from installer.graph import Part
from installer.model import Secret
from installer.retry import RENEWALS, Challenge, challenge_of
from tests.core.scripted import Script, answer, batch, error, in_turn, part, parts_of, refusal
from tests.faults.commands import SETUP, Journey, started
from tests.tenants import SCENARIOS

CLAIMS = '{"access_token":{"acrs":{"essential":true,"value":"c1"},"x":"???>>>"}}'
STANDARD = base64.b64encode(CLAIMS.encode()).decode()
URL_SAFE = base64.urlsafe_b64encode(CLAIMS.encode()).decode()


def demand(claims: str = STANDARD) -> str:
    """As Microsoft Graph writes it (microsoftgraph/msgraph-sdk-dotnet#1416): one value is bare."""
    return (
        'Bearer realm="", authorization_uri=https://login.microsoftonline.com/common/oauth2/authorize, '
        f'client_id="00000003-0000-0000-c000-000000000000", error="insufficient_claims", claims="{claims}", '
        'errorDescription="Continuous access evaluation resulted in claims challenge"'
    )


@pytest.mark.parametrize("status", [401, 403, 400, 404])
@pytest.mark.parametrize("name", ["WWW-Authenticate", "www-authenticate", "Www-Authenticate"])
def test_a_demand_is_known_by_its_header_whatever_the_status(status: int, name: str) -> None:
    assert challenge_of(status, {name: demand()}) == Challenge(CLAIMS)


@pytest.mark.parametrize(
    "claims",
    [STANDARD, STANDARD.rstrip("="), URL_SAFE, URL_SAFE.rstrip("="), CLAIMS.replace('"', '\\"')],
    ids=["padded", "not padded", "url-safe", "url-safe, not padded", "not encoded"],
)
def test_the_demand_is_read_in_every_form(claims: str) -> None:
    assert challenge_of(403, {"WWW-Authenticate": demand(claims)}) == Challenge(CLAIMS)


@pytest.mark.parametrize(
    "value",
    [
        f"Negotiate, {demand()}",
        f'Bearer error="invalid_token", {demand()}',
        f'{demand()}, Basic realm="a, b"',
        f'PoP realm="", error="insufficient_claims_not", claims="x", {demand()}',
        f"Negotiate YIIabc==, {demand()}",
    ],
)
def test_the_demand_is_found_among_several(value: str) -> None:
    assert challenge_of(401, {"WWW-Authenticate": value}) == Challenge(CLAIMS)


UNREADABLE = ("", "####", "eyJ", base64.b64encode(b"[1]").decode(), base64.b64encode(b"\xff").decode())


@pytest.mark.parametrize("claims", UNREADABLE)
def test_a_demand_that_cannot_be_read_is_a_refused_token_and_no_refused_right_is(claims: str) -> None:
    assert challenge_of(401, {"WWW-Authenticate": demand(claims)}) == Challenge()
    assert challenge_of(403, {"WWW-Authenticate": demand(claims)}) is None


def test_a_refused_right_is_no_refused_token() -> None:
    assert challenge_of(403, {}) is None
    assert challenge_of(403, {"WWW-Authenticate": 'Bearer error="invalid_token"'}) is None
    assert challenge_of(200, {"WWW-Authenticate": demand()}) is None


@pytest.mark.parametrize("status", [401, 403])
def test_a_demand_leads_to_a_new_sign_in_that_meets_it(status: int) -> None:
    script = Script(in_turn(refusal(status, WWW_Authenticate=demand()), answer(200)))
    with script as graph:
        graph.post("/applications", {}, repeatable=False)
    assert script.bearer.renewals == [CLAIMS]


@pytest.mark.parametrize("status", [401, 403])
def test_a_part_that_demands_more_is_asked_again_alone(status: int) -> None:
    def reply(request: Mapping[str, Any]) -> dict[str, Any]:
        if request["url"] == "/3" and not script.bearer.renewals:
            return part(request, status, error("InvalidAuthenticationToken"), wWw_authenticate=demand())
        return part(request, 200, {"id": request["url"]})

    script = Script(batch(reply))
    with script as graph:
        answers = graph.batch([Part("GET", f"/{number}") for number in range(25)])
    assert [reply.body["id"] for reply in answers] == [f"/{number}" for number in range(25)]
    assert script.bearer.renewals == [CLAIMS]
    assert parts_of(script.asked[1]) == ["/3", "/20", "/21", "/22", "/23", "/24"]
    assert [request.headers["authorization"] for request in script.asked] == ["Bearer token-0", "Bearer token-1"]


def test_an_expired_token_in_parts_renews_once_for_all_of_them() -> None:
    def reply(request: Mapping[str, Any]) -> dict[str, Any]:
        expired = not script.bearer.renewals
        return part(request, 401, error("InvalidAuthenticationToken")) if expired else part(request, 200)

    script = Script(batch(reply))
    with script as graph:
        assert {reply.status for reply in graph.batch([Part("POST", f"/{number}", {}) for number in range(4)])} == {200}
    assert script.bearer.renewals == [None]
    assert len(script.asked) == 2


def test_of_several_demands_in_parts_one_that_says_something_is_met() -> None:
    def reply(request: Mapping[str, Any]) -> dict[str, Any]:
        if script.bearer.renewals:
            return part(request, 200)
        headers = {"WWW_Authenticate": demand()} if request["url"] == "/1" else {}
        return part(request, 401, error("InvalidAuthenticationToken"), **headers)

    script = Script(batch(reply))
    with script as graph:
        graph.batch([Part("GET", "/0"), Part("GET", "/1")])
    assert script.bearer.renewals == [CLAIMS]


def test_a_part_with_several_values_of_the_header_is_read() -> None:
    def reply(request: Mapping[str, Any]) -> dict[str, Any]:
        told = part(request, 200 if script.bearer.renewals else 401, error("InvalidAuthenticationToken"))
        return {**told, "headers": {"WWW-Authenticate": ["Negotiate", demand()]}}

    script = Script(batch(reply))
    with script as graph:
        assert graph.batch([Part("GET", "/me")])[0].status == 200
    assert script.bearer.renewals == [CLAIMS]


@pytest.mark.parametrize("whole", [True, False], ids=["whole", "part"])
@pytest.mark.parametrize("status", [401, 403])
def test_a_demand_that_stays_ends_as_what_it_is(status: int, whole: bool) -> None:
    def of_part(request: Mapping[str, Any]) -> dict[str, Any]:
        return part(request, status, error("AccessDenied", "Nobody passes."), WWW_Authenticate=demand())

    refused = in_turn(refusal(status, "AccessDenied", "Nobody passes.", WWW_Authenticate=demand()))
    script = Script(refused if whole else batch(of_part))
    with script as graph, pytest.raises(TokenRefused) as caught:
        graph.get("/me") if whole else graph.batch([Part("GET", "/me")])[0].json()
    assert (caught.value.status, caught.value.message, caught.value.challenged) == (status, "Nobody passes.", True)
    assert caught.value.exit_code is ExitCode.SIGN_IN
    assert len(script.bearer.renewals) == RENEWALS


def test_a_bearer_that_cannot_sign_in_again_leaves_the_refusal_in_the_part() -> None:
    class Application:
        bearer = Secret("its own")

    script = Script(batch(lambda request: part(request, 401, error("Unauthorized"))))
    with script as graph:
        assert replace(graph, bearer=Application()).batch([Part("GET", "/sites")])[0].status == 401
    assert len(script.asked) == 1


MANY = Journey("setup", SETUP)


@pytest.mark.parametrize(
    ("rule", "sign_ins"),
    [
        (Rule(ClaimsChallenge(403), method="PATCH", path="/applications"), 2),
        (Rule(ClaimsChallenge(), "part", path="/organization"), 2),
        (Rule(ExpiredToken(), "part", path="appRoleAssignments", times=3), 2),
        (Rule(ClaimsChallenge(403), "part", method="POST", path="appRoleAssignments", index=1), 2),
    ],
    ids=["403", "part of the look-up", "parts of the consent expired", "part of the consent, 403"],
)
def test_setup_goes_on_after_a_new_sign_in(rule: Rule, sign_ins: int, tmp_path: Path) -> None:
    with started(MANY, tmp_path / "work") as (tenant, person):
        tenant.faults.add(rule)
        assert person.run(MANY.argv) == 0
        assert person.said.getvalue().count('"event": "sign_in.device_code"') == sign_ins
        assert len(tenant.state.applications) == 1


def test_a_demand_at_the_first_look_that_stays_ends_4_and_one_at_the_consent_10_with_its_words(tmp_path: Path) -> None:
    with started(MANY, tmp_path / "first") as (tenant, person):
        tenant.faults.add(Rule(ClaimsChallenge(403), "part", path="/applications", times=None))
        assert person.run(MANY.argv) == 4
        assert isinstance(person.error, TokenRefused)
    with started(MANY, tmp_path / "second") as (tenant, person):
        tenant.faults.add(Rule(ClaimsChallenge(403), "part", method="POST", times=None))
        assert person.run(MANY.argv) == 10
        assert isinstance(person.error, StoppedPartWay)


def test_out_of_the_recycle_bin_a_purge_that_is_a_protected_action_is_carried_out(tmp_path: Path) -> None:
    journey = Journey("purge", (*SETUP, "--deleted", "purge"), SCENARIOS["deleted"])
    with started(journey, tmp_path / "work") as (tenant, person):
        tenant.faults.add(Rule(ClaimsChallenge(403), method="DELETE", path="deletedItems"))
        assert person.run(journey.argv) == 0
        assert not tenant.state.deleted_applications
