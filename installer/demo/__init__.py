"""The embedded tenant: a small but faithful Entra and Microsoft Graph on loopback, for rehearsals and tests.

with Tenant(SCENARIOS["clean"]) as tenant:
    ...  # tenant.cloud says where it is; Administrator(tenant).open(url) signs in where nobody does
"""

from installer.demo.administrator import Administrator
from installer.demo.backend import SECRET_FIELDS, Exchange
from installer.demo.directory import Directory
from installer.demo.entra.federation import Issuer
from installer.demo.entra.pages import SHOWN
from installer.demo.faults import (
    BadGateway,
    ClaimsChallenge,
    ExpiredToken,
    Faults,
    Hang,
    Reply,
    ResetAfter,
    ResetBefore,
    Rewritten,
    Rule,
    Status,
    Truncated,
)
from installer.demo.people import User
from installer.demo.replication import BRISK, INSTANT, SLOW, Delay, Delays, Lag, Spread, Summary
from installer.demo.scenarios import CLEAN, OWN_CLIENT_ID, SCENARIOS, Existing, Scenario, SecretPolicy
from installer.demo.tenant import Tenant

__all__ = [
    "BRISK",
    "CLEAN",
    "INSTANT",
    "OWN_CLIENT_ID",
    "SCENARIOS",
    "SECRET_FIELDS",
    "SHOWN",
    "SLOW",
    "Administrator",
    "BadGateway",
    "ClaimsChallenge",
    "Delay",
    "Delays",
    "Directory",
    "Exchange",
    "Existing",
    "ExpiredToken",
    "Faults",
    "Hang",
    "Issuer",
    "Lag",
    "Reply",
    "ResetAfter",
    "ResetBefore",
    "Rewritten",
    "Rule",
    "Scenario",
    "SecretPolicy",
    "Spread",
    "Status",
    "Summary",
    "Tenant",
    "Truncated",
    "User",
]
