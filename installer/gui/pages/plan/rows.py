"""The words of a plan: the instruction above it, its rows with why each is needed, and the commit button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from installer.gui.info_bar import Notice
from installer.gui.pages.line_table import TableRow
from installer.gui.pages.plan.sign_in import Way
from installer.model import (
    Choices,
    Decision,
    Fate,
    PlanLine,
    Prepare,
    Profile,
    Remove,
    Thing,
    beside,
)
from installer.texts import localized, long_date, translate

if TYPE_CHECKING:
    from installer.registration import Plan


def plan_changed() -> Notice:
    """That the plan is no longer the one that was agreed to."""
    return Notice.saying(
        "warning",
        lambda: translate("PlanPage", "The plan has changed"),
        lambda: translate(
            "PlanPage", "The tenant has changed since you agreed. Read what will happen now before you go on."
        ),
    )


def instruction(plan: Plan, choices: Choices, way: Way, organization: str) -> str:
    """The heading above the plan; `way` is how the connector will sign in, `organization` the tenant by name."""
    application = plan.application
    if isinstance(choices, Remove):
        return translate("PlanPage", "Here is what will be removed from {org}").format(org=organization)
    if not plan.changes:
        return translate("PlanPage", "Everything is already in place in {org}").format(org=organization)
    if application is None:
        return translate("PlanPage", "Here is what will be created in {org}").format(org=organization)
    if adds_only_a_credential(plan):
        return _addition(way).format(app=application.name)
    return translate("PlanPage", "Here is what will be done in {org}").format(org=organization)


def commitment(plan: Plan, choices: Choices, way: Way) -> str:
    """The text of the commit button: a verb that answers the instruction; `way` is how the connector will sign in."""
    match choices:
        case Remove(old=None):
            return translate("PlanPage", "&Remove the application")
        case Remove():
            return translate("PlanPage", "Remove the o&ld secrets")
        case Prepare() if not plan.changes:
            return translate("Page", "&Next")
        case Prepare() if plan.application is None:
            return translate("PlanPage", "Create the a&pplication")
        case Prepare() if not any(line.status is Fate.TAKEN_AWAY for line in plan.lines):
            return translate("PlanPage", "Complete the a&pplication")
    if any(line.status is Fate.TAKEN_AWAY for line in plan.lines):
        return _commitment_to_clean(plan, choices)
    if adds_only_a_credential(plan):
        return _creation(way)
    return translate("PlanPage", "Create &and grant consent")


def _commitment_to_clean(plan: Plan, choices: Choices) -> str:
    if isinstance(choices, Prepare):
        return translate("PlanPage", "Remove, then complete the a&pplication")
    if any(line.status is Fate.GRANTED for line in plan.lines):
        return translate("PlanPage", "Remove, then gr&ant consent")
    return translate("PlanPage", "Remove, then create a &new credential")


def decision_in(choices: Choices) -> Decision | None:
    """What was decided about the application that was found, where it had to be."""
    return None if isinstance(choices, Remove) else choices.decision


def adds_only_a_credential(plan: Plan) -> bool:
    """Whether everything else is in place already, and stays."""
    credentials = (Thing.SECRET, Thing.CERTIFICATE, Thing.FEDERATION)
    fates = (Fate.CREATED, Fate.COMPLETED, Fate.CLEANED_UP)
    return all((line.thing in credentials and line.status in fates) or not line.status.changes for line in plan.lines)


def rows_of(plan: Plan, profile: Profile) -> list[TableRow]:
    """The lines of the plan, each with why it is needed."""
    permissions = {permission.name: permission for permission in profile.permissions}
    return [
        TableRow(line, localized(permission.why), permission.level)
        if line.thing is Thing.PERMISSION and (permission := permissions.get(line.name))
        else TableRow(line, _why(line, plan))
        for line in plan.lines
    ]


def is_new_credential(row: TableRow) -> bool:
    """Whether it is the credential that the plan makes."""
    return row.line.thing.signs_in and row.line.status in (Fate.CREATED, Fate.COMPLETED)


def _why(line: PlanLine, plan: Plan) -> str:
    match line.thing:
        case Thing.APPLICATION if line.status is Fate.CREATED:
            return translate("PlanPage", "Accounts in this organizational directory only; no redirect URI")
        case Thing.SERVICE_PRINCIPAL:
            return translate("PlanPage", "The application’s presence in your tenant, to which consent is given")
        case Thing.SECRET | Thing.CERTIFICATE if line.status is Fate.CREATED and plan.expires:
            words = translate("PlanPage", "Valid until {date}; created last")
            return words.format(date=long_date(plan.expires))
    return ""


def nothing_beyond(plan: Plan, profile: Profile) -> bool:
    """Whether mailboxes are known to stay closed: of all that is granted or asked for, nothing is unread or beyond.

    Of an application in the recycle bin, what was granted cannot be read.
    """
    found = plan.application
    if found and (found.exposure is None or found.exposure.roles is None or found.exposure.delegated is None):
        return False
    granted = (Thing.EXTRA_PERMISSION, Thing.DELEGATED_PERMISSION, Thing.DECLARED_PERMISSION)
    more = any(line.thing in granted for line in beside(plan.lines))
    return not more and not any(permission.name.startswith("Mail") for permission in profile.permissions)


def _addition(way: Way) -> str:
    match way:
        case Way.CERTIFICATE:
            return translate("PlanPage", "The connector’s certificate will be added to {app}")
        case Way.FEDERATION:
            return translate("PlanPage", "The connector’s federation will be added to {app}")
        case Way.PAIR:
            return translate("PlanPage", "A new certificate will be added to {app}")
        case Way.SECRET:
            return translate("PlanPage", "A new secret will be added to {app}")


def _creation(way: Way) -> str:
    match way:
        case Way.CERTIFICATE:
            return translate("PlanPage", "Register the &certificate")
        case Way.FEDERATION:
            return translate("PlanPage", "Register the &federation")
        case Way.PAIR:
            return translate("PlanPage", "Create a &new certificate")
        case Way.SECRET:
            return translate("PlanPage", "Create a &new secret")
