"""Waiting for Microsoft: what is worth another attempt, how long to pause before it, when to give up.

One `Retry` accompanies the attempts of one request. The loop stays with its caller, who knows what an attempt is.
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
"""Seconds that Microsoft is given when it says that it is busy or still replicating."""
GATEWAY_BUDGET: Final = 60.0
NETWORK_BUDGET: Final = 20.0
"""Seconds for a network that fails: a person is waiting, and most such faults do not heal."""
SHORTEST: Final = 0.2
LONGEST: Final = 15.0
RENEWALS: Final = 2
"""How often one request may lead to a new sign-in before Microsoft's refusal is final."""

BUSY: Final = (429, 503)
_BROKEN: Final = (500, 502, 504)

# What Microsoft Graph says while an object made just now has not reached every replica. Microsoft documents no code
# of their own for these; the texts are those that Terraform's azuread provider and Azure CLI wait on as well.
_NOT_REPLICATED: Final = (
    (404, r"does not exist or one of its queried reference-property objects"),
    (400, r"does not exist or one of its queried reference-property objects"),
    (400, r"does not reference a valid application object"),
    (403, r"backing application of the service principal being created must in the local tenant"),
    (400, r"Not a valid reference update"),
    (400, r"Permission being assigned was not found on application"),
)
_CONCURRENT: Final = r"ConcurrencyViolation|concurrent"
"""Two writes met, and this one had no effect; it is worth another attempt whatever it was."""
_SIGN_IN_NOT_REPLICATED: Final = frozenset({7000215, 7000222, 700016, 700027, 500011, 650051, 7000229})
"""AADSTS numbers that a credential, an application or a service principal made just now is answered with at first."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Why another attempt is worth a wait; `seconds` as Microsoft says (Retry-After), `budget` for the whole wait.

    `answered`: Microsoft took the request up, and its answer asks for another; else it could not, or was not reached.
    """

    reason: WaitReason
    seconds: float | None = None
    request_id: str | None = None
    budget: float = BUDGET
    answered: bool = True


OnWait = Callable[[Pause, float], None]


def unheard(_pause: Pause, _seconds: float) -> None:
    """The listener of a caller who does not tell about waits."""


class Bearer(Protocol):
    """Whoever holds the token of a run."""

    @property
    def bearer(self) -> Secret: ...


@runtime_checkable
class Renewing(Protocol):
    """A bearer that can sign in again; `renew` makes a new token after `refused` was, or raises."""

    def renew(self, refused: Secret, claims: str | None) -> None: ...


class Retry:
    """The pauses and renewals of one request, from its first attempt on.

    `repeatable`: sending it twice does no harm, so that a lost answer may be asked for again (RFC 9110 §9.2.2). Else it
    is sent again only where it surely had no effect: refused as too many, or never connected.
    `replicating`: an error that only means missing replication is waited out.
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
        """Waits for another attempt; False where the error is not worth one, or the budget is spent."""
        pause = self.pause_for(error)
        return pause is not None and self.paused(pause)

    def pause_for(self, error: SetupError) -> Pause | None:
        """The pause that an error deserves; None where another attempt would not help, or could do harm."""
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
        """Waits for another attempt, unless that would pass the budget; raises `Cancelled`.

        The pause is a tenth of the time waited so far: the answer is met at most that much late, and five minutes cost
        some sixty requests. Microsoft may ask for a longer one, and never gets a shorter one. After an answer the
        wait counts from the first attempt on; without one, from the attempt after the last answer.
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
        """Signs in again after an answer that refused the token; raises what the sign-in raises.

        False where nothing refused it, where the bearer cannot sign in again, or where that has not helped before.
        """
        if challenge is None or self._renewals >= RENEWALS or not isinstance(bearer, Renewing):
            return False
        self._renewals += 1
        bearer.renew(used, challenge.claims)
        self._sent = self._cancel.now()
        return True


@dataclass(frozen=True, slots=True)
class Challenge:
    """A token was refused. `claims` is what Microsoft demands of a new one (JSON); None where it says nothing."""

    claims: str | None = None


def challenge_of(status: int, headers: Mapping[str, str]) -> Challenge | None:
    """Whether an answer, or a part of one, refuses the token.

    A claims challenge comes with 401 or 403 and is known by its header alone (Microsoft, "Claims challenges, claims
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
    """The answer itself; raises `Unavailable` where it says that Microsoft cannot serve now."""
    if response.status in (*BUSY, *_BROKEN):
        raise Unavailable(response.host, response.status, response.request_id, retry_after(response.headers))
    return response


def retry_after(headers: Mapping[str, str]) -> float | None:
    """The Retry-After header in seconds, 0 or more; None where it is missing or says nothing.

    Seconds or a date (RFC 9110 §10.2.3); decimals are taken, too. A date is held against the answer's own `Date` where
    there is one: this computer's clock may be off.
    """
    named = {name.lower(): value for name, value in headers.items()}
    value = named.get("retry-after", "").strip()
    if re.fullmatch(r"\d+(\.\d+)?", value, re.ASCII):
        return float(value)
    end, now = http_date(value), http_date(named.get("date", "")) or utc_now()
    return max((end - now).total_seconds(), 0.0) if end else None


_WORDS: Final = re.compile(r'([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))|([A-Za-z][\w-]*)')


def _challenges(value: str) -> list[dict[str, str]]:
    """The parameters of each challenge in WWW-Authenticate, which may hold several (RFC 9110 §11.6.1)."""
    challenges: list[dict[str, str]] = [{}]
    for name, quoted, bare, scheme in _WORDS.findall(value):
        if scheme:
            challenges.append({})
        else:
            challenges[-1].setdefault(name.lower(), re.sub(r"\\(.)", r"\1", quoted) or bare)
    return challenges


def _claims(text: str) -> str | None:
    """The JSON object in `claims`, which is base64 of either alphabet, padded or not; None where it is none."""
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
    """An HTTP date in any of its three forms (RFC 9110 §5.6.7)."""
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
