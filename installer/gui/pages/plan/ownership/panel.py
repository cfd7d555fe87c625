"""The panel: what was found and why it is asked about, and beneath it the ways to go on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from installer.gui.accessibility import announce
from installer.gui.controls import CopyButton
from installer.gui.labels import Slot
from installer.gui.pages.plan.ownership.found import FoundCard
from installer.gui.pages.plan.ownership.ways import WaysCard, commitment
from installer.gui.theme import GRID
from installer.model import CreatedMeanwhile, Decision, Question

if TYPE_CHECKING:
    from installer.registration import Plan


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
        return self.ways.chosen if self.ways else None

    @property
    def commitment(self) -> str:
        return commitment(self.chosen)

    def first_control(self) -> QWidget | None:
        """At the top of what was found, so that all of it is read before the ways."""
        return self._found.findChild(CopyButton) if self._found else None

    def ask(
        self, question: Question, met: Sequence[CreatedMeanwhile], plans: Mapping[Decision, Plan], portal: str
    ) -> None:
        """Shows the question with the plan that each way leads to; `portal` is the application's page, if any."""
        new = question != self.question
        chosen, self.question = None if new else self.chosen, question
        pointed_out = not new and self.ways is not None and self.ways.pointed_out
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID - 4)
        open_portal = partial(self._callbacks.open_portal, portal) if portal else None
        self._found = FoundCard(question, met, self._callbacks.read_again, open_portal)
        self.ways = WaysCard(question, plans, chosen)
        self.ways.group.buttonToggled.connect(lambda _button, _on: self._callbacks.chosen())
        column.addWidget(self._found)
        column.addWidget(self.ways)
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
        self.question = None
        self.hide()

    def point_out(self) -> None:
        if self.ways:
            self.ways.point_out()
