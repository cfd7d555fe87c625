"""The run page: a progress bar, the steps with their times, a log, and what is offered if the run stops early."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QProgressBar, QWidget

from installer import engine
from installer.cancel import Cancel
from installer.errors.base import Cancelled, SetupError
from installer.errors.ownership import DecisionNeeded
from installer.errors.proof import ApplicationRefused
from installer.errors.rights import ConsentLeft
from installer.errors.sign_in import SignInError
from installer.events import (
    Event,
    Report,
    SignInBrowser,
    SignInDeviceCode,
    Step,
    StepDone,
    StepFailed,
    StepStarted,
    StepWaiting,
    Warned,
)
from installer.gui.answer import plan_as_answered
from installer.gui.controls import Disclosure
from installer.gui.flow import Close, Next, Outcome, Path, PlanAgain
from installer.gui.info_bar import Notice
from installer.gui.job import Job, Review, Tenant
from installer.gui.labels import Label
from installer.gui.page import Buttons, Page, read_for
from installer.gui.pages.run.offers import RunOffers
from installer.gui.pages.run.progress import ProgressLog, StepList
from installer.model import CredentialSpec, Prepare, Remove, Renew, SetUp, TenantState, Thing, beside
from installer.texts import step_title, translate, waiting

if TYPE_CHECKING:
    from installer.registration import Made, Registration

PROOF: Final = (Step.TOKEN, Step.READS)
"""The steps that come after those of the plan."""
PARTS: Final = 100
"""Parts of the bar for each step."""


class State(Enum):
    """How the run stands."""

    RUNNING = auto()
    STOPPING = auto()
    STOPPED = auto()
    FAILED = auto()
    REFUSED = auto()
    """The tenant does not let the application sign in: its credential could not be tried."""
    DONE = auto()


class RunPage(Page):
    """Carries out the plan, and shows the progress."""

    def __init__(self, job: Job) -> None:
        super().__init__(job)
        self.state = State.RUNNING
        self._step: Step | None = None
        self._wait: StepWaiting | None = None
        self._code: SignInDeviceCode | None = None
        self._accept_unproven = False
        self._offers = RunOffers(job, self.outcome.emit, self._deliver_unproven)
        self.activity = Label("strong")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.say(self.bar.setAccessibleName, lambda: translate("RunPage", "Progress"))
        self.say(self.activity.setText, self._activity)
        self.steps = StepList()
        self.log = ProgressLog(self._log_saved)
        self.more = Disclosure(lambda: translate("RunPage", "Progress log"), self.log)
        for widget in (self.activity, self.bar, self.steps, self.more):
            self.body.addWidget(widget)
        self.body.addStretch()

    def heading(self) -> str:
        """The state of the run, or the step at which it stopped."""
        match self.state:
            case State.STOPPING:
                return translate("RunPage", "Stopping after the current call…")
            case State.STOPPED:
                return translate("RunPage", "Stopped at your request")
            case State.RUNNING if self.job.path is Path.REMOVE:
                return translate("RunPage", "Removing…")
            case State.REFUSED:
                return translate("RunPage", "The application cannot sign in")
            case State.FAILED if self._step:
                return translate("RunPage", "Setup stopped at step “{step}”").format(step=step_title(self._step))
            case State.FAILED:
                return translate("RunPage", "Setup stopped")
            case State.DONE:
                return translate("RunPage", "Everything is in place")
        return translate("RunPage", "Setting up…")

    def subheading(self) -> str:
        if self.state is State.REFUSED:
            return translate(
                "RunPage", "Everything else is in place, and stays. Only the credentials could not be tried."
            )
        if self.state in (State.STOPPED, State.FAILED):
            return translate("RunPage", "What was done stays in place. Starting again finds it and finishes the rest.")
        return translate("RunPage", "Nothing is lost if you stop: starting again finishes the rest.")

    def buttons(self) -> Buttons:
        """Stop during the run; afterwards, what remains to be done."""
        match self.state:
            case State.STOPPED | State.FAILED | State.REFUSED:
                again = (
                    translate("RunPage", "&Resume")
                    if self.state is State.STOPPED
                    else translate("RunPage", "&Try again")
                )
                return Buttons(again, translate("RunPage", "Close and finish later"))
            case State.DONE:
                return Buttons()
        stop = translate("RunPage", "&Stop")
        return Buttons(cancel=stop, cancel_enabled=self.state is State.RUNNING)

    def first_focus(self) -> QWidget | None:
        return None

    def enter(self) -> None:
        """Carries out the plan that was agreed to."""
        self._accept_unproven = _takes_unproven(self.job.review)
        self._begin()

    def fail(self, error: BaseException) -> None:
        """An error ends the run."""
        self._stopped(error)

    def apply(self) -> Outcome | None:
        """Goes on once all is done; else tries the rest."""
        if self.state is State.DONE:
            return Next()
        self._resume()
        return None

    def hold(self, close: Close) -> None:
        """Stops the run after the request under way."""
        if close is Close.STOP_FIRST:
            self.state = State.STOPPING
            self.ask_to_stop()
            self.refresh()

    def retranslate(self) -> None:
        super().retranslate()
        self.steps.retranslate()

    def _log_saved(self, error: SetupError | None) -> None:
        if error:
            self.info.tell(Notice.of(error))
        else:
            self.announce(translate("RunPage", "Saved"))

    # --- the work ---------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        """Carries out the plan that was agreed to."""
        tenant, reviewed = self.job.tenant, self.job.review
        if tenant is None or reviewed is None:
            return
        proof = PROOF if self._tries_a_credential else ()
        steps = (*dict.fromkeys(change.step for change in reviewed.plan.changes), *proof)
        self.steps.show_steps(steps)
        self.bar.setRange(0, max(PARTS, PARTS * len(steps)))
        self.bar.setValue(0)
        self.log.clear()
        self._run()
        self._carry_out(tenant.connection, reviewed)

    def _resume(self) -> None:
        """Reads the tenant again and does only the rest of the plan; anything else has to be agreed to first."""
        tenant, reviewed = self.job.tenant, self.job.review
        if tenant is None or reviewed is None:
            return
        connection, choices = tenant.connection, reviewed.choices

        def task(cancel: Cancel, report: Report) -> TenantState:
            return read_for(choices, connection, cancel, report)

        def done(state: TenantState) -> None:
            self.job.tenant = Tenant(connection, state)
            plan, decided = plan_as_answered(connection, self.job.choices, state, self.job.answer)
            if plan.is_rest_of(reviewed.plan):
                self._carry_out(connection, Review(plan, decided, state))
            else:
                self.job.review, self.job.changed_since_review = None, True
                self.outcome.emit(PlanAgain())

        self._run()
        self.work(task, done, self._stopped, self._reading)

    def _run(self) -> None:
        self.state, self._step, self._wait, self._code, self.job.error = State.RUNNING, None, None, None, None
        self.focus_moved.emit()

    def _deliver_unproven(self) -> None:
        """Makes a credential once more, and takes it even where it cannot be tried."""
        self._accept_unproven = True
        self._resume()

    def _carry_out(self, connection: engine.Connection, reviewed: Review) -> None:
        plan, choices, state, accept = reviewed.plan, reviewed.choices, reviewed.state, self._accept_unproven
        if isinstance(choices, Prepare | Remove):

            def apply(cancel: Cancel, report: Report) -> Made:
                return engine.apply(connection, plan, state, choices, cancel, report)

            self.work(apply, self._applied, self._stopped, self._event)
        else:
            wanted = replace(choices, accept_unproven=accept)

            def register(cancel: Cancel, report: Report) -> Registration:
                return engine.register(connection, plan, state, wanted, cancel, report)

            self.work(register, self._registered, self._stopped, self._event)

    @property
    def _tries_a_credential(self) -> bool:
        """What the connector has the secret of, only the connector can try."""
        choices = self.job.choices
        return isinstance(choices, SetUp | Renew) and isinstance(choices.credential, CredentialSpec)

    def _reading(self, event: Event) -> None:
        """Logs the steps of reading, which are not part of the plan."""
        if isinstance(event, StepStarted | StepWaiting | StepDone | StepFailed):
            self.log.add(event)
        else:
            self._event(event)

    def _event(self, event: Event) -> None:
        self.log.add(event)
        match event:
            case SignInBrowser():  # Microsoft wants a new token in the middle of the run
                self.open_in_browser(event.url)
            case SignInDeviceCode():
                self._code = event
            case Warned(SignInError() as problem):
                self.info.tell(Notice.of(problem, role="warning"))
            case StepStarted(step):
                self._step, self._wait = step, None
                self.steps.start(step)
                self._fill(PARTS // 3)
            case StepWaiting():
                self._wait = event
                self.steps.wait(event.step)
            case StepDone(step, seconds):
                self._wait, self._code = None, None
                self.steps.finish(step, seconds)
                self._fill(0)
                self.announce(translate("RunPage", "{step}: done").format(step=step_title(step)))
            case StepFailed(step):
                self.steps.fail(step)
        self._show_activity()

    def _fill(self, more: int) -> None:
        """Moves the bar, only forward; it is full only when everything is done."""
        value = PARTS * self.steps.finished + more
        self.bar.setValue(max(self.bar.value(), min(value, self.bar.maximum() - 1)))

    def _show_activity(self) -> None:
        self.activity.setText(self._activity())
        self.activity.setVisible(bool(self.activity.text()))

    def _activity(self) -> str:
        if self.state is not State.RUNNING or not self._step:
            return ""
        if self._code:
            return translate("RunPage", "Microsoft asks you to sign in again: open {address} and enter {code}.").format(
                address=self._code.verification_uri, code=self._code.user_code
            )
        if self._wait:
            return waiting(self._wait)
        return translate("RunPage", "{step}…").format(step=step_title(self._step))

    def _registered(self, registration: Registration) -> None:
        client = (self.job.enrolment.client if self.job.enrolment else None) or ""
        self.job.registration, self.job.bundle, self.job.warning = replace(registration, client=client), None, None
        self.job.stored = self.job.revoked = False
        self.job.settle_on(registration.credentials.application)
        self._finish()

    def _applied(self, made: Made) -> None:
        if self.job.path is Path.PREPARE:
            self.job.prepared = made.application
            self.job.settle_on(made.existing)
        else:
            self.job.removed = made.application
        self._finish()

    def _finish(self, path: Path | None = None) -> None:
        """Goes on, on another path where one is given."""
        self.state = State.DONE
        self.bar.setValue(self.bar.maximum())
        self._show_activity()
        self.announce(self.heading())
        self.outcome.emit(Next(path))

    def _leave_consent(self, left: ConsentLeft) -> None:
        """Continues as if the consent had been left to another administrator from the start.

        If the application asks for more than GLIMPS needs, that is decided first: consenting would grant it all.
        """
        if _asks_for_more(self.job.review):
            self.state = State.FAILED
            self.outcome.emit(PlanAgain(Path.PREPARE))
            return
        self.job.settle_on(left.application)
        self.job.prepared, self.job.error = left.application, left
        self._finish(Path.PREPARE)

    def _ask(self, needed: DecisionNeeded) -> None:
        """The application is not, or no longer, as it was when the plan was agreed to: back to the panel."""
        self.state = State.FAILED
        self.steps.halt()
        self.job.surprise = needed
        self.outcome.emit(PlanAgain())

    def _stopped(self, error: BaseException) -> None:
        match error:
            case ConsentLeft():
                self._leave_consent(error)
                return
            case DecisionNeeded():
                self._ask(error)
                return
            case Cancelled():
                self.state = State.STOPPED
            case ApplicationRefused():
                self.state, self._accept_unproven = State.REFUSED, False
            case _:
                self.state = State.FAILED
        self._show_activity()
        self.steps.halt()
        begun = self.steps.finished > 0
        if isinstance(error, Cancelled):
            self.info.tell(self._offers.after_stop(begun))
        else:
            self.show_error(error, *self._offers.after(error, begun))
        self.refresh()
        self.focus_moved.emit()


def _takes_unproven(reviewed: Review | None) -> bool:
    """Whether the person accepted an application that may be unable to sign in."""
    choices = reviewed.choices if reviewed else None
    return isinstance(choices, SetUp | Renew) and choices.accept_unproven


def _asks_for_more(reviewed: Review | None) -> bool:
    """Whether the application asks for permissions that the portal's button would grant beyond GLIMPS's."""
    lines = reviewed.plan.lines if reviewed else ()
    return any(line.thing is Thing.DECLARED_PERMISSION for line in beside(lines))
