"""Tries to get a shown secret without the button that copies it: `python -m tests.gui.grab_secret FILE`, on a display.

The file then says, as JSON, what got out: an empty list where nothing did.
"""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface, QClipboard, QContextMenuEvent, QDrag, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from installer.demo import INSTANT, Tenant
from installer.gui.pages.deliver import DeliverPage
from installer.gui.secret_field import SecretField
from tests.gui.driver import DELIVER, Driver, settle, themed_application
from tests.tenants import SCENARIOS

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
COPYING = (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_Insert)


def clipboards() -> list[str]:
    """What any other program could paste now, by the middle button or by Ctrl+V."""
    settle()
    clipboard = QGuiApplication.clipboard()
    return [clipboard.text(QClipboard.Mode.Selection), clipboard.text(QClipboard.Mode.Clipboard)]


def attempts(widget: QWidget) -> Iterator[tuple[str, list[str]]]:
    """Each way by name, with what it brought to the clipboards or to the screen."""
    left, right = QPoint(2, widget.height() // 2), QPoint(widget.width() - 2, widget.height() // 2)
    QTest.mousePress(widget, LEFT, NONE, left)
    QTest.mouseMove(widget, right)
    QTest.mouseRelease(widget, LEFT, NONE, right)
    yield "mouse drag", clipboards()
    QTest.mouseDClick(widget, LEFT, NONE, QPoint(20, widget.height() // 2))
    yield "double click", clipboards()
    QTest.mouseClick(widget, LEFT, NONE, QPoint(20, widget.height() // 2))
    yield "triple click", clipboards()
    widget.setFocus()
    for key in COPYING:
        QTest.keyClick(widget, key, CONTROL)
        window = QApplication.focusWidget() or widget
        QTest.keyClick(window, key, CONTROL)
    yield "keys", clipboards()
    drag(widget, left)
    yield "drag and drop", clipboards()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, left, widget.mapToGlobal(left))
    QApplication.sendEvent(widget, event)
    settle()
    menu = QApplication.activePopupWidget()
    actions = [action for action in menu.actions() if action.isEnabled()] if menu else []
    for action in actions:
        action.trigger()
    if menu:
        menu.close()
    yield "context menu", clipboards()


def drag(widget: QWidget, start: QPoint) -> None:
    """Tries to drag from there. A drag that begins waits for ever for its drop, so the program ends with its text."""

    def look() -> None:
        for begun in (begun for parent in QApplication.allWidgets() for begun in parent.findChildren(QDrag)):
            sys.stderr.write(f"a drag carries “{begun.mimeData().text()}”\n")
            sys.stderr.flush()
            os._exit(1)

    QTimer.singleShot(QApplication.startDragTime() + 1000, look)
    QTest.mousePress(widget, LEFT, NONE, start)
    QTest.qWait(QApplication.startDragTime() + 50)
    for step in range(1, 6):
        QTest.mouseMove(widget, start + QPoint(step * 20, 0))
    QTest.mouseRelease(widget, LEFT, NONE, start + QPoint(100, 0))
    QTest.qWait(1000)


def told(interface: QAccessibleInterface | None) -> Iterator[str]:
    """What a program of the desktop may ask of a widget and of all in it."""
    if interface is None or not interface.isValid():
        return
    for kind in QAccessible.Text:
        if kind is not QAccessible.Text.UserText:
            yield interface.text(kind)
    if (text := interface.textInterface()) is not None:
        yield text.text(0, text.characterCount())
    for number in range(interface.childCount()):
        yield from told(interface.child(number))


def grabbed(field: SecretField, name: str) -> list[str]:
    value = field.text
    assert not value.startswith("•"), "it is shown"
    found = [
        f"{name}: {way}"
        for child in (field, *field.findChildren(QWidget))
        for way, texts in attempts(child)
        if any(text and (text in value or value in text) for text in texts)
    ]
    if any(value in text for text in told(QAccessible.queryAccessibleInterface(field.window()))):
        found.append(f"{name}: accessibility")
    return found


def main(answer: Path) -> None:
    themed_application()
    assert QGuiApplication.platformName() != "offscreen", "a real clipboard is what this is about"
    assert sys.platform != "linux" or QGuiApplication.clipboard().supportsSelection()
    with Tenant(SCENARIOS["clean"].with_delays(INSTANT)) as tenant, Driver(tenant) as driver:
        driver.wizard.activateWindow()  # there is no window manager here that would do it
        assert QTest.qWaitForWindowActive(driver.wizard)
        page = driver.go_to(DELIVER)
        assert isinstance(page, DeliverPage)
        passphrase = page.options.passphrase.words
        found = grabbed(passphrase, "passphrase")
        (secret,) = page.identifiers.findChildren(SecretField)
        secret._button.click()
        found += grabbed(secret, "secret")
        interface = QAccessible.queryAccessibleInterface(secret._value)
        spoken = [interface.text(QAccessible.Text.Name), interface.text(QAccessible.Text.Description)]
    answer.write_text(json.dumps({"found": found, "spoken": spoken}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
