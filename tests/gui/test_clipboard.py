"""A secret on the clipboard: marked, and taken away only while it is ours."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from installer.gui.clipboard import SECONDS, SecretClipboard, guarded
from installer.model import Secret

FORMATS = (
    "ExcludeClipboardContentFromMonitorProcessing",
    "CanIncludeInClipboardHistory",
    "CanUploadToCloudClipboard",
    "Clipboard Viewer Ignore",
)


@pytest.mark.parametrize("name", FORMATS)
def test_histories_and_clouds_are_told_to_leave_it_alone(name: str) -> None:
    data = guarded("contoso")
    assert bytes(data.data(f'application/x-qt-windows-mime;value="{name}"').data()) == b"\0\0\0\0"


def test_kde_is_told_that_it_is_a_secret() -> None:
    assert bytes(guarded("contoso").data("x-kde-passwordManagerHint").data()) == b"secret"


def test_it_is_cleared_when_the_time_is_over(qtbot: QtBot) -> None:
    clipboard = SecretClipboard()
    spy = QSignalSpy(clipboard.seconds_left)
    clipboard.hold(Secret("contoso"))
    assert QGuiApplication.clipboard().text() == "contoso"
    for _ in range(SECONDS):
        clipboard.tick()
    assert QGuiApplication.clipboard().text() == ""
    assert [spy.at(0)[0], spy.at(spy.count() - 1)[0]] == [SECONDS, 0]


def test_what_the_person_copied_since_is_left(qtbot: QtBot) -> None:
    clipboard = SecretClipboard()
    clipboard.hold(Secret("contoso"))
    QGuiApplication.clipboard().setText("mine")
    for _ in range(SECONDS):
        clipboard.tick()
    clipboard.clear()
    assert QGuiApplication.clipboard().text() == "mine"
