"""Keyboard focus: Tab follows the reading order, and what is shown or pointed out is scrolled into view."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import Final, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QLayout, QScrollArea, QWidget

from installer.gui.theme import GRID


def chain(widgets: Sequence[QWidget]) -> None:
    """Tab goes from each to the next one."""
    for widget, other in itertools.pairwise(widgets):
        QWidget.setTabOrder(widget, other)


def in_reading_order(widget: QWidget) -> Iterator[QWidget]:
    """What takes the focus inside a widget, row by row, and then the widget itself."""
    inner = widget.widget() if isinstance(widget, QScrollArea) else None
    if inner:
        yield from in_reading_order(inner)
    elif layout := widget.layout():
        yield from _in_layout(layout)
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for number in _rows(layout):
        item = layout.itemAt(number)
        if item is None:
            continue
        if widget := item.widget():
            yield from in_reading_order(widget)
        elif inner := item.layout():
            yield from _in_layout(inner)


def _rows(layout: QLayout) -> list[int]:
    numbers = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        grid = layout
        numbers.sort(key=lambda number: _place(grid, number))
    return numbers


def _place(grid: QGridLayout, number: int) -> tuple[int, int]:
    row, column, _rows, _columns = cast("tuple[int, int, int, int]", grid.getItemPosition(number))
    return row, column


_MOMENTS: Final = (0, 50, 150)
"""Milliseconds: at once, and again when text that wraps has got its height, some turns of the event loop later."""


def bring_into_view(widget: QWidget) -> None:
    """Scrolls the page until the widget is visible."""
    for moment in _MOMENTS:
        QTimer.singleShot(moment, widget, lambda: _scroll_to(widget))


def _scroll_to(widget: QWidget) -> None:
    area = widget.parentWidget()
    while area and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if isinstance(area, QScrollArea):
        area.ensureWidgetVisible(widget, 0, GRID)
