"""A small threaded HTTP/1.1 server on loopback: requests, responses, and how they are sent.

It knows nothing about Entra or Graph. Connections are kept alive, answers are sent in one write with TCP_NODELAY, and
stopping closes every socket and joins every thread. On demand it breaks the connection or truncates an answer.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import socket
import ssl
import struct
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from email.utils import formatdate
from enum import Enum, auto
from http import HTTPStatus
from itertools import count
from threading import Event, Lock, Thread
from typing import BinaryIO, cast

_LONGEST_LINE = 65536
_LARGEST_BODY = 8 * 1024 * 1024


class Ending(Enum):
    """What happens to the connection after the answer."""

    KEEP = auto()
    RESET = auto()
    """No answer at all: the client sees the connection reset."""
    TRUNCATED = auto()
    """Half of the body, then the connection closes."""


@dataclass(frozen=True, slots=True)
class Request:
    """`target` is the path with its query as sent; header names are in lower case; `connection` is its number."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes
    connection: int = 0


@dataclass(frozen=True, slots=True)
class Response:
    """An answer. A header without a value is left out, even `Date`."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    chunked: bool = False
    ending: Ending = Ending.KEEP


Handler = Callable[[Request], Response]


class Site:
    """One origin: a port on 127.0.0.1, and the same one on ::1 where there is IPv6."""

    def __init__(self, handler: Handler, tls: ssl.SSLContext | None = None) -> None:
        self.handler = handler
        self.tls = tls
        self.sockets = _listen()
        self.port: int = self.sockets[0].getsockname()[1]
        self.origin = f"{'https' if tls else 'http'}://localhost:{self.port}"


class Server:
    """Serves sites until it is stopped: one thread accepts connections, and one per connection answers."""

    def __init__(self, now: Callable[[], float] = time.time) -> None:
        self.stopping = Event()
        self._sites: list[Site] = []
        self._selector = selectors.DefaultSelector()
        self._wake, self._waker = socket.socketpair()
        self._selector.register(self._wake, selectors.EVENT_READ, None)
        self._now = now
        self._lock = Lock()
        self._connections: set[socket.socket] = set()
        self._numbers = count(1)
        self._threads: list[Thread] = []
        self._acceptor = Thread(target=self._accept, name="embedded-tenant", daemon=True)

    def add(self, handler: Handler, tls: ssl.SSLContext | None = None) -> Site:
        """Opens a port for an origin; with `tls`, an HTTPS one. Before `start`."""
        site = Site(handler, tls)
        self._sites.append(site)
        for listener in site.sockets:
            self._selector.register(listener, selectors.EVENT_READ, site)
        return site

    def start(self) -> None:
        """Begins to accept connections."""
        self._acceptor.start()

    def stop(self) -> None:
        """Ends every wait and connection; returns when no thread or socket is left. Stopping twice is harmless."""
        if self.stopping.is_set():
            return
        self.stopping.set()
        if self._acceptor.ident is not None:
            self._waker.send(b"x")
            self._acceptor.join()
        self._selector.close()
        listeners = [listener for site in self._sites for listener in site.sockets]
        for endpoint in (*listeners, self._wake, self._waker):
            endpoint.close()
        with self._lock:
            connections = tuple(self._connections)
        for connection in connections:
            with contextlib.suppress(OSError):
                # The plain shutdown: SSLSocket.shutdown would pull the TLS object from under the reading thread.
                socket.socket.shutdown(connection, socket.SHUT_RDWR)
            if sys.platform == "win32":  # there only the end of the socket wakes the thread that waits for its bytes
                socket.close(connection.detach())
        for thread in self._threads:
            thread.join()

    def _accept(self) -> None:
        while not self.stopping.is_set():
            for key, _ in self._selector.select():
                if key.data is None:
                    return
                with contextlib.suppress(OSError):
                    connection, _address = cast(socket.socket, key.fileobj).accept()
                    self._serve(key.data, connection)

    def _serve(self, site: Site, connection: socket.socket) -> None:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if site.tls:
            connection = site.tls.wrap_socket(connection, server_side=True, do_handshake_on_connect=False)
        thread = Thread(target=self._converse, args=(site, connection), name="embedded-tenant-connection", daemon=True)
        with self._lock:
            self._connections.add(connection)
        self._threads = [*(running for running in self._threads if running.is_alive()), thread]
        thread.start()

    def _converse(self, site: Site, connection: socket.socket) -> None:
        number = next(self._numbers)
        try:
            if isinstance(connection, ssl.SSLSocket):
                connection.do_handshake()
            with connection.makefile("rb") as stream:
                while not self.stopping.is_set() and (request := _next_request(stream, connection)) is not None:
                    request = replace(request, connection=number)
                    if not _answer(connection, request, site.handler(request), self._now()):
                        return
        except OSError:
            pass  # the client went away, or the server is stopping
        finally:
            with self._lock:
                self._connections.discard(connection)
            connection.close()


def _listen() -> list[socket.socket]:
    for _ in range(20):
        first = socket.create_server(("127.0.0.1", 0), backlog=128)
        if not socket.has_ipv6:
            return [first]
        try:
            second = socket.create_server(("::1", first.getsockname()[1]), family=socket.AF_INET6, backlog=128)
        except OSError as error:
            if error.errno in _PORT_TAKEN:
                first.close()
                continue
            return [first]
        return [first, second]
    raise OSError("no port is free on both 127.0.0.1 and ::1")


_PORT_TAKEN = frozenset({98, 48, 10048})
"""EADDRINUSE of Linux, macOS and Windows."""


def _next_request(stream: BinaryIO, connection: socket.socket) -> Request | None:
    """The next request; None at the end of the connection, or if the bytes are not HTTP."""
    try:
        return read_request(stream, connection)
    except ValueError:
        return None


def read_request(stream: BinaryIO, connection: socket.socket) -> Request | None:
    """The next request of a connection; None at its end. Raises ValueError if it is not HTTP/1.1 (RFC 9112)."""
    line = stream.readline(_LONGEST_LINE)
    if not line.strip():
        return None
    method, target, _version = line.decode("latin-1").split()
    headers: dict[str, str] = {}
    while (line := stream.readline(_LONGEST_LINE)) not in (b"\r\n", b"\n", b""):
        name, _, value = line.decode("latin-1").partition(":")
        headers[name.strip().lower()] = value.strip()
    if headers.get("expect", "").lower() == "100-continue":
        connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
    if headers.get("transfer-encoding", "").lower() == "chunked":
        return Request(method, target, headers, _read_chunks(stream))
    length = int(headers.get("content-length", "0"))
    if not 0 <= length <= _LARGEST_BODY:
        raise ValueError("body too large")
    return Request(method, target, headers, stream.read(length))


def _read_chunks(stream: BinaryIO) -> bytes:
    body = b""
    while size := int(stream.readline(_LONGEST_LINE).split(b";")[0], 16):
        body += stream.read(size)
        stream.readline(_LONGEST_LINE)
        if len(body) > _LARGEST_BODY:
            raise ValueError("body too large")
    while stream.readline(_LONGEST_LINE) not in (b"\r\n", b"\n", b""):
        pass
    return body


def _answer(connection: socket.socket, request: Request, response: Response, now: float) -> bool:
    """Sends the response; returns whether the connection can take another request."""
    if response.ending is Ending.RESET:
        # A zero linger time makes close() send RST; the structure has short fields on Windows.
        linger = struct.pack("hh" if os.name == "nt" else "ii", 1, 0)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        return False
    keep = request.headers.get("connection", "").lower() != "close" and response.ending is Ending.KEEP
    headers = {"Date": formatdate(now, usegmt=True), **response.headers}
    headers = {name: value for name, value in headers.items() if value}
    if response.status != HTTPStatus.NO_CONTENT:
        if response.chunked:
            headers["Transfer-Encoding"] = "chunked"
        else:
            headers["Content-Length"] = str(len(response.body))
    if not keep:
        headers["Connection"] = "close"
    try:
        phrase = HTTPStatus(response.status).phrase
    except ValueError:
        phrase = ""
    head = f"HTTP/1.1 {response.status} {phrase}\r\n" + "".join(
        f"{name}: {value}\r\n" for name, value in headers.items()
    )
    body = b"" if request.method == "HEAD" else response.body
    if response.chunked and body:
        body = b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)
    elif response.chunked:
        body = b"0\r\n\r\n"
    if response.ending is Ending.TRUNCATED:
        body = body[: max(1, len(body) // 2)]
    connection.sendall(head.encode("latin-1") + b"\r\n" + body)
    return keep
