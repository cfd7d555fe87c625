"""The state of the embedded tenant: what it stores, found by the keys Microsoft finds it by.

Resources are JSON as Microsoft Graph returns them; what Graph never returns (secret values, certificates, the moment a
copy is up to date) stands beside them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import RLock

from installer.demo.fillers import Fillers
from installer.demo.people import USERS, User
from installer.demo.replication import Delay
from installer.demo.resources import Json
from installer.demo.scenarios import Scenario


@dataclass(frozen=True, slots=True)
class StoredSecret:
    """A client secret with its value, which only the tenant itself may know; times are seconds since 1970."""

    key_id: str
    value: str
    description: str | None
    start: float
    end: float
    spread: Delay

    @property
    def hint(self) -> str:
        return self.value[:3]


@dataclass(slots=True)
class _Registered:
    """An application or a service principal: readable by its id first, and found in lists later."""

    resource: Json
    spread: Delay
    listing: Delay

    @property
    def id(self) -> str:
        return str(self.resource["id"])

    @property
    def app_id(self) -> str:
        return str(self.resource["appId"])

    def readable(self, now: float) -> bool:
        return now >= self.spread.over

    def listed(self, now: float) -> bool:
        return now >= self.spread.over + self.listing.seconds


@dataclass(slots=True)
class StoredApplication(_Registered):
    """`keys` holds the base64 DER of each certificate by its keyId; `owners` are object ids of users."""

    secrets: list[StoredSecret] = field(default_factory=list)
    keys: dict[str, str] = field(default_factory=dict)
    owners: list[str] = field(default_factory=list)


@dataclass(slots=True)
class StoredServicePrincipal(_Registered):
    """What an application is in this tenant: that which consent is given to."""


@dataclass(slots=True)
class StoredAssignment:
    """An app role given to a service principal; `spread` is when tokens know it, `listing` when lists do."""

    resource: Json
    spread: Delay
    listing: Delay

    def listed(self, now: float) -> bool:
        return now >= self.listing.over


@dataclass(slots=True)
class Directory:
    """Everything one tenant holds. Every read and write of a request happens under `lock`."""

    tenant_id: str
    display_name: str
    domain: str
    scenario: Scenario
    lock: RLock = field(default_factory=RLock)
    applications: dict[str, StoredApplication] = field(default_factory=dict)
    service_principals: dict[str, StoredServicePrincipal] = field(default_factory=dict)
    deleted_applications: dict[str, StoredApplication] = field(default_factory=dict)
    deleted_service_principals: dict[str, StoredServicePrincipal] = field(default_factory=dict)
    assignments: dict[str, StoredAssignment] = field(default_factory=dict)
    grants: dict[str, Json] = field(default_factory=dict)
    groups: tuple[Json, ...] = ()
    users: tuple[User, ...] = USERS
    fillers: Fillers = field(default_factory=lambda: Fillers(0))

    @property
    def secrets(self) -> tuple[StoredSecret, ...]:
        """Every client secret of every live application."""
        return tuple(secret for application in self.applications.values() for secret in application.secrets)

    def application_by_app_id(self, app_id: str) -> StoredApplication | None:
        return next((one for one in self.applications.values() if one.app_id == app_id.lower()), None)

    def application_by_unique_name(self, name: str) -> StoredApplication | None:
        return _named(iter(self.applications.values()), name)

    def deleted_application_by_unique_name(self, name: str) -> StoredApplication | None:
        return _named(iter(self.deleted_applications.values()), name)

    def service_principal_by_app_id(self, app_id: str) -> StoredServicePrincipal | None:
        return next((one for one in self.service_principals.values() if one.app_id == app_id.lower()), None)

    def assignments_of(self, principal_id: str) -> list[StoredAssignment]:
        return [one for one in self.assignments.values() if one.resource["principalId"] == principal_id]

    def assigned_to(self, resource_id: str) -> list[StoredAssignment]:
        return [one for one in self.assignments.values() if one.resource["resourceId"] == resource_id]

    def grants_of(self, client_id: str) -> list[Json]:
        """Delegated consents of one client service principal."""
        return [grant for grant in self.grants.values() if grant["clientId"] == client_id]

    def user(self, user_id: str) -> User | None:
        return next((user for user in self.users if user.id == user_id), None)


def _named(applications: Iterator[StoredApplication], name: str) -> StoredApplication | None:
    return next((one for one in applications if one.resource["uniqueName"] == name), None)
