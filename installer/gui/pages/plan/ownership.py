"""Whose application is it? The panel that comes in place of the plan, until the person has decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QWidget

from installer.gui.accessibility import announce
from installer.gui.controls import Button, CopyButton, Facts, Radio
from installer.gui.fields import FieldError
from installer.gui.labels import STRETCH, Bullets, Card, Label, Row, Slot, column, give_role, row
from installer.gui.status_icon import Icon, StatusIcon
from installer.gui.theme import GRID, radio_indent
from installer.model import Application, ChangedByUs, Decision, Disabled, Fate, NameOnly, PlanLine, Question
from installer.texts import line_title, long_date, owner_name, reason_sentence, translate, with_colon

if TYPE_CHECKING:
    from installer.registration import Plan


class WaysCard(Card):
    """One radio button for each way that is open; none is preselected."""

    def __init__(self, question: Question, plans: Mapping[Decision, Plan], chosen: Decision | None) -> None:
        super().__init__(spacing=2 * GRID - 4)
        self.buttons: dict[Decision, Radio] = {}
        self.group = QButtonGroup(self)
        self._field_error = FieldError()
        for way, plan in plans.items():
            button = self.buttons[way] = Radio(title_of(way))
            give_role(button, "strong")
            going = _taken_away(plan.lines) if way is Decision.CLEAN else []
            follows, lines = _consequences(way, question, going), [line_title(line) for line in going]
            last = _stops_at_once() if any(line.thing.signs_in for line in going) else ""
            button.setAccessibleName(". ".join(part for part in (title_of(way), *follows, *lines, last) if part))
            button.setChecked(way is chosen)
            self.group.addButton(button)
            self.column.addWidget(_Way(button, follows, lines, last))
        self.column.addWidget(self._field_error)
        self.group.buttonClicked.connect(lambda _button: self._field_error.tell(None))

    @property
    def chosen(self) -> Decision | None:
        """The way chosen; None until there is one."""
        return next((way for way, button in self.buttons.items() if button.isChecked()), None)

    @property
    def pointed_out(self) -> bool:
        """Whether the sentence that asks for a choice is shown."""
        return not self._field_error.isHidden()

    def point_out(self, *, focus: bool = True) -> None:
        """Asks for a choice, and moves the focus to the first way unless `focus` is false."""
        first = next(iter(self.buttons.values())) if focus and self.buttons else None
        self._field_error.point_out(lambda: translate("OwnershipPanel", "Choose what to do with it."), first)


class _Way(QWidget):
    """A radio button with what follows from it beneath, the list of what goes, and what that means."""

    def __init__(self, button: Radio, follows: Iterable[str], lines: list[str], last: str) -> None:
        super().__init__()
        beneath: list[QWidget] = [Label("muted", text) for text in follows]
        beneath += [Bullets(lines, "muted")] if lines else []
        beneath += [Label("muted", last)] if last else []
        inner = column(*beneath, spacing=GRID // 2, margins=(radio_indent(), 0, 0, 0))
        column(row(button, STRETCH), inner, inside=self, spacing=0)


def title_of(way: Decision) -> str:
    """The name of the way, as its radio button says it."""
    match way:
        case Decision.CLEAN:
            return translate("OwnershipPanel", "Remove what does not belong, then use it")
        case Decision.FRESH:
            return translate("OwnershipPanel", "Leave it and register another one")
        case Decision.ADOPT:
            return translate("OwnershipPanel", "It is ours as it is")


def commitment(way: Decision | None) -> str:
    """The text of the forward button: the choice, once there is one. The plan is shown next in any case."""
    match way:
        case None:
            return translate("OwnershipPanel", "&Continue…")
        case Decision.CLEAN:
            return translate("OwnershipPanel", "Remove, then &use it…")
        case Decision.FRESH:
            return translate("OwnershipPanel", "Register a&nother one…")
        case Decision.ADOPT:
            return translate("OwnershipPanel", "&Take it as it is…")


def decided(way: Decision) -> str:
    """The decision, above the plan that follows from it."""
    match way:
        case Decision.CLEAN:
            return translate("OwnershipPanel", "You decided: what does not belong is removed first.")
        case Decision.FRESH:
            return translate(
                "OwnershipPanel", "You decided: the application found is left alone, and another one registered."
            )
        case Decision.ADOPT:
            return translate("OwnershipPanel", "You decided: the application found is yours as it is.")


def _consequences(way: Decision, question: Question, going: list[PlanLine]) -> list[str]:
    match way:
        case Decision.CLEAN:
            return [_of_cleaning(going)]
        case Decision.FRESH:
            return [
                translate(
                    "OwnershipPanel",
                    "It is not changed, and nothing is granted to it. A second application is registered for GLIMPS.",
                )
            ]
        case Decision.ADOPT:
            return _of_adoption(question)


def _of_cleaning(going: list[PlanLine]) -> str:
    if not going:
        return translate("OwnershipPanel", "Nothing has to be removed; you only confirm that it is yours.")
    return translate("OwnershipPanel", "Before anything is granted, this is removed:")


def _stops_at_once() -> str:
    return translate("OwnershipPanel", "Whatever signs in with one of these credentials stops at once.")


def _of_adoption(question: Question) -> list[str]:
    follows = [translate("OwnershipPanel", "You confirm that your organization registered it.")]
    if not all(isinstance(reason, NameOnly | Disabled) for reason in question.reasons):
        follows = [
            translate(
                "OwnershipPanel",
                "All of this stays. Anyone who can use the application in one of these ways can access every file "
                "in OneDrive and SharePoint.",
            )
        ]
    if any(isinstance(reason, Disabled) for reason in question.reasons):
        follows.append(
            translate(
                "OwnershipPanel",
                "It stays disabled: the new credential cannot be tried, and gives no access until someone enables it.",
            )
        )
    return follows


def _taken_away(lines: Iterable[PlanLine]) -> list[PlanLine]:
    return [line for line in lines if line.status is Fate.TAKEN_AWAY]


class FoundCard(Card):
    """A warning: name, id, date and owners, then one line for each reason.

    `read_again` is for a person who has changed something in the portal meanwhile; `open_portal`, where there is one,
    leads to the page where a disabled application is enabled.
    """

    def __init__(
        self,
        question: Question,
        met: Sequence[ChangedByUs],
        read_again: Callable[[], object],
        open_portal: Callable[[], object] | None,
    ) -> None:
        super().__init__("bar-warning")
        head = Label("strong", _head(question.application))
        self.column.addLayout(row(StatusIcon(Icon.WARNING), head, grows=head, top=True))
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
    return translate("Reasons", "“{name}” was found, and nothing shows that it is ours.").format(name=application.name)


def _why() -> str:
    return translate(
        "OwnershipPanel", "Anyone who can use an application gets what is granted to it. Why you are asked:"
    )


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


def _of_the_meeting(met: Iterable[ChangedByUs]) -> list[str]:
    """That our registration met another one, what it changed there, and what of it was put back."""
    lines = []
    for meeting in met:
        lines.append(reason_sentence(meeting))
        if meeting.changed:
            words = translate("OwnershipPanel", "our registration has changed: {changed}")
            lines.append(words.format(changed=", ".join(meeting.changed)))
        if meeting.restored:
            words = translate("OwnershipPanel", "put back: {restored}")
            lines.append(words.format(restored=", ".join(meeting.restored)))
    return lines


@dataclass(frozen=True, slots=True)
class PanelCallbacks:
    """What the page does: when a way is chosen, and for what the person wants to see first."""

    chosen: Callable[[], object]
    read_again: Callable[[], object]
    open_portal: Callable[[str], object]


class OwnershipPanel(Slot):
    """Shows one question at a time; the page shows it again when the language changes."""

    def __init__(self, callbacks: PanelCallbacks) -> None:
        super().__init__()
        self._callbacks = callbacks
        self._found: FoundCard | None = None
        self.question: Question | None = None
        self.ways: WaysCard | None = None

    @property
    def chosen(self) -> Decision | None:
        """The way chosen; None until there is one."""
        return self.ways.chosen if self.ways else None

    @property
    def commitment(self) -> str:
        """The text of the forward button."""
        return commitment(self.chosen)

    def first_control(self) -> QWidget | None:
        """At the top of what was found, so that all of it is read before the ways."""
        return self._found.findChild(CopyButton) if self._found else None

    def ask(self, question: Question, met: Sequence[ChangedByUs], plans: Mapping[Decision, Plan], portal: str) -> None:
        """Shows the question with the plan that each way leads to; `portal` is the application's page, if any."""
        new = question != self.question
        chosen, self.question = None if new else self.chosen, question
        pointed_out = not new and self.ways is not None and self.ways.pointed_out
        inside = QWidget()
        open_portal = partial(self._callbacks.open_portal, portal) if portal else None
        self._found = FoundCard(question, met, self._callbacks.read_again, open_portal)
        self.ways = WaysCard(question, plans, chosen)
        self.ways.group.buttonToggled.connect(lambda _button, _on: self._callbacks.chosen())
        column(self._found, self.ways, inside=inside, spacing=2 * GRID - 4)
        self.put(inside)
        self.show()
        if pointed_out:
            self.ways.point_out(focus=False)
        if new:
            announce(self, self._found.spoken, assertive=True)

    @property
    def has_focus(self) -> bool:
        """Whether the focus is inside the panel."""
        return self.isAncestorOf(self.window().focusWidget())

    def forget(self) -> None:
        """Hides the question: there is a plan."""
        self.question = None
        self.hide()

    def point_out(self) -> None:
        """Asks for a choice where none was made."""
        if self.ways:
            self.ways.point_out()
