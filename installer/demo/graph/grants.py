"""/oauth2PermissionGrants: delegated consent (Microsoft Graph reference; recorded traffic)."""

from __future__ import annotations

from typing import Final

from installer.demo.graph.access import GRANTS_READ, GRANTS_WRITE, may_grant_delegated
from installer.demo.graph.answers import Answer, Refusal, bad_request, not_found
from installer.demo.graph.calls import Call, find_service_principal
from installer.demo.graph.queries import arranged, check_properties, context, page, selected
from installer.demo.resources import Json, composed_id

_KNOWN: Final = dict.fromkeys(("clientId", "consentType", "id", "principalId", "resourceId", "scope"))
_LONGEST_SCOPE: Final = 3850


def list_grants(call: Call) -> Answer:
    return _list(call, list(call.directory.grants.values()), "/oauth2PermissionGrants")


def list_of_service_principal(call: Call) -> Answer:
    return _list(call, call.directory.grants_of(find_service_principal(call).id), call.path)


def read_grant(call: Call) -> Answer:
    GRANTS_READ.check(call.caller)
    body = {"@odata.context": context(call.graph, "oauth2PermissionGrants/$entity", call.query)}
    return Answer(200, body | selected(_find(call), call.query))


def create_grant(call: Call) -> Answer:
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
    GRANTS_WRITE.check(call.caller)
    may_grant_delegated(call.caller)
    grant, scope = _find(call), call.json().get("scope")
    if not isinstance(scope, str):
        raise bad_request("One or more properties are invalid.", "scope")
    _check_scope(scope)
    grant["scope"] = scope
    return Answer(204)


def delete_grant(call: Call) -> Answer:
    GRANTS_WRITE.check(call.caller)
    may_grant_delegated(call.caller)
    del call.directory.grants[_find(call)["id"]]
    return Answer(204)


def _list(call: Call, grants: list[Json], path: str) -> Answer:
    GRANTS_READ.check(call.caller)
    check_properties(call.query, _KNOWN, "oAuth2PermissionGrant")
    items = arranged(grants, call.query)
    return Answer(200, page(items, call.query, call.graph, path, "oauth2PermissionGrants"), units=2)


def _find(call: Call) -> Json:
    grant = call.directory.grants.get(call.names["grant"])
    if grant is None:
        raise not_found(call.names["grant"])
    return grant


def _check_scope(scope: str) -> None:
    if len(scope) > _LONGEST_SCOPE:
        raise bad_request("One or more properties are invalid.", "scope")
