"""A small token issuer, like that of a Kubernetes cluster, whose tokens a federation exchanges for Entra's."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey, generate_private_key

from installer.demo.certificates import once

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
