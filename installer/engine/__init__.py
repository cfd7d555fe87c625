"""The verbs that the wizard, the console and the tests call; those that take time get a `Cancel` and a `report`.

Importing this package is fast. msal, requests, cryptography and pyrage take most of a second to load, so each verb
imports what it needs when it is called; `load` does it ahead of time. Only this package and `__main__` import heavy
libraries inside functions.
"""

from __future__ import annotations

from installer.engine.bundles import cloud_of, expected_in, given_in, is_sealed, open_bundle, read_identities
from installer.engine.connection import (
    Browser,
    Connection,
    Destination,
    DeviceCode,
    SignInMethod,
    check_connectivity,
    connect,
)
from installer.engine.handover import (
    Handover,
    check_passphrase,
    deliver,
    deliver_or_revoke,
    fingerprint,
    finish_earlier,
    generate_passphrase,
    guide_page,
    occasion,
    parse_recipients,
    read_certificate,
    read_enrolment,
    read_key_of,
    read_key_pair,
    revoke,
    settle,
    spare,
    try_encryption,
)
from installer.engine.health import (
    application_health,
    credential_health,
    health_problem,
    health_warnings,
    refused_health,
)
from installer.engine.recording import open_recording, save_recording
from installer.engine.self_renewal import renew_key
from installer.engine.work import (
    apply,
    await_consent,
    compare,
    examine,
    plan,
    read,
    register,
    require_rights,
    to_keep,
)

__all__ = [
    "Browser",
    "Connection",
    "Destination",
    "DeviceCode",
    "Handover",
    "SignInMethod",
    "application_health",
    "apply",
    "await_consent",
    "check_connectivity",
    "check_passphrase",
    "cloud_of",
    "compare",
    "connect",
    "credential_health",
    "deliver",
    "deliver_or_revoke",
    "examine",
    "expected_in",
    "fingerprint",
    "finish_earlier",
    "generate_passphrase",
    "given_in",
    "guide_page",
    "health_problem",
    "health_warnings",
    "is_sealed",
    "load",
    "occasion",
    "open_bundle",
    "open_recording",
    "parse_recipients",
    "plan",
    "read",
    "read_certificate",
    "read_enrolment",
    "read_identities",
    "read_key_of",
    "read_key_pair",
    "refused_health",
    "register",
    "renew_key",
    "require_rights",
    "revoke",
    "save_recording",
    "settle",
    "spare",
    "to_keep",
    "try_encryption",
]


def load() -> None:
    """Imports every library that a verb may need, so that no later call has to wait for that."""
    import installer.bundle.passphrase
    import installer.delivery
    import installer.guide
    import installer.report
    import installer.system_proxy  # noqa: F401
