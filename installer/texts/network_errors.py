"""Words for a network that fails: what did not answer, and whom to ask."""

from __future__ import annotations

from installer import errors
from installer.texts.language import translate
from installer.texts.words import Words


def explain_network(error: errors.NetworkError) -> Words:
    """Words for every `NetworkError`."""
    host = error.host
    unreachable = translate("Errors", "Microsoft cannot be reached")
    match error:
        case errors.TlsFailed(fault=errors.TlsFault.CLOCK):
            return Words(
                translate("Errors", "The certificate’s dates do not match this computer’s clock"),
                translate("Errors", "The certificate of {host} is expired or not yet valid.").format(host=host),
                translate("Errors", "Check this computer’s date and time, then try again."),
            )
        case errors.TlsFailed(fault=errors.TlsFault.WRONG_HOST):
            return Words(
                translate("Errors", "Another server answered"),
                translate("Errors", "The certificate shown for {host} belongs to another name.").format(host=host),
                translate("Errors", "Ask your network team which proxy answers for this address."),
            )
        case errors.TlsFailed():
            return Words(
                translate("Errors", "The secure connection is not trusted"),
                translate("Errors", "This computer does not trust the certificate shown for {host}.").format(host=host),
                translate(
                    "Errors",
                    "If your company’s proxy inspects TLS, its certificate must be in this computer’s store.",
                ),
            )
        case errors.ProxyRefused():
            return Words(
                translate("Errors", "The proxy refused the connection"),
                translate("Errors", "Your proxy did not let the program reach {host}.").format(host=host),
                translate("Errors", "Ask your network team to allow {host} for this computer.").format(host=host),
            )
        case errors.NotMicrosoft():
            return Words(
                translate("Errors", "The answer did not come from Microsoft"),
                translate("Errors", "{host} answered with something that is not Microsoft’s (HTTP {status}).").format(
                    host=host, status=error.status
                ),
                translate(
                    "Errors", "A proxy or filter probably answered instead: ask your network team to allow {host}."
                ).format(host=host),
            )
        case errors.Unavailable():
            return Words(
                translate("Errors", "Microsoft is not available at the moment"),
                translate("Errors", "{host} keeps answering that it cannot serve (HTTP {status}).").format(
                    host=host, status=error.status
                ),
                translate("Errors", "Try again in a few minutes."),
            )
        case errors.TimedOut():
            return Words(
                unreachable,
                translate("Errors", "{host} did not answer in time.").format(host=host),
                translate("Errors", "Check the network and the proxy, then try again."),
            )
        case errors.ConnectionLost():
            return Words(
                unreachable,
                translate("Errors", "The connection to {host} broke.").format(host=host),
                translate("Errors", "Check the network and the proxy, then try again."),
            )
    return Words(
        unreachable,
        translate("Errors", "No connection to {host} could be made.").format(host=host),
        translate("Errors", "Check the network and the proxy, then try again."),
    )
