"""What GLIMPS prepares for a customer: how the connector signs in, and who can open the bundle."""

from __future__ import annotations

from dataclasses import dataclass

from installer.model.choices import CredentialKind
from installer.model.connector import PublicCertificate


@dataclass(frozen=True, slots=True)
class EnrolledRecipient:
    """An age public key, with the fingerprint for two people to compare."""

    key: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Enrolment:
    """An enrolment file. It cannot name a host that this program contacts, or a permission beyond the profiles.

    What it does not contain is None; `audience` is then the cloud's.
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
