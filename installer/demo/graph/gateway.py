"""The HTTP origin of Microsoft Graph: faults, token, routing, recording, and up to twenty requests in one $batch.

Batches: Microsoft Graph, JSON batching.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any, Final
from urllib.parse import urlsplit

from installer.demo.backend import Backend, Exchange
from installer.demo.faults import (
    BadGateway,
    ClaimsChallenge,
    ExpiredToken,
    Fault,
    Hang,
    Host,
    Reply,
    ResetAfter,
    ResetBefore,
    Rewritten,
    Status,
    Truncated,
)
from installer.demo.graph.access import Caller, challenged, expired, read_caller
from installer.demo.graph.answers import ODATA_TYPE, Answer, Refusal, RequestIds, malformed, response, throttled
from installer.demo.graph.calls import Call
from installer.demo.graph.queries import read_query
from installer.demo.graph.routes import below_version, find_operation
from installer.demo.http_server import Ending, Request, Response
from installer.demo.resources import Json, new_id

BAD_GATEWAY_PAGE = b"<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"
_MOST_PARTS: Final = 20
_INVALID_BATCH: Final = "Invalid batch payload format."


class GraphGateway:
    """Answers the requests of one tenant's Microsoft Graph."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    def answer(self, request: Request) -> Response:
        """Answers one HTTP request, and records it; injected faults come first."""
        backend = self._backend
        backend.pause(backend.latency)
        fault = backend.faults.take("graph", request.method, request.target)
        if isinstance(fault, Hang) and not fault.done:
            backend.pause(fault.seconds)
        request_id = new_id()
        ids = RequestIds(request_id, request.headers.get("client-request-id", request_id))
        body = _json(request)
        parts: tuple[Exchange, ...] = ()
        if isinstance(fault, ResetBefore):
            given = Response(0, ending=Ending.RESET)
        elif isinstance(fault, BadGateway):
            given = Response(fault.status, {"Content-Type": "text/html"}, BAD_GATEWAY_PAGE)
        else:
            answer, parts = self._judge(request, body, ids, fault)
            given = response(answer, ids)
            if isinstance(fault, Rewritten):
                given = rewritten(given, fault)
            if isinstance(fault, ResetAfter):
                given = replace(given, status=0, ending=Ending.RESET)
            elif isinstance(fault, Truncated):
                given = replace(given, ending=Ending.TRUNCATED)
        self._record(request, body, given, parts)
        if isinstance(fault, Hang) and fault.done:
            backend.pause(fault.seconds)
        return given

    def _judge(
        self, request: Request, body: Any, ids: RequestIds, fault: Fault | None
    ) -> tuple[Answer, tuple[Exchange, ...]]:
        backend, parts = self._backend, ()
        made = self._faulty(fault, ids)
        if made is not None:
            return made, ()
        url = urlsplit(request.target)
        try:
            path = below_version(url.path)
            if path.lower() == "/$batch" and request.method == "POST":
                return self._batch(body, request.headers, ids)
            caller = read_caller(backend, request.headers)
            return self._operate(request.method, path, url.query, request.headers, body, caller), parts
        except Refusal as refusal:
            return refusal.answer(ids, backend.now()), parts

    def _faulty(self, fault: Fault | None, ids: RequestIds) -> Answer | None:
        backend = self._backend
        match fault:
            case Status(status, retry_after, None):
                return throttled(status, retry_after, ids, backend.now())
            case Status(status, retry_after, given):
                return replace(throttled(status, retry_after, ids, backend.now()), body=given)
            case ExpiredToken():
                return expired(backend).answer(ids, backend.now())
            case ClaimsChallenge(status):
                return challenged(backend, status).answer(ids, backend.now())
            case _:
                return None

    def _operate(
        self, method: str, path: str, query: str, headers: Mapping[str, str], body: Any, caller: Caller
    ) -> Answer:
        found = find_operation(method, path)
        call = Call(self._backend, caller, found.path, found.names, read_query(query, headers), headers, body)
        with self._backend.directory.lock:
            # Serialized here, so that a later write does not appear in an earlier answer.
            answer = found.operation(call)
            return replace(answer, body=json.loads(json.dumps(answer.body)))

    def _batch(self, body: Any, headers: Mapping[str, str], ids: RequestIds) -> tuple[Answer, tuple[Exchange, ...]]:
        backend = self._backend
        caller = read_caller(backend, headers)
        parts = read_parts(body)
        host: Host = "part"

        def answer_part(part: Part) -> Answer:
            target = f"/v1.0{part.path}" + (f"?{part.query}" if part.query else "")
            own = replace(ids, request_id=new_id())
            fault = backend.faults.take(host, part.method, target)
            made = self._faulty(fault, own)
            if made is not None:
                return made
            try:
                answer = self._operate(part.method, part.path, part.query, part.headers, part.body, caller)
            except Refusal as refusal:
                answer = refusal.answer(own, backend.now())
            if isinstance(fault, Rewritten):
                reply = fault.change(Reply(answer.status, answer.headers, answer.body))
                answer = replace(answer, status=reply.status, headers=reply.headers, body=reply.body)
            return answer

        answered = _run_parts(parts, answer_part)
        record = tuple(
            Exchange(
                part.method,
                f"/v1.0{part.path}" + (f"?{part.query}" if part.query else ""),
                part.headers,
                part.body,
                answer.status,
                answer.body,
                answer.headers,
                at=backend.now(),
            )
            for part, answer in answered
        )
        return Answer(200, {"responses": [_batched(part, answer) for part, answer in answered]}, units=None), record

    def _record(self, request: Request, body: Any, given: Response, parts: tuple[Exchange, ...]) -> None:
        headers = {name: value for name, value in request.headers.items() if name != "authorization"}
        answer = json.loads(given.body) if given.body and given.status and given.body[:1] == b"{" else None
        self._backend.graph_record.add(
            Exchange(
                request.method,
                request.target,
                headers,
                body,
                given.status,
                answer,
                dict(given.headers),
                parts,
                self._backend.now(),
            )
        )


def rewritten(response: Response, fault: Rewritten) -> Response:
    """The response, rewritten by the fault."""
    document = json.loads(response.body) if response.body else None
    reply = fault.change(Reply(response.status, response.headers, document))
    body = b"" if reply.body is None else json.dumps(reply.body).encode()
    return replace(response, status=reply.status, headers=reply.headers, body=body)


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
    """The requests in a batch's body; raises the 400 of the whole batch."""
    requests = body.get("requests") if isinstance(body, dict) else None
    if not isinstance(requests, list) or not requests:
        raise malformed(_INVALID_BATCH)
    if len(requests) > _MOST_PARTS:
        raise malformed(f"Number of batch request steps exceeds the maximum value of {_MOST_PARTS}.")
    parts = [_read_part(request) for request in requests]
    seen: set[str] = set()
    for part in parts:
        if part.id in seen:
            raise malformed(f"Request Id {part.id} has to be unique in a batch.")
        if not set(part.depends_on) <= seen:
            raise malformed(_INVALID_BATCH)  # unknown, later or itself
        seen.add(part.id)
    _check_style(parts)
    return parts


def _run_parts(parts: list[Part], answer: Callable[[Part], Answer]) -> list[tuple[Part, Answer]]:
    """Answers the parts in order; 424 for one whose dependency failed."""
    answers: dict[str, Answer] = {}
    for part in parts:
        if any(answers[needed].status >= 400 for needed in part.depends_on):
            error: Json = {
                "code": "FailedDependency",
                "message": "The request failed because one it depends on failed.",
            }
            answers[part.id] = Answer(424, {"error": error}, units=None)
        else:
            answers[part.id] = answer(part)
    return [(part, answers[part.id]) for part in parts]


def _batched(part: Part, answer: Answer) -> Json:
    """One entry of `responses`."""
    headers: dict[str, str] = {"Cache-Control": "no-cache"}
    if answer.units is not None:
        headers["x-ms-resource-unit"] = str(answer.units)
    if answer.status < 300 and answer.body is not None:
        headers["OData-Version"] = "4.0"
    if answer.body is not None:
        headers["Content-Type"] = ODATA_TYPE if answer.status < 300 else "application/json"
    return {"id": part.id, "status": answer.status, "headers": {**headers, **answer.headers}, "body": answer.body}


def _read_part(request: Any) -> Part:
    if not isinstance(request, dict):
        raise malformed(_INVALID_BATCH)
    part_id, method, url = request.get("id"), request.get("method"), request.get("url")
    headers, depends = request.get("headers") or {}, request.get("dependsOn") or []
    if not part_id or not isinstance(method, str) or not isinstance(url, str) or not isinstance(headers, dict):
        raise malformed(_INVALID_BATCH)
    if urlsplit(url).scheme or not isinstance(depends, list):
        raise malformed(_INVALID_BATCH)
    lower = {str(name).lower(): str(value) for name, value in headers.items()}
    body = request.get("body")
    if body is not None and "content-type" not in lower:
        raise malformed(f"Write request id : {part_id} does not contain Content-Type header or body.")
    path, _, query = url.partition("?")
    return Part(str(part_id), method.upper(), "/" + path.lstrip("/"), query, lower, body, tuple(map(str, depends)))


def _check_style(parts: list[Part]) -> None:
    """Raises 400 unless the parts are independent, a chain, or all depend on the same requests."""
    dependents = [part for part in parts if part.depends_on]
    if not dependents or len({part.depends_on for part in dependents}) == 1:
        return
    for before, part in pairwise(parts):
        if part.depends_on != (before.id,):
            raise malformed(_INVALID_BATCH)


def _json(request: Request) -> Any:
    """The body as JSON; text that is not JSON, or not declared as JSON, stays text."""
    if not request.body:
        return None
    text = request.body.decode("utf-8", "replace")
    if "json" not in request.headers.get("content-type", "").lower():
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text
