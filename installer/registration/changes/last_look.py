"""Checks an application that this run did not create once more, right before something is granted to it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from installer.errors.ownership import DecisionNeeded
from installer.events import Step, WaitReason
from installer.graph import Graph
from installer.model import Application, Decision, LiveCredential, NameOnly, PlanLine, Question, Reason
from installer.registration.candidates import is_consented
from installer.registration.changes.base import Change, Made
from installer.registration.judgement import Standard, judge
from installer.registration.scrutiny import GraphApi, look_again, scrutinize
from installer.retry import BUDGET, LIST_LAG, Pause, Retry


@dataclass(frozen=True, slots=True)
class LookAgain(Change):
    """Compares an application that this run did not create with what the plan showed of it.

    What the run removed must be gone, which Microsoft's lists may show late; anything new stops the run. Lists may
    also be late to show the consents of a restored application: until they do, its own secrets look like live
    credentials on an application that is about to be granted something. Both are given time.
    """

    step = Step.LOOK_AGAIN
    standard: Standard
    accepted: tuple[Reason, ...]
    removed: tuple[Reason, ...]
    ways: tuple[Decision, ...]

    @property
    def lines(self) -> tuple[PlanLine, ...]:
        return ()

    def carry_out(self, graph: Graph, made: Made) -> Made:
        """One batch (more for a restored application), repeated while lists may be late.

        Raises `DecisionNeeded` for anything the person has not decided about.
        """
        retry = Retry(graph.cancel, graph.on_wait)
        restored = made.existing.exposure is None
        while True:
            found = self._read(graph, made.existing)
            held = replace(
                self.standard, grants=self.standard.grants and not is_consented(self.standard.profile, found)
            )
            surprises = tuple(reason for reason in judge(found, held) if not self._expected(reason))
            if not surprises:
                return replace(made, application=replace(found, tags=made.existing.tags))
            left = [reason for reason in surprises if reason not in self.removed]
            late = all(restored and isinstance(reason, LiveCredential) for reason in left)
            wait = Pause(WaitReason.REPLICATION, budget=LIST_LAG if left else BUDGET)
            if not late or not retry.paused(wait):
                raise DecisionNeeded(Question(found, surprises, self.ways))

    def _read(self, graph: Graph, found: Application) -> Application:
        api = _graph_api(self.standard)
        if found.exposure is None:  # it was restored: in the recycle bin, little of it can be read
            return scrutinize(graph, [found], api, replicating=True)[0]
        return look_again(graph, found, api)

    def _expected(self, reason: Reason) -> bool:
        if isinstance(reason, NameOnly):  # not equal to the one accepted: this run has added our tag since
            return any(isinstance(accepted, NameOnly) for accepted in self.accepted)
        return reason in self.accepted


def _graph_api(standard: Standard) -> GraphApi:
    """What the standard holds about Microsoft Graph, as `scrutiny` takes it."""
    roles = {role: name for name, role in standard.app_roles.items()}
    return GraphApi(standard.graph, roles, standard.manifest.tolerated)
