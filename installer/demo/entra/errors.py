"""Errors of the token service, in the recorded shape: OAuth's error code, the AADSTS number, trace ids."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from installer.demo.http_server import Response
from installer.demo.resources import Json

API_HEADERS: Mapping[str, str] = {
    "Cache-Control": "no-store, no-cache",
    "Pragma": "no-cache",
    "Content-Type": "application/json; charset=utf-8",
    "Expires": "-1",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "P3P": 'CP="DSP CUR OTPi IND OTRi ONL FIN"',
    "x-ms-ests-server": "2.1.0.0 - LOOP ProdSlices",
}
"""Headers of recorded answers of /token and /devicecode."""
METADATA_HEADERS: Mapping[str, str] = {
    "Cache-Control": "max-age=86400, private",
    "Content-Type": "application/json; charset=utf-8",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, OPTIONS",
    "P3P": 'CP="DSP CUR OTPi IND OTRi ONL FIN"',
    "x-ms-ests-server": "2.1.0.0 - LOOP ProdSlices",
}
"""Headers of recorded answers of discovery and openid-configuration."""


@dataclass(eq=False)
class EntraError(Exception):
    """A refusal of the token service. `claims` is what Conditional Access demands of the next request (JSON)."""

    error: str
    number: int
    message: str
    status: int = 400
    suberror: str | None = None
    claims: str | None = None


@dataclass(frozen=True, slots=True)
class TraceIds:
    """The ids in an answer; `correlation` is the request's client-request-id, if it has one."""

    trace: str
    correlation: str


def error_body(error: EntraError, ids: TraceIds, authority: str, now: float) -> Json:
    """The JSON of a refusal, in the order of recorded answers."""
    stamp = _stamp(now)
    body: Json = {
        "error": error.error,
        "error_description": description(error, ids, now),
        "error_codes": [error.number],
        "timestamp": stamp,
        "trace_id": ids.trace,
        "correlation_id": ids.correlation,
        "error_uri": f"{authority}/error?code={error.number}",
    }
    if error.suberror:
        body["suberror"] = error.suberror
    if error.claims:
        body["claims"] = error.claims
    return body


def description(error: EntraError, ids: TraceIds, now: float) -> str:
    """The error_description: lines joined by CR LF, as in all recordings up to 2023."""
    return (
        f"AADSTS{error.number}: {error.message}\r\nTrace ID: {ids.trace}\r\n"
        f"Correlation ID: {ids.correlation}\r\nTimestamp: {_stamp(now)}"
    )


def api_response(
    status: int, body: Json, ids: TraceIds, number: int = 0, headers: Mapping[str, str] | None = None
) -> Response:
    """An answer of the API; `number` is the AADSTS number for x-ms-clitelem, 0 on success."""
    chosen = API_HEADERS if headers is None else headers
    extra = {"x-ms-request-id": ids.trace, "client-request-id": ids.correlation}
    if headers is None:
        extra["x-ms-clitelem"] = f"1,{number},0,,"
    return Response(status, {**chosen, **extra}, json.dumps(body).encode())


def _stamp(now: float) -> str:
    return datetime.fromtimestamp(now, UTC).strftime("%Y-%m-%d %H:%M:%SZ")


def unknown_tenant(tenant: str) -> EntraError:
    """AADSTS90002, for an id or domain that no tenant has."""
    return EntraError(
        "invalid_tenant",
        90002,
        f"Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the "
        "correct cloud. Check with your subscription administrator, this may happen if there are no active "
        "subscriptions for the tenant.",
    )


def unknown_client(client_id: str, tenant: str) -> EntraError:
    """AADSTS700016, for a client that the tenant does not know."""
    return EntraError(
        "unauthorized_client",
        700016,
        f"Application with identifier '{client_id}' was not found in the directory '{tenant}'. This can happen if the "
        "application has not been installed by the administrator of the tenant or consented to by any user in the "
        "tenant. You may have sent your authentication request to the wrong tenant.",
    )


def blocked_by_policy() -> EntraError:
    """AADSTS53003: Conditional Access blocks this way of signing in."""
    return EntraError(
        "invalid_grant",
        53003,
        "Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.",
        suberror="message_only",
        claims='{"access_token":{"capolids":{"essential":true,"values":["3d6e6b1c-95f7-4f7f-9a43-7a1c2f0c7e55"]}}}',
    )


def missing_parameter(name: str) -> EntraError:
    """AADSTS900144, which names the form's field that is missing."""
    return EntraError("invalid_request", 900144, f"The request body must contain the following parameter: '{name}'.")
