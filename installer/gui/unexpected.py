"""Exceptions that nobody handled: one dialog with a redacted traceback and a button to copy it."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import Final

from PySide6.QtCore import QMessageLogContext, QObject, QSize, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QWidget

from installer import __version__
from installer.diagnostics import redact
from installer.errors.base import SetupError
from installer.gui.accessibility import Heading
from installer.gui.controls import Button
from installer.gui.fields import Labelled
from installer.gui.labels import STRETCH, Label, column, give_role, row
from installer.gui.retranslation import Translated
from installer.gui.theme import GRID, text_scale
from installer.texts import explain, translate, what_a_recording_holds

_log = logging.getLogger(__name__)
_LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


SaveRecording = Callable[[QWidget], SetupError | None]
"""Asks where to save the recording; returns the error that prevented it."""


class UnexpectedDialog(Translated, QDialog):
    """Shows one traceback, redacted, with what can be sent to GLIMPS."""

    def __init__(self, details: str, save_recording: SaveRecording) -> None:
        super().__init__(QApplication.activeWindow())
        self._save_recording = save_recording
        title, text, self.details = Heading("large"), Label(), QPlainTextEdit(details)
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.say(self.setWindowTitle, lambda: translate("Unexpected", "Unexpected error"))
        self.say(title.setText, lambda: translate("Unexpected", "Something unexpected went wrong"))
        self.say(
            text.setText,
            lambda: translate(
                "Unexpected",
                "What was done in your tenant stays in place. "
                "Close the program, start it again, and send GLIMPS the details.",
            ),
        )
        details_named = Labelled(lambda: translate("Unexpected", "Technical details"), self.details)
        copy = Button(
            lambda: translate("Unexpected", "&Copy the details"), lambda: QGuiApplication.clipboard().setText(details)
        )
        self._holds = Label("small")
        self.say(self._holds.setText, what_a_recording_holds)
        save = Button(lambda: translate("Unexpected", "&Save a recording…"), self._save)
        close = Button(lambda: translate("Unexpected", "C&lose"), self.accept)
        give_role(close, "commit")
        close.setDefault(True)
        buttons, margins = row(STRETCH, copy, save, close), (3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column(title, text, details_named, self._holds, buttons, inside=self, spacing=2 * GRID - 4, margins=margins)
        self.resize((QSize(620, 460) * text_scale()).boundedTo(self.screen().availableSize()))

    def _save(self) -> None:
        if error := self._save_recording(self):
            self._holds.setText(explain(error).sentence)


class UnexpectedErrors(QObject):
    """Shows exceptions that nothing caught, in any thread, one at a time; installs the hooks for it."""

    caught = Signal(str)

    def __init__(self, parent: QObject, save_recording: SaveRecording) -> None:
        super().__init__(parent)
        self._save_recording = save_recording
        self._shown = False
        self._before: list[Callable[[], object]] = []
        self.caught.connect(self._show)

    def install(self) -> None:
        """Takes over the hooks of Python, its threads and Qt."""
        main, threads = sys.excepthook, threading.excepthook
        sys.excepthook = self._of_main
        threading.excepthook = self._of_thread
        qt = qInstallMessageHandler(_of_qt)
        self._before = [
            lambda: setattr(sys, "excepthook", main),
            lambda: setattr(threading, "excepthook", threads),
            lambda: qInstallMessageHandler(qt),
        ]

    def remove(self) -> None:
        """Puts the hooks back that were there before."""
        while self._before:
            self._before.pop()()

    def _of_main(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        self._tell(error)

    def _of_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self._tell(told.exc_value)

    def _tell(self, error: BaseException) -> None:
        """A plain traceback holds no local variables, hence no secrets; what a message may quote is redacted."""
        details = redact("".join(traceback.format_exception(error)))
        _log.error("unexpected: %s", details)
        self.caught.emit(f"GLIMPS ODSP Setup {__version__}\n{details}")

    def _show(self, details: str) -> None:
        if self._shown:
            return  # those that follow usually have the same cause, and the log has them
        self._shown = True
        dialog = UnexpectedDialog(details, self._save_recording)
        dialog.exec()
        dialog.deleteLater()
        self._shown = False


def _of_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    _log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", redact(message))
