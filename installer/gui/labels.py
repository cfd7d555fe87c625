"""Labels and containers. Every label shows plain text: a name from a tenant is data, never markup."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget

from installer.foreign import visible, visible_lines
from installer.gui.theme import GRID

STRETCH: Final = None
"""In a row or column: the room that is left over."""

Part = QWidget | QLayout | int | None
"""What a row or column is made of: a widget, a layout, a gap in pixels, or `STRETCH`."""


def column(
    *parts: Part,
    inside: QWidget | None = None,
    spacing: int = GRID,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
) -> QVBoxLayout:
    """Parts below each other, `spacing` pixels apart; `inside` becomes the widget that holds them.

    `margins` are pixels at the left, top, right and bottom.
    """
    layout = QVBoxLayout(inside) if inside else QVBoxLayout()
    _fill(layout, parts, spacing, margins)
    return layout


def row(
    *parts: Part,
    inside: QWidget | None = None,
    spacing: int = GRID,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
    grows: QWidget | QLayout | None = None,
    top: bool = False,
) -> QHBoxLayout:
    """Parts side by side, as in `column`; `grows` takes the room that is left. With `top` they hang from one line."""
    layout = QHBoxLayout(inside) if inside else QHBoxLayout()
    _fill(layout, parts, spacing, margins, Qt.AlignmentFlag.AlignTop if top else None, grows)
    return layout


def _fill(
    layout: QBoxLayout,
    parts: Iterable[Part],
    spacing: int,
    margins: tuple[int, int, int, int],
    alignment: Qt.AlignmentFlag | None = None,
    grows: QWidget | QLayout | None = None,
) -> None:
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    for part in parts:
        share = 1 if part is not None and part is grows else 0
        match part:
            case QWidget():
                layout.addWidget(part, share, Qt.AlignmentFlag(0) if share or alignment is None else alignment)
            case QLayout():
                layout.addLayout(part, share)
            case int():
                layout.addSpacing(part)
            case _:
                layout.addStretch()


def clear(layout: QLayout) -> None:
    """Empties a layout, and deletes the widgets in it."""
    while (item := layout.takeAt(0)) is not None:
        if inner := item.layout():
            clear(inner)
        elif widget := item.widget():
            widget.hide()
            widget.deleteLater()


class Label(QLabel):
    """Plain text that wraps; `role` is its part in the style sheet."""

    def __init__(self, role: str = "", text: str = "", *, wraps: bool = True) -> None:
        super().__init__(visible_lines(text))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        give_role(self, role)

    def setText(self, text: str) -> None:
        super().setText(visible_lines(text))


class ElidedLabel(QLabel):
    """One line, cut with … if it does not fit; tool tip and accessible name hold the whole text."""

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
        text = visible(text)
        super().setText(text)
        self.setToolTip(f"<p>{html.escape(text)}</p>" if text else "")  # Qt guesses whether a tool tip is markup
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
    """A rounded frame around what belongs together, with a column to put it in."""

    def __init__(self, role: str = "card", *, margin: int = 2 * GRID, spacing: int = GRID) -> None:
        super().__init__()
        give_role(self, role)
        self.column = column(inside=self, spacing=spacing, margins=(margin, margin - 4, margin, margin - 4))


class Bullets(QWidget):
    """One line for each text, each after a bullet."""

    def __init__(self, lines: Iterable[str], role: str = "") -> None:
        super().__init__()
        column(*(_bullet(role, line) for line in lines), inside=self, spacing=GRID // 2)


def _bullet(role: str, text: str) -> QHBoxLayout:
    words = Label(role, text)
    return row(Label(role, "•", wraps=False), words, grows=words, top=True)


class Row(QWidget):
    """Widgets in a row, or in a column if the row would be too wide."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(GRID)
        for widget in widgets:
            self._line.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        self._line.addStretch()
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        hints = [widget.sizeHint() for widget in self._shown()]
        return QSize(
            max((hint.width() for hint in hints), default=0), max((hint.height() for hint in hints), default=0)
        )

    def heightForWidth(self, width: int) -> int:
        heights = [widget.sizeHint().height() for widget in self._shown()] or [0]
        return max(heights) if self._fits(width) else sum(heights) + GRID * (len(heights) - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._turn()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # the texts have changed
            self._turn()
        return super().event(event)

    def _turn(self) -> None:
        direction = QBoxLayout.Direction
        wanted = direction.LeftToRight if self._fits(self.width()) else direction.TopToBottom
        if wanted != self._line.direction():
            self._line.setDirection(wanted)
            self.updateGeometry()

    def _shown(self) -> list[QWidget]:
        items = (self._line.itemAt(number) for number in range(self._line.count()))
        widgets = (item.widget() for item in items if item)
        return [widget for widget in widgets if widget and not widget.isHidden()]

    def _fits(self, width: int) -> bool:
        widths = [widget.sizeHint().width() for widget in self._shown()]
        return sum(widths) + GRID * max(0, len(widths) - 1) <= width


class Slot(QWidget):
    """A place for one widget at a time."""

    def __init__(self) -> None:
        super().__init__()
        self._column = column(inside=self)

    def put(self, widget: QWidget) -> None:
        """Shows this widget, and deletes the previous one."""
        clear(self._column)
        self._column.addWidget(widget)


def in_groups(text: str) -> str:
    """SHA-256 fingerprints in groups of four digits, as people compare them, which can be wrapped."""
    return re.sub(r"\b[0-9A-F]{64}\b", lambda found: re.sub(r"(.{4})(?=.)", r"\1 ", found[0]), text)


def rule() -> QFrame:
    """A thin horizontal line."""
    line = QFrame()
    give_role(line, "rule")
    return line


def give_role(widget: QWidget, role: str) -> None:
    """Sets the widget's role in the style sheet, and applies the style again if the role has changed."""
    if role == (widget.property("role") or ""):
        return
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
