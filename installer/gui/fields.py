"""What surrounds an input field: its label above, and the error in its value below."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from installer.errors.base import SetupError
from installer.gui.accessibility import announce, bring_into_view
from installer.gui.labels import Card, Label, column
from installer.gui.retranslation import Text, Translated, without_mnemonic
from installer.gui.theme import GRID
from installer.texts import explain


class Labelled(Translated, QWidget):
    """A field beneath its label, which is its accessible name too."""

    def __init__(self, text: Text, field: QWidget) -> None:
        super().__init__()
        label = Label("small")
        label.setBuddy(field)
        self.say(label.setText, text)
        self.say(field.setAccessibleName, without_mnemonic(text))
        column(label, inside=self, spacing=GRID // 2).addWidget(field, 1)


class Form(Translated, Card):
    """A quiet card with a row for each field: its label beside it, and what belongs to the whole beneath."""

    def __init__(self) -> None:
        super().__init__("quiet")
        self.rows = QFormLayout()
        self.rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.rows.setHorizontalSpacing(2 * GRID)
        self.rows.setVerticalSpacing(GRID)
        self.column.addLayout(self.rows)

    def add(self, text: Text, field: QWidget) -> None:
        """A field, named by its label; a mnemonic in the text leads to it."""
        label = Label(wraps=False)
        label.setBuddy(field)
        self.say(label.setText, text)
        if not isinstance(field, QLabel):  # which is read aloud itself
            self.say(field.setAccessibleName, without_mnemonic(text))
        self.rows.addRow(label, field)


class FieldError(Translated, Label):
    """The error in a field's value, in one sentence; hidden while there is none."""

    def __init__(self) -> None:
        super().__init__("error")
        self._words: Text | None = None
        self.hide()

    def tell(self, error: SetupError | None, field: QWidget | None = None) -> None:
        """Shows the error, or hides the label for None."""
        self.point_out((lambda: explain(error).sentence) if error else None, field)

    def point_out(self, words: Text | None, field: QWidget | None = None) -> None:
        """Shows the sentence, announces it, and moves the focus to the field it is about."""
        self._words = words
        self.setVisible(words is not None)
        self.retranslate()
        if words is None or field is None:
            return
        field.setFocus()
        if isinstance(field, QLineEdit):
            field.selectAll()
        bring_into_view(self)  # Qt scrolls to the field alone
        announce(field, self.text(), assertive=True)

    def retranslate(self) -> None:
        super().retranslate()
        self.setText(self._words() if self._words else "")
