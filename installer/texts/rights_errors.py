"""Words for an account that lacks a role: what it may not do, what was done before, and who can go on."""

from __future__ import annotations

from collections.abc import Sequence

from installer import errors
from installer.events import Step
from installer.texts.language import translate
from installer.texts.progress import step_title
from installer.texts.words import Words, joined


def explain_rights(error: errors.NotEnoughRights) -> Words:
    """Words for what the roles do not allow, or what Microsoft refused in spite of them."""
    what, hint, option = _lacking(error)
    return Words(
        translate("Errors", "Your role is not sufficient"), f"{what} {done_before(error.done)}".strip(), hint, option
    )


def done_before(steps: Sequence[Step]) -> str:
    """What a run that ended early had done: it stays, and a later run finds it."""
    if not steps:
        return ""
    return translate("Errors", "Already done, and in place: {steps}.").format(
        steps=joined(step_title(one) for one in steps)
    )


def _lacking(error: errors.NotEnoughRights) -> tuple[str, str, str]:
    match error.refused:
        case Step.APPLICATION | Step.SERVICE_PRINCIPAL | Step.RESTORE | Step.PURGE:
            return (
                translate("Errors", "Microsoft does not let this account register or change the application."),
                translate(
                    "Errors",
                    "The role Application Developer is needed for that, or have somebody prepare the application who "
                    "holds it.",
                ),
                "prepare",
            )
        case Step.CREDENTIAL | Step.CERTIFICATE | Step.CLEAN_UP:
            return (
                translate("Errors", "Microsoft does not let this account manage the application’s secrets."),
                translate("Errors", "An owner of the application, or an Application Administrator, can finish it."),
                "setup",
            )
        case Step.REMOVE:
            return (
                translate("Errors", "Microsoft does not let this account remove the application."),
                translate("Errors", "An owner of the application, or an Application Administrator, can do it."),
                "",
            )
    if error.can_register:
        return (
            translate("Errors", "This account may register the application, but not give admin consent to it."),
            translate(
                "Errors",
                "A Global Administrator or a Privileged Role Administrator can do it all; "
                "or prepare the application, and they only consent.",
            ),
            "prepare",
        )
    return (
        translate("Errors", "This account may neither register an application nor give admin consent."),
        translate(
            "Errors",
            "Sign in as a Global Administrator or a Privileged Role Administrator; "
            "if the role is only eligible, activate it in PIM first. "
            "To prepare the application, so that they only consent, the Application Developer role is enough.",
        ),
        "prepare",
    )
