"""The receipt's short texts: what happened to an object, the state of a consent, dates, the overall result."""

from __future__ import annotations

from datetime import datetime

from installer.foreign import visible
from installer.model import CredentialKind, Fate, PlanLine, rfc3339
from installer.report.markup import Markup, element, lines, small
from installer.report.receipt import Kind, Receipt, Standing
from installer.texts import line_status, long_date, translate


def title(receipt: Receipt) -> str:
    """The heading of the page, in plain text."""
    match receipt.kind:
        case Kind.PLAN:
            words = translate("Receipt", "Plan: what will change in {organization}")
        case Kind.RESULT:
            words = translate("Receipt", "Report: what was done in {organization}")
        case Kind.CHECK:
            words = translate("Receipt", "Check: what is in place in {organization}")
    return words.format(organization=visible(receipt.occasion.organization.name))


def state(receipt: Receipt) -> tuple[str, str]:
    """The overall result in a sentence, and its colour: `info`, `done`, `warn` or `bad`."""
    match receipt.kind:
        case Kind.PLAN if receipt.changes:
            return translate(
                "Receipt", "Nothing has been changed yet: this is what will be done once it is confirmed."
            ), "info"
        case Kind.PLAN:
            return translate("Receipt", "Everything is already in place: there is nothing to do."), "done"
        case Kind.CHECK:
            return _check_state(receipt)
        case Kind.RESULT if receipt.removes:
            return (
                translate(
                    "Receipt",
                    "The application is removed, and with it its service principal, its consents and its secrets. "
                    "GLIMPS no longer has access.",
                ),
                "done",
            )
    if receipt.outcome.credential and not receipt.outcome.proven:
        return translate(
            "Receipt",
            "The application is registered, and admin consent is granted. The new credential could not be tried here: "
            "see “Proof”.",
        ), "warn"
    if receipt.outcome.proven and receipt.outcome.warnings:
        return translate(
            "Receipt",
            "The application is registered, admin consent is granted, and the new credential is proven to work. A "
            "trial read was refused: see “Proof”.",
        ), "warn"
    if receipt.outcome.proven:
        return (
            translate(
                "Receipt",
                "The application is registered, admin consent is granted, and the new credential is proven to work.",
            ),
            "done",
        )
    if all(where is Standing.GRANTED for _, where in receipt.permissions):
        return translate("Receipt", "The application is registered, and admin consent is granted."), "done"
    return translate("Receipt", "The application is registered. It waits for an administrator’s consent."), "warn"


def _check_state(receipt: Receipt) -> tuple[str, str]:
    proof, application = receipt.outcome.proof, receipt.outcome.application
    if application and not application.enabled:
        return translate("Receipt", "Nothing was changed. The enterprise application is disabled."), "bad"
    if proof and proof.holds:
        return translate("Receipt", "Nothing was changed. Everything that GLIMPS needs is in place."), "done"
    return translate("Receipt", "Nothing was changed. Something that GLIMPS needs is missing."), "bad"


def deed(receipt: Receipt, line: PlanLine) -> str:
    """What will happen, or has happened, to the object of a line."""
    if receipt.kind is not Kind.RESULT or not line.status.changes:
        return line_status(line)
    return {
        Fate.CREATED: translate("Receipt", "created"),
        Fate.COMPLETED: translate("Receipt", "completed"),
        Fate.RESTORED: translate("Receipt", "restored"),
        Fate.GRANTED: translate("Receipt", "granted"),
    }.get(line.status, translate("Receipt", "removed"))


def standing(consent: Standing) -> Markup:
    """The state of a consent as a coloured word."""
    match consent:
        case Standing.GRANTED:
            return element("span", translate("Receipt", "granted"), class_="word done")
        case Standing.TO_GRANT:
            return element("span", translate("Receipt", "to be granted"), class_="word")
        case Standing.AWAITED:
            return element("span", translate("Receipt", "awaits consent"), class_="word warn")
        case Standing.MISSING:
            return element("span", translate("Receipt", "missing"), class_="word bad")
        case Standing.TO_WITHDRAW:
            return element("span", translate("Receipt", "to be withdrawn"), class_="word")
        case Standing.WITHDRAWN:
            return element("span", translate("Receipt", "withdrawn"), class_="word")


def credential_name(kind: CredentialKind) -> str:
    """A kind of credential in the language in use."""
    match kind:
        case CredentialKind.SECRET:
            return translate("Receipt", "Client secret")
        case CredentialKind.CERTIFICATE:
            return translate("Receipt", "Certificate")
        case CredentialKind.FEDERATED:
            return translate("Receipt", "Federated credential")


def day_and_time(moment: datetime) -> str:
    """The local day and time with the offset from UTC, such as “November 24, 2026, 05:36 (UTC+01:00)”."""
    local = moment.astimezone()
    offset = f"{local:%z}"
    return translate("Receipt", "{day}, {time} ({zone})").format(
        day=long_date(moment), time=f"{local:%H:%M}", zone=f"UTC{offset[:3]}:{offset[3:5]}"
    )


def end_of(moment: datetime) -> Markup:
    """When a credential expires: the day in words, and the exact time."""
    return lines(long_date(moment), small(rfc3339(moment)))
