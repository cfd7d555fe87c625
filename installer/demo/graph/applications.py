"""/applications: list, create, upsert by uniqueName, read, change, delete; limits of the writable properties.

Operations: Microsoft Graph reference. Limits: Microsoft, "Validation differences by supported account types" and the
application resource; messages as the service words them where they are known (recorded traffic, issues).
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any, Final

from installer.demo.directory import StaleRow, StoredApplication
from installer.demo.graph.access import APPLICATIONS_READ, APPLICATIONS_WRITE, may_create, may_manage, owner_of_new
from installer.demo.graph.answers import Answer, Refusal, bad_request, not_found
from installer.demo.graph.calls import Call, find_application, unique_name_of
from installer.demo.graph.credentials import InvalidCredential, check_certificate_policy, replace_keys
from installer.demo.graph.filters import AnyOf, Both, Compare, Condition, Either, Text
from installer.demo.graph.owners import owners_of
from installer.demo.graph.queries import arranged, check_properties, context, page, selected
from installer.demo.replication import Spread
from installer.demo.resources import GUID, Json, new_application, new_id, precise_timestamp, timestamp

KNOWN: Final = new_application("", "", "")
_READ_ONLY: Final = frozenset(
    {"id", "appId", "createdDateTime", "deletedDateTime", "publisherDomain", "applicationTemplateId"}
)
_TYPES: Final = {
    "displayName": (str,),
    "description": (str, type(None)),
    "notes": (str, type(None)),
    "signInAudience": (str,),
    "tags": (list,),
    "identifierUris": (list,),
    "requiredResourceAccess": (list,),
    "appRoles": (list,),
    "keyCredentials": (list,),
    "isFallbackPublicClient": (bool, type(None)),
    "uniqueName": (str, type(None)),
    "web": (dict,),
    "spa": (dict,),
    "publicClient": (dict,),
    "api": (dict,),
    "info": (dict,),
}
_OBJECT_LISTS: Final = ("keyCredentials", "appRoles", "requiredResourceAccess")
_TEXT_LISTS: Final = ("tags", "identifierUris")
_AUDIENCES: Final = frozenset(
    {"AzureADMyOrg", "AzureADMultipleOrgs", "AzureADandPersonalMicrosoftAccount", "PersonalMicrosoftAccount"}
)
_LONGEST: Final = {"displayName": 256, "description": 1024, "notes": 1024}
_LONGEST_SINGLE_TENANT_NAME: Final = 120
_MOST_APIS: Final = 50
_MOST_PERMISSIONS: Final = 400


def list_applications(call: Call) -> Answer:
    """GET /applications: generated and stored ones, also deleted ones that lists still show."""
    APPLICATIONS_READ.check(call.caller)
    check_properties(call.query, KNOWN, "application")
    own = [stored.resource for stored in call.directory.applications.values() if stored.listed(call.now)]
    own += [row.resource for row in call.directory.departed if call.now < row.listing.over]
    items = _Concatenated(_generated(call), arranged(own, call.query))
    body = page(items, call.query, call.graph, "/applications", "applications")
    return Answer(200, body, units=2)


def create_application(call: Call) -> Answer:
    """POST /applications."""
    APPLICATIONS_WRITE.check(call.caller)
    may_create(call.caller, call.directory)
    return _created(call, call.json())


def read_application(call: Call) -> Answer:
    """GET of one application, by object id, client id or unique name."""
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
        body["owners"] = owners_of(call, application)
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
    added = [entry for entry in body.get("keyCredentials") or () if entry.get("keyId") not in known]
    if added:
        check_certificate_policy(call, added)
    _write(application, body)
    _rename_service_principal(call, application)
    return Answer(204)


def delete_application(call: Call) -> Answer:
    """DELETE: moves it to the recycle bin for 30 days, and its service principal with it."""
    APPLICATIONS_WRITE.check(call.caller)
    application = find_application(call)
    may_manage(call.caller, application)
    gone = timestamp(call.now)
    directory = call.directory
    del directory.applications[application.id]
    still_listed = call.backend.replication.begin(Spread.LISTING, application.id, call.now)
    directory.departed.append(StaleRow(copy.deepcopy(application.resource), still_listed))
    application.resource["deletedDateTime"] = gone
    directory.deleted_applications[application.id] = application
    service_principal = directory.service_principal_by_app_id(application.app_id)
    if service_principal:
        del directory.service_principals[service_principal.id]
        service_principal.resource["deletedDateTime"] = gone
        directory.deleted_service_principals[service_principal.id] = service_principal
    return Answer(204)


class _Concatenated(Sequence[Json]):
    """The generated applications, then the stored ones; generated ones are only made when they are read."""

    def __init__(self, first: Sequence[Json], then: Sequence[Json]) -> None:
        self._first, self._then = first, then

    def __len__(self) -> int:
        return len(self._first) + len(self._then)

    def __getitem__(self, index: int) -> Json:  # type: ignore[override]  # pages ask for single items only
        return self._first[index] if index < len(self._first) else self._then[index - len(self._first)]


def _generated(call: Call) -> Sequence[Json]:
    generated, query = call.directory.generated, call.query
    if query.filter is None and not query.order and not query.search:
        return generated  # type: ignore[return-value]  # a sequence in all that a page asks of it
    candidates = _candidates(call, query.filter.condition) if query.filter else None
    numbers = range(len(generated)) if candidates is None else candidates
    return arranged([generated[number] for number in numbers], query)


def _candidates(call: Call, condition: Condition) -> list[int] | None:
    """The numbers of the generated applications that can meet the condition; None if each has to be read."""
    generated = call.directory.generated
    match condition:
        case Compare((name,), "eq", str(value)):
            return generated.with_value(name, value)
        case Text("startswith", (name,), value):
            return generated.with_prefix(name, value)
        case AnyOf((name,), Compare((), "eq", str(value))):
            return generated.with_value(name, value)
        case Both(left, right):
            by_left, by_right = _candidates(call, left), _candidates(call, right)
            return by_right if by_left is None else by_left
        case Either(left, right):
            by_left, by_right = _candidates(call, left), _candidates(call, right)
            return None if by_left is None or by_right is None else sorted({*by_left, *by_right})
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
    """Raises 400 for a uniqueName that another application has, deleted ones included (Microsoft; public issues)."""
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


def check_application(body: Json, current: Json | None) -> None:
    """Raises 400 for the first property that is not acceptable; `current` is the resource that a PATCH changes."""
    for name, value in body.items():
        if "@odata." in name:
            continue
        if name not in KNOWN:
            raise bad_request(f"Invalid property '{name}'.")
        if name in _READ_ONLY and (current is None or current[name] != value):
            raise bad_request(f"Property '{name}' is read-only and cannot be set.", name)
        expected = _TYPES.get(name)
        if expected and not isinstance(value, expected):
            raise bad_request(f"Invalid value specified for property '{name}' of resource 'Application'.", name)
        if isinstance(value, str) and len(value) > _LONGEST.get(name, len(value)):
            raise bad_request(f"Invalid value specified for property '{name}' of resource 'Application'.", name)
        if name in _OBJECT_LISTS and not all(isinstance(entry, dict) for entry in value):
            raise bad_request(f"Invalid value specified for property '{name}' of resource 'Application'.", name)
        if name in _TEXT_LISTS and not all(isinstance(entry, str) for entry in value):
            raise bad_request(f"Invalid value specified for property '{name}' of resource 'Application'.", name)
    if body.get("passwordCredentials"):
        raise bad_request(
            "Invalid value specified for property 'passwordCredentials' of resource 'Application'.",
            "passwordCredentials",
        )
    _check_name(body, current)
    check_tags(body.get("tags", []), "Application")
    _check_required_access(body.get("requiredResourceAccess", []))
    if current is not None:
        _check_kept_roles(body, current)
        name = current["uniqueName"]
        if name is not None and body.get("uniqueName", name) != name:
            raise bad_request("Property 'uniqueName' is immutable once it is set.", "uniqueName")


def apply(application: StoredApplication, body: Json) -> None:
    """Writes checked properties, except certificates: collections are replaced, complex values merged."""
    for name, value in body.items():
        if "@odata." in name or name in ("keyCredentials", "passwordCredentials"):
            continue
        before = application.resource[name]
        application.resource[name] = (
            {**before, **value} if isinstance(before, dict) and isinstance(value, dict) else value
        )


def _check_name(body: Json, current: Json | None) -> None:
    audience = body.get("signInAudience", current["signInAudience"] if current else "AzureADMyOrg")
    if audience not in _AUDIENCES:
        raise bad_request(
            "Invalid value specified for property 'signInAudience' of resource 'Application'.", "signInAudience"
        )
    if "displayName" not in body and current is not None:
        return
    name = body.get("displayName")
    single = audience in ("AzureADMyOrg", "AzureADMultipleOrgs")
    if not name or (single and len(name) > _LONGEST_SINGLE_TENANT_NAME):
        raise bad_request(
            "Invalid value specified for property 'displayName' of resource 'Application'.", "displayName"
        )


def check_tags(tags: object, kind: str) -> None:
    """Raises 400 for tags that a resource of this kind cannot have."""
    if not isinstance(tags, list) or not all(_is_tag(tag) for tag in tags):
        raise bad_request(f"Invalid value specified for property 'tags' of resource '{kind}'.", "tags")
    if len(set(tags)) != len(tags):
        raise Refusal(400, "DuplicateValue", "Request contains a property with duplicate values.", "tags")


def _is_tag(value: object) -> bool:
    return isinstance(value, str) and 1 <= len(value) <= 256 and value == value.strip()


def _check_required_access(entries: list[Any]) -> None:
    name = "requiredResourceAccess"
    invalid = bad_request(f"Invalid value specified for property '{name}' of resource 'Application'.", name)
    seen: set[str] = set()
    permissions = 0
    for entry in entries:
        if not isinstance(entry, dict) or not _is_guid(entry.get("resourceAppId")):
            raise invalid
        access = entry.get("resourceAccess")
        if not isinstance(access, list):
            raise invalid
        if not all(_is_permission(permission) for permission in access):
            raise invalid
        permissions += len(access)
        if entry["resourceAppId"] in seen or len(
            {(permission["id"], permission["type"]) for permission in access}
        ) != len(access):
            raise Refusal(400, "DuplicateValue", "Request contains a property with duplicate values.", name)
        seen.add(entry["resourceAppId"])
    if len(entries) > _MOST_APIS or permissions > _MOST_PERMISSIONS:
        raise invalid


def _check_kept_roles(body: Json, current: Json) -> None:
    if "appRoles" not in body:
        return
    kept = {role.get("id"): role for role in body["appRoles"]}
    for role in current["appRoles"]:
        if role.get("isEnabled") and kept.get(role["id"]) != role:
            raise bad_request(
                "Permission (scope or role) cannot be deleted or updated unless disabled first", "appRoles"
            )


def _is_permission(value: object) -> bool:
    return isinstance(value, dict) and _is_guid(value.get("id")) and value.get("type") in ("Role", "Scope")


def _is_guid(value: object) -> bool:
    return isinstance(value, str) and GUID.fullmatch(value) is not None
