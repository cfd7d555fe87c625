"""The reminder, read by a calendar library where one is there, and by the letter of RFC 5545 everywhere."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from installer.events import CredentialFacts
from installer.model import CredentialKind, Language, Organization, rfc3339
from installer.report import Receipt, reminder_name, result_receipt, to_ics
from installer.texts import use
from tests.report.samples import CLIENT_ID, FACTS, KEY_ID, MOMENT, OUTCOME, TENANT_ID, occasion, samples, setup_plan

HOSTILE = "Ünï;codé, \\Co\r\nBEGIN:VEVENT\x07\u202e 株式会社" * 3


def receipt(days: int = 365, organization: str = "Contoso SA", moment: datetime = MOMENT) -> Receipt:
    facts = CredentialFacts(CredentialKind.SECRET, KEY_ID, rfc3339(moment + timedelta(days=days)))
    where = replace(occasion(Organization(TENANT_ID, organization, "contoso.onmicrosoft.com")), moment=moment)
    return result_receipt(where, setup_plan(), replace(OUTCOME, credential=facts))


def properties(ics: str) -> dict[str, str]:
    """The first of each property, unfolded, without its parameters."""
    lines = ics.replace("\r\n ", "").split("\r\n")
    return {re.split("[;:]", line)[0]: line.partition(":")[2] for line in reversed(lines) if line}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("organization", ["Contoso SA", HOSTILE], ids=["plain", "hostile"])
def test_a_calendar_library_reads_one_whole_day_with_an_alarm(language: Language, organization: str) -> None:
    icalendar = pytest.importorskip("icalendar", reason="the calendar library is not installed")
    use(language)
    calendar = icalendar.Calendar.from_ical(to_ics(receipt(organization=organization)).encode())
    assert calendar["VERSION"] == "2.0"
    (event,) = calendar.walk("VEVENT")
    assert event.errors == []
    assert event.decoded("DTSTART") == date(2027, 10, 25)
    assert event.decoded("DTEND") == date(2027, 10, 26)
    assert event.decoded("DTSTAMP") == MOMENT
    assert str(event["UID"]).startswith(KEY_ID)
    assert CLIENT_ID in str(event["DESCRIPTION"])
    assert "\n" not in str(event["SUMMARY"])
    if organization == HOSTILE:
        assert "Ünï;codé, \\Co\\u000d\\u000aBEGIN:VEVENT\\u0007\\u202e 株式会社" in str(event["SUMMARY"])
    (alarm,) = event.walk("VALARM")
    assert alarm["ACTION"] == "DISPLAY"
    assert timedelta(days=-1) < alarm.decoded("TRIGGER") < timedelta(), "Outlook takes no alarm after the start"


@pytest.mark.parametrize("language", Language)
def test_lines_end_in_crlf_and_hold_at_most_75_octets(language: Language) -> None:
    use(language)
    ics = to_ics(receipt(organization=HOSTILE))
    lines = ics.encode().split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert max(map(len, lines)) <= 75
    assert not re.search(rb"[\x00-\x08\x0a-\x1f]", b"".join(lines)), "no other line end, no control character"
    for line in lines:
        line.decode()  # no character is torn
    assert lines.count(b"BEGIN:VEVENT") == 1


@pytest.mark.parametrize(("days", "before"), [(730, 30), (365, 30), (60, 30), (30, 15), (2, 1)])
def test_it_comes_30_days_before_the_end_or_half_way_to_a_near_one(days: int, before: int) -> None:
    start = properties(to_ics(receipt(days)))["DTSTART"]
    assert start == f"{MOMENT + timedelta(days=days - before):%Y%m%d}"


def test_the_same_credential_is_the_same_event_whenever_it_is_saved() -> None:
    paris = MOMENT.astimezone(timezone(timedelta(hours=1)))
    first, later = (properties(to_ics(receipt(moment=moment))) for moment in (paris, MOMENT + timedelta(hours=1)))
    assert first["UID"] == later["UID"]
    assert first["DTSTAMP"] == "20261124T093000Z"
    assert later["DTSTAMP"] == "20261124T103000Z"


def test_only_a_credential_has_an_end() -> None:
    with pytest.raises(AssertionError):
        to_ics(samples()["plan"])


def test_the_moment_of_a_receipt_has_an_offset() -> None:
    with pytest.raises(ValueError, match="offset"):
        replace(occasion(), moment=datetime(2026, 11, 24))  # noqa: DTZ001


def test_the_file_is_named_after_the_tenant() -> None:
    assert reminder_name(receipt()) == "glimps-odsp-contoso.onmicrosoft.com-reminder.ics"
    assert datetime.fromisoformat(FACTS.expires or "").tzinfo == UTC
