"""The lines of a plan in words."""

from __future__ import annotations

from installer.events import Action, PlanRow
from installer.model import Level
from installer.texts.language import long_date, translate


def row_title(row: PlanRow) -> str:
    """What kind of thing the row is about, with its name."""
    match row.key:
        case "application":
            return translate("Plan", "App registration “{name}”").format(name=row.subject)
        case "deleted_application":
            return translate("Plan", "App registration “{name}” in the recycle bin").format(name=row.subject)
        case "service_principal":
            return translate("Plan", "Enterprise application (service principal)")
        case "permission" | "awaited_permission":
            return row.subject
        case "secret":
            return translate("Plan", "Client secret “{name}”").format(name=row.subject)
        case "certificate":
            return translate("Plan", "Certificate “{name}”").format(name=row.subject)
        case "kept_certificate" | "old_certificate":
            return _until(row, translate("Plan", "Certificate {key_id}").format(key_id=row.subject))
        case "undelivered_certificate":
            return translate("Plan", "Certificate that an interrupted run left ({key_id})").format(key_id=row.subject)
        case "kept_secret" | "old_secret":
            return _until(row, translate("Plan", "Client secret {key_id}").format(key_id=row.subject))
        case "undelivered_secret":
            return translate("Plan", "Secret that an interrupted run left ({key_id})").format(key_id=row.subject)
    return row.subject


def _until(row: PlanRow, title: str) -> str:
    if row.end is None:
        return title
    return translate("Plan", "{credential}, until {date}").format(credential=title, date=long_date(row.end))


def action_word(row: PlanRow) -> str:
    """What happens to it."""
    match row.key, row.action:
        case "awaited_permission", _:
            return translate("Plan", "left to another administrator")
        case "deleted_application", Action.UPDATE:
            return translate("Plan", "will be restored")
        case "deleted_application", Action.DELETE:
            return translate("Plan", "will be deleted for good")
    match row.action:
        case Action.CREATE:
            return translate("Plan", "will be created")
        case Action.UPDATE:
            return translate("Plan", "will be completed")
        case Action.GRANT:
            return translate("Plan", "will be granted")
        case Action.DELETE:
            return translate("Plan", "will be removed")
        case Action.NONE:
            return translate("Plan", "in place, unchanged")


def level_word(level: Level) -> str:
    return translate("Plan", "High access") if level is Level.WRITE else translate("Plan", "Read")
