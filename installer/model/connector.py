"""How the connector signs in where its secret never comes here: its own certificate, or a federation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

TOKEN_AUDIENCE: Final = "api://AzureADTokenExchange"  # a name, no secret
"""The audience of tokens that are exchanged in the global cloud (Microsoft, federatedIdentityCredential)."""


class Rotation(StrEnum):
    """Who exchanges a certificate before it ends: GLIMPS's connector by itself, or this program's `renew --key`."""

    CONNECTOR = "connector"
    OURS = "ours"


@dataclass(frozen=True, slots=True)
class PublicCertificate:
    """A certificate without its private key, which stays where the connector runs.

    The thumbprints are upper-case hexadecimal.
    """

    pem: str
    der: str
    """The certificate again, in base64 of its DER, as Microsoft Graph takes it."""
    subject: str
    begins: datetime
    expires: datetime
    thumbprint_sha1: str
    thumbprint_sha256: str
    authority: bool = False
    """Whether it says of itself that it may sign other certificates, as `openssl req -x509` writes by default."""
    weak_signature: bool = False
    """Whether it is signed with SHA-1 or MD5."""


@dataclass(frozen=True, slots=True)
class Federation:
    """Whose tokens Microsoft exchanges for its own: all three are compared byte for byte with the token's claims."""

    issuer: str
    subject: str
    audience: str = TOKEN_AUDIENCE
