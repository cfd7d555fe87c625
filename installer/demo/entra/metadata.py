"""Discovery documents: which tenants exist and where their endpoints are (fields as in recorded traffic)."""

from __future__ import annotations

from typing import Final

from jwt.algorithms import RSAAlgorithm

from installer.demo.backend import Backend
from installer.demo.certificates import signing_key
from installer.demo.entra.errors import unknown_tenant
from installer.demo.people import CONTOSO_TENANT_ID, DOMAIN, FABRIKAM_TENANT_ID
from installer.demo.resources import Json

KEY_ID: Final = "embedded-tenant-signing-key"
SHARED_TENANTS: Final = frozenset({"organizations", "common"})
_TENANTS: Final = {
    CONTOSO_TENANT_ID: CONTOSO_TENANT_ID,
    DOMAIN: CONTOSO_TENANT_ID,
    FABRIKAM_TENANT_ID: FABRIKAM_TENANT_ID,
    "fabrikam.onmicrosoft.com": FABRIKAM_TENANT_ID,
}


def tenant_id(name: str) -> str | None:
    """The tenant id for an id or domain in a path; None for organizations and common. Raises EntraError."""
    if name.lower() in SHARED_TENANTS:
        return None
    found = _TENANTS.get(name.lower())
    if found is None:
        raise unknown_tenant(name)
    return found


def openid_configuration(backend: Backend, tenant: str) -> Json:
    """The discovery document; for organizations and common, its issuer has a literal {tenantid}, its region is null."""
    known = tenant_id(tenant)
    segment = known or tenant.lower()
    base = f"{backend.authority}/{segment}"
    host = backend.authority.removeprefix("https://")
    graph_host = backend.graph.removeprefix("https://")
    return {
        "token_endpoint": f"{base}/oauth2/v2.0/token",
        "token_endpoint_auth_methods_supported": ["client_secret_post", "private_key_jwt", "client_secret_basic"],
        "jwks_uri": f"{base}/discovery/v2.0/keys",
        "response_modes_supported": ["query", "fragment", "form_post"],
        "subject_types_supported": ["pairwise"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "response_types_supported": ["code", "id_token", "code id_token", "id_token token"],
        "scopes_supported": ["openid", "profile", "email", "offline_access"],
        "issuer": f"{backend.authority}/{known or '{tenantid}'}/v2.0",
        "request_uri_parameter_supported": False,
        "userinfo_endpoint": f"{backend.graph}/oidc/userinfo",
        "authorization_endpoint": f"{backend.pages}/{segment}/oauth2/v2.0/authorize",
        "device_authorization_endpoint": f"{base}/oauth2/v2.0/devicecode",
        "http_logout_supported": True,
        "frontchannel_logout_supported": True,
        "end_session_endpoint": f"{backend.pages}/{segment}/oauth2/v2.0/logout",
        "claims_supported": [
            "sub",
            "iss",
            "cloud_instance_name",
            "cloud_instance_host_name",
            "cloud_graph_host_name",
            "msgraph_host",
            "aud",
            "exp",
            "iat",
            "auth_time",
            "acr",
            "nonce",
            "preferred_username",
            "name",
            "tid",
            "ver",
            "at_hash",
            "c_hash",
            "email",
        ],
        "kerberos_endpoint": f"{base}/kerberos",
        "tenant_region_scope": "EU" if known else None,
        "cloud_instance_name": host,
        "cloud_graph_host_name": graph_host,
        "msgraph_host": graph_host,
        "rbac_url": f"{backend.authority}/rbac",
    }


def instance_discovery(backend: Backend) -> Json:
    """The answer of the discovery endpoint that says which hosts belong to the cloud."""
    host = backend.authority.removeprefix("https://")
    return {
        "tenant_discovery_endpoint": f"{backend.authority}/{CONTOSO_TENANT_ID}/v2.0/.well-known/openid-configuration",
        "api-version": "1.1",
        "metadata": [{"preferred_network": host, "preferred_cache": host, "aliases": [host]}],
    }


def signing_keys() -> Json:
    """The JWKS that verifies every token."""
    key: Json = RSAAlgorithm.to_jwk(signing_key().public_key(), as_dict=True)
    return {"keys": [{**key, "use": "sig", "kid": KEY_ID, "alg": "RS256"}]}
