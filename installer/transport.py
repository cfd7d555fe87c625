"""The only module that sends HTTP requests: the system's trust store and proxy, explicit time-outs, our own errors.

One request gets one answer. Retries are up to the callers, who know what a request means (`retry`).
"""

from __future__ import annotations

import json
import logging
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import requests
import truststore
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError

from installer.cancel import Cancel
from installer.connection_faults import network_error
from installer.errors.network import (
    ConnectionLost,
    NotMicrosoft,
    OtherHost,
    TimedOut,
)
from installer.model import Cloud, ProxyAccount
from installer.tunnel import Pool, with_account

CONNECT_SECONDS, READ_SECONDS, WHOLE_SECONDS = 10, 60, 120
"""Time-outs: to connect, between two reads, for the whole exchange."""
MOST_BYTES = 32 << 20
"""How much of an answer is read."""
_WAKE_SECONDS = 0.1

ProxyResolver = Callable[[str], str | None]
"""Finds the proxy for a URL, as a URL (`http://host:port`); None for a direct connection. Can take seconds."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Request:
    """A request. Its headers and body are not in its `repr`, because they may contain a token."""

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes | None = field(default=None, repr=False)
    may_abandon: bool = False
    """Whether a cancel may abandon it while its answer is on the way, since it changes nothing (a read, a token)."""
    repeatable: bool = False
    """Whether sending it twice does no harm."""
    apart: bool = False
    """Whether it uses a new connection, which may reach another of the servers behind the host name."""

    @property
    def host(self) -> str:
        """The host name in its URL."""
        return host_of(self.url)


@dataclass(frozen=True, slots=True)
class Response:
    """An answer, unprocessed. `headers` ignores the case of names; the body, which may be secret, is not in `repr`."""

    host: str
    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)

    def json(self) -> Any:
        """The body as JSON; raises `NotMicrosoft` for anything else, since all answers that we read are JSON."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError) as error:
            raise NotMicrosoft(self.host, self.status) from error

    @property
    def request_id(self) -> str | None:
        """The id by which Microsoft's support finds the request: Graph's header, or the token service's."""
        return self.headers.get("request-id") or self.headers.get("x-ms-request-id")


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer, or, in `failure`, the class name of the error. Times are in seconds.

    It contains whatever was sent and received, including secrets, which an observer must not keep.
    """

    cloud: Cloud
    request: Request
    response: Response | None
    failure: str
    began: float
    """A value of `time.monotonic`."""
    seconds: float


Observer = Callable[[Exchange], None]


def unobserved(_exchange: Exchange) -> None:
    """The `Observer` of a caller that does not want any."""


def host_of(url: str) -> str:
    """The host name in a URL; empty if there is none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


class _SystemTrust(HTTPAdapter):
    """Verifies with the operating system's trust store only; requests would add its own list of authorities.

    Its connections sign in to a proxy when asked to; requests would send the password unasked and unencrypted.
    """

    def __init__(self, context: ssl.SSLContext) -> None:
        self._context = context
        super().__init__(pool_maxsize=8)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs, ssl_context=self._context)
        self.poolmanager.pool_classes_by_scheme = {"https": Pool}

    def proxy_manager_for(self, proxy: Any, **kwargs: Any) -> Any:
        manager = super().proxy_manager_for(proxy, **kwargs, ssl_context=self._context)
        manager.pool_classes_by_scheme = {"https": Pool}
        return manager

    def proxy_headers(self, proxy: Any) -> dict[str, str]:
        del proxy
        return {}

    def cert_verify(self, conn: Any, url: Any, verify: Any, cert: Any) -> None:
        """Does nothing: the pool's own context requires a certificate that the system trusts."""


class Transport:
    """Sends requests to the two origins of a cloud over kept-alive connections. Thread-safe.

    `account` is the user and password for the proxy; `observe` is called with every exchange.
    """

    def __init__(
        self,
        cloud: Cloud,
        *,
        proxy: ProxyResolver = lambda _url: None,
        account: ProxyAccount | None = None,
        observe: Observer = unobserved,
    ) -> None:
        context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        if cloud.trust_anchor:
            context.load_verify_locations(cadata=cloud.trust_anchor)
        self._context = context
        self._session = self._new_session()
        self._roots = tuple(f"{origin}/" for origin in (cloud.authority, cloud.graph))
        self._cloud, self._observe = cloud, observe
        self._proxy = proxy
        self._account = account
        self._proxies: dict[str, str | None] = {}

    def send(self, request: Request, cancel: Cancel) -> Response:
        """Sends a request and returns its answer, whatever its status.

        Raises `NetworkError`; after `ConnectionLost` and `TimedOut` the request may have taken effect, after
        `OtherHost` it was not sent. Raises `Cancelled`, at once if the request may be abandoned, else only before it is
        sent.
        """
        if not request.url.startswith(self._roots):
            raise OtherHost(request.host)
        cancel.check()
        answers: SimpleQueue[Response | BaseException] = SimpleQueue()
        Thread(target=self._exchange, args=(request, answers), name="request", daemon=True).start()
        began = time.monotonic()
        answer: Response | BaseException | None = None
        while answer is None:
            try:
                answer = answers.get(timeout=_WAKE_SECONDS)
            except Empty:
                if request.may_abandon:
                    cancel.check()
                if time.monotonic() > began + WHOLE_SECONDS:  # a trickle of bytes never meets the read time-out
                    answer = TimedOut(request.host)
        judged = _judged(answer, request, self._proxies.get(_origin(request.url)))
        if isinstance(judged, Response):
            self.tell(request, judged, began)
            return judged
        self.tell(request, None, began, type(judged).__name__)
        raise judged

    def tell(self, request: Request, response: Response | None, began: float, failure: str = "") -> None:
        """Calls the observer with an exchange; also for one that the browser made. `began` is by `time.monotonic`."""
        self._observe(Exchange(self._cloud, request, response, failure, began, time.monotonic() - began))

    def close(self) -> None:
        """Closes the kept-alive connections."""
        self._session.close()

    def _new_session(self) -> requests.Session:
        session = requests.Session()
        session.trust_env = False
        session.adapters.clear()  # only https is possible
        session.mount("https://", _SystemTrust(self._context))
        return session

    def _exchange(self, request: Request, answers: SimpleQueue[Response | BaseException]) -> None:
        """Puts the answer, or whatever is raised, into the queue for the caller's thread."""
        answer: Response | BaseException
        session = self._new_session() if request.apart else self._session
        try:
            proxy = self._proxy_of(request.url)
            raw = session.request(
                request.method,
                request.url,
                headers={"client-request-id": str(uuid4()), "Accept": "application/json", **request.headers},
                data=request.body,
                timeout=(CONNECT_SECONDS, READ_SECONDS),
                allow_redirects=False,
                proxies={"https": proxy} if proxy else {},
                stream=True,
            )
            with raw:
                body = raw.raw.read(MOST_BYTES, decode_content=True)
            answer = Response(request.host, raw.status_code, raw.headers, body)
        except BaseException as error:  # noqa: BLE001  # carried to the caller's thread, not swallowed
            answer = error
        session.cookies.clear()
        if request.apart:
            session.close()
        answers.put(answer)

    def _proxy_of(self, url: str) -> str | None:
        origin = _origin(url)
        if origin not in self._proxies:
            found = self._proxy(origin)
            self._proxies[origin] = with_account(found, self._account) if found and self._account else found
        return self._proxies[origin]


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _judged(answer: Response | BaseException, request: Request, proxy: str | None) -> Response | BaseException:
    """The answer; or our error for an incomplete answer and for what requests raised."""
    asked = f"{request.method} {request.host}{urlsplit(request.url).path}"
    if isinstance(answer, Response):
        _log.info("%s -> %d %s", asked, answer.status, answer.request_id)
        return ConnectionLost(request.host) if _is_cut_short(answer) else answer
    _log.info("%s failed: %s", asked, type(answer).__name__)
    if isinstance(answer, requests.RequestException | HTTPError | OSError):
        error = network_error(answer, request.host, proxy)
        error.__cause__ = answer
        return error
    return answer


def _is_cut_short(response: Response) -> bool:
    """Whether an answer that ends with its connection, without a length or chunks, is incomplete.

    urllib3 reports answers that break off within their length or chunks. One that breaks off within its headers has
    neither (RFC 9112 §6.3); then the body is empty, or the beginning of a JSON object.
    """
    length, coding = (response.headers.get(name, "") for name in ("Content-Length", "Transfer-Encoding"))
    if response.status == 204 or length.isdecimal() or "chunked" in coding.lower():
        return False
    if not response.body.strip():
        return True
    try:
        json.loads(response.body)
    except (ValueError, RecursionError):
        return response.body.lstrip().startswith(b"{")
    return False
