"""The choices: remove what does not belong, leave the application, or take it as it is; each with what follows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from installer.gui.choices import Radio
from installer.gui.fields import FieldError
from installer.gui.labels import Bullets, Card, Label, give_role
from installer.gui.theme import GRID
from installer.model import Decision, Disabled, Fate, NameOnly, PlanLine, Question
from installer.texts import line_title, translate

if TYPE_CHECKING:
    from installer.registration import Plan

_INDENT = 3 * GRID + 4
"""Pixels from a radio button's edge to its text."""


class WaysCard(Card):
    """One radio button for each way that is open; none is preselected."""

    def __init__(self, question: Question, plans: Mapping[Decision, Plan], chosen: Decision | None) -> None:
        super().__init__(spacing=2 * GRID - 4)
        self.buttons: dict[Decision, Radio] = {}
        self.group = QButtonGroup(self)
        self._field_error = FieldError()
        for way, plan in plans.items():
            button = self.buttons[way] = Radio(title_of(way))
            give_role(button, "strong")
            going = _taken_away(plan.lines) if way is Decision.CLEAN else []
            follows, lines = _consequences(way, question, going), [line_title(line) for line in going]
            last = _stops_at_once() if any(line.thing.signs_in for line in going) else ""
            button.setAccessibleName(". ".join(part for part in (title_of(way), *follows, *lines, last) if part))
            button.setChecked(way is chosen)
            self.group.addButton(button)
            self.column.addWidget(_Way(button, follows, lines, last))
        self.column.addWidget(self._field_error)
        self.group.buttonClicked.connect(lambda _button: self._field_error.tell(None))

    @property
    def chosen(self) -> Decision | None:
        return next((way for way, button in self.buttons.items() if button.isChecked()), None)

    @property
    def pointed_out(self) -> bool:
        return not self._field_error.isHidden()

    def point_out(self, *, focus: bool = True) -> None:
        first = next(iter(self.buttons.values())) if focus and self.buttons else None
        self._field_error.point_out(lambda: translate("OwnershipPanel", "Choose what is to be done with it."), first)


class _Way(QWidget):
    """A radio button with what follows from it beneath, the list of what goes, and what that means."""

    def __init__(self, button: Radio, follows: Iterable[str], lines: list[str], last: str) -> None:
        super().__init__()
        column, beneath = QVBoxLayout(self), QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        beneath.setContentsMargins(_INDENT, 0, 0, 0)
        beneath.setSpacing(GRID // 2)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        for text in follows:
            beneath.addWidget(Label("muted", text))
        if lines:
            beneath.addWidget(Bullets(lines, "muted"))
        if last:
            beneath.addWidget(Label("muted", last))
        column.addLayout(beneath)


def title_of(way: Decision) -> str:
    match way:
        case Decision.CLEAN:
            return translate("OwnershipPanel", "Remove what does not belong, then use it")
        case Decision.FRESH:
            return translate("OwnershipPanel", "Leave it and register another one")
        case Decision.ADOPT:
            return translate("OwnershipPanel", "It is ours as it is")


def commitment(way: Decision | None) -> str:
    """The text of the forward button: the choice, once there is one. The plan is shown next in any case."""
    match way:
        case None:
            return translate("OwnershipPanel", "&Continue…")
        case Decision.CLEAN:
            return translate("OwnershipPanel", "Remove, then &use it…")
        case Decision.FRESH:
            return translate("OwnershipPanel", "Register a&nother one…")
        case Decision.ADOPT:
            return translate("OwnershipPanel", "&Take it as it is…")


def decided(way: Decision) -> str:
    """The decision, above the plan that follows from it."""
    match way:
        case Decision.CLEAN:
            return translate("OwnershipPanel", "You decided: what does not belong is removed first.")
        case Decision.FRESH:
            return translate("OwnershipPanel", "You decided: the application found is left, another one registered.")
        case Decision.ADOPT:
            return translate("OwnershipPanel", "You decided: the application found is yours as it is.")


def _consequences(way: Decision, question: Question, going: list[PlanLine]) -> list[str]:
    match way:
        case Decision.CLEAN:
            return [_of_cleaning(going)]
        case Decision.FRESH:
            return [
                translate(
                    "OwnershipPanel",
                    "Nothing of it is touched, and nothing is granted to it. A second application is registered for "
                    "GLIMPS.",
                )
            ]
        case Decision.ADOPT:
            return _of_adoption(question)


def _of_cleaning(going: list[PlanLine]) -> str:
    if not going:
        return translate("OwnershipPanel", "Nothing was found that has to go; you only confirm that it is yours.")
    return translate("OwnershipPanel", "Before anything is granted, this goes:")


def _stops_at_once() -> str:
    return translate("OwnershipPanel", "Whatever signs in with one of these credentials stops at once.")


def _of_adoption(question: Question) -> list[str]:
    follows = [translate("OwnershipPanel", "You confirm that your organization registered it.")]
    if not all(isinstance(reason, NameOnly | Disabled) for reason in question.reasons):
        follows = [
            translate(
                "OwnershipPanel",
                "All of this stays. Whoever can use the application in one of these ways has its access to every file "
                "in OneDrive and SharePoint.",
            )
        ]
    if any(isinstance(reason, Disabled) for reason in question.reasons):
        follows.append(
            translate(
                "OwnershipPanel",
                "It stays disabled: the new credential cannot be tried, and opens nothing until somebody enables it.",
            )
        )
    return follows


def _taken_away(lines: Iterable[PlanLine]) -> list[PlanLine]:
    return [line for line in lines if line.status is Fate.TAKEN_AWAY]
