"""Microsoft could not be reached, or something between answered instead."""

from __future__ import annotations

from enum import Enum

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


class TlsFault(Enum):
    """Why a certificate was refused: a heading, what happened, what to do."""

    UNTRUSTED = (
        Words("The secure connection is not trusted"),
        Words("This computer does not trust the certificate shown for {host}."),
        Words("If your company’s proxy inspects TLS, its certificate must be in this computer’s store."),
    )
    WRONG_HOST = (
        Words("Another server answered"),
        Words("The certificate shown for {host} belongs to another name."),
        Words("Ask your network team which proxy answers for this address."),
    )
    CLOCK = (
        Words("The certificate’s dates do not match this computer’s clock"),
        Words("The certificate of {host} is expired or not yet valid."),
        Words("Check this computer’s date and time, then try again."),
    )
    OTHER = UNTRUSTED


class TlsFailed(NetworkError):
    """CLOCK: the certificate is expired or not yet valid, which often means that this computer's clock is off."""

    fault: TlsFault

    @property
    def title(self) -> Words:
        return self.fault.value[0]

    @property
    def what(self) -> Words:
        return self.fault.value[1]

    @property
    def hint(self) -> Words:
        return self.fault.value[2]


class NotMicrosoft(NetworkError):
    """The answer is not what Microsoft sends: a proxy's page, broken JSON, a redirect."""

    status: int
    title = Words("The answer did not come from Microsoft")
    what = Words("{host} answered with something that is not Microsoft’s (HTTP {status}).")
    hint = Words("A proxy or filter probably answered instead: ask your network team to allow {host}.")


class Unavailable(NetworkError):
    """Microsoft itself answered that it cannot serve now; `retry_after` is in seconds, where it said so."""

    status: int
    request_id: str | None = None
    retry_after: float | None = None
    title = Words("Microsoft is not available at the moment")
    what = Words("{host} keeps answering that it cannot serve (HTTP {status}).")
    hint = Words("Try again in a few minutes.")
