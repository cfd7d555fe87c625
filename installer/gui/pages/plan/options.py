"""What can be chosen freely about a plan: the profile, the name, how the connector signs in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from installer.errors.usage import InvalidName
from installer.gui.controls import Radio
from installer.gui.fields import FieldError, Form
from installer.gui.labels import Card, Label, column, give_role, row
from installer.gui.pages.plan.sign_in import SignInChoice
from installer.gui.retranslation import Text, Translated
from installer.gui.theme import GRID, radio_indent
from installer.inputs import LONGEST_NAME, read_name
from installer.model import Manifest, Profile, WantedCredential
from installer.texts import localized, translate


class PlanOptions(Translated, QWidget):
    """`credential` and `name` are called when either was changed."""

    def __init__(
        self,
        manifest: Manifest,
        audience: str,
        credential: Callable[[], None],
        name: Callable[[], None],
    ) -> None:
        super().__init__()
        self._form = Form()
        column(self._form, inside=self)
        self._name = QLineEdit()
        self._name.setMaxLength(LONGEST_NAME)
        self._name.editingFinished.connect(name)
        self._form.add(_name, self._name)
        self._field_error = FieldError()
        self._name.textChanged.connect(lambda: self._field_error.tell(None))
        self._form.rows.addRow(self._field_error)
        self.asks_for_credential = True
        self.sign_in = SignInChoice(manifest, audience, credential)
        self._form.add(_sign_in, self.sign_in)

    def show_choices(self, name: str, credential: WantedCredential) -> None:
        """Shows the name of the application and the credential that are wanted."""
        self._name.setText(name)
        self.sign_in.show_credential(credential)

    def allow(self, *, name: bool, credential: bool) -> None:
        """An existing application keeps its name; if no credential is made, none can be chosen."""
        self._name.setEnabled(name)
        self.asks_for_credential = credential
        self._form.rows.setRowVisible(self.sign_in, credential)

    def ask_for_name(self) -> None:
        """Moves the focus to the name, selected so that it can be typed over."""
        self._name.setFocus()
        self._name.selectAll()

    def name(self) -> str:
        """The name typed; raises `InvalidName`."""
        return read_name(self._name.text())

    def point_out(self, error: InvalidName) -> None:
        """Shows the error beneath the name, and moves the focus there."""
        self._field_error.tell(error, self._name)


def _sign_in() -> str:
    return translate("PlanPage", "The connector signs in by")


def _name() -> str:
    return translate("PlanPage", "Na&me of the application")


class Profiles(Translated, QWidget):
    """The profiles to choose from, each with what it means for the application's rights."""

    def __init__(self, manifest: Manifest, chosen: Callable[[Profile], None]) -> None:
        super().__init__()
        self._chosen = chosen
        self._profiles = manifest.profiles
        self._group = QButtonGroup(self)
        beside = row(inside=self)
        for number, profile in enumerate(manifest.profiles):
            card = Card("quiet", margin=GRID + 2, spacing=0)
            button, summary = Radio(), Label("small")
            give_role(button, "strong")
            self._group.addButton(button, number)
            self.say(button.setText, _title_of(profile))
            self.say(summary.setText, _summary_of(profile))
            self.say(button.setAccessibleName, _spoken(profile))
            summary.setContentsMargins(radio_indent(), 0, 0, 0)
            card.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            card.column.addWidget(summary)
            card.column.addStretch()  # a layout that is aligned to the top gets no more than its size hint
            beside.addWidget(card, 1)
        self._group.idClicked.connect(lambda number: self._chosen(self._profiles[number]))

    def choose(self, profile: Profile) -> None:
        """Checks the button of this profile."""
        for number, known in enumerate(self._profiles):
            self._group.button(number).setChecked(known.id == profile.id)

    def chosen_button(self) -> QWidget | None:
        """The button that is checked."""
        return self._group.checkedButton()


def _title_of(profile: Profile) -> Text:
    return lambda: localized(profile.title)


def _summary_of(profile: Profile) -> Text:
    return lambda: localized(profile.summary)


def _spoken(profile: Profile) -> Text:
    return lambda: f"{localized(profile.title)}. {localized(profile.summary)}"
