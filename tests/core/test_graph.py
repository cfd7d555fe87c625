"""Batches, throttling, lost answers and new sign-ins, as a Graph whose answers are written down shows them."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from installer.demo.http_server import Request, Response
from installer.errors.graph import GraphError, TokenRefused
from installer.errors.network import ConnectionLost, NotMicrosoft
from installer.graph import Part
from installer.model import Secret
from installer.retry import BUDGET
from tests.core.scripted import JSON, Bearer, Script, answer, batch, error, in_turn, part, parts_of, refusal

NOT_REPLICATED = "Resource 'x' does not exist or one of its queried reference-property objects are not present."


def parts(count: int) -> list[Part]:
    return [Part("GET", f"/{number}") for number in range(count)]


def number_of(request: Mapping[str, Any]) -> int:
    return int(request["url"].strip("/"))


def test_parts_come_back_in_order_and_no_request_has_more_than_twenty() -> None:
    script = Script(batch(lambda request: part(request, 200, {"id": request["url"]})))
    with script as graph:
        answers = graph.batch(parts(45))
    assert [reply.body["id"] for reply in answers] == [f"/{number}" for number in range(45)]
    assert [len(parts_of(request)) for request in script.asked] == [20, 20, 5]
    assert [call.parts for call in script.told] == [(200,) * 20, (200,) * 20, (200,) * 5]


def test_a_batch_without_parts_sends_no_request() -> None:
    script = Script(lambda _request: refusal(400))
    with script as graph:
        assert graph.batch([]) == []
    assert script.asked == []


def test_every_part_is_sent_where_the_first_twenty_are_throttled_for_good() -> None:
    def reply(request: Mapping[str, Any]) -> dict[str, Any]:
        if number_of(request) < 20:
            return part(request, 429, error("TooManyRequests"), Retry_After="3600")
        return part(request, 200, {"id": request["url"]})

    script = Script(batch(reply))
    with script as graph:
        answers = graph.batch(parts(25))
    assert [reply.status for reply in answers] == [429] * 20 + [200] * 5
    assert [reply.error.code for reply in answers if reply.error] == ["TooManyRequests"] * 20
    assert len(script.asked) == 2
    assert script.clock.time == 0


def test_every_part_is_sent_where_the_first_twenty_never_replicate() -> None:
    def reply(request: Mapping[str, Any]) -> dict[str, Any]:
        late = number_of(request) < 20
        return part(request, 404, error("Request_ResourceNotFound", NOT_REPLICATED)) if late else part(request, 201)

    script = Script(batch(reply))
    with script as graph:
        answers = graph.batch(parts(25), replicating=True)
    assert [reply.status for reply in answers] == [404] * 20 + [201] * 5
    assert BUDGET - 16 < script.clock.time <= BUDGET


def test_a_throttled_part_is_asked_again_together_with_those_not_sent_yet() -> None:
    throttled = {3, 4}

    def reply(request: Mapping[str, Any]) -> dict[str, Any]:
        number = number_of(request)
        if number in throttled:
            throttled.remove(number)
            return part(request, 429, error("TooManyRequests"), Retry_After=str(number))
        return part(request, 200)

    script = Script(batch(reply))
    with script as graph:
        assert {reply.status for reply in graph.batch(parts(25))} == {200}
    assert parts_of(script.asked[1]) == ["/3", "/4", "/20", "/21", "/22", "/23", "/24"]
    assert script.clock.time == 4, "the longest pause that one of them asked for"


def test_a_refusal_of_the_whole_after_a_throttled_part_is_raised() -> None:
    first = batch(lambda request: part(request, 200 if number_of(request) else 429, error("TooManyRequests")))
    script = Script(lambda request: first(request) if len(script.asked) == 1 else refusal(403))
    with script as graph, pytest.raises(GraphError) as caught:
        graph.batch(parts(2))
    assert (caught.value.status, caught.value.code) == (403, "Authorization_RequestDenied")


def test_a_batch_without_all_answers_is_not_microsofts() -> None:
    with Script(lambda _request: answer(200, {"responses": []})) as graph, pytest.raises(NotMicrosoft):
        graph.batch(parts(1))


@pytest.mark.parametrize("value", ["0", "0.0", "Fri, 01 Jan 2021 00:00:00 GMT", "soon", "-1"])
def test_a_retry_after_of_nothing_does_not_hammer_microsoft(value: str) -> None:
    def reply(_request: Request) -> Response:
        return refusal(429, "TooManyRequests", Retry_After=value) if len(script.asked) < 25 else answer(200)

    script = Script(reply)
    with script as graph:
        graph.get("/me")
    assert script.clock.time > 2, "our own pauses grow from a fifth of a second on"


@pytest.mark.parametrize("value", ["0", "0.0", "Fri, 01 Jan 2021 00:00:00 GMT"])
def test_a_retry_after_of_nothing_in_a_part_does_not_hammer_microsoft(value: str) -> None:
    def reply(request: Mapping[str, Any]) -> dict[str, Any]:
        throttled = len(script.asked) < 25
        return part(request, 429, error("TooManyRequests"), Retry_After=value) if throttled else part(request, 200)

    script = Script(batch(reply))
    with script as graph:
        assert graph.batch(parts(1))[0].status == 200
    assert script.clock.time > 2


def test_a_decimal_retry_after_is_obeyed() -> None:
    script = Script(in_turn(refusal(429, Retry_After="7.5"), answer(200)))
    with script as graph:
        graph.get("/me")
    assert script.clock.time == 7.5


def test_a_date_in_retry_after_is_held_against_the_answers_own_clock() -> None:
    theirs = datetime.now(UTC) + timedelta(hours=2)
    later = theirs + timedelta(seconds=40)
    throttled = refusal(429, Date=format_datetime(theirs, usegmt=True), Retry_After=format_datetime(later, usegmt=True))
    script = Script(in_turn(throttled, answer(200)))
    with script as graph:
        graph.get("/me")
    assert script.clock.time == 40


def test_a_date_in_a_parts_retry_after_is_obeyed() -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=60), usegmt=True)

    def reply(request: Mapping[str, Any]) -> dict[str, Any]:
        again = len(script.asked) > 1
        return part(request, 200) if again else part(request, 429, error("TooManyRequests"), Retry_After=later)

    script = Script(batch(reply))
    with script as graph:
        graph.batch(parts(1))
    assert 50 < script.clock.time <= 60


def test_broken_json_of_the_right_length_is_not_microsofts() -> None:
    script = Script(lambda _request: Response(200, JSON, b'{"id": "abc'))
    with script as graph, pytest.raises(NotMicrosoft):
        graph.get("/me")
    assert len(script.asked) == 1


def test_a_refused_token_leads_to_two_new_sign_ins_at_most() -> None:
    claims = base64.b64encode(b'{"access_token": {}}').decode()
    challenge = f'Bearer error="insufficient_claims", claims="{claims}"'
    expired = refusal(401, "InvalidAuthenticationToken")
    script = Script(in_turn(expired, refusal(401, WWW_Authenticate=challenge), answer(200)))
    with script as graph:
        graph.get("/me")
    assert script.bearer.renewals == [None, '{"access_token": {}}']
    tokens = [request.headers["authorization"] for request in script.asked]
    assert tokens == [f"Bearer token-{number}" for number in range(3)]
    script = Script(in_turn(expired))
    with script as graph, pytest.raises(TokenRefused) as caught:
        graph.get("/me")
    assert (caught.value.status, caught.value.challenged) == (401, False)
    assert len(script.bearer.renewals) == 2


def test_a_sign_in_that_fails_is_not_tried_again_by_the_request_that_asked_for_it() -> None:
    class Offline(Bearer):
        def renew(self, refused: Secret, claims: str | None) -> None:
            raise ConnectionLost("login.microsoftonline.com")

    script = Script(in_turn(refusal(401)), bearer=Offline())
    with script as graph, pytest.raises(ConnectionLost):
        graph.get("/me")
    assert len(script.asked) == 1
    assert script.clock.time == 0


def test_a_busy_moment_late_in_a_replication_has_a_budget_of_its_own() -> None:
    slow = refusal(404, "Request_ResourceNotFound", NOT_REPLICATED)

    def reply(_request: Request) -> Response:
        if script.clock.time < 200:
            return slow
        return refusal(502) if script.clock.time < 230 else answer(200)

    script = Script(reply)
    with script as graph:
        graph.get("/me", replicating=True)
    assert script.clock.time >= 230
