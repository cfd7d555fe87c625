"""The log on screen: made of events, so it changes language live and cannot hold a secret."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QPlainTextEdit

from installer.events import Event
from installer.gui.wording import Speaking
from installer.texts import event_line


class ProgressLog(Speaking, QPlainTextEdit):
    def __init__(self) -> None:
        super().__init__()
        self._events: list[tuple[datetime, Event]] = []
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setMinimumHeight(120)

    def add(self, event: Event) -> None:
        moment = datetime.now().astimezone()
        self._events.append((moment, event))
        if (line := _line(moment, event)) is not None:
            self.appendPlainText(line)
            self.horizontalScrollBar().setValue(0)  # Qt follows the end of a long line

    def clear(self) -> None:
        self._events = []
        super().clear()

    def retranslate(self) -> None:
        super().retranslate()
        lines = (_line(moment, event) for moment, event in self._events)
        self.setPlainText("\n".join(line for line in lines if line is not None))


def _line(moment: datetime, event: Event) -> str | None:
    text = event_line(event)
    return None if text is None else f"{moment:%H:%M:%S}  {text}"
