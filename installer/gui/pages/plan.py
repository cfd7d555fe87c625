"""The plan: everything that will happen in the tenant, read and agreed to before the first write."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from installer.cancel import Cancel
from installer.errors import AmbiguousApplication, InvalidName, NotEnoughRights, SetupError
from installer.events import Action, Report
from installer.gui.controls import Disclosure
from installer.gui.info_bar import Offer
from installer.gui.labels import Label
from installer.gui.page import Buttons, Page
from installer.gui.pages.plan_choices import Candidates, PlanOptions, Profiles
from installer.gui.pages.plan_rows import PlanRows
from installer.gui.theme import GRID
from installer.gui.walk import Review, Tenant, Walk
from installer.model import Choices, Profile
from installer.texts import language, translate

if TYPE_CHECKING:
    from installer.registration import Plan


class PlanPage(Page):
    def __init__(self, walk: Walk) -> None:
        super().__init__(walk)
        self.setCommitPage(True)
        self.plan: Plan | None = None
        self.profiles = Profiles(walk.manifest, self._choose_profile)
        self.candidates = Candidates()
        self.rows = PlanRows()
        self.mailboxes = Label("strong")
        self.say(self.mailboxes.setText, lambda: translate("PlanPage", "No access to users’ mailboxes."))
        self.options = PlanOptions(walk.manifest, self._choose_months, self._choose_name)
        self.more = Disclosure(lambda: translate("PlanPage", "Options"), self.options)
        for widget in (self.profiles, self.candidates, self.rows, self.mailboxes, self.more):
            self.body.addWidget(widget)
        self.body.setSpacing(GRID)
        self.body.addStretch()

    def step(self) -> str:
        return translate("PlanPage", "Plan")

    def heading(self) -> str:
        if self.busy or not self.walk.tenant:
            return translate("PlanPage", "Reading the tenant…")
        name = self.walk.tenant.state.organization.name
        if not self.plan:
            return translate("PlanPage", "Which application is meant?")
        if self.plan.application is None:
            return translate("PlanPage", "Here is what will be created in {org}").format(org=name)
        if self._only_secret:
            return translate("PlanPage", "A new secret will be added to {app}").format(app=self.plan.application.name)
        return translate("PlanPage", "Here is what will be done in {org}").format(org=name)

    def subheading(self) -> str:
        return translate("PlanPage", "Nothing has been changed yet.")

    def buttons(self) -> Buttons:
        cancel = translate("Page", "Cancel")
        if not self.plan:
            return Buttons(translate("PlanPage", "Use this a&pplication"), cancel, commit_enabled=not self.busy)
        commit = translate("PlanPage", "Create &and grant consent")
        if self._only_secret:
            commit = translate("PlanPage", "Create a &new secret")
        return Buttons(commit, cancel, commit_enabled=not self.busy)

    def first_focus(self) -> QWidget | None:
        return self.profiles.chosen_button() if self.plan else self.candidates.first_button()

    def enter(self) -> None:
        choices = self.walk.choices
        self.profiles.choose(choices.profile)
        self.options.show_choices(choices)
        self._review()

    def apply(self) -> bool:
        tenant = self.walk.tenant
        if tenant is None:
            return False
        if not self.plan:
            return self._use_candidate()
        try:
            name = self.options.name()
        except InvalidName as error:
            self.more.open()
            self.options.point_out(error)
            return False
        if name != self.walk.choices.application_name:
            self._choose_name()
            return False
        try:
            from installer.registration import require_rights  # noqa: PLC0415  # loaded by the sign-in, off this thread

            require_rights(self.plan, tenant.state)
        except NotEnoughRights as error:
            self.show_error(error, self._other_account())
            return False
        self.walk.review = Review(self.plan, self.walk.choices, tenant.state)
        return True

    def retranslate(self) -> None:
        super().retranslate()
        if self.walk.tenant and not self.busy and self.isVisible():
            self._review()

    # --- choices ----------------------------------------------------------------------------------------------------

    @property
    def _only_secret(self) -> bool:
        rows = self.plan.rows if self.plan else ()
        return all(row.action is Action.NONE or row.key in ("secret", "undelivered_secret") for row in rows)

    def _choose_profile(self, profile: Profile) -> None:
        self._change(replace(self.walk.choices, profile=profile))

    def _choose_months(self, months: int) -> None:
        self._change(replace(self.walk.choices, months=months))

    def _change(self, choices: Choices) -> None:
        self.walk.choices = choices
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

        def task(cancel: Cancel, report: Report) -> Tenant:
            from installer.gui.engine import read_tenant  # noqa: PLC0415  # see the sign-in page

            return read_tenant(connection, choices, cancel, report)

        def done(found: Tenant) -> None:
            self.walk.tenant, self.walk.choices = found, choices
            self._review()

        self.work(task, done)

    def _review(self) -> None:
        """Makes the plan anew, which takes no request, and shows it."""
        tenant, choices = self.walk.tenant, self.walk.choices
        if tenant is None:
            return
        from installer.gui.engine import review  # noqa: PLC0415  # loaded by the sign-in, off this thread

        self.plan = None
        self.info.tell(None)
        try:
            self.plan = review(self.walk.manifest, choices, tenant.state, language())
        except AmbiguousApplication as error:
            self.candidates.show_candidates(error.name, error.candidates)
        except SetupError as error:
            self.show_error(error)
        if self.plan:
            self.rows.show_plan(self.plan, choices.profile)
        for widget in (self.profiles, self.rows, self.mailboxes, self.more):
            widget.setVisible(self.plan is not None)
        self.candidates.setVisible(self.plan is None and bool(tenant.state.candidates))
        self.options.allow_name(self.plan is None or self.plan.application is None)
        self.refresh()

    def _other_account(self) -> Offer:
        return Offer(lambda: translate("PlanPage", "Use another account…"), self._go_back)

    def _go_back(self) -> None:
        self.walk.tenant = None
        self.back_wanted.emit()
