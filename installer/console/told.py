"""What a run has told so far: whose application it is about, what is done, and what a stop would leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from installer.errors.base import Cancelled
from installer.errors.work import StoppedAtRequest, TheCredential
from installer.events import (
    ApplicationKnown,
    DecisionAsked,
    Delivered,
    Event,
    Failed,
    Finished,
    HealthChecked,
    Planned,
    SignedIn,
    Step,
    StepDone,
    StepFailed,
    StepStarted,
    Warned,
)
from installer.model import Fate, Thing, rfc3339
from installer.texts import explain

_READS: Final = frozenset({Step.SIGN_IN, Step.INSPECT, Step.LOOK_AGAIN, Step.TOKEN, Step.READS})
"""The steps that change nothing in the tenant."""
_MAKES: Final = frozenset({Step.CREDENTIAL, Step.CERTIFICATE, Step.FEDERATION})
"""The steps that make the new credential."""
_NEW: Final = frozenset({Thing.SECRET, Thing.CERTIFICATE, Thing.FEDERATION})


@dataclass
class Told:
    """Fed with every event of the run, in order; not thread-safe."""

    warnings: list[str] = field(default_factory=list)
    """The codes of the warnings; the last event repeats them."""
    tenant_id: str | None = None
    client_id: str | None = None
    app_object_id: str | None = None
    checked: HealthChecked | None = None
    """What was checked last; the last event of a run that fails repeats whose it is."""
    begun: list[Step] = field(default_factory=list)
    done: list[Step] = field(default_factory=list)
    planned: bool = False
    makes_credential: bool = False
    """Whether the plan has a new credential."""
    delivered: str = ""
    """The path of the file that was written."""

    def hear(self, event: Event) -> None:
        """Remembers what the event tells."""
        match event:
            case Warned():
                self.warnings.append(explain(event.problem).code)
            case SignedIn():
                self.tenant_id = event.organization.id
            case DecisionAsked():
                found = event.question.application
                self.client_id, self.app_object_id = found.client_id, found.object_id
            case ApplicationKnown():
                self.tenant_id = event.tenant_id or self.tenant_id
                self.client_id, self.app_object_id = event.client_id, event.object_id
            case HealthChecked():
                self.checked = event
            case Planned():
                self.planned = True
                created = {line.thing for line in event.lines if line.status is Fate.CREATED}
                if Thing.APPLICATION in created:  # what was found is left alone
                    self.client_id = self.app_object_id = None
                self.makes_credential = bool(_NEW & created)
            case Delivered():
                self.delivered = event.bundle.path
            case StepStarted() if event.step not in _READS:
                self.begun.append(event.step)
            case StepDone() if event.step not in _READS:
                self.done.append(event.step)
            case StepFailed() if event.step in self.begun and event.step is not Step.REVOKE:
                self.begun.remove(event.step)

    def completed(self, event: Event) -> Event:
        """The last event, or one about an error, with what is known besides."""
        if isinstance(event, Failed):
            ids = self.tenant_id, self.client_id, self.app_object_id
            return replace(event, tenant_id=ids[0], client_id=ids[1], app_object_id=ids[2])
        if isinstance(event, Finished):
            return self._finished(event)
        return event

    def _finished(self, event: Finished) -> Finished:
        known = replace(event, warnings=tuple(self.warnings), tenant_id=event.tenant_id or self.tenant_id)
        if event.client_id:
            return known
        checked = self.checked
        if checked is None:
            return replace(known, client_id=self.client_id, app_object_id=self.app_object_id)
        ends = checked.health.ends
        return replace(
            known,
            tenant_id=checked.tenant_id or known.tenant_id,
            client_id=checked.client_id,
            app_object_id=checked.object_id,
            expires=rfc3339(ends) if ends else None,
        )

    def stopped(self) -> Cancelled:
        """What a stop at the person's request has left behind."""
        begun = [step for step in dict.fromkeys(self.begun) if step not in self.done]
        if not (self.planned or begun or self.done):
            return Cancelled()
        credential = self._credential(begun)
        gone = () if credential is TheCredential.NONE else (*_MAKES, Step.REVOKE)
        kept = tuple(step for step in dict.fromkeys(self.done) if step not in gone)
        unsure = next((step for step in begun if step not in (*_MAKES, Step.REVOKE, Step.DELIVER)), None)
        return StoppedAtRequest(kept, unsure, credential, self.delivered, written=bool(self.begun or self.done))

    def _credential(self, begun: Sequence[Step]) -> TheCredential:
        if Step.REVOKE in self.done:
            return TheCredential.REVOKED
        if Step.REVOKE in begun:
            return TheCredential.NOT_REVOKED
        if self.delivered or Step.FEDERATION in self.done:
            return TheCredential.NONE
        if _MAKES & {*begun, *self.done}:
            return TheCredential.UNSURE
        if self.makes_credential:
            return TheCredential.NOT_CREATED
        return TheCredential.NONE
