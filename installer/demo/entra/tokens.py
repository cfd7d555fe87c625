"""Tokens as Entra makes them: v1 access tokens for Microsoft Graph, v2 id tokens, both RS256 (claims: Microsoft, access
and id token claims reference)."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from collections.abc import Mapping
from typing import Any, Final

import jwt

from installer.demo.backend import Backend
from installer.demo.certificates import signing_key
from installer.demo.directory import StoredApplication, StoredServicePrincipal
from installer.demo.entra.clients import PublicClient
from installer.demo.entra.metadata import KEY_ID
from installer.demo.people import User
from installer.demo.permissions import GRAPH_SP_ID, ROLE_NAMES
from installer.demo.replication import Spread
from installer.demo.resources import Json

TOKEN_LIFE: Final = 3599
BACKDATED: Final = 300
"""Seconds by which a token's `iat` is earlier than its creation (reported in keycloakify/oidc-spa#162)."""
_APP_ROLE_TEMPLATE: Final = "0997a1d0-0d1d-4acb-b408-d5ca73121e90"
"""What app-only tokens usually have in wids."""
_EVERY_USER: Final = "b79fbf4d-3ef9-4689-8143-76b194e85509"
"""The template id that every member's wids contain."""


def user_token(backend: Backend, client: PublicClient, user: User, permissions: frozenset[str]) -> str:
    """A delegated access token for Microsoft Graph."""
    claims = _common(backend, user.tenant_id, client.app_id, client.name)
    return _for_graph(
        backend,
        claims
        | {
            "acr": "1",
            "amr": ["pwd", "mfa"],
            "appidacr": "0",
            "family_name": user.surname,
            "given_name": user.given_name,
            "idtyp": "user",
            "name": user.name,
            "oid": user.id,
            "scp": " ".join(sorted(permissions)),
            "sub": _pairwise(user.id, GRAPH_SP_ID),
            "unique_name": user.username,
            "upn": user.username,
            "wids": [*(role.template_id for role in user.roles), _EVERY_USER],
        },
    )


def app_token(
    backend: Backend,
    application: StoredApplication,
    principal: StoredServicePrincipal,
    server: int,
    *,
    by_certificate: bool,
) -> str:
    """An app-only access token with the app roles that have reached this server of the token service by now."""
    now, lag = backend.now(), backend.scenario.lag.of(Spread.APP_ROLE, server)
    roles = sorted(
        ROLE_NAMES[assignment.resource["appRoleId"]]
        for assignment in backend.directory.assignments_of(principal.id)
        if assignment.resource["resourceId"] == GRAPH_SP_ID and now >= assignment.spread.over + lag
    )
    claims = _common(backend, backend.directory.tenant_id, application.app_id, application.resource["displayName"])
    claims |= {"appidacr": "2" if by_certificate else "1", "idtyp": "app", "oid": principal.id, "sub": principal.id}
    if roles:
        claims["roles"] = roles
    return _for_graph(backend, claims | {"wids": [_APP_ROLE_TEMPLATE]})


def id_token(backend: Backend, client: PublicClient, user: User, nonce: str | None) -> str:
    """An ID token (v2.0) for the client, with its nonce if it sent one."""
    now = int(backend.now())
    claims: Json = {
        "aud": client.app_id,
        "iss": f"{backend.authority}/{user.tenant_id}/v2.0",
        "iat": now - BACKDATED,
        "nbf": now - BACKDATED,
        "exp": now + TOKEN_LIFE,
        "name": user.name,
        "oid": user.id,
        "preferred_username": user.username,
        "rh": secrets.token_urlsafe(24),
        "sub": _pairwise(user.id, client.app_id),
        "tid": user.tenant_id,
        "uti": secrets.token_urlsafe(16),
        "ver": "2.0",
    }
    if nonce is not None:
        claims["nonce"] = nonce
    return _signed(backend, claims)


def client_info(user: User) -> str:
    """base64url of the user's object and tenant ids, by which MSAL identifies accounts."""
    text = json.dumps({"uid": user.id, "utid": user.tenant_id}, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode("ascii").rstrip("=")


def _common(backend: Backend, tenant: str, app_id: str, app_name: str) -> Json:
    now = int(backend.now())
    issuer = f"https://sts.windows.net/{tenant}/"
    return {
        "aud": backend.graph,
        "iss": issuer,
        "iat": now - BACKDATED,
        "nbf": now - BACKDATED,
        "exp": now + TOKEN_LIFE,
        "aio": secrets.token_urlsafe(32),
        "app_displayname": app_name,
        "appid": app_id,
        "idp": issuer,
        "rh": secrets.token_urlsafe(24),
        "tenant_region_scope": "EU",
        "tid": tenant,
        "uti": secrets.token_urlsafe(16),
        "ver": "1.0",
        "xms_tcdt": 1557822600,
    }


def _for_graph(backend: Backend, claims: Mapping[str, Any]) -> str:
    """An access token; not readable as a JWT if the scenario makes tokens opaque (Microsoft, access tokens)."""
    token = _signed(backend, claims)
    if backend.scenario.opaque_tokens:
        token = base64.urlsafe_b64encode(token.encode()).decode("ascii")
        backend.canaries.note(token)
    return token


def _signed(backend: Backend, claims: Mapping[str, Any]) -> str:
    token = jwt.encode(dict(claims), signing_key(), algorithm="RS256", headers={"kid": KEY_ID, "x5t": KEY_ID})
    backend.canaries.note(token)
    return token


def _pairwise(object_id: str, audience: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(f"{object_id}{audience}".encode()).digest()).decode().rstrip("=")
