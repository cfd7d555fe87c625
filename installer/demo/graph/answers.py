"""Answers and refusals of Microsoft Graph: the shapes and headers of recorded traffic."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final

from installer.demo.http_server import Response
from installer.demo.permissions import GRAPH_APP_ID
from installer.demo.resources import Json

ODATA_TYPE: Final = "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8"
_DIAGNOSTIC: Final = json.dumps(
    {
        "ServerInfo": {
            "DataCenter": "Embedded Tenant",
            "Slice": "E",
            "Ring": "0",
            "ScaleUnit": "000",
            "RoleInstance": "LOOPBACK00000001",
        }
    },
    separators=(",", ":"),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """The result of an operation: status, JSON (None for no content) and additional headers. `units` is its cost in
    resource units, None if the gateway itself refused."""

    status: int
    body: Json | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    units: int | None = 1


@dataclass(eq=False)
class Refusal(Exception):
    """An error of Microsoft Graph. `target` names the property in `details`."""

    status: int
    code: str
    message: str
    target: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    units: int | None = 1

    def answer(self, ids: RequestIds, now: float) -> Answer:
        """The refusal as an answer, in the shape of recorded ones."""
        error: Json = {"code": self.code, "message": self.message}
        if self.target:
            error["details"] = [{"code": self.code, "message": self.message, "target": self.target}]
        error["innerError"] = inner_error(ids, now)
        return Answer(self.status, {"error": error}, self.headers, self.units)


@dataclass(frozen=True, slots=True)
class RequestIds:
    """The ids of a request; `client_request_id` is the caller's, or the same as `request_id`."""

    request_id: str
    client_request_id: str


def inner_error(ids: RequestIds, now: float) -> Json:
    """The `innerError`, with its order of keys and its date without Z as recorded since 2020."""
    return {
        "date": datetime.fromtimestamp(now, UTC).strftime("%Y-%m-%dT%H:%M:%S"),
        "request-id": ids.request_id,
        "client-request-id": ids.client_request_id,
    }


def bad_request(message: str, target: str | None = None) -> Refusal:
    """400 with `Request_BadRequest`; `target` names the property."""
    return Refusal(400, "Request_BadRequest", message, target)


def unsupported_query(message: str) -> Refusal:
    """400 with `Request_UnsupportedQuery`, for query options that a collection does not support."""
    return Refusal(400, "Request_UnsupportedQuery", message)


def malformed(message: str) -> Refusal:
    """400 with `BadRequest`, as the gateway itself answers."""
    return Refusal(400, "BadRequest", message, units=None)


def forbidden(message: str = "Insufficient privileges to complete the operation.") -> Refusal:
    """403 with `Authorization_RequestDenied`."""
    return Refusal(403, "Authorization_RequestDenied", message)


def not_found(object_id: str) -> Refusal:
    """404 with `Request_ResourceNotFound`, as for an object that is not replicated yet."""
    return Refusal(
        404,
        "Request_ResourceNotFound",
        f"Resource '{object_id}' does not exist or one of its queried reference-property objects are not present.",
    )


def unauthorized(message: str, authority: str, claims: Mapping[str, Any] | None = None) -> Refusal:
    """401 with the WWW-Authenticate that names where to sign in; with `claims`, a continuous-access challenge."""
    challenge = f'Bearer realm="", authorization_uri="{authority}/common/oauth2/authorize", client_id="{GRAPH_APP_ID}"'
    if claims is not None:
        encoded = base64.b64encode(json.dumps(claims, separators=(",", ":")).encode()).decode("ascii")
        challenge += f', error="insufficient_claims", claims="{encoded}"'
    return Refusal(401, "InvalidAuthenticationToken", message, headers={"WWW-Authenticate": challenge}, units=None)


def response(answer: Answer, ids: RequestIds) -> Response:
    """The HTTP response: recorded headers, chunked where it has a body."""
    headers: dict[str, str] = {"Cache-Control": "no-cache"}
    if answer.body is not None:
        headers["Content-Type"] = ODATA_TYPE if answer.status < 300 else "application/json"
        headers["Vary"] = "Accept-Encoding"
        if answer.status < 300:
            headers["OData-Version"] = "4.0"
    headers["Strict-Transport-Security"] = "max-age=31536000"
    headers["request-id"] = ids.request_id
    headers["client-request-id"] = ids.client_request_id
    headers["x-ms-ags-diagnostic"] = _DIAGNOSTIC
    if answer.units is not None:
        headers["x-ms-resource-unit"] = str(answer.units)
    headers.update(answer.headers)
    body = b"" if answer.body is None else json.dumps(answer.body, ensure_ascii=False).encode()
    return Response(answer.status, headers, body, chunked=answer.body is not None)


def throttled(status: int, retry_after: int | str | None, ids: RequestIds, now: float) -> Answer:
    """The documented body of 429; other statuses get their gateway's usual words (Microsoft, throttling guidance)."""
    headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
    if status == 429:
        error: Json = {
            "code": "TooManyRequests",
            "message": "Please retry again later.",
            "innerError": {
                "code": "429",
                "date": inner_error(ids, now)["date"],
                "message": "Please retry after",
                "request-id": ids.request_id,
                "status": "429",
            },
        }
        return Answer(429, {"error": error}, headers, None)
    code, message = _SERVER_ERRORS.get(status, ("UnknownError", ""))
    return Answer(
        status, {"error": {"code": code, "message": message, "innerError": inner_error(ids, now)}}, headers, None
    )


_SERVER_ERRORS: Final = {
    400: ("Request_BadRequest", "One or more properties are invalid."),
    403: ("Authorization_RequestDenied", "Insufficient privileges to complete the operation."),
    404: ("Request_ResourceNotFound", "Resource does not exist."),
    409: (
        "Directory_ConcurrencyViolation",
        "A conflicting object with one or more of the specified values is present.",
    ),
    500: ("InternalServerError", "The server encountered an unexpected condition."),
    502: ("BadGateway", "The upstream service sent no valid answer."),
    503: ("ServiceUnavailable", "The service is temporarily unavailable. Please retry later."),
    504: ("GatewayTimeout", "The upstream service did not answer in time."),
}
