"""Radio buttons and check boxes whose text wraps: Qt's own would push it out of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QTransform
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from installer.gui.colours import colours_in_use
from installer.gui.status_icon import SIZE, paint_tick
from installer.gui.theme import text_scale

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton as _Button
else:
    _Button = object

_TEXT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
_TALL: Final = 10_000


class _Wrapping(_Button):
    """Has the style paint its indicator, and paints its text itself."""

    control: QStyle.ControlElement
    contents: QStyle.SubElement

    def grow(self) -> None:
        """Makes the height depend on the width, so that layouts ask for it."""
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        words = self.text().replace("&", "").split() or [""]
        longest = max(self.fontMetrics().horizontalAdvance(word) for word in words)
        return QSize(self._around().width() + longest, self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        around = self._around()
        return max(self.sizeHint().height(), around.height() + self._written(width - around.width()).height())

    def paintEvent(self, event: QPaintEvent) -> None:
        option, painter = self._option(), QStylePainter(self)
        text, option.text = option.text, ""
        painter.drawControl(self.control, option)
        area = self.style().subElementRect(self.contents, option, self)
        flags = _TEXT | int(Qt.TextFlag.TextShowMnemonic)
        painter.drawItemText(area, flags, self.palette(), self.isEnabled(), text, QPalette.ColorRole.WindowText)
        painter.end()

    if TYPE_CHECKING:

        def initStyleOption(self, option: QStyleOptionButton) -> None: ...

    def _option(self) -> QStyleOptionButton:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        return option

    def _around(self) -> QSize:
        """What the indicator, the edge and the spacing take; one line is never lower than the size hint."""
        line = self._written(_TALL)
        return QSize(self.sizeHint().width() - line.width(), self.sizeHint().height() - line.height())

    def _written(self, width: int) -> QRect:
        return self.fontMetrics().boundingRect(QRect(0, 0, max(1, width), _TALL), _TEXT, self.text().replace("&", ""))


class Radio(_Wrapping, QRadioButton):
    control = QStyle.ControlElement.CE_RadioButton
    contents = QStyle.SubElement.SE_RadioButtonContents

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.grow()


class CheckBox(_Wrapping, QCheckBox):
    """Paints its tick itself: a style sheet can only fill the box."""

    control = QStyle.ControlElement.CE_CheckBox
    contents = QStyle.SubElement.SE_CheckBoxContents

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.grow()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, self._option(), self)
        painter = QPainter(self)
        scale = text_scale()
        corner = QRectF(box).center() - QPointF(SIZE, SIZE) * scale / 2
        painter.setTransform(QTransform.fromTranslate(corner.x(), corner.y()).scale(scale, scale))
        paint_tick(painter, colours_in_use().on_accent)
        painter.end()
