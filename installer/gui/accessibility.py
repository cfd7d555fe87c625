"""The keyboard and the screen reader: the order of the focus, announcements, and which label is the heading."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import Final, cast

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QGridLayout, QLayout, QScrollArea, QWidget

from installer.gui.labels import Label
from installer.gui.theme import GRID

PAUSE: Final = 1000
"""Milliseconds between two polite announcements."""
_INSTALLED: Final = "knows_headings"
"""The application's property that is set once the factory is installed."""


class Announcer(QObject):
    """One per window. Errors are said at once, all else at most once a second; what comes sooner is said together."""

    said = Signal(str, bool)
    """A text sent to the screen reader, and whether it was assertive."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: list[str] = []
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._go_on)

    def say(self, widget: QWidget, text: str, *, assertive: bool) -> None:
        """Has the text said now, or with the next ones if something polite was said less than a second ago."""
        if assertive:
            self._speak(widget, text, assertive=True)
        elif self._pause.isActive():
            self._waiting.append(text)
        else:
            self._speak(widget, text, assertive=False)
            self._pause.start()

    def _go_on(self) -> None:
        if self._waiting:
            text, self._waiting = ". ".join(dict.fromkeys(self._waiting)), []
            self._speak(self._window, text, assertive=False)
            self._pause.start()

    def _speak(self, widget: QWidget, text: str, *, assertive: bool) -> None:
        speak(widget, text, assertive=assertive)
        self.said.emit(text, assertive)


def announcer_of(widget: QWidget) -> Announcer | None:
    """The announcer of the widget's window; None in a dialog, which announces at once."""
    return widget.window().findChild(Announcer, options=Qt.FindChildOption.FindDirectChildrenOnly)


def speak(widget: QWidget, text: str, *, assertive: bool) -> None:
    """Sends the announcement at once."""
    event = QAccessibleAnnouncementEvent(widget, text)
    if assertive:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


def announce(widget: QWidget, text: str, *, assertive: bool = False) -> None:
    """Has a screen reader say the text; `assertive` interrupts it, as an error should."""
    if announcer := announcer_of(widget):
        announcer.say(widget, text, assertive=assertive)
    else:
        speak(widget, text, assertive=assertive)


class Heading(Label):
    """The main instruction of a page or dialog."""

    def __init__(self, role: str = "title") -> None:
        super().__init__(role)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)


def tell_headings(application: QApplication) -> None:
    """Gives headings the role of a heading, by which screen readers find them; to Qt every label is plain text."""
    if not application.property(_INSTALLED):
        application.setProperty(_INSTALLED, True)
        QAccessible.installFactory(_interface)


def _interface(_kind: str, widget: QObject) -> QAccessibleInterface | None:
    if isinstance(widget, Heading):
        return QAccessibleWidget(widget, QAccessible.Role.Heading)
    return None


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
