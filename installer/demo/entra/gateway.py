"""The HTTP origins of the token service: its HTTPS API, and the plain pages that a person's browser opens."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final
from urllib.parse import parse_qsl, unquote, urlsplit

from installer.demo.backend import Backend, Exchange
from installer.demo.entra import pages
from installer.demo.entra.authorization_endpoint import AuthorizationEndpoint
from installer.demo.entra.errors import METADATA_HEADERS, EntraError, TraceIds, api_response, error_body
from installer.demo.entra.metadata import instance_discovery, openid_configuration, signing_keys, tenant_id
from installer.demo.entra.pages import IN_ENGLISH, chosen_speech
from installer.demo.entra.sign_ins import SignIns
from installer.demo.entra.token_endpoint import issue_device_code, issue_token
from installer.demo.faults import BadGateway, Fault, Hang, ResetAfter, ResetBefore, Rewritten, Status, Truncated
from installer.demo.graph.gateway import BAD_GATEWAY_PAGE, rewritten
from installer.demo.http_server import Ending, Request, Response
from installer.demo.replication import TokenServers
from installer.demo.resources import new_id

_AUTHORIZE: Final = re.compile(r"/(?P<tenant>[^/]+)/oauth2/v2\.0/authorize/?", re.IGNORECASE)
_LOGOUT: Final = re.compile(r"/(?P<tenant>[^/]+)/oauth2/v2\.0/logout/?", re.IGNORECASE)
_ADMIN_CONSENT: Final = re.compile(r"/(?P<tenant>[^/]+)/(v2\.0/)?adminconsent/?", re.IGNORECASE)
_TENANT_PATH: Final = re.compile(
    r"/(?P<tenant>[^/]+)/(?P<what>v2\.0/\.well-known/openid-configuration|discovery/v2\.0/keys|oauth2/v2\.0/\w+)/?",
    re.IGNORECASE,
)


class EntraGateway:
    """Answers the API of one tenant's token service; `interval` is the device flow's polling interval in seconds."""

    def __init__(self, backend: Backend, interval: int) -> None:
        self._backend = backend
        self._interval = interval
        self._sign_ins = SignIns(backend.canaries.note)
        self._servers = TokenServers()
        self._authorization = AuthorizationEndpoint(backend, self._sign_ins)

    def answer(self, request: Request) -> Response:
        """Answers a request to the HTTPS origin, which also has the pages."""
        path = unquote(urlsplit(request.target).path)
        if _is_page(path):
            return self.page(request)
        backend = self._backend
        backend.pause(backend.latency)
        fault = backend.faults.take("entra", request.method, request.target)
        if isinstance(fault, Hang) and not fault.done:
            backend.pause(fault.seconds)
        form = _form(request)
        backend.canaries.note_fields(form)
        given = self._faulted(fault, request) or self._api(request, path, form)
        if isinstance(fault, ResetAfter):
            given = replace(given, status=0, ending=Ending.RESET)
        elif isinstance(fault, Truncated):
            given = replace(given, ending=Ending.TRUNCATED)
        elif isinstance(fault, Rewritten):
            given = rewritten(given, fault)
        self._record(request, form, given)
        if isinstance(fault, Hang) and fault.done:
            backend.pause(fault.seconds)
        return given

    def page(self, request: Request) -> Response:
        """Answers a browser's request for a page."""
        url = urlsplit(request.target)
        path, query, form = unquote(url.path), dict(parse_qsl(url.query)), _form(request)
        accepts = request.headers.get("accept-language")
        given = self._page(request.method, path, query, form, accepts)
        self._record(request, form, given)
        return given

    def _page(
        self, method: str, path: str, query: Mapping[str, str], form: Mapping[str, str], accepts: str | None
    ) -> Response:
        if found := _AUTHORIZE.fullmatch(path):
            return self._authorization.authorize(found["tenant"], {**query, **form}, accepts)
        if found := _ADMIN_CONSENT.fullmatch(path):
            return self._authorization.admin_consent(found["tenant"], query, accepts)
        if _LOGOUT.fullmatch(path):
            speech = chosen_speech([query.get("ui_locales"), accepts], self._backend.scenario.translations)
            return pages.message_page(speech, speech.words.sign_in, speech.words.signed_out)
        if path == "/devicelogin":
            return self._authorization.device_login(form.get("otc") if method == "POST" else None, query, accepts)
        if method == "POST" and path == "/signin":
            return self._authorization.choose_account(form)
        if method == "POST" and path == "/consent":
            return self._authorization.consent(form)
        if method == "POST" and path == "/back":
            return self._authorization.back(form)
        return pages.error_page(chosen_speech([accepts], self._backend.scenario.translations), "404", 404)

    def _faulted(self, fault: Fault | None, request: Request) -> Response | None:
        ids = _ids(request, {})
        match fault:
            case ResetBefore():
                return Response(0, ending=Ending.RESET)
            case BadGateway(status):
                return Response(status, {"Content-Type": "text/html"}, BAD_GATEWAY_PAGE)
            case Status(status, retry_after, body):
                error = EntraError(
                    "temporarily_unavailable", 90033, "A transient error has occurred. Please try again.", status
                )
                made = error_body(error, ids, self._backend.authority, self._backend.now())
                response = api_response(status, body or made, ids, error.number)
                extra = {} if retry_after is None else {"Retry-After": str(retry_after)}
                return replace(response, headers={**response.headers, **extra})
            case _:
                return None

    def _api(self, request: Request, path: str, form: Mapping[str, str]) -> Response:
        backend, ids = self._backend, _ids(request, form)
        metadata = request.method == "GET"
        try:
            if path == "/common/discovery/instance":
                return api_response(200, instance_discovery(backend), ids, headers=METADATA_HEADERS)
            found = _TENANT_PATH.fullmatch(path)
            if found is None:
                return pages.error_page(IN_ENGLISH, "404", 404)
            tenant, what = found["tenant"], found["what"].lower()
            if metadata and what.endswith("openid-configuration"):
                return api_response(200, openid_configuration(backend, tenant), ids, headers=METADATA_HEADERS)
            if metadata and what.endswith("keys"):
                tenant_id(tenant)
                return api_response(200, signing_keys(), ids, headers=METADATA_HEADERS)
            if request.method == "POST" and what.endswith("devicecode"):
                body = issue_device_code(backend, self._sign_ins, tenant, form, self._interval)
                return api_response(200, body, ids)
            if request.method == "POST" and what.endswith("token"):
                server = self._servers.of(request.connection)
                body = issue_token(backend, self._sign_ins, tenant, form, self._interval, server)
                return api_response(200, body, ids)
            raise EntraError("invalid_request", 900561, "The endpoint only accepts other requests.", 405)
        except EntraError as error:
            body = error_body(error, ids, backend.authority, backend.now())
            headers = METADATA_HEADERS if metadata else None
            return api_response(error.status, body, ids, error.number, headers)

    def _record(self, request: Request, form: Mapping[str, str], given: Response) -> None:
        answer: Any = json.loads(given.body) if given.status and given.body[:1] == b"{" else None
        if isinstance(answer, dict):
            self._backend.canaries.note_fields(answer)
        self._backend.entra_record.add(
            Exchange(
                request.method,
                request.target,
                {name: value for name, value in request.headers.items() if name != "authorization"},
                dict(form),
                given.status,
                answer,
                dict(given.headers),
                at=self._backend.now(),
                connection=request.connection,
            )
        )


def _is_page(path: str) -> bool:
    own = ("/devicelogin", "/signin", "/consent", "/back")
    return path in own or any(page.fullmatch(path) for page in (_AUTHORIZE, _ADMIN_CONSENT, _LOGOUT))


def _form(request: Request) -> dict[str, str]:
    """The fields of a form; a client that authenticates with HTTP Basic has its id and secret among them."""
    form = dict(parse_qsl(request.body.decode("utf-8", "replace"), keep_blank_values=True)) if request.body else {}
    scheme, _, encoded = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "basic":
        try:
            client, _, secret = base64.b64decode(encoded).decode().partition(":")
            form |= {"client_id": unquote(client), "client_secret": unquote(secret)}
        except (ValueError, binascii.Error):
            pass
    return form


def _ids(request: Request, form: Mapping[str, str]) -> TraceIds:
    given = request.headers.get("client-request-id") or form.get("client-request-id")
    return TraceIds(new_id(), given or new_id())
