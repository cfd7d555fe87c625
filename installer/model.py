"""The frozen nouns that every room shares. They hold values; what is done with them lives in the rooms above."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final, NoReturn

GRAPH_APP_ID: Final = "00000003-0000-0000-c000-000000000000"
"""Microsoft Graph's application id, the same in every tenant and cloud (Microsoft, permissions reference)."""


class Secret:
    """A value that must never be shown: it prints as a mask, does not pickle, and is read only by `reveal`."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The value itself, for the one place that needs it."""
        return self._value

    def __repr__(self) -> str:
        return "Secret(…)"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return repr(self)

    def __bool__(self) -> bool:
        return bool(self._value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and hmac.compare_digest(self._value.encode(), other._value.encode())

    __hash__ = None  # type: ignore[assignment]  # a secret is no key of a mapping

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Secret cannot be pickled or copied")


class Language(StrEnum):
    """The two languages of the product (ISO 639-1)."""

    EN = "en"
    FR = "fr"


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One text in both languages, as the manifest carries it."""

    en: str
    fr: str

    def in_(self, language: Language) -> str:
        return self.fr if language is Language.FR else self.en


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
    why: Bilingual
    proof: str
    """The Graph path, below the version, of the harmless read that only works with this permission."""


@dataclass(frozen=True, slots=True)
class Profile:
    id: str
    title: Bilingual
    summary: Bilingual
    permissions: tuple[Permission, ...]


@dataclass(frozen=True, slots=True)
class DirectoryRole:
    """What a Microsoft Entra built-in role allows of this job (Microsoft, grant-admin-consent)."""

    template_id: str
    name: Bilingual
    registers: bool
    consents: bool


@dataclass(frozen=True, slots=True)
class Connector:
    """The keys under which GLIMPS's own software reads the three values."""

    tenant_id: str
    client_id: str
    client_secret: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What must exist in the tenant, read from resources/connector.toml."""

    version: str
    application_name: str
    unique_name: str
    tag: str
    notes: Bilingual
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


class CredentialKind(StrEnum):
    SECRET = "secret"
    CERTIFICATE = "certificate"


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person chose before the plan was made."""

    profile: Profile
    application_name: str
    months: int
    app: str | None = None
    """Object id or application (client) id of the application meant, when its name is not enough."""


def lifetime(months: int) -> timedelta:
    """The days that Microsoft's portal counts for so many months: 6 → 180, 12 → 365, 18 → 545, 24 → 730."""
    years, rest = divmod(months, 12)
    return timedelta(days=365 * years + 30 * rest)


def utc_now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def rfc3339(moment: datetime) -> str:
    """The moment in UTC with a Z, to the second (RFC 3339), as Microsoft Graph takes it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


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
    """The tenant's default verified domain."""


@dataclass(frozen=True, slots=True)
class Rights:
    """What the signed-in account may do, as its active directory roles tell it."""

    roles: tuple[str, ...]
    """Template ids of the active roles."""
    can_register: bool
    can_consent: bool


@dataclass(frozen=True, slots=True)
class PasswordEntry:
    """A client secret that exists on an application; its value cannot be read again."""

    key_id: str
    description: str | None
    start: datetime | None
    end: datetime | None


@dataclass(frozen=True, slots=True)
class Application:
    """An app registration as found, with what hangs on it."""

    object_id: str
    client_id: str
    name: str
    created: datetime | None
    unique_name: str | None
    tags: tuple[str, ...]
    required: tuple[tuple[str, str, str], ...]
    """Declared API permissions: resource application id, permission id, `Role` or `Scope`."""
    secrets: tuple[PasswordEntry, ...]
    service_principal_id: str | None = None
    granted: frozenset[str] = frozenset()
    """Ids of the Microsoft Graph app roles that admin consent was given for."""


@dataclass(frozen=True, slots=True)
class TenantState:
    """What inspect found. `application` is the one that is ours or was chosen; `candidates` bear only its name."""

    organization: Organization
    rights: Rights
    graph_service_principal: str
    app_roles: Mapping[str, str]
    """Microsoft Graph's application permissions in this tenant: name → app role id."""
    application: Application | None
    candidates: tuple[Application, ...]
    deleted: Application | None = None
    """Ours in the recycle bin, where Microsoft keeps it for 30 days."""


@dataclass(frozen=True, slots=True)
class ClientSecret:
    """A new client secret: the only place where its value lives until it is sealed."""

    value: Secret
    key_id: str
    expires: datetime


@dataclass(frozen=True, slots=True)
class Credentials:
    """All that the connector needs, proven or about to be proven."""

    cloud: Cloud
    organization: Organization
    application: Application
    profile: Profile
    secret: ClientSecret


@dataclass(frozen=True, slots=True)
class Proof:
    """What the new credential showed of itself: the app roles in its token, and one read per permission."""

    granted: tuple[str, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    reads: Mapping[str, int]
    """Permission name → HTTP status of its read."""
    token: bool = True
    """False where only the directory was asked, not the credential itself."""

    @property
    def holds(self) -> bool:
        return not self.missing and all(status == 200 for status in self.reads.values())


@dataclass(frozen=True, slots=True)
class Bundle:
    """An encrypted file that was written, with who can open it."""

    path: str
    sha256: str
    recipients: tuple[str, ...]
    """The age public keys; empty when a passphrase opens it."""
