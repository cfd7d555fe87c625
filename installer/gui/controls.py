"""Controls that Qt lacks, or has but not accessible enough: buttons, facts, disclosure, choices whose text wraps."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPalette, QTransform
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from installer.gui.accessibility import announce, bring_into_view
from installer.gui.labels import STRETCH, ElidedLabel, Label, column, give_role, row
from installer.gui.retranslation import Text, Translated
from installer.gui.status_icon import SIZE, Icon, StatusIcon, paint_tick
from installer.gui.theme import GRID, colours_in_use, text_scale
from installer.texts import translate, with_colon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton as _Button
else:
    _Button = object

COPIED_FOR: Final = 2000
"""Milliseconds for which a copy button says “Copied”."""


class Button(Translated, QPushButton):
    """A push button whose text follows the language. `role`: empty, `small` or `link`."""

    def __init__(self, text: Text, clicked: Callable[[], object], role: str = "") -> None:
        super().__init__()
        give_role(self, role)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say(self.setText, text)
        self.clicked.connect(lambda _checked=False: clicked())


class CommandLink(Translated, QPushButton):
    """A large button with a title and a description, both in its accessible name: many readers skip the description."""

    def __init__(self, title: Text, description: Text, clicked: Callable[[], object]) -> None:
        super().__init__()
        give_role(self, "choice")
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._title, self._description = Label("large"), Label("muted")
        arrow, words = StatusIcon(Icon.ARROW), column(self._title, self._description, spacing=GRID // 2)
        aside = column(arrow, STRETCH)
        row(aside, words, inside=self, grows=words, spacing=2 * GRID - 4, margins=(2 * GRID, 12, 2 * GRID, 12))
        for inside in (arrow, self._title, self._description):
            inside.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.say(self._title.setText, title)
        self.say(self._description.setText, description)
        self.say(self.setAccessibleName, lambda: f"{title()}. {description()}")
        self.say(self.setAccessibleDescription, description)
        self.clicked.connect(lambda _checked=False: clicked())

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.minimumSize() if layout else super().minimumSizeHint()


class CopyButton(Button):
    """Copies what `value` returns, and says so for a moment."""

    def __init__(self, value: Callable[[], str], what: Text) -> None:
        self._copied = False
        super().__init__(self._words, self._copy, "small")
        self._value = value
        self.say(self.setAccessibleName, lambda: translate("Controls", "Copy: {what}").format(what=what()))
        self._back = QTimer(self, singleShot=True, interval=COPIED_FOR)
        self._back.timeout.connect(lambda: self._show(False))
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("Copié  Copier"))

    def _words(self) -> str:
        return translate("Controls", "Copied") if self._copied else translate("Controls", "Copy")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._value())
        announce(self, translate("Controls", "Copied"))
        self._show(True)
        self._back.start()

    def _show(self, copied: bool) -> None:
        self._copied = copied
        self.setText(self._words())


class Facts(Translated, QWidget):
    """Rows of a name, a value and a button to copy it."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * GRID)
        self._grid.setVerticalSpacing(GRID - 2)
        self._grid.setColumnStretch(1, 1)

    def add(self, name: Text, value: str | Text, *, copy: bool = True) -> None:
        """Adds a row with a value, or with a text that follows the language."""
        words = value if callable(value) else lambda: value
        shown = ElidedLabel("mono" if copy else "")
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add_widget(name, shown, CopyButton(words, name) if copy else None)
        self.say(shown.setText, words)
        self.say(shown.setAccessibleName, lambda: with_colon(name(), words()))

    def add_widget(self, name: Text, shown: QWidget, button: QWidget | None = None) -> None:
        """Adds a row with a widget for the value, and a button at its end."""
        number = self._grid.rowCount()
        label = Label("muted", wraps=False)
        self.say(label.setText, name)
        label.setBuddy(shown)
        if button:
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        several = isinstance(shown, Label) and shown.wordWrap()  # then the name stands beside the first line
        self._grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop if several else Qt.AlignmentFlag(0))
        self._grid.addWidget(shown, number, 1, 1, 1 if button else 2)
        if button:
            self._grid.addWidget(button, number, 2)


class Disclosure(Translated, QWidget):
    """A button that shows and hides the content beneath it."""

    def __init__(self, title: Text, content: QWidget, *, opened: bool = False) -> None:
        super().__init__()
        self._title, self._content = title, content
        self.button = Button(self._words, self._toggle, "link")
        self.button.setCheckable(True)
        self.button.setChecked(opened)
        column(self.button, content, inside=self, spacing=GRID // 2)
        content.setVisible(opened)
        self.button.setText(self._words())
        self.say(self.button.setAccessibleName, title)

    def open(self, *, into_view: bool = True) -> None:
        """Shows the content, scrolled into view unless `into_view` is false."""
        if not self.button.isChecked():
            self.button.setChecked(True)
            self._toggle(into_view=into_view)

    def _words(self) -> str:
        opened = hasattr(self, "button") and self.button.isChecked()
        return f"{'▾' if opened else '▸'}  {self._title()}"

    def _toggle(self, *, into_view: bool = True) -> None:
        self._content.setVisible(self.button.isChecked())
        self.button.setText(self._words())
        if self.button.isChecked() and into_view:
            bring_into_view(self._content)


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
    """A radio button whose text wraps."""

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
