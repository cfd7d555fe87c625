"""Keeps the exchanges with Microsoft in memory while the program works, without any secret."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl

from installer.recording.withheld import mask, secrets_in, without_secrets

if TYPE_CHECKING:  # it imports requests, which must not load before the first window
    from installer.model import Cloud
    from installer.transport import Exchange, Request, Response

MOST_EXCHANGES: Final = 5000
MOST_BYTES: Final = 4 << 20
"""The most of one body that is kept; Graph's own list of permissions has a quarter of a megabyte."""
SENT: Final = frozenset({"content-type", "prefer", "consistencylevel"})
CAME: Final = frozenset(
    {"content-type", "retry-after", "www-authenticate", "location", "request-id", "x-ms-request-id", "odata-version"}
)
"""The headers that are kept, of a request (`SENT`) and of an answer (`CAME`)."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Noted:
    """One exchange without its secrets, but still with the customer's names and ids. Times are in seconds.

    If there was no answer, `status` is 0 and `failure` the name of the error's class.
    """

    cloud: Cloud
    method: str
    url: str
    sent: Mapping[str, str]
    body: Any
    status: int
    failure: str
    came: Mapping[str, str]
    answer: Any
    began: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Run:
    """The run that is recorded: the command (empty for the wizard), options that affect the requests, the exit code."""

    command: str = ""
    options: Mapping[str, object] = field(default_factory=dict)
    exit_code: int | None = None


@dataclass(slots=True)
class Recording:
    """The exchanges so far, up to `MOST_EXCHANGES`; `dropped` counts those after that. Thread-safe."""

    exchanges: list[Noted] = field(default_factory=list)
    dropped: int = 0
    _lock: Lock = field(default_factory=Lock)

    def observe(self, exchange: Exchange) -> None:
        """Adds an exchange; the transport's `Observer`. Raises nothing."""
        try:
            noted = _noted(exchange)
        except Exception as error:  # noqa: BLE001  # a recording must not stop the work, whatever an answer contains
            _log.warning("an exchange could not be recorded: %s", type(error).__name__)
            return
        with self._lock:
            if len(self.exchanges) < MOST_EXCHANGES:
                self.exchanges.append(noted)
            else:
                self.dropped += 1

    def snapshot(self) -> tuple[Noted, ...]:
        """The exchanges at this moment."""
        with self._lock:
            return tuple(self.exchanges)


def _noted(exchange: Exchange) -> Noted:
    request, response = exchange.request, exchange.response
    asked, answer = _sent_body(request), _came_body(response)
    bearer = {name.lower(): value for name, value in request.headers.items()}.get("authorization", "")
    secrets = {*secrets_in(asked), *secrets_in(answer), bearer.partition(" ")[2]}
    answer = mask(without_secrets(answer), secrets)
    return Noted(
        cloud=exchange.cloud,
        method=request.method,
        url=request.url,
        sent=_chosen(request.headers, SENT),
        body=mask(without_secrets(asked), secrets),
        status=response.status if response else 0,
        failure=exchange.failure,
        came=mask(_chosen(response.headers, CAME), secrets) if response else {},
        answer=answer,
        began=exchange.began,
        seconds=exchange.seconds,
    )


def _chosen(headers: Mapping[str, str], names: frozenset[str]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items() if name.lower() in names}


def _sent_body(request: Request) -> Any:
    if not request.body:
        return None
    text = request.body.decode("utf-8", "replace")
    if "form-urlencoded" in {name.lower(): value for name, value in request.headers.items()}.get("content-type", ""):
        return dict(parse_qsl(text, keep_blank_values=True))
    return json.loads(text)


def _came_body(response: Response | None) -> Any:
    """The answer's JSON; for anything else, such as a proxy's page, and for too much, only its length in bytes."""
    if response is None or not response.body.strip():
        return None
    if len(response.body) > MOST_BYTES:
        return {"(omitted)": len(response.body)}
    try:
        return json.loads(response.body)
    except (ValueError, RecursionError):
        return {"(omitted)": len(response.body)}
