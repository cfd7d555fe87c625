"""The content of an enrolment file in words, shown before anything is written, to be compared with GLIMPS."""

from __future__ import annotations

from dataclasses import dataclass

from installer.model import CredentialKind, Enrolment, Manifest
from installer.texts.language import localized, long_date, translate


@dataclass(frozen=True, slots=True)
class EnrolmentFact:
    """One fact: its name, its value, and whether people should compare it."""

    name: str
    value: str
    compared: bool = False


def enrolment_facts(found: Enrolment, manifest: Manifest | None) -> list[EnrolmentFact]:
    """Everything in the file, in the order in which a person needs it."""
    facts = [EnrolmentFact(translate("Enrolment", "How the connector signs in"), _mode(found.mode))]
    if public := found.certificate:
        facts += [
            EnrolmentFact(translate("Enrolment", "Certificate"), public.subject),
            EnrolmentFact(translate("Enrolment", "Valid until"), long_date(public.expires)),
            EnrolmentFact(translate("Enrolment", "Its fingerprint (SHA-256)"), public.thumbprint_sha256, True),
        ]
    named = (
        (translate("Enrolment", "Issuer"), found.issuer, True),
        (translate("Enrolment", "Subject"), found.subject, True),
        (translate("Enrolment", "Audience"), found.audience, True),
        (translate("Enrolment", "Recipient"), found.recipient and found.recipient.key, False),
        (translate("Enrolment", "Its fingerprint"), found.recipient and found.recipient.fingerprint, True),
        (translate("Enrolment", "Permissions"), _profile(found, manifest), False),
        (translate("Enrolment", "Tenant"), found.tenant, False),
        (translate("Enrolment", "The connector’s name for it"), found.client, False),
    )
    return facts + [EnrolmentFact(name, value, compared) for name, value, compared in named if value]


def enrolment_lines(found: Enrolment, manifest: Manifest | None) -> list[str]:
    """For the console: the file, its content, and what to do with it."""
    colon = translate("Enrolment", "{name}: {value}")
    facts = enrolment_facts(found, manifest)
    lines = [translate("Enrolment", "{path} fills in what the command line does not say:").format(path=found.path)]
    lines += ["  " + colon.format(name=fact.name, value=fact.value) for fact in facts]
    if any(fact.compared for fact in facts):
        lines.append(compare_enrolment())
    return lines


def compare_enrolment() -> str:
    """The request to compare the fingerprints."""
    return translate(
        "Enrolment", "Anybody may have written it: compare this with your GLIMPS contact before you go on."
    )


def _mode(mode: CredentialKind) -> str:
    match mode:
        case CredentialKind.SECRET:
            return translate("Enrolment", "by a client secret")
        case CredentialKind.CERTIFICATE:
            return translate("Enrolment", "by its own certificate")
        case CredentialKind.FEDERATED:
            return translate("Enrolment", "by a federation, without a secret")


def _profile(found: Enrolment, manifest: Manifest | None) -> str:
    profile = manifest.profile(found.profile) if manifest and found.profile else None
    return localized(profile.title) if profile else ""
