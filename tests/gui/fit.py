"""Whether every text in a window has the room it needs, and is translated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from installer.gui.controls import CommandLink
from installer.gui.labels import ElidedLabel
from installer.gui.wizard import Wizard
from tests.gui.driver import WINDOW

WORD = re.compile(r"[^\W\d_]{2,}")
MARKED = re.compile(r"⟦[^⟦⟧]*⟧")
VALUE = re.compile(
    r"[0-9a-f]{8}-[0-9a-f-]{27}|\S+@\S+|https?://\S+|(?:[\w-]+\.)+[A-Za-z]+|[A-Z][a-z]+ \d+, \d{4}|\d[\d:,. ]*s?"
    r"|Microsoft ODSP Connector GLIMPS|odsp connector glimps|Contoso|Demo|English|Français|SHA-256|AADSTS\d+|age1\S*"
    r"|[A-Z]{4}-\d{4}|Camille Martin|Nadia Bernard"
)
"""What stands in the tenant, in the program's name or in a protocol: it is the same in every language."""


def written(window: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Each text that is seen or read aloud, with its widget; names, paths and secrets stand in labels of their own."""
    for widget in (window, *window.findChildren(QWidget)):
        if not widget.isVisible() or isinstance(widget, ElidedLabel) or widget.property("role") in ("mono", "code"):
            continue
        node = QAccessible.queryAccessibleInterface(widget)
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget, widget.text()
        elif isinstance(widget, QPlainTextEdit):
            yield widget, widget.toPlainText()
        if not isinstance(widget, QLineEdit | QLabel):
            yield widget, node.text(QAccessible.Text.Name)
        yield widget, node.text(QAccessible.Text.Description)


def untranslated(window: QWidget) -> Iterator[str]:
    """In the pseudo-locale: texts without its brackets."""
    for widget, text in written(window):
        if isinstance(widget, QPlainTextEdit):  # of messages to somebody and of requests, line by line
            continue
        left = text
        while MARKED.search(left):
            left = MARKED.sub(" ", left)
        if WORD.search(VALUE.sub(" ", left)):
            yield f"not translated: “{left.strip()}” of “{text}”"


def clipped(window: QWidget) -> Iterator[str]:
    """What has less room than it needs."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QScrollArea) and widget.horizontalScrollBar().maximum() > 0:
            yield f"one has to scroll sideways by {widget.horizontalScrollBar().maximum()} pixels"
        if isinstance(widget, ElidedLabel | CommandLink) or not isinstance(widget, QLabel | QAbstractButton):
            continue
        wanted, given = widget.sizeHint(), widget.size()
        if widget.sizePolicy().hasHeightForWidth():
            height, width = widget.heightForWidth(given.width()), widget.minimumSizeHint().width()
        else:
            height, width = wanted.height(), wanted.width()
        if width > given.width() or height > given.height():
            yield f"“{widget.text()}” needs {width} × {height} and has {given.width()} × {given.height()}"
    if isinstance(window, Wizard) and window.size() != window.size().boundedTo(WINDOW):
        yield f"the window grew to {window.width()} × {window.height()}"
