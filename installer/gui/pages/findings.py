"""What was found, compared with what GLIMPS needs: by trying a credential, or by reading an application."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar

from installer import engine
from installer.cancel import Cancel
from installer.errors.network import ProxySignInFailed
from installer.errors.proof import ApplicationDisabled, ApplicationRefused, VerificationFailed
from installer.errors.usage import AmbiguousApplication, ApplicationNotFound, IncompleteProxyAccount
from installer.events import Compared, Event, Report
from installer.gui.info_bar import Notice, Offer
from installer.gui.job import Job, Path, Tenant
from installer.gui.page import Buttons, Page
from installer.gui.pages.line_table import LineTable, TableRow
from installer.gui.pages.plan.decisions import LookUp
from installer.gui.pages.warning_bars import WarningBars
from installer.gui.proxy_sign_in import ProxySignIn
from installer.model import Finding, Proof, Verdict
from installer.texts import enterprise_application_address, translate

if TYPE_CHECKING:
    from installer.registration import Registration


class FindingsPage(Page):
    def __init__(self, job: Job) -> None:
        super().__init__(job)
        self.found: tuple[Finding, ...] = ()
        self._proof: Proof | None = None
        self._missing = False
        """No application was found; another one may be meant."""
        self._disabled: ApplicationDisabled | None = None
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.say(self.bar.setAccessibleName, lambda: translate("FindingsPage", "Checking…"))
        self.table = LineTable(sentences=True)
        self.lookup = LookUp(self._look_up)
        self.warnings = WarningBars()
        self.proxy = ProxySignIn()
        for widget in (self.proxy, self.bar, self.lookup, self.table, self.warnings):
            self.body.addWidget(widget)
        self.body.addStretch()

    def step(self) -> str:
        return translate("FindingsPage", "Check")

    def heading(self) -> str:
        if self.busy:
            return translate("FindingsPage", "Checking…")
        if self._proof is None:
            return translate("FindingsPage", "The check could not be done")
        if self._disabled:
            return translate("FindingsPage", "The enterprise application is disabled")
        if self._proof.holds:
            return translate("FindingsPage", "Everything GLIMPS needs is in place")
        return translate("FindingsPage", "Something is missing")

    def subheading(self) -> str:
        return translate("FindingsPage", "Nothing was changed.")

    def buttons(self) -> Buttons:
        cancel = translate("Page", "Cancel")
        if self.busy:
            return Buttons(cancel=cancel)
        if self._proof is None:
            return Buttons(translate("FindingsPage", "&Try again"), cancel)
        close = translate("FindingsPage", "Close")
        if self._disabled:
            return Buttons("", close)
        if self.job.path is Path.CREDENTIAL:
            return Buttons(translate("FindingsPage", "&Hand over…") if self._proof.holds else "", close)
        if self._proof.holds:
            return Buttons(translate("FindingsPage", "Make a &new secret…"), close)
        return Buttons(translate("FindingsPage", "&Complete what is missing…"), close)

    def enter(self) -> None:
        self._forget()
        if self.job.path is Path.CREDENTIAL:
            self._try()
        else:
            self._compare()

    def apply(self) -> bool:
        if self._proof is None:
            self._once_more()
            return False
        self.job.error = None
        return True

    def _once_more(self) -> None:
        try:
            if account := self.proxy.account():
                self.job.start = replace(self.job.start, proxy_account=account)
        except IncompleteProxyAccount as error:
            self.proxy.point_out(error)
        else:
            self.enter()

    def fail(self, error: BaseException) -> None:
        self._forget()
        self._refused(error)

    def leave(self) -> None:
        super().leave()
        self._forget()

    def retranslate(self) -> None:
        super().retranslate()
        self._show_lines()

    def _forget(self) -> None:
        self.found, self._proof, self._missing, self._disabled = (), None, False, None
        self.warnings.show_warnings(())
        self.proxy.forget()
        self.job.registration = self.job.compared = self.job.error = None
        self._show()

    # --- a credential -----------------------------------------------------------------------------------------------

    def _try(self) -> None:
        destination, given, profile = self.job.start.destination, self.job.given, self.job.target.profile
        if given is None:
            return

        def task(cancel: Cancel, report: Report) -> tuple[engine.Connection, Registration]:
            return engine.examine(destination, given, profile, cancel, report)

        self.work(task, self._tried, self._refused, self._event)
        self._show()

    def _event(self, event: Event) -> None:
        if isinstance(event, Compared):
            self.found = event.lines

    def _tried(self, outcome: tuple[engine.Connection, Registration]) -> None:
        self.job.unsigned, registration = outcome
        self._conclude(registration.proof)
        self.warnings.show_warnings(registration.warnings)
        if registration.proven:
            self.job.registration = registration

    # --- an application ---------------------------------------------------------------------------------------------

    def _compare(self) -> None:
        """Takes no request: the tenant was read by the sign-in."""
        tenant = self.job.tenant
        if tenant is None:
            return
        with self.guarded():
            found, proof, self.found = engine.compare(tenant.connection, self.job.target, tenant.state)
            address = enterprise_application_address(tenant.connection.cloud, found.client_id)
            self._disabled = None if found.enabled else ApplicationDisabled(address, revoked=None)
            self._conclude(proof)
        self._show()

    def _look_up(self, app: str) -> None:
        tenant, target = self.job.tenant, replace(self.job.target, app=app)
        if tenant is None:
            return
        connection = tenant.connection

        def task(cancel: Cancel, report: Report) -> Tenant:
            return Tenant(connection, engine.read(connection, target, cancel, report))

        def done(found: Tenant) -> None:
            self.job.tenant, self.job.target = found, target
            self._compare()

        self.work(task, done, self._refused)
        self._show()

    # --- the outcome ------------------------------------------------------------------------------------------------

    def _conclude(self, proof: Proof) -> None:
        self._proof, self._missing = proof, False
        if self._disabled:
            self.show_error(self._disabled)
        elif proof.holds:
            self.job.compared = proof
        else:
            self.job.error = VerificationFailed(proof, revoked=None)
        self._show()
        self.announce(self.heading())
        self.focus_moved.emit()

    def _refused(self, error: BaseException) -> None:
        offers = []
        if isinstance(error, ApplicationNotFound | AmbiguousApplication):
            offers = [Offer(lambda: translate("FindingsPage", "Go on to the plan"), self.advance_by_itself)]
        elif isinstance(error, VerificationFailed | ApplicationRefused):
            offers = [Offer(lambda: translate("FindingsPage", "Correct the values"), self.back_wanted.emit)]
        self.show_error(error, *offers)
        self._missing = isinstance(error, ApplicationNotFound)
        self._show()
        self.focus_moved.emit()
        if isinstance(error, ProxySignInFailed):
            self.job.start = replace(self.job.start, proxy_account=None)
            self.proxy.ask(error)

    def _show(self) -> None:
        self.bar.setVisible(self.busy)
        self.lookup.setVisible(self._missing and not self.busy)
        self.table.setVisible(bool(self.found))
        self._show_lines()
        extra = any(line.status is Verdict.EXTRA for line in self.found)
        if extra and not self.busy:
            self.info.tell(_too_much())
        self.refresh()

    def _show_lines(self) -> None:
        self.table.show_rows(map(TableRow, self.found))


def _too_much() -> Notice:
    return Notice.saying(
        "info",
        lambda: translate("FindingsPage", "The application may do more than GLIMPS needs"),
        lambda: translate(
            "FindingsPage",
            "Nothing is taken away from it here. What is not needed can be removed in the portal, under "
            "“API permissions”.",
        ),
    )
