"""What was warned of and stopped nothing: an information bar for each, on the pages that follow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from installer.errors.base import SetupError
from installer.gui.info_bar import InfoBar, Notice
from installer.gui.labels import Slot
from installer.gui.theme import GRID


class WarningBars(Slot):
    def __init__(self) -> None:
        super().__init__()
        self.bars: tuple[InfoBar, ...] = ()
        self.hide()

    def show_warnings(self, warnings: Sequence[SetupError]) -> None:
        """Shows these, and nothing where there are none."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        self.bars = tuple(InfoBar() for _ in warnings)
        for bar, warning in zip(self.bars, warnings, strict=True):
            column.addWidget(bar)
            bar.tell(Notice.of(warning, role="warning"))
        self.put(inside)
        self.setVisible(bool(warnings))
