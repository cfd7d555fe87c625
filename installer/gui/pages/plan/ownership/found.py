"""What was found: the application with its date and owners, and why it is not plainly ours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from installer.gui.controls import Button, Facts
from installer.gui.labels import Bullets, Card, Label, Row
from installer.gui.status_icon import Icon, StatusIcon
from installer.gui.theme import GRID
from installer.model import Application, CreatedMeanwhile, Disabled, Question
from installer.texts import long_date, owner_name, reason_sentence, translate, with_colon


class FoundCard(Card):
    """A warning: name, id, date and owners, then one line for each reason.

    `read_again` is for a person who has changed something in the portal meanwhile; `open_portal`, where there is one,
    leads to the page where a disabled application is enabled.
    """

    def __init__(
        self,
        question: Question,
        met: Sequence[CreatedMeanwhile],
        read_again: Callable[[], object],
        open_portal: Callable[[], object] | None,
    ) -> None:
        super().__init__("bar-warning")
        self.column.addLayout(_beside_icon(Label("strong", _head(question.application))))
        self.facts = _facts(question.application)
        self.column.addWidget(self.facts)
        lines = [*_of_the_meeting(met), *map(reason_sentence, question.reasons)]
        self.column.addWidget(Label("", _why()))
        self.column.addWidget(Bullets(lines))
        for other in question.others:
            words = translate("Reasons", "There is also “{name}” ({id}), which is left as it is.")
            self.column.addWidget(Label("muted", words.format(name=other.name, id=other.client_id)))
        disabled = any(isinstance(reason, Disabled) for reason in question.reasons)
        self.again = Button(lambda: translate("OwnershipPanel", "Read the tenant &again"), read_again, "link")
        self.portal: Button | None = None
        if disabled and open_portal:
            self.portal = Button(
                lambda: translate("RunPage", "Open the enterprise application in the portal"), open_portal, "link"
            )
        self.column.addWidget(Row(*([self.portal] if self.portal else []), self.again))
        self.spoken = ". ".join((_head(question.application), *_spoken_facts(question.application), _why(), *lines))
        """All of it, as a screen reader is to say it."""
        self.setAccessibleName(_head(question.application))


def owners_words(application: Application) -> str:
    """The names of all who own it or its service principal; says so where they could not be read."""
    exposure = application.exposure
    if exposure is None or exposure.owners is None or exposure.principal_owners is None:
        return translate("OwnershipPanel", "could not be read")
    owners = {owner.id: owner_name(owner) for owner in (*exposure.owners, *exposure.principal_owners)}
    return ", ".join(owners.values()) or translate("OwnershipPanel", "none")


def _head(application: Application) -> str:
    return translate("Reasons", "“{name}” was found, and it is not plainly ours.").format(name=application.name)


def _why() -> str:
    return translate("OwnershipPanel", "Whoever can use an application gets what is granted to it. Why you are asked:")


def _beside_icon(label: Label) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(GRID)
    line.addWidget(StatusIcon(Icon.WARNING), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label, 1)
    return line


def _facts(application: Application) -> Facts:
    facts = Facts()
    facts.add(lambda: translate("OwnershipPanel", "Application (client) ID"), application.client_id)
    if created := application.created:
        facts.add(lambda: translate("OwnershipPanel", "Created on"), lambda: long_date(created), copy=False)
    owners = Label("", owners_words(application))
    facts.add_widget(lambda: translate("OwnershipPanel", "Owners"), owners)
    return facts


def _spoken_facts(application: Application) -> list[str]:
    facts = [with_colon(translate("OwnershipPanel", "Owners"), owners_words(application))]
    if application.created:
        facts.insert(0, with_colon(translate("OwnershipPanel", "Created on"), long_date(application.created)))
    return facts


def _of_the_meeting(met: Iterable[CreatedMeanwhile]) -> list[str]:
    """That our registration met another one, what it changed there, and what of it was put back."""
    lines = []
    for meeting in met:
        lines.append(reason_sentence(meeting))
        if meeting.changed:
            words = translate("OwnershipPanel", "our registration has changed: {changed}")
            lines.append(words.format(changed=", ".join(meeting.changed)))
        if meeting.restored:
            words = translate("OwnershipPanel", "taken back of that: {restored}")
            lines.append(words.format(restored=", ".join(meeting.restored)))
    return lines
