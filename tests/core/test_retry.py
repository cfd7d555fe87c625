"""What is tried again, how long, and when it is given up: on a clock that only runs while it is waited on."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from installer.cancel import Cancel
from installer.errors.base import Cancelled, SetupError
from installer.errors.graph import GraphError
from installer.errors.network import ConnectionLost, TimedOut, Unavailable, Unreachable
from installer.errors.sign_in import SignInRefused
from installer.events import WaitReason
from installer.graph import Graph
from installer.model import Cloud
from installer.retry import BUDGET, LONGEST, NETWORK_BUDGET, SHORTEST, OnWait, Pause, Retry, retry_after, unheard
from installer.transport import Request, Response, Transport
from tests.core.scripted import Bearer
from tests.engine import FastClock

HOST = "graph.microsoft.com"


def answer(status: int, **headers: str) -> Response:
    return Response(HOST, status, {name.replace("_", "-"): value for name, value in headers.items()}, b"{}")


class Server(Transport):
    """Gives these answers one after the other, the last one for ever; an exception is raised."""

    def __init__(self, *answers: Response | SetupError) -> None:  # without the sockets of a true one
        self._answers = list(answers)
        self.calls = 0

    def send(self, request: Request, cancel: Cancel) -> Response:
        self.calls += 1
        told = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        if isinstance(told, SetupError):
            raise told
        return told


def ask(server: Server, clock: Cancel, on_wait: OnWait = unheard, *, repeatable: bool = True) -> None:
    origin = f"https://{HOST}"
    graph = Graph(Cloud("lab", "Lab", origin, origin), Bearer(), server, clock, on_wait)
    graph.post("/me", {}, repeatable=repeatable)


@pytest.mark.parametrize("status", [429, 503])
def test_microsofts_own_word_on_the_pause_is_obeyed(status: int) -> None:
    clock = FastClock()
    ask(Server(answer(status, Retry_After="17"), answer(200)), clock, repeatable=False)
    assert clock.time == 17


def test_a_pause_longer_than_the_budget_ends_at_once() -> None:
    clock = FastClock()
    with pytest.raises(Unavailable) as caught:
        ask(Server(answer(429, Retry_After="3600")), clock)
    assert caught.value.status == 429
    assert clock.time == 0


@pytest.mark.parametrize("headers", [{}, {"Retry_After": "0"}, {"Retry_After": "1"}], ids=str)
def test_without_a_longer_word_the_pauses_grow_and_end_with_the_budget(headers: dict[str, str]) -> None:
    clock = FastClock()
    server = Server(answer(503, **headers))
    with pytest.raises(Unavailable):
        ask(server, clock)
    assert BUDGET - 16 < clock.time <= BUDGET
    assert 40 < server.calls < 90


@pytest.mark.parametrize(
    "fault", [answer(502), answer(504), ConnectionLost(HOST), TimedOut(HOST)], ids=["502", "504", "lost", "time-out"]
)
def test_what_may_have_taken_effect_is_only_repeated_where_that_does_no_harm(fault: Response | SetupError) -> None:
    server = Server(fault, answer(200))
    ask(server, FastClock())
    assert server.calls == 2
    server = Server(fault, answer(200))
    with pytest.raises((Unavailable, ConnectionLost, TimedOut)):
        ask(server, FastClock(), repeatable=False)
    assert server.calls == 1


def test_what_was_never_sent_is_always_repeated_but_not_for_long() -> None:
    clock = FastClock()
    with pytest.raises(Unreachable):
        ask(Server(Unreachable(HOST)), clock, repeatable=False)
    assert clock.time <= NETWORK_BUDGET


def test_a_cancel_ends_the_longest_pause_within_the_moment() -> None:
    clock = FastClock()
    retry = Retry(clock)
    clock.request()
    with pytest.raises(Cancelled):
        retry.paused_after(GraphError(429, "TooManyRequests", "", retry_after=60))
    assert clock.time == 0


def test_every_pause_is_told_once() -> None:
    told: list[tuple[WaitReason, float]] = []
    server = Server(answer(503, Retry_After="2"), ConnectionLost(HOST), answer(200))
    ask(server, FastClock(), lambda pause, seconds: told.append((pause.reason, seconds)))
    assert told == [(WaitReason.THROTTLED, 2), (WaitReason.NETWORK, SHORTEST)]


def test_a_pause_is_a_tenth_of_the_wait_so_far_or_what_microsoft_asks_for_if_that_is_longer() -> None:
    clock = FastClock()
    waits: list[float] = []
    retry = Retry(clock, lambda _pause, seconds: waits.append(seconds))
    for seconds in (None, 50.0, 1.0, None, 200.0):
        assert retry.paused(Pause(WaitReason.THROTTLED, seconds))
    assert waits == pytest.approx([SHORTEST, 50, 5.02, 5.522, 200])
    assert retry.paused(Pause(WaitReason.THROTTLED)), "the budget is not spent"
    assert waits[-1] == LONGEST
    assert not retry.paused(Pause(WaitReason.THROTTLED, 60))


@pytest.mark.parametrize(
    ("error", "worth"),
    [
        (SignInRefused("invalid_client", 7000215), True),
        (SignInRefused("invalid_client", 50126), False),
        (GraphError(400, "Request_BadRequest", "Not a valid reference update."), True),
        (GraphError(400, "Request_BadRequest", "Not a valid name."), False),
    ],
    ids=str,
)
def test_missing_replication_is_waited_out_only_where_that_was_asked_for(error: SetupError, worth: bool) -> None:
    pause = Retry(FastClock(), replicating=True).pause_for(error)
    assert pause == (Pause(WaitReason.REPLICATION) if worth else None)
    assert Retry(FastClock()).pause_for(error) is None


NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
DATE = format_datetime(NOW, usegmt=True)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        (" 5 ", 5),
        ("0", 0),
        ("0.25", 0.25),
        ("9" * 400, float("inf")),
        (format_datetime(NOW + timedelta(seconds=90), usegmt=True), 90),
        ("Sunday, 01-Mar-26 12:00:10 GMT", 10),
        ("Sun Mar  1 12:00:20 2026", 20),
        (format_datetime(NOW - timedelta(days=9), usegmt=True), 0),
        *(
            (text, None)
            for text in ("", "soon", "-3", "1e3", "nan", "inf", "٣", "5, 6", "Sun, 99 Mar 2026 12:00:00 GMT")
        ),
        ("Sun, 01 Mar 99999999999999999999 12:00:00 GMT", None),
    ],
)
def test_retry_after_is_seconds_or_a_date(value: str, seconds: float | None) -> None:
    """RFC 9110 §10.2.3, and the three forms of dates of its §5.6.7."""
    assert retry_after({"retry-after": value, "DATE": DATE}) == seconds


def test_a_date_without_a_date_beside_it_is_held_against_this_computers_clock() -> None:
    later = datetime.now(UTC) + timedelta(seconds=100)
    seconds = retry_after({"Retry-After": format_datetime(later, usegmt=True)})
    assert seconds is not None
    assert 90 < seconds <= 100
