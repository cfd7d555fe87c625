"""An application was found that is not plainly ours, or the tenant changed after the plan was made."""

from __future__ import annotations

from installer.errors.base import ExitCode, Sentences, SetupError, Words
from installer.model import ChangedByUs, Decision, Question


class DecisionNeeded(SetupError):
    """The person has to decide about the application in `question`; nothing was granted or added to it."""

    question: Question
    exit_code = ExitCode.DECISION
    title = Words("Whose application is this?")

    @property
    def name(self) -> str:
        """The application's display name."""
        return self.question.application.name

    @property
    def app(self) -> str:
        """The application (client) ID."""
        return self.question.application.client_id

    @property
    def changed(self) -> tuple[str, ...]:
        """The properties that our write changed on an application that somebody else had just registered."""
        return tuple(name for met in self._met for name in met.changed)

    @property
    def restored(self) -> tuple[str, ...]:
        """Those of them that were cleared again."""
        return tuple(name for met in self._met for name in met.restored)

    @property
    def what(self) -> Sentences:
        found = Words(
            "“{name}” ({app}) was found, and it is not plainly ours. Nothing was granted to it, and no credential was "
            "added."
        )
        changed = Words("Our registration met it, and changed: {changed}.")
        restored = Words("Taken back: {restored}.")
        return (found, *((changed,) if self.changed else ()), *((restored,) if self.restored else ()))

    @property
    def hint(self) -> Words:
        if Decision.ADOPT in self.question.ways:
            return Words("Decide: remove what does not belong, leave it and register another one, or take it as it is.")
        return Words("Decide: remove what does not belong, or leave it and register another one.")

    @property
    def console(self) -> str:
        return ", ".join(f"--{way}" for way in self.question.ways)

    @property
    def _met(self) -> tuple[ChangedByUs, ...]:
        return tuple(reason for reason in self.question.reasons if isinstance(reason, ChangedByUs))


class Overtaken(SetupError, group=True):
    """A request found the tenant changed and created nothing. The run reads the tenant again, warns, and continues.

    It ends the run only if nobody agrees to what the new plan does beyond the first one.
    """

    exit_code = ExitCode.PART_WAY


class CreatedMeanwhile(Overtaken):
    """The request to register met an application with our unique name, and changed it instead of creating one.

    `lost`: an earlier answer to the same request was lost, so this run may have created it itself. `changed` are the
    names of the properties that the request wrote (Microsoft Graph, application resource).
    """

    name: str
    client_id: str
    object_id: str
    lost: bool
    changed: tuple[str, ...] = ()
    request_id: str | None = None

    title = Words("The application was registered meanwhile")
    what = Words(
        "Somebody else, or another run of this program, registered “{name}” (client ID {client_id}) "
        "after the plan was made."
    )
    hint = Words(
        "The existing application is read, and a new plan is made. If the run stops here, run it again to see "
        "that plan."
    )


class UniqueNameTaken(Overtaken):
    """Another application has our unique name: usually a deleted one, which holds it for 30 days."""

    unique_name: str
    request_id: str | None = None

    title = Words("The unique name is taken")
    what = Words(
        "Another application of this tenant has the unique name {unique_name}; one that was deleted keeps it for "
        "30 days."
    )
    hint = Words(
        "An application of ours in the recycle bin is restored; otherwise another unique name is used. If the "
        "run stops here, run it again to see that plan."
    )
