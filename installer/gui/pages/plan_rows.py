"""The lines of a plan: a sign, what it is, why it is needed, and what happens to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from installer.events import Action, PlanRow
from installer.gui.labels import Card, Label, Slot
from installer.gui.marks import Mark, Sign
from installer.gui.theme import GRID
from installer.model import Level, Permission, Profile
from installer.texts import action_word, language, level_word, long_date, row_title, translate

if TYPE_CHECKING:
    from installer.registration import Plan

SIGNS: Final = {
    Action.CREATE: Sign.CREATED,
    Action.GRANT: Sign.CREATED,
    Action.UPDATE: Sign.CHANGED,
    Action.DELETE: Sign.REMOVED,
    Action.NONE: Sign.KEPT,
}


class PlanRows(Slot):
    """Shows one plan; the page shows it again when the language changes."""

    def show_plan(self, plan: Plan, profile: Profile) -> None:
        card, grid = Card(), QGridLayout()
        grid.setHorizontalSpacing(GRID + 4)
        grid.setVerticalSpacing(GRID - 2)
        grid.setColumnStretch(1, 1)
        permissions = {one.name: one for one in profile.permissions}
        for number, row in enumerate(plan.rows):
            _add(grid, number, row, permissions.get(row.subject), plan)
        card.column.addLayout(grid)
        self.put(card)


def _add(grid: QGridLayout, number: int, row: PlanRow, permission: Permission | None, plan: Plan) -> None:
    awaited = row.key == "awaited_permission"
    mark, text = Mark(Sign.AHEAD if awaited else SIGNS[row.action]), QVBoxLayout()
    text.setSpacing(0)
    title = Label("strong", row_title(row))
    text.addWidget(title)
    if why := _why(row, permission, plan):
        text.addWidget(Label("small", why))
    outcome = QVBoxLayout()
    outcome.setSpacing(0)
    outcome.addWidget(Label("small", action_word(row), wraps=False), 0, Qt.AlignmentFlag.AlignRight)
    if permission:
        role = "chip" if permission.level is Level.WRITE else "small"
        outcome.addWidget(_level(permission, role), 0, Qt.AlignmentFlag.AlignRight)
    title.setAccessibleName(f"{row_title(row)}: {action_word(row)}")
    grid.addWidget(mark, number, 0, Qt.AlignmentFlag.AlignTop)
    grid.addLayout(text, number, 1)
    grid.addLayout(outcome, number, 2, Qt.AlignmentFlag.AlignTop)


def _level(permission: Permission, role: str) -> Label:
    sign = "⚠ " if permission.level is Level.WRITE else ""
    return Label(role, sign + level_word(permission.level), wraps=False)


def _why(row: PlanRow, permission: Permission | None, plan: Plan) -> str:
    if permission:
        return permission.why.in_(language())
    match row.key:
        case "application":
            return translate("PlanPage", "For this organization only, without a redirect address")
        case "service_principal":
            return translate("PlanPage", "The application’s presence in your tenant, to which consent is given")
        case "secret" | "certificate" if plan.expires:
            words = translate("PlanPage", "Valid until {date}; created last")
            return words.format(date=long_date(plan.expires))
    return ""
