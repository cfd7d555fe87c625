"""Signing in: where, in which way, and the connection that comes of it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from installer.cancel import Cancel
from installer.errors.base import SetupError
from installer.errors.sign_in import ClockOff, WrongTenant
from installer.events import Event, Report, Warned
from installer.model import Account, Cloud, Manifest, ProxyAccount, utc_now

if TYPE_CHECKING:
    from installer.graph import Graph
    from installer.sign_in import Authorization, Entra, SignIn
    from installer.transport import Observer, ProxyResolver, Transport

TOLERATED_SECONDS: Final = 300
"""The difference between two clocks that Microsoft tolerates, and that nobody needs to hear of."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Destination:
    """Where to sign in, and for what.

    `tenant` is a GUID or a domain; without it, the account decides. `sign_in_client` takes the place of Microsoft's
    public client. `proxy` finds the proxy for a URL; without it, the system is asked. `observe` is told of every
    exchange with Microsoft. `more_scopes` are asked for beside the manifest's.
    """

    manifest: Manifest
    cloud: Cloud
    tenant: str | None = None
    sign_in_client: str | None = None
    proxy: ProxyResolver | None = None
    proxy_account: ProxyAccount | None = None
    """For a proxy that asks for one; on Windows the person's own is tried where none is given."""
    observe: Observer | None = None
    more_scopes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Browser:
    """Sign in through the browser. `open` gets the address, which the event `SignInBrowser` also carries.

    It returns False where no browser opened, which is told at once.
    """

    open: Callable[[str], object]


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
    def accounts(self) -> tuple[Account, ...]:
        """Everybody who has signed in: more than one where another account did when Microsoft asked again."""
        return self._signed_in.accounts

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

        report = undisturbed(report)
        if self.method is None:
            return Graph(self.cloud, Nobody(), self.transport, cancel, on_call=report)
        sign_in = _sign_in(self.method, _entra(self.destination, self.transport, cancel), report)
        bearer = Administrator(self._signed_in, sign_in, report)
        return Graph(self.cloud, bearer, self.transport, cancel, on_call=report)

    @property
    def _signed_in(self) -> Authorization:
        if self.authorization is None:
            raise AssertionError("nobody signed in")
        return self.authorization


def check_connectivity(destination: Destination, cancel: Cancel) -> tuple[SetupError, ...]:
    """What stands between this computer and Microsoft; empty where nothing does. Raises `Cancelled`."""
    from installer.connectivity import check_connectivity

    transport = open_transport(destination)
    try:
        return check_connectivity(destination.cloud, transport, cancel)
    finally:
        transport.close()


def connect(destination: Destination, method: SignInMethod, cancel: Cancel, report: Report) -> Connection:
    """Signs the administrator in. Raises `SignInError`, `OwnClientNeeded`, `NetworkError` and `Cancelled`."""
    from installer.sign_in import Authorization

    transport = open_transport(destination)
    report = undisturbed(report)
    session = _sign_in(method, _entra(destination, transport, cancel), report).sign_in()
    if abs(session.seconds_ahead) > TOLERATED_SECONDS:
        report(Warned(ClockOff(session.seconds_ahead)))
    return Connection(destination, transport, method, Authorization(session))


def with_scopes(connection: Connection, scopes: tuple[str, ...], cancel: Cancel, report: Report) -> Connection:
    """The connection, after another sign-in where it lacks one of these scopes.

    Raises what `connect` raises, and `WrongTenant`.
    """
    if not set(scopes) - set(connection.destination.more_scopes) or connection.method is None:
        return connection
    before = connection.account.tenant_id
    wider = connect(replace(connection.destination, more_scopes=scopes), connection.method, cancel, report)
    if wider.account.tenant_id != before:
        raise WrongTenant(before, wider.account.tenant_id)
    return wider


def open_transport(destination: Destination) -> Transport:
    from installer.system_proxy import system_proxy
    from installer.transport import Transport, unobserved

    return Transport(
        destination.cloud,
        proxy=destination.proxy or system_proxy,
        account=destination.proxy_account,
        observe=destination.observe or unobserved,
    )


def _entra(destination: Destination, transport: Transport, cancel: Cancel) -> Entra:
    from installer.sign_in import Entra

    entra = Entra.of(
        destination.manifest, destination.cloud, destination.tenant, destination.sign_in_client, transport, cancel
    )
    more = (f"{destination.cloud.graph}/{scope}" for scope in destination.more_scopes)
    return replace(entra, scopes=(*entra.scopes, *more))


def _sign_in(method: SignInMethod, entra: Entra, report: Report) -> SignIn:
    from installer.sign_in import BrowserSignIn, DeviceCodeSignIn
    from installer.texts import landing

    match method:
        case Browser():
            return BrowserSignIn(entra, method.open, landing, report)
        case DeviceCode():
            return DeviceCodeSignIn(entra, report)


def undisturbed(report: Report) -> Report:
    """The same report, but it raises nothing: a front end that fails to show an event does not stop the work."""

    def safe(event: Event) -> None:
        try:
            report(event)
        except Exception:  # noqa: BLE001  # whatever a full disk, a closed pipe or a window that is gone raise
            _log.warning("an event could not be shown: %s", type(event).__name__)

    return safe
