"""The plan page: everything that will happen in the tenant, agreed to before the first write."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from installer import engine
from installer.cancel import Cancel
from installer.errors.base import SetupError
from installer.errors.proof import VerificationFailed
from installer.errors.rights import NotEnoughRights
from installer.errors.usage import AmbiguousApplication, ApplicationNotFound, InvalidName, NotOurs
from installer.events import Report
from installer.gui.documents import ask_for_report, receipt_of_plan
from installer.gui.info_bar import Notice, Offer
from installer.gui.job import Job, Path, Review, Tenant
from installer.gui.page import Buttons, Page
from installer.gui.pages.plan.decisions import BinDecision
from installer.gui.pages.plan.parts import PlanCallbacks, PlanParts, commitment, instruction
from installer.model import CredentialKind, OldCredentials, Profile, Target, TenantState
from installer.texts import translate

if TYPE_CHECKING:
    from installer.registration import Plan

THINK: Final = 2000
"""Milliseconds before a removal can be agreed to, so that nobody removes an application by reflex."""


class PlanPage(Page):
    def __init__(self, job: Job) -> None:
        super().__init__(job)
        self.setCommitPage(True)
        self.plan: Plan | None = None
        self._begun = False
        """Whether an earlier run has changed something already."""
        self.parts = PlanParts(
            job.manifest,
            PlanCallbacks(
                profile=self._choose_profile,
                months=self._choose_months,
                kind=self._choose_kind,
                name=self._choose_name,
                removal=self._choose_removal,
                deleted=self._choose_for_deleted,
                lookup=lambda app: self._look_again(replace(self.job.target, app=app)),
                save_plan=self._save_plan,
            ),
        )
        self.body.addWidget(self.parts)
        self.body.addStretch()
        self._thought = QTimer(self, singleShot=True, interval=THINK)
        self._thought.timeout.connect(self.refresh)

    def step(self) -> str:
        return translate("PlanPage", "Plan")

    def heading(self) -> str:
        tenant = self.job.tenant
        if self.busy or not tenant:
            return translate("PlanPage", "Reading the tenant…")
        if self.plan:
            return instruction(self.plan, self.job.choices, tenant.state.organization.name)
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
            return Buttons(commitment(self.plan, self.job.choices), cancel, commit_enabled=ready)
        if self.parts.asks_which:
            return Buttons(translate("PlanPage", "Use this a&pplication"), cancel, commit_enabled=not self.busy)
        return Buttons(cancel=cancel)

    def first_focus(self) -> QWidget | None:
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
        if self.job.review:  # something was changed since the tenant was read
            self.job.review = None
            self._look_again(target)
        else:
            self._review()
        if self.job.changed_since_review:
            self.job.changed_since_review = False
            self.info.tell(self._changed_notice())

    def fail(self, error: BaseException) -> None:
        self.plan = None
        self.parts.show_nothing()
        super().fail(error)

    def apply(self) -> bool:
        tenant = self.job.tenant
        if tenant is None:
            return False
        if not self.plan:
            return self._use_candidate()
        if self.parts.removal.isVisibleTo(self) and self.parts.removal.incomplete:
            self.parts.removal.point_out()
            return False
        try:
            name = self.parts.options.name()
        except InvalidName as error:
            self.parts.more.open()
            self.parts.options.point_out(error)
            return False
        if self.parts.more.isVisibleTo(self) and name != self.job.target.application_name:
            self._choose_name()
            return False
        try:
            engine.require_rights(self.plan, tenant.state)
        except NotEnoughRights as error:
            self._await_consent(tenant, error)
            return False
        self.job.review = Review(self.plan, self.job.choices, tenant.state)
        return True

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

    def _choose_months(self, months: int) -> None:
        self.job.credential = replace(self.job.credential, months=months)
        self._review_unless_busy()

    def _choose_kind(self, kind: CredentialKind) -> None:
        self.job.credential = replace(self.job.credential, kind=kind)
        self._review_unless_busy()

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

    def _use_candidate(self) -> bool:
        chosen = self.parts.candidates.chosen()
        if chosen is None:
            self.parts.candidates.point_out()
        else:
            self._look_again(replace(self.job.target, app=chosen.object_id))
        return False

    def _look_again(self, target: Target) -> None:
        tenant = self.job.tenant
        if tenant is None:
            return
        connection = tenant.connection
        self.plan = None
        self.parts.show_plan(self.plan, self.job.choices, tenant.state)

        def task(cancel: Cancel, report: Report) -> Tenant:
            return Tenant(connection, engine.read(connection, target, cancel, report))

        def done(found: Tenant) -> None:
            self.job.tenant, self.job.target = found, target
            self._review()
            self.focus_moved.emit()

        self.work(task, done, self._not_found)

    def _await_consent(self, tenant: Tenant, refusal: NotEnoughRights) -> None:
        """What is lacking may be a consent that somebody else gave a moment ago, and that no list shows yet."""
        connection, state, choices = tenant.connection, tenant.state, self.job.choices

        def refuse() -> None:
            self.show_error(refusal, *self._without_the_right(refusal))

        def task(cancel: Cancel, report: Report) -> TenantState:
            return engine.await_consent(connection, choices, state, cancel, report)

        def done(found: TenantState) -> None:
            if found is state:
                refuse()
                return
            self.job.tenant = Tenant(connection, found)
            self._review()
            self.focus_moved.emit()

        if state.application and state.application.service_principal_id:
            self.work(task, done)
        else:
            refuse()

    def _not_found(self, error: BaseException) -> None:
        self.show_error(error)
        self.parts.lookup.setVisible(isinstance(error, ApplicationNotFound))
        self.refresh()
        self.focus_moved.emit()

    def _review(self) -> None:
        """Makes the plan again, which takes no request, and shows it."""
        tenant, choices = self.job.tenant, self.job.choices
        if tenant is None:
            return
        self.plan, self.job.error = None, None
        held = self.info.has_focus
        self.info.tell(None)
        self.parts.lookup.hide()
        with self.guarded():
            try:
                self.plan = engine.plan(tenant.connection, choices, tenant.state)
            except AmbiguousApplication as error:
                self.parts.candidates.show_candidates(error.name, error.candidates)
            except SetupError as error:
                self.show_error(error, *self._offers_for(error, tenant))
                self.parts.lookup.setVisible(isinstance(error, ApplicationNotFound))
            self.parts.show_plan(self.plan, self.job.choices, tenant.state)
        self.refresh()
        if held:  # the button that had the focus is gone
            self.focus_moved.emit()

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

    @staticmethod
    def _changed_notice() -> Notice:
        return Notice.saying(
            "warning",
            lambda: translate("PlanPage", "The plan has changed"),
            lambda: translate(
                "PlanPage",
                "The tenant is no longer as it was when you agreed. Read what will happen now before you go on.",
            ),
        )

    def _set_up(self) -> None:
        self._switch(Path.SETUP)

    def _without_the_right(self, error: NotEnoughRights) -> tuple[Offer, ...]:
        prepare = Offer(lambda: translate("PlanPage", "Continue without consent"), lambda: self._switch(Path.PREPARE))
        return (self._other_account(), *([prepare] if error.can_register else []))

    def _switch(self, path: Path) -> None:
        self.job.take(path)
        self._review()

    def _other_account(self) -> Offer:
        return Offer(lambda: translate("PlanPage", "Use another account…"), self._go_back)

    def _go_back(self) -> None:
        self.job.tenant = None
        self.back_wanted.emit()
