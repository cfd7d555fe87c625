"""What a tenant's app management policy may forbid of a credential (Microsoft, appManagementPolicy)."""

from __future__ import annotations

import re
from typing import Final

from installer.errors.base import SetupError
from installer.errors.graph import GraphError
from installer.graph import Graph
from installer.model import CredentialKind

_DURATION: Final = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T.*)?")
"""A duration of ISO 8601."""
_DAYS: Final = (365, 30, 7, 1)
"""Days of its year, month, week and day."""
_RULES: Final = {
    CredentialKind.SECRET: ("passwordCredentials", "passwordLifetime"),
    CredentialKind.CERTIFICATE: ("keyCredentials", "asymmetricKeyLifetime"),
}
"""The list that a kind's lifetime stands in, and the type of that restriction."""


def limits_lifetime(error: GraphError) -> bool:
    """Whether it is the credential's lifetime that the policy refuses."""
    return "InvalidLifetimeAsPerAppPolicy" in error.code or "lifetime exceeds" in error.message


def forbids_kind(error: GraphError) -> bool:
    """Whether the policy allows no credential of that kind at all."""
    return "TypeNotAllowed" in error.code or "Credential type not allowed" in error.message


def wants_authority(error: GraphError) -> bool:
    """Whether the policy `trustedCertificateAuthority` refuses it; how it does is not documented."""
    return re.search(r"(?i)certificate.?authorit|trusted.?issuer", f"{error.code} {error.message}") is not None


def longest_lifetime(graph: Graph, kind: CredentialKind) -> int | None:
    """The most days that the tenant's default policy allows a credential of that kind.

    None where it may not be read or does not say.
    """
    listed, restriction = _RULES[kind]
    try:
        policy = graph.get("/policies/defaultAppManagementPolicy")
        rules = policy.inner("applicationRestrictions").rows(listed)
    except SetupError:
        return None  # the refusal that led here is reported either way; this only makes its sentence more precise
    days = [
        _days(str(rule.get("maxLifetime", "")))
        for rule in rules
        if rule.get("restrictionType") == restriction and rule.get("state", "enabled") == "enabled"
    ]
    return min(filter(None, days), default=None)


def _days(duration: str) -> int:
    """Whole days of an ISO 8601 duration such as P180D; 0 for what is none."""
    found = _DURATION.fullmatch(duration)
    return sum(int(part) * days for part, days in zip(found.groups(), _DAYS, strict=True) if part) if found else 0
