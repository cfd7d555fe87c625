"""Moments and lifetimes as Microsoft counts and writes them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


def lifetime(months: int) -> timedelta:
    """The days that Microsoft's portal counts for so many months: 6 → 180, 12 → 365, 18 → 545, 24 → 730."""
    years, rest = divmod(months, 12)
    return timedelta(days=365 * years + 30 * rest)


def utc_now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def rfc3339(moment: datetime) -> str:
    """The moment in UTC with a Z, to the second (RFC 3339), as Microsoft Graph takes it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
