"""What is wrong with a field, beneath it: the one way in which every page points it out."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from installer.errors.base import SetupError
from installer.gui.labels import Label, announce
from installer.gui.scrolling import bring_into_view
from installer.gui.wording import Speaking, Text
from installer.texts import explain


class Wrong(Speaking, Label):
    """Hidden while nothing is wrong; said again in the other language when that changes."""

    def __init__(self) -> None:
        super().__init__("error")
        self._words: Text | None = None
        self.hide()

    def tell(self, error: SetupError | None, field: QWidget | None = None) -> None:
        """The error in a sentence, or nothing."""
        self.point_out((lambda: explain(error).sentence) if error else None, field)

    def point_out(self, words: Text | None, field: QWidget | None = None) -> None:
        """Says it, to a screen reader too, and goes to the field it is about."""
        self._words = words
        self.setVisible(words is not None)
        self.retranslate()
        if words is None or field is None:
            return
        field.setFocus()
        if isinstance(field, QLineEdit):
            field.selectAll()
        bring_into_view(self)  # Qt does so for the field alone
        announce(field, self.text(), assertive=True)

    def retranslate(self) -> None:
        super().retranslate()
        self.setText(self._words() if self._words else "")
