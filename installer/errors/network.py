"""Microsoft could not be reached, or something between answered instead."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from installer.errors.base import ExitCode, SetupError


@dataclass(eq=False)
class NetworkError(SetupError):
    """`host` is the one that was called."""

    host: str
    exit_code = ExitCode.NETWORK


class Unreachable(NetworkError):
    pass


class TimedOut(NetworkError):
    """Connected, but the answer did not come in time."""


class ConnectionLost(NetworkError):
    """The connection broke after the request may have been sent: whether it took effect is unknown."""


class ProxyRefused(NetworkError):
    pass


class TlsFault(StrEnum):
    UNTRUSTED = "untrusted"
    WRONG_HOST = "wrong_host"
    CLOCK = "clock"
    OTHER = "other"


@dataclass(eq=False)
class TlsFailed(NetworkError):
    """CLOCK: the certificate is expired or not yet valid, which often means that this computer's clock is off."""

    fault: TlsFault


@dataclass(eq=False)
class NotMicrosoft(NetworkError):
    """The answer is not what Microsoft sends: a proxy's page, broken JSON, a redirect."""

    status: int


@dataclass(eq=False)
class Unavailable(NetworkError):
    """Microsoft itself answered that it cannot serve now; `retry_after` is in seconds, where it said so."""

    status: int
    request_id: str | None = None
    retry_after: float | None = None
