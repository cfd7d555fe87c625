"""A federation: a small token issuer, like that of a Kubernetes cluster, and Entra's check of its tokens.

The tokens are the assertion of client_credentials (Microsoft, workload identity federation).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey, generate_private_key

from installer.demo.certificates import once
from installer.demo.directory import StoredApplication
from installer.demo.entra.errors import EntraError

_CLOCK_SKEW: Final = 300.0


def issuer_of(assertion: str) -> str:
    """The issuer in an assertion that is not verified yet. Raises EntraError."""
    try:
        claims: dict[str, Any] = jwt.decode(assertion, options={"verify_signature": False})
    except jwt.InvalidTokenError as error:
        raise EntraError("invalid_client", 50027, "JWT token is invalid or malformed.", 401) from error
    return str(claims.get("iss", ""))


def check_federation(application: StoredApplication, assertion: str, issuer: Issuer, now: float) -> None:
    """Raises EntraError unless issuer, subject and audience are exactly those of one federated credential."""
    claims: dict[str, Any] = jwt.decode(assertion, options={"verify_signature": False})
    told = str(claims.get("iss", ""))
    fitting = [one for one in application.federated if one["issuer"] == told]
    if not fitting:
        raise _no_match(700211, f"issuer '{told}'")
    subject = str(claims.get("sub", ""))
    by_subject = [one for one in fitting if one["subject"] == subject]
    if not by_subject:
        if any(one["subject"].lower() == subject.lower() for one in fitting):
            raise _no_match(
                7002138,
                f"subject '{subject}'. The subject matches with case-insensitive comparison, but not with "
                "case-sensitive comparison",
            )
        raise _no_match(700213, f"subject '{subject}'")
    audience = claims.get("aud")
    named = audience if isinstance(audience, list) else [audience]
    if not any(set(one["audiences"]) & set(named) for one in by_subject):
        raise _no_match(700212, f"audience '{audience}'")
    if told != issuer.url:
        raise EntraError("invalid_request", 50166, f"Request to External OIDC endpoint failed: '{told}'.")
    try:
        jwt.decode(
            assertion,
            issuer.public_key,
            algorithms=["RS256"],
            options={"verify_exp": False, "verify_nbf": False, "verify_iat": False, "verify_aud": False},
        )
    except jwt.InvalidTokenError as error:
        raise EntraError(
            "invalid_client", 5013, "Assertion failed signature validation. [Reason - The key was not found.]", 401
        ) from error
    if not now - _CLOCK_SKEW < float(claims.get("exp", 0)):
        raise EntraError("invalid_client", 700024, "Client assertion is not within its valid time range.", 401)


def _no_match(number: int, what: str) -> EntraError:
    """The refusal in the service's own words (Azure/login#379, #515; azure-workload-identity#1200)."""
    message = (
        f"No matching federated identity record found for presented assertion {what}. Check your federated identity "
        "credential Subject, Audience and Issuer against the presented assertion."
    )
    return EntraError("invalid_request", number, message)


_LIFE = 600


@dataclass(frozen=True, slots=True)
class Issuer:
    """`url` is its `iss`, compared byte for byte; `now` is the tenant's clock, in seconds since 1970."""

    url: str = "https://issuer.embedded.example/cluster/"
    now: Callable[[], float] = time.time

    def token(self, subject: str, audience: str = "api://AzureADTokenExchange") -> str:
        """A token for this workload, signed with RS256."""
        now = int(self.now())
        claims = {"iss": self.url, "sub": subject, "aud": audience, "iat": now, "nbf": now, "exp": now + _LIFE}
        return jwt.encode(claims, issuer_key(), algorithm="RS256", headers={"kid": "embedded-issuer"})

    @property
    def public_key(self) -> RSAPublicKey:
        """The key that Entra would find through the issuer's discovery document."""
        return issuer_key().public_key()


@once
def issuer_key() -> RSAPrivateKey:
    """The issuer's key, made once per process so that many tenants in one test run start quickly."""
    return generate_private_key(public_exponent=65537, key_size=2048)
