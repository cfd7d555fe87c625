"""Microsoft Graph's rows as our nouns, with the addresses and the fields that they are asked for by.

Names in a tenant are foreign words, and become visible here.
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
    FederatedCredential,
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


def unique_path(unique_name: str) -> str:
    """The application addressed by its alternate key (Microsoft, application upsert)."""
    return f"/applications(uniqueName='{unique_name}')"


def principal_path(client_id: str) -> str:
    """The service principal of an application in this tenant, by the application's (client) id."""
    return f"/servicePrincipals(appId='{client_id}')"


def read_application(row: Row) -> Application:
    """Graph's application resource as ours."""
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
        audience=row.get("signInAudience"),
        redirects=tuple(
            RedirectAddress(platform, uri)
            for platform in Platform
            for uri in row.inner(platform).get("redirectUris") or ()
        ),
        public_client=bool(row.get("isFallbackPublicClient")),
    )


def with_principal(application: Application, row: Row) -> Application:
    """The application with its service principal."""
    return replace(
        application,
        service_principal_id=str(row["id"]),
        principal_tags=tuple(row.get("tags") or ()),
        principal_credentials=read_credentials(row),
        enabled=row.get("accountEnabled") is not False,
    )


def read_credentials(row: Row) -> tuple[CredentialEntry, ...]:
    """The secrets, then the certificates of an application, without their values: Graph shows these only once."""
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
    """SHA-1 of a certificate in upper-case hexadecimal: of its value, else what Graph calls it by default."""
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
    """Graph's list of the one organization as ours, with its default domain; what it lacks its id stands for.

    One without any verified domain occurs (microsoftgraph/msgraph-sdk-powershell#862).
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
    """The app roles of one resource among these assignments."""
    return frozenset(str(row["appRoleId"]) for row in assignments if row.get("resourceId") == resource_id)


def read_directory_roles(rows: Sequence[Json]) -> frozenset[str]:
    """By template id: names are translated, and object ids differ from tenant to tenant."""
    return frozenset(str(row.get("roleTemplateId")) for row in rows)


def read_owner(row: Row) -> Owner:
    """A directory object that owns an application; its roles are not told with it."""
    kinds = {"#microsoft.graph.user": OwnerKind.USER, "#microsoft.graph.servicePrincipal": OwnerKind.APPLICATION}
    username = str(row.get("userPrincipalName") or "")
    kind = kinds.get(row.get("@odata.type") or "", OwnerKind.OTHER)
    return Owner(str(row["id"]), str(row.get("displayName") or username or row["id"]), kind, username)


def read_federated(row: Row) -> FederatedCredential:
    return FederatedCredential(
        str(row["id"]),
        str(row.get("name") or ""),
        str(row.get("issuer") or ""),
        str(row.get("subject") or ""),
        ", ".join(map(str, row.get("audiences") or ())),
    )
