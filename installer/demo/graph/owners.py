"""…/owners of applications and service principals: list, add and remove by $ref (recorded traffic)."""

from __future__ import annotations

from installer.demo.directory import Credentialed, StoredApplication
from installer.demo.graph.access import APPLICATIONS_READ, APPLICATIONS_WRITE, may_manage, may_manage_principal
from installer.demo.graph.answers import Answer, bad_request, not_found
from installer.demo.graph.calls import Call, find_application, find_service_principal
from installer.demo.graph.queries import page
from installer.demo.resources import Json


def list_owners(call: Call) -> Answer:
    """GET …/owners."""
    APPLICATIONS_READ.check(call.caller)
    owners = owners_of(call, _owned(call))
    return Answer(200, page(owners, call.query, call.graph, call.path, "directoryObjects"))


def add_owner(call: Call) -> Answer:
    """POST owners/$ref with `@odata.id` of a user or of a service principal."""
    APPLICATIONS_WRITE.check(call.caller)
    owned = _owned(call)
    _check_rights(call, owned)
    owner = str(call.json().get("@odata.id", "")).rstrip("/").rpartition("/")[2]
    if _shown(call, owner) is None:
        raise not_found(owner)
    if owner in owned.owners:
        raise bad_request(
            "One or more added object references already exist for the following modified properties: 'owners'."
        )
    owned.owners.append(owner)
    return Answer(204)


def remove_owner(call: Call) -> Answer:
    """DELETE owners/{id}/$ref; the last owner can be removed as well, unlike that of a group."""
    APPLICATIONS_WRITE.check(call.caller)
    owned, owner = _owned(call), call.names["owner"]
    _check_rights(call, owned)
    if owner not in owned.owners:
        raise not_found(owner)
    owned.owners.remove(owner)
    return Answer(204)


def owners_of(call: Call, owned: Credentialed) -> list[Json]:
    """The owners as directory objects with their types."""
    return [shown for owner in owned.owners if (shown := _shown(call, owner))]


def _owned(call: Call) -> Credentialed:
    return find_application(call) if "application" in call.names else find_service_principal(call)


def _check_rights(call: Call, owned: Credentialed) -> None:
    if isinstance(owned, StoredApplication):
        may_manage(call.caller, owned)
    else:
        may_manage_principal(call.caller, owned, call.directory)


def _shown(call: Call, owner: str) -> Json | None:
    if user := call.directory.user(owner):
        return {"@odata.type": "#microsoft.graph.user", **user.resource()}
    if principal := call.directory.service_principals.get(owner):
        return {"@odata.type": "#microsoft.graph.servicePrincipal", **principal.resource}
    return None
