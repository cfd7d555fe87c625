"""The reminder to renew the credential, as an iCalendar file (RFC 5545) for Outlook and others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Final

from installer import __version__
from installer.foreign import visible
from installer.model import SOON
from installer.report.receipt import Receipt
from installer.texts import language, long_date, translate

_LONGEST: Final = 75
"""Octets in a line, without its line break (RFC 5545 §3.1)."""


def to_ics(receipt: Receipt) -> str:
    """A whole-day event 30 days before the credential expires, or half-way if it is valid for less than 60 days.

    Lines end in CRLF. Importing it again replaces the event. Raises `AssertionError` for a receipt without a
    credential that expires.
    """
    credential, application, end = receipt.outcome.credential, receipt.outcome.application, receipt.end
    if credential is None or application is None or end is None:
        raise AssertionError("only a result with a credential has an end to remind of")
    moment = receipt.occasion.moment
    day = (end - min(SOON, (end - moment) / 2)).astimezone().date()
    summary = translate("Receipt", "Renew the credential of the GLIMPS connector ({organization})").format(
        organization=receipt.occasion.organization.name
    )
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//GLIMPS//GLIMPS ODSP Setup {__version__}//{language().upper()}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{re.sub(r'[^A-Za-z0-9-]', '', credential.key_id)}@glimps-odsp-setup",
        f"DTSTAMP:{_utc(moment)}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY;LANGUAGE={language()}:{_text(visible(summary))}",
        f"DESCRIPTION;LANGUAGE={language()}:{_text(_description(receipt, end))}",
        "CLASS:PUBLIC",
        "TRANSP:TRANSPARENT",
        "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_text(visible(summary))}",
        "TRIGGER:-PT15H",  # 9:00 on the day before: Outlook supports no alarm after the start
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def reminder_name(receipt: Receipt) -> str:
    """The reminder's file name, with the tenant's domain, in the language in use."""
    plain = re.sub(r"[^a-z0-9.-]+", "-", receipt.occasion.organization.domain.lower()).strip(".-")[:100]
    reminder = translate("Receipt", "reminder")
    return f"glimps-odsp-{plain or 'tenant'}-{reminder}.ics"


def _description(receipt: Receipt, end: datetime) -> str:
    application, credential = receipt.outcome.application, receipt.outcome.credential
    assert application is not None
    assert credential is not None
    lines = [
        translate(
            "Receipt", "The credential of “{name}” expires on {day}. The connector will stop working then."
        ).format(name=application.name, day=long_date(end)),
        translate("Receipt", "To renew it: {command}").format(command=receipt.command("renew")),
        "",
        translate("Receipt", "Directory (tenant) ID: {id}").format(id=receipt.occasion.organization.id),
        translate("Receipt", "Application (client) ID: {id}").format(id=application.client_id),
        translate("Receipt", "Key ID: {id}").format(id=credential.key_id),
    ]
    return "\n".join(map(visible, lines))


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _text(value: str) -> str:
    """The string as a TEXT value (RFC 5545 §3.3.11)."""
    return re.sub(r"([\\;,])", r"\\\1", value).replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """The line in parts of at most 75 octets, without splitting a character; all but the first begin with a space."""
    part, size = "", 0
    for character in line:
        width = len(character.encode())
        if size + width > _LONGEST:
            yield part
            part, size = " ", 1
        part, size = part + character, size + width
    yield part
