"""The other applications of a large tenant, computed when looked at, so that a hundred thousand cost nothing."""

from __future__ import annotations

import re
from typing import Final

from installer.demo.resources import Json, new_application, timestamp

_PREFIX: Final = "Contoso application "
_DIGITS: Final = 6
_ID: Final = re.compile(r"f1110000-0000-4000-8000-(\d{12})")
_APP_ID: Final = re.compile(r"f1110001-0000-4000-8000-(\d{12})")
_EPOCH: Final = 1_600_000_000


class Fillers:
    """`count` single-tenant applications named "Contoso application 000000" and on, without tags or credentials."""

    def __init__(self, count: int) -> None:
        self._count = count

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, index: int) -> Json:
        resource = new_application(
            f"f1110000-0000-4000-8000-{index:012d}",
            f"f1110001-0000-4000-8000-{index:012d}",
            timestamp(_EPOCH + 60 * index),
        )
        resource["displayName"] = f"{_PREFIX}{index:0{_DIGITS}d}"
        return resource

    def by_id(self, object_id: str) -> Json | None:
        return self._numbered(_ID.fullmatch(object_id.lower()))

    def by_app_id(self, app_id: str) -> Json | None:
        return self._numbered(_APP_ID.fullmatch(app_id.lower()))

    def with_value(self, name: str, value: str) -> list[int] | None:
        """Which ones may have that value in a property: their numbers, or None where only looking tells."""
        match name:
            case "displayName":
                tail = value.lower().removeprefix(_PREFIX.lower())
                return self._within(tail) if value.lower().startswith(_PREFIX.lower()) else []
            case "id" | "appId":
                pattern = _ID if name == "id" else _APP_ID
                found = pattern.fullmatch(value.lower())
                return self._within(found[1]) if found else []
            case "uniqueName" | "tags" | "identifierUris":
                return []
            case _:
                return None

    def with_prefix(self, name: str, prefix: str) -> list[int] | None:
        """The same for a property that starts so."""
        if name == "displayName":
            shared = min(len(prefix), len(_PREFIX))
            if prefix[:shared].lower() != _PREFIX[:shared].lower():
                return []
            digits = prefix[shared:]
            if not digits:
                return None
            width = 10 ** max(0, _DIGITS - len(digits))
            first = int(digits) * width if digits.isdigit() and len(digits) <= _DIGITS else self._count
            return list(range(first, min(first + width, self._count)))
        return [] if name in ("uniqueName", "tags", "identifierUris") else None

    def _numbered(self, found: re.Match[str] | None) -> Json | None:
        return self[int(found[1])] if found and int(found[1]) < self._count else None

    def _within(self, digits: str) -> list[int]:
        return [int(digits)] if digits.isdigit() and int(digits) < self._count else []
