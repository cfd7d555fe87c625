"""What was hidden and is shown now, brought into the part of the page that is seen."""

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from installer.gui.theme import GRID

_MOMENTS: Final = (0, 50)
"""Milliseconds: at once, and when text that wraps has told the page its height, some turns of the event loop later."""


def bring_into_view(widget: QWidget) -> None:
    """Scrolls the page as far as it takes."""
    for moment in _MOMENTS:
        QTimer.singleShot(moment, widget, lambda: _scroll_to(widget))


def _scroll_to(widget: QWidget) -> None:
    area = widget.parentWidget()
    while area and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if isinstance(area, QScrollArea):
        area.ensureWidgetVisible(widget, 0, GRID)
