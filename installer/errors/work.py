"""The work in the tenant stopped part-way, by an error or by the person, or the bundle was not delivered."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from installer.errors.base import AT_REQUEST, Cancelled, ExitCode, Sentences, SetupError, Words, snake_case
from installer.errors.files import FileFault
from installer.errors.proof import NOT_REVOKED
from installer.errors.rights import DONE_BEFORE
from installer.events import Step

RUN_AGAIN: Final = Words("Run it again: it will find what exists and finish the rest.")


class StoppedPartWay(SetupError):
    """A run stopped at `step` after those in `done`, which stay; `__cause__` says why."""

    step: Step
    done: tuple[Step, ...]
    request_id: str | None = None
    exit_code = ExitCode.PART_WAY

    title = Words("Setup stopped part-way")

    @property
    def what(self) -> Sentences:
        """Where it stopped, why, and what has been done."""
        cause = (self._cause,) if self._cause else ()
        done = (DONE_BEFORE,) if self.done else ()
        return (Words("It stopped at the step “{step}”."), *cause, *done)

    @property
    def hint(self) -> Sentences:
        return (self._cause, RUN_AGAIN) if self._cause and self._cause.hint_comes_first else RUN_AGAIN

    @property
    def _cause(self) -> SetupError | None:
        return self.__cause__ if isinstance(self.__cause__, SetupError) else None


class CredentialGone(SetupError):
    """Another run, or a person, removed the new credential before it was delivered."""

    exit_code = ExitCode.PART_WAY

    title = Words("The new credential was removed meanwhile")
    what = Words(
        "Somebody, or another run of this program, has removed the new secret or certificate from the application: "
        "it is of no use any more, and no file was written."
    )
    hint = Words("Run it again: it makes another one. The application and its consent stay as they are.")


class DeliveryFailed(SetupError):
    """The bundle was not written. `revoked` says whether its secret was revoked; None if it can still be delivered."""

    path: str
    reason: FileFault
    revoked: bool | None
    exit_code = ExitCode.NOT_DELIVERED

    title = Words("The encrypted file was not written")
    what = Words("{path} could not be written ({reason}).")

    @property
    def hint(self) -> Words:
        if self.revoked is False:
            return NOT_REVOKED
        if self.reason is FileFault.NO_MEMORY:
            if self.revoked:
                return Words(
                    "The secret was revoked: close other programs, or encrypt for a public key, and try again."
                )
            return Words("The secret is not lost: close other programs, or choose a recipient’s public key.")
        if self.revoked:
            return Words("The secret was revoked: run it again with another place for the file.")
        return Words("The secret is not lost: choose another place for the file.")


class MarkRemains(SetupError):
    """A warning: the credential is delivered, but its undelivered mark could not be removed."""

    key_id: str
    title = Words("The credential is delivered, but still marked as undelivered")
    what = Words(
        "The credential works and is delivered, but Microsoft did not let this program remove the “undelivered” "
        "mark from the application (key ID {key_id})."
    )
    hint = Words(
        "Let the next setup or renewal write into the same folder: it keeps this credential. One that writes elsewhere "
        "takes it for undelivered and removes it."
    )


class FileRecovered(SetupError):
    """A warning: the bundle of a run that died before it could rename it was found, and renamed to `path`."""

    path: str
    key_id: str
    title = Words("The file of an earlier run was found")
    what = Words(
        "An earlier run stopped right before it named its encrypted file. The file is complete and is now {path}; its "
        "credential is valid (key ID {key_id})."
    )
    hint = Words("Deliver one of the files, and remove the credential of the other.")
    console = "remove --key-id"


class PlainFileFailed(SetupError):
    """The unencrypted file, in which nothing is secret, was not written; what was registered stays."""

    path: str
    reason: FileFault
    exit_code = ExitCode.NOT_DELIVERED

    title = Words("The file was not written")
    what = Words("{path} could not be written ({reason}).")
    hint = Words("What was registered stays: run it again with another place for the file.")


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
