"""Carries a plan out, change by change, and reports on each; a refusal becomes the error that fits it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from installer.errors.base import Cancelled, SetupError
from installer.errors.graph import ConsentRefused, GraphError, TokenRefused
from installer.errors.meanwhile import Overtaken
from installer.errors.ownership import DecisionNeeded
from installer.errors.policy import PolicyForbids
from installer.errors.rights import ConsentLeft, NotEnoughRights
from installer.errors.work import StoppedPartWay
from installer.events import Report, Step, StepDone, StepFailed, StepStarted, StepWaiting, Warned
from installer.graph import Graph
from installer.model import Able, Rights
from installer.registration.changes import Change, Made
from installer.registration.plan import Plan
from installer.registration.undelivered import Run
from installer.retry import Pause

UNTOLD: Final = Rights()
"""Of an account whose roles tell nothing."""


def apply(plan: Plan, graph: Graph, report: Report, rights: Rights = UNTOLD, run: Run | None = None) -> Made:
    """Does every change of the plan. Stops between changes, and while waiting inside one, when cancelled.

    `rights` are what the account's roles tell: they choose the words for what Microsoft refuses. `run` is what the
    undelivered mark of a new credential names.

    Raises `Cancelled`; `NotEnoughRights`, `PolicyForbids`, `Overtaken`; `ConsentLeft` where the consent was tried by
    an account whose roles do not tell; else the cause itself where nothing was done yet and `StoppedPartWay` where
    something was: running again finishes it.
    """
    made = Made(plan.application, run=run)
    done: list[Step] = []
    for change in plan.changes:
        graph.cancel.check()
        with StepReport(change.step, report, graph) as watched:
            try:
                made = change.carry_out(watched, made)
            except Cancelled:
                raise
            except SetupError as error:
                refusal = _refusal(error, change, made, tuple(done), rights)
                if refusal is error:
                    raise
                raise refusal from error
        done.append(change.step)
        for problem in made.warnings:
            report(Warned(problem))
        made = replace(made, warnings=())
    return made


class StepReport:
    """Reports the start, the waits and the end of one step; as a context it gives the Graph whose waits it reports."""

    def __init__(self, step: Step, report: Report, graph: Graph) -> None:
        self._step, self._report, self._graph = step, report, graph
        self._start = graph.cancel.now()

    def waiting(self, pause: Pause, seconds: float) -> None:
        self._report(StepWaiting(self._step, pause.reason, seconds, pause.request_id))

    def __enter__(self) -> Graph:
        self._report(StepStarted(self._step))
        return replace(self._graph, on_wait=self.waiting)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if error is None or isinstance(error, Overtaken):  # it goes on with another plan
            self._report(StepDone(self._step, self._graph.cancel.now() - self._start))
        elif not isinstance(error, Cancelled):
            self._report(StepFailed(self._step, error.request_id if isinstance(error, SetupError) else None))


def _refusal(error: SetupError, change: Change, made: Made, done: tuple[Step, ...], rights: Rights) -> SetupError:
    match error:
        case PolicyForbids() | DecisionNeeded() | Overtaken():
            return error
        case TokenRefused() | ConsentRefused(__cause__=TokenRefused()):
            return StoppedPartWay(change.step, done, error.request_id) if done else error
        case ConsentRefused(__cause__=GraphError(status=403, code="Authorization_RequestDenied")):
            if rights.can_consent is Able.UNKNOWN:
                return ConsentLeft(made.existing, error.denied, error.standing, done, error.request_id)
            return NotEnoughRights(rights, done, change.step, error.request_id, error.denied, error.standing)
        case GraphError() if error.denies:
            if change.step is Step.CONSENT and rights.can_consent is Able.UNKNOWN:
                return ConsentLeft(made.existing, (), (), done, error.request_id)
            return NotEnoughRights(rights, done, change.step, error.request_id)
        case _ if done:
            return StoppedPartWay(change.step, done, error.request_id)
    return error
