"""What the plan page shows: which parts, depending on the run and on what was found, and their texts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from installer.gui.controls import Button, Disclosure
from installer.gui.info_bar import Notice
from installer.gui.labels import Label
from installer.gui.pages.line_table import LineTable, TableRow
from installer.gui.pages.plan.decisions import BinDecision, Candidates, LookUp, RecycleBin, Removal
from installer.gui.pages.plan.options import PlanOptions, Profiles
from installer.gui.pages.plan.ownership import OwnershipPanel, PanelCallbacks, decided
from installer.gui.pages.plan.sign_in import Way
from installer.gui.retranslation import Translated
from installer.gui.theme import GRID
from installer.model import (
    Choices,
    Decision,
    Fate,
    Manifest,
    PlanLine,
    Prepare,
    Profile,
    Remove,
    Renew,
    SetUp,
    TenantState,
    Thing,
    beside,
    utc_now,
)
from installer.texts import localized, long_date, translate

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


class PlanParts(Translated, QWidget):
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
        foot = QHBoxLayout()
        foot.addWidget(self.mailboxes, 1)
        foot.addWidget(self.save_plan, 0, Qt.AlignmentFlag.AlignRight)  # even if nothing stands beside it
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for widget in (
            self.ownership,
            self.decided,
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
        registers = isinstance(choices, SetUp | Prepare)
        removes = isinstance(choices, Remove)
        if plan:
            self.ownership.forget()
            self.decided.show_decision(decision_in(choices))
            rows = rows_of(plan, choices.target.profile)
            self.table.show_rows(rows if self._credential_known(choices) else [row for row in rows if not _new(row)])
            if plan.application and isinstance(choices, Remove):
                self.removal.show_application(plan.application, utc_now(), choices.old)
        for widget, wanted in (
            (self.decided, decision_in(choices) is not None),
            (self.profiles, registers),
            (self.recycle_bin, registers and state.application is None and state.deleted is not None),
            (self.removal, removes),
            (self.table, True),
            (self.mailboxes, registers and plan is not None and _nothing_beyond(plan, choices.target.profile)),
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
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._text, 1)
        line.addWidget(self.again)

    def show_decision(self, decision: Decision | None) -> None:
        self._decision = decision
        self._text.setText(self._words())

    def _words(self) -> str:
        return decided(self._decision) if self._decision else ""


def plan_changed() -> Notice:
    """That the plan is no longer the one that was agreed to."""
    return Notice.saying(
        "warning",
        lambda: translate("PlanPage", "The plan has changed"),
        lambda: translate(
            "PlanPage", "The tenant is no longer as it was when you agreed. Read what will happen now before you go on."
        ),
    )


def instruction(plan: Plan, choices: Choices, way: Way, organization: str) -> str:
    application = plan.application
    if isinstance(choices, Remove):
        return translate("PlanPage", "Here is what will be removed from {org}").format(org=organization)
    if not plan.changes:
        return translate("PlanPage", "Everything is already in place in {org}").format(org=organization)
    if application is None:
        return translate("PlanPage", "Here is what will be created in {org}").format(org=organization)
    if adds_only_a_credential(plan):
        return _addition(way).format(app=application.name)
    return translate("PlanPage", "Here is what will be done in {org}").format(org=organization)


def commitment(plan: Plan, choices: Choices, way: Way) -> str:
    """The text of the commit button: a verb that answers the instruction; `way` is how the connector will sign in."""
    match choices:
        case Remove(old=None):
            return translate("PlanPage", "&Remove the application")
        case Remove():
            return translate("PlanPage", "Remove the o&ld secrets")
        case Prepare() if not plan.changes:
            return translate("Page", "&Next")
        case Prepare() if plan.application is None:
            return translate("PlanPage", "Create the a&pplication")
        case Prepare() if not any(line.status is Fate.TAKEN_AWAY for line in plan.lines):
            return translate("PlanPage", "Complete the a&pplication")
    if any(line.status is Fate.TAKEN_AWAY for line in plan.lines):
        return _commitment_to_clean(plan, choices)
    if adds_only_a_credential(plan):
        return _creation(way)
    return translate("PlanPage", "Create &and grant consent")


def _commitment_to_clean(plan: Plan, choices: Choices) -> str:
    if isinstance(choices, Prepare):
        return translate("PlanPage", "Remove, then complete the a&pplication")
    if any(line.status is Fate.GRANTED for line in plan.lines):
        return translate("PlanPage", "Remove, then gr&ant consent")
    return translate("PlanPage", "Remove, then create a &new credential")


def decision_in(choices: Choices) -> Decision | None:
    """What was decided about the application that was found, where it had to be."""
    return None if isinstance(choices, Remove) else choices.decision


def adds_only_a_credential(plan: Plan) -> bool:
    """Whether everything else is in place already, and stays."""
    credentials = (Thing.SECRET, Thing.CERTIFICATE, Thing.FEDERATION)
    fates = (Fate.CREATED, Fate.COMPLETED, Fate.CLEANED_UP)
    return all((line.thing in credentials and line.status in fates) or not line.status.changes for line in plan.lines)


def rows_of(plan: Plan, profile: Profile) -> list[TableRow]:
    """The lines of the plan, each with why it is needed."""
    permissions = {permission.name: permission for permission in profile.permissions}
    return [
        TableRow(line, localized(permission.why), permission.level)
        if line.thing is Thing.PERMISSION and (permission := permissions.get(line.name))
        else TableRow(line, _why(line, plan))
        for line in plan.lines
    ]


def _new(row: TableRow) -> bool:
    """Whether it is the credential that the plan makes."""
    return row.line.thing.signs_in and row.line.status in (Fate.CREATED, Fate.COMPLETED)


def _why(line: PlanLine, plan: Plan) -> str:
    match line.thing:
        case Thing.APPLICATION if line.status is Fate.CREATED:
            return translate("PlanPage", "For this organization only, without a redirect address")
        case Thing.SERVICE_PRINCIPAL:
            return translate("PlanPage", "The application’s presence in your tenant, to which consent is given")
        case Thing.SECRET | Thing.CERTIFICATE if line.status is Fate.CREATED and plan.expires:
            words = translate("PlanPage", "Valid until {date}; created last")
            return words.format(date=long_date(plan.expires))
    return ""


def _nothing_beyond(plan: Plan, profile: Profile) -> bool:
    """Whether mailboxes are known to stay closed: of all that is granted or asked for, nothing is unread or beyond.

    Of an application in the recycle bin, what was granted cannot be read.
    """
    found = plan.application
    if found and (found.exposure is None or found.exposure.roles is None or found.exposure.delegated is None):
        return False
    granted = (Thing.EXTRA_PERMISSION, Thing.DELEGATED_PERMISSION, Thing.DECLARED_PERMISSION)
    more = any(line.thing in granted for line in beside(plan.lines))
    return not more and not any(permission.name.startswith("Mail") for permission in profile.permissions)


def _addition(way: Way) -> str:
    match way:
        case Way.CERTIFICATE:
            return translate("PlanPage", "The connector’s certificate will be added to {app}")
        case Way.FEDERATION:
            return translate("PlanPage", "The connector’s federation will be added to {app}")
        case Way.PAIR:
            return translate("PlanPage", "A new certificate will be added to {app}")
        case Way.SECRET:
            return translate("PlanPage", "A new secret will be added to {app}")


def _creation(way: Way) -> str:
    match way:
        case Way.CERTIFICATE:
            return translate("PlanPage", "Register the &certificate")
        case Way.FEDERATION:
            return translate("PlanPage", "Register the &federation")
        case Way.PAIR:
            return translate("PlanPage", "Create a &new certificate")
        case Way.SECRET:
            return translate("PlanPage", "Create a &new secret")
