"""The state of the embedded tenant: what it stores, with look-ups by the keys that Microsoft Graph has.

Resources are JSON as Microsoft Graph returns them. What Graph never returns (secret values, certificates, when a
replica is up to date) is stored beside them.
"""

from __future__ import annotations

import re
import secrets
import string
from collections.abc import Iterable
from dataclasses import dataclass, field
from threading import RLock
from typing import Final

from installer.demo.people import USERS, User
from installer.demo.replication import Delay
from installer.demo.resources import Json, new_application, new_id, timestamp
from installer.demo.scenarios import Scenario

_SECRET_ALPHABET: Final = string.ascii_letters + string.digits + "_.~-"
_GENERATED_NAME: Final = "Contoso application "
_GENERATED_DIGITS: Final = 6
_GENERATED_ID: Final = re.compile(r"f1110000-0000-4000-8000-(\d{12})")
_GENERATED_APP_ID: Final = re.compile(r"f1110001-0000-4000-8000-(\d{12})")
_GENERATED_SINCE: Final = 1_600_000_000


@dataclass(frozen=True, slots=True)
class StoredSecret:
    """A client secret with its value; times are seconds since 1970."""

    key_id: str
    value: str
    description: str | None
    start: float
    end: float
    spread: Delay

    @property
    def hint(self) -> str:
        """The first three characters, which Graph shows of a secret."""
        return self.value[:3]


@dataclass(slots=True)
class _Registered:
    """An application or a service principal: readable by its id first, and found in lists later."""

    resource: Json
    spread: Delay
    listing: Delay

    @property
    def id(self) -> str:
        """The object id."""
        return str(self.resource["id"])

    @property
    def app_id(self) -> str:
        """The application (client) id."""
        return str(self.resource["appId"])

    def readable(self, now: float) -> bool:
        """Whether Graph finds it by its id by `now`."""
        return now >= self.spread.over

    def listed(self, now: float) -> bool:
        """Whether lists and filters show it by `now`."""
        return now >= self.spread.over + self.listing.seconds


@dataclass(slots=True)
class _Credentialed(_Registered):
    """What may have credentials and owners of its own.

    `keys` holds the base64 DER of each certificate by its keyId; `owners` are object ids of users and of service
    principals.
    """

    secrets: list[StoredSecret] = field(default_factory=list)
    keys: dict[str, str] = field(default_factory=dict)
    new_keys: dict[str, Delay] = field(default_factory=dict)
    """By keyId, when the token service learns of a certificate that the application added itself (addKey)."""
    owners: list[str] = field(default_factory=list)


@dataclass(slots=True)
class StoredApplication(_Credentialed):
    """A registration; `federated` are its federated identity credentials as Microsoft Graph returns them."""

    federated: list[Json] = field(default_factory=list)


@dataclass(slots=True)
class StoredServicePrincipal(_Credentialed):
    """A service principal, the object in the tenant that consent is granted to; it can have its own credentials."""


@dataclass(slots=True)
class StoredAssignment:
    """An app role granted to a service principal: in tokens after `spread`, in lists after `listing`."""

    resource: Json
    spread: Delay
    listing: Delay

    def listed(self, now: float) -> bool:
        """Whether lists show it by `now`."""
        return now >= self.listing.over


@dataclass(frozen=True, slots=True)
class StaleRow:
    """A deleted application that lists still show."""

    resource: Json
    listing: Delay


class GeneratedApplications:
    """The other applications of a large tenant, generated when they are read, so that 100,000 of them cost nothing.

    There are `count` single-tenant applications, "Contoso application 000000" and so on, without tags or credentials.
    """

    def __init__(self, count: int) -> None:
        self._count = count

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, index: int) -> Json:
        resource = new_application(
            f"f1110000-0000-4000-8000-{index:012d}",
            f"f1110001-0000-4000-8000-{index:012d}",
            timestamp(_GENERATED_SINCE + 60 * index),
        )
        resource["displayName"] = f"{_GENERATED_NAME}{index:0{_GENERATED_DIGITS}d}"
        return resource

    def by_id(self, object_id: str) -> Json | None:
        """The application with this object id; None if it is not one of these."""
        return self._numbered(_GENERATED_ID.fullmatch(object_id.lower()))

    def by_app_id(self, app_id: str) -> Json | None:
        """The application with this client id; None if it is not one of these."""
        return self._numbered(_GENERATED_APP_ID.fullmatch(app_id.lower()))

    def with_value(self, name: str, value: str) -> list[int] | None:
        """The numbers of those that can have this value in a property; None if each has to be read."""
        match name:
            case "displayName":
                tail = value.lower().removeprefix(_GENERATED_NAME.lower())
                return self._within(tail) if value.lower().startswith(_GENERATED_NAME.lower()) else []
            case "id" | "appId":
                pattern = _GENERATED_ID if name == "id" else _GENERATED_APP_ID
                found = pattern.fullmatch(value.lower())
                return self._within(found[1]) if found else []
            case "uniqueName" | "tags" | "identifierUris":
                return []
            case _:
                return None

    def with_prefix(self, name: str, prefix: str) -> list[int] | None:
        """The numbers of those whose property can start with `prefix`; None if each has to be read."""
        if name == "displayName":
            shared = min(len(prefix), len(_GENERATED_NAME))
            if prefix[:shared].lower() != _GENERATED_NAME[:shared].lower():
                return []
            digits = prefix[shared:]
            if not digits:
                return None
            width = 10 ** max(0, _GENERATED_DIGITS - len(digits))
            first = int(digits) * width if digits.isdigit() and len(digits) <= _GENERATED_DIGITS else self._count
            return list(range(first, min(first + width, self._count)))
        return [] if name in ("uniqueName", "tags", "identifierUris") else None

    def _numbered(self, found: re.Match[str] | None) -> Json | None:
        return self[int(found[1])] if found and int(found[1]) < self._count else None

    def _within(self, digits: str) -> list[int]:
        return [int(digits)] if digits.isdigit() and int(digits) < self._count else []


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
    departed: list[StaleRow] = field(default_factory=list)
    groups: tuple[Json, ...] = ()
    users: tuple[User, ...] = USERS
    generated: GeneratedApplications = field(default_factory=lambda: GeneratedApplications(0))

    @property
    def secrets(self) -> tuple[StoredSecret, ...]:
        """Every client secret of every live application."""
        return tuple(secret for application in self.applications.values() for secret in application.secrets)

    def application_by_app_id(self, app_id: str) -> StoredApplication | None:
        """The live application with this client id, in any case."""
        return next((entry for entry in self.applications.values() if entry.app_id == app_id.lower()), None)

    def application_by_unique_name(self, name: str) -> StoredApplication | None:
        """The live application with this `uniqueName`."""
        return _with_unique_name(self.applications.values(), name)

    def deleted_application_by_unique_name(self, name: str) -> StoredApplication | None:
        """The application in the recycle bin that still holds this `uniqueName`."""
        return _with_unique_name(self.deleted_applications.values(), name)

    def service_principal_by_app_id(self, app_id: str) -> StoredServicePrincipal | None:
        """The service principal with this client id, in any case."""
        return next((entry for entry in self.service_principals.values() if entry.app_id == app_id.lower()), None)

    def shown_principal(self, stored: StoredServicePrincipal) -> Json:
        """The service principal as Graph returns it, with its application's tags (Microsoft, application resource)."""
        application = self.application_by_app_id(stored.app_id)
        inherited = application.resource["tags"] if application else []
        return {**stored.resource, "tags": list(dict.fromkeys((*inherited, *stored.resource["tags"])))}

    def assignments_of(self, principal_id: str) -> list[StoredAssignment]:
        """The app roles granted to a service principal, by its object id."""
        return [held for held in self.assignments.values() if held.resource["principalId"] == principal_id]

    def assigned_to(self, resource_id: str) -> list[StoredAssignment]:
        """The grants of a resource's app roles, by the object id of its service principal."""
        return [given for given in self.assignments.values() if given.resource["resourceId"] == resource_id]

    def grants_of(self, client_id: str) -> list[Json]:
        """The delegated grants of a client, by its service principal's object id."""
        return [grant for grant in self.grants.values() if grant["clientId"] == client_id]

    def user(self, user_id: str) -> User | None:
        """The member with this object id."""
        return next((user for user in self.users if user.id == user_id), None)


Credentialed = StoredApplication | StoredServicePrincipal


def new_secret(
    application: Credentialed,
    description: str | None,
    start: float,
    end: float,
    spread: Delay,
    alphabet: str | None = None,
) -> StoredSecret:
    """Adds a secret in the form of Entra's own: 40 characters, `xxx8Q~` and 34 more (recorded traffic)."""
    head = "".join(secrets.choice(string.ascii_letters) for _ in range(3))
    value = f"{head}8Q~" + "".join(secrets.choice(alphabet or _SECRET_ALPHABET) for _ in range(34))
    secret = StoredSecret(new_id(), value, description, start, end, spread)
    application.secrets.append(secret)
    application.resource["passwordCredentials"].append(password_credential(secret) | {"secretText": None})
    return secret


def password_credential(secret: StoredSecret) -> Json:
    """The passwordCredential in the answer to addPassword, the only one that holds the value."""
    return {
        "customKeyIdentifier": None,
        "displayName": secret.description,
        "endDateTime": timestamp(secret.end),
        "hint": secret.hint,
        "keyId": secret.key_id,
        "secretText": secret.value,
        "startDateTime": timestamp(secret.start),
    }


def remove_secret(application: Credentialed, key_id: str) -> bool:
    """Removes the secret of that id; False where there is none."""
    kept = [secret for secret in application.secrets if secret.key_id != key_id]
    if len(kept) == len(application.secrets):
        return False
    application.secrets[:] = kept
    entries = application.resource["passwordCredentials"]
    entries[:] = [entry for entry in entries if entry["keyId"] != key_id]
    return True


def _with_unique_name(applications: Iterable[StoredApplication], name: str) -> StoredApplication | None:
    return next((application for application in applications if application.resource["uniqueName"] == name), None)
