"""Waiting on Microsoft: what to try again, how long to pause, when to give up. Every pause can be cancelled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeVar

from tenacity import RetryCallState, Retrying, retry_if_exception

from installer.cancel import Cancel
from installer.errors import ConnectionLost, SetupError, TimedOut, Unavailable, Unreachable
from installer.events import WaitReason
from installer.transport import Response

T = TypeVar("T")

BUDGET: Final = 300.0
"""Seconds that Microsoft is given when it says that it is busy or still replicating."""
GATEWAY_BUDGET: Final = 60.0
NETWORK_BUDGET: Final = 20.0
"""Seconds for a network that fails: somebody sits before a screen, and most such faults do not heal by waiting."""
SHORTEST: Final = 0.2
LONGEST: Final = 15.0

_BUSY: Final = (429, 503)
_BROKEN: Final = (500, 502, 504)


@dataclass(frozen=True, slots=True)
class Pause:
    """Why an error is worth waiting for; `seconds` as Microsoft says (Retry-After), `budget` for the whole wait."""

    reason: WaitReason
    seconds: float | None = None
    request_id: str | None = None
    budget: float = BUDGET


Judge = Callable[[SetupError], Pause | None]
OnWait = Callable[[Pause, float], None]


def unheard(_pause: Pause, _seconds: float) -> None:
    """The listener of a caller who does not tell about waits."""


def patiently(attempt: Callable[[], T], judge: Judge, cancel: Cancel, on_wait: OnWait = unheard) -> T:
    """Calls `attempt` until it answers; an error that `judge` has no pause for, or that comes too late, is raised.

    Without Microsoft's own word a pause is a tenth of the time waited so far: the answer is met at most that much
    late, and a wait of minutes costs some fifty requests.
    """
    start = cancel.now()

    def worth(error: BaseException) -> Pause | None:
        return judge(error) if isinstance(error, SetupError) else None

    def pause_after(state: RetryCallState) -> tuple[Pause, float]:
        error = state.outcome.exception() if state.outcome else None
        pause = worth(error) if error else None
        assert pause is not None, "tenacity asks only after an error that is worth waiting for"
        own = min(max((cancel.now() - start) / 10, SHORTEST), LONGEST)
        return pause, own if pause.seconds is None else pause.seconds

    def too_late(state: RetryCallState) -> bool:
        pause, seconds = pause_after(state)
        return cancel.now() - start + seconds > pause.budget

    return Retrying(
        retry=retry_if_exception(lambda error: worth(error) is not None),
        wait=lambda state: pause_after(state)[1],
        stop=too_late,
        before_sleep=lambda state: on_wait(*pause_after(state)),
        sleep=cancel.wait,
        reraise=True,
    )(attempt)


def persistently(
    send: Callable[[], Response], cancel: Cancel, on_wait: OnWait = unheard, *, repeatable: bool = True
) -> Response:
    """Sends until there is an answer that is neither a busy service nor a broken line.

    A request that is not `repeatable` is sent again only where it surely had no effect: refused as too many, or never
    connected (RFC 9110 §9.2.2). Raises `Unavailable` or `NetworkError` when patience runs out.
    """

    def attempt() -> Response:
        response = send()
        if response.status in (*_BUSY, *_BROKEN):
            raise Unavailable(response.host, response.status, response.request_id, retry_after(response))
        return response

    def judge(error: SetupError) -> Pause | None:
        match error:
            case Unavailable(status=status) if status in _BUSY:
                return Pause(WaitReason.THROTTLED, error.retry_after, error.request_id)
            case Unavailable() if repeatable:
                return Pause(WaitReason.THROTTLED, error.retry_after, error.request_id, GATEWAY_BUDGET)
            case Unreachable():
                return Pause(WaitReason.NETWORK, budget=NETWORK_BUDGET)
            case ConnectionLost() | TimedOut() if repeatable:
                return Pause(WaitReason.NETWORK, budget=NETWORK_BUDGET)
        return None

    return patiently(attempt, judge, cancel, on_wait)


def retry_after(response: Response) -> float | None:
    """The Retry-After header in seconds; Microsoft sends whole seconds, never a date (Microsoft Graph, throttling)."""
    value = response.headers.get("Retry-After", "")
    return float(value) if value.isdecimal() else None
