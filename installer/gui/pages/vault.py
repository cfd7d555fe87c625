"""The way by the clipboard, into a password vault: delivered only when the person says that it is stored."""

from __future__ import annotations

from PySide6.QtCore import Qt

from installer.gui.choices import CheckBox
from installer.gui.clipboard import SecretClipboard
from installer.gui.controls import Button
from installer.gui.labels import Label
from installer.gui.pages.encryption import Choice
from installer.model import Secret
from installer.texts import translate


class IntoVault(Choice):
    def __init__(self, clipboard: SecretClipboard) -> None:
        super().__init__()
        self._clipboard = clipboard
        self._secret: Secret | None = None
        self._left = 0
        self.copy = Button(lambda: translate("DeliverPage", "Copy the &secret"), self._copy)
        self._countdown = Label("small")
        self.say(self._countdown.setText, self._words)
        self.row(self.copy, self._countdown, stretch=1)
        self.stored = CheckBox()
        self.say(
            self.stored.setText,
            lambda: translate("DeliverPage", "I have stored the secret in our vault"),
        )
        self.stored.toggled.connect(lambda: self._wrong.tell(None))
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
            self._wrong.point_out(
                lambda: translate("DeliverPage", "Store the secret first, then tick this box."), self.stored
            )
        return self.stored.isChecked()

    def _copy(self) -> None:
        if self._secret:
            self._clipboard.hold(self._secret)

    def _tick(self, left: int) -> None:
        self._left = left
        self._countdown.setText(self._words())

    def _words(self) -> str:
        if self._left:
            return translate("DeliverPage", "On the clipboard for {seconds} more seconds.").format(seconds=self._left)
        return translate("DeliverPage", "It is kept out of the clipboard’s history, and cleared after 30 seconds.")
