"""A tenant that gives the recorded answers to the same requests, in the same order; over TLS on loopback."""

import http.client
import json
import time
from collections import defaultdict
from collections.abc import Mapping
from threading import Lock
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import jwt

from installer.demo.certificates import server_certificate, signing_key
from installer.demo.http_server import Ending, Request, Response, Server
from installer.model import Cloud
from installer.recording.scrubbing import AUTHORITY, GRAPH
from installer.recording.withheld import JWT, WITHHELD
from replay_file import Exchange, Json, Recorded, key_of, loose

REPLAYED = "replayed~secret"
"""The replacement for every secret, code and opaque token."""
_BROKEN = frozenset({"ConnectionLost", "TimedOut", "Unreachable"})


class ReplayTenant:
    """The two hosts of a cloud; a context manager. `missed` are the requests without a recorded answer."""

    def __init__(self, recorded: Recorded) -> None:
        certificate = server_certificate()
        self._server, self._lock = Server(), Lock()
        authority = self._server.add(lambda request: self._answer("authority", request), certificate.context)
        graph = self._server.add(lambda request: self._answer("graph", request), certificate.context)
        self.cloud = Cloud("replay", "Replay", authority.origin, graph.origin, trust_anchor=certificate.ca_pem)
        self.missed: list[str] = []
        self._nonce = ""
        self._exact, self._loose = _Answers(), _Answers()
        self._browser: list[Any] = []
        for exchange in recorded.exchanges:
            if exchange.method == "BROWSER":
                self._browser.append(exchange.answer)
                continue
            for part in (exchange, *exchange.parts()):
                self._exact.add(part.key, part)
                self._loose.add(loose(part.key), part)

    def __enter__(self) -> Self:
        self._server.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.stop()

    def sign_in(self, address: str) -> None:
        """Does what the user's browser would: sends the recorded answer to the program's listener."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        self._nonce = asked.get("nonce", "")
        given = self._browser.pop(0) if self._browser else {"code": REPLAYED}
        form = {name: self._text(str(value)) for name, value in given.items()} | {"state": asked.get("state", "")}
        target = urlsplit(asked["redirect_uri"])
        connection = http.client.HTTPConnection(target.hostname or "", target.port, timeout=5)
        body, kind = urlencode(form), {"Content-Type": "application/x-www-form-urlencoded"}
        connection.request("POST", "/", body, kind)
        connection.getresponse().read()
        connection.close()

    def _answer(self, to: str, request: Request) -> Response:
        body = _body(request)
        with self._lock:
            exchange = self._find(key_of(to, request.method, request.target, body))
            if exchange is None and request.target.endswith("/$batch"):
                return self._response(200, {}, {"responses": [self._part(part) for part in body["requests"]]})
            if exchange is None:
                self.missed.append(f"{request.method} {request.target}")
                return self._response(404, {}, _not_recorded())
            if exchange.failed in _BROKEN:
                return Response(0, ending=Ending.RESET)
            answer = exchange.answer
            if request.target.endswith("/$batch") and isinstance(answer, dict) and "responses" in answer:
                answer = self._in_order(body, exchange)
            return self._response(exchange.status or 502, exchange.headers, answer)

    def _find(self, key: str) -> Exchange | None:
        return self._exact.next(key) or self._loose.next(loose(key))

    def _part(self, part: Json) -> Json:
        """The answer to one request of a batch that was never sent together with the others."""
        path = f"/v1.0/{str(part['url']).lstrip('/')}"
        found = self._find(key_of("graph", str(part["method"]), path, part.get("body")))
        if found is None:
            self.missed.append(f"{part['method']} {path}")
            return {"id": part["id"], "status": 404, "headers": {}, "body": _not_recorded()}
        return {"id": part["id"], "status": found.status, "headers": dict(found.headers), "body": found.answer}

    def _in_order(self, body: Json, exchange: Exchange) -> Json:
        """The recorded answers under the ids of these requests."""
        left = list(exchange.parts())
        responses = []
        for part in body["requests"]:
            path = f"/v1.0/{str(part['url']).lstrip('/')}"
            wanted = loose(key_of("graph", str(part["method"]), path, part.get("body")))
            found = next((each for each in left if loose(each.key) == wanted), None)
            if found is None:
                responses.append(self._part(part))
                continue
            left.remove(found)
            headers = dict(found.headers)
            responses.append({"id": part["id"], "status": found.status, "headers": headers, "body": found.answer})
        return {"responses": responses}

    def _response(self, status: int, headers: Mapping[str, str], answer: Any) -> Response:
        named = {name: self._text(value) for name, value in headers.items()}
        if answer is None:
            return Response(status, named)
        if isinstance(answer, dict) and "(omitted)" in answer:
            return Response(
                status, {**named, "content-type": "text/html"}, b"<html>a page that was not recorded</html>"
            )
        return Response(status, {"content-type": "application/json", **named}, json.dumps(self._told(answer)).encode())

    def _told(self, document: Any) -> Any:
        """The recorded document with this tenant's hosts, and usable values instead of withheld secrets."""
        if isinstance(document, dict):
            if JWT in document:
                return self._token(document[JWT])
            kept = {name: value for name, value in document.items() if (name, value) != ("client_info", WITHHELD)}
            return {name: self._told(value) for name, value in kept.items()}
        if isinstance(document, list):
            return [self._told(item) for item in document]
        return self._text(document) if isinstance(document, str) else document

    def _text(self, text: str) -> str:
        if text == WITHHELD:
            return REPLAYED
        return text.replace(AUTHORITY, self.cloud.authority).replace(GRAPH, self.cloud.graph)

    def _token(self, claims: Json) -> str:
        """A token with the same claims, signed again and valid now."""
        told, now = self._told(claims), int(time.time())
        if isinstance(issued := claims.get("iat"), int):
            later = now - 300 - issued
            told |= {name: claims[name] + later for name in ("iat", "nbf", "exp") if isinstance(claims.get(name), int)}
        if self._nonce and "preferred_username" in told:
            told["nonce"] = self._nonce
        return jwt.encode(told, signing_key(), algorithm="RS256")


class _Answers:
    """The answers to each question, one after the other; the last one of a question for ever."""

    def __init__(self) -> None:
        self._by_key: dict[str, list[Exchange]] = defaultdict(list)

    def add(self, key: str, exchange: Exchange) -> None:
        self._by_key[key].append(exchange)

    def next(self, key: str) -> Exchange | None:
        left = self._by_key.get(key)
        if not left:
            return None
        return left.pop(0) if len(left) > 1 else left[0]


def _body(request: Request) -> Any:
    if "form-urlencoded" in request.headers.get("content-type", ""):
        return dict(parse_qsl(request.body.decode("ascii", "replace")))
    try:
        return json.loads(request.body) if request.body else None
    except ValueError:
        return None


def _not_recorded() -> Json:
    return {"error": {"code": "Request_ResourceNotFound", "message": "The recording holds no answer to this."}}
