"""Answers that contradict a belief: each is what the tenant says on the wire, once it did what it was asked."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import jwt

from installer.demo import Reply, Rewritten, Rule, Status
from installer.demo.certificates import signing_key
from installer.demo.faults import Host

GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
ORGANIZATION = r"/organization"
ROLES = r"/me/transitiveMemberOf"
GRAPH_PRINCIPAL = r"servicePrincipals\(appId='00000003-"
BY_UNIQUE_NAME = r"applications\(uniqueName="
BY_TAG = r"applications\?\$filter=tags"
BY_NAME = r"applications\?\$filter=displayName"
BIN = r"deletedItems/microsoft"
PRINCIPAL = r"servicePrincipals\(appId='(?!00000003-)"
GRANTS = r"appRoleAssignments"
ADD_SECRET = r"/addPassword"
APPLICATION = r"/applications/[0-9a-f-]{36}(\?|$)"
OWN_TOKEN = r"^/[0-9a-f]{8}-[^/]+/oauth2/v2\.0/token"
"""The application's own sign-in: it names the tenant by its id."""
PERSONS_TOKEN = r"^/organizations/oauth2/v2\.0/token"
DEVICE_CODE = r"/devicecode"
DISCOVERY = r"openid-configuration"

Change = Callable[[Reply], Reply]


def always(path: str, change: Change, *, host: Host = "part", method: str | None = None, index: int = 0) -> Rule:
    """Every such answer, from the `index`-th one on."""
    return Rule(Rewritten(change), host, method, path, index, None)


def once(path: str, change: Change, *, host: Host = "graph", method: str | None = None, index: int = 0) -> Rule:
    return Rule(Rewritten(change), host, method, path, index)


def refused(
    path: str,
    status: int,
    code: str,
    message: str,
    *,
    host: Host = "part",
    method: str | None = None,
    index: int = 0,
    times: int | None = None,
) -> Rule:
    """Microsoft Graph refuses such requests, which have no effect."""
    body = {"error": {"code": code, "message": message}}
    return Rule(Status(status, body=body), host, method, path, index, times)


def no_token(path: str, number: int, text: str, *, error: str = "invalid_client", times: int | None = None) -> Rule:
    """The token service refuses, with that AADSTS number."""
    body = {"error": error, "error_description": f"AADSTS{number}: {text}", "error_codes": [number]}
    return Rule(Status(400, body=body), "entra", "POST", path, 0, times)


def status(number: int) -> Change:
    return lambda reply: replace(reply, status=number)


def body(document: Any) -> Change:
    return lambda reply: replace(reply, body=document)


def header(name: str, value: str) -> Change:
    """The header with that value; without one it is left out."""
    return lambda reply: replace(reply, headers={**reply.headers, name: value})


def both(first: Change, second: Change) -> Change:
    return lambda reply: second(first(reply))


def with_field(name: str, value: Any) -> Change:
    """Every field of that name, wherever it stands; a callable makes the new value of the old one."""
    return _everywhere(lambda pairs: {key: _value(value, old) if key == name else old for key, old in pairs.items()})


def without(*names: str) -> Change:
    """No field of those names anywhere."""
    return _everywhere(lambda pairs: {key: old for key, old in pairs.items() if key not in names})


def with_more(reply: Reply) -> Reply:
    """Properties that nobody has heard of, in every object."""
    more = {"somethingNew": [7, None], "@odata.somethingNew": "x"}
    return _everywhere(lambda pairs: {**more, **pairs})(reply)


def in_capitals(reply: Reply) -> Reply:
    """Every GUID in capitals: their case says nothing (RFC 9562 §4)."""
    text = GUID.sub(lambda found: found[0].upper(), json.dumps(reply.body))
    return replace(reply, body=json.loads(text))


def the_other_way_round(reply: Reply) -> Reply:
    """Every list in its opposite order."""
    return replace(reply, body=_reversed(reply.body))


def beginning_empty(reply: Reply) -> Reply:
    """A first page without items: all of them follow on the next one (Microsoft, paging)."""
    root, _, fragment = reply.body["@odata.context"].partition("/$metadata#")
    token = base64.urlsafe_b64encode(b'{"offset": 0}').decode()
    link = f"{root}/{fragment.partition('(id,')[0]}?$skiptoken={token}"
    return replace(reply, body={**reply.body, "value": [], "@odata.nextLink": link})


def with_claims(**claims: Any) -> Change:
    """Other claims in the tokens; None leaves one out. They are signed as the tenant signs."""
    return both(_in_token("access_token", claims), _in_token("id_token", claims))


def with_id_claims(**claims: Any) -> Change:
    """The same in the id token alone."""
    return _in_token("id_token", claims)


def _in_token(name: str, claims: dict[str, Any]) -> Change:
    def change(reply: Reply) -> Reply:
        if name not in reply.body:
            return reply
        return replace(reply, body={**reply.body, name: _with(reply.body[name], claims)})

    return change


def _with(token: str, claims: dict[str, Any]) -> str:
    held: dict[str, Any] = jwt.decode(token, options={"verify_signature": False})
    for name, value in claims.items():
        held[name] = _value(value, held.get(name))
    kept = {name: value for name, value in held.items() if value is not None}
    return jwt.encode(kept, signing_key(), algorithm="RS256", headers=jwt.get_unverified_header(token))


def _value(value: Any, old: Any) -> Any:
    return value(old) if callable(value) else value


def _everywhere(change: Callable[[dict[str, Any]], dict[str, Any]]) -> Change:
    def walk(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: walk(inner) for key, inner in change(value).items()}
        return [walk(inner) for inner in value] if isinstance(value, list) else value

    return lambda reply: replace(reply, body=walk(reply.body))


def _reversed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _reversed(inner) for key, inner in value.items()}
    return [_reversed(inner) for inner in reversed(value)] if isinstance(value, list) else value
