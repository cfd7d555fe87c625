"""The root of the tree of errors, the exit codes, and what an error says of itself."""

from __future__ import annotations

import re
from abc import abstractmethod
from dataclasses import dataclass
from enum import IntEnum
from typing import ClassVar, dataclass_transform


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
    DECISION = 12
    ENDING = 13


class Words(str):
    """A text in English that the translators' tools collect where it is written, and that `texts` translates.

    Its `{placeholders}` name facts of the error.
    """

    __slots__ = ()


Sentences = Words | tuple["Words | SetupError", ...]
"""An error among the sentences stands for its own in that place."""


@dataclass_transform(eq_default=False)
class SetupError(Exception):
    """A thing that can be wrong: facts (fields, none of them a secret, a token or a code), exit code and words.

    One class is one error, and complete in itself; `group=True` is for those that only hold others together. A class
    without words is refused when it is defined.
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
        """What to do about it."""
        return ()

    @property
    def items(self) -> tuple[object, ...]:
        """Facts that are told one a line, after all else."""
        return ()

    @property
    def console(self) -> str:
        """The option or command that does it, in brackets after the hint: the wizard has controls instead."""
        return ""

    @property
    def address(self) -> str:
        """A link to open or to pass on, at the end of the hint: the wizard has a button for it."""
        return ""

    @property
    def reference(self) -> str:
        """Microsoft's number for it, in brackets after what happened."""
        return ""

    @property
    def identifier(self) -> str:
        """Its stable name for programs."""
        return snake_case(type(self).__name__)

    @property
    def request_id(self) -> str | None:
        """Microsoft Graph's id of the request that failed, for Microsoft's support."""
        return None

    @property
    def correlation_id(self) -> str | None:
        """The token service's id of the sign-in that failed, likewise."""
        return None

    @property
    def detail(self) -> str:
        """Microsoft's own sentence, as it came, or that of the error which led to this one: foreign text."""
        return self.__cause__.detail if isinstance(self.__cause__, SetupError) else ""

    @property
    def hint_comes_first(self) -> bool:
        """Whether a run that it stopped part-way only goes on once its hint was followed."""
        return False

    def __str__(self) -> str:
        return repr(self)


def snake_case(name: str) -> str:
    """`FileExists` as `file_exists`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


class Unexpected(SetupError):
    """An error that is not one of ours, known by the name of its class alone: its text may quote anything."""

    kind: str
    title = Words("Unexpected error")
    what = Words("Something went wrong that this program did not foresee ({kind}).")
    hint = Words("Run it again; if the problem persists, send GLIMPS the diagnostic log.")
    console = "--log"

    @property
    def identifier(self) -> str:
        return snake_case(self.kind)


class Cancelled(SetupError):
    exit_code = ExitCode.CANCELLED
    title = Words("Cancelled")
    what = Words("Stopped at your request.")
