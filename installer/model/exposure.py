"""Who and what could use an application, or add to it: what is read of one that a run did not make itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Platform(StrEnum):
    """The kinds of redirect addresses, by the property of the application that holds them."""

    WEB = "web"
    SPA = "spa"
    PUBLIC_CLIENT = "publicClient"


@dataclass(frozen=True, slots=True)
class RedirectAddress:
    platform: Platform
    uri: str


class OwnerKind(StrEnum):
    USER = "user"
    APPLICATION = "application"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Owner:
    """Who may add credentials to an application at any time; `username` is empty for an application.

    `manages` says whether a directory role lets it manage every application anyway; None where its roles could not be
    read.
    """

    id: str
    name: str
    kind: OwnerKind
    username: str = ""
    manages: bool | None = None


@dataclass(frozen=True, slots=True)
class FederatedCredential:
    """Whoever holds a token of that issuer with that subject signs in as the application. It has no end."""

    id: str
    name: str
    issuer: str
    subject: str
    audience: str = ""


class PermissionKind(StrEnum):
    """The type of an entry of requiredResourceAccess."""

    APPLICATION = "Role"
    DELEGATED = "Scope"


@dataclass(frozen=True, slots=True)
class DeclaredPermission:
    """A permission that the application asks for, granted or not. Both names are ids where they could not be read."""

    api: str
    """The API's application id."""
    api_name: str
    id: str
    name: str
    kind: PermissionKind


@dataclass(frozen=True, slots=True)
class GrantedRole:
    """An application permission of any API that was granted. Both names are ids where they could not be read."""

    assignment: str
    """The id of the app role assignment."""
    api: str
    """The object id of the API's service principal."""
    api_name: str
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class DelegatedGrant:
    """Delegated permissions of one API that were granted; `user` is an object id, None where it is for everybody."""

    id: str
    api: str
    """The object id of the API's service principal."""
    api_name: str
    scopes: tuple[str, ...]
    user: str | None = None


@dataclass(frozen=True, slots=True)
class Exposure:
    """What hangs on an application beside its own properties; None for what Microsoft did not let this account read."""

    owners: tuple[Owner, ...] | None = ()
    principal_owners: tuple[Owner, ...] | None = ()
    """Those of the service principal."""
    federated: tuple[FederatedCredential, ...] | None = ()
    roles: tuple[GrantedRole, ...] | None = ()
    delegated: tuple[DelegatedGrant, ...] | None = ()
    declared: tuple[DeclaredPermission, ...] = ()
