"""What the administrator has to decide: which application is meant, what becomes of a deleted one, what to remove."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QLabel, QLineEdit, QWidget

from installer.errors.usage import InvalidGuid
from installer.gui.controls import Button, CheckBox, Radio
from installer.gui.fields import FieldError
from installer.gui.labels import Card, Label, clear, column, give_role, row
from installer.gui.pages.plan.ownership import owners_words
from installer.gui.retranslation import Text, Translated, without_mnemonic
from installer.gui.theme import GRID, radio_indent
from installer.inputs import read_guid
from installer.model import Application, CredentialEntry, CredentialKind, OldCredentials
from installer.texts import long_date, translate, with_colon


class Candidates(Translated, QWidget):
    """Applications of that name, none of which is surely ours: the person chooses, and none is preselected."""

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self._found: tuple[Application, ...] = ()
        self._text, self._field_error = Label(), FieldError()
        self.say(self._text.setText, self._words)
        self._card = Card(spacing=0)
        self._group = QButtonGroup(self)
        column(self._text, self._card, self._field_error, inside=self)

    def show_candidates(self, name: str, found: Sequence[Application]) -> None:
        """Shows these, whose name is the one that was looked for; a choice among them is kept."""
        chosen = self.chosen()
        if tuple(found) != self._found:
            self._field_error.tell(None)
        self._name, self._found = name, tuple(found)
        self._text.setText(self._words())
        clear(self._card.column)
        for button in self._group.buttons():
            self._group.removeButton(button)
        for number, application in enumerate(self._found):
            lines = [*_owners(application), _facts(application), application.client_id]
            button, facts = Radio(application.name), Label("small", "\n".join(lines))
            give_role(button, "strong")
            button.setAccessibleName(". ".join((application.name, *lines)))
            button.setChecked(chosen is not None and application.object_id == chosen.object_id)
            facts.setContentsMargins(radio_indent(), 0, 0, GRID // 2)
            self._group.addButton(button, number)
            self._card.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self._card.column.addWidget(facts)

    def chosen(self) -> Application | None:
        """The application chosen; None until there is one."""
        number = self._group.checkedId()
        return self._found[number] if 0 <= number < len(self._found) else None

    def first_button(self) -> QWidget | None:
        """The button of the first, where there is one."""
        return self._group.button(0)

    def point_out(self) -> None:
        """Asks for a choice."""
        self._field_error.point_out(lambda: translate("PlanPage", "Choose one of them first."), self.first_button())

    def _words(self) -> str:
        return translate(
            "PlanPage",
            "{count} applications of this tenant may be the one meant by “{name}”. "
            "The one you choose is checked closely before anything is granted to it.",
        ).format(count=len(self._found), name=self._name)


def _owners(application: Application) -> list[str]:
    """A line with the owners; none where there are many applications, whose owners are not asked for."""
    if application.exposure is None:
        return []
    return [with_colon(translate("OwnershipPanel", "Owners"), owners_words(application))]


def _facts(application: Application) -> str:
    parts = []
    if application.created:
        parts.append(translate("PlanPage", "created on {date}").format(date=long_date(application.created)))
    held = (*application.credentials, *application.principal_credentials)
    if ends := [long_date(entry.end) for entry in held if entry.end]:
        parts.append(translate("PlanPage", "secrets or certificates until {dates}").format(dates=", ".join(ends)))
    elif not held:
        parts.append(translate("PlanPage", "no secret or certificate"))
    parts.append(translate("PlanPage", "permissions consented to: {count}").format(count=len(application.granted)))
    return " · ".join(parts)


class LookUp(Translated, Card):
    """Looks up another application by the ID that the portal shows.

    `wanted` is called with the object ID or application (client) ID once it is well-formed.
    """

    def __init__(self, wanted: Callable[[str], None]) -> None:
        super().__init__("quiet")
        self._wanted = wanted
        label, self.field = QLabel(), QLineEdit()
        self.field.setPlaceholderText("00000000-0000-0000-0000-000000000000")
        self.field.returnPressed.connect(self._look_up)
        label.setBuddy(self.field)
        self.button = Button(lambda: translate("LookUp", "&Look it up"), self._look_up)
        self.say(label.setText, self._label)
        self.say(self.field.setAccessibleName, without_mnemonic(self._label))
        self._field_error = FieldError()
        self.field.textChanged.connect(lambda: self._field_error.tell(None))
        self.column.addLayout(row(label, self.field, self.button))
        self.column.addWidget(self._field_error)

    def _look_up(self) -> None:
        try:
            self._wanted(read_guid(self.field.text(), without_mnemonic(self._label)()))
        except InvalidGuid as error:
            self._field_error.tell(error, self.field)

    @staticmethod
    def _label() -> str:
        return translate("LookUp", "Its &application (client) ID")


class BinDecision(Enum):
    """What becomes of our application in the recycle bin."""

    RESTORE = auto()
    PURGE = auto()
    OTHER_NAME = auto()


class RecycleBin(Translated, Card):
    """Our application is in the recycle bin: restore it, purge it, or take another name.

    Restoring is preselected: only it loses nothing.
    """

    def __init__(self, chosen: Callable[[BinDecision], None]) -> None:
        super().__init__("bar-info", spacing=2)
        text = Label()
        self.say(
            text.setText,
            lambda: translate(
                "PlanPage",
                "This application was deleted less than 30 days ago. Microsoft still keeps it, and its identity.",
            ),
        )
        self.column.addWidget(text)
        self.column.addSpacing(GRID // 2)
        self._group = QButtonGroup(self)
        self.buttons = {
            BinDecision.RESTORE: self._add(
                lambda: translate("PlanPage", "Restore it, with its permissions (recommended)")
            ),
            BinDecision.PURGE: self._add(lambda: translate("PlanPage", "Delete it for good, and register a new one")),
            BinDecision.OTHER_NAME: self._add(
                lambda: translate("PlanPage", "Leave it there, and register a new one under another name")
            ),
        }
        self.choose(BinDecision.RESTORE)
        self._group.buttonClicked.connect(lambda _button: chosen(self.decision))

    @property
    def decision(self) -> BinDecision:
        """What is chosen."""
        return next(decision for decision, button in self.buttons.items() if button.isChecked())

    def choose(self, decision: BinDecision) -> None:
        """Chooses this."""
        self.buttons[decision].setChecked(True)

    def _add(self, text: Text) -> Radio:
        button = Radio()
        give_role(button, "strong")
        self.say(button.setText, text)
        self._group.addButton(button)
        self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button


class Removal(Translated, Card):
    """What to remove: the application with all its access, or only some of its credentials.

    No credential is ticked beforehand.
    """

    def __init__(self, changed: Callable[[], None]) -> None:
        super().__init__(spacing=2)
        self._changed = changed
        self._shown: Application | None = None
        self.whole, self.old = Radio(), Radio()
        group = QButtonGroup(self)
        for button in (self.whole, self.old):
            give_role(button, "strong")
            group.addButton(button)
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.whole.setChecked(True)
        self.say(self.whole.setText, lambda: translate("PlanPage", "The application and all its access"))
        self.say(self.old.setText, lambda: translate("PlanPage", "Only old secrets and certificates"))
        self._list = QWidget()
        self._boxes: dict[str, CheckBox] = {}
        self._lines = column(inside=self._list, spacing=0, margins=(radio_indent(), 0, 0, 0))
        self.column.addWidget(self._list)
        self._field_error = FieldError()
        self.column.addWidget(self._field_error)
        group.buttonClicked.connect(lambda _button: self._chosen())
        self._list.hide()

    @property
    def keys(self) -> tuple[str, ...]:
        """Key ids of the credentials to remove; empty if the application is removed, or nothing is ticked."""
        if self.whole.isChecked():
            return ()
        return tuple(key for key, box in self._boxes.items() if box.isChecked())

    @property
    def incomplete(self) -> bool:
        """Whether single credentials are to be removed, and none is ticked."""
        return self.old.isChecked() and not self.keys

    def show_application(self, found: Application, now: datetime, old: OldCredentials | None) -> None:
        """Shows the credentials as they are now; those chosen before stay ticked."""
        self.old.setEnabled(bool(found.credentials))
        (self.whole if old is None else self.old).setChecked(True)
        self._list.setVisible(old is not None)
        if found == self._shown:
            return
        self._shown = found
        clear(self._lines)
        self._boxes = {}
        for entry in found.credentials:
            box, key = _Box(entry, now), Label("small", entry.key_id)
            box.setChecked(old is not None and entry.key_id in old.keys)
            box.toggled.connect(lambda _on: self._chosen())
            key.setContentsMargins(radio_indent(), 0, 0, GRID // 2)
            self._boxes[entry.key_id] = box
            self._lines.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
            self._lines.addWidget(key)

    def point_out(self) -> None:
        """Asks for one credential at least."""
        first = next(iter(self._boxes.values()), None)
        self._field_error.point_out(lambda: translate("PlanPage", "Select what to remove."), first)

    def _chosen(self) -> None:
        self._field_error.tell(None)
        self._list.setVisible(self.old.isChecked())
        self._changed()


class _Box(Translated, CheckBox):
    """A credential, to be ticked."""

    def __init__(self, entry: CredentialEntry, now: datetime) -> None:
        super().__init__()
        self.say(self.setText, lambda: _words(entry, now))
        self.say(self.setAccessibleName, lambda: f"{_words(entry, now)} ({entry.key_id})")


def _words(entry: CredentialEntry, now: datetime) -> str:
    name = translate("PlanPage", "Client secret")
    if entry.kind is CredentialKind.CERTIFICATE:
        name = translate("PlanPage", "Certificate")
    if entry.end is None:
        return name
    date = long_date(entry.end)
    if entry.end <= now:
        return translate("PlanPage", "{credential}: expired on {date}").format(credential=name, date=date)
    return translate("PlanPage", "{credential}: valid until {date}").format(credential=name, date=date)
