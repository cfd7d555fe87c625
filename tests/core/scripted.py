"""A Microsoft Graph whose answers a test writes itself: a true client, over TLS on loopback, on a hurried clock."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from installer.demo.certificates import server_certificate
from installer.demo.http_server import Request, Response, Server
from installer.events import GraphCall
from installer.graph import Graph
from installer.model import Cloud, Secret
from installer.transport import Transport
from tests.engine import FastClock

JSON = {"Content-Type": "application/json"}


def lab(origin: str, ca_pem: str | None = None) -> Cloud:
    """A cloud that is one server."""
    return Cloud("lab", "Lab", origin, origin, trust_anchor=ca_pem)


def answer(status: int, document: Any = None, **headers: str) -> Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    body = b"" if status == 204 else json.dumps({} if document is None else document).encode()
    return Response(status, {**JSON, **named}, body)


def refusal(status: int, code: str = "Authorization_RequestDenied", message: str = "", **headers: str) -> Response:
    return answer(status, error(code, message), **headers)


def error(code: str, message: str = "") -> dict[str, Any]:
    return {"error": {"code": code, "message": message}}


def part(request: Mapping[str, Any], status: int, body: Any = None, **headers: str) -> dict[str, Any]:
    """The answer to one request of a batch."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return {"id": request["id"], "status": status, "headers": named, "body": {} if body is None else body}


@dataclass
class Bearer:
    """Its tokens are numbered; `renewals` holds the claims that each new one was asked for with."""

    renewals: list[str | None] = field(default_factory=list)

    @property
    def bearer(self) -> Secret:
        return Secret(f"token-{len(self.renewals)}")

    def renew(self, refused: Secret, claims: str | None) -> None:
        assert refused == self.bearer
        self.renewals.append(claims)


@dataclass
class Script:
    """Answers every request by `reply`; `asked` holds the requests."""

    reply: Callable[[Request], Response]
    asked: list[Request] = field(default_factory=list)
    told: list[GraphCall] = field(default_factory=list)
    clock: FastClock = field(default_factory=FastClock)
    bearer: Bearer = field(default_factory=Bearer)

    def __enter__(self) -> Graph:
        certificate = server_certificate()
        self._server = Server()
        origin = self._server.add(self._answer, certificate.context).origin
        self._server.start()
        cloud = lab(origin, certificate.ca_pem)
        self._transport = Transport(cloud)
        return Graph(cloud, self.bearer, self._transport, self.clock, on_call=self.told.append)

    def __exit__(self, *_exception: object) -> None:
        self._transport.close()
        self._server.stop()

    def _answer(self, request: Request) -> Response:
        self.asked.append(request)
        return self.reply(request)


def in_turn(*answers: Response) -> Callable[[Request], Response]:
    """These answers one after the other, the last one for ever."""
    left = list(answers)
    return lambda _request: left.pop(0) if len(left) > 1 else left[0]


def batch(reply: Callable[[Mapping[str, Any]], dict[str, Any]]) -> Callable[[Request], Response]:
    """Answers the requests of a batch one by one."""
    return lambda request: answer(200, {"responses": [reply(part) for part in json.loads(request.body)["requests"]]})


def parts_of(request: Request) -> list[str]:
    """The paths that a batch asks for."""
    return [part["url"] for part in json.loads(request.body)["requests"]]
