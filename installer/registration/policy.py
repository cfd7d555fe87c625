"""What the tenant's application management policy forbids, and what it allows (Microsoft, appManagementPolicy)."""

from __future__ import annotations

import re
from typing import Final

from installer.errors.base import SetupError
from installer.errors.work import GraphError
from installer.graph import Graph

_DURATION: Final = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T.*)?")
_DAYS: Final = (365, 30, 7, 1)


def limits_lifetime(error: GraphError) -> bool:
    """Whether it is the credential's lifetime that the policy refuses."""
    return "InvalidLifetimeAsPerAppPolicy" in error.code or "lifetime exceeds" in error.message


def forbids_kind(error: GraphError) -> bool:
    """Whether the policy allows no credential of that kind at all."""
    return "TypeNotAllowed" in error.code or "Credential type not allowed" in error.message


def longest_lifetime(graph: Graph) -> int | None:
    """The most days that the tenant's default policy allows; None where it may not be read or does not say."""
    try:
        policy = graph.get("/policies/defaultAppManagementPolicy")
        rules = policy.inner("applicationRestrictions").rows("passwordCredentials")
    except SetupError:
        return None  # the refusal that led here is told either way; this only makes its sentence more precise
    days = [
        _days(str(rule.get("maxLifetime", "")))
        for rule in rules
        if rule.get("restrictionType") == "passwordLifetime" and rule.get("state", "enabled") == "enabled"
    ]
    return min(filter(None, days), default=None)


def _days(duration: str) -> int:
    """Whole days of an ISO 8601 duration such as P180D; 0 for what is none."""
    found = _DURATION.fullmatch(duration)
    return sum(int(part) * days for part, days in zip(found.groups(), _DAYS, strict=True) if part) if found else 0
