"""A secret on screen: bullets, or the value for ten seconds when the person asks."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from installer.gui.controls import Button
from installer.gui.labels import Label
from installer.gui.retranslation import Text, Translated
from installer.gui.theme import GRID
from installer.model import Secret
from installer.texts import translate

SHOWN_FOR: Final = 10_000
"""Milliseconds."""
_BULLETS: Final = "•" * 16


class SecretField(Translated, QWidget):
    """Its accessible name says what the secret is for, never its value."""

    def __init__(self, what: Text) -> None:
        super().__init__()
        self._secret: Secret | None = None
        self._shown = False
        self._value = Label("mono", _BULLETS)
        self._button = Button(self._words, self._toggle, "small")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GRID)
        line.addWidget(self._value, 1)
        line.addWidget(self._button)
        self.say(self._value.setAccessibleName, what)
        self.say(self._button.setAccessibleName, lambda: f"{self._words()}: {what()}")
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self._timer.timeout.connect(lambda: self._show(False))

    def hold(self, secret: Secret | None) -> None:
        self._secret = secret
        self._show(False)

    @property
    def text(self) -> str:
        """The text on screen."""
        return self._value.text()

    def reveal_for_good(self) -> None:
        """Shows it until further notice: a passphrase that the person has to write down."""
        self._button.hide()
        self._show(True)
        self._timer.stop()

    def _words(self) -> str:
        return translate("SecretField", "Hide") if self._shown else translate("SecretField", "Show 10 s")

    def _toggle(self) -> None:
        self._show(not self._shown)

    def _show(self, shown: bool) -> None:
        self._shown = shown and self._secret is not None
        self._timer.stop()
        if self._shown and self._secret is not None:
            self._value.setText(self._secret.reveal())
            self._value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._timer.start()
        else:
            self._value.setText(_BULLETS)
        self._button.setText(self._words())
