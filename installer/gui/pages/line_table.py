"""The lines of a plan or of a comparison: an icon, what it is, why it is needed, and what happens to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from installer.gui.labels import STRETCH, Card, Label, Slot, column, in_groups
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
BESIDE_LEVELS: Final = 18
"""How many letters of average width the column of fates has room for: without and with a column of levels."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A line with what the page adds: why the thing is needed, and how far a permission reaches."""

    line: AnyLine
    why: str = ""
    level: Level | None = None


class LineTable(Slot):
    """Shows one plan or comparison; the page shows it again when the language changes.

    Columns: icon, title with why, level, fate. All words of a row stand on one baseline. The title of a row without a
    level takes that column too: an id needs its room, since it mostly cannot be broken.
    With `sentences` the last column has room for more than a word or two.
    """

    def __init__(self, *, sentences: bool = False) -> None:
        super().__init__()
        self._sentences = sentences

    def show_rows(self, rows: Iterable[TableRow]) -> None:
        """Shows these rows in place of those before."""
        shown = tuple(rows)
        card, grid = Card(), QGridLayout()
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID if self._sentences else GRID - 2)
        grid.setColumnStretch(_TITLE, 2)
        grid.setColumnStretch(_FATE, 1 if self._sentences else 0)
        letters = BESIDE_LEVELS if any(row.level for row in shown) else ALONE
        for number, row in enumerate(shown):
            grid.addWidget(StatusIcon(ICONS[row.line.status]), number, _ICON, Qt.AlignmentFlag.AlignTop)
            title = _title(row.line)
            words = column(title, *([Label("small", row.why)] if row.why else []), STRETCH, spacing=0)
            grid.addLayout(words, number, _TITLE, 1, 1 if row.level else _LEVEL - _TITLE + 1)
            if row.level:
                grid.addLayout(_beside(title, _level(row.level)), number, _LEVEL)
            fate = Label("", line_status(row.line)) if self._sentences else _word(row.line, letters)
            grid.addLayout(_beside(title, fate), number, _FATE)
        card.column.addLayout(grid)
        self.put(card)


_ICON, _TITLE, _LEVEL, _FATE = range(4)


def _title(line: AnyLine) -> Label:
    words = in_groups(line_title(line))
    title = Label("" if line.key_id else "strong", words)
    title.setAccessibleName(with_colon(words, line_status(line)))
    return title


def _beside(title: Label, label: Label) -> QVBoxLayout:
    """The label with its first line on the baseline of the title's."""
    for each in (title, label):
        each.ensurePolished()  # the style sheet sets the fonts
    lower = (
        title.fontMetrics().ascent() - label.fontMetrics().ascent() - (_EDGE if label.property("role") == "chip" else 0)
    )
    return column(label, STRETCH, margins=(GRID, max(0, lower), 0, 0), spacing=0)


_EDGE: Final = 1
"""Pixels from the edge of a chip to its text, above and below."""


def _word(line: AnyLine, letters: int) -> Label:
    """One line mostly; what is longer than so many letters wraps, and leaves the title its room."""
    label = Label("small", line_status(line), wraps=False)
    label.ensurePolished()
    most = letters * label.fontMetrics().averageCharWidth()
    if label.sizeHint().width() > most:
        label.setWordWrap(True)
        label.setFixedSize(most, label.heightForWidth(most))
    return label


def _level(level: Level) -> Label:
    role, prefix = ("chip", "⚠ ") if level is Level.WRITE else ("small", "")
    return Label(role, prefix + level_word(level), wraps=False)
