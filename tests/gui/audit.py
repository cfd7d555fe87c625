"""What assistive technology meets in a window: each check yields what is wrong with it, as a sentence."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from installer.gui.controls import CommandLink
from installer.gui.page import Page
from installer.gui.wizard import Wizard
from tests.gui.driver import settle

MNEMONIC = re.compile(r"(?<!&)&(\w)")
FIELDS = (QAccessible.Role.EditableText,)
SMALLEST = 24
"""Least width and height in pixels of anything that can be pressed (WCAG 2.2, 2.5.8)."""


def nodes(window: QWidget) -> Iterator[QAccessibleInterface]:
    """Everything in the window's accessible tree that is not hidden."""
    waiting = [QAccessible.queryAccessibleInterface(window)]
    while waiting:
        node = waiting.pop()
        if not node.isValid() or node.state().invisible:
            continue
        yield node
        waiting += filter(None, (node.child(number) for number in range(node.childCount())))


def named(node: QAccessibleInterface) -> str:
    return node.text(QAccessible.Text.Name)


def focusable(window: QWidget) -> list[QAccessibleInterface]:
    """What Tab can move the focus to."""
    found = []
    for node in nodes(window):
        widget = node.object()
        if isinstance(widget, QWidget) and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(node)
    return found


def nameless(window: QWidget) -> Iterator[str]:
    """Controls and progress bars without an accessible name."""
    bars = [node for node in nodes(window) if node.role() == QAccessible.Role.ProgressBar]
    for node in (*focusable(window), *bars):
        name = named(node)
        if not name.strip():
            yield f"{node.role().name} {node.object()} has no name"
        elif re.search(r"[&▸▾⚠→]", name):
            yield f"“{name}” has a sign in its name that would be read aloud"


def unlabelled(window: QWidget) -> Iterator[str]:
    for node in focusable(window):
        if node.role() in FIELDS:
            relations = node.relations(QAccessible.RelationFlag.Label)
            if not any(named(other) for other, _kind in relations):
                yield f"the field “{named(node)}” has no label beside it"


def twins(window: QWidget) -> Iterator[str]:
    """Controls of the same kind and name: by ear nobody can tell them apart."""
    for (role, name), count in Counter((node.role().name, named(node)) for node in focusable(window)).items():
        if count > 1:
            yield f"{count} times {role} “{name}”"


def clashes(window: QWidget) -> Iterator[str]:
    """Mnemonics that mean two things."""
    shown = [child for child in window.findChildren(QWidget) if child.isVisible() and child.isEnabled()]
    texts = [child.text() for child in shown if isinstance(child, QAbstractButton | QLabel)]
    mnemonics = Counter(found[1].lower() for text in texts if (found := MNEMONIC.search(text)))
    for key, count in mnemonics.items():
        if count > 1:
            yield f"Alt+{key} means {count} things: {[text for text in texts if f'&{key}' in text.lower()]}"


def wrongly_headed(window: QWidget) -> Iterator[str]:
    headings = [named(node) for node in nodes(window) if node.role() == QAccessible.Role.Heading]
    if len(headings) != 1:
        yield f"{len(headings)} headings: {headings}"
    elif isinstance(window, Wizard) and headings != [window.current.heading()]:
        yield f"the heading is “{headings[0]}”"


def undescribed(window: QWidget) -> Iterator[str]:
    for link in window.findChildren(CommandLink):
        node = QAccessible.queryAccessibleInterface(link)
        description = node.text(QAccessible.Text.Description)
        if not description or description not in named(node):
            yield f"the command link “{named(node)}” does not say what it means"


def tiny(window: QWidget) -> Iterator[str]:
    for node in focusable(window):
        widget = node.object()
        if isinstance(widget, QWidget) and min(widget.width(), widget.height()) < SMALLEST:
            yield f"“{named(node)}” is {widget.width()} by {widget.height()} pixels"


def out_of_order(window: QWidget) -> Iterator[str]:
    """Tab: once through the page as it is read, then commit, back, cancel, language, and to the start again."""
    before = QApplication.focusWidget()
    reached = _round(window)
    if before:
        before.setFocus()
    missed = [node for node in focusable(window) if node.object() not in reached and not _beside_a_checked_button(node)]
    for node in missed:
        yield f"Tab never comes to “{named(node)}”"
    if not isinstance(window, Wizard):
        return
    page, shown = window.current, [window.commit, window.back, window.cancel, window.sidebar.language]
    end = [button for button in shown if button.isVisible() and button.isEnabled()]
    start = (reached.index(end[-1]) + 1) % len(reached)
    turned = [*reached[start:], *reached[:start]]
    inside = [control for control in turned if page.isAncestorOf(control)]
    if turned != [*inside, *end]:
        yield f"Tab leaves the page between: {[_name(control) for control in turned]}"
    yield from _against_reading(inside, page)


def _round(window: QWidget) -> list[QWidget]:
    """The controls in the order that Tab reaches them, from one to itself again."""
    reached: list[QWidget] = []
    for _ in range(80):
        focus = QApplication.focusWidget()
        if focus is None or focus in reached:
            break
        reached.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    settle()
    return reached


def _beside_a_checked_button(node: QAccessibleInterface) -> bool:
    """Of radio buttons, Tab reaches the chosen one; the arrow keys lead to the others."""
    return node.role() == QAccessible.Role.RadioButton


def _against_reading(controls: list[QWidget], page: Page) -> Iterator[str]:
    def place(control: QWidget) -> QRect:
        """Where it would be if the page were as long as its scrolled content."""
        scrolled = page.area.widget() if page.area.isAncestorOf(control) else None
        beneath = QPoint(0, page.height() if scrolled else 0)
        return QRect(control.mapTo(scrolled or page, QPoint(0, 0)) + beneath, control.size())

    for first, second in itertools.pairwise(controls):
        former, other = place(first), place(second)
        above = other.bottom() < former.top()
        same_row = other.top() <= former.bottom() and former.top() <= other.bottom()
        if above or (same_row and other.left() < former.left()):
            yield f"Tab goes from “{_name(first)}” back to “{_name(second)}”"


def _name(widget: QWidget) -> str:
    return named(QAccessible.queryAccessibleInterface(widget))
