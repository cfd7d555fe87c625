"""What must exist in a tenant, as GLIMPS declares it, and the Microsoft clouds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from installer.model.connector import TOKEN_AUDIENCE
from installer.model.language import ManifestText

GRAPH_APP_ID: Final = "00000003-0000-0000-c000-000000000000"
"""Microsoft Graph's application (client) id, the same in every tenant and cloud (Microsoft, permissions reference)."""
GRAPH_NAME: Final = "Microsoft Graph"
PORTAL_TAG: Final = "WindowsAzureActiveDirectoryIntegratedApp"
"""The tag that a service principal needs to appear in the portal's default list of enterprise applications."""


@dataclass(frozen=True, slots=True)
class Cloud:
    """One Microsoft cloud. `authority` and `graph` are https origins: no path, no version, no trailing slash."""

    id: str
    name: str
    authority: str
    graph: str
    portal: str | None = None
    first_party_client: bool = True
    """Whether Microsoft's own public client (Graph Command Line Tools) exists there."""
    token_audience: str = TOKEN_AUDIENCE
    """The default audience of a federation's tokens there."""
    trust_anchor: str | None = None
    """PEM of a certificate authority that is trusted in addition to the system's."""


class Level(StrEnum):
    """Whether a permission only reads, or writes as well."""

    READ = "read"
    WRITE = "write"


@dataclass(frozen=True, slots=True)
class Permission:
    """One Microsoft Graph application permission (an app role of Graph's service principal)."""

    name: str
    id: str
    level: Level
    why: ManifestText
    proof: str
    """The path, after `/v1.0`, of a harmless read that only works with this permission."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A set of permissions to choose from, such as detection only."""

    id: str
    title: ManifestText
    summary: ManifestText
    permissions: tuple[Permission, ...]


@dataclass(frozen=True, slots=True)
class DirectoryRole:
    """Which parts of the work a built-in Microsoft Entra role allows (Microsoft, grant-admin-consent)."""

    template_id: str
    name: ManifestText
    registers: bool
    """Whether it can register applications even where the tenant's users cannot."""
    consents: bool
    """Whether it can grant admin consent to application permissions of Microsoft Graph."""


@dataclass(frozen=True, slots=True)
class Connector:
    """The keys under which GLIMPS's software reads the values, for all its ways to sign in."""

    tenant_id: str
    client_id: str
    client_secret: str
    auth_mode: str
    thumbprint: str
    object_id: str
    key_id: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What must exist in the tenant, as read from resources/connector.toml."""

    version: str
    application_name: str
    unique_name: str
    tag: str
    notes: ManifestText
    profiles: tuple[Profile, ...]
    tolerated: Mapping[str, str]
    """Delegated permissions of Microsoft Graph that may stay on an application: id → name."""
    roles: tuple[DirectoryRole, ...]
    sign_in_client: str
    sign_in_scopes: tuple[str, ...]
    secret_description: str
    months: int
    vendor_recipient: str | None
    connector: Connector
    links: Mapping[str, str]

    def profile(self, profile_id: str | None) -> Profile | None:
        """The profile with this id, or None; for None, the first one, which is the default."""
        if profile_id is None:
            return self.profiles[0]
        return next((profile for profile in self.profiles if profile.id == profile_id), None)
