"""The plan page's body: which parts are shown, depending on the run and on what was found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from installer.gui.controls import Button, Disclosure
from installer.gui.labels import STRETCH, Label, column, row
from installer.gui.pages.line_table import LineTable
from installer.gui.pages.plan.decisions import BinDecision, Candidates, LookUp, RecycleBin, Removal
from installer.gui.pages.plan.options import PlanOptions, Profiles
from installer.gui.pages.plan.ownership import OwnershipPanel, PanelCallbacks, decided
from installer.gui.pages.plan.rows import decision_in, is_new_credential, nothing_beyond, rows_of
from installer.gui.retranslation import Translated
from installer.model import (
    Choices,
    Decision,
    Manifest,
    Prepare,
    Profile,
    Remove,
    Renew,
    SetUp,
    TenantState,
    utc_now,
)
from installer.texts import translate

if TYPE_CHECKING:
    from installer.registration import Plan


@dataclass(frozen=True, slots=True)
class PlanCallbacks:
    """What the page does when the person changes something."""

    profile: Callable[[Profile], None]
    credential: Callable[[], None]
    name: Callable[[], None]
    removal: Callable[[], None]
    deleted: Callable[[BinDecision], None]
    lookup: Callable[[str], None]
    ownership: PanelCallbacks
    decide_again: Callable[[], None]
    save_plan: Callable[[], None]


class PlanBody(Translated, QWidget):
    """The parts in the order in which they stand; `show_plan` shows those that the plan needs."""

    def __init__(self, manifest: Manifest, audience: str, callbacks: PlanCallbacks) -> None:
        super().__init__()
        self.profiles = Profiles(manifest, callbacks.profile)
        self.candidates = Candidates()
        self.ownership = OwnershipPanel(callbacks.ownership)
        self.decided = Decided(callbacks.decide_again)
        self.lookup = LookUp(callbacks.lookup)
        self.recycle_bin = RecycleBin(callbacks.deleted)
        self.removal = Removal(callbacks.removal)
        self.table = LineTable()
        self.mailboxes = Label("strong")
        self.say(self.mailboxes.setText, lambda: translate("PlanPage", "No access to users’ mailboxes."))
        self.options = PlanOptions(manifest, audience, callbacks.credential, callbacks.name)
        self.more = Disclosure(lambda: translate("PlanPage", "Options"), self.options)
        self.save_plan = Button(lambda: translate("PlanPage", "Sa&ve the plan…"), callbacks.save_plan, "link")
        column(
            self.ownership,
            self.decided,
            self.profiles,
            self.candidates,
            self.lookup,
            self.recycle_bin,
            self.removal,
            self.table,
            row(self.mailboxes, STRETCH, self.save_plan, grows=self.mailboxes),
            self.more,
            inside=self,
        )
        self.show_nothing()

    @property
    def asks_which(self) -> bool:
        """Whether the page asks which application is meant."""
        return self.candidates.isVisibleTo(self)

    @property
    def asks_whose(self) -> bool:
        """Whether the page asks what is to be done with the application that was found."""
        return self.ownership.isVisibleTo(self)

    def show_nothing(self) -> None:
        """Hides every part: there is no plan."""
        for part in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            part.hide()

    def show_plan(self, plan: Plan | None, choices: Choices, state: TenantState) -> None:
        """Shows the parts that fit; without a plan, only the question which application is meant."""
        registers = isinstance(choices, SetUp | Prepare)
        removes = isinstance(choices, Remove)
        if plan:
            self.ownership.forget()
            self.decided.show_decision(decision_in(choices))
            rows = rows_of(plan, choices.target.profile)
            self.table.show_rows(
                rows if self._credential_known(choices) else [row for row in rows if not is_new_credential(row)]
            )
            if plan.application and isinstance(choices, Remove):
                self.removal.show_application(plan.application, utc_now(), choices.old)
        for widget, wanted in (
            (self.decided, decision_in(choices) is not None),
            (self.profiles, registers),
            (self.recycle_bin, registers and state.application is None and state.deleted is not None),
            (self.removal, removes),
            (self.table, True),
            (self.mailboxes, registers and plan is not None and nothing_beyond(plan, choices.target.profile)),
            (self.more, not removes),
            (self.save_plan, True),
        ):
            widget.setVisible(plan is not None and wanted)
        which = plan is None and state.application is None and bool(state.candidates)
        self.candidates.setVisible(which and not self.asks_whose)
        self.options.allow(
            name=plan is None or plan.application is None or self.recycle_bin.isVisibleTo(self),
            credential=isinstance(choices, SetUp | Renew),
        )

    def _credential_known(self, choices: Choices) -> bool:
        """Whether the plan's credential is the one that is chosen: a way may lack what it needs, or not be read yet."""
        return not isinstance(choices, SetUp | Renew) or self.options.sign_in.wanted() == choices.credential


class Decided(Translated, QWidget):
    """What the person decided about the application that was found, and the way back to that question."""

    def __init__(self, again: Callable[[], None]) -> None:
        super().__init__()
        self._decision: Decision | None = None
        self._text = Label()
        self.say(self._text.setText, self._words)
        self.again = Button(lambda: translate("OwnershipPanel", "&Decide again…"), again, "link")
        row(self._text, self.again, inside=self, grows=self._text)

    def show_decision(self, decision: Decision | None) -> None:
        """Says what was decided; None says nothing."""
        self._decision = decision
        self._text.setText(self._words())

    def _words(self) -> str:
        return decided(self._decision) if self._decision else ""
