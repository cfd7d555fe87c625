"""Who and what could use or change an application: what is read about one that this run did not create."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Platform(StrEnum):
    """The kinds of redirect URIs, by the property of the application that contains them."""

    WEB = "web"
    SPA = "spa"
    PUBLIC_CLIENT = "publicClient"


@dataclass(frozen=True, slots=True)
class RedirectAddress:
    """A redirect URI, with the kind of client it is for."""

    platform: Platform
    uri: str


class OwnerKind(StrEnum):
    """What kind of directory object an owner is."""

    USER = "user"
    APPLICATION = "application"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Owner:
    """An owner, who can add credentials to an application at any time; `username` is empty for an application.

    `manages`: whether a directory role lets it manage every application anyway; None if its roles could not be read.
    """

    id: str
    name: str
    kind: OwnerKind
    username: str = ""
    manages: bool | None = None


@dataclass(frozen=True, slots=True)
class FoundFederation:
    """Whoever has a token from this issuer with this subject can sign in as the application. It does not expire."""

    id: str
    name: str
    issuer: str
    subject: str
    audience: str = ""


class PermissionKind(StrEnum):
    """The `type` of a permission in `requiredResourceAccess`."""

    APPLICATION = "Role"
    DELEGATED = "Scope"


@dataclass(frozen=True, slots=True)
class DeclaredPermission:
    """A permission that the application asks for, granted or not. A name that could not be read is the id."""

    api: str
    """The API's application (client) id."""
    api_name: str
    id: str
    name: str
    kind: PermissionKind


@dataclass(frozen=True, slots=True)
class GrantedRole:
    """An application permission of any API that is granted. A name that could not be read is the id."""

    assignment: str
    """The id of the app role assignment."""
    api: str
    """The object id of the API's service principal."""
    api_name: str
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class DelegatedGrant:
    """Granted delegated permissions of one API; `user` is an object id, or None if they apply to all users."""

    id: str
    api: str
    """The object id of the API's service principal."""
    api_name: str
    scopes: tuple[str, ...]
    user: str | None = None


@dataclass(frozen=True, slots=True)
class Exposure:
    """What an application has besides its own properties; None for what Microsoft did not let this account read."""

    owners: tuple[Owner, ...] | None = ()
    principal_owners: tuple[Owner, ...] | None = ()
    """Those of the service principal."""
    federated: tuple[FoundFederation, ...] | None = ()
    roles: tuple[GrantedRole, ...] | None = ()
    delegated: tuple[DelegatedGrant, ...] | None = ()
    declared: tuple[DeclaredPermission, ...] = ()
