"""Things side by side where there is room, and one under the other where there is not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from installer.gui.labels import Label
from installer.gui.theme import GRID
from installer.gui.wording import Speaking, Text


class Row(QWidget):
    """Buttons in a row, or in a column once longer words or larger letters would push the last one out."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(GRID)
        for widget in widgets:
            self._line.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        self._line.addStretch()
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        hints = [widget.sizeHint() for widget in self._shown()]
        return QSize(
            max((hint.width() for hint in hints), default=0), max((hint.height() for hint in hints), default=0)
        )

    def heightForWidth(self, width: int) -> int:
        heights = [widget.sizeHint().height() for widget in self._shown()] or [0]
        return max(heights) if self._fits(width) else sum(heights) + GRID * (len(heights) - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._turn()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # the words have changed
            self._turn()
        return super().event(event)

    def _turn(self) -> None:
        direction = QBoxLayout.Direction
        wanted = direction.LeftToRight if self._fits(self.width()) else direction.TopToBottom
        if wanted != self._line.direction():
            self._line.setDirection(wanted)
            self.updateGeometry()

    def _shown(self) -> list[QWidget]:
        items = (self._line.itemAt(number) for number in range(self._line.count()))
        widgets = (item.widget() for item in items if item)
        return [widget for widget in widgets if widget and not widget.isHidden()]

    def _fits(self, width: int) -> bool:
        widths = [widget.sizeHint().width() for widget in self._shown()]
        return sum(widths) + GRID * max(0, len(widths) - 1) <= width


class Labelled(Speaking, QWidget):
    """A field beneath its label, which names it to the ear as well."""

    def __init__(self, text: Text, field: QWidget) -> None:
        super().__init__()
        column, label = QVBoxLayout(self), Label("small")
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        label.setBuddy(field)
        for put in (label.setText, field.setAccessibleName):
            self.say(put, text)
        column.addWidget(label)
        column.addWidget(field, 1)
