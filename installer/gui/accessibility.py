"""What screen readers are told: announcements, and which label is the heading."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QWidget

from installer.gui.labels import Label

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
