"""The bearer token of a request: read, checked, turned into a caller."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from installer.demo.backend import Backend
from installer.demo.certificates import signing_key
from installer.demo.graph.access import Caller
from installer.demo.graph.answers import Refusal, unauthorized
from installer.demo.people import ACCOUNTS, ROLES

_CLOCK_SKEW = 300


@cache
def _public_key() -> RSAPublicKey:
    return signing_key().public_key()


def read_caller(backend: Backend, headers: Mapping[str, str]) -> Caller:
    """Raises the 401 of a token that is missing, forged, out of its time, or meant for another API or tenant."""
    scheme, _, token = headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise unauthorized("Access token is empty.", backend.authority)
    backend.canaries.note(token)
    try:
        claims = jwt.decode(
            token,
            _public_key(),
            algorithms=["RS256"],
            options={"verify_exp": False, "verify_nbf": False, "verify_iat": False, "verify_aud": False},
        )
    except jwt.InvalidTokenError as error:
        raise unauthorized("CompactToken parsing failed with error code: 80049217", backend.authority) from error
    now = backend.now()
    if claims.get("aud") != backend.graph or claims.get("tid") != backend.directory.tenant_id:
        raise unauthorized("Access token validation failure. Invalid audience.", backend.authority)
    if now >= claims["exp"] or now < claims["nbf"] - _CLOCK_SKEW:
        raise expired(backend)
    if claims["idtyp"] == "app":
        return Caller(claims["appid"], claims["oid"], frozenset(claims.get("roles", ())), None)
    user = next(user for user in ACCOUNTS if user.id == claims["oid"])
    user = replace(user, roles=tuple(role for role in ROLES if role.template_id in claims["wids"]))
    return Caller(claims["appid"], user.id, frozenset(claims["scp"].split()), user)


def expired(backend: Backend) -> Refusal:
    return unauthorized("Lifetime validation failed, the token is expired.", backend.authority)


def challenged(backend: Backend) -> Refusal:
    """Continuous access evaluation asks for a token made after this moment."""
    value = str(int(backend.now()))
    return unauthorized(
        "Continuous access evaluation resulted in claims challenge with result: InteractionRequired and code: "
        "TokenCreatedWithOutdatedPolicies",
        backend.authority,
        {"access_token": {"nbf": {"essential": True, "value": value}}},
    )
