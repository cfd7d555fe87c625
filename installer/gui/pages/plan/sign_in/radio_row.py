"""A row of radio buttons, one for each value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from installer.gui.choices import Radio
from installer.gui.retranslation import Text, Translated

T = TypeVar("T")


class RadioRow(Translated, QWidget, Generic[T]):
    """A value chosen elsewhere gets a button too."""

    def __init__(self, words: Callable[[T], Text], chosen: Callable[[T], None]) -> None:
        super().__init__()
        self._words = words
        self._values: list[T] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(lambda number: chosen(self._values[number]))
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addStretch()

    def offer(self, *values: T) -> None:
        for value in values:
            button = Radio()
            self._group.addButton(button, len(self._values))
            self._values.append(value)
            self.say(button.setText, self._words(value))
            self._line.insertWidget(self._line.count() - 1, button)

    def choose(self, value: T) -> None:
        if value not in self._values:
            self.offer(value)
        self._group.button(self._values.index(value)).setChecked(True)

    def button(self, value: T) -> QWidget:
        return self._group.button(self._values.index(value))
