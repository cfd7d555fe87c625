"""What a screen reader is asked to say: errors at once, all else at most once in a second, so that it can be heard."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

PAUSE: Final = 1000
"""Milliseconds between two polite announcements."""


class Announcer(QObject):
    """Belongs to a window. What comes too soon is kept, and said together when the second is over."""

    said = Signal(str, bool)
    """A text that went to the screen reader, and whether it interrupted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: list[str] = []
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._go_on)

    def say(self, widget: QWidget, text: str, *, assertive: bool) -> None:
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
    """That of the window a widget is in; a dialog has none, and says what it has to at once."""
    return widget.window().findChild(Announcer, options=Qt.FindChildOption.FindDirectChildrenOnly)


def speak(widget: QWidget, text: str, *, assertive: bool) -> None:
    event = QAccessibleAnnouncementEvent(widget, text)
    if assertive:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
