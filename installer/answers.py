"""Microsoft Graph's JSON, checked while it is read: a field of an unexpected type raises `NotMicrosoft`."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final

from installer.errors.network import NotMicrosoft
from installer.transport import Response

_TEXTS: Final = frozenset(
    {"id", "appId", "displayName", "uniqueName", "keyId", "secretText", "appRoleId", "resourceId", "resourceAppId"}
    | {"roleTemplateId", "@odata.nextLink", "@odata.type", "signInAudience", "userPrincipalName", "roleDefinitionId"}
    | {"resourceDisplayName", "principalId", "issuer", "subject", "scope", "directoryScopeId"}
)
_IDS: Final = frozenset(
    {"id", "appId", "keyId", "appRoleId", "resourceId", "resourceAppId", "roleTemplateId"},
)
_GUID: Final = re.compile(r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_MOMENTS: Final = frozenset({"createdDateTime", "startDateTime", "endDateTime", "deletedDateTime"})
_ROWS: Final = frozenset(
    {"responses", "appRoles", "requiredResourceAccess", "resourceAccess", "passwordCredentials", "keyCredentials"}
    | {"verifiedDomains", "oauth2PermissionScopes"}
)
_FLAGS: Final = frozenset({"accountEnabled", "isFallbackPublicClient"})
_LISTS_OF_TEXTS: Final = frozenset({"tags", "redirectUris"})


class Row(dict[str, Any]):
    """One JSON object: `row[name]` for required fields, `row.get(name)` for those that can be missing or null.

    The constructor raises `NotMicrosoft` if a field that we use does not have the type that Microsoft documents;
    `row[name]` does if the field is missing or null. GUIDs in id fields are in lower case, whatever Microsoft sends:
    their case means nothing (RFC 9562 §4).
    """

    def __init__(self, pairs: list[tuple[str, Any]], refusal: Callable[[], NotMicrosoft]) -> None:
        super().__init__((name, _plain(name, value)) for name, value in pairs)
        self._refusal = refusal
        if not all(value is None or _fits(name, value) for name, value in pairs):
            raise refusal()

    def __getitem__(self, name: str) -> Any:
        value = self.get(name)
        if value is None:
            raise self._refusal()
        return value

    def rows(self, name: str) -> list[Row]:
        """The objects in a list, such as the items of a page; empty if it is missing or null. Raises `NotMicrosoft`."""
        values = self.get(name) or []
        if not isinstance(values, list) or not all(isinstance(item, Row) for item in values):
            raise self._refusal()
        return values

    def moment(self, name: str) -> datetime | None:
        """The date-time in a field, in UTC; None if it is missing or null."""
        text = self.get(name)
        return read_moment(text) if text else None

    def inner(self, name: str) -> Row:
        """The object in a field; an empty one if it is missing or null. Raises `NotMicrosoft`."""
        value = self.get(name)
        if value is None:
            return Row([], self._refusal)
        if not isinstance(value, Row):
            raise self._refusal()
        return value


def read(response: Response) -> Row:
    """The answer's JSON object; an empty one for a success without content. Raises `NotMicrosoft` for anything else."""

    def refusal() -> NotMicrosoft:
        return NotMicrosoft(response.host, response.status)

    if response.status == 204 or (response.status in (200, 201, 202) and not response.body):
        return Row([], refusal)
    try:
        document = json.loads(response.body, object_pairs_hook=lambda pairs: Row(pairs, refusal))
    except (ValueError, RecursionError) as error:
        raise refusal() from error
    if not isinstance(document, Row):
        raise refusal()
    return document


def _plain(name: str, value: object) -> object:
    return value.lower() if name in _IDS and isinstance(value, str) and _GUID.fullmatch(value) else value


def _fits(name: str, value: object) -> bool:
    if name in _TEXTS:
        return isinstance(value, str)
    if name in _MOMENTS:
        return isinstance(value, str) and _is_moment(value)
    if name in _ROWS:
        return isinstance(value, list) and all(isinstance(item, Row) for item in value)
    if name in _FLAGS:
        return isinstance(value, bool)
    return name not in _LISTS_OF_TEXTS or (isinstance(value, list) and all(isinstance(item, str) for item in value))


def _is_moment(text: str) -> bool:
    try:
        read_moment(text)
    except ValueError:
        return False
    return True


def read_moment(text: str) -> datetime:
    """A date-time of Graph's, in UTC, truncated to seconds: its fractions have up to seven digits, Python takes six.

    Raises ValueError for anything else.
    """
    found = re.fullmatch(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)", text)
    if not found:
        raise ValueError(text)
    return datetime.fromisoformat(found[1] + found[2].replace("Z", "+00:00")).astimezone(UTC)
