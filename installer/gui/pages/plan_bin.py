"""Ours lies in the recycle bin: bring it back, delete it for good, or leave it there and take another name."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup

from installer.gui.choices import Radio
from installer.gui.labels import Card, Label, give_role
from installer.gui.theme import GRID
from installer.gui.wording import Speaking, Text
from installer.texts import translate


class Way(Enum):
    RESTORE = auto()
    PURGE = auto()
    OTHER_NAME = auto()


class RecycleBin(Speaking, Card):
    """Restoring is chosen beforehand: it is the one way that loses nothing."""

    def __init__(self, chosen: Callable[[Way], None]) -> None:
        super().__init__("bar-info", spacing=2)
        text = Label()
        self.say(
            text.setText,
            lambda: translate(
                "PlanPage",
                "This application was deleted less than 30 days ago. Microsoft still keeps it, and its identity.",
            ),
        )
        self.column.addWidget(text)
        self.column.addSpacing(GRID // 2)
        self._group = QButtonGroup(self)
        self.buttons = {
            Way.RESTORE: self._add(lambda: translate("PlanPage", "Restore it, with its permissions (recommended)")),
            Way.PURGE: self._add(lambda: translate("PlanPage", "Delete it for good, and register a new one")),
            Way.OTHER_NAME: self._add(
                lambda: translate("PlanPage", "Leave it there, and register a new one under another name")
            ),
        }
        self.choose(Way.RESTORE)
        self._group.buttonClicked.connect(lambda _button: chosen(self.way))

    @property
    def way(self) -> Way:
        return next(way for way, button in self.buttons.items() if button.isChecked())

    def choose(self, way: Way) -> None:
        self.buttons[way].setChecked(True)

    def _add(self, text: Text) -> Radio:
        button = Radio()
        give_role(button, "strong")
        self.say(button.setText, text)
        self._group.addButton(button)
        self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button
