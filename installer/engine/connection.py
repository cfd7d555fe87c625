"""Signing in: where, how, and the connection that results."""

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
"""Seconds of clock difference that Microsoft tolerates, and that need no warning."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Destination:
    """Where to sign in, and for what.

    `tenant` is a GUID or a domain; None lets the account decide. `sign_in_client` is the client id of an app
    registration to use instead of Microsoft's public client. `proxy` finds the proxy for a URL; None asks the system.
    `observe` is called with every exchange with Microsoft. `more_scopes` are requested in addition to the manifest's.
    """

    manifest: Manifest
    cloud: Cloud
    tenant: str | None = None
    sign_in_client: str | None = None
    proxy: ProxyResolver | None = None
    proxy_account: ProxyAccount | None = None
    """For a proxy that requires authentication; on Windows, without one, the user's own account is tried."""
    observe: Observer | None = None
    more_scopes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Browser:
    """Sign in through the browser. `open` gets the address, which the event `SignInBrowser` carries as well.

    If it returns False, no browser opened, and the warning `NoBrowser` is reported at once.
    """

    open: Callable[[str], object]


@dataclass(frozen=True, slots=True)
class DeviceCode:
    """Sign in with a device code, entered in a browser anywhere; the event `SignInDeviceCode` carries it."""


SignInMethod = Browser | DeviceCode


@dataclass(frozen=True, slots=True, eq=False)
class Connection:
    """Access to Microsoft Graph for any number of tasks, each with its own cancel and report.

    It acts for the administrator who signed in, who has to sign in again when Microsoft demands it. If only a
    credential is tried, nobody signed in: `method` and `authorization` are None.
    """

    destination: Destination
    transport: Transport
    method: SignInMethod | None = None
    authorization: Authorization | None = None

    @property
    def manifest(self) -> Manifest:
        """The destination's."""
        return self.destination.manifest

    @property
    def cloud(self) -> Cloud:
        """The destination's."""
        return self.destination.cloud

    @property
    def account(self) -> Account:
        """The account that signed in last."""
        return self._signed_in.session.account

    @property
    def accounts(self) -> tuple[Account, ...]:
        """All accounts that have signed in: more than one if another one was chosen when Microsoft asked again."""
        return self._signed_in.accounts

    @property
    def role_hints(self) -> frozenset[str]:
        """Template ids of the directory roles in the administrator's token."""
        return self._signed_in.session.role_hints

    def now(self) -> datetime:
        """Microsoft's time in UTC, to the second, by the sign-in's answer.

        This computer's if nobody signed in: then nothing is written, and it is only compared with expiry dates.
        """
        ahead = self.authorization.session.seconds_ahead if self.authorization else 0
        return utc_now() - timedelta(seconds=ahead)

    def graph(self, cancel: Cancel, report: Report) -> Graph:
        """A Graph client for one task."""
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
    """Why Microsoft cannot be reached from this computer; empty if it can. Raises `Cancelled`."""
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
    """A connection that has these scopes: the same one, or a new one after another sign-in.

    Raises what `connect` raises, and `WrongTenant` if that sign-in was to another tenant.
    """
    if not set(scopes) - set(connection.destination.more_scopes) or connection.method is None:
        return connection
    before = connection.account.tenant_id
    wider = connect(replace(connection.destination, more_scopes=scopes), connection.method, cancel, report)
    if wider.account.tenant_id != before:
        raise WrongTenant(before, wider.account.tenant_id)
    return wider


def open_transport(destination: Destination) -> Transport:
    """A new transport for the destination's cloud, proxy and observer; to be closed by the caller."""
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
    """The same report, except that it never raises: a front end that cannot show an event must not stop the work."""

    def safe(event: Event) -> None:
        try:
            report(event)
        except Exception:  # noqa: BLE001  # a full disk, a closed pipe, a window that no longer exists
            _log.warning("an event could not be shown: %s", type(event).__name__)

    return safe
