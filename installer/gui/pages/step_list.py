"""The steps of a run with their marks and seconds; a wait is shown as a wait, not as an error."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QGridLayout

from installer.events import Step
from installer.gui.labels import Card, Label, give_role
from installer.gui.marks import Mark, Sign
from installer.gui.theme import GRID
from installer.gui.wording import Speaking
from installer.texts import step_title, translate


@dataclass(slots=True)
class _Line:
    mark: Mark
    title: Label
    outcome: Label
    seconds: float | None = None


class StepList(Speaking, Card):
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
        return sum(line.mark.sign is Sign.DONE for line in self._lines.values())

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(self._lines)

    def sign(self, step: Step) -> Sign:
        return self._lines[step].mark.sign

    def show_steps(self, steps: Iterable[Step]) -> None:
        for line in self._lines.values():
            for widget in (line.mark, line.title, line.outcome):
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self._lines = {}
        for step in steps:
            self._line(step)

    def start(self, step: Step) -> None:
        self._put(step, Sign.CURRENT)

    def wait(self, step: Step) -> None:
        self._put(step, Sign.WAITING)

    def finish(self, step: Step, seconds: float) -> None:
        self._line(step).seconds = seconds
        self._put(step, Sign.DONE)

    def fail(self, step: Step) -> None:
        self._put(step, Sign.FAILED)

    def halt(self) -> None:
        """What was under way is no longer."""
        for step, line in self._lines.items():
            if line.mark.sign in (Sign.CURRENT, Sign.WAITING):
                self._put(step, Sign.AHEAD)

    def retranslate(self) -> None:
        super().retranslate()
        for step, line in self._lines.items():
            self._put(step, line.mark.sign)

    def _line(self, step: Step) -> _Line:
        """The step's line; one that the plan did not foresee, such as a revocation, is added at the end."""
        if step not in self._lines:
            line = self._lines[step] = _Line(Mark(Sign.AHEAD), Label(), Label("muted", wraps=False))
            row = self._grid.rowCount()
            self._grid.addWidget(line.mark, row, 0)
            self._grid.addWidget(line.title, row, 1)
            self._grid.addWidget(line.outcome, row, 2, Qt.AlignmentFlag.AlignRight)
            self._put(step, Sign.AHEAD)
        return self._lines[step]

    def _put(self, step: Step, sign: Sign) -> None:
        line = self._line(step)
        line.mark.show_sign(sign)
        line.title.setText(step_title(step))
        give_role(line.title, {Sign.AHEAD: "muted"}.get(sign, "strong"))
        line.outcome.setText(self._outcome(sign, line.seconds))
        line.title.setAccessibleName(f"{step_title(step)}: {self._outcome(sign, line.seconds)}")

    @staticmethod
    def _outcome(sign: Sign, seconds: float | None) -> str:
        match sign:
            case Sign.DONE if seconds is not None:
                return translate("StepList", "{seconds} s").format(seconds=QLocale().toString(seconds, "f", 1))
            case Sign.CURRENT:
                return translate("StepList", "in progress")
            case Sign.WAITING:
                return translate("StepList", "waiting for Microsoft")
            case Sign.FAILED:
                return translate("StepList", "failed")
        return ""
