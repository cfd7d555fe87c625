"""The public JSON names of the lines of a plan and of a comparison; nothing else knows them."""

from __future__ import annotations

from typing import Final

from installer.model import AnyLine, Fate, Finding, PlanLine, Thing, Verdict, rfc3339

_THINGS: Final = {
    Thing.APPLICATION: "application",
    Thing.SERVICE_PRINCIPAL: "service_principal",
    Thing.PERMISSION: "permission",
    Thing.DELEGATED_PERMISSION: "delegated",
    Thing.SECRET: "secret",
    Thing.CERTIFICATE: "certificate",
    Thing.CREDENTIAL: "secret",
    Thing.TOKEN: "token",
}
_KEYS: Final = {
    (Thing.APPLICATION, Fate.RESTORED): "deleted_application",
    (Thing.APPLICATION, Fate.PURGED): "deleted_application",
    (Thing.PERMISSION, Fate.AWAITED): "awaited_permission",
    (Thing.SECRET, Fate.KEPT): "kept_secret",
    (Thing.SECRET, Fate.REMOVED): "old_secret",
    (Thing.SECRET, Fate.REMOVED_WITH_APPLICATION): "kept_secret",
    (Thing.SECRET, Fate.CLEANED_UP): "undelivered_secret",
    (Thing.CERTIFICATE, Fate.KEPT): "kept_certificate",
    (Thing.CERTIFICATE, Fate.REMOVED): "old_certificate",
    (Thing.CERTIFICATE, Fate.REMOVED_WITH_APPLICATION): "kept_certificate",
    (Thing.CERTIFICATE, Fate.CLEANED_UP): "undelivered_certificate",
}
"""Where a change has another key than its thing."""
_ACTIONS: Final = {
    Fate.CREATED: "create",
    Fate.COMPLETED: "update",
    Fate.RESTORED: "update",
    Fate.PURGED: "delete",
    Fate.GRANTED: "grant",
    Fate.AWAITED: "none",
    Fate.KEPT: "none",
    Fate.REMOVED: "delete",
    Fate.REMOVED_WITH_APPLICATION: "delete",
    Fate.CLEANED_UP: "delete",
}
_STATES: Final = {
    Verdict.IN_PLACE: "in_place",
    Verdict.MISSING: "missing",
    Verdict.REFUSED: "refused",
    Verdict.EXTRA: "extra",
    Verdict.TOLERATED: "tolerated",
    Verdict.ENDS_SOON: "ends_soon",
    Verdict.ENDED: "ended",
}


def plan_change(line: PlanLine) -> dict[str, str]:
    """One entry of `changes` in the event `plan`."""
    key = _KEYS.get((line.thing, line.status), _THINGS[line.thing])
    return {"key": key, "action": _ACTIONS[line.status], "subject": _subject(line), **_end(line)}


def comparison_finding(line: Finding) -> dict[str, str]:
    """One entry of `findings` in the event `comparison`."""
    thing, state = _THINGS[line.thing], _STATES[line.status]
    return {"thing": thing, "subject": _subject(line), "state": state, **_end(line)}


def _subject(line: AnyLine) -> str:
    return line.key_id or line.name


def _end(line: AnyLine) -> dict[str, str]:
    return {"end": rfc3339(line.end)} if line.end else {}
