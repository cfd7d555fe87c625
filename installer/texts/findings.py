"""The lines of a comparison in words: what was expected, and what was found."""

from __future__ import annotations

from installer.events import Finding, Thing, Verdict
from installer.texts.language import long_date, translate


def finding_title(finding: Finding) -> str:
    """What the line is about, with its name."""
    match finding.thing:
        case Thing.APPLICATION:
            return translate("Findings", "App registration “{name}”").format(name=finding.subject)
        case Thing.SERVICE_PRINCIPAL:
            return translate("Findings", "Enterprise application (service principal)")
        case Thing.TOKEN:
            return translate("Findings", "Access token")
        case Thing.PERMISSION:
            return finding.subject
        case Thing.DELEGATED:
            return translate("Findings", "{name} (delegated)").format(name=finding.subject)
        case Thing.CERTIFICATE:
            return translate("Findings", "Certificate {key_id}").format(key_id=finding.subject)
        case Thing.SECRET if finding.subject:
            return translate("Findings", "Client secret {key_id}").format(key_id=finding.subject)
    return translate("Findings", "Client secret or certificate")


def verdict_words(finding: Finding) -> str:
    """How it stands, and what that means."""
    match finding.verdict:
        case Verdict.IN_PLACE if finding.end:
            return translate("Findings", "valid until {date}").format(date=long_date(finding.end))
        case Verdict.IN_PLACE if finding.thing is Thing.TOKEN:
            return translate("Findings", "obtained")
        case Verdict.IN_PLACE if finding.thing is Thing.PERMISSION:
            return translate("Findings", "granted")
        case Verdict.IN_PLACE:
            return translate("Findings", "in place")
        case Verdict.MISSING:
            return translate("Findings", "missing")
        case Verdict.REFUSED:
            return translate("Findings", "granted, but the trial read was refused")
        case Verdict.EXTRA:
            return translate("Findings", "not needed by GLIMPS")
        case Verdict.TOLERATED:
            return translate("Findings", "not needed, does no harm")
        case Verdict.ENDS_SOON if finding.end:
            return translate("Findings", "ends soon, on {date}").format(date=long_date(finding.end))
        case Verdict.ENDED if finding.end:
            return translate("Findings", "ended on {date}").format(date=long_date(finding.end))
    return ""
