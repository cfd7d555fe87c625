"""What the servers of one tenant share: its state, its clock, the record of its requests, and its secrets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from threading import Event, Lock
from typing import Any, Final

from installer.demo.directory import Directory
from installer.demo.entra.federation import Issuer
from installer.demo.faults import Faults
from installer.demo.replication import Replication
from installer.demo.scenarios import Scenario

SECRET_FIELDS: Final = frozenset(
    {
        "client_secret",
        "client_assertion",
        "code",
        "code_verifier",
        "device_code",
        "refresh_token",
        "access_token",
        "id_token",
        "secretText",
    }
)
"""Names of fields whose values are secret in every request and answer."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer.

    `path` includes the query; `headers` are without Authorization; `body` is JSON or a form's fields; `status` is 0 if
    no answer was sent (a reset). `parts` are the requests of a $batch, in order.
    """

    method: str
    path: str
    headers: Mapping[str, str]
    body: Any
    status: int
    answer: Any = None
    answer_headers: Mapping[str, str] = field(default_factory=dict)
    parts: tuple[Exchange, ...] = ()
    at: float = 0.0
    connection: int = 0
    """The number of its connection."""


class Record:
    """A list of exchanges that any thread may extend."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._exchanges: list[Exchange] = []

    def add(self, exchange: Exchange) -> None:
        """Appends an exchange."""
        with self._lock:
            self._exchanges.append(exchange)

    def snapshot(self) -> tuple[Exchange, ...]:
        """The exchanges at this moment."""
        with self._lock:
            return tuple(self._exchanges)


class Canaries:
    """Every secret value that the tenant issued or received: none of them may appear in a log."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._values: set[str] = set()

    def note(self, *values: str) -> None:
        """Records these values, unless they are empty."""
        with self._lock:
            self._values.update(value for value in values if value)

    def note_fields(self, fields: Mapping[str, Any]) -> None:
        """Records the values of a form's or an answer's `SECRET_FIELDS`."""
        self.note(*_secret_values(fields.items()))

    def snapshot(self) -> frozenset[str]:
        """The secret values at this moment."""
        with self._lock:
            return frozenset(self._values)


@dataclass(frozen=True, slots=True)
class Backend:
    """`authority`, `graph` and `pages` are origins; `latency` is slept before every API answer, unless `stopping`."""

    scenario: Scenario
    directory: Directory
    replication: Replication
    faults: Faults
    canaries: Canaries
    graph_record: Record
    entra_record: Record
    authority: str
    graph: str
    pages: str
    now: Callable[[], float]
    latency: float
    stopping: Event
    issuer: Issuer

    def pause(self, seconds: float) -> None:
        """Sleeps for so many real seconds, or until the tenant stops."""
        if seconds > 0:
            self.stopping.wait(seconds)


def _secret_values(fields: Iterable[tuple[str, Any]]) -> Iterable[str]:
    return (value for name, value in fields if name in SECRET_FIELDS and isinstance(value, str))
