"""What a tenant holds, and who looks at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from installer.model.choices import CredentialKind
from installer.model.exposure import Exposure, RedirectAddress


@dataclass(frozen=True, slots=True)
class Account:
    """Who signed in, as the id token tells it."""

    tenant_id: str
    object_id: str
    username: str
    name: str


@dataclass(frozen=True, slots=True)
class Organization:
    id: str
    name: str
    domain: str
    """The tenant's default verified domain; its id where it has no verified domain."""


class Able(Enum):
    """Whether an account may do something. The value is what programs are told: null where it cannot be known."""

    CAN = True
    CANNOT = False
    UNKNOWN = None
    """No role tells it: a custom role, a partner's, or what every member may do cannot be seen. It may be tried."""


@dataclass(frozen=True, slots=True)
class Rights:
    """What the signed-in account may do, as far as its directory roles tell it."""

    roles: tuple[str, ...] = ()
    """Template ids of the active roles that matter here."""
    can_register: Able = Able.UNKNOWN
    can_consent: Able = Able.UNKNOWN


@dataclass(frozen=True, slots=True)
class CredentialEntry:
    """A client secret or certificate that exists on an application; its private part cannot be read."""

    kind: CredentialKind
    key_id: str
    description: str | None
    start: datetime | None
    end: datetime | None
    thumbprint: str | None = None
    """SHA-1 of a certificate, in upper-case hexadecimal, where Microsoft tells it."""


@dataclass(frozen=True, slots=True)
class Application:
    """An app registration as found, with what hangs on it.

    `object_id` is empty, and the lists too, where only its credential is known and its registration cannot be read.
    """

    object_id: str
    client_id: str
    name: str
    created: datetime | None
    unique_name: str | None
    tags: tuple[str, ...]
    required: tuple[tuple[str, str, str], ...]
    """Declared API permissions: resource application id, permission id, `Role` or `Scope`."""
    credentials: tuple[CredentialEntry, ...]
    service_principal_id: str | None = None
    granted: frozenset[str] = frozenset()
    """Ids of the Microsoft Graph app roles that admin consent was given for."""
    principal_tags: tuple[str, ...] = ()
    """Those of the service principal."""
    principal_credentials: tuple[CredentialEntry, ...] = ()
    """Those of the service principal, which open the same door as the application's own."""
    enabled: bool = True
    """Whether the service principal may sign in."""
    audience: str | None = None
    """`AzureADMyOrg` where only this tenant may use it; None where that was not read."""
    redirects: tuple[RedirectAddress, ...] = ()
    public_client: bool = False
    """Whether it may also sign in without any credential, as a public client."""
    exposure: Exposure | None = None
    """What hangs on it; None where it was not read."""


@dataclass(frozen=True, slots=True)
class TenantState:
    """What inspect found. `application` is the one that is meant; `candidates` are all that could be, it included."""

    organization: Organization
    rights: Rights
    graph_service_principal: str
    app_roles: Mapping[str, str]
    """Microsoft Graph's application permissions in this tenant: name → app role id."""
    application: Application | None
    candidates: tuple[Application, ...]
    deleted: Application | None = None
    """Ours in the recycle bin, where Microsoft keeps it for 30 days."""
    viewer: str = ""
    """The object id of the account that looked."""
