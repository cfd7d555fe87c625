"""/directory/deletedItems: what was deleted within 30 days can be listed, restored or purged."""

from __future__ import annotations

from installer.demo.directory import StoredApplication, StoredServicePrincipal
from installer.demo.graph.access import APPLICATIONS_READ, APPLICATIONS_WRITE, may_manage
from installer.demo.graph.answers import Answer, not_found
from installer.demo.graph.applications import KNOWN as APPLICATION
from installer.demo.graph.calls import Call
from installer.demo.graph.queries import arranged, check_properties, page, selected
from installer.demo.graph.service_principals import KNOWN as SERVICE_PRINCIPAL
from installer.demo.graph.service_principals import no_application, principal_in_use
from installer.demo.resources import Json


def list_applications(call: Call) -> Answer:
    """GET /directory/deletedItems/microsoft.graph.application."""
    APPLICATIONS_READ.check(call.caller)
    check_properties(call.query, APPLICATION, "application")
    items = arranged([deleted.resource for deleted in call.directory.deleted_applications.values()], call.query)
    return Answer(200, page(items, call.query, call.graph, call.path, "applications"))


def list_service_principals(call: Call) -> Answer:
    """GET /directory/deletedItems/microsoft.graph.servicePrincipal."""
    APPLICATIONS_READ.check(call.caller)
    check_properties(call.query, SERVICE_PRINCIPAL, "servicePrincipal")
    items = arranged([deleted.resource for deleted in call.directory.deleted_service_principals.values()], call.query)
    return Answer(200, page(items, call.query, call.graph, call.path, "servicePrincipals"))


def read_item(call: Call) -> Answer:
    """GET /directory/deletedItems/{id}."""
    APPLICATIONS_READ.check(call.caller)
    return Answer(200, _shown(call, _find(call)))


def restore_item(call: Call) -> Answer:
    """POST …/restore: only this item, not an application's service principal (Microsoft, restore deleted item).

    A service principal's grants are restored with it (Microsoft, restore an enterprise application).
    """
    APPLICATIONS_WRITE.check(call.caller)
    item, directory = _find(call), call.directory
    application = item if isinstance(item, StoredApplication) else directory.application_by_app_id(item.app_id)
    may_manage(call.caller, application)
    if isinstance(item, StoredApplication):
        directory.applications[item.id] = directory.deleted_applications.pop(item.id)
    elif application is None:
        raise no_application(item.app_id)
    elif directory.service_principal_by_app_id(item.app_id):
        raise principal_in_use(item.app_id)
    else:
        directory.service_principals[item.id] = directory.deleted_service_principals.pop(item.id)
    item.resource["deletedDateTime"] = None
    return Answer(200, _shown(call, item))


def purge_item(call: Call) -> Answer:
    """DELETE /directory/deletedItems/{id}: for good, and its service principal and grants with it."""
    APPLICATIONS_WRITE.check(call.caller)
    item, directory = _find(call), call.directory
    may_manage(call.caller, item if isinstance(item, StoredApplication) else None)
    directory.deleted_applications.pop(item.id, None)
    for principal in _service_principals_of(call, item):
        del directory.deleted_service_principals[principal.id]
        for assignment in directory.assignments_of(principal.id):
            del directory.assignments[assignment.resource["id"]]
        for grant in directory.grants_of(principal.id):
            del directory.grants[grant["id"]]
    return Answer(204)


def _find(call: Call) -> StoredApplication | StoredServicePrincipal:
    object_id = call.names["item"]
    directory = call.directory
    found = directory.deleted_applications.get(object_id) or directory.deleted_service_principals.get(object_id)
    if found is None:
        raise not_found(object_id)
    return found


def _service_principals_of(
    call: Call, item: StoredApplication | StoredServicePrincipal
) -> list[StoredServicePrincipal]:
    deleted = call.directory.deleted_service_principals.values()
    return [principal for principal in deleted if principal.app_id == item.app_id]


def _shown(call: Call, item: StoredApplication | StoredServicePrincipal) -> Json:
    kind = "application" if isinstance(item, StoredApplication) else "servicePrincipal"
    return {
        "@odata.context": f"{call.graph}/v1.0/$metadata#directoryObjects/$entity",
        "@odata.type": f"#microsoft.graph.{kind}",
        **selected(item.resource, call.query),
    }
