"""The cards of the health page: the state, the findings with the way out of each, the valid credentials."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime
from enum import Enum, auto
from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget

from installer.events import HealthChecked
from installer.gui.controls import Button, Facts
from installer.gui.labels import Bullets, Card, Label, Row, Slot, column, row, rule
from installer.gui.pages.plan.ownership import owners_words
from installer.gui.status_icon import Icon, StatusIcon
from installer.gui.theme import GRID
from installer.model import (
    Application,
    Disabled,
    Ending,
    Health,
    HealthReason,
    HealthState,
    LiveCredential,
    MissingPermission,
    NoServicePrincipal,
    NothingLive,
    NoToken,
    UnknownCertificate,
    Unread,
    state_of,
)
from installer.texts import (
    aspects_sentences,
    by_description_sentence,
    credential_titles,
    health_head,
    health_reason,
    long_date,
    reason_sentence,
    told_title,
    translate,
)

_ICONS: Final = {
    HealthState.INCOMPLETE: Icon.FAILED,
    HealthState.QUESTIONABLE: Icon.WARNING,
    HealthState.ENDING: Icon.WARNING,
    HealthState.HEALTHY: Icon.DONE,
}


class WayOut(Enum):
    """Where a finding can lead."""

    COMPLETE = auto()
    """Set up what is missing."""
    RENEW = auto()
    """One new credential."""
    CLEAN = auto()
    """Set up, with the decision that what does not belong goes first."""
    REMOVE = auto()
    """Remove the credentials that nobody is known to use, and nothing else."""
    PORTAL = auto()
    """In the portal, where a person can enable a disabled service principal."""
    CORRECT = auto()
    """Another credential was meant."""


def findings_by_way(health: Health) -> Mapping[HealthState, Mapping[WayOut | None, tuple[HealthReason, ...]]]:
    """The findings, the gravest first, by the state that they make and the way out; None where there is none here."""
    grouped: dict[HealthState, dict[WayOut | None, tuple[HealthReason, ...]]] = {}
    for reason in health.reasons:
        ways, way = grouped.setdefault(state_of(reason), {}), way_out(reason, health.reasons)
        ways[way] = (*ways.get(way, ()), reason)
    return grouped


def way_out(reason: HealthReason, among: Iterable[HealthReason] = ()) -> WayOut | None:
    """Where one finding leads to. Completing makes a credential too, and a renewal needs what completing brings."""
    match reason:
        case NoServicePrincipal() | MissingPermission():
            return WayOut.COMPLETE
        case NothingLive() | UnknownCertificate() | Ending():
            lacks = any(isinstance(other, NoServicePrincipal | MissingPermission) for other in among)
            return WayOut.COMPLETE if lacks else WayOut.RENEW
        case Disabled():
            return WayOut.PORTAL
        case NoToken():
            return WayOut.CORRECT
        case LiveCredential():
            return WayOut.REMOVE
        case Unread():
            return None
    return WayOut.CLEAN


def way_words(way: WayOut) -> str:
    """The text of its button."""
    return {
        WayOut.COMPLETE: translate("HealthPage", "&Complete what is missing…"),
        WayOut.RENEW: translate("HealthPage", "Make a &new secret…"),
        WayOut.CLEAN: translate("HealthPage", "&Remove what does not belong…"),
        WayOut.REMOVE: translate("HealthPage", "Remove &these credentials…"),
        WayOut.PORTAL: translate("HealthPage", "Open the enterprise application in the &portal"),
        WayOut.CORRECT: translate("HealthPage", "C&orrect the values"),
    }[way]


def state_words(state: HealthState) -> str:
    """What stands above the findings that make it."""
    return {
        HealthState.INCOMPLETE: translate("HealthPage", "The connector cannot do its work:"),
        HealthState.QUESTIONABLE: translate(
            "HealthPage", "This does not belong to the connector, or could not be read:"
        ),
        HealthState.ENDING: translate("HealthPage", "The connector will stop:"),
    }[state]


class HealthCards(Slot):
    """Shows one check at a time; the page shows it again when the language changes."""

    def __init__(self, go: Callable[[WayOut], object], look_at_all: Callable[[], object]) -> None:
        super().__init__()
        self._go, self._look_at_all = go, look_at_all
        self.ways: dict[WayOut, Button] = {}
        self.sign_in: Button | None = None
        """Where only a credential was tried: leads to a person's look at all of the application."""
        self.spoken = ""
        self.hide()

    @property
    def has_focus(self) -> bool:
        """Whether the focus is inside one of the cards."""
        return self.isAncestorOf(self.window().focusWidget())

    def show_nothing(self) -> None:
        """Hides the cards, until there is a check to show."""
        self.ways, self.sign_in, self.spoken = {}, None, ""
        self.put(QWidget())
        self.hide()

    def show_health(
        self, checked: HealthChecked, ways: Collection[WayOut], found: Application | None, now: datetime
    ) -> None:
        """`ways` are those that are open; `found` is the application, where a person has read it."""
        health, inside = checked.health, QWidget()
        self.ways, self.sign_in = {}, None
        shown = column(inside=inside, spacing=2 * GRID - 4)
        if checked.name:  # of a credential that is refused, nothing is known that was not typed
            shown.addWidget(_head(checked, found))
        for state, by_way in findings_by_way(health).items():
            card = Card("bar-error" if state is HealthState.INCOMPLETE else "bar-warning")
            card.column.addWidget(Label("strong", state_words(state)))
            for number, (way, reasons) in enumerate(by_way.items()):
                if number:
                    card.column.addWidget(rule())
                card.column.addWidget(Bullets(health_reason(reason) for reason in reasons))
                if way in ways and way is not None and way not in self.ways:
                    card.column.addWidget(Row(self._button(way)))
            shown.addWidget(card)
        if health.told:
            told = Card("bar-info")
            told.column.addWidget(Label("", told_title()))
            told.column.addWidget(Bullets(reason_sentence(reason) for reason in health.told))
            shown.addWidget(told)
        if found and (titles := credential_titles(found, None, now)):
            shown.addWidget(_live(titles, by_description=health.by_description))
        shown.addWidget(self._looked_at(health, offers=found is None))
        self.spoken = ". ".join([health_head(checked), *map(health_reason, health.reasons)])
        self.show()
        self.put(inside)
        inside.show()  # at once: the focus may go into it

    def _button(self, way: WayOut) -> Button:
        button = self.ways[way] = Button(lambda: way_words(way), partial(self._go, way))
        return button

    def _looked_at(self, health: Health, *, offers: bool) -> Card:
        card = Card("quiet", spacing=GRID // 2)
        for sentence in aspects_sentences(health):
            card.column.addWidget(Label("muted", sentence))
        if offers:
            self.sign_in = Button(
                lambda: translate("HealthPage", "&Sign in to check the whole application…"), self._look_at_all, "link"
            )
            card.column.addWidget(Row(self.sign_in))
        return card


def _head(checked: HealthChecked, found: Application | None) -> Card:
    card, head = Card(), Label("strong", health_head(checked, with_id=False))
    card.column.addLayout(row(StatusIcon(_ICONS[checked.health.state]), head, grows=head, top=True))
    facts = Facts()
    facts.add(lambda: translate("OwnershipPanel", "Application (client) ID"), checked.client_id)
    if found:
        if created := found.created:
            facts.add(lambda: translate("OwnershipPanel", "Created on"), lambda: long_date(created), copy=False)
        facts.add_widget(lambda: translate("OwnershipPanel", "Owners"), Label("", owners_words(found)))
    card.column.addWidget(facts)
    return card


def _live(titles: list[str], *, by_description: bool) -> Card:
    card = Card()
    card.column.addWidget(Label("strong", translate("LeftOver", "Valid credentials of the application:")))
    card.column.addWidget(Bullets(titles))
    if by_description:
        card.column.addWidget(Label("muted", by_description_sentence()))
    return card
