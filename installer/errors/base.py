"""The root of the tree and the exit codes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import ClassVar


class ExitCode(IntEnum):
    DONE = 0
    UNEXPECTED = 1
    BAD_INPUT = 2
    CANCELLED = 3
    SIGN_IN = 4
    RIGHTS = 5
    CONSENT_PENDING = 6
    VERIFICATION = 7
    NETWORK = 8
    POLICY = 9
    PART_WAY = 10
    NOT_DELIVERED = 11


@dataclass(eq=False)
class SetupError(Exception):
    exit_code: ClassVar[ExitCode] = ExitCode.UNEXPECTED

    def __str__(self) -> str:
        return repr(self)


class Cancelled(SetupError):
    exit_code = ExitCode.CANCELLED
