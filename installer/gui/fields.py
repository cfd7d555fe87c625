"""Input fields with their label and error, and the field that shows a secret."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QStaticText, QTextOption
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from installer.errors.base import SetupError
from installer.gui.accessibility import announce, bring_into_view
from installer.gui.controls import Button
from installer.gui.labels import Label, give_role
from installer.gui.retranslation import Text, Translated
from installer.gui.theme import GRID
from installer.model import Secret
from installer.texts import explain, translate, with_colon


class Labelled(Translated, QWidget):
    """A field beneath its label, which is its accessible name too."""

    def __init__(self, text: Text, field: QWidget) -> None:
        super().__init__()
        column, label = QVBoxLayout(self), Label("small")
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        label.setBuddy(field)
        for put in (label.setText, field.setAccessibleName):
            self.say(put, text)
        column.addWidget(label)
        column.addWidget(field, 1)


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


SHOWN_FOR: Final = 10_000
"""Milliseconds."""
_BULLETS: Final = "•" * 16


class Painted(QLabel):
    """Text that is only painted: it cannot be selected, dragged or copied, and no other program can ask for it.

    A label would hand it to whoever can select: by the mouse into X11's primary selection, by Ctrl+C or its menu into
    the clipboard and its history, and by the text interface of accessibility to any program of the desktop.
    """

    def __init__(self) -> None:
        super().__init__()
        self._painted = QStaticText()
        self._painted.setTextFormat(Qt.TextFormat.PlainText)
        wrap = QTextOption()
        wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._painted.setTextOption(wrap)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        give_role(self, "mono")

    @property
    def painted(self) -> str:
        return self._painted.text()

    def paint(self, text: str) -> None:
        self._painted.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.painted), metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(_BULLETS), self.fontMetrics().height())

    def heightForWidth(self, width: int) -> int:
        return self._height(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        height = self._height(self.width())
        painter.drawStaticText(QPointF(0, max(0, (self.height() - height) / 2)), self._painted)
        painter.end()

    def _height(self, width: int) -> int:
        """Pixels that the text takes in this width."""
        self._painted.setTextWidth(max(1, width))
        self._painted.prepare(font=self.font())
        return round(self._painted.size().height())


class SecretField(Translated, QWidget):
    """Its accessible name says what the secret is for, its description whether it is shown; neither its value."""

    def __init__(self, what: Text) -> None:
        super().__init__()
        self._secret: Secret | None = None
        self._shown = False
        self._value = Painted()
        self._value.paint(_BULLETS)
        self._button = Button(self._words, self._toggle, "small")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GRID)
        line.addWidget(self._value, 1)
        line.addWidget(self._button)
        self.say(self._value.setAccessibleName, what)
        self.say(self._value.setAccessibleDescription, self._state)
        self.say(self._button.setAccessibleName, lambda: with_colon(self._words(), what()))
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self._timer.timeout.connect(lambda: self._show(False))

    def hold(self, secret: Secret | None) -> None:
        self._secret = secret
        self._show(False)

    @property
    def text(self) -> str:
        """The text on screen."""
        return self._value.painted

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
            self._value.paint(self._secret.reveal())
            self._timer.start()
        else:
            self._value.paint(_BULLETS)
        self._value.setAccessibleDescription(self._state())
        self._button.setText(self._words())

    def _state(self) -> str:
        if self._shown:
            return translate("SecretField", "Secret, shown on the screen")
        return translate("SecretField", "Secret, hidden")
