"""Carries a plan out, change by change, and reports on each; Microsoft's refusals become the product's own errors."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from installer.errors.base import Cancelled, SetupError
from installer.errors.graph import ConsentRefused, GraphError, TokenRefused
from installer.errors.ownership import DecisionNeeded, Overtaken
from installer.errors.policy import PolicyForbids
from installer.errors.rights import ConsentLeft, NotEnoughRights
from installer.errors.work import StoppedPartWay
from installer.events import ApplicationKnown, Report, Step, StepDone, StepFailed, StepStarted, StepWaiting, Warned
from installer.graph import Graph
from installer.model import Able, Application, Rights
from installer.registration.changes import Change, Made
from installer.registration.plan import Plan
from installer.registration.tags import MarkedRun
from installer.retry import Pause

UNTOLD: Final = Rights()
"""The rights of an account about whose roles nothing is known."""


def apply(plan: Plan, graph: Graph, report: Report, rights: Rights = UNTOLD, run: MarkedRun | None = None) -> Made:
    """Carries out every change of the plan, in order, and returns what exists afterwards.

    A cancel takes effect between changes, and during the waits inside one. `rights` is what the account's roles say
    about it: that decides which error a 403 becomes. `run` is the run that the undelivered mark of a new credential
    names; None for a plan that makes none.

    Raises `Cancelled`, `NotEnoughRights`, `PolicyForbids`, `DecisionNeeded`, `Overtaken`; `ConsentLeft` where consent
    was refused to an account whose roles did not say whether it may give it. Any other error is raised as it is if
    nothing was written yet, and as `StoppedPartWay` if something was: a second run then does the rest.
    """
    made = Made(plan.application, run=run)
    done: list[Step] = []
    known = _id_of(plan.application)
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
            if made.application and _id_of(made.application) != known:
                known = _id_of(made.application)
                report(ApplicationKnown(made.application.client_id, made.application.object_id))
        done.append(change.step)
        for problem in made.warnings:
            report(Warned(problem))
        made = replace(made, warnings=())
    return made


def _id_of(application: Application | None) -> str | None:
    return application.object_id if application else None


class StepReport:
    """Reports the start, the waits and the end of one step.

    As a context manager it yields a `Graph` whose waits are reported as waits of this step.
    """

    def __init__(self, step: Step, report: Report, graph: Graph) -> None:
        self._step, self._report, self._graph = step, report, graph
        self._start = graph.cancel.now()

    def waiting(self, pause: Pause, seconds: float) -> None:
        """Reports a wait of so many seconds; the `on_wait` of the step's `Graph`."""
        self._report(StepWaiting(self._step, pause.reason, seconds, pause.request_id))

    def __enter__(self) -> Graph:
        self._report(StepStarted(self._step))
        return replace(self._graph, on_wait=self.waiting)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if error is None or isinstance(error, Overtaken):  # the run continues with another plan
            self._report(StepDone(self._step, self._graph.cancel.now() - self._start))
        elif not isinstance(error, Cancelled):
            self._report(StepFailed(self._step, error.request_id if isinstance(error, SetupError) else None))


def _refusal(error: SetupError, change: Change, made: Made, done: tuple[Step, ...], rights: Rights) -> SetupError:
    """The error to raise for `error`; `error` itself where no other says more."""
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
