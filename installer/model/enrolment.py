"""What GLIMPS fills in for a customer beforehand: how the connector signs in, and who may open the file."""

from __future__ import annotations

from dataclasses import dataclass

from installer.model.choices import CredentialKind
from installer.model.connector import PublicCertificate


@dataclass(frozen=True, slots=True)
class EnrolledRecipient:
    """An age public key, with the fingerprint that two people compare."""

    key: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Enrolment:
    """An enrolment file. It names no host that this program contacts and no permission beyond the manifest's profiles.

    What it does not say is None; `audience` is then the cloud's.
    """

    path: str
    mode: CredentialKind
    certificate: PublicCertificate | None = None
    issuer: str | None = None
    subject: str | None = None
    audience: str | None = None
    recipient: EnrolledRecipient | None = None
    profile: str | None = None
    tenant: str | None = None
    client: str | None = None
    """The connector's name for this tenant."""
