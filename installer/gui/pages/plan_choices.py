"""What can be chosen about the plan: the profile, the application where several fit, the name and the lifetime."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from installer.gui.choices import Radio
from installer.gui.labels import Card, Label, give_role
from installer.gui.theme import GRID
from installer.gui.wording import Speaking, Text
from installer.gui.wrong import Wrong
from installer.model import Application, Manifest, Profile
from installer.texts import language, long_date, translate


class Profiles(Speaking, QWidget):
    """The one real question about rights, with what each answer means."""

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
        for number, shown in enumerate(self._profiles):
            self._group.button(number).setChecked(shown.id == profile.id)

    def chosen_button(self) -> QWidget | None:
        return self._group.checkedButton()


def _title_of(profile: Profile) -> Text:
    return lambda: profile.title.in_(language())


def _summary_of(profile: Profile) -> Text:
    return lambda: profile.summary.in_(language())


def _spoken(profile: Profile) -> Text:
    return lambda: f"{profile.title.in_(language())}. {profile.summary.in_(language())}"


class Candidates(Speaking, QWidget):
    """Applications that bear the name, none of which is surely ours: the person says which, and none is preselected."""

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self._found: tuple[Application, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        self._text, self._wrong = Label(), Wrong()
        self.say(self._text.setText, self._words)
        self._card = Card()
        self._group = QButtonGroup(self)
        for widget in (self._text, self._card, self._wrong):
            column.addWidget(widget)

    def show_candidates(self, name: str, found: Sequence[Application]) -> None:
        chosen = self.chosen()
        if tuple(found) != self._found:
            self._wrong.tell(None)
        self._name, self._found = name, tuple(found)
        self._text.setText(self._words())
        while (item := self._card.column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for button in self._group.buttons():
            self._group.removeButton(button)
        for number, application in enumerate(self._found):
            button, facts = Radio(application.client_id), Label("small", _facts(application))
            give_role(button, "strong")
            button.setAccessibleName(f"{application.client_id}. {_facts(application)}")
            button.setChecked(chosen is not None and application.object_id == chosen.object_id)
            facts.setContentsMargins(3 * GRID + 4, 0, 0, 0)
            self._group.addButton(button, number)
            self._card.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self._card.column.addWidget(facts)

    def chosen(self) -> Application | None:
        number = self._group.checkedId()
        return self._found[number] if 0 <= number < len(self._found) else None

    def first_button(self) -> QWidget | None:
        return self._group.button(0)

    def point_out(self) -> None:
        self._wrong.point_out(lambda: translate("PlanPage", "Choose one of them first."), self.first_button())

    def _words(self) -> str:
        return translate(
            "PlanPage",
            "{count} applications of this tenant may be the one meant by “{name}”. "
            "The one you choose will be completed; nothing of it is removed.",
        ).format(count=len(self._found), name=self._name)


def _facts(application: Application) -> str:
    parts = []
    if application.created:
        parts.append(translate("PlanPage", "created on {date}").format(date=long_date(application.created)))
    ends = [long_date(entry.end) for entry in application.credentials if entry.end]
    if ends:
        parts.append(translate("PlanPage", "secrets until {dates}").format(dates=", ".join(ends)))
    else:
        parts.append(translate("PlanPage", "no secret"))
    parts.append(translate("PlanPage", "permissions consented to: {count}").format(count=len(application.granted)))
    return " · ".join(parts)
