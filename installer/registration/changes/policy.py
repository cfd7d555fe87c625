"""What a tenant's app management policy can forbid about a credential (Microsoft, appManagementPolicy)."""

from __future__ import annotations

import re
from typing import Final

from installer.errors.base import SetupError
from installer.errors.graph import GraphError
from installer.graph import Graph
from installer.model import CredentialKind

_DURATION: Final = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T.*)?")
"""An ISO 8601 duration; its time of day is ignored."""
_DAYS: Final = (365, 30, 7, 1)
"""Days in its year, month, week and day."""
_RULES: Final = {
    CredentialKind.SECRET: ("passwordCredentials", "passwordLifetime"),
    CredentialKind.CERTIFICATE: ("keyCredentials", "asymmetricKeyLifetime"),
}
"""For each kind, the policy's list that limits its lifetime, and the `restrictionType` of that limit."""


def limits_lifetime(error: GraphError) -> bool:
    """Whether the policy refused the credential for its lifetime."""
    return "InvalidLifetimeAsPerAppPolicy" in error.code or "lifetime exceeds" in error.message


def forbids_kind(error: GraphError) -> bool:
    """Whether the policy allows no credential of this kind at all."""
    return "TypeNotAllowed" in error.code or "Credential type not allowed" in error.message


def wants_authority(error: GraphError) -> bool:
    """Whether the restriction `trustedCertificateAuthority` refused it; Microsoft documents no wording for that."""
    return re.search(r"(?i)certificate.?authorit|trusted.?issuer", f"{error.code} {error.message}") is not None


def longest_lifetime(graph: Graph, kind: CredentialKind) -> int | None:
    """The longest lifetime, in days, that the tenant's default policy allows a credential of this kind.

    None if the account may not read the policy, or it has no such limit. Raises nothing.
    """
    listed, restriction = _RULES[kind]
    try:
        policy = graph.get("/policies/defaultAppManagementPolicy")
        rules = policy.inner("applicationRestrictions").rows(listed)
    except SetupError:
        return None  # the refusal is reported either way: the number only makes its message more precise
    days = [
        _days(str(rule.get("maxLifetime", "")))
        for rule in rules
        if rule.get("restrictionType") == restriction and rule.get("state", "enabled") == "enabled"
    ]
    return min(filter(None, days), default=None)


def _days(duration: str) -> int:
    """Whole days of an ISO 8601 duration such as P180D; 0 for anything else."""
    found = _DURATION.fullmatch(duration)
    return sum(int(part) * days for part, days in zip(found.groups(), _DAYS, strict=True) if part) if found else 0
