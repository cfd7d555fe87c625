"""What an enrolment file says, to be compared, and the box that has the wizard follow it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from installer.gui.controls import CheckBox
from installer.gui.labels import Card, ElidedLabel, Label, Slot, in_groups
from installer.gui.retranslation import Translated
from installer.gui.theme import GRID
from installer.model import Enrolment, Manifest
from installer.texts import EnrolmentFact, compare_enrolment, enrolment_facts, translate


class EnrolmentCard(Translated, Card):
    """Hidden while there is no file."""

    def __init__(self, manifest: Manifest, toggled: Callable[[], None]) -> None:
        super().__init__(spacing=GRID // 2)
        self._manifest = manifest
        self.enrolment: Enrolment | None = None
        self._title, self._facts, self._source = Label("strong"), Slot(), Label("muted")
        self.use = CheckBox()
        self.say(self.use.setText, lambda: translate("ChoosePage", "&Follow this file"))
        self.use.toggled.connect(lambda _on: toggled())
        for widget in (self._title, self._source, self._facts):
            self.column.addWidget(widget)
        self.column.addWidget(self.use, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    @property
    def title(self) -> str:
        return self._title.text()

    @property
    def followed(self) -> Enrolment | None:
        return self.enrolment if self.use.isChecked() else None

    def show_enrolment(self, found: Enrolment | None, *, follow: bool) -> None:
        """Shows the file, and ticks the box where the person named it."""
        self.enrolment = found
        self.setVisible(found is not None)
        self._say_all()
        self.use.setChecked(found is not None and follow)

    def retranslate(self) -> None:
        super().retranslate()
        self._say_all()

    def _say_all(self) -> None:
        found = self.enrolment
        if found is None:
            return
        title = translate("ChoosePage", "Prepared by GLIMPS")
        if whom := found.tenant or found.client:
            title = translate("ChoosePage", "Prepared by GLIMPS for {whom}").format(whom=whom)
        self._title.setText(title)
        says = translate("ChoosePage", "So says {file}.").format(file=PurePath(found.path).name)
        self._source.setText(f"{says} {compare_enrolment()}")
        grid_of_facts = QWidget()
        grid = QGridLayout(grid_of_facts)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for row, fact in enumerate(enrolment_facts(found, self._manifest)):
            grid.addWidget(Label("muted", fact.name, wraps=False), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_value(fact), row, 1)
        self._facts.put(grid_of_facts)


def _value(fact: EnrolmentFact) -> QWidget:
    """What is compared stands there in full; a long address has a tool tip."""
    shown = in_groups(fact.value)
    if fact.compared and " " in shown:
        return Label("mono", shown)
    label = ElidedLabel("mono" if fact.compared else "", shown)
    label.setAccessibleName(f"{fact.name}: {shown}")
    return label
