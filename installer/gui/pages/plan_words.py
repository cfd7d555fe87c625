"""What the plan page says: its instruction and its commit button, by what the run is for and what the plan holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from installer.events import Action
from installer.model import Choices, CredentialKind, Purpose
from installer.texts import translate

if TYPE_CHECKING:
    from installer.registration import Plan


def instruction(plan: Plan, choices: Choices, organization: str) -> str:
    application = plan.application
    if choices.purpose is Purpose.REMOVE:
        return translate("PlanPage", "Here is what will be removed from {org}").format(org=organization)
    if not plan.changes:
        return translate("PlanPage", "Everything is already in place in {org}").format(org=organization)
    if application is None:
        return translate("PlanPage", "Here is what will be created in {org}").format(org=organization)
    if adds_only_a_credential(plan):
        words = translate("PlanPage", "A new secret will be added to {app}")
        if choices.credential is CredentialKind.CERTIFICATE:
            words = translate("PlanPage", "A new certificate will be added to {app}")
        return words.format(app=application.name)
    return translate("PlanPage", "Here is what will be done in {org}").format(org=organization)


def commitment(plan: Plan, choices: Choices) -> str:
    """The commit button: a verb that answers the instruction."""
    match choices.purpose:
        case Purpose.REMOVE if choices.credentials_only:
            return translate("PlanPage", "Remove the o&ld secrets")
        case Purpose.REMOVE:
            return translate("PlanPage", "&Remove the application")
        case Purpose.PREPARE if not plan.changes:
            return translate("Page", "&Next")
        case Purpose.PREPARE if plan.application is None:
            return translate("PlanPage", "Create the a&pplication")
        case Purpose.PREPARE:
            return translate("PlanPage", "Complete the a&pplication")
    if adds_only_a_credential(plan):
        if choices.credential is CredentialKind.CERTIFICATE:
            return translate("PlanPage", "Create a &new certificate")
        return translate("PlanPage", "Create a &new secret")
    return translate("PlanPage", "Create &and grant consent")


def adds_only_a_credential(plan: Plan) -> bool:
    """Whether all else is in place already."""
    credentials = ("secret", "certificate", "undelivered_secret", "undelivered_certificate")
    return all(row.action is Action.NONE or row.key in credentials for row in plan.rows)
