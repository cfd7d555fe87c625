"""The core's verbs as the wizard's worker calls them.

It loads msal, requests, cryptography and pyrage: import it off the GUI thread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from installer.bundle import Recipient, check_target, default_name, fingerprint, generate, parse_recipients
from installer.bundle import check as check_passphrase
from installer.cancel import Cancel
from installer.delivery import Encryption, deliver
from installer.events import Report, SignedIn
from installer.graph import Graph
from installer.gui.walk import Review, Start, Tenant
from installer.model import Bundle, Choices, Cloud, Language, Manifest, TenantState, utc_now
from installer.registration import Plan, Registration, inspect, plan, register, require_rights, revoke, settle
from installer.sign_in import AppSignIn, Authorization, BrowserSignIn, DeviceCodeSignIn, Entra, Session, SignIn
from installer.system_proxy import system_proxy
from installer.texts import landing
from installer.transport import Transport

__all__ = [
    "Connection",
    "Encryption",
    "Recipient",
    "check_passphrase",
    "check_target",
    "confirm_stored",
    "default_name",
    "fingerprint",
    "generate",
    "hand_over",
    "parse_recipients",
    "read_tenant",
    "review",
    "set_up",
    "sign_in",
    "take_back",
]

Method = Callable[[Entra, Report], SignIn]


@dataclass(frozen=True, slots=True)
class Connection:
    """A signed-in administrator, and how to go on as the same person: each task brings its own cancel and report."""

    manifest: Manifest
    entra: Entra
    method: Method
    session: Session

    @property
    def cloud(self) -> Cloud:
        return self.entra.cloud

    def graph(self, cancel: Cancel, report: Report) -> Graph:
        """Microsoft Graph for one task, which a new sign-in in its midst can be cancelled with."""
        signing = self.method(replace(self.entra, cancel=cancel), report)
        authorization = Authorization(signing, self.session)
        return Graph(self.cloud, authorization, self.entra.transport, cancel, on_call=report)


def sign_in(start: Start, choices: Choices, by_code: bool, cancel: Cancel, report: Report) -> Tenant:
    """Signs in and reads the tenant. The page opens the browser when the event tells it the address."""
    transport = Transport(trust_anchor=start.cloud.trust_anchor, proxy=system_proxy)
    manifest = start.manifest
    entra = Entra.of(manifest, start.cloud, start.tenant, start.sign_in_client, transport, cancel)
    method: Method = DeviceCodeSignIn if by_code else _browser
    session = method(entra, report).sign_in()
    connection = Connection(manifest, entra, method, session)
    return read_tenant(connection, choices, cancel, report)


def _browser(entra: Entra, report: Report) -> SignIn:
    return BrowserSignIn(entra, lambda _url: None, landing, report)


def read_tenant(connection: Connection, choices: Choices, cancel: Cancel, report: Report) -> Tenant:
    """The tenant as it is now, looked at for these choices."""
    state = inspect(connection.graph(cancel, report), connection.manifest, choices)
    account = connection.session.account
    report(SignedIn(state.organization, account, state.rights))
    return Tenant(connection, account, state)


def review(manifest: Manifest, choices: Choices, state: TenantState, language: Language) -> Plan:
    """The plan, fast enough for the GUI thread. Raises what `plan` raises."""
    return plan(manifest, choices, state, utc_now(), language)


def set_up(
    connection: Connection, reviewed: Review, again: bool, language: Language, cancel: Cancel, report: Report
) -> Registration:
    """Carries the reviewed plan out. `again` reads the tenant anew first, so that only the rest of it is done."""
    graph = connection.graph(cancel, report)
    state, made = reviewed.state, reviewed.plan
    if again:
        state = inspect(graph, connection.manifest, reviewed.choices)
        made = review(connection.manifest, reviewed.choices, state, language)
    require_rights(made, state)
    app_sign_in = AppSignIn(connection.cloud, state.organization.id, connection.entra.transport, cancel)
    return register(made, state, reviewed.choices, connection.manifest, graph, app_sign_in, report)


def hand_over(
    connection: Connection,
    registration: Registration,
    encryption: Encryption,
    path: Path,
    overwrite: bool,
    cancel: Cancel,
    report: Report,
) -> Bundle:
    """Writes the bundle; raises what `deliver` raises."""
    return deliver(registration, encryption, path, overwrite, "", connection.graph(cancel, report), report)


def confirm_stored(connection: Connection, registration: Registration, cancel: Cancel, report: Report) -> None:
    """Tells the tenant that the secret was delivered, by whichever way."""
    settle(connection.graph(cancel, report), registration)


def take_back(connection: Connection, registration: Registration, cancel: Cancel, report: Report) -> bool:
    """Revokes the undelivered secret; False where Microsoft could not be told."""
    graph = connection.graph(cancel, report)
    return revoke(graph, registration.credentials, connection.manifest, report)
