"""Desired minus found: a pure function from manifest, choices and tenant to the changes a person reviews."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from installer.errors import AmbiguousApplication, ApplicationNotFound, NotEnoughRights, NotOurs, UnknownPermission
from installer.events import Action, PlanRow
from installer.model import (
    GRAPH_APP_ID,
    Application,
    Choices,
    CredentialKind,
    Language,
    Manifest,
    Permission,
    TenantState,
    lifetime,
)
from installer.registration.changes import (
    AddCertificate,
    Change,
    CompleteApplication,
    CreateApplication,
    CreateSecret,
    CreateServicePrincipal,
    DeleteApplication,
    GrantConsent,
    RemoveCredentials,
    RestoreApplication,
)
from installer.registration.inspect import bears_our_mark
from installer.registration.pending import pending_ends, pending_tag


@dataclass(frozen=True, slots=True)
class Plan:
    """The changes in their order, and every line to show: what is kept as it is stands there too."""

    application: Application | None
    changes: tuple[Change, ...]
    rows: tuple[PlanRow, ...]
    expires: datetime | None = None
    """The end of the new credential, where the plan makes one."""


def plan(manifest: Manifest, choices: Choices, state: TenantState, now: datetime, language: Language) -> Plan:
    """What `setup` has to do: complete the application, and make the one new secret it exists to deliver.

    Raises `AmbiguousApplication` where the name fits several and none is ours, `UnknownPermission` where the tenant's
    Microsoft Graph does not offer a permission under the manifest's id.
    """
    expires = now + lifetime(choices.months)
    found = _found(choices, state)
    return _assemble(
        found,
        [
            *_registration(manifest, choices, state, language, pending_tag(manifest.tag, expires)),
            *_consent(choices.profile.permissions, found, state.graph_service_principal),
            *_clean_up(manifest, found),
            _credential(manifest, choices, expires),
        ],
        expires,
    )


def plan_preparation(manifest: Manifest, choices: Choices, state: TenantState, language: Language) -> Plan:
    """What `prepare` has to do: all but the consent and the secret. Raises as `plan` does."""
    found = _found(choices, state)
    return _assemble(found, _registration(manifest, choices, state, language))


def plan_renewal(manifest: Manifest, choices: Choices, state: TenantState, now: datetime) -> Plan:
    """What `renew` has to do: one new secret; those that there are stay. Raises `ApplicationNotFound` without one."""
    found = existing(choices, state)
    expires = now + lifetime(choices.months)
    lost = pending_ends(found.tags, manifest.tag)
    held = [entry for entry in found.credentials if entry.end not in lost]
    kept = [PlanRow(f"kept_{entry.kind}", Action.NONE, entry.key_id) for entry in held]
    return _assemble(
        found,
        [
            PlanRow("application", Action.NONE, found.name),
            *kept,
            *_clean_up(manifest, found),
            _credential(manifest, choices, expires),
        ],
        expires,
    )


def plan_removal(manifest: Manifest, choices: Choices, state: TenantState) -> Plan:
    """What `remove` has to do. Raises `ApplicationNotFound`, and `NotOurs` for one that was neither made nor named."""
    found = existing(choices, state)
    if choices.app is None and not bears_our_mark(manifest, found):
        raise NotOurs(found.name, found.client_id)
    return _assemble(found, [DeleteApplication(found)])


def missing_consent(choices: Choices, found: Application) -> tuple[Permission, ...]:
    """The permissions of the profile that admin consent was not given for."""
    return tuple(one for one in choices.profile.permissions if one.id not in found.granted)


def _found(choices: Choices, state: TenantState) -> Application | None:
    """The application to work on; one in the recycle bin comes back with its objects."""
    if state.application is None and state.candidates:
        raise AmbiguousApplication(choices.application_name, state.candidates)
    for permission in choices.profile.permissions:
        if state.app_roles.get(permission.name) != permission.id:
            raise UnknownPermission(permission.name)
    return state.application or state.deleted


def existing(choices: Choices, state: TenantState) -> Application:
    """The application that is there. Raises `AmbiguousApplication` or `ApplicationNotFound`."""
    if state.application is None and state.candidates:
        raise AmbiguousApplication(choices.application_name, state.candidates)
    if state.application is None:
        raise ApplicationNotFound(choices.app or choices.application_name)
    return state.application


def _assemble(found: Application | None, parts: Sequence[Change | PlanRow], expires: datetime | None = None) -> Plan:
    changes = tuple(part for part in parts if isinstance(part, Change))
    rows = tuple(row for part in parts for row in (part.rows if isinstance(part, Change) else (part,)))
    return Plan(found, changes, rows, expires)


def require_rights(plan: Plan, state: TenantState) -> None:
    """Refuses before the first write what the account's roles surely do not allow; raises `NotEnoughRights`.

    An owner without any role may still add a secret: there Microsoft's own answer decides.
    """
    needs_consent = any(change.needs_consent for change in plan.changes)
    needs_register = any(isinstance(change, CreateApplication | RestoreApplication) for change in plan.changes)
    rights = state.rights
    if (needs_consent and not rights.can_consent) or (needs_register and not rights.can_register):
        raise NotEnoughRights(rights.can_register)


def _registration(
    manifest: Manifest, choices: Choices, state: TenantState, language: Language, *tags: str
) -> list[Change | PlanRow]:
    """The application with its service principal; `tags` are written beside ours where it is made anew."""
    found = state.application or state.deleted
    permissions = choices.profile.permissions
    if found is None:
        notes = manifest.notes.in_(language)
        name = choices.application_name
        create = CreateApplication(manifest.unique_name, name, notes, (manifest.tag, *tags), permissions)
        return [create, CreateServicePrincipal(name)]
    declared = {(GRAPH_APP_ID, one.id, "Role") for one in permissions} <= set(found.required)
    return [
        *([RestoreApplication(found)] if state.application is None else []),
        PlanRow("application", Action.NONE, found.name)
        if declared and manifest.tag in found.tags
        else CompleteApplication(found, (manifest.tag,), permissions),
        PlanRow("service_principal", Action.NONE, found.name)
        if found.service_principal_id
        else CreateServicePrincipal(found.name),
    ]


def _consent(
    permissions: tuple[Permission, ...], found: Application | None, resource_id: str
) -> list[Change | PlanRow]:
    granted = found.granted if found else frozenset()
    missing = tuple(one for one in permissions if one.id not in granted)
    kept: list[Change | PlanRow] = [
        PlanRow("permission", Action.NONE, one.name) for one in permissions if one.id in granted
    ]
    return [*kept, GrantConsent(missing, resource_id)] if missing else kept


def _credential(manifest: Manifest, choices: Choices, expires: datetime) -> Change:
    make = AddCertificate if choices.credential is CredentialKind.CERTIFICATE else CreateSecret
    return make(manifest.secret_description, expires, lifetime(choices.months), manifest.tag)


def _clean_up(manifest: Manifest, found: Application | None) -> list[Change]:
    """What a killed run left: it bears our description and the very end that the application's tag names."""
    if found is None:
        return []
    ends = pending_ends(found.tags, manifest.tag)
    ours = manifest.secret_description
    lost = tuple(entry for entry in found.credentials if entry.description == ours and entry.end in ends)
    return [RemoveCredentials(lost)] if lost else []
