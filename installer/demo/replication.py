"""Replication: how long Entra's replicas differ after a write, and how long a run had to wait for that.

A write reaches one replica first; the services that read others (Graph by id, Graph's lists, the token service) learn
of it later. Every object draws its own delay from a range, with a fixed seed, when it is created.
Observed on the live service by others: 4-18 s for a new secret, 30-60 s for lists of assignments, minutes for app roles
in tokens; Microsoft promises no bound.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from random import Random
from threading import Lock
from typing import Final

Range = tuple[float, float]
"""The shortest and the longest delay, in seconds."""


class Spread(StrEnum):
    """What has to replicate before the next step can work."""

    APPLICATION = "application"
    """…before it can get a service principal or a secret, or be read by id."""
    SERVICE_PRINCIPAL = "servicePrincipal"
    """…before roles can be assigned to it, or a token be asked for it."""
    APP_ROLE = "appRole"
    """…before it is in app-only tokens."""
    SECRET = "secret"
    """…before the token service knows it."""
    LISTING = "listing"
    """…in addition, before lists and filters show an object."""


@dataclass(frozen=True, slots=True)
class Delays:
    """The range of each delay."""

    application: Range = (0.0, 0.0)
    service_principal: Range = (0.0, 0.0)
    app_role: Range = (0.0, 0.0)
    secret: Range = (0.0, 0.0)
    listing: Range = (0.0, 0.0)

    def range_of(self, what: Spread) -> Range:
        """The range of one kind of delay."""
        return {
            Spread.APPLICATION: self.application,
            Spread.SERVICE_PRINCIPAL: self.service_principal,
            Spread.APP_ROLE: self.app_role,
            Spread.SECRET: self.secret,
            Spread.LISTING: self.listing,
        }[what]

    def scaled(self, factor: float) -> Delays:
        """The same ranges, longer or shorter by this factor."""

        def scale(bounds: Range) -> Range:
            return bounds[0] * factor, bounds[1] * factor

        return Delays(*(scale(self.range_of(what)) for what in Spread))


INSTANT = Delays()
BRISK = Delays((0.3, 0.9), (0.4, 1.2), (0.5, 1.5), (0.5, 2.0), (0.3, 0.8))
"""A fast tenant, shortened for a rehearsal."""
SLOW = Delays((4.0, 8.0), (6.0, 12.0), (8.0, 16.0), (8.0, 18.0), (5.0, 10.0))
"""About a minute for the whole chain."""


LAGGARD: Final = 2
"""The number of the one server of the token service that learns of everything last."""
_SERVERS: Final = 3


@dataclass(frozen=True, slots=True)
class Lag:
    """By how many seconds the laggard is behind the other servers, for new secrets and for roles."""

    secret: float = 0.0
    app_role: float = 0.0

    def of(self, what: Spread, server: int) -> float:
        """The extra seconds of this server of the token service."""
        return {Spread.SECRET: self.secret, Spread.APP_ROLE: self.app_role}[what] if server == LAGGARD else 0.0


NO_LAG: Final = Lag()


class TokenServers:
    """Which of the token service's servers a connection reaches: in turn, decided by its first token request."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._led: dict[int, int] = {}

    def of(self, connection: int) -> int:
        """The number of the server that a connection leads to."""
        with self._lock:
            return self._led.setdefault(connection, len(self._led) % _SERVERS)


@dataclass(frozen=True, slots=True)
class Delay:
    """One object's delay of so many `seconds` from `started`; its write had to wait for the delay `after`."""

    what: Spread
    subject: str
    started: float
    seconds: float
    after: Delay | None = None

    @property
    def over(self) -> float:
        """The time at which it is over."""
        return self.started + self.seconds

    @property
    def chain(self) -> tuple[Delay, ...]:
        """This delay after all that it had to wait for."""
        return (*(self.after.chain if self.after else ()), self)


@dataclass(frozen=True, slots=True)
class Summary:
    """The delays of a run, and how many requests were refused because they came too early."""

    delays: tuple[Delay, ...]
    refusals: int

    @property
    def chain(self) -> tuple[Delay, ...]:
        """The longest chain of dependent delays, which even a perfect client has to wait for."""
        chains = [delay.chain for delay in self.delays if delay.what is not Spread.LISTING]
        return max(chains, key=lambda chain: sum(delay.seconds for delay in chain), default=())

    @property
    def floor(self) -> float:
        """The length of that chain, in seconds."""
        return sum(delay.seconds for delay in self.chain)


class Replication:
    """Draws delays and keeps them. Thread-safe."""

    def __init__(self, delays: Delays, seed: int) -> None:
        self._delays = delays
        self._random = Random(seed)  # noqa: S311  # repeatable, and no secret
        self._lock = Lock()
        self._drawn: list[Delay] = []
        self._refusals = 0

    def begin(self, what: Spread, subject: str, at: float, after: Delay | None = None) -> Delay:
        """Draws a delay for an object from the range of its kind."""
        with self._lock:
            delay = Delay(what, subject, at, self._random.uniform(*self._delays.range_of(what)), after)
            self._drawn.append(delay)
            return delay

    def refused(self) -> int:
        """Counts one request that came too early; returns how many came before it."""
        with self._lock:
            self._refusals += 1
            return self._refusals - 1

    def summary(self) -> Summary:
        """All delays so far, and the number of requests that came too early."""
        with self._lock:
            return Summary(tuple(self._drawn), self._refusals)
