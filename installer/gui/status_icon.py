"""Small status icons in the palette's colours. A word always stands beside them: no status is told by an icon alone."""

from __future__ import annotations

import math
from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from installer.gui.theme import Colours, colours_in_use, text_scale

SIZE = 18


class Icon(Enum):
    """What an icon stands for."""

    CREATED = auto()
    KEPT = auto()
    CHANGED = auto()
    REMOVED = auto()
    DONE = auto()
    CURRENT = auto()
    AHEAD = auto()
    WAITING = auto()
    FAILED = auto()
    WARNING = auto()
    INFO = auto()
    ARROW = auto()


class StatusIcon(QWidget):
    """Shows one icon, 18 by 18 pixels, scaled with the text."""

    def __init__(self, icon: Icon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def shown(self) -> Icon:
        """The icon that is shown."""
        return self._icon

    def show_icon(self, icon: Icon) -> None:
        """Shows another one."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(SIZE, SIZE) * text_scale()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(text_scale(), text_scale())
        _PAINTERS[self._icon](painter, colours_in_use())
        painter.end()


def _pen(painter: QPainter, colour: str, width: float = 2.0) -> None:
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _lines(painter: QPainter, *points: tuple[float, float]) -> None:
    painter.drawPolyline([QPointF(x, y) for x, y in points])


def _plus(painter: QPainter, colours: Colours) -> None:
    _pen(painter, colours.done)
    _lines(painter, (9, 4), (9, 14))
    _lines(painter, (4, 9), (14, 9))


def _same(painter: QPainter, colours: Colours) -> None:
    _pen(painter, colours.muted)
    _lines(painter, (4, 7), (14, 7))
    _lines(painter, (4, 11), (14, 11))


def _tilde(painter: QPainter, colours: Colours) -> None:
    _pen(painter, colours.link)
    _lines(painter, *((3 + x, 9 - 2.2 * math.sin(x * math.pi / 6)) for x in range(13)))


def _minus(painter: QPainter, colours: Colours) -> None:
    _pen(painter, colours.error)
    _lines(painter, (4, 9), (14, 9))


def paint_tick(painter: QPainter, colour: str) -> None:
    """Paints a tick into a square of `SIZE`, for other widgets too."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _pen(painter, colour)
    _lines(painter, (4.5, 9.5), (7.8, 12.8), (13.5, 6))


def _check(painter: QPainter, colours: Colours) -> None:
    _pen(painter, colours.done)
    _lines(painter, (3.5, 9.5), (7.5, 13.5), (14.5, 5))


def _dot(painter: QPainter, colours: Colours) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.accent))
    painter.drawEllipse(QPointF(9, 9), 5, 5)


def _ring(painter: QPainter, colours: Colours) -> None:
    _pen(painter, colours.edge, 1.5)
    painter.drawEllipse(QPointF(9, 9), 4.5, 4.5)


def _dashes(painter: QPainter, colours: Colours) -> None:
    _pen(painter, colours.link, 1.8)
    for start in range(0, 360, 60):
        painter.drawArc(QRectF(3.5, 3.5, 11, 11), start * 16, 34 * 16)


def _cross(painter: QPainter, colours: Colours) -> None:
    _pen(painter, colours.error)
    _lines(painter, (4.5, 4.5), (13.5, 13.5))
    _lines(painter, (13.5, 4.5), (4.5, 13.5))


def _triangle(painter: QPainter, colours: Colours) -> None:
    _pen(painter, colours.warning, 1.6)
    _lines(painter, (9, 2.5), (16, 15), (2, 15), (9, 2.5))
    _lines(painter, (9, 7), (9, 10.5))
    _lines(painter, (9, 12.8), (9, 13))


def _information(painter: QPainter, colours: Colours) -> None:
    _pen(painter, colours.muted, 1.5)
    painter.drawEllipse(QPointF(9, 9), 6.5, 6.5)
    _lines(painter, (9, 8.5), (9, 12.3))
    _lines(painter, (9, 5.6), (9, 5.8))


def _arrow(painter: QPainter, colours: Colours) -> None:
    _pen(painter, colours.link)
    _lines(painter, (3, 9), (15, 9))
    _lines(painter, (10, 4), (15, 9), (10, 14))


_PAINTERS: dict[Icon, Callable[[QPainter, Colours], None]] = {
    Icon.CREATED: _plus,
    Icon.KEPT: _same,
    Icon.CHANGED: _tilde,
    Icon.REMOVED: _minus,
    Icon.DONE: _check,
    Icon.CURRENT: _dot,
    Icon.AHEAD: _ring,
    Icon.WAITING: _dashes,
    Icon.FAILED: _cross,
    Icon.WARNING: _triangle,
    Icon.INFO: _information,
    Icon.ARROW: _arrow,
}
