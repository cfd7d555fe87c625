"""What an application may be given: names, types and limits of its writable properties.

Limits: Microsoft, "Validation differences by supported account types" and the application resource; messages as the
service words them where they are known (recorded traffic, issues).
"""

from __future__ import annotations

from typing import Any, Final

from installer.demo.directory import StoredApplication
from installer.demo.graph.answers import Refusal, bad_request
from installer.demo.resources import GUID, Json, new_application

_TEMPLATE: Final = new_application("", "", "")
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


def check_application(body: Json, current: Json | None) -> None:
    """Raises the 400 of the first property that is not acceptable; `current` is what a PATCH changes."""
    for name, value in body.items():
        if "@odata." in name:
            continue
        if name not in _TEMPLATE:
            raise bad_request(f"Invalid property '{name}'.")
        if name in _READ_ONLY and (current is None or current[name] != value):
            raise bad_request(f"Property '{name}' is read-only and cannot be set.", name)
        expected = _TYPES.get(name)
        if expected and not isinstance(value, expected):
            raise bad_request(f"Invalid value specified for property '{name}' of resource 'Application'.", name)
        if isinstance(value, str) and len(value) > _LONGEST.get(name, len(value)):
            raise bad_request(f"Invalid value specified for property '{name}' of resource 'Application'.", name)
        if name in _OBJECT_LISTS and not all(isinstance(one, dict) for one in value):
            raise bad_request(f"Invalid value specified for property '{name}' of resource 'Application'.", name)
        if name in _TEXT_LISTS and not all(isinstance(one, str) for one in value):
            raise bad_request(f"Invalid value specified for property '{name}' of resource 'Application'.", name)
    if body.get("passwordCredentials"):
        raise bad_request(
            "Invalid value specified for property 'passwordCredentials' of resource 'Application'.",
            "passwordCredentials",
        )
    _check_name(body, current)
    _check_tags(body.get("tags", []))
    _check_required_access(body.get("requiredResourceAccess", []))
    if current is not None:
        _check_kept_roles(body, current)
        name = current["uniqueName"]
        if name is not None and body.get("uniqueName", name) != name:
            raise bad_request("Property 'uniqueName' is immutable once it is set.", "uniqueName")


def apply(application: StoredApplication, body: Json) -> None:
    """Writes checked properties: collections are replaced whole, complex values merged; certificates not here."""
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


def _check_tags(tags: list[Any]) -> None:
    for tag in tags:
        if not isinstance(tag, str) or not 1 <= len(tag) <= 256 or tag != tag.strip():
            raise bad_request("Invalid value specified for property 'tags' of resource 'Application'.", "tags")
    if len(set(tags)) != len(tags):
        raise Refusal(400, "DuplicateValue", "Request contains a property with duplicate values.", "tags")


def _check_required_access(entries: list[Any]) -> None:
    name = "requiredResourceAccess"
    wrong = bad_request(f"Invalid value specified for property '{name}' of resource 'Application'.", name)
    seen: set[str] = set()
    permissions = 0
    for entry in entries:
        if not isinstance(entry, dict) or not _is_guid(entry.get("resourceAppId")):
            raise wrong
        access = entry.get("resourceAccess")
        if not isinstance(access, list):
            raise wrong
        for one in access:
            if not isinstance(one, dict) or not _is_guid(one.get("id")) or one.get("type") not in ("Role", "Scope"):
                raise wrong
        permissions += len(access)
        if entry["resourceAppId"] in seen or len({(one["id"], one["type"]) for one in access}) != len(access):
            raise Refusal(400, "DuplicateValue", "Request contains a property with duplicate values.", name)
        seen.add(entry["resourceAppId"])
    if len(entries) > _MOST_APIS or permissions > _MOST_PERMISSIONS:
        raise wrong


def _check_kept_roles(body: Json, current: Json) -> None:
    if "appRoles" not in body:
        return
    kept = {role.get("id"): role for role in body["appRoles"]}
    for role in current["appRoles"]:
        if role.get("isEnabled") and kept.get(role["id"]) != role:
            raise bad_request(
                "Permission (scope or role) cannot be deleted or updated unless disabled first", "appRoles"
            )


def _is_guid(value: object) -> bool:
    return isinstance(value, str) and GUID.fullmatch(value) is not None
