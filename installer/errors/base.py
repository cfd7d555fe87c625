"""The base class of all errors, the exit codes, and what every error says about itself."""

from __future__ import annotations

import re
from abc import abstractmethod
from dataclasses import dataclass
from enum import IntEnum
from typing import ClassVar, Final, dataclass_transform


class ExitCode(IntEnum):
    """The exit codes of the console, which are part of its interface: scripts rely on the numbers."""

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
    DECISION = 12
    ENDING = 13


class Words(str):
    """An English text that is collected for translation where it is written, and that `texts` translates.

    Its `{placeholders}` are names of the error's fields and properties.
    """

    __slots__ = ()


Sentences = Words | tuple["Words | SetupError", ...]
"""One or more sentences; an error among them stands for its own sentences."""


@dataclass_transform(eq_default=False)
class SetupError(Exception):
    """One thing that can go wrong: its facts (fields, never a secret, token or code), its exit code and its texts.

    Each class is one error and complete in itself; `group=True` marks base classes that are never raised. Subclasses
    become dataclasses. Defining one without `title` and `what` raises `TypeError`.
    """

    exit_code: ClassVar[ExitCode] = ExitCode.UNEXPECTED

    def __init_subclass__(cls, *, group: bool = False) -> None:
        super().__init_subclass__()
        dataclass(cls, eq=False)
        if not group and (cls.title is SetupError.title or cls.what is SetupError.what):
            raise TypeError(f"{cls.__name__} has no words")

    @property
    @abstractmethod
    def title(self) -> Words:
        """What is wrong, as a heading."""

    @property
    @abstractmethod
    def what(self) -> Sentences:
        """What happened."""

    @property
    def hint(self) -> Sentences:
        """What to do about it; empty if there is nothing to say."""
        return ()

    @property
    def items(self) -> tuple[object, ...]:
        """Facts to show one per line, after everything else."""
        return ()

    @property
    def console(self) -> str:
        """The option or command for that, shown in brackets after the hint; the wizard has controls instead."""
        return ""

    @property
    def address(self) -> str:
        """A link to open or pass on, shown at the end of the hint; the wizard has a button for it."""
        return ""

    @property
    def reference(self) -> str:
        """Microsoft's error number, shown in brackets after `what`."""
        return ""

    @property
    def identifier(self) -> str:
        """Its stable name in JSON events."""
        return snake_case(type(self).__name__)

    @property
    def request_id(self) -> str | None:
        """Microsoft Graph's id of the request that failed, for Microsoft's support."""
        return None

    @property
    def correlation_id(self) -> str | None:
        """The token service's id of the sign-in that failed, for Microsoft's support."""
        return None

    @property
    def detail(self) -> str:
        """Microsoft's own message, of this error or of its cause: untrusted text; empty if there is none."""
        return self.__cause__.detail if isinstance(self.__cause__, SetupError) else ""

    @property
    def hint_comes_first(self) -> bool:
        """Whether a run that it stopped can only be finished after its hint was followed."""
        return False

    def __str__(self) -> str:
        return repr(self)


def snake_case(name: str) -> str:
    """The name in snake case: `FileExists` becomes `file_exists`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


class Unexpected(SetupError):
    """An exception that is not a `SetupError`: only its class name (`kind`) is shown, as its text may quote secrets."""

    kind: str
    title = Words("Unexpected error")
    what = Words("Something went wrong that this program did not foresee ({kind}).")
    hint = Words("Run it again; if the problem persists, send GLIMPS the diagnostic log.")
    console = "--log"

    @property
    def identifier(self) -> str:
        return snake_case(self.kind)


AT_REQUEST: Final = Words("Stopped at your request.")


class Cancelled(SetupError):
    """The person stopped the run; where something was planned, the console says what is done and what stays."""

    exit_code = ExitCode.CANCELLED
    title = Words("Cancelled")

    @property
    def what(self) -> Sentences:
        return AT_REQUEST
