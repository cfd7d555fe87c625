"""Who calls and what they can do: the bearer token, its permissions, then the directory roles of its user.

Permissions per operation: Microsoft Graph reference. Roles: Microsoft, "Least privileged roles by task" and "Grant
tenant-wide admin consent" (only a Privileged Role Administrator or Global Administrator may grant Microsoft Graph's
application permissions).
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from installer.demo.backend import Backend
from installer.demo.certificates import signing_key
from installer.demo.directory import Directory, StoredApplication, StoredServicePrincipal
from installer.demo.graph.answers import Refusal, forbidden, unauthorized
from installer.demo.people import (
    ACCOUNTS,
    APPLICATION_ADMINISTRATOR,
    APPLICATION_DEVELOPER,
    CLOUD_APPLICATION_ADMINISTRATOR,
    GLOBAL_ADMINISTRATOR,
    PRIVILEGED_ROLE_ADMINISTRATOR,
    ROLES,
    User,
)

_APPLICATION_MANAGERS: Final = (
    GLOBAL_ADMINISTRATOR,
    APPLICATION_ADMINISTRATOR,
    CLOUD_APPLICATION_ADMINISTRATOR,
)
_CONSENTERS: Final = (GLOBAL_ADMINISTRATOR, PRIVILEGED_ROLE_ADMINISTRATOR)
_QUOTA: Final = 250
"""How many objects a user without an administrator role can own, including deleted ones (Microsoft, service limits)."""
_CLOCK_SKEW = 300


@dataclass(frozen=True, slots=True)
class Caller:
    """The caller by a valid token: the user (None for an application on its own) and the permissions in it."""

    app_id: str
    object_id: str
    permissions: frozenset[str]
    user: User | None

    @property
    def app_only(self) -> bool:
        """Whether an application calls on its own, without a user."""
        return self.user is None


@dataclass(frozen=True, slots=True)
class Access:
    """The permissions of an operation: one from each group is needed; delegated and application ones differ."""

    delegated: tuple[frozenset[str], ...]
    application: tuple[frozenset[str], ...]

    def check(self, caller: Caller) -> None:
        """Raises a 403, as in recorded traffic, if the caller lacks a permission."""
        groups = self.application if caller.app_only else self.delegated
        if not groups or not all(group & caller.permissions for group in groups):
            raise forbidden()


def _one_of(*names: str) -> frozenset[str]:
    return frozenset(names)


def _same(*groups: frozenset[str]) -> Access:
    return Access(groups, groups)


_APP_READ = _one_of(
    "Application.Read.All", "Application.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"
)
_APP_WRITE = _one_of("Application.ReadWrite.All", "Directory.ReadWrite.All")
_APP_OWNED = _APP_WRITE | {"Application.ReadWrite.OwnedBy"}
_GRANT = _one_of("DelegatedPermissionGrant.ReadWrite.All", "Directory.ReadWrite.All")
APPLICATIONS_READ: Final = Access((_APP_READ,), (_APP_READ | {"Application.ReadWrite.OwnedBy"},))
APPLICATIONS_WRITE: Final = Access((_APP_WRITE,), (_APP_OWNED,))
FEDERATED_READ: Final = _same(_one_of("Application.Read.All", "Application.ReadWrite.All"))
"""Directory.Read.All is not enough for these (Microsoft, list federatedIdentityCredentials)."""
ROLES_ASSIGN: Final = _same(
    _one_of("AppRoleAssignment.ReadWrite.All"),
    _one_of("Application.Read.All", "Application.ReadWrite.All", "Directory.Read.All"),
)
ROLES_UNASSIGN: Final = _same(_one_of("AppRoleAssignment.ReadWrite.All"))
GRANTS_READ: Final = _same(_GRANT | {"Directory.Read.All"})
GRANTS_WRITE: Final = _same(_GRANT)
ORGANIZATION: Final = Access(
    (_one_of("User.Read", "Organization.Read.All", "Directory.Read.All", "User.Read.All"),),
    (_one_of("Organization.Read.All", "Directory.Read.All"),),
)
ME: Final = Access((_one_of("User.Read", "User.Read.All", "User.ReadWrite.All", "Directory.Read.All"),), ())
ROLES_READ: Final = _same(_one_of("RoleManagement.Read.Directory", "Directory.Read.All"))
USERS: Final = Access(
    (_one_of("User.ReadBasic.All", "User.Read.All", "User.ReadWrite.All", "Directory.Read.All"),),
    (_one_of("User.Read.All", "User.ReadWrite.All", "Directory.Read.All"),),
)
GROUPS: Final = _same(_one_of("Group.Read.All", "Group.ReadWrite.All", "GroupMember.Read.All", "Directory.Read.All"))
SITES: Final = _same(_one_of("Sites.Read.All", "Sites.ReadWrite.All", "Sites.FullControl.All"))
DRIVES: Final = _same(
    _one_of("Files.Read.All", "Files.ReadWrite.All", "Sites.Read.All", "Sites.ReadWrite.All", "Sites.FullControl.All")
)
POLICIES: Final = _same(_one_of("Policy.Read.All", "Policy.ReadWrite.ApplicationConfiguration"))


def may_create(caller: Caller, directory: Directory) -> None:
    """Raises 403 unless the caller can register applications: all users if the tenant allows it, else certain roles."""
    user = caller.user
    if user is None or user.holds(*_APPLICATION_MANAGERS):
        return
    if not directory.scenario.users_can_register and not user.holds(APPLICATION_DEVELOPER):
        raise forbidden()
    everything = [*directory.applications.values(), *directory.deleted_applications.values()]
    if sum(user.id in application.owners for application in everything) >= _QUOTA:
        raise Refusal(
            403,
            "Directory_QuotaExceeded",
            "The directory object quota limit for the Principal has been exceeded. "
            "Please ask your administrator to increase the quota limit or delete objects to reduce the used quota.",
        )


def owner_of_new(caller: Caller) -> list[str]:
    """The owners of what the caller registers: the user, unless a role already lets them manage every application."""
    user = caller.user
    return [user.id] if user is not None and not user.holds(*_APPLICATION_MANAGERS) else []


def may_manage(caller: Caller, application: StoredApplication | None) -> None:
    """Raises 403 unless the caller can change the application: its owners and application administrators can."""
    user = caller.user
    if user is None:
        owns = application is not None and caller.object_id in application.owners
        if not _APP_WRITE & caller.permissions and not owns:
            raise forbidden()
    elif not user.holds(*_APPLICATION_MANAGERS) and (application is None or user.id not in application.owners):
        raise forbidden()


def may_manage_principal(caller: Caller, principal: StoredServicePrincipal, directory: Directory) -> None:
    """Raises 403 unless the caller can change the service principal: as its application, or as its own owner."""
    if caller.object_id not in principal.owners:
        may_manage(caller, directory.application_by_app_id(principal.app_id))


def may_assign_roles(caller: Caller, of_microsoft_graph: bool) -> None:
    """Raises 403 unless the caller's role allows to assign app roles of this API."""
    if caller.user is None or caller.user.holds(*_CONSENTERS):
        return
    if of_microsoft_graph or not caller.user.holds(*_APPLICATION_MANAGERS):
        raise forbidden()


def may_grant_delegated(caller: Caller) -> None:
    """Raises 403 unless the caller's role allows to consent on behalf of users."""
    if caller.user is not None and not caller.user.holds(*_CONSENTERS, *_APPLICATION_MANAGERS):
        raise forbidden()


def may_consent_to_roles(user: User) -> bool:
    """Whether the user can consent to Microsoft Graph's application permissions."""
    return user.holds(*_CONSENTERS)


def may_consent(user: User) -> bool:
    """Whether the user can consent to delegated permissions that need an administrator."""
    return user.holds(*_CONSENTERS, *_APPLICATION_MANAGERS)


def read_caller(backend: Backend, headers: Mapping[str, str]) -> Caller:
    """The caller; raises 401 if the token is missing, forged, expired, or meant for another API or tenant."""
    scheme, _, token = headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise unauthorized("Access token is empty.", backend.authority)
    backend.canaries.note(token)
    if backend.scenario.opaque_tokens:
        token = base64.urlsafe_b64decode(token).decode("ascii", "replace")
    try:
        claims = jwt.decode(
            token if "." in token else _opened(token),
            _public_key(),
            algorithms=["RS256"],
            options={"verify_exp": False, "verify_nbf": False, "verify_iat": False, "verify_aud": False},
        )
    except jwt.InvalidTokenError as error:
        raise unauthorized("CompactToken parsing failed with error code: 80049217", backend.authority) from error
    now = backend.now()
    if claims.get("aud") != backend.graph or claims.get("tid") != backend.directory.tenant_id:
        raise unauthorized("Access token validation failure. Invalid audience.", backend.authority)
    if now >= claims["exp"] or now < claims["nbf"] - _CLOCK_SKEW:
        raise expired(backend)
    if claims["idtyp"] == "app":
        return Caller(claims["appid"], claims["oid"], frozenset(claims.get("roles", ())), None)
    user = next(user for user in ACCOUNTS if user.id == claims["oid"])
    if "wids" in claims:
        user = replace(user, roles=tuple(role for role in ROLES if role.template_id in claims["wids"]))
    return Caller(claims["appid"], user.id, frozenset(claims["scp"].split()), user)


def _opened(token: str) -> bytes:
    """The JWT inside an opaque token; empty if it is not one."""
    try:
        return base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
    except ValueError:
        return b""


def expired(backend: Backend) -> Refusal:
    """The 401 for a token whose lifetime is over."""
    return unauthorized("Lifetime validation failed, the token is expired.", backend.authority)


def challenged(backend: Backend, status: int = 401) -> Refusal:
    """A claims challenge for a newer token: 401, as continuous access evaluation sends it, or 403."""
    value = str(int(backend.now()))
    refusal = unauthorized(
        "Continuous access evaluation resulted in claims challenge with result: InteractionRequired and code: "
        "TokenCreatedWithOutdatedPolicies",
        backend.authority,
        {"access_token": {"nbf": {"essential": True, "value": value}}},
    )
    return replace(refusal, status=status)


@cache
def _public_key() -> RSAPublicKey:
    return signing_key().public_key()
