"""Retranslation: texts are functions, called again when the language changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _Widget
else:
    _Widget = object

Text = Callable[[], str]
Put = Callable[[str], object]


def without_mnemonic(text: Text) -> Text:
    """The text without the `&` of its mnemonic, for a screen reader."""
    return lambda: text().replace("&", "")


class Translated(_Widget):
    """A widget that sets its texts again whenever the language changes."""

    _said: list[tuple[Put, Text]]

    def say(self, put: Put, text: Text) -> None:
        """Sets a text now and after each change of language: `self.say(label.setText, lambda: translate(…))`."""
        if "_said" not in self.__dict__:
            self._said = []
        self._said.append((put, text))
        put(text())

    def retranslate(self) -> None:
        """Sets every text again."""
        for put, text in self.__dict__.get("_said", ()):
            put(text())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
