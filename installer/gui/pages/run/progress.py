"""The progress of a run: its steps with their times, and the log."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from installer.bundle.files import save
from installer.diagnostics import redact
from installer.errors.base import SetupError
from installer.events import Event, Step, Warned
from installer.gui.controls import Button, CopyButton
from installer.gui.documents import ask_where_to_save
from installer.gui.fields import Labelled
from installer.gui.labels import Card, Label, Row, column, give_role
from installer.gui.retranslation import Translated
from installer.gui.status_icon import Icon, StatusIcon
from installer.gui.theme import GRID
from installer.texts import event_line, explain, step_title, translate, with_colon


@dataclass(slots=True)
class _Line:
    icon: StatusIcon
    title: Label
    outcome: Label
    seconds: float | None = None


class StepList(Translated, Card):
    """A line for each step, with its state and its seconds."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GRID + 4)
        self._grid.setVerticalSpacing(GRID + 2)
        self._grid.setColumnStretch(1, 1)
        self.column.addLayout(self._grid)
        self._lines: dict[Step, _Line] = {}

    @property
    def finished(self) -> int:
        """How many steps are done."""
        return sum(line.icon.shown is Icon.DONE for line in self._lines.values())

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps shown, in order."""
        return tuple(self._lines)

    def icon(self, step: Step) -> Icon:
        """The state of a step."""
        return self._lines[step].icon.shown

    def show_steps(self, steps: Iterable[Step]) -> None:
        """Shows these steps, none of them begun."""
        for line in self._lines.values():
            for widget in (line.icon, line.title, line.outcome):
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self._lines = {}
        for step in steps:
            self._line(step)

    def start(self, step: Step) -> None:
        """The step is under way."""
        self._put(step, Icon.CURRENT)

    def wait(self, step: Step) -> None:
        """The step waits for Microsoft."""
        self._put(step, Icon.WAITING)

    def finish(self, step: Step, seconds: float) -> None:
        """The step is done; it took that long."""
        self._line(step).seconds = seconds
        self._put(step, Icon.DONE)

    def fail(self, step: Step) -> None:
        """The step failed."""
        self._put(step, Icon.FAILED)

    def halt(self) -> None:
        """Shows the steps in progress as not done."""
        for step, line in self._lines.items():
            if line.icon.shown in (Icon.CURRENT, Icon.WAITING):
                self._put(step, Icon.AHEAD)

    def retranslate(self) -> None:
        super().retranslate()
        for step, line in self._lines.items():
            self._put(step, line.icon.shown)

    def _line(self, step: Step) -> _Line:
        """The step's line; a step that is not in the plan, such as a revocation, is added at the end."""
        if step not in self._lines:
            line = self._lines[step] = _Line(StatusIcon(Icon.AHEAD), Label(), Label("muted", wraps=False))
            row = self._grid.rowCount()
            self._grid.addWidget(line.icon, row, 0)
            self._grid.addWidget(line.title, row, 1)
            self._grid.addWidget(line.outcome, row, 2, Qt.AlignmentFlag.AlignRight)
            self._put(step, Icon.AHEAD)
        return self._lines[step]

    def _put(self, step: Step, icon: Icon) -> None:
        line = self._line(step)
        line.icon.show_icon(icon)
        line.title.setText(step_title(step))
        give_role(line.title, {Icon.AHEAD: "muted"}.get(icon, "strong"))
        line.outcome.setText(self._outcome(icon, line.seconds))
        line.title.setAccessibleName(with_colon(step_title(step), self._outcome(icon, line.seconds)))

    @staticmethod
    def _outcome(icon: Icon, seconds: float | None) -> str:
        match icon:
            case Icon.DONE if seconds is not None:
                return translate("StepList", "{seconds} s").format(seconds=QLocale().toString(seconds, "f", 1))
            case Icon.CURRENT:
                return translate("StepList", "in progress")
            case Icon.WAITING:
                return translate("StepList", "waiting for Microsoft")
            case Icon.FAILED:
                return translate("StepList", "failed")
        return ""


class ProgressLog(Translated, QWidget):
    """The log on screen, made of events: it follows the language and cannot hold a secret.

    `failed` receives the error that prevented saving it; None if it was written.
    """

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
        text = Labelled(lambda: translate("RunPage", "Requests to Microsoft, and their results"), self._text)
        column(text, Row(self.copy, self.save), inside=self)

    def add(self, event: Event) -> None:
        """Adds the event's line, if it has one."""
        moment = datetime.now().astimezone()
        self._events.append((moment, event))
        if (line := _line(moment, event)) is not None:
            self._text.appendPlainText(line)
            self._text.horizontalScrollBar().setValue(0)  # Qt scrolls to the end of a long line

    def clear(self) -> None:
        """Forgets all of it."""
        self._events = []
        self._text.clear()

    def text(self) -> str:
        """The log as shown."""
        return self._text.toPlainText()

    def save_to(self, path: Path) -> None:
        """Writes the log, redacted, readable by its owner only."""
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
        title, kinds = translate("RunPage", "Save the log"), translate("RunPage", "Text files (*.txt)")
        if path := ask_where_to_save(self, title, "glimps-odsp-log.txt", kinds):
            self.save_to(path)


def _line(moment: datetime, event: Event) -> str | None:
    text = explain(event.problem).sentence if isinstance(event, Warned) else event_line(event)
    return None if text is None else f"{moment:%H:%M:%S}  {text}"
