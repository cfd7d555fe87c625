"""The lines of a plan or of a comparison: an icon, what it is, why it is needed, and what happens to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from installer.gui.labels import Card, Label, Slot, in_groups
from installer.gui.status_icon import Icon, StatusIcon
from installer.gui.theme import GRID
from installer.model import AnyLine, Fate, Level, Verdict
from installer.texts import level_word, line_status, line_title, with_colon

ICONS: Final = {
    Fate.CREATED: Icon.CREATED,
    Fate.GRANTED: Icon.CREATED,
    Fate.COMPLETED: Icon.CHANGED,
    Fate.RESTORED: Icon.CHANGED,
    Fate.PURGED: Icon.REMOVED,
    Fate.REMOVED: Icon.REMOVED,
    Fate.REMOVED_WITH_APPLICATION: Icon.REMOVED,
    Fate.CLEANED_UP: Icon.REMOVED,
    Fate.KEPT: Icon.KEPT,
    Fate.AWAITED: Icon.AHEAD,
    Fate.TAKEN_AWAY: Icon.REMOVED,
    Fate.IN_QUESTION: Icon.WARNING,
    Fate.UNREAD: Icon.WARNING,
    Fate.LEFT: Icon.KEPT,
    Verdict.IN_PLACE: Icon.DONE,
    Verdict.MISSING: Icon.FAILED,
    Verdict.REFUSED: Icon.WARNING,
    Verdict.DISABLED: Icon.FAILED,
    Verdict.EXTRA: Icon.WARNING,
    Verdict.TOLERATED: Icon.INFO,
    Verdict.ENDS_SOON: Icon.WARNING,
    Verdict.ENDED: Icon.FAILED,
}

ALONE: Final = 33
BESIDE_LEVEL: Final = 20
"""How many letters of average width a fate has room for: by itself, and beside the level of a permission."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A line with what the page adds: why the thing is needed, and how far a permission reaches."""

    line: AnyLine
    why: str = ""
    level: Level | None = None


class LineTable(Slot):
    """Shows one plan or comparison; the page shows it again when the language changes.

    With `sentences` the last column has room for more than a word or two.
    """

    def __init__(self, *, sentences: bool = False) -> None:
        super().__init__()
        self._sentences = sentences

    def show_rows(self, rows: Iterable[TableRow]) -> None:
        card, grid = Card(), QGridLayout()
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID if self._sentences else GRID - 2)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 1 if self._sentences else 0)
        for number, row in enumerate(rows):
            grid.addWidget(StatusIcon(ICONS[row.line.status]), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(_title(row), number, 1)
            if self._sentences:
                grid.addWidget(_sentence(row.line), number, 2)
            else:
                column = 3 if row.level else 2
                end = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
                letters = BESIDE_LEVEL if row.level else ALONE
                grid.addWidget(_word(row.line, letters), number, column, 1, 4 - column, end)
                if row.level:
                    grid.addWidget(_level(row.level), number, 2, end)
        card.column.addLayout(grid)
        self.put(card)


def _title(row: TableRow) -> QVBoxLayout:
    column, title = QVBoxLayout(), Label("" if row.line.key_id else "strong", in_groups(line_title(row.line)))
    column.setSpacing(0)
    title.setAccessibleName(with_colon(in_groups(line_title(row.line)), line_status(row.line)))
    column.addWidget(title)
    if row.why:
        column.addWidget(Label("small", row.why))
    return column


def _sentence(line: AnyLine) -> Label:
    label = Label("", line_status(line))
    label.setAlignment(Qt.AlignmentFlag.AlignRight)
    return label


def _word(line: AnyLine, letters: int) -> Label:
    """One line mostly; what is longer than so many letters wraps, and leaves the title its room."""
    label = Label("small", line_status(line), wraps=False)
    label.setAlignment(Qt.AlignmentFlag.AlignRight)
    most = letters * label.fontMetrics().averageCharWidth()
    if label.sizeHint().width() > most:
        label.setWordWrap(True)
        label.setFixedSize(most, label.heightForWidth(most))
    return label


def _level(level: Level) -> Label:
    role, prefix = ("chip", "⚠ ") if level is Level.WRITE else ("small", "")
    return Label(role, prefix + level_word(level), wraps=False)
