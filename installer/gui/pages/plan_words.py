"""What the plan page says: its instruction, its commit button, and why each line of the plan is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from installer.gui.pages.line_table import Row
from installer.model import (
    Choices,
    CredentialKind,
    Fate,
    PlanLine,
    Prepare,
    Profile,
    Remove,
    Renew,
    SetUp,
    Thing,
)
from installer.texts import language, long_date, translate

if TYPE_CHECKING:
    from installer.registration import Plan


def instruction(plan: Plan, choices: Choices, organization: str) -> str:
    application = plan.application
    if isinstance(choices, Remove):
        return translate("PlanPage", "Here is what will be removed from {org}").format(org=organization)
    if not plan.changes:
        return translate("PlanPage", "Everything is already in place in {org}").format(org=organization)
    if application is None:
        return translate("PlanPage", "Here is what will be created in {org}").format(org=organization)
    if adds_only_a_credential(plan):
        words = translate("PlanPage", "A new secret will be added to {app}")
        if _makes_certificate(choices):
            words = translate("PlanPage", "A new certificate will be added to {app}")
        return words.format(app=application.name)
    return translate("PlanPage", "Here is what will be done in {org}").format(org=organization)


def commitment(plan: Plan, choices: Choices) -> str:
    """The commit button: a verb that answers the instruction."""
    match choices:
        case Remove(old=None):
            return translate("PlanPage", "&Remove the application")
        case Remove():
            return translate("PlanPage", "Remove the o&ld secrets")
        case Prepare() if not plan.changes:
            return translate("Page", "&Next")
        case Prepare() if plan.application is None:
            return translate("PlanPage", "Create the a&pplication")
        case Prepare():
            return translate("PlanPage", "Complete the a&pplication")
    if adds_only_a_credential(plan):
        if _makes_certificate(choices):
            return translate("PlanPage", "Create a &new certificate")
        return translate("PlanPage", "Create a &new secret")
    return translate("PlanPage", "Create &and grant consent")


def adds_only_a_credential(plan: Plan) -> bool:
    """Whether all else is in place already."""
    credentials = (Thing.SECRET, Thing.CERTIFICATE)
    return all(line.thing in credentials or not line.status.changes for line in plan.lines)


def rows_of(plan: Plan, profile: Profile) -> list[Row]:
    """The lines of the plan, each with why it is needed."""
    permissions = {permission.name: permission for permission in profile.permissions}
    return [
        Row(line, permission.why.in_(language()), permission.level)
        if line.thing is Thing.PERMISSION and (permission := permissions.get(line.name))
        else Row(line, _why(line, plan))
        for line in plan.lines
    ]


def _why(line: PlanLine, plan: Plan) -> str:
    match line.thing:
        case Thing.APPLICATION if line.status not in (Fate.RESTORED, Fate.PURGED):
            return translate("PlanPage", "For this organization only, without a redirect address")
        case Thing.SERVICE_PRINCIPAL:
            return translate("PlanPage", "The application’s presence in your tenant, to which consent is given")
        case Thing.SECRET | Thing.CERTIFICATE if line.status is Fate.CREATED and plan.expires:
            words = translate("PlanPage", "Valid until {date}; created last")
            return words.format(date=long_date(plan.expires))
    return ""


def _makes_certificate(choices: Choices) -> bool:
    return isinstance(choices, SetUp | Renew) and choices.credential.kind is CredentialKind.CERTIFICATE
