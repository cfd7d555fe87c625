"""Faults that tests inject: typed rules, matched against each request, each firing a limited number of times."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any, Literal

from installer.demo.resources import Json

Host = Literal["graph", "entra", "part"]
"""`part` is one request inside a Graph $batch; only answers apply there: Status, ExpiredToken, ClaimsChallenge,
Rewritten."""


@dataclass(frozen=True, slots=True)
class Status:
    """Microsoft answers with this status; without a body, with the documented one. `retry_after` is the header's text,
    or seconds."""

    status: int
    retry_after: int | str | None = None
    body: Json | None = None


@dataclass(frozen=True, slots=True)
class BadGateway:
    """A proxy's HTML page instead of Microsoft."""

    status: int = 502


@dataclass(frozen=True, slots=True)
class ResetBefore:
    """The connection breaks before the request has any effect."""


@dataclass(frozen=True, slots=True)
class ResetAfter:
    """The request takes effect; its answer is lost."""


@dataclass(frozen=True, slots=True)
class Truncated:
    """The request takes effect; half of the answer arrives."""


@dataclass(frozen=True, slots=True)
class Hang:
    """The answer is late by so many real seconds, unless the tenant stops.

    `done`: whether the request takes effect before that time or after it.
    """

    seconds: float
    done: bool = False


@dataclass(frozen=True, slots=True)
class ExpiredToken:
    """401: the access token's lifetime is over."""


@dataclass(frozen=True, slots=True)
class ClaimsChallenge:
    """A claims challenge: the 401 of continuous access evaluation, or the 403 of a protected action (Microsoft,
    protected actions)."""

    status: int = 401


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer before it is sent: `body` is its JSON, None without content; a header without a value is left out."""

    status: int
    headers: Mapping[str, str]
    body: Any


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The request takes effect, but `change` rewrites its answer."""

    change: Callable[[Reply], Reply]


Fault = Status | BadGateway | ResetBefore | ResetAfter | Truncated | Hang | ExpiredToken | ClaimsChallenge | Rewritten


@dataclass(frozen=True, slots=True)
class Rule:
    """Which requests get the fault: those of `host` whose method and path match, from the `index`-th such one (0 is
    the first), `times` in a row (None: for ever). `path` is a regular expression, searched in path and query."""

    fault: Fault
    host: Host = "graph"
    method: str | None = None
    path: str = ""
    index: int = 0
    times: int | None = 1

    def matches(self, host: Host, method: str, target: str) -> bool:
        """Whether the rule is for such a request; does not count it."""
        return (
            self.host == host
            and (self.method is None or self.method.upper() == method.upper())
            and re.search(self.path, target) is not None
        )


class Faults:
    """The rules in force; the first that fires wins. Thread-safe."""

    def __init__(self, rules: Iterable[Rule] = ()) -> None:
        self._lock = Lock()
        self._rules: list[tuple[Rule, int]] = [(rule, 0) for rule in rules]
        self._fired: list[Rule] = []

    def add(self, *rules: Rule) -> None:
        """Adds rules after those that are there."""
        with self._lock:
            self._rules.extend((rule, 0) for rule in rules)

    def clear(self) -> None:
        """Removes all rules."""
        with self._lock:
            self._rules.clear()

    @property
    def fired(self) -> tuple[Rule, ...]:
        """The rules that have fired, in order, once for each time."""
        with self._lock:
            return tuple(self._fired)

    def take(self, host: Host, method: str, target: str) -> Fault | None:
        """The fault this request gets, if any; every matching rule counts the request."""
        with self._lock:
            hit: Rule | None = None
            for position, (rule, seen) in enumerate(self._rules):
                if not rule.matches(host, method, target):
                    continue
                self._rules[position] = (rule, seen + 1)
                due = seen >= rule.index and (rule.times is None or seen < rule.index + rule.times)
                if due and hit is None:
                    hit = rule
            if hit is None:
                return None
            self._fired.append(hit)
            return hit.fault
