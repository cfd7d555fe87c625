"""The two checks: of an application, by a person who signed in; of a credential, with that credential alone."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from installer import engine
from installer.cancel import Cancel
from installer.errors.base import SetupError
from installer.errors.network import ProxySignInFailed
from installer.errors.ownership import DecisionNeeded
from installer.errors.proof import ApplicationRefused, VerificationFailed
from installer.errors.usage import AmbiguousApplication, ApplicationNotFound, IncompleteProxyAccount
from installer.events import Compared, Event, HealthChecked, Report
from installer.gui.answer import Answer
from installer.gui.documents import delivery_folder
from installer.gui.flow import Next, Outcome, Path
from installer.gui.info_bar import Offer
from installer.gui.job import Job, Tenant
from installer.gui.pages.health.cards import WayOut
from installer.gui.pages.health.page import HealthPage
from installer.gui.pages.plan.decisions import LookUp
from installer.gui.proxy_sign_in import ProxySignIn
from installer.model import SOON, Application, Decision, HealthState, LiveCredential, OldCredentials
from installer.texts import enterprise_application_address, translate

if TYPE_CHECKING:
    from installer.registration import Registration


class ApplicationHealthPage(HealthPage):
    """The check that a sign-in allows."""

    closed: ClassVar = frozenset({WayOut.CORRECT})
    setting_up: ClassVar = Path.COMPARE

    def __init__(self, job: Job) -> None:
        self._application: Application | None = None
        super().__init__(job)
        self.lookup = LookUp(self._look_up)
        self.lookup.hide()
        self.body.insertWidget(0, self.lookup)

    def forward(self, checked: HealthChecked) -> str:
        """A healthy application can get a new secret."""
        healthy = checked.health.state is HealthState.HEALTHY
        return translate("HealthPage", "Make a &new secret…") if healthy else ""

    def read(self) -> Application | None:
        return self._application

    def apply(self) -> Outcome | None:
        """Goes on to the plan of a new secret, or checks again."""
        self._keep_what_was_delivered_here()
        return super().apply()

    def forget(self) -> None:
        self._application = None
        super().forget()

    def check(self) -> None:
        """Takes no request: the tenant was read by the sign-in."""
        tenant, target = self.job.tenant, self.job.target
        if tenant is None:
            return
        with self.guarded():
            connection, state = tenant.connection, tenant.state
            found, proof, self.found = engine.compare(connection, target, state)
            health = engine.application_health(connection, target, state, found, proof, self.job.expected, SOON)
            self._application = found
            self.warnings.show_warnings(tuple(engine.health_warnings(health, SOON, connection.now())))
            address = enterprise_application_address(connection.cloud, found.client_id)
            self.conclude(HealthChecked(health, found.name, found.client_id), proof, address)

    def refuse(self, error: BaseException, *offers: Offer) -> None:
        """Where no application or several were found, the plan can still help."""
        if isinstance(error, ApplicationNotFound | AmbiguousApplication):
            offers = (
                *offers,
                Offer(lambda: translate("HealthPage", "Continue to the plan"), lambda: self.outcome.emit(Next())),
            )
        super().refuse(error, *offers)
        self.lookup.setVisible(isinstance(error, ApplicationNotFound))

    def show_check(self) -> None:
        self.lookup.hide()
        super().show_check()

    def _look_up(self, app: str) -> None:
        tenant, target = self.job.tenant, replace(self.job.target, app=app)
        if tenant is None:
            return
        connection = tenant.connection

        def task(cancel: Cancel, report: Report) -> Tenant:
            return Tenant(connection, engine.read(connection, target, cancel, report))

        def done(found: Tenant) -> None:
            self.job.tenant, self.job.target = found, target
            self.check()

        self.work(task, done, self.refuse)
        self.show_check()

    def prepare(self, way: WayOut | None) -> None:
        """For a cleaning takes the decision, for a removal chooses what goes; the plan shows both."""
        self._keep_what_was_delivered_here()
        match way:
            case WayOut.CLEAN:
                self._decide_to_clean()
            case WayOut.REMOVE if self.checked:
                found = (reason for reason in self.checked.health.reasons if isinstance(reason, LiveCredential))
                self.job.old = OldCredentials(tuple(reason.entry.key_id for reason in found))

    def _decide_to_clean(self) -> None:
        """Answers what the plan would ask. The plan lists what goes, and the person can decide again there."""
        tenant = self.job.tenant
        if tenant is None:
            return
        with suppress(SetupError):  # the plan page makes the same plan, and shows the error
            try:
                engine.plan(tenant.connection, self.job.choices, tenant.state)
            except DecisionNeeded as error:
                if Decision.CLEAN in error.question.ways:
                    self.job.answer = Answer(error.question, Decision.CLEAN)

    def _keep_what_was_delivered_here(self) -> None:
        """A plan keeps what was delivered in this computer's folder, even where its mark could not be taken off."""
        if tenant := self.job.tenant:
            self.job.tenant = Tenant(tenant.connection, engine.spare(tenant.state, delivery_folder()))


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
