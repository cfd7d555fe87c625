"""One line that says whether Microsoft can be reached; it warns, and stands in nobody's way."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtWidgets import QHBoxLayout, QWidget

from installer.gui.labels import Label
from installer.gui.marks import Mark, Sign
from installer.gui.theme import GRID
from installer.gui.wording import Speaking
from installer.texts import translate


class Standing(Enum):
    UNKNOWN = auto()
    CHECKING = auto()
    REACHED = auto()
    NOT_REACHED = auto()


_SIGNS = {
    Standing.UNKNOWN: Sign.AHEAD,
    Standing.CHECKING: Sign.WAITING,
    Standing.REACHED: Sign.DONE,
    Standing.NOT_REACHED: Sign.WARNING,
}


class Reachable(Speaking, QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.standing = Standing.UNKNOWN
        self._mark, self._label = Mark(Sign.AHEAD), Label("muted", wraps=False)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GRID)
        line.addWidget(self._mark)
        line.addWidget(self._label)
        self.say(self._label.setText, self._words)
        self.show_standing(Standing.UNKNOWN)

    def show_standing(self, standing: Standing) -> None:
        self.standing = standing
        self.setVisible(standing is not Standing.UNKNOWN)
        self._mark.show_sign(_SIGNS[standing])
        self._label.setText(self._words())

    @property
    def words(self) -> str:
        return self._label.text()

    def _words(self) -> str:
        match self.standing:
            case Standing.REACHED:
                return translate("ChoosePage", "Microsoft can be reached from this computer.")
            case Standing.NOT_REACHED:
                return translate("ChoosePage", "Microsoft cannot be reached as it should.")
        return translate("ChoosePage", "Looking whether Microsoft can be reached…")
