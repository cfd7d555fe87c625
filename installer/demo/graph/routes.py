"""Which operation answers which path; entity set names are case-insensitive, as the service's are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from installer.demo.graph import (
    applications,
    consents,
    credentials,
    deleted,
    federated,
    keys,
    owners,
    read_only,
    service_principals,
)
from installer.demo.graph.answers import Refusal, malformed
from installer.demo.graph.calls import Operation

_VERSION: Final = re.compile(r"/v1\.0(/myorganization)?(?=/|$)", re.IGNORECASE)
_KEYED: Final = re.compile(r"^(\w+)(\(.*\))$")

_ROUTES: Final[Mapping[str, Mapping[str, Operation]]] = {
    "/applications": {"GET": applications.list_applications, "POST": applications.create_application},
    "/applications/{application}": {
        "GET": applications.read_application,
        "PATCH": applications.update_application,
        "DELETE": applications.delete_application,
    },
    "/applications/{application}/addPassword": {"POST": credentials.add_password},
    "/applications/{application}/removePassword": {"POST": credentials.remove_password},
    "/applications/{application}/addKey": {"POST": keys.add_key},
    "/applications/{application}/removeKey": {"POST": keys.remove_key},
    "/applications/{application}/owners": {"GET": owners.list_owners},
    "/applications/{application}/owners/$ref": {"POST": owners.add_owner},
    "/applications/{application}/owners/{owner}/$ref": {"DELETE": owners.remove_owner},
    "/applications/{application}/federatedIdentityCredentials": {
        "GET": federated.list_federated,
        "POST": federated.create_federated,
    },
    "/applications/{application}/federatedIdentityCredentials/{credential}": {
        "GET": federated.read_federated,
        "PATCH": federated.update_federated,
        "DELETE": federated.delete_federated,
    },
    "/servicePrincipals": {
        "GET": service_principals.list_service_principals,
        "POST": service_principals.create_service_principal,
    },
    "/servicePrincipals/{servicePrincipal}": {
        "GET": service_principals.read_service_principal,
        "PATCH": service_principals.update_service_principal,
        "DELETE": service_principals.delete_service_principal,
    },
    "/servicePrincipals/{servicePrincipal}/owners": {"GET": owners.list_owners},
    "/servicePrincipals/{servicePrincipal}/owners/$ref": {"POST": owners.add_owner},
    "/servicePrincipals/{servicePrincipal}/owners/{owner}/$ref": {"DELETE": owners.remove_owner},
    "/servicePrincipals/{servicePrincipal}/addPassword": {"POST": credentials.add_password_of_principal},
    "/servicePrincipals/{servicePrincipal}/removePassword": {"POST": credentials.remove_password_of_principal},
    "/servicePrincipals/{servicePrincipal}/appRoleAssignments": {
        "GET": consents.list_roles_of_principal,
        "POST": consents.assign_role,
    },
    "/servicePrincipals/{servicePrincipal}/appRoleAssignments/{assignment}": {
        "GET": consents.read_assignment,
        "DELETE": consents.unassign_role,
    },
    "/servicePrincipals/{servicePrincipal}/appRoleAssignedTo": {
        "GET": consents.list_roles_of_resource,
        "POST": consents.assign_role,
    },
    "/servicePrincipals/{servicePrincipal}/appRoleAssignedTo/{assignment}": {
        "GET": consents.read_assignment,
        "DELETE": consents.unassign_role,
    },
    "/servicePrincipals/{servicePrincipal}/oauth2PermissionGrants": {"GET": consents.list_grants_of_client},
    "/oauth2PermissionGrants": {"GET": consents.list_grants, "POST": consents.create_grant},
    "/oauth2PermissionGrants/{grant}": {
        "GET": consents.read_grant,
        "PATCH": consents.update_grant,
        "DELETE": consents.delete_grant,
    },
    "/organization": {"GET": read_only.read_organization},
    "/me": {"GET": read_only.read_me},
    "/me/memberOf": {"GET": read_only.my_memberships},
    "/me/memberOf/microsoft.graph.directoryRole": {"GET": read_only.my_roles},
    "/me/transitiveMemberOf": {"GET": read_only.my_memberships},
    "/me/transitiveMemberOf/microsoft.graph.directoryRole": {"GET": read_only.my_roles},
    "/directoryRoles": {"GET": read_only.list_roles},
    "/roleManagement/directory/roleAssignments": {"GET": read_only.list_role_assignments},
    "/users": {"GET": read_only.list_users},
    "/groups": {"GET": read_only.list_groups},
    "/sites": {"GET": read_only.list_sites},
    "/sites/root": {"GET": read_only.read_root_site},
    "/drives": {"GET": read_only.list_drives},
    "/directory/deletedItems/microsoft.graph.application": {"GET": deleted.list_applications},
    "/directory/deletedItems/microsoft.graph.servicePrincipal": {"GET": deleted.list_service_principals},
    "/directory/deletedItems/{item}": {"GET": deleted.read_item, "DELETE": deleted.purge_item},
    "/directory/deletedItems/{item}/restore": {"POST": deleted.restore_item},
    "/policies/defaultAppManagementPolicy": {"GET": credentials.default_policy},
}


@dataclass(frozen=True, slots=True)
class _Route:
    """A method, a path pattern and the operation for it."""

    pattern: re.Pattern[str]
    operations: Mapping[str, Operation]


def _compiled(template: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(template)), re.IGNORECASE)


_COMPILED: Final = tuple(_Route(_compiled(template), operations) for template, operations in _ROUTES.items())


@dataclass(frozen=True, slots=True)
class Found:
    """The operation for a path, with the values of its variable segments."""

    operation: Operation
    path: str
    names: Mapping[str, str]


def below_version(path: str) -> str:
    """The path below /v1.0 or its alias /v1.0/myorganization; raises the gateway's 400 for another version."""
    found = _VERSION.match(path)
    if found is None:
        raise malformed("Invalid version: " + (path.split("/")[1] if "/" in path else ""))
    return path[found.end() :] or "/"


def find_operation(method: str, path: str) -> Found:
    """The operation for a path after the version, still quoted. Raises 400 for an unknown path, 405 for a method."""
    normal = _normal(path)
    for route in _COMPILED:
        found = route.pattern.fullmatch(normal)
        if found is None:
            continue
        operation = route.operations.get(method.upper())
        if operation is None:
            raise Refusal(405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.")
        return Found(operation, path, found.groupdict())
    raise malformed(f"Resource not found for the segment '{normal.strip('/').split('/')[-1]}'.")


def _normal(path: str) -> str:
    """The path with keys in parentheses as segments of their own, and qualified action names shortened."""
    segments: list[str] = []
    for quoted in path.strip("/").split("/"):
        segment = unquote(quoted)
        keyed = _KEYED.match(segment)
        if keyed:
            plain = re.fullmatch(r"\('([^']*)'\)", keyed[2])
            segments += [keyed[1], plain[1] if plain else keyed[2].replace("/", "%2F")]
        else:
            segments.append(segment)
    last = segments[-1].removeprefix("microsoft.graph.")
    if last in ("addPassword", "removePassword", "addKey", "removeKey", "restore"):
        segments[-1] = last
    return "/" + "/".join(segments)
