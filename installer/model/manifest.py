"""What must exist, as GLIMPS declares it, and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from installer.model.connector import TOKEN_AUDIENCE
from installer.model.language import ManifestText

GRAPH_APP_ID: Final = "00000003-0000-0000-c000-000000000000"
"""Microsoft Graph's application id, the same in every tenant and cloud (Microsoft, permissions reference)."""
GRAPH_NAME: Final = "Microsoft Graph"
PORTAL_TAG: Final = "WindowsAzureActiveDirectoryIntegratedApp"
"""The tag of a service principal without which the portal's default list of enterprise applications leaves it out."""


@dataclass(frozen=True, slots=True)
class Cloud:
    """One Microsoft cloud. `authority` and `graph` are https origins: no path, no version, no trailing slash."""

    id: str
    name: str
    authority: str
    graph: str
    portal: str | None = None
    first_party_client: bool = True
    """Whether Microsoft's own public client (Graph Command Line Tools) may sign in there."""
    token_audience: str = TOKEN_AUDIENCE
    """Of the tokens that a federation exchanges there, where nothing else is asked for."""
    trust_anchor: str | None = None
    """PEM of a certificate authority trusted beside the system's own ones."""


class Level(StrEnum):
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
    """The Graph path, below the version, of the harmless read that only works with this permission."""


@dataclass(frozen=True, slots=True)
class Profile:
    id: str
    title: ManifestText
    summary: ManifestText
    permissions: tuple[Permission, ...]


@dataclass(frozen=True, slots=True)
class DirectoryRole:
    """What a Microsoft Entra built-in role allows of this job (Microsoft, grant-admin-consent)."""

    template_id: str
    name: ManifestText
    registers: bool
    """Whether it may register applications even where the tenant's users may not."""
    consents: bool


@dataclass(frozen=True, slots=True)
class Connector:
    """The keys under which GLIMPS's own software reads what it takes, in each of its ways to sign in."""

    tenant_id: str
    client_id: str
    client_secret: str
    auth_mode: str
    thumbprint: str
    object_id: str
    key_id: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What must exist in the tenant, read from resources/connector.toml."""

    version: str
    application_name: str
    unique_name: str
    tag: str
    notes: ManifestText
    profiles: tuple[Profile, ...]
    tolerated: Mapping[str, str]
    """Delegated permissions that do no harm: id → name."""
    roles: tuple[DirectoryRole, ...]
    sign_in_client: str
    sign_in_scopes: tuple[str, ...]
    secret_description: str
    months: int
    vendor_recipient: str | None
    connector: Connector
    links: Mapping[str, str]

    def profile(self, profile_id: str | None) -> Profile | None:
        """The profile of that id; the first one, which is the default, when none is asked for."""
        if profile_id is None:
            return self.profiles[0]
        return next((profile for profile in self.profiles if profile.id == profile_id), None)
