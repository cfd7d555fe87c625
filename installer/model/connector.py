"""How the connector signs in if this program never has its secret: with its own certificate, or a federation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

TOKEN_AUDIENCE: Final = "api://AzureADTokenExchange"  # a name, no secret
"""The audience of tokens that the global cloud accepts in exchange (Microsoft, federatedIdentityCredential)."""


class Rotation(StrEnum):
    """Who replaces a certificate before it expires: GLIMPS's connector by itself, or this program's `renew --key`."""

    CONNECTOR = "connector"
    OURS = "ours"


@dataclass(frozen=True, slots=True)
class PublicCertificate:
    """A certificate without its private key, which stays where the connector runs.

    The thumbprints are upper-case hexadecimal.
    """

    pem: str
    der: str
    """The same certificate as base64 of its DER encoding, the form that Microsoft Graph takes."""
    subject: str
    begins: datetime
    expires: datetime
    thumbprint_sha1: str
    thumbprint_sha256: str
    authority: bool = False
    """Whether it claims to be a certificate authority, as those of `openssl req -x509` do by default."""
    weak_signature: bool = False
    """Whether it is signed with SHA-1 or MD5."""


@dataclass(frozen=True, slots=True)
class Federation:
    """Whose tokens Microsoft accepts in exchange for its own; it compares all three with the token's claims exactly."""

    issuer: str
    subject: str
    audience: str = TOKEN_AUDIENCE
