"""/applications: list, create, upsert by uniqueName, read, change, delete, owners (Microsoft Graph reference)."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Final

from installer.demo.credentials import InvalidCredential, replace_keys
from installer.demo.directory import StoredApplication
from installer.demo.graph.access import APPLICATIONS_READ, APPLICATIONS_WRITE, may_create, may_manage, owner_of_new
from installer.demo.graph.answers import Answer, Refusal, bad_request, not_found
from installer.demo.graph.calls import Call, find_application, unique_name_of
from installer.demo.graph.filters import AnyOf, Both, Compare, Condition, Either, Text
from installer.demo.graph.policies import check_certificate_policy
from installer.demo.graph.properties import apply, check_application
from installer.demo.graph.queries import arranged, check_properties, context, page, selected
from installer.demo.replication import Spread
from installer.demo.resources import Json, new_application, new_id, precise_timestamp, timestamp

KNOWN: Final = new_application("", "", "")


def list_applications(call: Call) -> Answer:
    APPLICATIONS_READ.check(call.caller)
    check_properties(call.query, KNOWN, "application")
    own = [one.resource for one in call.directory.applications.values() if one.listed(call.now)]
    items = _Joined(_fillers(call), arranged(own, call.query))
    body = page(items, call.query, call.graph, "/applications", "applications")
    return Answer(200, body, units=2)


def create_application(call: Call) -> Answer:
    APPLICATIONS_WRITE.check(call.caller)
    may_create(call.caller, call.directory)
    return _created(call, call.json())


def read_application(call: Call) -> Answer:
    APPLICATIONS_READ.check(call.caller)
    check_properties(call.query, KNOWN, "application", ["owners"])
    application = find_application(call)
    body: Json = {"@odata.context": context(call.graph, "applications/$entity", call.query)}
    resource = copy.deepcopy(application.resource)
    if "keyCredentials" in call.query.select:
        for entry in resource["keyCredentials"]:
            entry["key"] = application.keys.get(entry["keyId"])
    body |= selected(resource, call.query)
    if call.query.expand:
        body["owners"] = _owners(call, application)
    return Answer(200, body)


def update_application(call: Call) -> Answer:
    """PATCH; with a uniqueName key and `Prefer: create-if-missing`, an upsert (Microsoft, application-upsert)."""
    APPLICATIONS_WRITE.check(call.caller)
    unique_name = unique_name_of(call.names["application"])
    if unique_name is None:
        application = find_application(call)
    else:
        # The key is checked where it is written, so a repeated upsert finds the object that reads do not show yet.
        found = call.directory.application_by_unique_name(unique_name)
        if found is None:
            if "create-if-missing" not in call.headers.get("prefer", "").lower():
                raise not_found(unique_name)
            may_create(call.caller, call.directory)
            return _created(call, {**call.json(), "uniqueName": unique_name})
        application = found
    may_manage(call.caller, application)
    body = call.json()
    check_application(body, application.resource)
    _check_conflicts(call, body, application)
    known = {entry["keyId"] for entry in application.resource["keyCredentials"]}
    if any(entry.get("keyId") not in known for entry in body.get("keyCredentials") or ()):
        check_certificate_policy(call)
    _write(application, body)
    _rename_service_principal(call, application)
    return Answer(204)


def delete_application(call: Call) -> Answer:
    """Soft: 30 days in the deleted items, and its service principal with it."""
    APPLICATIONS_WRITE.check(call.caller)
    application = find_application(call)
    may_manage(call.caller, application)
    gone = timestamp(call.now)
    directory = call.directory
    del directory.applications[application.id]
    application.resource["deletedDateTime"] = gone
    directory.deleted_applications[application.id] = application
    service_principal = directory.service_principal_by_app_id(application.app_id)
    if service_principal:
        del directory.service_principals[service_principal.id]
        service_principal.resource["deletedDateTime"] = gone
        directory.deleted_service_principals[service_principal.id] = service_principal
    return Answer(204)


def list_owners(call: Call) -> Answer:
    APPLICATIONS_READ.check(call.caller)
    owners = _owners(call, find_application(call))
    return Answer(200, page(owners, call.query, call.graph, call.path, "directoryObjects"))


def add_owner(call: Call) -> Answer:
    """POST owners/$ref with `@odata.id` of a user."""
    APPLICATIONS_WRITE.check(call.caller)
    application = find_application(call)
    may_manage(call.caller, application)
    reference = str(call.json().get("@odata.id", ""))
    user_id = reference.rstrip("/").rpartition("/")[2]
    if call.directory.user(user_id) is None:
        raise not_found(user_id)
    if user_id in application.owners:
        raise bad_request(
            "One or more added object references already exist for the following modified properties: 'owners'."
        )
    application.owners.append(user_id)
    return Answer(204)


class _Joined(Sequence[Json]):
    """The other applications of a large tenant, then the real ones; nothing is made before it is looked at."""

    def __init__(self, first: Sequence[Json], then: Sequence[Json]) -> None:
        self._first, self._then = first, then

    def __len__(self) -> int:
        return len(self._first) + len(self._then)

    def __getitem__(self, index: int) -> Json:  # type: ignore[override]  # pages ask for single items only
        return self._first[index] if index < len(self._first) else self._then[index - len(self._first)]


def _fillers(call: Call) -> Sequence[Json]:
    fillers, query = call.directory.fillers, call.query
    if query.filter is None and not query.order and not query.search:
        return fillers  # type: ignore[return-value]  # a sequence in all that a page asks of it
    narrowed = _narrowed(call, query.filter.condition) if query.filter else None
    return arranged([fillers[index] for index in (range(len(fillers)) if narrowed is None else narrowed)], query)


def _narrowed(call: Call, condition: Condition) -> list[int] | None:
    fillers = call.directory.fillers
    match condition:
        case Compare((name,), "eq", str(value)):
            return fillers.with_value(name, value)
        case Text("startswith", (name,), value):
            return fillers.with_prefix(name, value)
        case AnyOf((name,), Compare((), "eq", str(value))):
            return fillers.with_value(name, value)
        case Both(left, right):
            one, other = _narrowed(call, left), _narrowed(call, right)
            return other if one is None else one
        case Either(left, right):
            one, other = _narrowed(call, left), _narrowed(call, right)
            return None if one is None or other is None else sorted({*one, *other})
        case _:
            return None


def _created(call: Call, body: Json) -> Answer:
    check_application(body, None)
    _check_conflicts(call, body, None)
    object_id, now = new_id(), call.now
    resource = new_application(object_id, new_id(), timestamp(now))
    resource["publisherDomain"] = call.directory.domain
    begin = call.backend.replication.begin
    spread = begin(Spread.APPLICATION, object_id, now)
    application = StoredApplication(
        resource, spread, begin(Spread.LISTING, object_id, now), owners=owner_of_new(call.caller)
    )
    if call.caller.app_only:
        application.owners = [call.caller.object_id]
    _write(application, body)
    call.directory.applications[object_id] = application
    shown: Json = {"@odata.context": context(call.graph, "applications/$entity", call.query)}
    shown |= copy.deepcopy(resource) | {"createdDateTime": precise_timestamp(now)}
    return Answer(201, shown, call.location("Application", object_id))


def _write(application: StoredApplication, body: Json) -> None:
    if "keyCredentials" in body:
        try:
            replace_keys(application, body["keyCredentials"])
        except InvalidCredential as error:
            raise bad_request(str(error), "keyCredentials") from error
    apply(application, body)


def _check_conflicts(call: Call, body: Json, application: StoredApplication | None) -> None:
    """A uniqueName is taken for as long as a deleted application holds it; the clash is a 400 (Microsoft; issues)."""
    name = body.get("uniqueName")
    if name:
        holder = call.directory.application_by_unique_name(name)
        if (holder not in (None, application)) or call.directory.deleted_application_by_unique_name(name):
            message = "Another object with the same value for property uniqueName already exists."
            raise Refusal(400, "Request_BadRequest", message, "uniqueName")
    for other in call.directory.applications.values():
        if other is not application and set(body.get("identifierUris", ())) & set(other.resource["identifierUris"]):
            raise bad_request(
                "A conflicting object with one or more of the specified property values is present in the directory"
            )


def _rename_service_principal(call: Call, application: StoredApplication) -> None:
    service_principal = call.directory.service_principal_by_app_id(application.app_id)
    if service_principal:
        name = application.resource["displayName"]
        service_principal.resource["appDisplayName"] = service_principal.resource["displayName"] = name


def _owners(call: Call, application: StoredApplication) -> list[Json]:
    users = (call.directory.user(owner) for owner in application.owners)
    return [{"@odata.type": "#microsoft.graph.user", **user.resource()} for user in users if user]
