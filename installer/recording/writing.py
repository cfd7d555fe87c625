"""Writes a recording: one JSON object per line, the first about the run, the last about its end."""

from __future__ import annotations

import dataclasses
import json
import secrets
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TextIO
from urllib.parse import urlsplit

from installer import __version__
from installer.model import GRAPH_APP_ID, PORTAL_TAG, Manifest
from installer.private_file import folder_fault
from installer.recording.capture import Noted, Recording, Run
from installer.recording.pseudonyms import Pseudonyms
from installer.recording.scrubbing import AUTHORITY, GRAPH, Scrubber

FORMAT: Final = "glimps-odsp-recording"
VERSION: Final = 1
_PERSONAL: Final = "9188040d-6c67-4c5b-b112-36a304b66dad"
"""The tenant id of all personal accounts (Microsoft, id token claims)."""
_CLOUDS: Final = frozenset({"global", "usgov", "usgov-dod", "china", "bleu", "delos", "govsg", "demo"})
_CHOICES: Final = frozenset({"credential", "deleted", "rotation", "sign_in"})

Json = dict[str, Any]


def write(recording: Recording, run: Run, manifest: Manifest, file: TextIO, path: Path) -> None:
    """Writes the recording to `file`, and closes it. Raises `UnwritableFolder`; `path` only appears in that."""
    try:
        with file:
            for line in lines(recording, run, manifest):
                file.write(json.dumps(line) + "\n")
    except (OSError, ValueError) as error:
        raise folder_fault(path) from error


def lines(recording: Recording, run: Run, manifest: Manifest) -> Iterator[Json]:
    """The lines of the file, with pseudonyms under a new key that is not kept."""
    exchanges = recording.snapshot()
    known = {*_texts(dataclasses.asdict(manifest)), PORTAL_TAG} - {""}
    public = frozenset({GRAPH_APP_ID, _PERSONAL})
    scrubber = Scrubber(Pseudonyms(secrets.token_bytes(32), public), known)
    start = exchanges[0].began if exchanges else 0.0
    for _ in range(2):  # the second round replaces names in messages that came before them
        head = {
            "format": FORMAT,
            "version": VERSION,
            "program": __version__,
            "cloud": _cloud(exchanges),
            "command": run.command,
            "options": {name: _option(name, value, scrubber) for name, value in run.options.items()},
        }
        body = [_line(noted, start, scrubber) for noted in exchanges]
        scrubber.finish_learning()
    yield head
    yield from body
    yield {"exit_code": run.exit_code, "dropped": recording.dropped}


def _option(name: str, value: object, scrubber: Scrubber) -> object:
    """An option's value; unscrubbed if the option only takes values that we define."""
    return value if name in _CHOICES else scrubber.document(value, name)


def _cloud(exchanges: Iterable[Noted]) -> str:
    names = [noted.cloud.id for noted in exchanges]
    return names[0] if names and names[0] in _CLOUDS else "other"


def _line(noted: Noted, start: float, scrubber: Scrubber) -> Json:
    cloud = noted.cloud
    to = "graph" if noted.url.startswith(f"{cloud.graph}/") else "authority"
    parts = urlsplit(noted.url)
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path

    def scrubbed(document: Any, field: str = "") -> Any:
        return scrubber.document(
            _renamed(document, cloud.authority, cloud.graph), field, catalogue=GRAPH_APP_ID in path
        )

    request: Json = {"method": noted.method, "path": scrubber.asked(path), "headers": _headers(noted.sent, scrubbed)}
    if noted.body is not None:
        request["body"] = _asked_body(noted.body, scrubber, scrubbed)
    line: Json = {"at": round(noted.began - start, 3), "seconds": round(noted.seconds, 3), "to": to, "request": request}
    if noted.failure:
        return {**line, "failed": noted.failure}
    answer: Json = {"status": noted.status, "headers": _headers(noted.came, scrubbed)}
    if noted.answer is not None:
        answer["body"] = _answered(noted, scrubber, scrubbed)
    return {**line, "answer": answer}


def _headers(headers: Mapping[str, str], scrubbed: Any) -> Json:
    return {name: scrubbed(value, name) for name, value in headers.items()}


def _asked_body(body: Any, scrubber: Scrubber, scrubbed: Any) -> Any:
    """The scrubbed body; the URLs inside a batch are requests of ours, like any other."""
    for part in _requests(body):
        scrubber.asked(str(part.get("url", "")))
    return scrubbed(body)


def _answered(noted: Noted, scrubber: Scrubber, scrubbed: Any) -> Any:
    """The scrubbed answer; in a batch, the parts about Graph's own service principal are Microsoft's catalogue."""
    catalogue = {str(part.get("id")) for part in _requests(noted.body) if GRAPH_APP_ID in str(part.get("url", ""))}
    responses = noted.answer.get("responses") if isinstance(noted.answer, Mapping) else None
    if not catalogue or not isinstance(responses, list):
        return scrubbed(noted.answer)
    cloud = noted.cloud
    told = [
        scrubber.document(
            _renamed(part, cloud.authority, cloud.graph),
            catalogue=isinstance(part, Mapping) and str(part.get("id")) in catalogue,
        )
        for part in responses
    ]
    return {**scrubbed({name: value for name, value in noted.answer.items() if name != "responses"}), "responses": told}


def _requests(body: Any) -> list[Mapping[str, Any]]:
    requests = body.get("requests") if isinstance(body, Mapping) else None
    return [part for part in requests if isinstance(part, Mapping)] if isinstance(requests, list) else []


def _renamed(document: Any, authority: str, graph: str) -> Any:
    """The document with the names that the two origins have in every recording."""
    if isinstance(document, Mapping):
        return {name: _renamed(value, authority, graph) for name, value in document.items()}
    if isinstance(document, list):
        return [_renamed(item, authority, graph) for item in document]
    return document.replace(graph, GRAPH).replace(authority, AUTHORITY) if isinstance(document, str) else document


def _texts(document: Any) -> Iterator[str]:
    if isinstance(document, Mapping):
        for name, value in document.items():
            yield from (name, *_texts(value)) if isinstance(name, str) else _texts(value)
    elif isinstance(document, list | tuple):
        for item in document:
            yield from _texts(item)
    elif isinstance(document, str):
        yield str(document)
