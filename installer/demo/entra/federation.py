"""A token of another issuer as the assertion of client_credentials (Microsoft, workload identity federation)."""

from __future__ import annotations

from typing import Any, Final

import jwt

from installer.demo.directory import StoredApplication
from installer.demo.entra.errors import EntraError
from installer.demo.issuer import Issuer

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
