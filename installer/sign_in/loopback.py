"""The loopback listener for the browser's redirect: takes one POST with the right state, on this computer only.

RFC 8252 §7.3 (loopback redirect) with `response_mode=form_post`, so that the code appears in no address or history.
"""

from __future__ import annotations

import hmac
import socket
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import BoundedSemaphore, Event, Thread, Timer
from types import TracebackType
from typing import Final
from urllib.parse import parse_qsl

from installer.cancel import Cancel
from installer.errors.sign_in import ListenerFailed, SignInTimedOut

Landing = Callable[[bool], str]
"""The HTML page that the browser shows at the end, in the user's language; True if the sign-in was accepted."""

MOST_BYTES: Final = 64 << 10
MOST_CONNECTIONS: Final = 32
CONNECTION_SECONDS: Final = 5.0
PORT_TRIES: Final = 10
TLS_HANDSHAKE: Final = b"\x16"
"""The first byte of a ClientHello's record (RFC 8446 §5.1); no HTTP method begins with it."""
_WAKE_SECONDS: Final = 0.1
_CLOSE_SECONDS: Final = 0.02
"""How often, in seconds, a server checks whether it is to stop; the end of the sign-in waits for that."""


class Loopback:
    """Listens at one free port of 127.0.0.1 and, where it exists, ::1. A context manager.

    Raises `ListenerFailed` if no port can be opened.
    """

    def __init__(self, landing: Landing) -> None:
        self._landing = landing
        self._state = ""
        self._answer: Mapping[str, str] | None = None
        self._answered = Event()
        self._met_tls = Event()
        self._gate = BoundedSemaphore(MOST_CONNECTIONS)
        self._servers = _bind(self)

    @property
    def port(self) -> int:
        """The port of all its addresses."""
        return int(self._servers[0].server_address[1])

    @property
    def redirect_uri(self) -> str:
        """Uses the name `localhost`: Microsoft refuses 127.0.0.1 for its own public client."""
        return f"http://localhost:{self.port}"

    def __enter__(self) -> Loopback:
        for server in self._servers:
            Thread(target=server.serve_forever, args=(_CLOSE_SECONDS,), name="loopback", daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for server in self._servers:
            server.shutdown()
            server.server_close()

    def expect(self, state: str) -> None:
        """Accepts an answer with this state from now on; until then, none is."""
        self._state = state

    def wait(self, cancel: Cancel, minutes: int, on_tls: Callable[[], None] = lambda: None) -> Mapping[str, str]:
        """Waits for the form with the expected state; raises `Cancelled` or `SignInTimedOut`.

        `on_tls` is called once if a browser speaks TLS, as one that forces https does; the wait goes on.
        """
        end, told = cancel.now() + minutes * 60, False
        while not self._answered.wait(0):
            if cancel.now() > end:
                raise SignInTimedOut(minutes)
            cancel.check()
            if self._met_tls.is_set() and not told:
                told = True
                on_tls()
            self._answered.wait(_WAKE_SECONDS)
        assert self._answer is not None  # set before the event
        return self._answer

    def offer(self, form: Mapping[str, str]) -> bool | None:
        """Takes the answer. None if it is not for this sign-in, or not the first; else whether it has no error."""
        state = form.get("state", "")
        if not self._state or not hmac.compare_digest(state.encode(), self._state.encode()) or self._answered.is_set():
            return None
        self._answer = form
        self._answered.set()
        return "error" not in form

    def meet_tls(self) -> None:
        """Notes that a client spoke TLS, which this listener does not."""
        self._met_tls.set()

    def page(self, accepted: bool) -> bytes:
        """The landing page in UTF-8."""
        return self._landing(accepted).encode()

    def enter(self) -> bool:
        """Whether one more connection can be served now; if so, `leave` must follow."""
        return self._gate.acquire(blocking=False)

    def leave(self) -> None:
        """Ends a connection that `enter` admitted."""
        self._gate.release()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = False
    request_queue_size = MOST_CONNECTIONS

    def __init__(self, loopback: Loopback, host: str, port: int) -> None:
        self.loopback = loopback
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, port), _Handler)

    def server_bind(self) -> None:
        if sys.platform == "win32":  # otherwise another program could listen at the same port
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        elif self.address_family == socket.AF_INET6:
            self.socket.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        super().server_bind()

    def process_request_thread(self, request: socket.socket, client_address: object) -> None:  # type: ignore[override]
        if not self.loopback.enter():
            self.shutdown_request(request)
            return
        try:
            super().process_request_thread(request, client_address)
        finally:
            self.loopback.leave()

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing: a broken connection does not end the wait."""


class _Handler(BaseHTTPRequestHandler):
    timeout = CONNECTION_SECONDS
    server: _Server
    server_version = "GLIMPS"
    sys_version = ""

    def setup(self) -> None:
        """Limits the whole exchange: a client that sends byte by byte would restart the socket's time-out for ever."""
        super().setup()
        self._end = Timer(CONNECTION_SECONDS, self._cut)
        self._end.daemon = True
        self._end.start()

    def handle(self) -> None:
        """Detects a browser that forces https: it begins with a TLS record, and would wait for an answer to it."""
        if self.connection.recv(1, socket.MSG_PEEK) == TLS_HANDSHAKE:
            self.server.loopback.meet_tls()
            self.connection.recv(MOST_BYTES)  # unread data would reset the connection when it closes
        else:
            super().handle()

    def finish(self) -> None:
        self._end.cancel()
        super().finish()

    def _cut(self) -> None:
        with suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        kind = self.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if self.headers.get("Host", "") != f"localhost:{self.server.loopback.port}" or self.path != "/":
            return self._refuse(HTTPStatus.NOT_FOUND)
        if not length.isdecimal() or kind != "application/x-www-form-urlencoded":
            return self._refuse(HTTPStatus.BAD_REQUEST)
        if int(length) > MOST_BYTES:
            return self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        try:
            text = self.rfile.read(int(length)).decode("ascii")
            form = dict(parse_qsl(text, keep_blank_values=True, max_num_fields=32))
        except ValueError:
            return self._refuse(HTTPStatus.BAD_REQUEST)
        accepted = self.server.loopback.offer(form)
        if accepted is None:
            return self._refuse(HTTPStatus.BAD_REQUEST)
        return self._send(HTTPStatus.OK, self.server.loopback.page(accepted))

    def do_GET(self) -> None:
        self._refuse(HTTPStatus.NOT_FOUND)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class's name
        """Nothing: a request line may hold a code."""

    def _refuse(self, status: HTTPStatus) -> None:
        self._send(status, b"")

    def _send(self, status: HTTPStatus, page: bytes) -> None:
        self.close_connection = True
        self.send_response(status)
        for name, value in {
            "Content-Type": "text/html; charset=utf-8",
            "Content-Length": str(len(page)),
            "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
            "Cache-Control": "no-store",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "Connection": "close",
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(page)


def _bind(loopback: Loopback) -> tuple[_Server, ...]:
    """Servers at the same port of both loopback addresses: browsers try ::1 first, so no one else may have it."""
    problem: OSError | None = None
    for _ in range(PORT_TRIES):
        try:
            first = _Server(loopback, "127.0.0.1", 0)
        except OSError as error:
            raise ListenerFailed(error.strerror or "") from error
        if not _has_ipv6():
            return (first,)
        try:
            return first, _Server(loopback, "::1", int(first.server_address[1]))
        except OSError as error:
            problem = error
            first.server_close()
    raise ListenerFailed(problem.strerror if problem and problem.strerror else "") from problem


def _has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6, socket.SOCK_STREAM) as probe:
            probe.bind(("::1", 0))
    except OSError:
        return False
    return True
