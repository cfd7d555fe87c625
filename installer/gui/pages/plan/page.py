"""The plan page: everything that will happen in the tenant, agreed to before the first write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from installer import engine
from installer.cancel import Cancel
from installer.errors.base import SetupError
from installer.errors.certificates import InvalidFederation
from installer.errors.ownership import DecisionNeeded
from installer.errors.proof import VerificationFailed
from installer.errors.rights import NotEnoughRights
from installer.errors.usage import AmbiguousApplication, ApplicationNotFound, InvalidName, NotOurs
from installer.events import Report
from installer.gui.answer import Answer, open_ways, plan_as_answered
from installer.gui.documents import ask_for_report, receipt_of_plan
from installer.gui.flow import AnotherAccount, Next, Outcome, Path, Switched
from installer.gui.info_bar import Notice, Offer
from installer.gui.job import Job, Review, Tenant
from installer.gui.page import Buttons, Page, read_for
from installer.gui.pages.plan.body import PlanBody, PlanCallbacks
from installer.gui.pages.plan.decisions import BinDecision
from installer.gui.pages.plan.ownership import PanelCallbacks
from installer.gui.pages.plan.rows import commitment, instruction, plan_changed
from installer.model import ChangedByUs, Choices, Federated, OldCredentials, Profile, Target
from installer.texts import enterprise_application_address, translate

if TYPE_CHECKING:
    from installer.registration import Plan

THINK: Final = 2000
"""Milliseconds before a removal can be agreed to, so that nobody removes an application by reflex."""


class PlanPage(Page):
    """Shows the plan, or what stands in its way; nothing is changed before its button is pressed."""

    def __init__(self, job: Job) -> None:
        super().__init__(job)
        self.plan: Plan | None = None
        self._choices: Choices = job.choices
        """What the plan was made from: the job's, with the decision about what was found."""
        self._begun = False
        """Whether an earlier run has changed something already."""
        self.parts = PlanBody(
            job.manifest,
            job.start.cloud.token_audience,
            PlanCallbacks(
                profile=self._choose_profile,
                credential=self._choose_credential,
                name=self._choose_name,
                removal=self._choose_removal,
                deleted=self._choose_for_deleted,
                lookup=lambda app: self._look_again(replace(self.job.target, app=app)),
                ownership=PanelCallbacks(
                    chosen=self.refresh,
                    read_again=lambda: self._look_again(self.job.target),
                    open_portal=self.open_in_browser,
                ),
                decide_again=self._decide_again,
                save_plan=self._save_plan,
            ),
        )
        self.body.addWidget(self.parts)
        self.body.addStretch()
        self._thought = QTimer(self, singleShot=True, interval=THINK)
        self._thought.timeout.connect(self.refresh)

    def heading(self) -> str:
        tenant = self.job.tenant
        if self.busy or not tenant:
            return translate("PlanPage", "Reading the tenant…")
        if self.plan:
            return instruction(self.plan, self._choices, self.parts.options.sign_in.way, tenant.state.organization.name)
        if self.parts.asks_whose:
            return translate("OwnershipPanel", "Whose application is this?")
        if self.parts.asks_which:
            return translate("PlanPage", "Which application is meant?")
        return translate("PlanPage", "There is no plan to carry out")

    def subheading(self) -> str:
        if self._begun:
            return translate("PlanPage", "What was done so far stays in place.")
        return translate("PlanPage", "Nothing has been changed yet.")

    def buttons(self) -> Buttons:
        cancel = translate("Page", "Cancel")
        if self.plan:
            ready = not self.busy and not self._thought.isActive()
            text = commitment(self.plan, self._choices, self.parts.options.sign_in.way)
            return Buttons(text, cancel, commit_enabled=ready)
        if self.parts.asks_whose:
            return Buttons(self.parts.ownership.commitment, cancel, commit_enabled=not self.busy)
        if self.parts.asks_which:
            return Buttons(translate("PlanPage", "Use this a&pplication"), cancel, commit_enabled=not self.busy)
        return Buttons(cancel=cancel)

    def first_focus(self) -> QWidget | None:
        if self.parts.asks_whose:
            return self.parts.ownership.first_control()
        if not self.plan:
            return self.parts.candidates.first_button() if self.parts.asks_which else self.info.first_offer()
        if self.job.path is Path.REMOVE:
            return self.parts.removal.whole
        return self.parts.profiles.chosen_button()

    def enter(self) -> None:
        self._begun = self.job.review is not None or self.job.changed_since_review
        target = self.job.target
        self.parts.profiles.choose(target.profile)
        self.parts.options.show_choices(target.application_name, self.job.credential)
        if self.job.path is Path.REMOVE:
            self._thought.start()
        elif self.job.enrolment:
            self.parts.more.open(into_view=False)
        if self.job.review or self.job.surprise:  # something was changed since the tenant was read
            self.job.review = None
            self._look_again(self._target_of_surprise())
        else:
            self._review()
        if self.job.changed_since_review:
            self.job.changed_since_review = False
            self.info.tell(plan_changed())

    def fail(self, error: BaseException) -> None:
        self.plan = None
        self.parts.show_nothing()
        super().fail(error)

    def takes_files(self) -> bool:
        return self.parts.options.asks_for_credential and not self.busy

    def drop(self, paths: Sequence[FilePath]) -> None:
        """The connector's certificate."""
        self.parts.more.open()
        self.parts.options.sign_in.take_file(paths[0])

    def apply(self) -> Outcome | None:
        tenant = self.job.tenant
        if tenant is None:
            return None
        if self.parts.asks_whose:
            self._decide()
            return None
        if not self.plan:
            self._use_candidate()
            return None
        if self.parts.removal.isVisibleTo(self) and self.parts.removal.incomplete:
            self.parts.removal.point_out()
            return None
        try:
            name = self.parts.options.name()
        except InvalidName as error:
            self.parts.more.open()
            self.parts.options.point_out(error)
            return None
        if self.parts.more.isVisibleTo(self) and name != self.job.target.application_name:
            self._choose_name()
            return None
        if not self._choose_by_now():
            return None
        try:
            engine.require_rights(self.plan, tenant.state)
        except NotEnoughRights as error:
            self.show_error(error, *self._without_the_right(error))
            return None
        self.job.review = Review(self.plan, self._choices, tenant.state)
        return Next()

    def retranslate(self) -> None:
        super().retranslate()
        if self.job.tenant and not self.busy and self.isVisible():
            told, error = self.info.notice, self.job.error
            self._review()
            if told and not self.info.notice:  # it was about an attempt, not about the plan
                self.info.tell(told)
                self.job.error = error

    # --- choices ----------------------------------------------------------------------------------------------------

    def _choose_profile(self, profile: Profile) -> None:
        self.job.target = replace(self.job.target, profile=profile)
        self._review_unless_busy()

    def _choose_credential(self) -> None:
        """While the chosen way lacks something, the plan shows everything but the credential."""
        self.job.credential = self.parts.options.sign_in.wanted() or self.job.credential
        self._review_unless_busy()

    def _choose_by_now(self) -> bool:
        """Whether the plan shown is that of what is chosen and typed; else shows what is, or says what is lacking."""
        sign_in = self.parts.options.sign_in
        if not self.parts.options.asks_for_credential or sign_in.wanted() == self.job.credential:
            return True
        self.parts.more.open()
        if sign_in.wanted() is None:
            sign_in.point_out()
        else:
            self._choose_credential()
        return False

    def _choose_removal(self) -> None:
        removal = self.parts.removal
        self.job.old = OldCredentials(removal.keys) if removal.old.isChecked() else None
        self._review_unless_busy()

    def _choose_for_deleted(self, decision: BinDecision) -> None:
        """For another name, shows the field in which to type it."""
        self.job.purge = decision is BinDecision.PURGE
        self._review_unless_busy()
        if decision is BinDecision.OTHER_NAME:
            self.parts.more.open()
            self.parts.options.ask_for_name()

    def _choose_found(self, app: str) -> None:
        """The person confirmed the application that was found, although it is not ours."""
        self.job.target = replace(self.job.target, app=app)
        self._review_unless_busy()

    def _review_unless_busy(self) -> None:
        if not self.busy:
            self._review()

    def _choose_name(self) -> None:
        """Another name may mean another application: reads the tenant again."""
        try:
            name = self.parts.options.name()
        except InvalidName:
            return  # shown when the commit button is pressed
        if name != self.job.target.application_name:
            self._look_again(replace(self.job.target, application_name=name, app=None))

    def _use_candidate(self) -> None:
        chosen = self.parts.candidates.chosen()
        if chosen is None:
            self.parts.candidates.point_out()
        else:
            self._look_again(replace(self.job.target, app=chosen.object_id))

    def _decide(self) -> None:
        """Shows the plan that the chosen way leads to; nothing is changed before that one is agreed to."""
        panel = self.parts.ownership
        if panel.question is None or panel.chosen is None:
            panel.point_out()
        else:
            self.job.answer, self.job.surprise = Answer(panel.question, panel.chosen), None
            self._review()
            self.announce(self.heading())
            self.focus_moved.emit()

    def _decide_again(self) -> None:
        self.job.answer = None
        self._review()
        self.announce(self.heading())
        self.focus_moved.emit()

    def _target_of_surprise(self) -> Target:
        """One that our registration met is read by its id: Microsoft's lists may not show it yet."""
        target, surprise = self.job.target, self.job.surprise
        if surprise and self._met(surprise.question.application.object_id):
            return replace(target, app=surprise.question.application.object_id)
        return target

    def _met(self, object_id: str) -> tuple[ChangedByUs, ...]:
        """What our registration did to that application in the run before, if it met it there."""
        question = self.job.surprise.question if self.job.surprise else None
        if question is None or question.application.object_id != object_id:
            return ()
        return tuple(reason for reason in question.reasons if isinstance(reason, ChangedByUs))

    def _look_again(self, target: Target) -> None:
        tenant = self.job.tenant
        if tenant is None:
            return
        connection, choices = tenant.connection, replace(self.job.choices, target=target)
        self.plan = None
        self.parts.show_nothing()

        def task(cancel: Cancel, report: Report) -> Tenant:
            return Tenant(connection, read_for(choices, connection, cancel, report))

        def done(found: Tenant) -> None:
            self.job.tenant, self.job.target = found, target
            self._review()
            if self.plan and self.job.surprise:  # what stopped the run is gone again
                self.job.surprise = None
                self.info.tell(plan_changed())
            self.focus_moved.emit()

        self.work(task, done, self._not_found)

    def _not_found(self, error: BaseException) -> None:
        self.job.surprise = None
        self.show_error(error)
        self.parts.lookup.setVisible(isinstance(error, ApplicationNotFound))
        self.refresh()
        self.focus_moved.emit()

    def _review(self) -> None:
        """Makes the plan again, which takes no request, and shows it."""
        tenant, choices = self.job.tenant, self.job.choices
        if tenant is None:
            return
        self.plan, self._choices, self.job.error = None, choices, None
        self.parts.ownership.hide()
        held = self.info.has_focus or self.parts.ownership.has_focus
        self.info.tell(None)
        self.parts.lookup.hide()
        options = False  # whether they are wanted although there is no plan
        with self.guarded():
            try:
                self.plan, self._choices = plan_as_answered(tenant.connection, choices, tenant.state, self.job.answer)
            except AmbiguousApplication as error:
                self.parts.candidates.show_candidates(error.name, error.candidates)
            except DecisionNeeded as error:
                self._ask(error, tenant)
                options = any(isinstance(reason, Federated) for reason in error.question.reasons)
            except SetupError as error:
                self.show_error(error, *self._offers_for(error, tenant))
                options = isinstance(error, InvalidFederation)
                self.parts.lookup.setVisible(isinstance(error, ApplicationNotFound))
            self.parts.show_plan(self.plan, self._choices, tenant.state)
            self.parts.more.setVisible(self.parts.more.isVisibleTo(self.parts) or options)
        self.refresh()
        if held:  # the control that had the focus is gone
            self.focus_moved.emit()

    def _ask(self, error: DecisionNeeded, tenant: Tenant) -> None:
        """Shows the panel in place of the plan. Who closes the window there ends as the console does: not decided."""
        question, connection = error.question, tenant.connection
        try:
            plans = open_ways(connection, self.job.choices, tenant.state, question)
        except NotEnoughRights as refused:
            self.show_error(refused, *self._without_the_right(refused))
            return
        found = question.application
        portal = enterprise_application_address(connection.cloud, found.client_id)
        self.parts.ownership.ask(question, self._met(found.object_id), plans, portal)
        self.job.error = error

    def _save_plan(self) -> None:
        """Saves the plan as a document, for a change board."""
        receipt = receipt_of_plan(self.job, self.plan) if self.plan else None
        error = ask_for_report(self, receipt) if receipt else None
        self.info.tell(Notice.of(error) if error else None)

    # --- offers -----------------------------------------------------------------------------------------------------

    def _offers_for(self, error: SetupError, tenant: Tenant) -> tuple[Offer, ...]:
        match error:
            case ApplicationNotFound():
                anew = Offer(lambda: translate("PlanPage", "Set up everything instead"), self._set_up)
                return (anew, self._other_account())
            case VerificationFailed():
                return (Offer(lambda: translate("PlanPage", "Complete what is missing"), self._set_up),)
            case NotOurs() if found := tenant.state.application:
                return (
                    Offer(
                        lambda: translate("PlanPage", "This is the one: show what would be removed"),
                        lambda: self._choose_found(found.object_id),
                    ),
                )
        return ()

    def _set_up(self) -> None:
        self._switch(Path.SETUP)

    def _without_the_right(self, error: NotEnoughRights) -> tuple[Offer, ...]:
        prepare = Offer(lambda: translate("PlanPage", "Continue without consent"), lambda: self._switch(Path.PREPARE))
        return (self._other_account(), *([prepare] if error.may_prepare else []))

    def _switch(self, path: Path) -> None:
        self.outcome.emit(Switched(path))
        self._review()

    def _other_account(self) -> Offer:
        return Offer(lambda: translate("PlanPage", "Use another account…"), self._go_back)

    def _go_back(self) -> None:
        self.job.tenant = self.job.answer = None
        self.outcome.emit(AnotherAccount())
