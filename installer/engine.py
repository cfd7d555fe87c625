"""The verbs that the wizard, the console and the tests call, each with a `Cancel` and a `report` of the caller's.

Importing this module is quick. msal, requests, cryptography and pyrage take most of a second to load, so each verb
imports what it needs when it is called, and `load` does so ahead of time. No other module imports a heavy library
inside a function.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from installer.cancel import Cancel
from installer.errors.base import SetupError
from installer.errors.sign_in import ClockOff
from installer.events import Event, Report, SignedIn, Step, Warned
from installer.model import (
    Account,
    Application,
    Bundle,
    Choices,
    Cloud,
    Finding,
    Given,
    Manifest,
    Profile,
    Proof,
    Secret,
    Target,
    TenantState,
    utc_now,
)

if TYPE_CHECKING:
    from installer.bundle.age import Recipient
    from installer.delivery import Encryption
    from installer.graph import Graph
    from installer.registration import Made, Plan, Registration
    from installer.report import Occasion
    from installer.sign_in import Authorization, Entra, SignIn
    from installer.transport import ProxyResolver, Transport

TOLERATED_SECONDS: Final = 300
"""The difference between two clocks that Microsoft tolerates, and that nobody needs to hear of."""

_log = logging.getLogger(__name__)


def load() -> None:
    """Imports every library that a verb may need, so that no later call waits for it."""
    import installer.bundle.passphrase
    import installer.delivery
    import installer.guide
    import installer.report
    import installer.system_proxy  # noqa: F401


# --- signing in ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Destination:
    """Where to sign in, and for what.

    `tenant` is a GUID or a domain; without it, the account decides. `sign_in_client` takes the place of Microsoft's
    public client. `proxy` finds the proxy for a URL; without it, the system is asked.
    """

    manifest: Manifest
    cloud: Cloud
    tenant: str | None = None
    sign_in_client: str | None = None
    proxy: ProxyResolver | None = None


@dataclass(frozen=True, slots=True)
class Browser:
    """Sign in through the browser. `open` gets the address, which the event `SignInBrowser` also carries."""

    open: Callable[[str], None]


@dataclass(frozen=True, slots=True)
class DeviceCode:
    """Sign in by a code, typed on any machine; the event `SignInDeviceCode` carries it."""


SignInMethod = Browser | DeviceCode


@dataclass(frozen=True, slots=True, eq=False)
class Connection:
    """Access to Microsoft Graph for any number of tasks, each with its own cancel and report.

    It acts as the administrator who signed in, who is asked to sign in again where Microsoft demands it. Where only a
    credential is tried, nobody signed in, and `method` and `authorization` are None.
    """

    destination: Destination
    transport: Transport
    method: SignInMethod | None = None
    authorization: Authorization | None = None

    @property
    def manifest(self) -> Manifest:
        return self.destination.manifest

    @property
    def cloud(self) -> Cloud:
        return self.destination.cloud

    @property
    def account(self) -> Account:
        """Who signed in."""
        return self._signed_in.session.account

    @property
    def role_hints(self) -> frozenset[str]:
        """Template ids of the directory roles that the administrator's token names."""
        return self._signed_in.session.role_hints

    def now(self) -> datetime:
        """The time by Microsoft's clock, whatever this computer's says; to the second."""
        ahead = self.authorization.session.seconds_ahead if self.authorization else 0
        return utc_now() - timedelta(seconds=ahead)

    def graph(self, cancel: Cancel, report: Report) -> Graph:
        """Microsoft Graph for one task."""
        from installer.graph import Graph
        from installer.sign_in import Administrator, Nobody

        report = _undisturbed(report)
        if self.method is None:
            return Graph(self.cloud, Nobody(), self.transport, cancel, on_call=report)
        sign_in = _sign_in(self.method, _entra(self.destination, self.transport, cancel), report)
        bearer = Administrator(self._signed_in, sign_in)
        return Graph(self.cloud, bearer, self.transport, cancel, on_call=report)

    @property
    def _signed_in(self) -> Authorization:
        if self.authorization is None:
            raise AssertionError("nobody signed in")
        return self.authorization


def check_connectivity(destination: Destination, cancel: Cancel) -> tuple[SetupError, ...]:
    """What stands between this computer and Microsoft; empty where nothing does. Raises `Cancelled`."""
    from installer.connectivity import check_connectivity

    transport = _transport(destination)
    try:
        return check_connectivity(destination.cloud, transport, cancel)
    finally:
        transport.close()


def connect(destination: Destination, method: SignInMethod, cancel: Cancel, report: Report) -> Connection:
    """Signs the administrator in. Raises `SignInError`, `OwnClientNeeded`, `NetworkError` and `Cancelled`."""
    from installer.sign_in import Authorization

    transport = _transport(destination)
    report = _undisturbed(report)
    session = _sign_in(method, _entra(destination, transport, cancel), report).sign_in()
    if abs(session.seconds_ahead) > TOLERATED_SECONDS:
        report(Warned(ClockOff(session.seconds_ahead)))
    return Connection(destination, transport, method, Authorization(session))


def _transport(destination: Destination) -> Transport:
    from installer.system_proxy import system_proxy
    from installer.transport import Transport

    return Transport(trust_anchor=destination.cloud.trust_anchor, proxy=destination.proxy or system_proxy)


def _entra(destination: Destination, transport: Transport, cancel: Cancel) -> Entra:
    from installer.sign_in import Entra

    return Entra.of(
        destination.manifest, destination.cloud, destination.tenant, destination.sign_in_client, transport, cancel
    )


def _sign_in(method: SignInMethod, entra: Entra, report: Report) -> SignIn:
    from installer.sign_in import BrowserSignIn, DeviceCodeSignIn
    from installer.texts import landing

    match method:
        case Browser():
            return BrowserSignIn(entra, method.open, landing, report)
        case DeviceCode():
            return DeviceCodeSignIn(entra, report)


# --- reading and planning --------------------------------------------------------------------------------------------


def read(connection: Connection, target: Target, cancel: Cancel, report: Report) -> TenantState:
    """The tenant as it is now, with the application that `target` names; raises what `inspect` raises."""
    from installer.registration import StepReport, inspect

    report = _undisturbed(report)
    with StepReport(Step.INSPECT, report, connection.graph(cancel, report)) as graph:
        state = inspect(graph, connection.manifest, target, connection.role_hints)
    report(SignedIn(state.organization, connection.account, state.rights))
    return state


def plan(connection: Connection, choices: Choices, state: TenantState) -> Plan:
    """What has to be done, as of now. Sends no request; raises what `registration.plan` raises."""
    from installer import registration
    from installer.texts import language

    return registration.plan(connection.manifest, choices, state, connection.now(), language())


def require_rights(plan: Plan, state: TenantState) -> None:
    """Raises `NotEnoughRights` where the account's roles surely do not allow the plan."""
    from installer import registration

    registration.require_rights(plan, state)


def compare(
    connection: Connection, target: Target, state: TenantState
) -> tuple[Application, Proof, tuple[Finding, ...]]:
    """The application found, compared with what GLIMPS needs: the application, the proof and every line to show.

    Sends no request. Raises `AmbiguousApplication` or `ApplicationNotFound`.
    """
    from installer import registration

    manifest, found = connection.manifest, registration.existing(target, state)
    proof = registration.compare(manifest, target.profile, state, found)
    return found, proof, registration.findings(manifest, target.profile, state, found, connection.now())


# --- applying and proving --------------------------------------------------------------------------------------------


def register(
    connection: Connection, plan: Plan, state: TenantState, profile: Profile, cancel: Cancel, report: Report
) -> Registration:
    """Carries out a plan to set up or to renew, and proves the new credential, which then has to be delivered.

    Raises `NotEnoughRights` before the first write, and what `registration.register` raises.
    """
    from installer import registration
    from installer.sign_in import AppSignIn

    report = _undisturbed(report)
    registration.require_rights(plan, state)
    app_sign_in = AppSignIn(connection.cloud, state.organization.id, connection.transport, cancel)
    graph = connection.graph(cancel, report)
    return registration.register(plan, state, profile, connection.manifest, graph, app_sign_in, report)


def apply(connection: Connection, plan: Plan, state: TenantState, cancel: Cancel, report: Report) -> Made:
    """Carries out a plan that makes no credential: to prepare or to remove. Raises as `register` does."""
    from installer import registration

    report = _undisturbed(report)
    registration.require_rights(plan, state)
    return registration.apply(plan, connection.graph(cancel, report), report)


def examine(
    destination: Destination, given: Given, profile: Profile, cancel: Cancel, report: Report
) -> tuple[Connection, Registration]:
    """Tries a credential that somebody else made; nobody signs in, and the result may be unproven.

    The `Connection` is for its delivery. Raises `VerificationFailed`.
    """
    from installer import registration
    from installer.sign_in import AppSignIn

    report = _undisturbed(report)
    connection = Connection(destination, _transport(destination))
    app_sign_in = AppSignIn(destination.cloud, given.tenant, connection.transport, cancel)
    graph = connection.graph(cancel, report)
    credentials, proof = registration.examine(given, profile, app_sign_in, graph, report)
    return connection, registration.Registration(credentials, proof, destination.manifest, made_here=False)


# --- delivering ------------------------------------------------------------------------------------------------------


class Handover(NamedTuple):
    """How to hand the bundle over: who can open it, the file, whether to replace one that exists, the notes in it."""

    encryption: Encryption
    path: Path
    overwrite: bool = False
    notes: str = ""


def deliver(
    connection: Connection, registration: Registration, handover: Handover, cancel: Cancel, report: Report
) -> Bundle:
    """Writes the bundle, and takes the undelivered mark off the application.

    Raises `DeliveryFailed` with nothing written and the secret still in hand, and `StoppedPartWay` where the bundle is
    good, but the mark could not be taken off.
    """
    from installer import delivery

    report = _undisturbed(report)
    graph = connection.graph(cancel, report)
    return delivery.deliver(registration, *handover, graph, report)


def deliver_or_revoke(
    connection: Connection, registration: Registration, handover: Handover, cancel: Cancel, report: Report
) -> Bundle:
    """`deliver` for a caller who cannot ask for another file: a secret that cannot be delivered is revoked."""
    from installer import delivery

    report = _undisturbed(report)
    graph = connection.graph(cancel, report)
    return delivery.deliver_or_revoke(registration, *handover, graph, report)


def settle(connection: Connection, registration: Registration, cancel: Cancel, report: Report) -> None:
    """Takes the undelivered mark off an application whose secret was handed over otherwise than by `deliver`."""
    from installer.registration import settle

    settle(connection.graph(cancel, report), registration)


def revoke(connection: Connection, registration: Registration, cancel: Cancel, report: Report) -> bool:
    """Revokes the undelivered secret, even where the report fails; False where that did not succeed."""
    from installer.registration import revoke

    report = _undisturbed(report)
    return revoke(connection.graph(cancel, report), registration.credentials, registration.manifest, report)


def occasion(connection: Connection, state: TenantState, profile: Profile) -> Occasion:
    """Who works on which tenant, and when: the head of a receipt."""
    from installer.report import Occasion

    now, account, manifest = datetime.now().astimezone(), connection.account, connection.manifest
    return Occasion(now, connection.cloud, state.organization, account, state.rights, manifest, profile)


def parse_recipients(text: str) -> tuple[Recipient, ...]:
    """The age public keys in a text, or in the file that it names; raises `InvalidRecipient` or `UnreadableFile`."""
    from installer.bundle.age import parse_recipients

    return parse_recipients(text)


def fingerprint(recipient: Recipient) -> str:
    """A short fingerprint of a public key, for people to compare."""
    from installer.bundle.age import fingerprint

    return fingerprint(recipient)


def generate_passphrase() -> Secret:
    """A new passphrase: six words of the language in use."""
    from installer.bundle.passphrase import generate
    from installer.texts import language

    return generate(language())


def check_passphrase(passphrase: Secret) -> None:
    """Raises `WeakPassphrase`."""
    from installer.bundle.strength import check

    check(passphrase)


def guide_page(manifest: Manifest, cloud: Cloud, option: str) -> Path:
    """The offline guide as a temporary page for the browser; raises OSError. `option` is how the cloud was named."""
    from installer.guide import browser_copy, subject_of

    return browser_copy(subject_of(manifest, cloud, option=option))


def _undisturbed(report: Report) -> Report:
    """The same report, but it raises nothing: a front end that fails to show an event does not stop the work."""

    def safe(event: Event) -> None:
        try:
            report(event)
        except Exception:  # noqa: BLE001  # whatever a full disk, a closed pipe or a window that is gone raise
            _log.warning("an event could not be shown: %s", type(event).__name__)

    return safe
