"""The work itself was refused, stopped half-way, or not delivered."""

from __future__ import annotations

from dataclasses import dataclass

from installer.errors.base import ExitCode, SetupError
from installer.errors.files import FileFault
from installer.events import Step


@dataclass(eq=False)
class GraphError(SetupError):
    """Microsoft Graph's error body, as it came: HTTP status, code, message (English, Microsoft's)."""

    status: int
    code: str
    message: str
    request_id: str | None = None
    retry_after: float | None = None


@dataclass(eq=False)
class StoppedPartWay(SetupError):
    """`step` is the one it stopped at, `done` those that hold; the cause is chained."""

    step: Step
    done: tuple[Step, ...]
    request_id: str | None = None
    exit_code = ExitCode.PART_WAY


@dataclass(eq=False)
class DeliveryFailed(SetupError):
    """`revoked` tells whether the undelivered secret was taken back; None while it is still in hand."""

    path: str
    reason: FileFault
    revoked: bool | None
    exit_code = ExitCode.NOT_DELIVERED
