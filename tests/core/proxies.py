"""A proxy on loopback: a tunnel to wherever it is asked for, after the sign-in that it demands.

NTLM and Negotiate are checked by pyspnego's own server side, against a file of accounts.
"""

from __future__ import annotations

import base64
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

import spnego
import spnego.exceptions

OPEN = b"HTTP/1.1 200 Connection established\r\n\r\n"


@dataclass
class Proxy:
    """`scheme` is what it demands: none, Basic, NTLM or Negotiate. `heard` are the credentials' schemes, in order."""

    scheme: str = ""
    account: str = "anna:pw"
    closes: bool = False
    """Whether it closes the connection after its first refusal, as some do."""
    heard: list[str] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)
    port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def serve(self, client: socket.socket) -> None:
        with client, suppress(OSError):
            context = None
            while True:
                asked = self._read(client)
                if not asked:
                    return None
                target = asked.split()[1]
                named, _, token = self._authorization(asked).partition(" ")
                self.heard.append(named)
                challenge = b""
                if not self.scheme:
                    return self._open(client, target)
                if named.lower() == self.scheme.lower() and token:
                    if self.scheme == "Basic":
                        if base64.b64decode(token).decode() == self.account:
                            return self._open(client, target)
                    else:
                        context = context or spnego.server(hostname="proxy", service="HTTP", protocol=named.lower())
                        try:
                            challenge = context.step(base64.b64decode(token)) or b""
                        except spnego.exceptions.SpnegoError:
                            challenge = b""
                        else:
                            if context.complete:
                                return self._open(client, target)
                self._refuse(client, challenge)
                if self.closes and not challenge:
                    return None

    def _refuse(self, client: socket.socket, challenge: bytes) -> None:
        token = f" {base64.b64encode(challenge).decode()}" if challenge else ""
        close = "Connection: close\r\n" if self.closes and not challenge else ""
        page = "<html>Who are you?</html>"
        client.sendall(
            f"HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: {self.scheme}{token}\r\n"
            f"{close}Content-Length: {len(page)}\r\n\r\n{page}".encode()
        )

    def _open(self, client: socket.socket, target: str) -> None:
        host, _, port = target.rpartition(":")
        self.opened.append(target)
        with socket.create_connection((host.strip("[]"), int(port))) as server:
            client.sendall(OPEN)
            back = threading.Thread(target=_pump, args=(server, client), daemon=True)
            back.start()
            _pump(client, server)
            back.join(1)

    @staticmethod
    def _read(client: socket.socket) -> str:
        head = b""
        while b"\r\n\r\n" not in head:
            more = client.recv(4096)
            if not more:
                return ""
            head += more
        return head.decode("latin-1")

    @staticmethod
    def _authorization(asked: str) -> str:
        lines = (line.partition(":") for line in asked.split("\r\n"))
        return next((value.strip() for name, _, value in lines if name.lower() == "proxy-authorization"), "")


def _pump(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
    with suppress(OSError):
        target.shutdown(socket.SHUT_WR)


@contextmanager
def running(proxy: Proxy) -> Iterator[Proxy]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        proxy.port = server.getsockname()[1]

        def accept() -> None:
            while True:
                try:
                    client, _ = server.accept()
                except OSError:
                    return
                threading.Thread(target=proxy.serve, args=(client,), daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()
        yield proxy
        with suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)
