"""Admin consent: app role assignments, seen from either end, and delegated grants at /oauth2PermissionGrants.

Shapes: Microsoft Graph reference; recorded traffic.
"""

from __future__ import annotations

from typing import Final

from installer.demo.directory import StoredAssignment, StoredServicePrincipal
from installer.demo.graph.access import (
    APPLICATIONS_READ,
    GRANTS_READ,
    GRANTS_WRITE,
    ROLES_ASSIGN,
    ROLES_UNASSIGN,
    may_assign_roles,
    may_grant_delegated,
)
from installer.demo.graph.answers import Answer, Refusal, bad_request, not_found
from installer.demo.graph.calls import Call, find_service_principal
from installer.demo.graph.queries import arranged, check_properties, context, page, selected
from installer.demo.permissions import GRAPH_SP_ID
from installer.demo.replication import Spread
from installer.demo.resources import GUID, Json, composed_id, timestamp
from installer.demo.seeding import add_assignment

_NO_ROLE: Final = "00000000-0000-0000-0000-000000000000"
_ASSIGNMENT_PROPERTIES: Final = dict.fromkeys(
    (
        "id",
        "deletedDateTime",
        "appRoleId",
        "createdDateTime",
        "principalDisplayName",
        "principalId",
        "principalType",
        "resourceDisplayName",
        "resourceId",
    )
)
_GRANT_PROPERTIES: Final = dict.fromkeys(("clientId", "consentType", "id", "principalId", "resourceId", "scope"))
_LONGEST_SCOPE: Final = 3850


def list_roles_of_principal(call: Call) -> Answer:
    """GET …/appRoleAssignments: the app roles granted to this service principal."""
    return _assignments(call, "appRoleAssignments")


def list_roles_of_resource(call: Call) -> Answer:
    """GET …/appRoleAssignedTo: the grants of this service principal's app roles."""
    return _assignments(call, "appRoleAssignedTo")


def assign_role(call: Call) -> Answer:
    """POST to either list; the body needs principalId, resourceId and appRoleId in both cases."""
    ROLES_ASSIGN.check(call.caller)
    body = call.json()
    ids = [body.get(name) for name in ("principalId", "resourceId", "appRoleId")]
    if not all(isinstance(object_id, str) and GUID.fullmatch(object_id) for object_id in ids):
        raise bad_request("One or more properties are invalid.")
    principal_id, resource_id, role_id = (str(object_id).lower() for object_id in ids)
    may_assign_roles(call.caller, resource_id == GRAPH_SP_ID)
    end = find_service_principal(call)
    if end.id != (principal_id if call.path.lower().endswith("appRoleAssignments".lower()) else resource_id):
        raise bad_request("Not a valid reference update.")
    principal, resource = _readable(call, principal_id), _readable(call, resource_id)
    roles = {role["id"] for role in resource.resource["appRoles"] if role["isEnabled"]} or {_NO_ROLE}
    if role_id not in roles:
        raise bad_request("Permission being assigned was not found on application")
    for existing in call.directory.assignments_of(principal_id):
        if existing.resource["resourceId"] == resource_id and existing.resource["appRoleId"] == role_id:
            raise bad_request("Permission being assigned already exists on the object")
    begin, now = call.backend.replication.begin, call.now
    made = add_assignment(
        call.directory,
        principal,
        resource,
        role_id,
        timestamp(now),
        begin(Spread.APP_ROLE, role_id, now, principal.spread),
        begin(Spread.LISTING, role_id, now),
    )
    return Answer(201, _shown_assignment(call, made))


def read_assignment(call: Call) -> Answer:
    """GET of one app role assignment."""
    APPLICATIONS_READ.check(call.caller)
    return Answer(200, _shown_assignment(call, _find_assignment(call)))


def unassign_role(call: Call) -> Answer:
    """DELETE of one app role assignment."""
    ROLES_UNASSIGN.check(call.caller)
    assignment = _find_assignment(call)
    may_assign_roles(call.caller, assignment.resource["resourceId"] == GRAPH_SP_ID)
    del call.directory.assignments[assignment.resource["id"]]
    return Answer(204)


def _assignments(call: Call, relation: str) -> Answer:
    APPLICATIONS_READ.check(call.caller)
    check_properties(call.query, _ASSIGNMENT_PROPERTIES, "appRoleAssignment")
    end = find_service_principal(call)
    of_principal = relation == "appRoleAssignments"
    found = call.directory.assignments_of(end.id) if of_principal else call.directory.assigned_to(end.id)
    live = call.directory.service_principals
    listed = [entry.resource for entry in found if entry.listed(call.now) and entry.resource["principalId"] in live]
    fragment = f"servicePrincipals('{end.id}')/{relation}"
    return Answer(200, page(arranged(listed, call.query), call.query, call.graph, call.path, fragment), units=2)


def _readable(call: Call, object_id: str) -> StoredServicePrincipal:
    """The service principal of a reference; raises 404 if it is unknown, one of two errors if it is not replicated."""
    found = call.directory.service_principals.get(object_id)
    if found is None:
        raise not_found(object_id)
    if not found.readable(call.now):
        if call.backend.replication.refused() % 2:
            raise bad_request("Not a valid reference update.")
        raise not_found(object_id)
    return found


def _find_assignment(call: Call) -> StoredAssignment:
    end = find_service_principal(call)
    assignment = call.directory.assignments.get(call.names["assignment"])
    if assignment is None or end.id not in (assignment.resource["principalId"], assignment.resource["resourceId"]):
        raise not_found(call.names["assignment"])
    return assignment


def _shown_assignment(call: Call, assignment: StoredAssignment) -> dict[str, object]:
    relation = "appRoleAssignments" if "appRoleAssignments".lower() in call.path.lower() else "appRoleAssignedTo"
    end = assignment.resource["principalId" if relation == "appRoleAssignments" else "resourceId"]
    fragment = f"servicePrincipals('{end}')/{relation}/$entity"
    return {"@odata.context": context(call.graph, fragment, call.query), **assignment.resource}


def list_grants(call: Call) -> Answer:
    """GET /oauth2PermissionGrants."""
    return _grants(call, list(call.directory.grants.values()), "/oauth2PermissionGrants")


def list_grants_of_client(call: Call) -> Answer:
    """GET /servicePrincipals/{id}/oauth2PermissionGrants."""
    return _grants(call, call.directory.grants_of(find_service_principal(call).id), call.path)


def read_grant(call: Call) -> Answer:
    """GET /oauth2PermissionGrants/{id}."""
    GRANTS_READ.check(call.caller)
    body = {"@odata.context": context(call.graph, "oauth2PermissionGrants/$entity", call.query)}
    return Answer(200, body | selected(_find_grant(call), call.query))


def create_grant(call: Call) -> Answer:
    """POST /oauth2PermissionGrants: for all principals, or for one."""
    GRANTS_WRITE.check(call.caller)
    may_grant_delegated(call.caller)
    body = call.json()
    for name in ("clientId", "resourceId", "scope"):
        if not isinstance(body.get(name), str):
            raise bad_request("One or more properties are invalid.", name)
    consent, principal = body.get("consentType"), body.get("principalId")
    if consent not in ("AllPrincipals", "Principal") or (consent == "Principal") is not bool(principal):
        raise bad_request("One or more properties are invalid.", "consentType")
    _check_scope(body["scope"])
    client = call.directory.service_principals.get(body["clientId"])
    if client is None or not client.readable(call.now):
        raise not_found(body["clientId"])
    if body["resourceId"] not in call.directory.service_principals:
        raise bad_request("Specified resourceId was not found.")
    grant_id = composed_id(body["clientId"], body["resourceId"], *((principal,) if principal else ()))
    if grant_id in call.directory.grants:
        raise Refusal(409, "Request_MultipleObjectsWithSameKeyValue", "Permission entry already exists.")
    grant: Json = {
        "clientId": body["clientId"],
        "consentType": consent,
        "id": grant_id,
        "principalId": principal,
        "resourceId": body["resourceId"],
        "scope": body["scope"],
    }
    call.directory.grants[grant_id] = grant
    location = f"{call.graph}/v2/{call.directory.tenant_id}/oauth2PermissionGrants/{grant_id}"
    shown = {"@odata.context": context(call.graph, "oauth2PermissionGrants/$entity", call.query), **grant}
    return Answer(201, shown, {"Location": location})


def update_grant(call: Call) -> Answer:
    """PATCH /oauth2PermissionGrants/{id}, of its `scope`."""
    GRANTS_WRITE.check(call.caller)
    may_grant_delegated(call.caller)
    grant, scope = _find_grant(call), call.json().get("scope")
    if not isinstance(scope, str):
        raise bad_request("One or more properties are invalid.", "scope")
    _check_scope(scope)
    grant["scope"] = scope
    return Answer(204)


def delete_grant(call: Call) -> Answer:
    """DELETE /oauth2PermissionGrants/{id}."""
    GRANTS_WRITE.check(call.caller)
    may_grant_delegated(call.caller)
    del call.directory.grants[_find_grant(call)["id"]]
    return Answer(204)


def _grants(call: Call, grants: list[Json], path: str) -> Answer:
    GRANTS_READ.check(call.caller)
    check_properties(call.query, _GRANT_PROPERTIES, "oAuth2PermissionGrant")
    items = arranged(grants, call.query)
    return Answer(200, page(items, call.query, call.graph, path, "oauth2PermissionGrants"), units=2)


def _find_grant(call: Call) -> Json:
    grant = call.directory.grants.get(call.names["grant"])
    if grant is None:
        raise not_found(call.names["grant"])
    return grant


def _check_scope(scope: str) -> None:
    if len(scope) > _LONGEST_SCOPE:
        raise bad_request("One or more properties are invalid.", "scope")
