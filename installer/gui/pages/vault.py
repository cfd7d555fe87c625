"""The way by the clipboard, into a password vault: delivered only when the person says that it is stored."""

from __future__ import annotations

from PySide6.QtCore import Qt

from installer.gui.choices import CheckBox
from installer.gui.clipboard import SecretClipboard
from installer.gui.controls import Button
from installer.gui.labels import Label, announce
from installer.gui.pages.encryption import Choice
from installer.model import Secret
from installer.texts import translate


class IntoVault(Choice):
    def __init__(self, clipboard: SecretClipboard) -> None:
        super().__init__()
        self._clipboard = clipboard
        self._secret: Secret | None = None
        self._left = 0
        self._missing = False
        self.copy = Button(lambda: translate("DeliverPage", "Copy the &secret"), self._copy)
        self._countdown = Label("small")
        self.say(self._countdown.setText, self._words)
        self.row(self.copy, self._countdown, stretch=1)
        self.stored = CheckBox()
        self.say(
            self.stored.setText,
            lambda: translate("DeliverPage", "I have stored the secret in our vault"),
        )
        self.stored.toggled.connect(lambda: self._point_out(False))
        self.column.addWidget(self.stored, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._wrong)
        clipboard.seconds_left.connect(self._tick)

    def hold(self, secret: Secret | None) -> None:
        self._secret = secret

    def encryption(self) -> None:
        return None

    def confirmed(self) -> bool:
        """Whether the person says that it is stored; points at the box where not."""
        if not self.stored.isChecked():
            self._point_out(True)
            self.stored.setFocus()
            announce(self.stored, self._wrong.text(), assertive=True)
        return self.stored.isChecked()

    def retranslate(self) -> None:
        super().retranslate()
        self._point_out(self._missing)

    def _copy(self) -> None:
        if self._secret:
            self._clipboard.hold(self._secret)

    def _tick(self, left: int) -> None:
        self._left = left
        self._countdown.setText(self._words())

    def _point_out(self, missing: bool) -> None:
        self._missing = missing
        self._wrong.setVisible(missing)
        if missing:
            self._wrong.setText(translate("DeliverPage", "Store the secret first, then tick this box."))

    def _words(self) -> str:
        if self._left:
            return translate("DeliverPage", "On the clipboard for {seconds} more seconds.").format(seconds=self._left)
        return translate("DeliverPage", "It is kept out of the clipboard’s history, and cleared after 30 seconds.")
