"""The door of Microsoft Graph: faults, token, routing, batches, recording; what comes in as HTTP leaves as HTTP."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from installer.demo.backend import Backend
from installer.demo.faults import (
    BadGateway,
    ClaimsChallenge,
    ExpiredToken,
    Fault,
    Hang,
    Host,
    ResetAfter,
    ResetBefore,
    Status,
    Truncated,
)
from installer.demo.graph.access import Caller
from installer.demo.graph.answers import Answer, Refusal, RequestIds, response, throttled
from installer.demo.graph.batch import Part, part_answer, read_parts, run_parts
from installer.demo.graph.calls import Call
from installer.demo.graph.queries import read_query
from installer.demo.graph.routes import below_version, find_operation
from installer.demo.graph.tokens import challenged, expired, read_caller
from installer.demo.http_server import Ending, Request, Response
from installer.demo.resources import new_id
from installer.demo.traffic import Exchange

BAD_GATEWAY_PAGE = b"<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"


class GraphGateway:
    """Answers the requests of one tenant's Microsoft Graph."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    def answer(self, request: Request) -> Response:
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
            case ClaimsChallenge():
                return challenged(backend).answer(ids, backend.now())
            case _:
                return None

    def _operate(
        self, method: str, path: str, query: str, headers: Mapping[str, str], body: Any, caller: Caller
    ) -> Answer:
        found = find_operation(method, path)
        call = Call(self._backend, caller, found.path, found.names, read_query(query, headers), headers, body)
        with self._backend.directory.lock:
            # Serialized here, so that no later write shows in an answer given before it.
            answer = found.operation(call)
            return replace(answer, body=json.loads(json.dumps(answer.body)))

    def _batch(self, body: Any, headers: Mapping[str, str], ids: RequestIds) -> tuple[Answer, tuple[Exchange, ...]]:
        backend = self._backend
        caller = read_caller(backend, headers)
        parts = read_parts(body)
        host: Host = "part"

        def one(part: Part) -> Answer:
            target = f"/v1.0{part.path}" + (f"?{part.query}" if part.query else "")
            own = replace(ids, request_id=new_id())
            made = self._faulty(backend.faults.take(host, part.method, target), own)
            if made is not None:
                return made
            try:
                return self._operate(part.method, part.path, part.query, part.headers, part.body, caller)
            except Refusal as refusal:
                return refusal.answer(own, backend.now())

        answered = run_parts(parts, one)
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
        return Answer(200, {"responses": [part_answer(part, answer) for part, answer in answered]}, units=None), record

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


def _json(request: Request) -> Any:
    """The body as JSON; a text that is none, or not announced as JSON, comes through as that text."""
    if not request.body:
        return None
    text = request.body.decode("utf-8", "replace")
    if "json" not in request.headers.get("content-type", "").lower():
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text
