"""The only door to the network: the system's trust store and proxy, explicit time-outs, ids, errors of our own.

One request, one answer: trying again is decided by those who know what the request means (`retry`).
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
MOST_BYTES = 32 << 20
_WAKE_SECONDS = 0.1

ProxyResolver = Callable[[str], str | None]
"""The proxy for a URL, itself as a URL (`http://host:port`), or None for a direct way. It may take seconds."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked. It may hold a token: its headers and body are not shown."""

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes | None = field(default=None, repr=False)
    may_abandon: bool = False
    """Whether a cancel may leave it to itself: its answer is of no use to anybody else (a read, a token)."""
    repeatable: bool = False
    """Whether sending it twice does no harm."""
    apart: bool = False
    """Whether it goes over a connection of its own, which may lead to another of the servers behind a name."""

    @property
    def host(self) -> str:
        return host_of(self.url)


@dataclass(frozen=True, slots=True)
class Response:
    """An answer as it came. `headers` finds a name in any case; the body may hold a secret and is not shown."""

    host: str
    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)

    def json(self) -> Any:
        """The body as JSON; raises `NotMicrosoft`, since every answer that we read is JSON."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError) as error:
            raise NotMicrosoft(self.host, self.status) from error

    @property
    def request_id(self) -> str | None:
        return self.headers.get("request-id") or self.headers.get("x-ms-request-id")


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer, or the class of the error that came in its place. Times are in seconds.

    It holds whatever was sent and received, secrets included: an observer keeps none of them.
    """

    cloud: Cloud
    request: Request
    response: Response | None
    failure: str
    began: float
    """By `time.monotonic`."""
    seconds: float


Observer = Callable[[Exchange], None]


def unobserved(_exchange: Exchange) -> None:
    """The observer of whoever keeps nothing."""


def host_of(url: str) -> str:
    """The host in an address; empty where it names none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


class _SystemTrust(HTTPAdapter):
    """Verifies by the operating system's store alone; requests would add its own list of authorities to it.

    Its connections can sign in to a proxy; requests would send the password to it unasked, and readable.
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
        """Leaves the pool's context as it is: it requires a certificate that the system trusts."""


class Transport:
    """Sends requests to the two origins of a cloud, over kept-alive connections; may be used from several threads."""

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
        """One request and its answer, whatever its status.

        Raises `NetworkError` (`ConnectionLost` and `TimedOut`: it may have taken effect; `OtherHost`: it was not sent)
        and `Cancelled`: at once where the request may be abandoned, else before it is sent or after its answer came.
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
                if time.monotonic() > began + WHOLE_SECONDS:  # one that drips never meets the read time-out
                    answer = TimedOut(request.host)
        judged = _judged(answer, request, self._proxies.get(_origin(request.url)))
        if isinstance(judged, Response):
            self.tell(request, judged, began)
            return judged
        self.tell(request, None, began, type(judged).__name__)
        raise judged

    def tell(self, request: Request, response: Response | None, began: float, failure: str = "") -> None:
        """Tells the observer of an exchange; also of one that another program carried, as the browser does."""
        self._observe(Exchange(self._cloud, request, response, failure, began, time.monotonic() - began))

    def close(self) -> None:
        self._session.close()

    def _new_session(self) -> requests.Session:
        session = requests.Session()
        session.trust_env = False
        session.adapters.clear()  # nothing but https has a way out
        session.mount("https://", _SystemTrust(self._context))
        return session

    def _exchange(self, request: Request, answers: SimpleQueue[Response | BaseException]) -> None:
        """Puts the answer into the queue, or whatever is raised: the caller's thread is where it belongs."""
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
    """The answer, or our error in the place of one that is cut short and of what requests raised."""
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
    """Whether an answer without a length and without chunks, which ends where its connection does, lacks its end.

    urllib3 reports what breaks within its length or chunks. An answer that breaks within its headers has neither
    (RFC 9112 §6.3): then nothing has come, or the beginning of an object.
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
