"""The parts of the plan page: which of them are shown depends on what the run is for, and on what was found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from installer.gui.controls import Button, Disclosure
from installer.gui.labels import Label
from installer.gui.pages.line_table import LineTable
from installer.gui.pages.lookup import LookUp
from installer.gui.pages.plan_bin import RecycleBin, Way
from installer.gui.pages.plan_choices import Candidates, Profiles
from installer.gui.pages.plan_options import PlanOptions
from installer.gui.pages.plan_removal import Removal
from installer.gui.pages.plan_words import rows_of
from installer.gui.theme import GRID
from installer.gui.wording import Speaking
from installer.model import Choices, CredentialKind, Manifest, Prepare, Profile, Remove, SetUp, TenantState, utc_now
from installer.texts import translate

if TYPE_CHECKING:
    from installer.registration import Plan


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person can want to be otherwise, each as the page's answer to it."""

    profile: Callable[[Profile], None]
    months: Callable[[int], None]
    kind: Callable[[CredentialKind], None]
    name: Callable[[], None]
    removal: Callable[[], None]
    deleted: Callable[[Way], None]
    lookup: Callable[[str], None]
    save_plan: Callable[[], None]


class PlanParts(Speaking, QWidget):
    def __init__(self, manifest: Manifest, wishes: Wishes) -> None:
        super().__init__()
        self.profiles = Profiles(manifest, wishes.profile)
        self.candidates = Candidates()
        self.lookup = LookUp(wishes.lookup)
        self.recycle_bin = RecycleBin(wishes.deleted)
        self.removal = Removal(wishes.removal)
        self.table = LineTable()
        self.mailboxes = Label("strong")
        self.say(self.mailboxes.setText, lambda: translate("PlanPage", "No access to users’ mailboxes."))
        self.options = PlanOptions(manifest, wishes.months, wishes.kind, wishes.name)
        self.more = Disclosure(lambda: translate("PlanPage", "Options"), self.options)
        self.save_plan = Button(lambda: translate("PlanPage", "Sa&ve the plan…"), wishes.save_plan, "link")
        foot = QHBoxLayout()
        foot.addWidget(self.mailboxes, 1)
        foot.addWidget(self.save_plan, 0, Qt.AlignmentFlag.AlignRight)  # also where nothing is said beside it
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for widget in (
            self.profiles,
            self.candidates,
            self.lookup,
            self.recycle_bin,
            self.removal,
            self.table,
        ):
            column.addWidget(widget)
        column.addLayout(foot)
        column.addWidget(self.more)
        self.show_nothing()

    @property
    def asks_which(self) -> bool:
        """Whether the person is to say which application is meant."""
        return self.candidates.isVisibleTo(self)

    def show_nothing(self) -> None:
        """Before there is a plan, and where none could be made."""
        for part in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            part.hide()

    def show_plan(self, plan: Plan | None, choices: Choices, state: TenantState) -> None:
        registers = isinstance(choices, SetUp | Prepare)
        removes = isinstance(choices, Remove)
        if plan:
            self.table.show_rows(rows_of(plan, choices.target.profile))
            if plan.application and isinstance(choices, Remove):
                self.removal.show_application(plan.application, utc_now(), choices.old)
        for widget, wanted in (
            (self.profiles, registers),
            (self.recycle_bin, registers and state.application is None and state.deleted is not None),
            (self.removal, removes),
            (self.table, True),
            (self.mailboxes, registers),
            (self.more, not removes),
            (self.save_plan, True),
        ):
            widget.setVisible(plan is not None and wanted)
        self.candidates.setVisible(plan is None and state.application is None and bool(state.candidates))
        self.options.allow(
            name=plan is None or plan.application is None or self.recycle_bin.isVisibleTo(self),
            credential=not isinstance(choices, Prepare),
        )
