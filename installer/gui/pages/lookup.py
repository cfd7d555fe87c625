"""Another application than the one of the usual name, by the ID that the portal shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit

from installer.errors.usage import InvalidGuid
from installer.gui.controls import Button
from installer.gui.labels import Card
from installer.gui.theme import GRID
from installer.gui.wording import Speaking, unmarked
from installer.gui.wrong import Wrong
from installer.inputs import read_guid
from installer.texts import translate


class LookUp(Speaking, Card):
    """`wanted` is called with the ID, object or application (client), once it has the form of one."""

    def __init__(self, wanted: Callable[[str], None]) -> None:
        super().__init__("quiet")
        self._wanted = wanted
        label, self.field = QLabel(), QLineEdit()
        self.field.setPlaceholderText("00000000-0000-0000-0000-000000000000")
        self.field.returnPressed.connect(self._look_up)
        label.setBuddy(self.field)
        self.button = Button(lambda: translate("LookUp", "&Look it up"), self._look_up)
        self.say(label.setText, self._label)
        self.say(self.field.setAccessibleName, unmarked(self._label))
        self._wrong = Wrong()
        self.field.textChanged.connect(lambda: self._wrong.tell(None))
        line = QHBoxLayout()
        line.setSpacing(GRID)
        for widget in (label, self.field, self.button):
            line.addWidget(widget)
        self.column.addLayout(line)
        self.column.addWidget(self._wrong)

    def _look_up(self) -> None:
        try:
            self._wanted(read_guid(self.field.text(), unmarked(self._label)()))
        except InvalidGuid as error:
            self._wrong.tell(error, self.field)

    @staticmethod
    def _label() -> str:
        return translate("LookUp", "Its &application (client) ID")
