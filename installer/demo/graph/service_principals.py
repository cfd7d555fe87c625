"""/servicePrincipals: list, create from an application, read, change, delete (Microsoft Graph reference)."""

from __future__ import annotations

import copy
from typing import Final

from installer.demo.directory import StoredServicePrincipal
from installer.demo.graph.access import (
    APPLICATIONS_READ,
    APPLICATIONS_WRITE,
    may_manage,
    may_manage_principal,
)
from installer.demo.graph.answers import Answer, Refusal, bad_request, forbidden
from installer.demo.graph.applications import check_tags
from installer.demo.graph.calls import Call, find_service_principal
from installer.demo.graph.credentials import InvalidCredential, replace_keys
from installer.demo.graph.queries import arranged, check_properties, context, page, selected
from installer.demo.replication import Spread
from installer.demo.resources import Json, new_id, new_service_principal, timestamp

KNOWN: Final = new_service_principal("", {"displayName": "", "appId": "", "signInAudience": ""}, "", None)
_WRITABLE: Final = frozenset(
    {
        "accountEnabled",
        "alternativeNames",
        "appRoleAssignmentRequired",
        "description",
        "displayName",
        "homepage",
        "loginUrl",
        "notes",
        "notificationEmailAddresses",
        "servicePrincipalType",
        "tags",
    }
)


def list_service_principals(call: Call) -> Answer:
    """GET /servicePrincipals."""
    APPLICATIONS_READ.check(call.caller)
    check_properties(call.query, KNOWN, "servicePrincipal")
    directory = call.directory
    listed = [stored for stored in directory.service_principals.values() if stored.listed(call.now)]
    items = arranged([directory.shown_principal(stored) for stored in listed], call.query)
    return Answer(200, page(items, call.query, call.graph, "/servicePrincipals", "servicePrincipals"), units=2)


def create_service_principal(call: Call) -> Answer:
    """POST /servicePrincipals; too soon after the application, it answers one of two errors (other clients' issues)."""
    APPLICATIONS_WRITE.check(call.caller)
    body = call.json()
    app_id = body.get("appId")
    if not isinstance(app_id, str):
        raise bad_request("One or more properties are invalid.", "appId")
    for name in body:
        if "@odata." not in name and name != "appId" and name not in _WRITABLE:
            raise bad_request(f"Invalid property '{name}'.")
    check_tags(body.get("tags", []), "ServicePrincipal")
    application = call.directory.application_by_app_id(app_id)
    if application is None:
        raise no_application(app_id)
    if not application.readable(call.now):
        if call.backend.replication.refused() % 2:
            raise forbidden(
                "When using this permission, the backing application of the service principal being created must in "
                "the local tenant"
            )
        raise no_application(app_id)
    may_manage(call.caller, application)
    if call.directory.service_principal_by_app_id(app_id):
        raise principal_in_use(app_id)
    object_id, now = new_id(), call.now
    resource = new_service_principal(object_id, application.resource, call.directory.tenant_id, timestamp(now))
    resource.update({name: body[name] for name in body if name in _WRITABLE})
    begin = call.backend.replication.begin
    stored = StoredServicePrincipal(
        resource,
        begin(Spread.SERVICE_PRINCIPAL, object_id, now, application.spread),
        begin(Spread.LISTING, object_id, now),
    )
    call.directory.service_principals[object_id] = stored
    made = copy.deepcopy(call.directory.shown_principal(stored))
    shown = {"@odata.context": context(call.graph, "servicePrincipals/$entity", call.query), **made}
    return Answer(201, shown, call.location("ServicePrincipal", object_id))


def read_service_principal(call: Call) -> Answer:
    """GET of one service principal, by object id or client id."""
    APPLICATIONS_READ.check(call.caller)
    check_properties(call.query, KNOWN, "servicePrincipal", ["appRoleAssignments"])
    resource = call.directory.shown_principal(find_service_principal(call))
    body: Json = {"@odata.context": context(call.graph, "servicePrincipals/$entity", call.query)}
    body |= selected(resource, call.query)
    if call.query.expand:
        found = call.directory.assignments_of(resource["id"])
        body["appRoleAssignments"] = [entry.resource for entry in found if entry.listed(call.now)]
    return Answer(200, body)


def update_service_principal(call: Call) -> Answer:
    """PATCH of one service principal."""
    APPLICATIONS_WRITE.check(call.caller)
    stored = find_service_principal(call)
    may_manage_principal(call.caller, stored, call.directory)
    body = call.json()
    for name in body:
        if "@odata." not in name and name not in (*_WRITABLE, "keyCredentials"):
            raise bad_request(f"Invalid property '{name}'.")
    check_tags(body.get("tags", []), "ServicePrincipal")
    if "keyCredentials" in body:
        try:
            replace_keys(stored, body["keyCredentials"])
        except InvalidCredential as error:
            raise bad_request(str(error), "keyCredentials") from error
    stored.resource.update({name: value for name, value in body.items() if name in _WRITABLE})
    return Answer(204)


def delete_service_principal(call: Call) -> Answer:
    """DELETE of one service principal, which goes to the recycle bin."""
    APPLICATIONS_WRITE.check(call.caller)
    stored = find_service_principal(call)
    may_manage_principal(call.caller, stored, call.directory)
    del call.directory.service_principals[stored.id]
    stored.resource["deletedDateTime"] = timestamp(call.now)
    call.directory.deleted_service_principals[stored.id] = stored
    return Answer(204)


def no_application(app_id: str) -> Refusal:
    """400: the application does not exist, or is not replicated yet."""
    return bad_request(f"The appId '{app_id}' of the service principal does not reference a valid application object.")


def principal_in_use(app_id: str) -> Refusal:
    """409: the application has a service principal already."""
    return Refusal(
        409,
        "Request_MultipleObjectsWithSameKeyValue",
        "The service principal cannot be created, updated, or restored because the service principal name "
        f"{app_id} is already in use.",
    )
