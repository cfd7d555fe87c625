"""The first page: asks what to do, says what is needed, and checks that Microsoft can be reached."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from pathlib import Path as FilePath
from pathlib import PurePath
from typing import Final
from urllib.parse import urlsplit

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QWidget

from installer import engine
from installer.cancel import Cancel
from installer.errors.base import SetupError
from installer.events import Report
from installer.gui.controls import Button, CheckBox, CommandLink, Disclosure
from installer.gui.enrolment import Found, look_for
from installer.gui.flow import Next, Path
from installer.gui.info_bar import Notice, Offer
from installer.gui.job import Job
from installer.gui.labels import Card, ElidedLabel, Label, Row, Slot, in_groups, row
from installer.gui.page import Buttons, Page
from installer.gui.retranslation import Text, Translated
from installer.gui.status_icon import Icon, StatusIcon
from installer.gui.theme import GRID
from installer.model import Enrolment, Manifest
from installer.texts import EnrolmentFact, compare_enrolment, enrolment_facts, translate


@dataclass(frozen=True, slots=True)
class StartOption:
    """A path that can be chosen, shown as a command link."""

    path: Path
    title: Text
    description: Text


START_OPTIONS: Final = (
    StartOption(
        Path.SETUP,
        lambda: translate("ChoosePage", "Set up everything automatically"),
        lambda: translate("ChoosePage", "As Global Administrator or Privileged Role Administrator"),
    ),
    StartOption(
        Path.PREPARE,
        lambda: translate("ChoosePage", "Prepare the application; another admin will consent"),
        lambda: translate("ChoosePage", "As Application Developer or Application Administrator"),
    ),
    StartOption(
        Path.CREDENTIAL,
        lambda: translate("ChoosePage", "The application already exists: verify and export"),
        lambda: translate("ChoosePage", "Made by hand with GLIMPS’s guide, or by somebody else"),
    ),
    StartOption(
        Path.RENEW,
        lambda: translate("ChoosePage", "Renew the secret"),
        lambda: translate("ChoosePage", "A new one, before the old one expires"),
    ),
    StartOption(
        Path.REMOVE,
        lambda: translate("ChoosePage", "Remove the application and its access"),
        lambda: translate("ChoosePage", "Or only its old secrets"),
    ),
)


LATER: Final = 300
"""Milliseconds until the network is checked: the window comes first."""


class ChoosePage(Page):
    """The five things that can be done here, and an enrolment file if there is one."""

    def __init__(self, job: Job) -> None:
        super().__init__(job)
        self.enrolment = EnrolmentCard(job.manifest, self._follow)
        self.body.addWidget(self.enrolment)
        self._named: tuple[FilePath, ...] = job.start.enrolments
        self._found: Found | None = None
        self.links = [
            CommandLink(option.title, option.description, partial(self._choose, option.path))
            for option in START_OPTIONS
        ]
        for link in self.links:
            self.body.addWidget(link)
        self.body.setSpacing(GRID)
        needs = Card("quiet")
        for text in (self._role, self._time, self._safe, self._hosts):
            needs.column.addWidget(self._line(text))
        self.needs = Disclosure(lambda: translate("ChoosePage", "What do I need?"), needs)
        self.guide = Button(lambda: translate("ChoosePage", "&Guide to the manual setup"), self.open_guide, "link")
        self.reachable = Reachable()
        self.body.addWidget(self.needs)
        self.body.addWidget(Row(self.guide, self.reachable))
        self.body.addStretch()

    def heading(self) -> str:
        return translate("ChoosePage", "What do you want to do?")

    def subheading(self) -> str:
        return translate(
            "ChoosePage", "The application lets GLIMPS scan the OneDrive and SharePoint files of your organization."
        )

    def buttons(self) -> Buttons:
        """No forward button: each way is a button of its own."""
        return Buttons(cancel=translate("Page", "Cancel"))

    def first_focus(self) -> QWidget:
        """What most people come for."""
        return self.links[0]

    def enter(self) -> None:
        """Looks for an enrolment file once, and checks the network a moment later."""
        if self._found is None:
            self._look_for_enrolment()
        if self.job.start.looks_around and self.reachable.standing is Standing.UNKNOWN:
            QTimer.singleShot(LATER, self, self._look_around)

    def fail(self, error: BaseException) -> None:
        """Nothing is known of the network then."""
        self.reachable.show_standing(Standing.UNKNOWN)
        super().fail(error)

    def takes_files(self) -> bool:
        """Enrolment files."""
        return True

    def drop(self, paths: Sequence[FilePath]) -> None:
        """Enrolment files: one is followed; with another one that was given before, none is."""
        before = self.enrolment.enrolment
        self._named = (*paths, *([FilePath(before.path)] if before else []))
        self._look_for_enrolment()
        self.announce(self.enrolment.title if self.enrolment.enrolment else "")

    def _look_for_enrolment(self) -> None:
        """Shows the file that there is, or says what is wrong, with nothing filled in."""
        start = self.job.start
        found = self._found = look_for(self._named, start.beside, start.manifest)
        self.enrolment.show_enrolment(found.enrolment, follow=found.named)
        self._follow()
        self.info.tell(self._of_file)

    @property
    def _of_file(self) -> Notice | None:
        """What is wrong with the enrolment file, which the look at the network neither knows nor mends."""
        error = self._found.error if self._found else None
        return Notice.of(error, role="warning") if error else None

    def _follow(self) -> None:
        if self.job.enrolment != self.enrolment.followed:
            self.job.follow(self.enrolment.followed)

    def _look_around(self) -> None:
        """Checks the network in the background; whatever it finds, the person can continue."""
        if not self.isVisible():
            return
        destination = self.job.start.destination

        def task(cancel: Cancel, _report: Report) -> tuple[SetupError, ...]:
            return engine.check_connectivity(destination, cancel)

        self.reachable.show_standing(Standing.CHECKING)
        self.work(task, self._looked)
        self.info.tell(self._of_file)

    def _looked(self, faults: tuple[SetupError, ...]) -> None:
        self.reachable.show_standing(Standing.NOT_REACHED if faults else Standing.REACHED)
        if faults:
            again = Offer(lambda: translate("ChoosePage", "Check again"), self._look_around)
            self.info.tell(Notice.of(faults[0], again, role="warning"))
        self.announce(self.reachable.words)

    def _choose(self, path: Path) -> None:
        self.stop()
        self.job.hint = ""
        self.outcome.emit(Next(path))

    def _line(self, text: Text) -> QWidget:
        line, label = QWidget(), Label()
        row(StatusIcon(Icon.DONE), label, inside=line, grows=label, top=True)
        self.say(label.setText, text)
        return line

    @staticmethod
    def _role() -> str:
        return translate(
            "ChoosePage", "An account that is Global Administrator, or Privileged Role Administrator, of the tenant."
        )

    @staticmethod
    def _time() -> str:
        return translate("ChoosePage", "About three minutes, and a web browser for Microsoft’s own sign-in page.")

    @staticmethod
    def _safe() -> str:
        return translate("ChoosePage", "Nothing is changed until you have read and accepted the plan.")

    def _hosts(self) -> str:
        cloud = self.job.start.cloud
        hosts = dict.fromkeys(urlsplit(origin).hostname or "" for origin in (cloud.authority, cloud.graph))
        return translate("ChoosePage", "This program contacts only Microsoft: {hosts}.").format(hosts=", ".join(hosts))


class Standing(Enum):
    """What is known of the connection to Microsoft."""

    UNKNOWN = auto()
    CHECKING = auto()
    REACHED = auto()
    NOT_REACHED = auto()


_ICONS = {
    Standing.UNKNOWN: Icon.AHEAD,
    Standing.CHECKING: Icon.WAITING,
    Standing.REACHED: Icon.DONE,
    Standing.NOT_REACHED: Icon.WARNING,
}


class Reachable(Translated, QWidget):
    """The line that shows the state of the connection to Microsoft."""

    def __init__(self) -> None:
        super().__init__()
        self.standing = Standing.UNKNOWN
        self._icon, self._label = StatusIcon(Icon.AHEAD), Label("muted", wraps=False)
        row(self._icon, self._label, inside=self)
        self.say(self._label.setText, self._words)
        self.show_standing(Standing.UNKNOWN)

    def show_standing(self, standing: Standing) -> None:
        """Shows the state; nothing while it is unknown."""
        self.standing = standing
        self.setVisible(standing is not Standing.UNKNOWN)
        self._icon.show_icon(_ICONS[standing])
        self._label.setText(self._words())

    @property
    def words(self) -> str:
        """What the line says now."""
        return self._label.text()

    def _words(self) -> str:
        match self.standing:
            case Standing.REACHED:
                return translate("ChoosePage", "Microsoft can be reached from this computer.")
            case Standing.NOT_REACHED:
                return translate("ChoosePage", "Microsoft cannot be reached properly.")
        return translate("ChoosePage", "Checking the connection to Microsoft…")


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
        """What the card says in bold."""
        return self._title.text()

    @property
    def followed(self) -> Enrolment | None:
        """The file, if the box is ticked."""
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
        says = translate("ChoosePage", "From {file}.").format(file=PurePath(found.path).name)
        self._source.setText(f"{says} {compare_enrolment()}")
        grid_of_facts = QWidget()
        grid = QGridLayout(grid_of_facts)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for number, fact in enumerate(enrolment_facts(found, self._manifest)):
            grid.addWidget(Label("muted", fact.name, wraps=False), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_value(fact), number, 1)
        self._facts.put(grid_of_facts)


def _value(fact: EnrolmentFact) -> QWidget:
    """What is compared stands there in full; a long address has a tool tip."""
    shown = in_groups(fact.value)
    if fact.compared and " " in shown:
        return Label("mono", shown)
    label = ElidedLabel("mono" if fact.compared else "", shown)
    label.setAccessibleName(f"{fact.name}: {shown}")
    return label
