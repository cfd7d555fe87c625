"""An application was found that is not plainly ours, and nobody has decided what to do with it."""

from __future__ import annotations

from installer.errors.base import ExitCode, Sentences, SetupError, Words
from installer.model import CreatedMeanwhile, Decision, Question


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
    def _met(self) -> tuple[CreatedMeanwhile, ...]:
        return tuple(reason for reason in self.question.reasons if isinstance(reason, CreatedMeanwhile))
