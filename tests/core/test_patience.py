"""What is tried again, how long, and when patience ends: on a clock that only runs while it is waited on."""

import pytest

from installer.errors import Cancelled, ConnectionLost, GraphError, SetupError, TimedOut, Unavailable, Unreachable
from installer.events import WaitReason
from installer.patience import BUDGET, NETWORK_BUDGET, Pause, patiently, persistently
from installer.transport import Response
from tests.engine import Hurried

HOST = "graph.microsoft.com"


def answer(status: int, **headers: str) -> Response:
    return Response(HOST, status, {name.replace("_", "-"): value for name, value in headers.items()}, b"{}")


class Server:
    """Gives these answers one after the other, the last one for ever; an exception is raised."""

    def __init__(self, *answers: Response | SetupError) -> None:
        self._answers = list(answers)
        self.calls = 0

    def __call__(self) -> Response:
        self.calls += 1
        one = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        if isinstance(one, SetupError):
            raise one
        return one


@pytest.mark.parametrize("status", [429, 503])
def test_microsofts_own_word_on_the_pause_is_obeyed(status: int) -> None:
    clock = Hurried()
    server = Server(answer(status, Retry_After="17"), answer(200))
    assert persistently(server, clock, repeatable=False).status == 200
    assert clock.time == 17


def test_a_pause_longer_than_the_budget_ends_at_once() -> None:
    clock = Hurried()
    with pytest.raises(Unavailable) as caught:
        persistently(Server(answer(429, Retry_After="3600")), clock)
    assert caught.value.status == 429
    assert clock.time == 0


def test_without_a_word_the_pauses_grow_and_end_with_the_budget() -> None:
    clock = Hurried()
    server = Server(answer(503))
    with pytest.raises(Unavailable):
        persistently(server, clock)
    assert BUDGET - 16 < clock.time <= BUDGET
    assert 40 < server.calls < 90


@pytest.mark.parametrize(
    "fault", [answer(502), answer(504), ConnectionLost(HOST), TimedOut(HOST)], ids=["502", "504", "lost", "time-out"]
)
def test_what_may_have_taken_effect_is_only_repeated_where_that_does_no_harm(fault: Response | SetupError) -> None:
    assert persistently(Server(fault, answer(200)), Hurried()).status == 200
    server = Server(fault, answer(200))
    with pytest.raises((Unavailable, ConnectionLost, TimedOut)):
        persistently(server, Hurried(), repeatable=False)
    assert server.calls == 1


def test_what_was_never_sent_is_always_repeated_but_not_for_long() -> None:
    clock = Hurried()
    with pytest.raises(Unreachable):
        persistently(Server(Unreachable(HOST)), clock, repeatable=False)
    assert clock.time <= NETWORK_BUDGET


def test_a_cancel_ends_the_longest_pause_within_the_moment() -> None:
    clock = Hurried()

    def attempt() -> None:
        clock.request()
        raise GraphError(429, "TooManyRequests", "", retry_after=60)

    with pytest.raises(Cancelled):
        patiently(attempt, lambda _error: Pause(WaitReason.THROTTLED, 60), clock)
    assert clock.time == 0


def test_every_pause_is_told() -> None:
    told: list[tuple[WaitReason, float]] = []
    server = Server(answer(503, Retry_After="2"), ConnectionLost(HOST), answer(200))
    persistently(server, Hurried(), lambda pause, seconds: told.append((pause.reason, seconds)))
    assert [reason for reason, _ in told] == [WaitReason.THROTTLED, WaitReason.NETWORK]
    assert told[0][1] == 2
