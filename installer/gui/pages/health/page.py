"""The health of an application or of a credential: nothing is changed, and what is wrong has its way out beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from PySide6.QtWidgets import QProgressBar, QWidget

from installer import engine
from installer.events import HealthChecked
from installer.gui.controls import Disclosure
from installer.gui.flow import Back, Next, Outcome, Path
from installer.gui.info_bar import Offer, WarningBars
from installer.gui.job import Job
from installer.gui.page import Buttons, Page
from installer.gui.pages.health.cards import HealthCards, WayOut
from installer.gui.pages.line_table import LineTable, TableRow
from installer.model import Application, Disabled, Finding, HealthState, NoToken, Proof, Target, Unread, utc_now
from installer.texts import translate


class HealthPage(Page):
    """What both depths show: a credential that was tried, and an application that a person read."""

    closed: ClassVar[frozenset[WayOut]] = frozenset()
    """The ways out that do not start from this depth."""
    setting_up: ClassVar = Path.SETUP
    """The path on which the application is set up from here."""

    def __init__(self, job: Job) -> None:
        super().__init__(job)
        self.found: tuple[Finding, ...] = ()
        self.checked: HealthChecked | None = None
        self._portal = ""
        """The enterprise application's page."""
        self._came: Target | None = None
        """The application that the person came with, while a way out leads elsewhere."""
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.say(self.bar.setAccessibleName, lambda: translate("HealthPage", "Checking…"))
        self.cards = HealthCards(self._go, self._look_at_all)
        self.table = LineTable(sentences=True)
        self.more = Disclosure(lambda: translate("HealthPage", "Line-by-line comparison"), self.table)
        self.warnings = WarningBars()
        for widget in (self.bar, self.cards, self.warnings, self.more):
            self.body.addWidget(widget)
        self.body.addStretch()

    def check(self) -> None:
        """Begins the check; it ends with `conclude`, or with an error shown."""
        raise NotImplementedError

    def forward(self, checked: HealthChecked) -> str:
        """The forward button's text once all is known; empty for none."""
        raise NotImplementedError

    def read(self) -> Application | None:
        """The application, where a person has read it."""
        return None

    def heading(self) -> str:
        """The result in a sentence, the gravest finding first."""
        if self.busy:
            return translate("HealthPage", "Checking…")
        if self.checked is None:
            return translate("HealthPage", "The check could not be done")
        health = self.checked.health
        match health.state:
            case HealthState.HEALTHY:
                return translate("HealthPage", "Everything GLIMPS needs is in place")
            case HealthState.ENDING:
                return translate("HealthPage", "The credential expires soon")
            case HealthState.QUESTIONABLE if all(isinstance(reason, Unread) for reason in health.reasons):
                return translate("HealthPage", "Something could not be read")
            case HealthState.QUESTIONABLE:
                return translate("HealthPage", "Not everything here belongs to the connector")
        if any(isinstance(reason, Disabled) for reason in health.reasons):
            return translate("HealthPage", "The enterprise application is disabled")
        if self._refuses:
            return translate("HealthPage", "Microsoft refuses this credential")
        return translate("HealthPage", "Something is missing")

    def subheading(self) -> str:
        return translate("HealthPage", "Nothing was changed.")

    def buttons(self) -> Buttons:
        """Try again where the check has no result; else what it allows."""
        cancel = translate("Page", "Cancel")
        if self.busy:
            return Buttons(cancel=cancel)
        if self.checked is None:
            return Buttons(translate("HealthPage", "&Try again"), cancel)
        close = translate("HealthPage", "Close")
        if self._refuses:
            return Buttons(translate("HealthPage", "&Try again"), close)
        return Buttons(self.forward(self.checked), close)

    def first_focus(self) -> QWidget | None:
        """The first way out."""
        return next(iter(self.cards.ways.values()), None) or self.info.first_offer()

    def enter(self) -> None:
        """Checks again. Back from a way out, the application is the one from before."""
        self._come_back()
        self.forget()
        self.check()

    def apply(self) -> Outcome | None:
        """Goes on with what holds; what does not is checked again."""
        if self.checked is None or self._refuses:
            self.try_again()
            return None
        self.job.error = None
        return Next()

    def try_again(self) -> None:
        """Checks once more."""
        self.enter()

    def fail(self, error: BaseException) -> None:
        """What was found before does not hold any more."""
        self.forget()
        self.refuse(error)

    def leave(self) -> None:
        """The findings are forgotten."""
        super().leave()
        self._come_back()
        self.forget()

    def retranslate(self) -> None:
        """The cards are made for one language, so they are made again."""
        super().retranslate()
        held, scrolled = self.cards.has_focus, self.area.verticalScrollBar().value()
        self._show_words()
        if held:  # the button that had the focus is gone, and Qt has scrolled to the next one
            self.focus_moved.emit()
            self.area.verticalScrollBar().setValue(scrolled)

    def forget(self) -> None:
        """Nothing is known any more."""
        self.found, self.checked, self._portal = (), None, ""
        self.warnings.show_warnings(())
        self.job.registration = self.job.compared = self.job.error = None
        self.show_check()

    def conclude(self, checked: HealthChecked, proof: Proof, portal: str) -> None:
        """A credential that expires soon is shown, and is no error; nor is it in the console without `--warn-days`."""
        self.checked, self._portal = checked, portal
        if checked.health.state in (HealthState.HEALTHY, HealthState.ENDING):
            self.job.compared = proof
        else:
            self.job.error = engine.health_problem(checked, proof, portal, listed=True)
        self.show_check()
        self.announce(f"{self.heading()}. {self.cards.spoken}")
        self.focus_moved.emit()

    def refuse(self, error: BaseException, *offers: Offer) -> None:
        """The check could not be done, or the credential is refused."""
        self.show_error(error, *offers)
        self.show_check()
        self.focus_moved.emit()

    def show_check(self) -> None:
        """Shows what is known now."""
        self.bar.setVisible(self.busy)
        self.more.setVisible(bool(self.found) and not self.busy)
        self._show_words()
        self.refresh()

    def _show_words(self) -> None:
        self.table.show_rows(map(TableRow, self.found))
        if self.checked is None or self.busy:
            self.cards.show_nothing()
        else:
            ways = [way for way in WayOut if way not in self.closed and (self._portal or way is not WayOut.PORTAL)]
            self.cards.show_health(self.checked, ways, self.read(), utc_now())

    @property
    def _refuses(self) -> bool:
        return self.checked is not None and any(isinstance(reason, NoToken) for reason in self.checked.health.reasons)

    # --- the ways out -----------------------------------------------------------------------------------------------

    def _go(self, way: WayOut) -> None:
        """Leads to the plan, which is shown and agreed to before anything is changed; without a sign-in, by one."""
        match way:
            case WayOut.CORRECT:
                self.outcome.emit(Back())
            case WayOut.PORTAL:
                self.open_in_browser(self._portal)
            case WayOut.COMPLETE | WayOut.CLEAN:
                self.go_on(self.setting_up, way)
            case WayOut.RENEW:
                self.go_on(Path.RENEW, way)
            case WayOut.REMOVE:
                self.go_on(Path.REMOVE, way)

    def _come_back(self) -> None:
        """Where a way out had led elsewhere, the application that the person came with is meant again."""
        if self._came:
            self.job.target, self._came = self._came, None

    def _look_at_all(self) -> None:
        self.go_on(Path.COMPARE)

    def go_on(self, path: Path, way: WayOut | None = None) -> None:
        """From here on, the application that was checked is the one that is meant."""
        self._came = self.job.target
        if self.checked:
            self.job.target = replace(self.job.target, app=self.checked.client_id)
        self.job.error = self.job.answer = None
        self.prepare(way)
        self.outcome.emit(Next(path))

    def prepare(self, way: WayOut | None) -> None:
        """What the next pages need for that way; none is the look at all of it."""
        raise NotImplementedError
