"""An enrolment file cannot be followed: what it says cannot be used, there are two, or nobody compared it."""

from __future__ import annotations

from installer.errors.base import Sentences, SetupError, Words
from installer.errors.usage import BadInput


class InvalidEnrolment(BadInput):
    """A value that cannot be used, for the reason that is chained; `line` counts from 1."""

    path: str
    line: int
    key: str
    title = Words("The enrolment file cannot be used")

    @property
    def what(self) -> Sentences:
        return (Words("{path}, line {line}, “{key}”:"), *self._cause)

    @property
    def hint(self) -> Sentences:
        return tuple(cause for cause in self._cause if cause.hint)

    @property
    def _cause(self) -> tuple[SetupError, ...]:
        return (self.__cause__,) if isinstance(self.__cause__, SetupError) else ()


class SeveralEnrolments(BadInput):
    paths: tuple[str, ...]
    title = Words("There is more than one enrolment file")
    what = Words("Two enrolment files say what is to be done: {paths}. None of them was taken.")
    hint = Words("Ask your GLIMPS contact which one is meant, and give that one alone.")


class RecipientNotCompared(BadInput):
    """Whoever holds that key could open what is delivered, and a file may come from anybody."""

    path: str
    recipient: str
    fingerprint: str
    title = Words("Nobody has compared the recipient")
    what = Words(
        "{path} names a recipient that is not GLIMPS’s key in this program ({recipient}, fingerprint {fingerprint}), "
        "and with --yes nobody is asked."
    )
    hint = Words("Compare the fingerprint with your GLIMPS contact, then name the recipient yourself.")
    console = "--recipient"
