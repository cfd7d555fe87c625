"""What can be chosen freely about a plan: the profile, the name, the kind of credential and its lifetime."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from installer.errors.usage import InvalidName
from installer.gui.choices import Radio
from installer.gui.controls import form
from installer.gui.fields import FieldError
from installer.gui.labels import Card, Label, give_role
from installer.gui.retranslation import Text, Translated, without_mnemonic
from installer.gui.theme import GRID
from installer.inputs import LONGEST_NAME, read_name
from installer.model import CredentialKind, CredentialSpec, Manifest, Profile
from installer.texts import localized, translate

MONTHS: Final = (6, 12)
T = TypeVar("T")


class RadioRow(Translated, QWidget, Generic[T]):
    """A row of radio buttons, one for each value; a value chosen elsewhere gets a button too."""

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


class PlanOptions(Translated, QWidget):
    def __init__(
        self,
        manifest: Manifest,
        months: Callable[[int], None],
        kind: Callable[[CredentialKind], None],
        name: Callable[[], None],
    ) -> None:
        super().__init__()
        card, self._rows = form()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self._name, label = QLineEdit(), QLabel()
        self._name.setMaxLength(LONGEST_NAME)
        self._name.editingFinished.connect(name)
        label.setBuddy(self._name)
        self.say(label.setText, _name)
        self.say(self._name.setAccessibleName, without_mnemonic(_name))
        self._rows.addRow(label, self._name)
        self._field_error = FieldError()
        self._name.textChanged.connect(lambda: self._field_error.tell(None))
        self._rows.addRow(self._field_error)
        self.kinds = RadioRow(_kind, kind)
        self.kinds.offer(CredentialKind.SECRET, CredentialKind.CERTIFICATE)
        self.months = RadioRow(_months, months)
        self.months.offer(*sorted({*MONTHS, manifest.months}))
        self._add(lambda: translate("PlanPage", "Credential"), self.kinds)
        self._add(lambda: translate("PlanPage", "Lifetime"), self.months)

    def show_choices(self, name: str, credential: CredentialSpec) -> None:
        self._name.setText(name)
        self.kinds.choose(credential.kind)
        self.months.choose(credential.months)

    def allow(self, *, name: bool, credential: bool) -> None:
        """An existing application keeps its name; if no credential is made, its kind and lifetime cannot be chosen."""
        self._name.setEnabled(name)
        for row in (self.kinds, self.months):
            self._rows.setRowVisible(row, credential)

    def ask_for_name(self) -> None:
        self._name.setFocus()
        self._name.selectAll()

    def name(self) -> str:
        """The name typed; raises `InvalidName`."""
        return read_name(self._name.text())

    def point_out(self, error: InvalidName) -> None:
        """Shows the error beneath the name, and moves the focus there."""
        self._field_error.tell(error, self._name)

    def _add(self, text: Text, row: QWidget) -> None:
        label = Label(wraps=False)
        self.say(label.setText, text)
        self.say(row.setAccessibleName, text)
        self._rows.addRow(label, row)


def _name() -> str:
    return translate("PlanPage", "Na&me of the application")


def _kind(kind: CredentialKind) -> Text:
    if kind is CredentialKind.CERTIFICATE:
        return lambda: translate("PlanPage", "Certificate")
    return lambda: translate("PlanPage", "Client secret")


def _months(count: int) -> Text:
    return lambda: translate("PlanPage", "{count} months").format(count=count)


class Profiles(Translated, QWidget):
    """The profiles to choose from, each with what it means for the application's rights."""

    def __init__(self, manifest: Manifest, chosen: Callable[[Profile], None]) -> None:
        super().__init__()
        self._chosen = chosen
        self._profiles = manifest.profiles
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for number, profile in enumerate(manifest.profiles):
            card = Card("quiet", margin=GRID + 2, spacing=0)
            button, summary = Radio(), Label("small")
            give_role(button, "strong")
            self._group.addButton(button, number)
            self.say(button.setText, _title_of(profile))
            self.say(summary.setText, _summary_of(profile))
            self.say(
                button.setAccessibleName,
                _spoken(profile),
            )
            summary.setContentsMargins(3 * GRID + 4, 0, 0, 0)
            card.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            card.column.addWidget(summary)
            card.column.setAlignment(Qt.AlignmentFlag.AlignTop)
            row.addWidget(card, 1)
        self._group.idClicked.connect(lambda number: self._chosen(self._profiles[number]))

    def choose(self, profile: Profile) -> None:
        for number, known in enumerate(self._profiles):
            self._group.button(number).setChecked(known.id == profile.id)

    def chosen_button(self) -> QWidget | None:
        return self._group.checkedButton()


def _title_of(profile: Profile) -> Text:
    return lambda: localized(profile.title)


def _summary_of(profile: Profile) -> Text:
    return lambda: localized(profile.summary)


def _spoken(profile: Profile) -> Text:
    return lambda: f"{localized(profile.title)}. {localized(profile.summary)}"
