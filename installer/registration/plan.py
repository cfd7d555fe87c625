"""Desired minus found: a pure function from manifest, choices and tenant to the changes a person reviews."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from installer.errors import AmbiguousApplication, NotEnoughRights, UnknownPermission
from installer.events import Action, PlanRow
from installer.model import GRAPH_APP_ID, Application, Choices, Language, Manifest, Permission, TenantState, lifetime
from installer.registration.changes import (
    Change,
    CompleteApplication,
    CreateApplication,
    CreateSecret,
    CreateServicePrincipal,
    GrantConsent,
    RemoveSecrets,
)
from installer.registration.secrets import pending_ends, pending_tag


@dataclass(frozen=True, slots=True)
class Plan:
    """The changes in their order, and every line to show: what is kept as it is stands there too."""

    application: Application | None
    changes: tuple[Change, ...]
    rows: tuple[PlanRow, ...]
    expires: datetime
    days: int
    """The lifetime of the secret."""


def plan(manifest: Manifest, choices: Choices, state: TenantState, now: datetime, language: Language) -> Plan:
    """What `setup` has to do: complete the application, and make the one new secret it exists to deliver.

    Raises `AmbiguousApplication` where the name fits several and none is ours, `UnknownPermission` where the tenant's
    Microsoft Graph does not offer a permission under the manifest's id.
    """
    if state.application is None and state.candidates:
        raise AmbiguousApplication(choices.application_name, state.candidates)
    permissions = choices.profile.permissions
    for permission in permissions:
        if state.app_roles.get(permission.name) != permission.id:
            raise UnknownPermission(permission.name)
    found = state.application
    expires = now + lifetime(choices.months)
    name = found.name if found else choices.application_name
    parts: list[Change | PlanRow] = [
        _application(manifest, choices, found, expires, language),
        PlanRow("service_principal", Action.NONE, name)
        if found and found.service_principal_id
        else CreateServicePrincipal(name),
        *_consent(permissions, found, state.graph_service_principal),
        *_clean_up(manifest, found),
        CreateSecret(manifest.secret_description, expires, manifest.tag),
    ]
    changes = tuple(part for part in parts if isinstance(part, Change))
    rows = tuple(row for part in parts for row in (part.rows if isinstance(part, Change) else (part,)))
    return Plan(found, changes, rows, expires, lifetime(choices.months).days)


def require_rights(plan: Plan, state: TenantState) -> None:
    """Refuses before the first write what the account's roles surely do not allow; raises `NotEnoughRights`.

    An owner without any role may still add a secret: there Microsoft's own answer decides.
    """
    needs_consent = any(change.needs_consent for change in plan.changes)
    needs_register = any(isinstance(change, CreateApplication) for change in plan.changes)
    rights = state.rights
    if (needs_consent and not rights.can_consent) or (needs_register and not rights.can_register):
        raise NotEnoughRights(rights.can_register)


def _application(
    manifest: Manifest, choices: Choices, found: Application | None, expires: datetime, language: Language
) -> Change | PlanRow:
    permissions = choices.profile.permissions
    if found is None:
        tags = (manifest.tag, pending_tag(manifest.tag, expires))
        notes = manifest.notes.in_(language)
        return CreateApplication(manifest.unique_name, choices.application_name, notes, tags, permissions)
    declared = {(GRAPH_APP_ID, one.id, "Role") for one in permissions} <= set(found.required)
    if declared and manifest.tag in found.tags:
        return PlanRow("application", Action.NONE, found.name)
    return CompleteApplication(found, (manifest.tag,), permissions)


def _consent(
    permissions: tuple[Permission, ...], found: Application | None, resource_id: str
) -> list[Change | PlanRow]:
    granted = found.granted if found else frozenset()
    missing = tuple(one for one in permissions if one.id not in granted)
    kept: list[Change | PlanRow] = [
        PlanRow("permission", Action.NONE, one.name) for one in permissions if one.id in granted
    ]
    return [*kept, GrantConsent(missing, resource_id)] if missing else kept


def _clean_up(manifest: Manifest, found: Application | None) -> list[Change]:
    """Secrets that a killed run left: they bear our description and the very end that the application's tag names."""
    if found is None:
        return []
    ends = pending_ends(found.tags, manifest.tag)
    lost = tuple(
        entry.key_id
        for entry in found.secrets
        if entry.description == manifest.secret_description and entry.end in ends
    )
    return [RemoveSecrets(lost)] if lost else []
