"""Desired minus found: a pure function from manifest, choices and tenant to the changes a person reviews."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from installer.errors import (
    AmbiguousApplication,
    ApplicationNotFound,
    CredentialNotFound,
    NotEnoughRights,
    NotOurs,
    UnknownPermission,
    VerificationFailed,
)
from installer.events import Action, PlanRow
from installer.model import (
    GRAPH_APP_ID,
    Application,
    Choices,
    CredentialKind,
    Language,
    Manifest,
    Permission,
    Purpose,
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
    PurgeApplication,
    RemoveCredentials,
    RestoreApplication,
    credential_row,
)
from installer.registration.compare import compare
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

    def is_rest_of(self, agreed: Plan) -> bool:
        """Whether this plan changes nothing but what was agreed to in that one, and in the same application."""
        before, after = agreed.application, self.application
        same = before is None or (after is not None and after.object_id == before.object_id)
        return same and {row for row in self.rows if row.action is not Action.NONE} <= set(agreed.rows)


def plan(manifest: Manifest, choices: Choices, state: TenantState, now: datetime, language: Language) -> Plan:
    """What has to be done for the purpose of the run.

    Raises `AmbiguousApplication` where the name fits several and none is ours, `UnknownPermission` where the tenant's
    Microsoft Graph does not offer a permission under the manifest's id. To renew or to remove: `ApplicationNotFound`,
    `VerificationFailed` where consents are missing, `CredentialNotFound`, and `NotOurs` for an application that was
    neither made here nor named.
    """
    match choices.purpose:
        case Purpose.SETUP:
            return _setup(manifest, choices, state, now, language)
        case Purpose.PREPARE:
            return _preparation(manifest, choices, state, language)
        case Purpose.RENEW:
            return _renewal(manifest, choices, state, now)
        case Purpose.REMOVE:
            return _removal(manifest, choices, state, now)


def _setup(manifest: Manifest, choices: Choices, state: TenantState, now: datetime, language: Language) -> Plan:
    """Completes the application, and makes the one new secret that the run exists to deliver."""
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


def _preparation(manifest: Manifest, choices: Choices, state: TenantState, language: Language) -> Plan:
    """All but the consent and the secret; the permissions that another administrator is to consent to are shown."""
    found = _found(choices, state)
    granted = found.granted if found else frozenset()
    permissions = [
        PlanRow("permission" if one.id in granted else "awaited_permission", Action.NONE, one.name)
        for one in choices.profile.permissions
    ]
    return _assemble(found, [*_registration(manifest, choices, state, language), *permissions])


def _renewal(manifest: Manifest, choices: Choices, state: TenantState, now: datetime) -> Plan:
    """One new secret; those that there are stay, and are shown with their ends.

    A new secret of an application without its consents could never prove itself: `VerificationFailed` tells that.
    """
    found = existing(choices, state)
    proof = compare(manifest, choices.profile, state, found)
    if not proof.holds:
        raise VerificationFailed(proof, revoked=None)
    expires = now + lifetime(choices.months)
    lost = pending_ends(found.tags, manifest.tag)
    kept = [credential_row("kept", entry, Action.NONE) for entry in found.credentials if entry.end not in lost]
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


def _removal(manifest: Manifest, choices: Choices, state: TenantState, now: datetime) -> Plan:
    """The application with all that hangs on it; or its old credentials alone, and then what stays is shown too."""
    found = existing(choices, state)
    if choices.app is None and not bears_our_mark(manifest, found):
        raise NotOurs(found.name, found.client_id)
    if not choices.credentials_only:
        return _assemble(found, [DeleteApplication(found)])
    for key in choices.old_keys:
        if key not in (entry.key_id for entry in found.credentials):
            raise CredentialNotFound(key)
    going = tuple(
        entry
        for entry in found.credentials
        if entry.key_id in choices.old_keys or (choices.expired and entry.end is not None and entry.end <= now)
    )
    kept = [credential_row("kept", entry, Action.NONE) for entry in found.credentials if entry not in going]
    removal = [RemoveCredentials("old", going)] if going else []
    return _assemble(found, [PlanRow("application", Action.NONE, found.name), *kept, *removal])


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
    return state.application or restorable(choices, state)


def restorable(choices: Choices, state: TenantState) -> Application | None:
    """Ours in the recycle bin, unless the person wants it gone for good, or wants another name beside it."""
    deleted = state.deleted
    return deleted if deleted and not choices.purge and deleted.name == choices.application_name else None


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
    found = _found(choices, state)
    permissions = choices.profile.permissions
    if found is None:
        notes = manifest.notes.in_(language)
        name = choices.application_name
        unique_name = _free_unique_name(manifest, choices, state)
        create = CreateApplication(unique_name, name, notes, (manifest.tag, *tags), permissions)
        purge = [PurgeApplication(state.deleted)] if state.deleted and choices.purge else []
        return [*purge, create, CreateServicePrincipal(name)]
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


def _free_unique_name(manifest: Manifest, choices: Choices, state: TenantState) -> str:
    """The manifest's; where an application that stays in the recycle bin holds it, another one, always the same."""
    held = state.deleted if state.deleted and not choices.purge else None
    return f"{manifest.unique_name}-{held.object_id[:8]}" if held else manifest.unique_name


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
    return [RemoveCredentials("undelivered", lost)] if lost else []
