"""The plan: everything that will happen in the tenant, read and agreed to before the first write."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from installer.cancel import Cancel
from installer.errors import (
    AmbiguousApplication,
    ApplicationNotFound,
    InvalidName,
    NotEnoughRights,
    NotOurs,
    SetupError,
    VerificationFailed,
)
from installer.events import Report
from installer.gui.controls import Disclosure
from installer.gui.info_bar import Offer
from installer.gui.labels import Label
from installer.gui.page import Buttons, Page
from installer.gui.pages.plan_bin import RecycleBin, Way
from installer.gui.pages.plan_choices import Candidates, PlanOptions, Profiles
from installer.gui.pages.plan_removal import Removal
from installer.gui.pages.plan_rows import PlanRows
from installer.gui.pages.plan_words import commitment, instruction
from installer.gui.theme import GRID
from installer.gui.walk import Path, Review, Tenant, Walk
from installer.model import Choices, Profile, Purpose, utc_now
from installer.texts import language, translate

if TYPE_CHECKING:
    from installer.registration import Plan

THINK: Final = 2000
"""Milliseconds before a removal can be agreed to: nobody removes an application by a reflex."""


class PlanPage(Page):
    def __init__(self, walk: Walk) -> None:
        super().__init__(walk)
        self.setCommitPage(True)
        self.plan: Plan | None = None
        self.profiles = Profiles(walk.manifest, self._choose_profile)
        self.candidates = Candidates()
        self.recycle_bin = RecycleBin(self._choose_for_deleted)
        self.removal = Removal(self._choose_removal)
        self.rows = PlanRows()
        self.mailboxes = Label("strong")
        self.say(self.mailboxes.setText, lambda: translate("PlanPage", "No access to users’ mailboxes."))
        self.options = PlanOptions(walk.manifest, self._choose_months, self._choose_name)
        self.more = Disclosure(lambda: translate("PlanPage", "Options"), self.options)
        for widget in (
            self.profiles,
            self.candidates,
            self.recycle_bin,
            self.removal,
            self.rows,
            self.mailboxes,
            self.more,
        ):
            self.body.addWidget(widget)
        self.body.setSpacing(GRID)
        self.body.addStretch()
        self._thought = QTimer(self, singleShot=True, interval=THINK)
        self._thought.timeout.connect(self.refresh)

    def step(self) -> str:
        return translate("PlanPage", "Plan")

    def heading(self) -> str:
        tenant = self.walk.tenant
        if self.busy or not tenant:
            return translate("PlanPage", "Reading the tenant…")
        if self.plan:
            return instruction(self.plan, self.walk.choices, tenant.state.organization.name)
        if self.candidates.isVisibleTo(self):
            return translate("PlanPage", "Which application is meant?")
        return translate("PlanPage", "There is no plan to carry out")

    def subheading(self) -> str:
        return translate("PlanPage", "Nothing has been changed yet.")

    def buttons(self) -> Buttons:
        cancel = translate("Page", "Cancel")
        if self.plan:
            ready = not self.busy and not self._thought.isActive()
            return Buttons(commitment(self.plan, self.walk.choices), cancel, commit_enabled=ready)
        if self.candidates.isVisibleTo(self):
            return Buttons(translate("PlanPage", "Use this a&pplication"), cancel, commit_enabled=not self.busy)
        return Buttons(cancel=cancel)

    def first_focus(self) -> QWidget | None:
        if not self.plan:
            return self.candidates.first_button()
        if self.walk.choices.purpose is Purpose.REMOVE:
            return self.removal.whole
        return self.profiles.chosen_button()

    def enter(self) -> None:
        choices = self.walk.choices
        self.profiles.choose(choices.profile)
        self.options.show_choices(choices)
        if choices.purpose is Purpose.REMOVE:
            self._thought.start()
        if self.walk.review:  # something was done since the tenant was read
            self.walk.review = None
            self._look_again(choices)
        else:
            self._review()

    def apply(self) -> bool:
        tenant = self.walk.tenant
        if tenant is None:
            return False
        if not self.plan:
            return self._use_candidate()
        if self.removal.isVisibleTo(self) and self.removal.incomplete:
            self.removal.point_out()
            return False
        try:
            name = self.options.name()
        except InvalidName as error:
            self.more.open()
            self.options.point_out(error)
            return False
        if self.more.isVisibleTo(self) and name != self.walk.choices.application_name:
            self._choose_name()
            return False
        try:
            from installer.registration import require_rights  # noqa: PLC0415  # loaded by the sign-in, off this thread

            require_rights(self.plan, tenant.state)
        except NotEnoughRights as error:
            self.show_error(error, *self._without_the_right(error))
            return False
        self.walk.review = Review(self.plan, self.walk.choices, tenant.state)
        return True

    def retranslate(self) -> None:
        super().retranslate()
        if self.walk.tenant and not self.busy and self.isVisible():
            self._review()

    # --- choices ----------------------------------------------------------------------------------------------------

    def _choose_profile(self, profile: Profile) -> None:
        self._change(profile=profile)

    def _choose_months(self, months: int) -> None:
        self._change(months=months)

    def _choose_removal(self) -> None:
        self._change(old_keys=self.removal.keys)

    def _choose_for_deleted(self, way: Way) -> None:
        """Another name has to be typed: the field for it is shown."""
        self._change(purge=way is Way.PURGE)
        if way is Way.OTHER_NAME:
            self.more.open()
            self.options.ask_for_name()

    def _change(self, **changed: Any) -> None:
        self.walk.choices = replace(self.walk.choices, **changed)
        if not self.busy:
            self._review()

    def _choose_name(self) -> None:
        """Another name may mean another application: the tenant is looked at again."""
        try:
            name = self.options.name()
        except InvalidName:
            return  # told when the commit button is pressed
        if name != self.walk.choices.application_name:
            self._look_again(replace(self.walk.choices, application_name=name, app=None))

    def _use_candidate(self) -> bool:
        chosen = self.candidates.chosen()
        if chosen is None:
            self.candidates.point_out()
        else:
            self._look_again(replace(self.walk.choices, app=chosen.object_id))
        return False

    def _look_again(self, choices: Choices) -> None:
        tenant = self.walk.tenant
        if tenant is None:
            return
        connection = tenant.connection
        self.plan = None
        self._show_parts(tenant)

        def task(cancel: Cancel, report: Report) -> Tenant:
            from installer.gui.engine import read_tenant  # noqa: PLC0415  # see the sign-in page

            return read_tenant(connection, choices, cancel, report)

        def done(found: Tenant) -> None:
            self.walk.tenant, self.walk.choices = found, choices
            self._review()
            self.focus_moved.emit()

        self.work(task, done)

    def _review(self) -> None:
        """Makes the plan anew, which takes no request, and shows it."""
        tenant, choices = self.walk.tenant, self.walk.choices
        if tenant is None:
            return
        from installer.gui.engine import review  # noqa: PLC0415  # loaded by the sign-in, off this thread

        self.plan, self.walk.error = None, None
        self.info.tell(None)
        try:
            self.plan = review(self.walk.manifest, choices, tenant.state, language())
        except AmbiguousApplication as error:
            self.candidates.show_candidates(error.name, error.candidates)
        except SetupError as error:
            self.show_error(error, *self._ways_out(error, tenant))
        self._show_parts(tenant)
        self.refresh()

    def _show_parts(self, tenant: Tenant) -> None:
        plan, choices, state = self.plan, self.walk.choices, tenant.state
        registers = choices.purpose in (Purpose.SETUP, Purpose.PREPARE)
        if plan:
            self.rows.show_plan(plan, choices.profile)
            if plan.application and choices.purpose is Purpose.REMOVE:
                self.removal.show_application(plan.application, utc_now(), choices.old_keys)
        shown = {
            self.profiles: registers,
            self.recycle_bin: registers and state.application is None and state.deleted is not None,
            self.removal: choices.purpose is Purpose.REMOVE,
            self.rows: True,
            self.mailboxes: registers,
            self.more: choices.purpose is not Purpose.REMOVE,
        }
        for widget, wanted in shown.items():
            widget.setVisible(plan is not None and wanted)
        self.candidates.setVisible(plan is None and state.application is None and bool(state.candidates))
        self.options.allow(name=plan is None or plan.application is None or self.recycle_bin.isVisibleTo(self))

    # --- ways out ---------------------------------------------------------------------------------------------------

    def _ways_out(self, error: SetupError, tenant: Tenant) -> tuple[Offer, ...]:
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
                        lambda: self._change(app=found.object_id),
                    ),
                )
        return ()

    def _set_up(self) -> None:
        self._switch(Path.SETUP)

    def _without_the_right(self, error: NotEnoughRights) -> tuple[Offer, ...]:
        prepare = Offer(lambda: translate("PlanPage", "Continue without consent"), lambda: self._switch(Path.PREPARE))
        return (self._other_account(), *([prepare] if error.can_register else []))

    def _switch(self, path: Path) -> None:
        self.walk.take(path)
        self._review()
        self.focus_moved.emit()

    def _other_account(self) -> Offer:
        return Offer(lambda: translate("PlanPage", "Use another account…"), self._go_back)

    def _go_back(self) -> None:
        self.walk.tenant = None
        self.back_wanted.emit()
