"""A file of credentials that is at hand: opened with its passphrase or a key file, in place of typing what it holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from installer.gui.controls import Button, form
from installer.gui.fields import FieldError
from installer.gui.labels import ElidedLabel, Row
from installer.gui.retranslation import Translated, without_mnemonic
from installer.model import Secret
from installer.texts import translate


class BundleForm(Translated, QWidget):
    """The form of one sealed file. `use_key` is called with the path of a key file, `close` for the other form."""

    def __init__(self, use_key: Callable[[Path], object], close: Callable[[], object]) -> None:
        super().__init__()
        self._use_key = use_key
        card, rows = form()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.path, self.passphrase, self.field_error = ElidedLabel("mono"), QLineEdit(), FieldError()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.textChanged.connect(lambda: self.field_error.tell(None))
        self.key = Button(lambda: translate("ExistingPage", "Use a &key file…"), self._ask_for_key, "link")
        self.type = Button(lambda: translate("ExistingPage", "T&ype the values instead"), close, "link")
        for text, widget in ((self._file_label, self.path), (self._passphrase_label, self.passphrase)):
            label = QLabel()
            label.setBuddy(widget)
            self.say(label.setText, text)
            rows.addRow(label, widget)
        self.say(self.passphrase.setAccessibleName, without_mnemonic(self._passphrase_label))
        rows.addRow(self.field_error)
        rows.addRow(Row(self.key, self.type))

    def secret(self) -> Secret:
        """The passphrase, which the field does not keep."""
        typed = Secret(self.passphrase.text())
        self.passphrase.clear()
        return typed

    def _ask_for_key(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, translate("ExistingPage", "The key that opens the file"))
        if path:
            self._use_key(Path(path))

    @staticmethod
    def _file_label() -> str:
        return translate("ExistingPage", "File")

    @staticmethod
    def _passphrase_label() -> str:
        return translate("ExistingPage", "&Passphrase of the file")
