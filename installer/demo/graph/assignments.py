"""App role assignments, which are admin consent to application permissions: on either end of the relation."""

from __future__ import annotations

from typing import Final

from installer.demo.directory import StoredAssignment, StoredServicePrincipal
from installer.demo.graph.access import APPLICATIONS_READ, ROLES_ASSIGN, ROLES_UNASSIGN, may_assign_roles
from installer.demo.graph.answers import Answer, bad_request, not_found
from installer.demo.graph.calls import Call, find_service_principal
from installer.demo.graph.queries import arranged, check_properties, context, page
from installer.demo.permissions import GRAPH_SP_ID
from installer.demo.replication import Spread
from installer.demo.resources import GUID, timestamp
from installer.demo.seeding import add_assignment

_NO_ROLE: Final = "00000000-0000-0000-0000-000000000000"
_KNOWN: Final = dict.fromkeys(
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


def list_of_principal(call: Call) -> Answer:
    """…/appRoleAssignments: what this service principal was given."""
    return _list(call, "appRoleAssignments")


def list_of_resource(call: Call) -> Answer:
    """…/appRoleAssignedTo: to whom this one's roles were given."""
    return _list(call, "appRoleAssignedTo")


def assign(call: Call) -> Answer:
    """The path names either end; the body needs principalId, resourceId and appRoleId all the same."""
    ROLES_ASSIGN.check(call.caller)
    body = call.json()
    ids = [body.get(name) for name in ("principalId", "resourceId", "appRoleId")]
    if not all(isinstance(one, str) and GUID.fullmatch(one) for one in ids):
        raise bad_request("One or more properties are invalid.")
    principal_id, resource_id, role_id = (str(one).lower() for one in ids)
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
    return Answer(201, _entity(call, made))


def read_assignment(call: Call) -> Answer:
    APPLICATIONS_READ.check(call.caller)
    return Answer(200, _entity(call, _find(call)))


def unassign(call: Call) -> Answer:
    ROLES_UNASSIGN.check(call.caller)
    assignment = _find(call)
    may_assign_roles(call.caller, assignment.resource["resourceId"] == GRAPH_SP_ID)
    del call.directory.assignments[assignment.resource["id"]]
    return Answer(204)


def _list(call: Call, relation: str) -> Answer:
    APPLICATIONS_READ.check(call.caller)
    check_properties(call.query, _KNOWN, "appRoleAssignment")
    end = find_service_principal(call)
    of_principal = relation == "appRoleAssignments"
    found = call.directory.assignments_of(end.id) if of_principal else call.directory.assigned_to(end.id)
    live = call.directory.service_principals
    listed = [one.resource for one in found if one.listed(call.now) and one.resource["principalId"] in live]
    fragment = f"servicePrincipals('{end.id}')/{relation}"
    return Answer(200, page(arranged(listed, call.query), call.query, call.graph, call.path, fragment), units=2)


def _readable(call: Call, object_id: str) -> StoredServicePrincipal:
    """A service principal as a reference: unknown is 404; known but still spreading, one of two errors."""
    found = call.directory.service_principals.get(object_id)
    if found is None:
        raise not_found(object_id)
    if not found.readable(call.now):
        if call.backend.replication.refused() % 2:
            raise bad_request("Not a valid reference update.")
        raise not_found(object_id)
    return found


def _find(call: Call) -> StoredAssignment:
    end = find_service_principal(call)
    assignment = call.directory.assignments.get(call.names["assignment"])
    if assignment is None or end.id not in (assignment.resource["principalId"], assignment.resource["resourceId"]):
        raise not_found(call.names["assignment"])
    return assignment


def _entity(call: Call, assignment: StoredAssignment) -> dict[str, object]:
    relation = "appRoleAssignments" if "appRoleAssignments".lower() in call.path.lower() else "appRoleAssignedTo"
    end = assignment.resource["principalId" if relation == "appRoleAssignments" else "resourceId"]
    fragment = f"servicePrincipals('{end}')/{relation}/$entity"
    return {"@odata.context": context(call.graph, fragment, call.query), **assignment.resource}
