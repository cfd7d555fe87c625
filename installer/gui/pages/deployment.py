"""Where the connector runs, which decides what is done with the file, and what the admin wants GLIMPS to know."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QLabel, QLineEdit, QVBoxLayout, QWidget

from installer.gui.choices import Radio
from installer.gui.labels import Label
from installer.gui.rows import Row
from installer.gui.theme import GRID
from installer.gui.wording import Speaking, unmarked
from installer.texts import translate

LONGEST_NOTE = 1000
"""Characters; a remark, not a document."""


class Deployment(Speaking, Row):
    """One of the two ways that GLIMPS's guide knows: hosted by GLIMPS, or on premises."""

    def __init__(self, chosen: Callable[[bool], None]) -> None:
        title, self.hosted, self.local = Label(wraps=False), Radio(), Radio()
        super().__init__(title, self.hosted, self.local)
        group = QButtonGroup(self)
        for button in (self.hosted, self.local):
            group.addButton(button)
        self.hosted.setChecked(True)
        group.buttonClicked.connect(lambda _button: chosen(self.local.isChecked()))
        self.say(title.setText, self._title)
        self.say(self.setAccessibleName, self._title)
        self.say(self.hosted.setText, lambda: translate("DeliverPage", "Hosted by GLIMPS (SaaS)"))
        self.say(self.local.setText, lambda: translate("DeliverPage", "On premises (Docker Compose)"))

    @staticmethod
    def _title() -> str:
        return translate("DeliverPage", "The connector runs:")


class Notes(Speaking, QWidget):
    """Free text that goes into the encrypted file."""

    def __init__(self) -> None:
        super().__init__()
        self.field, label = QLineEdit(), QLabel()
        self.field.setMaxLength(LONGEST_NOTE)
        label.setBuddy(self.field)
        label.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(label)
        column.addWidget(self.field)
        self.say(label.setText, self._label)
        self.say(self.field.setAccessibleName, unmarked(self._label))

    @property
    def text(self) -> str:
        return self.field.text().strip()

    @staticmethod
    def _label() -> str:
        return translate("DeliverPage", "They go into the encrypted file, and nowhere else:")
