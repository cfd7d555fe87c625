"""The core's verbs as the wizard's worker calls them.

It loads msal, requests, cryptography and pyrage: import it off the GUI thread.
"""

from __future__ import annotations

from pathlib import Path

from installer.bundle import Recipient, check_target, default_name, fingerprint, generate, parse_recipients
from installer.bundle import check as check_passphrase
from installer.cancel import Cancel
from installer.connectivity import check_connectivity
from installer.delivery import Encryption, deliver
from installer.errors import SetupError
from installer.events import Report, SignedIn
from installer.gui.connection import Connection, Method, Reach, Unsigned
from installer.gui.walk import Review, Start, Tenant
from installer.model import (
    Bundle,
    Choices,
    Finding,
    Given,
    Language,
    Manifest,
    Prepare,
    Proof,
    Remove,
    Target,
    TenantState,
    utc_now,
)
from installer.registration import (
    Made,
    Plan,
    Registration,
    apply,
    compare,
    examine,
    existing,
    findings,
    inspect,
    plan,
    register,
    require_rights,
    revoke,
    settle,
)
from installer.sign_in import AppSignIn, BrowserSignIn, DeviceCodeSignIn, Entra, SignIn
from installer.system_proxy import system_proxy
from installer.texts import landing
from installer.transport import Transport

__all__ = [
    "Connection",
    "Encryption",
    "Reach",
    "Recipient",
    "carry_out",
    "check_passphrase",
    "check_target",
    "check_tenant",
    "confirm_stored",
    "default_name",
    "fingerprint",
    "generate",
    "hand_over",
    "look_around",
    "parse_recipients",
    "read_tenant",
    "review",
    "sign_in",
    "take_back",
    "try_credential",
]


def look_around(start: Start, cancel: Cancel) -> tuple[SetupError, ...]:
    """What stands between this computer and Microsoft; empty where nothing does."""
    transport = Transport(trust_anchor=start.cloud.trust_anchor, proxy=system_proxy)
    try:
        return check_connectivity(start.cloud, transport, cancel)
    finally:
        transport.close()


def sign_in(start: Start, target: Target, by_code: bool, cancel: Cancel, report: Report) -> Tenant:
    """Signs in and reads the tenant. The page opens the browser when the event tells it the address."""
    transport = Transport(trust_anchor=start.cloud.trust_anchor, proxy=system_proxy)
    manifest = start.manifest
    entra = Entra.of(manifest, start.cloud, start.tenant, start.sign_in_client, transport, cancel)
    method: Method = DeviceCodeSignIn if by_code else _browser
    session = method(entra, report).sign_in()
    connection = Connection(manifest, entra, method, session)
    return read_tenant(connection, target, cancel, report)


def _browser(entra: Entra, report: Report) -> SignIn:
    return BrowserSignIn(entra, lambda _url: None, landing, report)


def read_tenant(connection: Connection, target: Target, cancel: Cancel, report: Report) -> Tenant:
    """The tenant as it is now, looked at for this application."""
    state = inspect(connection.graph(cancel, report), connection.manifest, target, connection.session.role_hints)
    account = connection.session.account
    report(SignedIn(state.organization, account, state.rights))
    return Tenant(connection, account, state)


def review(manifest: Manifest, choices: Choices, state: TenantState, language: Language) -> Plan:
    """The plan, fast enough for the GUI thread. Raises what `plan` raises."""
    return plan(manifest, choices, state, utc_now(), language)


def carry_out(
    connection: Connection, reviewed: Review, again: bool, language: Language, cancel: Cancel, report: Report
) -> Registration | Made:
    """Carries the reviewed plan out. `again` reads the tenant anew first, so that only the rest of it is done.

    A plan to set up or to renew gives a proven credential that waits for its delivery.
    """
    graph = connection.graph(cancel, report)
    state, todo, choices = reviewed.state, reviewed.plan, reviewed.choices
    if again:
        state = inspect(graph, connection.manifest, choices.target)
        todo = review(connection.manifest, choices, state, language)
    require_rights(todo, state)
    if isinstance(choices, Prepare | Remove):
        return apply(todo, graph, report)
    app_sign_in = AppSignIn(connection.cloud, state.organization.id, connection.entra.transport, cancel)
    return register(todo, state, choices.target.profile, connection.manifest, graph, app_sign_in, report)


def check_tenant(tenant: Tenant, target: Target) -> tuple[Proof, tuple[Finding, ...]]:
    """What is there, held against what GLIMPS needs. Raises what `existing` raises."""
    manifest, state = tenant.connection.manifest, tenant.state
    found = existing(target, state)
    proof = compare(manifest, target.profile, state, found)
    return proof, findings(manifest, target.profile, state, found, utc_now())


def try_credential(
    start: Start, given: Given, target: Target, cancel: Cancel, report: Report
) -> tuple[Unsigned, Registration]:
    """Tries a credential that exists, by itself alone; raises what `examine` raises."""
    transport = Transport(trust_anchor=start.cloud.trust_anchor, proxy=system_proxy)
    reach = Unsigned(start.cloud, transport)
    app_sign_in = AppSignIn(start.cloud, given.tenant, transport, cancel)
    return reach, examine(given, target.profile, start.manifest, app_sign_in, reach.graph(cancel, report), report)


def hand_over(
    reach: Reach,
    registration: Registration,
    encryption: Encryption,
    path: Path,
    overwrite: bool,
    notes: str,
    cancel: Cancel,
    report: Report,
) -> Bundle:
    """Writes the bundle; raises what `deliver` raises."""
    return deliver(registration, encryption, path, overwrite, notes, reach.graph(cancel, report), report)


def confirm_stored(reach: Reach, registration: Registration, cancel: Cancel, report: Report) -> None:
    """Tells the tenant that the secret was delivered, by whichever way."""
    settle(reach.graph(cancel, report), registration)


def take_back(reach: Reach, registration: Registration, cancel: Cancel, report: Report) -> bool:
    """Revokes the undelivered secret; False where Microsoft could not be told."""
    return revoke(reach.graph(cancel, report), registration.credentials, registration.manifest, report)
