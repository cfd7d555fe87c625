"""The only door to the network: the system's trust store and proxy, explicit time-outs, ids, errors of our own.

One request, one answer: trying again is decided by those who know what the request means (`patience`).
"""

from __future__ import annotations

import json
import logging
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from threading import Event, Thread
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import requests
import truststore
from requests.adapters import HTTPAdapter
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError, ReadTimeoutError

from installer.cancel import Cancel
from installer.errors import (
    ConnectionLost,
    NetworkError,
    NotMicrosoft,
    ProxyRefused,
    TimedOut,
    TlsFailed,
    TlsFault,
    Unreachable,
)

CONNECT_SECONDS, READ_SECONDS, WHOLE_SECONDS = 10, 60, 120
MOST_BYTES = 32 << 20
_WAKE_SECONDS = 0.1

ProxyResolver = Callable[[str], str | None]
"""The proxy for a URL, itself as a URL (`http://host:port`), or None for a direct way. It may take seconds."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Response:
    """An answer as it came. `headers` finds a name in any case."""

    host: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        """The body as JSON; raises `NotMicrosoft`, since every answer that we read is JSON."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError) as error:
            raise NotMicrosoft(self.host, self.status) from error

    @property
    def request_id(self) -> str | None:
        return self.headers.get("request-id") or self.headers.get("x-ms-request-id")


class _SystemTrust(HTTPAdapter):
    """Verifies by the operating system's store alone; requests would add its own list of authorities to it."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self._context = context
        super().__init__(pool_maxsize=8)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs, ssl_context=self._context)

    def proxy_manager_for(self, proxy: Any, **kwargs: Any) -> Any:
        return super().proxy_manager_for(proxy, **kwargs, ssl_context=self._context)

    def cert_verify(self, conn: Any, url: Any, verify: Any, cert: Any) -> None:
        """Leaves the pool's context as it is: it requires a certificate that the system trusts."""


class Transport:
    """Sends requests over kept-alive connections; may be used from several threads."""

    def __init__(self, *, trust_anchor: str | None = None, proxy: ProxyResolver = lambda _url: None) -> None:
        context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        if trust_anchor:
            context.load_verify_locations(cadata=trust_anchor)
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.adapters.clear()  # nothing but https has a way out
        self._session.mount("https://", _SystemTrust(context))
        self._proxy = proxy
        self._proxies: dict[str, str | None] = {}

    def send(
        self,
        method: str,
        url: str,
        *,
        cancel: Cancel,
        headers: Mapping[str, str] | None = None,
        body: bytes | str | None = None,
        abandon: bool | None = None,
    ) -> Response:
        """One request and its answer, whatever its status.

        Raises `NetworkError` (`ConnectionLost` and `TimedOut`: it may have taken effect) and `Cancelled`: at once
        where the call may be abandoned (by default a GET), else before it is sent or after its answer came.
        """
        cancel.check()
        may_abandon = method == "GET" if abandon is None else abandon
        answer: list[Response | BaseException] = []
        arrived = Event()

        def call() -> None:
            try:
                answer.append(self._call(method, url, dict(headers or {}), body))
            except BaseException as error:  # noqa: BLE001  # carried to the caller's thread, not swallowed
                answer.append(error)
            finally:
                arrived.set()

        Thread(target=call, name="request", daemon=True).start()
        end = time.monotonic() + WHOLE_SECONDS
        while not arrived.wait(_WAKE_SECONDS):
            if may_abandon:
                cancel.check()
            if time.monotonic() > end:  # an answer that drips never meets the read time-out
                raise TimedOut(urlsplit(url).hostname or "")
        if isinstance(answer[0], BaseException):
            raise answer[0]
        return answer[0]

    def close(self) -> None:
        self._session.close()

    def _call(self, method: str, url: str, headers: dict[str, str], body: bytes | str | None) -> Response:
        parts = urlsplit(url)
        host = parts.hostname or ""
        headers.setdefault("client-request-id", str(uuid4()))
        headers.setdefault("Accept", "application/json")
        proxy = self._proxy_of(parts.scheme + "://" + parts.netloc)
        try:
            raw = self._session.request(
                method,
                url,
                headers=headers,
                data=body,
                timeout=(CONNECT_SECONDS, READ_SECONDS),
                allow_redirects=False,
                proxies={"https": proxy} if proxy else {},
                stream=True,
            )
            with raw:
                content = raw.raw.read(MOST_BYTES, decode_content=True)
        except (requests.RequestException, HTTPError, OSError) as error:
            _log.info("%s %s%s failed: %s", method, host, parts.path, type(error).__name__)
            raise _network_error(error, host) from error
        finally:
            self._session.cookies.clear()
        response = Response(host, raw.status_code, raw.headers, content)
        _log.info("%s %s%s -> %d %s", method, host, parts.path, response.status, response.request_id)
        return response

    def _proxy_of(self, origin: str) -> str | None:
        if origin not in self._proxies:
            self._proxies[origin] = self._proxy(origin)
        return self._proxies[origin]


def _network_error(error: Exception, host: str) -> NetworkError:
    """requests' exception as ours, told by the chain of causes that it wraps."""
    chain = list(_causes(error))
    certificate = next((cause for cause in chain if isinstance(cause, ssl.SSLCertVerificationError)), None)
    if certificate is not None:
        # OpenSSL's X509_V_ERR_CERT_NOT_YET_VALID 9, CERT_HAS_EXPIRED 10, HOSTNAME_MISMATCH 62, IP_ADDRESS_MISMATCH 64
        faults = {9: TlsFault.CLOCK, 10: TlsFault.CLOCK, 62: TlsFault.WRONG_HOST, 64: TlsFault.WRONG_HOST}
        return TlsFailed(host, faults.get(certificate.verify_code, TlsFault.UNTRUSTED))
    if isinstance(error, requests.exceptions.ProxyError | requests.exceptions.InvalidProxyURL):
        return ProxyRefused(host)
    if isinstance(error, requests.exceptions.SSLError):
        return TlsFailed(host, TlsFault.OTHER)
    if any(isinstance(cause, NewConnectionError | ConnectTimeoutError) for cause in chain):
        return Unreachable(host)
    if any(isinstance(cause, ReadTimeoutError) for cause in chain) or isinstance(error, requests.ReadTimeout):
        return TimedOut(host)
    return ConnectionLost(host)


def _causes(error: BaseException) -> list[BaseException]:
    """The error and all that it wraps: as cause, as context, as argument, as urllib3's `reason`."""
    seen: list[BaseException] = []
    todo: list[object] = [error]
    while todo:
        one = todo.pop()
        if isinstance(one, BaseException) and one not in seen:
            seen.append(one)
            todo += [one.__cause__, one.__context__, getattr(one, "reason", None), *one.args]
    return seen
