"""The health of a credential, checked with that credential alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from installer import engine
from installer.cancel import Cancel
from installer.errors.network import ProxySignInFailed
from installer.errors.proof import ApplicationRefused, VerificationFailed
from installer.errors.usage import IncompleteProxyAccount
from installer.events import Compared, Event, HealthChecked, Report
from installer.gui.info_bar import Offer
from installer.gui.job import Job
from installer.gui.pages.health.page import HealthPage
from installer.gui.pages.health.ways import WayOut
from installer.gui.proxy_sign_in import ProxySignIn
from installer.model import SOON
from installer.texts import enterprise_application_address, translate

if TYPE_CHECKING:
    from installer.registration import Registration


class CredentialHealthPage(HealthPage):
    """The check that a credential alone allows."""

    closed: ClassVar = frozenset({WayOut.REMOVE})

    def __init__(self, job: Job) -> None:
        super().__init__(job)
        self.proxy = ProxySignIn()
        self.body.insertWidget(0, self.proxy)

    def forward(self, checked: HealthChecked) -> str:
        """A credential that holds can be handed over."""
        del checked
        return translate("HealthPage", "&Hand over…") if self.job.registration else ""

    def check(self) -> None:
        """Sends requests: a token, and a read with each permission."""
        destination, given, profile = self.job.start.destination, self.job.given, self.job.target.profile
        if given is None:
            return

        def task(cancel: Cancel, report: Report) -> tuple[engine.Connection, Registration]:
            return engine.examine(destination, given, profile, cancel, report)

        self.work(task, self._tried, self.refuse, self._event)
        self.show_check()

    def try_again(self) -> None:
        """With what was typed for the proxy, where it asked."""
        try:
            if account := self.proxy.account():
                self.job.start = replace(self.job.start, proxy_account=account)
        except IncompleteProxyAccount as error:
            self.proxy.point_out(error)
        else:
            super().try_again()

    def forget(self) -> None:
        self.proxy.forget()
        super().forget()

    def _event(self, event: Event) -> None:
        if isinstance(event, Compared):
            self.found = event.lines

    def _tried(self, outcome: tuple[engine.Connection, Registration]) -> None:
        connection, registration = outcome
        self.job.unsigned = connection
        application, profile = registration.credentials.application, registration.credentials.profile
        health = engine.credential_health(connection, registration, profile, SOON)
        self.warnings.show_warnings(registration.warnings)
        if registration.proven and registration.proof.holds:
            self.job.registration = registration
        address = enterprise_application_address(connection.cloud, application.client_id)
        self.conclude(HealthChecked(health, application.name, application.client_id), registration.proof, address)

    def refuse(self, error: BaseException, *offers: Offer) -> None:
        """A credential that Microsoft refuses is a finding; all else is an error."""
        given = self.job.given
        if given and isinstance(error, VerificationFailed | ApplicationRefused):
            self.checked = HealthChecked(engine.refused_health(error), "", given.client_id)
            self._portal = enterprise_application_address(self.job.start.cloud, given.client_id)
        super().refuse(error, *offers)
        if isinstance(error, ProxySignInFailed):
            self.job.start = replace(self.job.start, proxy_account=None)
            if error.takes_an_account:
                self.proxy.ask(error)

    def prepare(self, way: WayOut | None) -> None:
        """The tenant is known: the sign-in suggests it."""
        del way
        self.job.hint = self.job.given.tenant if self.job.given else ""
