"""Turns Microsoft Graph's rows into the model's types; also the paths and the `$select` fields of the requests.

Names from the tenant are untrusted: their control characters are made visible here (`foreign.visible`).
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from installer.answers import Row
from installer.errors.graph import GraphError
from installer.foreign import visible
from installer.graph import Json
from installer.model import (
    Application,
    CredentialEntry,
    CredentialKind,
    FoundFederation,
    Organization,
    Owner,
    OwnerKind,
    Platform,
    RedirectAddress,
)

APPLICATION_FIELDS: Final = (
    "id,appId,displayName,createdDateTime,uniqueName,tags,requiredResourceAccess,passwordCredentials,keyCredentials,"
    "signInAudience,isFallbackPublicClient,web,spa,publicClient"
)
PRINCIPAL_FIELDS: Final = "id,appId,tags,accountEnabled,passwordCredentials,keyCredentials"
ORGANIZATION_FIELDS: Final = "id,displayName,verifiedDomains"


def application_path(application: Application) -> str:
    """The path of an application by its object id, after `/v1.0`."""
    return f"/applications/{application.object_id}"


def unique_path(unique_name: str) -> str:
    """The path of an application by its alternate key `uniqueName` (Microsoft, application upsert)."""
    return f"/applications(uniqueName='{unique_name}')"


def principal_path(client_id: str) -> str:
    """The path of an application's service principal in this tenant, by client id."""
    return f"/servicePrincipals(appId='{client_id}')"


def read_application(row: Row) -> Application:
    """An `Application` from Graph's application resource (`APPLICATION_FIELDS`); without its service principal."""
    return Application(
        object_id=str(row["id"]),
        client_id=str(row["appId"]),
        name=visible(str(row.get("displayName") or row["appId"])),
        created=row.moment("createdDateTime"),
        unique_name=visible(unique_name) if (unique_name := row.get("uniqueName")) else None,
        tags=tuple(row.get("tags") or ()),
        required=tuple(
            (str(api["resourceAppId"]), str(access["id"]), str(access["type"]))
            for api in row.rows("requiredResourceAccess")
            for access in api.rows("resourceAccess")
        ),
        credentials=read_credentials(row),
        audience=visible(audience) if (audience := row.get("signInAudience")) else None,
        redirects=tuple(
            RedirectAddress(platform, visible(str(uri)))
            for platform in Platform
            for uri in row.inner(platform).get("redirectUris") or ()
        ),
        public_client=bool(row.get("isFallbackPublicClient")),
    )


def with_principal(application: Application, row: Row) -> Application:
    """The application completed from the row of its service principal (`PRINCIPAL_FIELDS`)."""
    return replace(
        application,
        service_principal_id=str(row["id"]),
        principal_tags=tuple(row.get("tags") or ()),
        principal_credentials=read_credentials(row),
        enabled=row.get("accountEnabled") is not False,
    )


def read_credentials(row: Row) -> tuple[CredentialEntry, ...]:
    """The secrets, then the certificates of an application or service principal, without their values."""
    kinds = {"passwordCredentials": CredentialKind.SECRET, "keyCredentials": CredentialKind.CERTIFICATE}
    return tuple(
        CredentialEntry(
            kind=kind,
            key_id=str(entry["keyId"]),
            description=visible(str(name)) if (name := entry.get("displayName")) is not None else None,
            start=entry.moment("startDateTime"),
            end=entry.moment("endDateTime"),
            thumbprint=thumbprint(entry) if kind is CredentialKind.CERTIFICATE else None,
        )
        for field, kind in kinds.items()
        for entry in row.rows(field)
    )


def thumbprint(key: Row) -> str | None:
    """SHA-1 thumbprint of a certificate, 40 upper-case hex digits; None if unknown.

    Computed from the certificate if the row has it; else Graph's `customKeyIdentifier`, which is the thumbprint by
    default.
    """
    value = key.get("key")
    if isinstance(value, str) and value:
        try:
            der = base64.b64decode(value)
        except ValueError:
            return None
        return hashlib.sha1(der, usedforsecurity=False).hexdigest().upper()
    named = key.get("customKeyIdentifier")
    return named.upper() if isinstance(named, str) and len(named) == 40 else None


def read_organization(answer: Row) -> Organization:
    """The `Organization` from Graph's list of one, with its default domain; the id replaces a missing name or domain.

    Tenants without any verified domain exist (microsoftgraph/msgraph-sdk-powershell#862). Raises `GraphError` for an
    empty list.
    """
    rows = answer.rows("value")
    if not rows:
        raise GraphError(404, "Request_ResourceNotFound", "organization is empty")
    row = rows[0]
    domains = row.get("verifiedDomains") or [{}]
    default = next((domain for domain in domains if domain.get("isDefault")), domains[0])
    domain = visible(str(default.get("name") or row["id"]))
    return Organization(str(row["id"]), visible(str(row.get("displayName") or domain)), domain)


def read_app_roles(principal: Row) -> dict[str, str]:
    """The application permissions that a service principal offers: name → app role id."""
    return {visible(str(role["value"])): role["id"] for role in principal["appRoles"] if role.get("value")}


def read_granted_roles(assignments: Sequence[Json], resource_id: str) -> frozenset[str]:
    """The ids of the app roles of one resource (object id of its service principal) among these assignments."""
    return frozenset(str(row["appRoleId"]) for row in assignments if row.get("resourceId") == resource_id)


def read_directory_roles(rows: Sequence[Json]) -> frozenset[str]:
    """The roles' template ids: names are localized, and object ids differ between tenants."""
    return frozenset(str(row.get("roleTemplateId")) for row in rows)


def read_owner(row: Row) -> Owner:
    """The owner of an application from a directory object; whether it has a managing role is read separately."""
    kinds = {"#microsoft.graph.user": OwnerKind.USER, "#microsoft.graph.servicePrincipal": OwnerKind.APPLICATION}
    username = visible(str(row.get("userPrincipalName") or ""))
    kind = kinds.get(row.get("@odata.type") or "", OwnerKind.OTHER)
    return Owner(str(row["id"]), visible(str(row.get("displayName") or username or row["id"])), kind, username)


def read_federated(row: Row) -> FoundFederation:
    """A federated credential from Graph's row; several audiences are joined by commas."""
    return FoundFederation(
        str(row["id"]),
        visible(str(row.get("name") or "")),
        visible(str(row.get("issuer") or "")),
        visible(str(row.get("subject") or "")),
        visible(", ".join(map(str, row.get("audiences") or ()))),
    )
