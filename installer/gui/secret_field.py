"""A secret on screen: bullets, or the value for ten seconds when the person asks."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QStaticText, QTextOption
from PySide6.QtWidgets import QLabel, QWidget

from installer.gui.controls import Button
from installer.gui.labels import give_role, row
from installer.gui.retranslation import Text, Translated
from installer.model import Secret
from installer.texts import translate, with_colon

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
        """The text that is painted."""
        return self._painted.text()

    def paint(self, text: str) -> None:
        """Paints this text in place of the one before."""
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
        row(self._value, self._button, inside=self, grows=self._value)
        self.say(self._value.setAccessibleName, what)
        self.say(self._value.setAccessibleDescription, self._state)
        self.say(self._button.setAccessibleName, lambda: with_colon(self._words(), what()))
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self._timer.timeout.connect(lambda: self._show(False))

    def hold(self, secret: Secret | None) -> None:
        """The secret to show on request, hidden at first; None forgets it."""
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
