"""The log on screen: made of events, so it changes language live and cannot hold a secret; saved when asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QVBoxLayout, QWidget

from installer.bundle.files import save
from installer.diagnostics import redact
from installer.errors.base import SetupError
from installer.events import Event
from installer.gui.controls import Button, CopyButton
from installer.gui.rows import Labelled, Row
from installer.gui.theme import GRID
from installer.gui.wording import Speaking
from installer.texts import event_line, translate


class ProgressLog(Speaking, QWidget):
    """`failed` is told what stood in the way of a file; None where it was written."""

    def __init__(self, failed: Callable[[SetupError | None], None]) -> None:
        super().__init__()
        self._failed = failed
        self._events: list[tuple[datetime, Event]] = []
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setMinimumHeight(120)
        self.copy = CopyButton(self.text, lambda: translate("RunPage", "Progress log"))
        self.save = Button(lambda: translate("RunPage", "Sa&ve the log…"), self._save, "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(
            Labelled(lambda: translate("RunPage", "Requests to Microsoft, and what came of them"), self._text), 1
        )
        column.addWidget(Row(self.copy, self.save))

    def add(self, event: Event) -> None:
        moment = datetime.now().astimezone()
        self._events.append((moment, event))
        if (line := _line(moment, event)) is not None:
            self._text.appendPlainText(line)
            self._text.horizontalScrollBar().setValue(0)  # Qt follows the end of a long line

    def clear(self) -> None:
        self._events = []
        self._text.clear()

    def text(self) -> str:
        """What can be read there."""
        return self._text.toPlainText()

    def save_to(self, path: Path) -> None:
        """Writes it, for its owner's eyes."""
        try:
            save(redact(self.text() + "\n").encode(), path, overwrite=True)
        except SetupError as error:
            self._failed(error)
        else:
            self._failed(None)

    def retranslate(self) -> None:
        super().retranslate()
        lines = (_line(moment, event) for moment, event in self._events)
        self._text.setPlainText("\n".join(line for line in lines if line is not None))

    def _save(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        title, kinds = translate("RunPage", "Save the log"), translate("RunPage", "Text files (*.txt)")
        name = str(Path(folder) / "glimps-odsp-log.txt")
        path, _ = QFileDialog.getSaveFileName(self, title, name, kinds)
        if path:
            self.save_to(Path(path))


def _line(moment: datetime, event: Event) -> str | None:
    text = event_line(event)
    return None if text is None else f"{moment:%H:%M:%S}  {text}"
