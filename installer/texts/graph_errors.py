"""Words for what Microsoft Graph refuses, by its codes (facts: Microsoft Graph, error responses; Entra limits)."""

from __future__ import annotations

from typing import Final

from installer import errors
from installer.texts.language import translate
from installer.texts.words import Words

KNOWN: Final = frozenset(
    {
        "Authorization_RequestDenied",
        "Directory_QuotaExceeded",
        "Directory_ResourceSizeExceeded",
        "Error_MsaAppDoesNotExist",
        "Request_ResourceNotFound",
    }
)
"""The codes that have words of their own."""


def explain_graph(error: errors.GraphError) -> Words:
    """Words for a refusal that no other error says better; Microsoft's own code always stands in them."""
    number = translate("Errors", "Microsoft answered: {status} {code}.").format(status=error.status, code=error.code)
    words = _by_code(error.code)
    return words._replace(what=f"{words.what} {number}".strip())


def _by_code(code: str) -> Words:
    match code:
        case "Authorization_RequestDenied":
            return Words(
                translate("Errors", "Your role is not sufficient"),
                translate("Errors", "This account may not do that."),
                translate(
                    "Errors",
                    "Sign in as a Global Administrator or a Privileged Role Administrator; "
                    "if the role is only eligible, activate it in PIM first.",
                ),
            )
        case "Directory_QuotaExceeded":
            return Words(
                translate("Errors", "There are too many objects"),
                translate("Errors", "The account or the tenant may not create any more objects."),
                translate(
                    "Errors",
                    "Delete applications that nobody uses, in the recycle bin too, or sign in as an administrator, "
                    "who has no such limit.",
                ),
            )
        case "Directory_ResourceSizeExceeded":
            return Words(
                translate("Errors", "The application has become too large"),
                translate("Errors", "It holds too many secrets, certificates or permissions."),
                translate("Errors", "Remove its old secrets first."),
                "remove --expired",
            )
        case "Error_MsaAppDoesNotExist":
            return Words(
                translate("Errors", "Microsoft Graph refused a request"),
                translate("Errors", "The application is also meant for personal accounts, unlike ours."),
                translate("Errors", "In the portal, set it to accounts of this organization only."),
            )
        case "Request_ResourceNotFound":
            return Words(
                translate("Errors", "Microsoft is still replicating"),
                translate("Errors", "Microsoft does not find an object that exists, or that has just been made."),
                translate("Errors", "Try again in a few minutes."),
            )
    return Words(
        translate("Errors", "Microsoft Graph refused a request"),
        "",
        translate("Errors", "Try again; if the problem persists, give GLIMPS the request id."),
    )
