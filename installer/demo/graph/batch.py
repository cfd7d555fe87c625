"""POST /$batch: up to twenty requests in one, in the styles Microsoft allows (Microsoft Graph, JSON batching)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final
from urllib.parse import urlsplit

from installer.demo.graph.answers import ODATA_TYPE, Answer, malformed
from installer.demo.resources import Json

_MOST: Final = 20
_INVALID: Final = "Invalid batch payload format."


@dataclass(frozen=True, slots=True)
class Part:
    """One request of a batch; `path` is below the version, header names are in lower case."""

    id: str
    method: str
    path: str
    query: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: Any = None
    depends_on: tuple[str, ...] = ()


def read_parts(body: Any) -> list[Part]:
    """Raises the whole batch's 400."""
    requests = body.get("requests") if isinstance(body, dict) else None
    if not isinstance(requests, list) or not requests:
        raise malformed(_INVALID)
    if len(requests) > _MOST:
        raise malformed(f"Number of batch request steps exceeds the maximum value of {_MOST}.")
    parts = [_read(request) for request in requests]
    seen: set[str] = set()
    for part in parts:
        if part.id in seen:
            raise malformed(f"Request Id {part.id} has to be unique in a batch.")
        if not set(part.depends_on) <= seen:
            raise malformed(_INVALID)  # unknown, later or itself
        seen.add(part.id)
    _check_style(parts)
    return parts


def run_parts(parts: list[Part], answer: Callable[[Part], Answer]) -> list[tuple[Part, Answer]]:
    """Answers each part, in order; one whose dependency failed is 424."""
    answers: dict[str, Answer] = {}
    for part in parts:
        if any(answers[one].status >= 400 for one in part.depends_on):
            error: Json = {
                "code": "FailedDependency",
                "message": "The request failed because one it depends on failed.",
            }
            answers[part.id] = Answer(424, {"error": error}, units=None)
        else:
            answers[part.id] = answer(part)
    return [(part, answers[part.id]) for part in parts]


def part_answer(part: Part, answer: Answer) -> Json:
    """One entry of `responses`."""
    headers: dict[str, str] = {"Cache-Control": "no-cache"}
    if answer.units is not None:
        headers["x-ms-resource-unit"] = str(answer.units)
    if answer.status < 300 and answer.body is not None:
        headers["OData-Version"] = "4.0"
    if answer.body is not None:
        headers["Content-Type"] = ODATA_TYPE if answer.status < 300 else "application/json"
    return {"id": part.id, "status": answer.status, "headers": {**headers, **answer.headers}, "body": answer.body}


def _read(request: Any) -> Part:
    if not isinstance(request, dict):
        raise malformed(_INVALID)
    part_id, method, url = request.get("id"), request.get("method"), request.get("url")
    headers, depends = request.get("headers") or {}, request.get("dependsOn") or []
    if not part_id or not isinstance(method, str) or not isinstance(url, str) or not isinstance(headers, dict):
        raise malformed(_INVALID)
    if urlsplit(url).scheme or not isinstance(depends, list):
        raise malformed(_INVALID)
    lower = {str(name).lower(): str(value) for name, value in headers.items()}
    body = request.get("body")
    if body is not None and "content-type" not in lower:
        raise malformed(f"Write request id : {part_id} does not contain Content-Type header or body.")
    path, _, query = url.partition("?")
    return Part(str(part_id), method.upper(), "/" + path.lstrip("/"), query, lower, body, tuple(map(str, depends)))


def _check_style(parts: list[Part]) -> None:
    """All independent; or a chain, each on the one before; or all dependents on the same requests."""
    dependents = [part for part in parts if part.depends_on]
    if not dependents or len({part.depends_on for part in dependents}) == 1:
        return
    for before, part in pairwise(parts):
        if part.depends_on != (before.id,):
            raise malformed(_INVALID)
