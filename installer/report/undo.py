"""How to undo what a receipt tells of, with this program or in Microsoft's portal."""

from __future__ import annotations

from installer.report.markup import Markup, code, element, fill, foreign, joined, section
from installer.report.receipt import Receipt
from installer.texts import translate


def undo(receipt: Receipt) -> Markup:
    """Steps under the names of the portal's own pages; nothing where nothing is changed."""
    if not receipt.changes:
        return Markup("")
    parts = _bring_back(receipt) if receipt.removes else joined((_remove(receipt), _revoke(receipt)))
    return section(translate("Receipt", "How to undo it"), "undo", parts)


def _remove(receipt: Receipt) -> Markup:
    steps = translate(
        "Receipt", "In the portal ({portal}): “App registrations” → “All applications” → {name} → “Delete”."
    )
    kept = translate(
        "Receipt",
        "Its service principal, its consents and its secrets go with it. Microsoft keeps it for 30 days under “Deleted "
        "applications”, where it can be restored or deleted for good.",
    )
    before = translate(
        "Receipt", "The application was there before: look first whether something else uses it, for that stops too."
    )
    return joined(
        [
            element("h3", translate("Receipt", "Remove the application")),
            element("p", translate("Receipt", "With this program:")),
            element("p", element("code", receipt.command("remove"), class_="command", translate="no")),
            element("p", fill(steps, portal=_portal(receipt), name=foreign(receipt.name))),
            element("p", kept),
            *([element("p", before)] if receipt.found else []),
        ]
    )


def _revoke(receipt: Receipt) -> Markup:
    """Microsoft, "Access tokens": 60 to 90 minutes is the lifetime of one that is not given another."""
    made = receipt.outcome.credential
    if receipt.end is None:
        return Markup("")
    if made:
        steps = fill(
            translate(
                "Receipt",
                "In the portal: “App registrations” → {name} → “Certificates & secrets” → delete the one with the ID "
                "{key_id}.",
            ),
            name=foreign(receipt.name),
            key_id=code(made.key_id),
        )
    else:
        steps = fill(
            translate(
                "Receipt",
                "In the portal: “App registrations” → {name} → “Certificates & secrets” → delete the one that the "
                "final report names.",
            ),
            name=foreign(receipt.name),
        )
    after = translate(
        "Receipt",
        "The connector gets no new token from then on; one that it already has ends by itself, as a rule within 90 "
        "minutes.",
    )
    return joined(
        [
            element("h3", translate("Receipt", "Or only take the credential back")),
            element("p", steps),
            element("p", after),
        ]
    )


def _bring_back(receipt: Receipt) -> Markup:
    """Microsoft restores the service principal with the registration (Microsoft, deletion and recovery FAQ)."""
    steps = translate(
        "Receipt",
        "Within 30 days, in the portal ({portal}): “App registrations” → “Deleted applications” → {name} → “Restore”. "
        "Its service principal comes back with it.",
    )
    again = translate(
        "Receipt", "Or with this program, which also completes what is missing and makes a new credential: {command}"
    )
    return joined(
        [
            element("p", fill(steps, portal=_portal(receipt), name=foreign(receipt.name))),
            element("p", fill(again, command=code(receipt.command("setup")))),
        ]
    )


def _portal(receipt: Receipt) -> Markup:
    """The address of the portal, where that of the cloud is known."""
    address = receipt.occasion.cloud.portal
    if address is None:
        return fill(translate("Receipt", "Microsoft Entra admin center"))
    return element("a", address.removeprefix("https://"), href=address, rel="noopener noreferrer")
