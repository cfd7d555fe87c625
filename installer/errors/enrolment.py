"""An enrolment file cannot be used: a value is invalid, there are two files, or nobody has compared its recipient."""

from __future__ import annotations

from installer.errors.base import Sentences, SetupError, Words
from installer.errors.usage import BadInput


class InvalidEnrolment(BadInput):
    """A value cannot be used, for the reason in `__cause__`; `line` counts from 1."""

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
    """Two enrolment files were found, and nothing says which one counts."""

    paths: tuple[str, ...]
    title = Words("There is more than one enrolment file")
    what = Words("Two enrolment files say what is to be done: {paths}. None of them was taken.")
    hint = Words("Ask your GLIMPS contact which one is meant, and give that one alone.")


class RecipientNotCompared(BadInput):
    """The file names a recipient, and nobody can be asked to compare its fingerprint.

    Whoever has that key could open the bundle, and the file could come from anybody.
    """

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
