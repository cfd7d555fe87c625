"""Has screen readers know the main instruction as a heading: they jump to it, and tell its rank."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication

from installer.gui.labels import Label

_INSTALLED: Final = "knows_headings"


class Heading(Label):
    """The main instruction of a page or dialog."""

    def __init__(self, role: str = "title") -> None:
        super().__init__(role)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)


def tell_headings(application: QApplication) -> None:
    """Qt gives every label the role of plain text; where it asks for a heading's interface, it gets ours instead."""
    if not application.property(_INSTALLED):
        application.setProperty(_INSTALLED, True)
        QAccessible.installFactory(_interface)


def _interface(_kind: str, widget: QObject) -> QAccessibleInterface | None:
    if isinstance(widget, Heading):
        return QAccessibleWidget(widget, QAccessible.Role.Heading)
    return None
