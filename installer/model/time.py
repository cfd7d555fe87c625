"""Times and lifetimes as Microsoft counts and writes them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


def lifetime(months: int) -> timedelta:
    """A number of months in days, as Microsoft's portal counts them: 6 → 180, 12 → 365, 18 → 545, 24 → 730."""
    years, rest = divmod(months, 12)
    return timedelta(days=365 * years + 30 * rest)


def utc_now() -> datetime:
    """This computer's time in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def rfc3339(moment: datetime) -> str:
    """The time in UTC with a Z, to the second (RFC 3339), as Microsoft Graph takes it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
