"""The run page: a progress bar, the steps with their times, and a log; and what is offered if the run ends early."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QProgressBar, QWidget

from installer import engine
from installer.cancel import Cancel
from installer.errors.base import Cancelled, SetupError
from installer.errors.policy import CredentialForbidden, LifetimeTooLong
from installer.errors.proof import ApplicationRefused
from installer.errors.rights import ConsentLeft, NotEnoughRights
from installer.errors.sign_in import SignInError
from installer.errors.work import StoppedPartWay
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
from installer.gui.controls import Disclosure
from installer.gui.documents import delivery_folder
from installer.gui.info_bar import Notice, Offer
from installer.gui.job import Job, Path, Review, Tenant
from installer.gui.labels import Label
from installer.gui.page import Buttons, Page
from installer.gui.pages.plan import PlanPage
from installer.gui.pages.progress import ProgressLog, StepList
from installer.gui.retranslation import Text
from installer.model import CredentialKind, CredentialSpec, Prepare, Remove, TenantState
from installer.texts import step_title, translate, waiting

if TYPE_CHECKING:
    from installer.registration import Made, Registration

PROOF: Final = (Step.TOKEN, Step.READS)
"""The steps that come after those of the plan."""
PARTS: Final = 100
"""Parts of the bar for each step."""


class State(Enum):
    RUNNING = auto()
    STOPPING = auto()
    STOPPED = auto()
    FAILED = auto()
    REFUSED = auto()
    """The tenant does not let the application sign in: its credential could not be tried."""
    DONE = auto()


class RunPage(Page):
    def __init__(self, job: Job) -> None:
        super().__init__(job)
        self.setCommitPage(True)
        self.state = State.RUNNING
        self._step: Step | None = None
        self._wait: StepWaiting | None = None
        self._code: SignInDeviceCode | None = None
        self._accept_unproven = False
        self._offers = RunOffers(job, lambda: self.return_wanted.emit(PlanPage), self._deliver_unproven)
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

    def step(self) -> str:
        return translate("RunPage", "Run")

    def heading(self) -> str:
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
                "RunPage", "Everything else is in place, and stays. Only its credentials could not be tried."
            )
        if self.state in (State.STOPPED, State.FAILED):
            return translate("RunPage", "What was done stays in place. Starting again finds it and finishes the rest.")
        return translate("RunPage", "Nothing is lost if you stop: starting again finishes the rest.")

    def buttons(self) -> Buttons:
        match self.state:
            case State.STOPPED | State.FAILED | State.REFUSED:
                again = (
                    translate("RunPage", "&Resume")
                    if self.state is State.STOPPED
                    else translate("RunPage", "&Try again")
                )
                return Buttons(again, translate("RunPage", "Close and finish later"), back=False)
            case State.DONE:
                return Buttons(back=False)
        stop = translate("RunPage", "&Stop")
        return Buttons(cancel=stop, back=False, cancel_enabled=self.state is State.RUNNING)

    def first_focus(self) -> QWidget | None:
        return None

    def enter(self) -> None:
        self._accept_unproven = False
        self._begin()

    def fail(self, error: BaseException) -> None:
        self._stopped(error)

    def apply(self) -> bool:
        if self.state is State.DONE:
            return True
        self._resume()
        return False

    def may_close(self) -> bool:
        if self.busy:
            self.state = State.STOPPING
            self.ask_to_stop()
            self.refresh()
            return False
        return True

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
        proof = PROOF if self._makes_a_credential else ()
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
            return engine.spare(engine.read(connection, choices.target, cancel, report), delivery_folder())

        def done(state: TenantState) -> None:
            plan = engine.plan(connection, choices, state)
            self.job.tenant = Tenant(connection, state)
            if plan.is_rest_of(reviewed.plan):
                self._carry_out(connection, Review(plan, choices, state))
            else:
                self.job.review, self.job.changed_since_review = None, True
                self.return_wanted.emit(PlanPage)

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

            def register(cancel: Cancel, report: Report) -> Registration:
                return engine.register(connection, plan, state, choices, cancel, report, accept_unproven=accept)

            self.work(register, self._registered, self._stopped, self._event)

    @property
    def _makes_a_credential(self) -> bool:
        return not isinstance(self.job.choices, Prepare | Remove)

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
        self.job.registration, self.job.bundle, self.job.warning = registration, None, None
        self.job.stored = self.job.revoked = False
        self._finish()

    def _applied(self, made: Made) -> None:
        if self.job.path is Path.PREPARE:
            self.job.prepared = made.application
        else:
            self.job.removed = made.application
        self._finish()

    def _finish(self) -> None:
        self.state = State.DONE
        self.bar.setValue(self.bar.maximum())
        self._show_activity()
        self.announce(self.heading())
        self.advance.emit()

    def _leave_consent(self, left: ConsentLeft) -> None:
        """Goes on as if the consent had been left to somebody else from the start."""
        self.job.take(Path.PREPARE)
        self.job.prepared, self.job.error = left.application, left
        self._finish()

    def _stopped(self, error: BaseException) -> None:
        match error:
            case ConsentLeft():
                self._leave_consent(error)
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


class RunOffers:
    """What is offered after a run that ended early, besides trying again. Each offer leads to the plan page."""

    def __init__(self, job: Job, to_the_plan: Callable[[], None], deliver_unproven: Callable[[], None]) -> None:
        self._job = job
        self._to_the_plan = to_the_plan
        self._deliver_unproven = deliver_unproven

    def after(self, error: BaseException, begun: bool) -> tuple[Offer, ...]:
        """After a failure; `begun`: whether anything was done in the tenant."""
        return (*self._remedy(error), *self._undo(begun))

    def after_stop(self, begun: bool) -> Notice | None:
        """After the person stopped the run; None if nothing was created yet."""
        offers = self._undo(begun)
        if not offers:
            return None
        return Notice.saying(
            "info",
            lambda: translate("RunPage", "What was created can stay, or go"),
            lambda: translate("RunPage", "Resume at any time; or look at what was created, and have it removed again."),
            *offers,
        )

    def _undo(self, begun: bool) -> tuple[Offer, ...]:
        """Offers to remove what this run itself created, after showing it."""
        reviewed = self._job.review
        if reviewed is None or not begun or reviewed.plan.application or self._job.path is Path.REMOVE:
            return ()
        return (Offer(lambda: translate("RunPage", "Undo what was created…"), self._look_at_removal),)

    def _look_at_removal(self) -> None:
        self._job.take_removal(None)
        self._to_the_plan()

    def _remedy(self, error: BaseException) -> tuple[Offer, ...]:
        credential = self._job.credential
        match error:
            case StoppedPartWay():
                return ()
            case ApplicationRefused(address=address):
                unproven = Offer(lambda: translate("RunPage", "Deliver without proof"), self._deliver_unproven)
                return (unproven, *([_portal(address)] if address else []))
            case LifetimeTooLong(longest=int() as longest) if longest >= 30:
                months = longest // 30
                shorter = replace(credential, months=months)
                return self._with(shorter, lambda: translate("RunPage", "Use {count} months").format(count=months))
            case CredentialForbidden(kind=CredentialKind.SECRET):
                certificate = replace(credential, kind=CredentialKind.CERTIFICATE)
                return self._with(certificate, lambda: translate("RunPage", "Use a certificate"))
            case NotEnoughRights(may_prepare=True) if self._job.path is not Path.PREPARE:
                return (Offer(lambda: translate("RunPage", "Continue without consent"), self._prepare),)
        return (Offer(lambda: translate("RunPage", "Back to the plan"), self._to_the_plan),)

    def _prepare(self) -> None:
        self._job.take(Path.PREPARE)
        self._to_the_plan()

    def _with(self, credential: CredentialSpec, text: Text) -> tuple[Offer, ...]:
        def choose() -> None:
            self._job.credential = credential
            self._to_the_plan()

        return (Offer(text, choose),)


def _portal(address: str) -> Offer:
    return Offer(
        lambda: translate("RunPage", "Open the enterprise application in the portal"),
        lambda: QDesktopServices.openUrl(QUrl(address)),
    )
