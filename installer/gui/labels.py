"""Labels and frames. Every label shows plain text: names from a tenant are foreign words, never markup."""

from __future__ import annotations

import html

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from installer.gui.announcer import announcer_of, speak
from installer.gui.theme import GRID


class Label(QLabel):
    """Plain text that wraps; `role` is its part in the style sheet."""

    def __init__(self, role: str = "", text: str = "", *, wraps: bool = True) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        give_role(self, role)


class ElidedLabel(QLabel):
    """One line with … where it does not fit; the whole text is its tool tip, and what is read aloud."""

    def __init__(
        self, role: str = "", text: str = "", *, where: Qt.TextElideMode = Qt.TextElideMode.ElideRight
    ) -> None:
        super().__init__()
        self._where = where
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        give_role(self, role)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(f"<p>{html.escape(text)}</p>" if text else "")  # Qt takes for markup what looks like it
        self.setAccessibleName(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(4 * GRID, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        area: QRect = self.contentsRect()
        text = QFontMetrics(self.font()).elidedText(self.text(), self._where, area.width())
        painter.drawText(area, int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), text)
        painter.end()


class Card(QFrame):
    """A rounded frame around things that belong together, with a column to put them in."""

    def __init__(self, role: str = "card", *, margin: int = 2 * GRID, spacing: int = GRID) -> None:
        super().__init__()
        give_role(self, role)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(margin, margin - 4, margin, margin - 4)
        self.column.setSpacing(spacing)


class Slot(QWidget):
    """A place for one widget at a time."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._held: QWidget | None = None

    def put(self, widget: QWidget) -> None:
        """Shows this one, and deletes the one before."""
        if self._held:
            self._column.removeWidget(self._held)
            self._held.hide()
            self._held.deleteLater()
        self._held = widget
        self._column.addWidget(widget)


def rule() -> QFrame:
    """A hair line."""
    line = QFrame()
    give_role(line, "rule")
    return line


def give_role(widget: QWidget, role: str) -> None:
    """Names the widget's part in the style sheet, and dresses it anew where it had another one."""
    if role == (widget.property("role") or ""):
        return
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def announce(widget: QWidget, text: str, *, assertive: bool = False) -> None:
    """Has a screen reader say it; assertive interrupts, as an error should."""
    if announcer := announcer_of(widget):
        announcer.say(widget, text, assertive=assertive)
    else:
        speak(widget, text, assertive=assertive)
