"""Microsoft could not be reached, or a proxy or filter answered instead."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from installer.errors.base import ExitCode, SetupError, Words

_NETWORK_SIGN_IN: Final = 511
"""The HTTP status with which a network asks for a sign-in (RFC 6585 §6); `http` would be loaded for its name alone."""


class NetworkError(SetupError, group=True):
    """A request to `host` failed on the network, or its answer is not Microsoft's."""

    host: str
    exit_code = ExitCode.NETWORK


class NotReached(NetworkError, group=True):
    """No answer came from `host`."""

    title = Words("Microsoft cannot be reached")
    hint = Words("Check the network and the proxy, then try again.")


class Unreachable(NotReached):
    """No connection could be made, so the request certainly had no effect."""

    what = Words("No connection to {host} could be made.")


class NameNotFound(Unreachable):
    """DNS does not know the host."""

    what = Words("The name {host} could not be resolved (DNS).")
    hint = Words("Check the network connection and its DNS server, or whether a proxy is needed.")


class HandshakeCut(Unreachable):
    """The connection was cut during the TLS handshake, before anything was sent."""

    what = Words("The connection to {host} was cut before it was secure.")
    hint = Words("A firewall or filter probably cuts it: ask your network team to allow {host}.")


class ProxyUnreachable(Unreachable):
    """No connection to the proxy could be made; `proxy` is its host and port."""

    proxy: str
    what = Words("The proxy {proxy} cannot be reached.")
    hint = Words("Check the proxy’s address in this computer’s settings or variables.")


class TimedOut(NotReached):
    """There was a connection, but no answer in time: whether the request took effect is unknown."""

    what = Words("{host} did not answer in time.")


class ConnectionLost(NotReached):
    """The connection broke after the request may have been sent; whether it took effect is unknown."""

    what = Words("The connection to {host} broke.")


class ProxyRefused(NetworkError):
    """The proxy refused to connect to the host; `status` is its HTTP status, 0 if its answer was not HTTP."""

    status: int = 0
    title = Words("The proxy refused the connection")
    hint = Words("Ask your network team to allow {host} for this computer.")

    @property
    def what(self) -> Words:
        if self.status:
            return Words("Your proxy did not let the program reach {host} (HTTP {status}).")
        return Words("Your proxy did not let the program reach {host}.")


PROXY_SCHEMES: Final = frozenset({"negotiate", "ntlm", "basic"})
"""The ways to sign in to a proxy that we know, in lower case."""


class ProxySignInFailed(NetworkError):
    """The proxy requires authentication (HTTP 407). `offered` are its schemes; `tried`: it refused an account."""

    offered: tuple[str, ...]
    tried: bool
    title = Words("The proxy requires a sign-in")

    @property
    def takes_an_account(self) -> bool:
        """Whether it offers a scheme that we know, so that an account may open the way."""
        return not PROXY_SCHEMES.isdisjoint(scheme.lower() for scheme in self.offered)

    @property
    def console(self) -> str:
        return "--proxy-auth-file" if self.takes_an_account else ""

    @property
    def what(self) -> Words:
        if self.tried and self.takes_an_account:
            return Words("Your proxy did not accept this user name and password (HTTP 407; it offers: {offered}).")
        return Words("Your proxy requires a sign-in before it lets you reach {host} (HTTP 407: {offered}).")

    @property
    def hint(self) -> Words:
        if not self.takes_an_account:
            return Words(
                "This program signs in by Negotiate, NTLM or Basic; ask who runs the proxy for one of them, or for a "
                "way to {host} without a sign-in."
            )
        if self.tried:
            return Words("Check both; the user name may need its domain, as CONTOSO\\anna.")
        return Words("Give the user name and password for the proxy.")


class UnusableProxy(SetupError):
    """The environment variable `variable` has a proxy with an unsupported `scheme`; empty if it is no address at all.

    The variable's value is never shown, because it may contain a password.
    """

    variable: str
    scheme: str
    exit_code = ExitCode.NETWORK
    title = Words("The proxy’s address cannot be used")
    hint = Words("Give it as http://host:port, or empty the variable for a direct connection.")

    @property
    def what(self) -> Words:
        if self.scheme:
            return Words("The variable {variable} names a proxy of the kind {scheme}; only http and https can be used.")
        return Words("The variable {variable} does not hold the address of a proxy.")


class UnusableSystemProxy(SetupError):
    """The system's proxy settings, or its PAC file, only offer a SOCKS proxy for `host`."""

    host: str
    exit_code = ExitCode.NETWORK
    title = Words("The proxy’s address cannot be used")
    what = Words("This computer’s settings name a SOCKS proxy for {host}; only HTTP proxies can be used.")
    hint = Words("Ask your network team for an HTTP proxy, or have {host} excepted from the proxy.")


class TlsFault(StrEnum):
    """Why the secure connection failed.

    CLOCK: the certificate has expired or is not valid yet, often because this computer's clock is wrong. STORE: this
    computer has no list of certificate authorities. OTHER: it failed before a certificate was verified.
    """

    UNTRUSTED = "untrusted"
    WRONG_HOST = "wrong_host"
    CLOCK = "clock"
    STORE = "store"
    OTHER = "other"


class TlsFailed(NetworkError):
    """The TLS connection failed, for the reason in `fault`; nothing was sent."""

    fault: TlsFault

    @property
    def title(self) -> Words:
        match self.fault:
            case TlsFault.WRONG_HOST:
                return Words("Another server answered")
            case TlsFault.CLOCK:
                return Words("The certificate’s dates do not match this computer’s clock")
        return Words("The secure connection is not trusted")

    @property
    def what(self) -> Words:
        match self.fault:
            case TlsFault.WRONG_HOST:
                return Words("The certificate shown for {host} belongs to another name.")
            case TlsFault.CLOCK:
                return Words("The certificate of {host} is expired or not yet valid.")
            case TlsFault.STORE:
                return Words("This computer’s list of trusted authorities is empty or cannot be read.")
            case TlsFault.OTHER:
                return Words("{host} and this computer could not agree on a secure connection.")
        return Words("This computer does not trust the certificate shown for {host}.")

    @property
    def hint(self) -> Words:
        match self.fault:
            case TlsFault.WRONG_HOST:
                return Words("Ask your network team which proxy answers for this address.")
            case TlsFault.CLOCK:
                return Words("Check this computer’s date and time, then try again.")
            case TlsFault.STORE:
                return Words("Install the package ca-certificates, or correct the variable SSL_CERT_FILE.")
            case TlsFault.OTHER:
                return Words("A proxy or filter probably stands between: ask your network team to allow {host}.")
        return Words("If your company’s proxy inspects TLS, its certificate must be in this computer’s store.")


class NotMicrosoft(NetworkError):
    """The answer is not what Microsoft sends: a proxy's page, broken JSON, a redirect."""

    status: int
    title = Words("The answer did not come from Microsoft")
    what = Words("{host} answered with something that is not Microsoft’s (HTTP {status}).")

    @property
    def hint(self) -> Words:
        if self.status < 400 or self.status == _NETWORK_SIGN_IN:
            return Words(
                "A network’s sign-in page (hotel, guest Wi-Fi) or a filter probably answered instead: sign in to the "
                "network in a browser, or ask your network team to allow {host}."
            )
        return Words("A proxy or filter probably answered instead: ask your network team to allow {host}.")


class OtherHost(NetworkError):
    """A request to `host`, which an answer had named, but which is not a host of this cloud; it was not sent."""

    title = Words("Microsoft’s answer leads to another host")
    what = Words("The answer names {host}, which is not a host of the chosen cloud. Nothing was sent there.")
    hint = Words(
        "If the tenant belongs to another Microsoft cloud, name that cloud; otherwise do not sign in on this network, "
        "and tell your network team.",
    )
    console = "--cloud"


class Unavailable(NetworkError):
    """Microsoft keeps answering that it cannot serve requests now; `retry_after` is its Retry-After in seconds."""

    status: int
    request_id: str | None = None
    retry_after: float | None = None
    title = Words("Microsoft is not available at the moment")
    what = Words("{host} keeps answering that it cannot serve (HTTP {status}).")
    hint = Words("Try again in a few minutes.")


LOST: Final = (ConnectionLost, TimedOut, Unavailable, NotMicrosoft)
"""The errors after which a request may have taken effect although its answer did not arrive."""
