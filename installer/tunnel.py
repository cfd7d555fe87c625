"""Tunnels through a proxy that requires authentication (RFC 9110 §11.7, RFC 4559).

Python's own CONNECT gives up at 407 without reading what the proxy offers. NTLM and Negotiate authenticate a single
connection, so this happens here, before TLS begins.
"""

from __future__ import annotations

import base64
import errno
import ssl
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import Final
from urllib.parse import quote, unquote, urlsplit

import spnego
import spnego.exceptions
from urllib3 import HTTPSConnectionPool
from urllib3.connection import HTTPSConnection

from installer.errors.network import HandshakeCut, ProxyRefused, ProxySignInFailed
from installer.model import ProxyAccount

SCHEMES: Final = ("Negotiate", "NTLM", "Basic")
"""Authentication schemes, the best one first: Negotiate and NTLM send no password (MS-NLMP, RFC 4178)."""
MOST_LEGS: Final = 5
MOST_BYTES: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class ProxyRefusal:
    """An answer to CONNECT that opens no tunnel."""

    status: int
    headers: HTTPMessage

    @property
    def offered(self) -> tuple[str, ...]:
        """The authentication schemes that the proxy offers, as it spells them."""
        return tuple(dict.fromkeys(value.split()[0] for value in self._challenges() if value.strip()))

    def token(self, scheme: str) -> bytes | None:
        """The proxy's token in an exchange of this scheme; None if it only offers the scheme, or another one."""
        for value in self._challenges():
            name, _, token = value.strip().partition(" ")
            if name.lower() == scheme.lower() and token.strip():
                return base64.b64decode(token.strip())
        return None

    def _challenges(self) -> Iterable[str]:
        return self.headers.get_all("Proxy-Authenticate") or ()


class _ClosedByProxy(Exception):
    """The proxy refused and closed the connection, so that authentication needs a new one."""

    def __init__(self, refused: ProxyRefusal) -> None:
        self.refused = refused


class Connection(HTTPSConnection):
    """A connection whose CONNECT can authenticate: as the proxy URL's user, or else with the user's own account.

    `connect` raises `HandshakeCut`, `ProxyRefused` and `ProxySignInFailed`.
    """

    _challenge: bytes | None = None
    """The proxy's latest token in the exchange."""

    _refused: ProxyRefusal | None = None
    """The proxy's first answer, if it closed the connection with it."""

    def connect(self) -> None:
        """Connects through the proxy, signing in to it if it asks; raises what urllib3 raises for a proxy."""
        try:
            try:
                super().connect()
            except _ClosedByProxy as closed:
                self._refused = closed.refused
                super().connect()
        except (ConnectionResetError, BrokenPipeError, ssl.SSLEOFError, ssl.SSLZeroReturnError) as error:
            raise HandshakeCut(self._named) from error

    def _tunnel(self) -> None:
        refused = self._refused or self._ask(None)
        if refused is None:
            return
        if refused.status == HTTPStatus.PROXY_AUTHENTICATION_REQUIRED:
            refused = self._sign_in(refused)
            if refused is None:
                return
        self.close()
        raise ProxyRefused(self._named, refused.status)

    def _sign_in(self, refused: ProxyRefusal) -> ProxyRefusal | None:
        """Authenticates with the best scheme offered. Raises `ProxySignInFailed`.

        None if the tunnel is open, else the proxy's refusal of the host.
        """
        offered, account = refused.offered, self._account
        names = {scheme.lower() for scheme in offered}
        scheme = next((known for known in SCHEMES if known.lower() in names), "")
        if self.sock is None:
            if self._refused or not scheme:
                raise ProxySignInFailed(self._named, offered, tried=account is not None)
            raise _ClosedByProxy(refused)
        try:
            for token in self._tokens(scheme, account):
                answer = self._ask(f"{scheme} {base64.b64encode(token).decode()}")
                if answer is None or answer.status != HTTPStatus.PROXY_AUTHENTICATION_REQUIRED:
                    return answer
                self._challenge = answer.token(scheme)
        except (spnego.exceptions.SpnegoError, ValueError) as error:  # no account, or an invalid token
            self.close()
            raise ProxySignInFailed(self._named, offered, tried=account is not None) from error
        self.close()
        raise ProxySignInFailed(self._named, offered, tried=account is not None)

    def _tokens(self, scheme: str, account: tuple[str, str] | None) -> Iterator[bytes]:
        """The tokens to send, one after the other, each in answer to the proxy's latest challenge."""
        if scheme == "Basic" and account:
            yield ":".join(account).encode()
        elif scheme in ("Negotiate", "NTLM"):
            user, password = account or (None, None)
            context = spnego.client(user, password, hostname=self.host, service="HTTP", protocol=scheme.lower())
            self._challenge = None
            for leg in range(MOST_LEGS):
                token = context.step(self._challenge) if not leg or self._challenge else None
                if token is None:
                    return
                yield token

    def _ask(self, authorization: str | None) -> ProxyRefusal | None:
        """One CONNECT; None if the tunnel is open. If the proxy closes the connection, `sock` is None afterwards."""
        if self.sock is None:
            raise OSError(errno.ECONNRESET, "the proxy closed the connection within the sign-in")
        lines = [f"CONNECT {self._named_with_port} HTTP/1.1", f"Host: {self._named_with_port}"]
        if authorization:
            lines.append(f"Proxy-Authorization: {authorization}")
        self.sock.sendall("".join(f"{line}\r\n" for line in (*lines, "")).encode("ascii"))
        response = HTTPResponse(self.sock, method="CONNECT")
        try:
            response.begin()
            if response.status == HTTPStatus.OK:
                return None
            refused = ProxyRefusal(response.status, response.headers)
            if not response.will_close:
                response.read(MOST_BYTES)
        except HTTPException as error:
            raise ProxyRefused(self._named) from error
        finally:
            response.close()
        if response.will_close:
            self.sock.close()
            self.sock = None
        return refused

    @property
    def _account(self) -> tuple[str, str] | None:
        """User and password in the proxy's URL; None without."""
        if self.proxy is None or not self.proxy.auth:
            return None
        user, _, password = self.proxy.auth.partition(":")
        return unquote(user), unquote(password)

    @property
    def _named(self) -> str:
        return self._tunnel_host or self.host

    @property
    def _named_with_port(self) -> str:
        host = f"[{self._named}]" if ":" in self._named else self._named
        return f"{host}:{self._tunnel_port or 443}"


class Pool(HTTPSConnectionPool):
    """urllib3's connection pool, with these connections."""

    ConnectionCls = Connection


def with_account(url: str, account: ProxyAccount) -> str:
    """The proxy's URL with this account in it, instead of any that it has."""
    parts = urlsplit(url)
    access = f"{quote(account.user, safe='')}:{quote(account.password.reveal(), safe='')}"
    return f"{parts.scheme}://{access}@{parts.netloc.rpartition('@')[2]}"
