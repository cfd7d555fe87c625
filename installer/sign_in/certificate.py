"""Makes a key pair and a certificate for the application, and signs proofs that a key is held."""

from __future__ import annotations

import base64
from datetime import datetime, timedelta
from typing import Final
from uuid import uuid4

import jwt
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from installer.model import Certificate, Secret

RSA_BITS: Final = 3072
CLOCK_MARGIN: Final = timedelta(minutes=5)
"""How much earlier the certificate becomes valid, for clocks that are slightly behind."""
AUDIENCES: Final = ("00000002-0000-0000-c000-000000000000", "00000003-0000-0000-c000-000000000000")
"""Azure AD Graph as documented, and Microsoft Graph, which is reported to be wanted at times."""
PROOF_SECONDS: Final = 600
"""The longest that a proof may hold."""
_EARLIER: Final = 60
"""Seconds by which it begins earlier, for clocks that are a little behind."""


def make_certificate(name: str, begins: datetime, expires: datetime) -> Certificate:
    """A self-signed certificate with a new key: RSA 3072, since Entra refuses elliptic curves; SHA-256; for signing.

    `name` becomes its common name. It is valid from `begins` less `CLOCK_MARGIN` until `expires`. Its `key_id` is new.
    """
    key = rsa.generate_private_key(public_exponent=65537, key_size=RSA_BITS)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    usages = dict.fromkeys(
        ("content_commitment", "key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign", "crl_sign"),
        False,
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins - CLOCK_MARGIN)
        .not_valid_after(expires)
        .add_extension(
            x509.KeyUsage(digital_signature=True, encipher_only=False, decipher_only=False, **usages), critical=True
        )
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH]), critical=False)
        .sign(key, hashes.SHA256())
    )
    plain = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return Certificate(
        pem=certificate.public_bytes(serialization.Encoding.PEM).decode(),
        der=base64.b64encode(certificate.public_bytes(serialization.Encoding.DER)).decode(),
        private_key=Secret(plain.decode()),
        key_id=str(uuid4()),
        expires=expires,
        thumbprint_sha1=certificate.fingerprint(hashes.SHA1()).hex().upper(),  # noqa: S303  # a name, not a protection
        thumbprint_sha256=certificate.fingerprint(hashes.SHA256()).hex().upper(),
    )


def proof_of_possession(key: Certificate, object_id: str, audience: str, now: float) -> str:
    """A JWT signed with the key; `object_id` is the app registration's, `now` Microsoft's time since 1970.

    Its thumbprint has no padding: a “=” has the proof refused.
    """
    begins = int(now) - _EARLIER
    thumbprint = base64.urlsafe_b64encode(bytes.fromhex(key.thumbprint_sha1)).decode().rstrip("=")
    claims = {"aud": audience, "iss": object_id, "nbf": begins, "exp": begins + PROOF_SECONDS}
    headers = {"x5t": thumbprint, "kid": key.thumbprint_sha1}
    return jwt.encode(claims, key.private_key.reveal(), algorithm="RS256", headers=headers)
