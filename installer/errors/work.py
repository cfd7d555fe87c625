"""The work in the tenant stopped half-way, or its bundle was not delivered."""

from __future__ import annotations

from installer.errors.base import ExitCode, Sentences, SetupError, Words
from installer.errors.files import FileFault
from installer.errors.proof import NOT_REVOKED
from installer.errors.rights import DONE_BEFORE
from installer.events import Step


class StoppedPartWay(SetupError):
    """`step` is the one it stopped at, `done` those that hold; the cause is chained."""

    step: Step
    done: tuple[Step, ...]
    request_id: str | None = None
    exit_code = ExitCode.PART_WAY

    title = Words("Setup stopped part-way")

    @property
    def what(self) -> Sentences:
        """Where it stopped, why, and what is in place."""
        cause = (self._cause,) if self._cause else ()
        done = (DONE_BEFORE,) if self.done else ()
        return (Words("It stopped at the step “{step}”."), *cause, *done)

    @property
    def hint(self) -> Sentences:
        again = Words("Run it again: it will find what exists and finish the rest.")
        return (self._cause, again) if self._cause and self._cause.hint_comes_first else again

    @property
    def _cause(self) -> SetupError | None:
        return self.__cause__ if isinstance(self.__cause__, SetupError) else None


class DeliveryFailed(SetupError):
    """`revoked` says whether the undelivered secret was revoked; None while it is still in hand."""

    path: str
    reason: FileFault
    revoked: bool | None
    exit_code = ExitCode.NOT_DELIVERED

    title = Words("The encrypted file was not written")
    what = Words("{path} could not be written ({reason}).")

    @property
    def hint(self) -> Words:
        if self.revoked is None:
            return Words("The secret is not lost: choose another place for the file.")
        if self.revoked:
            return Words("The secret was revoked: run it again with another place for the file.")
        return NOT_REVOKED


class MarkRemains(SetupError):
    """A warning: the credential is delivered, but the application still bears the mark of an undelivered one."""

    key_id: str
    title = Words("The credential is delivered, but still marked as undelivered")
    what = Words(
        "The credential works and is delivered, but Microsoft did not let this program take the mark of an undelivered "
        "one off the application (key ID {key_id})."
    )
    hint = Words(
        "Let the next setup or renewal write into the same folder: it keeps this credential. One that writes elsewhere "
        "takes it for undelivered and removes it."
    )


class FileRecovered(SetupError):
    """A warning: the bundle of a run that died in the last moment got its name."""

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
    """The file of IDs, in which nothing is secret, was not written; what was registered stays."""

    path: str
    reason: FileFault
    exit_code = ExitCode.NOT_DELIVERED

    title = Words("The file was not written")
    what = Words("{path} could not be written ({reason}).")
    hint = Words("What was registered stays: run it again with another place for the file.")
