"""A client that proves itself with a certificate: a JWT it signed with the key of one it registered (RFC 7523;
Microsoft, certificate credentials)."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

import jwt
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from installer.demo.directory import StoredApplication
from installer.demo.entra.errors import EntraError

_SKEW = 300.0


def client_of(assertion: str) -> str:
    """The client id an assertion speaks for, not yet believed. Raises EntraError."""
    try:
        claims: dict[str, Any] = jwt.decode(assertion, options={"verify_signature": False})
        return str(claims["sub"])
    except (jwt.InvalidTokenError, KeyError) as error:
        raise EntraError("invalid_client", 50027, "JWT token is invalid or malformed.", 401) from error


def check_assertion(application: StoredApplication, assertion: str, audiences: tuple[str, ...], now: float) -> None:
    """Raises the EntraError that names what is wrong with it."""
    certificate = _certificate(application, jwt.get_unverified_header(assertion))
    key = certificate.public_key()
    if not isinstance(key, RSAPublicKey):
        raise _bad("Only RSA keys are supported.")
    try:
        claims: dict[str, Any] = jwt.decode(
            assertion,
            key,
            algorithms=["PS256", "RS256"],
            options={"verify_exp": False, "verify_nbf": False, "verify_iat": False, "verify_aud": False},
        )
    except jwt.InvalidTokenError as error:
        raise _bad("The key was found, but use of the key to verify the signature failed.") from error
    if not certificate.not_valid_before_utc.timestamp() - _SKEW <= now < certificate.not_valid_after_utc.timestamp():
        raise _bad("The key used is expired.")
    if claims.get("iss") != application.app_id or claims.get("sub") != application.app_id:
        raise EntraError(
            "invalid_client",
            700021,
            "Client assertion application identifier doesn't match 'client_id' parameter.",
            401,
        )
    if claims.get("aud") not in audiences:
        raise EntraError("invalid_client", 700023, "Client assertion audience claim does not match Realm issuer.", 401)
    if not now - _SKEW < float(claims.get("exp", 0)) or now + _SKEW < float(claims.get("nbf", 0)):
        raise EntraError("invalid_client", 700024, "Client assertion is not within its valid time range.", 401)


def _certificate(application: StoredApplication, header: dict[str, Any]) -> x509.Certificate:
    # MSAL pads its thumbprints with "=", others do not; Entra takes both.
    given = {str(header.get(name, "")).rstrip("=") for name in ("x5t", "x5t#S256")}
    for encoded in application.keys.values():
        der = base64.b64decode(encoded)
        sha1 = hashlib.sha1(der).digest()  # noqa: S324  # x5t is SHA-1 by definition (RFC 7515, 4.1.7)
        if given & {_thumbprint(sha1), _thumbprint(hashlib.sha256(der).digest())}:
            return x509.load_der_x509_certificate(der)
    raise _bad("The key was not found.")


def _thumbprint(digest: bytes) -> str:
    return base64.urlsafe_b64encode(digest).decode("ascii").rstrip("=")


def _bad(reason: str) -> EntraError:
    return EntraError(
        "invalid_client", 700027, f"Client assertion failed signature validation. [Reason - {reason}]", 401
    )
