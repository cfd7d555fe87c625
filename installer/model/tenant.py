"""What was read from a tenant, and about the account that reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from installer.model.choices import CredentialKind
from installer.model.exposure import Exposure, RedirectAddress


@dataclass(frozen=True, slots=True)
class Account:
    """The account that signed in, by its id token; `username` is its user principal name."""

    tenant_id: str
    object_id: str
    username: str
    name: str


@dataclass(frozen=True, slots=True)
class Organization:
    """The tenant; `id` is its directory (tenant) ID."""

    id: str
    name: str
    domain: str
    """The tenant's default verified domain; its id if it has none."""


class Able(Enum):
    """Whether an account can do something. The value is that in JSON events: null if it is not known."""

    CAN = True
    CANNOT = False
    UNKNOWN = None
    """Cannot be seen from the roles: custom roles, partners' rights, members' default permissions. Worth a try."""


@dataclass(frozen=True, slots=True)
class Rights:
    """What the signed-in account can do, as far as its directory roles show."""

    roles: tuple[str, ...] = ()
    """Template ids of the active roles that matter here."""
    can_register: Able = Able.UNKNOWN
    """Never `CANNOT`: whether members may register is a setting of the tenant, which no role shows."""
    can_consent: Able = Able.UNKNOWN


@dataclass(frozen=True, slots=True)
class CredentialEntry:
    """A client secret or certificate that exists on an application, without its value.

    Its `start` and `end` are its validity; `end` is None if it never expires.
    """

    kind: CredentialKind
    key_id: str
    description: str | None
    start: datetime | None
    end: datetime | None
    thumbprint: str | None = None
    """SHA-1 of a certificate in upper-case hexadecimal; None for a secret, or if unknown."""


@dataclass(frozen=True, slots=True)
class Application:
    """An app registration as it was found, with its service principal.

    If only a credential of it is known and the registration cannot be read, `object_id` and the lists are empty.
    """

    object_id: str
    client_id: str
    name: str
    created: datetime | None
    unique_name: str | None
    tags: tuple[str, ...]
    required: tuple[tuple[str, str, str], ...]
    """Declared API permissions: (the API's client id, permission id, `Role` or `Scope`)."""
    credentials: tuple[CredentialEntry, ...]
    service_principal_id: str | None = None
    granted: frozenset[str] = frozenset()
    """Ids of the Microsoft Graph app roles with admin consent."""
    principal_tags: tuple[str, ...] = ()
    """The service principal's tags."""
    principal_credentials: tuple[CredentialEntry, ...] = ()
    """The service principal's credentials, which work like the application's own."""
    enabled: bool = True
    """Whether the service principal can sign in."""
    audience: str | None = None
    """`signInAudience`: `AzureADMyOrg` if only this tenant can use it; None if it was not read."""
    redirects: tuple[RedirectAddress, ...] = ()
    public_client: bool = False
    """Whether it may also sign in without any credential, as a public client."""
    exposure: Exposure | None = None
    """Its owners, grants and federated credentials; None if they were not read."""


@dataclass(frozen=True, slots=True)
class TenantState:
    """What `inspect` found. `application` is the one that is meant; `candidates`, including it, all that could be."""

    organization: Organization
    rights: Rights
    graph_service_principal: str
    app_roles: Mapping[str, str]
    """Microsoft Graph's application permissions in this tenant: name → app role id."""
    application: Application | None
    candidates: tuple[Application, ...]
    deleted: Application | None = None
    """Our application in the recycle bin, where Microsoft keeps it for 30 days."""
    viewer: str = ""
    """The object id of the account that read it."""
    taken: frozenset[str] = frozenset()
    """Unique names that Microsoft refused as taken, by something that cannot be read or is not ours."""
    over: frozenset[str] = frozenset()
    """The signs of the runs in undelivered marks that ran on this computer and are over."""
    delivered: frozenset[str] = frozenset()
    """The key ids, in lower case, of credentials that are delivered although they still have a mark."""
