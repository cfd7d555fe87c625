"""Reads a recording back: requests, answers, and the keys by which a request is recognized."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from installer.recording.writing import FORMAT, VERSION

Json = dict[str, Any]
_GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I)
_TIME = re.compile(r"\d{8}T\d{6}Z|\d{4}-\d\d-\d\dT[\d:.]+Z")
_NAME = re.compile(r"name-[0-9a-f]{12}|u[0-9a-f]{8}@[\w.-]+|d[0-9a-f]{10}\.[\w.]+|\w+\.onmicrosoft\.com")


class NotARecording(Exception):
    """The file is not a recording, or of another version."""


@dataclass(frozen=True)
class Exchange:
    """A request and its answer; without one, `status` is 0 and `failed` the name of the error's class."""

    to: str
    method: str
    path: str
    body: Any
    status: int
    headers: Mapping[str, str]
    answer: Any
    failed: str = ""

    @property
    def key(self) -> str:
        """The key that identifies the request: for a batch with the URLs in it, for a token with the grant type."""
        return key_of(self.to, self.method, self.path, self.body)

    def parts(self) -> Iterator["Exchange"]:
        """The requests of a batch, each with its answer."""
        asked = {str(part.get("id")): part for part in _list(self.body, "requests")}
        for part in _list(self.answer, "responses"):
            request = asked.get(str(part.get("id")))
            if request is not None:
                path, method = f"/v1.0/{str(request.get('url', '')).lstrip('/')}", str(request.get("method"))
                headers = {str(name).lower(): str(value) for name, value in (part.get("headers") or {}).items()}
                status = part.get("status")
                yield Exchange(
                    "graph",
                    method,
                    path,
                    request.get("body"),
                    status if isinstance(status, int) else 0,
                    headers,
                    part.get("body"),
                )


@dataclass(frozen=True)
class Recorded:
    """A whole recording; `exit_code` is None if it was saved before the end of the run."""

    command: str
    options: Mapping[str, Any]
    exchanges: tuple[Exchange, ...]
    exit_code: int | None = None
    cloud: str = ""
    more: Mapping[str, Any] = field(default_factory=dict)


def read(path: Path) -> Recorded:
    """The recording in a file; raises NotARecording."""
    try:
        return parse(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise NotARecording(f"{path} is no recording that can be read ({error}).") from error


def parse(text: str) -> Recorded:
    """The recording in a file's text; for an invalid one, any exception can be raised."""
    head, *lines = [json.loads(line) for line in text.splitlines() if line.strip()]
    if (head["format"], head["version"]) != (FORMAT, VERSION):
        raise ValueError(f"{head['format']} {head['version']}")
    exchanges = tuple(_exchange(line) for line in lines if "request" in line)
    ends = [line["exit_code"] for line in lines if "exit_code" in line]
    return Recorded(head["command"], head["options"], exchanges, ends[-1] if ends else None, head["cloud"])


def key_of(to: str, method: str, path: str, body: Any) -> str:
    """The key of a request to this host, with this method, path and body."""
    if path.partition("?")[0].endswith("/$batch"):
        parts = sorted(f"{part.get('method')} {unquote(str(part.get('url')))}" for part in _list(body, "requests"))
        return f"{to} {method} batch of {', '.join(parts)}"
    grant = f" {body['grant_type']}" if isinstance(body, Mapping) and "grant_type" in body else ""
    return f"{to} {method} {unquote(path)}{grant}"


def loose(key: str) -> str:
    """The key without ids, names and times, which differ between tenants."""
    return _NAME.sub("NAME", _TIME.sub("TIME", _GUID.sub("ID", key)))


def _exchange(line: Json) -> Exchange:
    request, answer = line["request"], line.get("answer") or {}
    return Exchange(
        line["to"],
        request["method"],
        request["path"],
        request.get("body"),
        answer.get("status", 0),
        answer.get("headers", {}),
        answer.get("body"),
        line.get("failed", ""),
    )


def _list(document: Any, name: str) -> list[Json]:
    rows = document.get(name) if isinstance(document, Mapping) else None
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
