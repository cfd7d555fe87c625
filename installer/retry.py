"""The retry policy: which errors are worth another attempt, how long to wait before it, and when to give up.

One `Retry` covers all attempts of one request. The loop belongs to the caller, who knows what an attempt is.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final, Protocol, runtime_checkable

from installer.cancel import Cancel
from installer.errors.base import SetupError
from installer.errors.graph import GraphError
from installer.errors.network import ConnectionLost, TimedOut, Unavailable, Unreachable
from installer.errors.sign_in import SignInRefused
from installer.events import WaitReason
from installer.model import Secret, utc_now
from installer.transport import Response

BUDGET: Final = 300.0
"""Seconds to wait in all while Microsoft says that it is busy or still replicating."""
GATEWAY_BUDGET: Final = 60.0
"""Seconds for 500, 502 and 504."""
LIST_LAG: Final = 75.0
"""Seconds after which a list is certain to show a change: lags of up to a minute have been reported."""
NETWORK_BUDGET: Final = 20.0
"""Seconds for network failures: a person is waiting, and most of these do not go away by themselves."""
SHORTEST: Final = 0.2
LONGEST: Final = 15.0
RENEWALS: Final = 2
"""How many new sign-ins one request may cause before Microsoft's refusal is final."""

BUSY: Final = (429, 503)
_BROKEN: Final = (500, 502, 504)

# What Microsoft Graph answers while a new object has not reached every replica. Microsoft documents no error codes for
# this; these are messages that Terraform's azuread provider and Azure CLI retry as well.
_NOT_REPLICATED: Final = (
    (404, r"does not exist or one of its queried reference-property objects"),
    (400, r"does not exist or one of its queried reference-property objects"),
    (400, r"does not reference a valid application object"),
    (403, r"backing application of the service principal being created must in the local tenant"),
    (400, r"Not a valid reference update"),
    (400, r"Permission being assigned was not found on application"),
)
_CONCURRENT: Final = r"ConcurrencyViolation|concurrent"
"""Two writes collided and this one had no effect, so it can always be repeated."""
_SIGN_IN_NOT_REPLICATED: Final = frozenset({7000215, 7000222, 700016, 700027, 500011, 650051, 7000229})
"""AADSTS numbers that a new credential, application or service principal can get at first."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Why to wait for another attempt. `seconds` is Microsoft's Retry-After, `budget` limits the whole wait in seconds.

    `answered`: Microsoft processed the request, and its answer calls for another attempt; False if it was too busy to,
    or was not reached.
    """

    reason: WaitReason
    seconds: float | None = None
    request_id: str | None = None
    budget: float = BUDGET
    answered: bool = True


OnWait = Callable[[Pause, float], None]


def unheard(_pause: Pause, _seconds: float) -> None:
    """The `OnWait` of a caller that reports no waits."""


class Bearer(Protocol):
    """The holder of an access token."""

    @property
    def bearer(self) -> Secret:
        """The current access token."""


@runtime_checkable
class Renewing(Protocol):
    """A bearer that can get another token."""

    def renew(self, refused: Secret, claims: str | None) -> None:
        """Replaces the token `refused`, meeting the `claims` challenge (JSON) if there is one; raises if it cannot."""


class Retry:
    """The pauses and token renewals of one request, from its first attempt on.

    `repeatable`: sending it twice does no harm, so it is sent again when its answer was lost (RFC 9110 §9.2.2). Other
    requests are only sent again if they certainly had no effect: throttled, or never connected.
    `replicating`: errors that only mean missing replication are waited out.
    """

    def __init__(
        self, cancel: Cancel, on_wait: OnWait = unheard, *, repeatable: bool = True, replicating: bool = False
    ) -> None:
        self._cancel = cancel
        self._on_wait = on_wait
        self._repeatable = repeatable
        self._replicating = replicating
        self._start = self._sent = cancel.now()
        self._renewals = 0

    def paused_after(self, error: SetupError) -> bool:
        """Waits before another attempt; False, at once, if the error is not worth one or the budget is spent.

        Raises `Cancelled`.
        """
        pause = self.pause_for(error)
        return pause is not None and self.paused(pause)

    def pause_for(self, error: SetupError) -> Pause | None:
        """The pause for an error; None if another attempt would not help or could do harm."""
        match error:
            case Unavailable(status=status) if status in BUSY or self._repeatable:
                budget = BUDGET if status in BUSY else GATEWAY_BUDGET
                return Pause(WaitReason.THROTTLED, error.retry_after, error.request_id, budget, answered=False)
            case Unreachable():
                return Pause(WaitReason.NETWORK, budget=NETWORK_BUDGET, answered=False)
            case ConnectionLost() | TimedOut() if self._repeatable:
                return Pause(WaitReason.NETWORK, budget=NETWORK_BUDGET, answered=False)
            case GraphError(status=409) if re.search(_CONCURRENT, f"{error.code} {error.message}"):
                return Pause(WaitReason.REPLICATION, request_id=error.request_id)
            case GraphError(status=status) if status in BUSY:  # one part of a batch
                return Pause(WaitReason.THROTTLED, error.retry_after, error.request_id)
            case GraphError() if self._replicating and _is_not_replicated(error):
                return Pause(WaitReason.REPLICATION, request_id=error.request_id)
            case SignInRefused(code=code) if self._replicating and code in _SIGN_IN_NOT_REPLICATED:
                return Pause(WaitReason.REPLICATION)
        return None

    def paused(self, pause: Pause) -> bool:
        """Waits before another attempt; False, at once, if that would exceed the budget. Raises `Cancelled`.

        The pause is a tenth of the time waited so far (0.2 to 15 s), so that success is noticed at most 10 % late and
        five minutes cost about sixty requests; it is never shorter than Microsoft's Retry-After. After an answer the
        wait is counted from the first attempt on; without one, from the last answer on.
        """
        now = self._cancel.now()
        waited = now - (self._start if pause.answered else self._sent)
        seconds = max(min(max(waited / 10, SHORTEST), LONGEST), pause.seconds or 0.0)
        if waited + seconds > pause.budget:
            return False
        self._on_wait(pause, seconds)
        self._cancel.wait(seconds)
        if pause.answered:
            self._sent, self._renewals = self._cancel.now(), 0
        return True

    def renewed(self, bearer: Bearer, used: Secret, challenge: Challenge | None) -> bool:
        """Gets a new token after an answer that refused the one `used`; raises what the sign-in raises.

        False if there is no challenge, if the bearer cannot renew, or if `RENEWALS` have not helped.
        """
        if challenge is None or self._renewals >= RENEWALS or not isinstance(bearer, Renewing):
            return False
        self._renewals += 1
        bearer.renew(used, challenge.claims)
        self._sent = self._cancel.now()
        return True


@dataclass(frozen=True, slots=True)
class Challenge:
    """The token was refused. `claims` is what Microsoft demands of a new one (JSON); None if it does not say."""

    claims: str | None = None


def challenge_of(status: int, headers: Mapping[str, str]) -> Challenge | None:
    """The challenge in an answer, or in one part of a batch; None if it does not refuse the token.

    A claims challenge comes with 401 or 403, and only its header identifies it (Microsoft, "Claims challenges, claims
    requests and client capabilities"; for protected actions, Microsoft Graph's error responses).
    """
    if status < 400:
        return None
    value = ", ".join(value for name, value in headers.items() if name.lower() == "www-authenticate")
    for parameters in _challenges(value):
        if parameters.get("error", "").lower() == "insufficient_claims":
            claims = _claims(parameters.get("claims", ""))
            if claims or status == 401:
                return Challenge(claims)
    return Challenge() if status == 401 else None


def served(response: Response) -> Response:
    """The answer itself; raises `Unavailable` if its status is 429, 500, 502, 503 or 504."""
    if response.status in (*BUSY, *_BROKEN):
        raise Unavailable(response.host, response.status, response.request_id, retry_after(response.headers))
    return response


def retry_after(headers: Mapping[str, str]) -> float | None:
    """The Retry-After header in seconds, 0 or more; None if it is missing or invalid.

    It is a number of seconds, decimals accepted, or a date (RFC 9110 §10.2.3). A date is compared with the answer's
    own `Date` if there is one, since this computer's clock may be wrong.
    """
    named = {name.lower(): value for name, value in headers.items()}
    value = named.get("retry-after", "").strip()
    if re.fullmatch(r"\d+(\.\d+)?", value, re.ASCII):
        return float(value)
    end, now = http_date(value), http_date(named.get("date", "")) or utc_now()
    return max((end - now).total_seconds(), 0.0) if end else None


_WORDS: Final = re.compile(r'([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))|([A-Za-z][\w-]*)')


def _challenges(value: str) -> list[dict[str, str]]:
    """The parameters of each challenge in WWW-Authenticate, which can contain several (RFC 9110 §11.6.1)."""
    challenges: list[dict[str, str]] = [{}]
    for name, quoted, bare, scheme in _WORDS.findall(value):
        if scheme:
            challenges.append({})
        else:
            challenges[-1].setdefault(name.lower(), re.sub(r"\\(.)", r"\1", quoted) or bare)
    return challenges


def _claims(text: str) -> str | None:
    """The JSON object in `claims`: plain, or base64 in either alphabet, padded or not; None if it is neither."""
    if not text.lstrip().startswith("{"):
        plain = text.strip().rstrip("=").replace("-", "+").replace("_", "/")
        try:
            text = base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True).decode()
        except ValueError:
            return None
    try:
        claims: Any = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return text if isinstance(claims, dict) else None


def _is_not_replicated(error: GraphError) -> bool:
    text = f"{error.code} {error.message}"
    return any(error.status == status and re.search(words, text) for status, words in _NOT_REPLICATED)


def http_date(text: str) -> datetime | None:
    """An HTTP date in any of its three forms (RFC 9110 §5.6.7); None for anything else."""
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
