"""Microsoft could not be reached, or something between answered instead."""

from __future__ import annotations

from enum import StrEnum

from installer.errors.base import ExitCode, SetupError, Words


class NetworkError(SetupError, group=True):
    """`host` is the one that was called."""

    host: str
    exit_code = ExitCode.NETWORK


class NotReached(NetworkError, group=True):
    title = Words("Microsoft cannot be reached")
    hint = Words("Check the network and the proxy, then try again.")


class Unreachable(NotReached):
    what = Words("No connection to {host} could be made.")


class TimedOut(NotReached):
    """Connected, but the answer did not come in time."""

    what = Words("{host} did not answer in time.")


class ConnectionLost(NotReached):
    """The connection broke after the request may have been sent: whether it took effect is unknown."""

    what = Words("The connection to {host} broke.")


class ProxyRefused(NetworkError):
    title = Words("The proxy refused the connection")
    what = Words("Your proxy did not let the program reach {host}.")
    hint = Words("Ask your network team to allow {host} for this computer.")


class TlsFault(StrEnum):
    """Why a certificate was refused. CLOCK: it is expired or not yet valid; often this computer's clock is off."""

    UNTRUSTED = "untrusted"
    WRONG_HOST = "wrong_host"
    CLOCK = "clock"
    OTHER = "other"


class TlsFailed(NetworkError):
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
        return Words("This computer does not trust the certificate shown for {host}.")

    @property
    def hint(self) -> Words:
        match self.fault:
            case TlsFault.WRONG_HOST:
                return Words("Ask your network team which proxy answers for this address.")
            case TlsFault.CLOCK:
                return Words("Check this computer’s date and time, then try again.")
        return Words("If your company’s proxy inspects TLS, its certificate must be in this computer’s store.")


class NotMicrosoft(NetworkError):
    """The answer is not what Microsoft sends: a proxy's page, broken JSON, a redirect."""

    status: int
    title = Words("The answer did not come from Microsoft")
    what = Words("{host} answered with something that is not Microsoft’s (HTTP {status}).")
    hint = Words("A proxy or filter probably answered instead: ask your network team to allow {host}.")


class OtherHost(NetworkError):
    """An answer names `host` to go on at, which is not the one of this cloud for that: nothing was sent there."""

    title = Words("Microsoft’s answer leads to another host")
    what = Words("The answer names {host}, which is not a host of the chosen cloud. Nothing was sent there.")
    hint = Words(
        "If the tenant belongs to another Microsoft cloud, name that cloud; otherwise do not sign in on this network, "
        "and tell your network team.",
    )
    console = "--cloud"


class Unavailable(NetworkError):
    """Microsoft itself answered that it cannot serve now; `retry_after` is in seconds, where it said so."""

    status: int
    request_id: str | None = None
    retry_after: float | None = None
    title = Words("Microsoft is not available at the moment")
    what = Words("{host} keeps answering that it cannot serve (HTTP {status}).")
    hint = Words("Try again in a few minutes.")
