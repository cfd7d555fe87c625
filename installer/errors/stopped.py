"""The person stopped a run that writes: what is done, what became of the credential, and what to do."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from installer.errors.base import AT_REQUEST, Cancelled, Sentences, Words, snake_case
from installer.errors.rights import DONE_BEFORE
from installer.errors.work import RUN_AGAIN
from installer.events import Step


class TheCredential(StrEnum):
    """What became of the new credential."""

    NONE = "none"
    """None was wanted, or it is registered or delivered."""
    NOT_CREATED = "not_created"
    UNSURE = "unsure"
    """It was created, or may have been, and nobody has its secret."""
    REVOKED = "revoked"
    NOT_REVOKED = "not_revoked"


_CREDENTIAL: Final = {
    TheCredential.NOT_CREATED: Words("No credential was created."),
    TheCredential.UNSURE: Words("The new credential may exist: the next run finds it, and removes it if it is lost."),
    TheCredential.REVOKED: Words("The new credential was revoked."),
    TheCredential.NOT_REVOKED: Words("The new credential could not be revoked: the next run removes it."),
}


class StoppedAtRequest(Cancelled):
    """A cancel after the plan was shown: the steps in `done` stay, and part of the step `begun` may be done.

    `written`: whether any step that writes has begun. `file` is what was written by then, empty if nothing was.
    """

    done: tuple[Step, ...]
    begun: Step | None
    credential: TheCredential
    file: str
    written: bool

    @property
    def identifier(self) -> str:
        return snake_case(Cancelled.__name__)

    @property
    def what(self) -> Sentences:
        if not self.written:
            return (AT_REQUEST, Words("Nothing was changed."))
        done = (DONE_BEFORE,) if self.done else ()
        begun = (Words("The step “{begun}” may be done in part."),) if self.begun else ()
        credential = (_CREDENTIAL[self.credential],) if self.credential in _CREDENTIAL else ()
        file = (Words("The file is written: {file}."),) if self.file else ()
        return (AT_REQUEST, *done, *begun, *credential, *file)

    @property
    def hint(self) -> Sentences:
        return RUN_AGAIN if self.written and not self.file else ()
