"""One call of an operation: who calls, with what, in which tenant; and the objects for the keys in its path."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from installer.demo.backend import Backend
from installer.demo.directory import Directory, StoredApplication, StoredServicePrincipal
from installer.demo.graph.access import Caller
from installer.demo.graph.answers import Answer, Refusal, bad_request, not_found
from installer.demo.graph.queries import Query
from installer.demo.replication import Delay, Spread
from installer.demo.resources import GUID, Json

_KEY: Final = re.compile(r"\((?P<name>appId|uniqueName)='(?P<value>(?:[^']|'')*)'\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Call:
    """`path` is below the version, `names` are the variable segments of it; header names are in lower case."""

    backend: Backend
    caller: Caller
    path: str
    names: Mapping[str, str]
    query: Query
    headers: Mapping[str, str]
    body: Any

    @property
    def directory(self) -> Directory:
        """The tenant's state."""
        return self.backend.directory

    @property
    def now(self) -> float:
        """The tenant's time, in seconds since 1970."""
        return self.backend.now()

    @property
    def graph(self) -> str:
        """Microsoft Graph's origin."""
        return self.backend.graph

    def json(self) -> Json:
        """The body as an object; raises the gateway's 400 if it is not one."""
        if not isinstance(self.body, dict):
            raise Refusal(
                400,
                "BadRequest",
                "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid "
                "JSON format.",
                units=None,
            )
        return self.body

    def location(self, kind: str, object_id: str) -> dict[str, str]:
        """The Location of a 201, as recorded."""
        return {
            "Location": f"{self.graph}/v2/{self.directory.tenant_id}/directoryObjects/{object_id}"
            f"/Microsoft.DirectoryServices.{kind}"
        }


Operation = Callable[[Call], Answer]


def find_application(call: Call) -> StoredApplication:
    """The application for the path's key; raises 404, also while it is not replicated."""
    key = call.names["application"]
    found = _alternate(key)
    if found is None:
        application = call.directory.applications.get(key.lower()) or _generated(call.directory.generated.by_id(key))
        _check_guid(key, application)
        shown = key
    else:
        name, shown = found
        if name == "appid":
            application = call.directory.application_by_app_id(shown)
            application = application or _generated(call.directory.generated.by_app_id(shown))
        else:
            application = call.directory.application_by_unique_name(shown)
    if application is None:
        raise not_found(shown)
    if not application.readable(call.now):
        call.backend.replication.refused()
        raise not_found(shown)
    return application


def unique_name_of(key: str) -> str | None:
    """The name in a key such as (uniqueName='x'); None for any other key."""
    found = _alternate(key)
    return found[1] if found and found[0] == "uniquename" else None


def find_service_principal(call: Call) -> StoredServicePrincipal:
    """The service principal for the path's key; raises 404, also while it is not replicated."""
    key = call.names["servicePrincipal"]
    found = _alternate(key)
    if found is None:
        service_principal = call.directory.service_principals.get(key.lower())
        _check_guid(key, service_principal)
    else:
        service_principal = call.directory.service_principal_by_app_id(found[1]) if found[0] == "appid" else None
    if service_principal is None:
        raise not_found(found[1] if found else key)
    if not service_principal.readable(call.now):
        call.backend.replication.refused()
        raise not_found(found[1] if found else key)
    return service_principal


def _alternate(key: str) -> tuple[str, str] | None:
    found = _KEY.fullmatch(key)
    return (found["name"].lower(), found["value"].replace("''", "'")) if found else None


def _check_guid(key: str, found: object) -> None:
    if found is None and not GUID.fullmatch(key):
        raise bad_request(f"Invalid object identifier '{key}'.")


def _generated(resource: Json | None) -> StoredApplication | None:
    if resource is None:
        return None
    settled = Delay(Spread.APPLICATION, resource["id"], 0.0, 0.0)
    return StoredApplication(resource, settled, settled)
