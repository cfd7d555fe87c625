"""Desired minus found: a pure function from manifest, choices and tenant to the changes a person reviews."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from installer.errors.proof import VerificationFailed
from installer.errors.rights import NotEnoughRights
from installer.errors.usage import (
    AmbiguousApplication,
    ApplicationNotFound,
    CredentialNotFound,
    NotOurs,
    UnknownPermission,
)
from installer.model import (
    GRAPH_APP_ID,
    PORTAL_TAG,
    Application,
    Choices,
    CredentialEntry,
    CredentialKind,
    CredentialSpec,
    Fate,
    Language,
    Line,
    Manifest,
    OldCredentials,
    Permission,
    PlanLine,
    Prepare,
    Profile,
    Remove,
    Renew,
    SetUp,
    Target,
    TenantState,
    Thing,
    credential_line,
    lifetime,
)
from installer.registration.changes import (
    AddCertificate,
    Change,
    CompleteApplication,
    CompleteServicePrincipal,
    CreateApplication,
    CreateSecret,
    CreateServicePrincipal,
    DeleteApplication,
    GrantConsent,
    PurgeApplication,
    RemoveCredentials,
    RestoreApplication,
    RestoreServicePrincipal,
)
from installer.registration.compare import compare, is_ours
from installer.registration.undelivered import marks
from installer.registration.unique_name import free_unique_name


@dataclass(frozen=True, slots=True)
class Plan:
    """The changes in their order, and every line to show, those of what stays as it is included."""

    application: Application | None
    changes: tuple[Change, ...]
    lines: tuple[PlanLine, ...]
    expires: datetime | None = None
    """The end of the new credential, where the plan makes one."""

    def is_rest_of(self, agreed: Plan) -> bool:
        """Whether this plan changes nothing but what was agreed to in that one, and in the same application.

        Who agreed that the application is created agreed to its tag, which it gets by a second request.
        """
        before, after = agreed.application, self.application
        same = before is None or (after is not None and after.object_id == before.object_id)
        completions = [change for change in self.changes if isinstance(change, CompleteApplication)]
        tagged = {
            line for change in completions if before is None and change.adds_the_tag_alone for line in change.lines
        }
        return same and {line for line in self.lines if line.status.changes} <= {*agreed.lines, *tagged}


def plan(
    manifest: Manifest,
    choices: Choices,
    state: TenantState,
    now: datetime,
    language: Language,
    early: timedelta = timedelta(),
) -> Plan:
    """What has to be done for these choices.

    The new credential ends that much `early`, so that no two runs make credentials with the same end, by which the
    undelivered marks name them.

    Raises `AmbiguousApplication` where the name fits several and none is ours, `UnknownPermission` where the tenant's
    Microsoft Graph does not offer a permission under the manifest's id. To renew or to remove: `ApplicationNotFound`,
    `VerificationFailed` where consents are missing, `CredentialNotFound`, and `NotOurs` for an application that was
    neither made here nor named.
    """
    match choices:
        case SetUp():
            return _setup(manifest, choices, state, now, language, early)
        case Prepare():
            return _preparation(manifest, choices, state, language)
        case Renew():
            return _renewal(manifest, choices, state, now, early)
        case Remove():
            return _removal(manifest, choices, state, now)


def _setup(
    manifest: Manifest, choices: SetUp, state: TenantState, now: datetime, language: Language, early: timedelta
) -> Plan:
    """Completes the application, and makes the one new secret that the run exists to deliver."""
    expires = now + lifetime(choices.credential.months) - early
    found = _found(manifest, choices, state)
    return _assemble(
        found,
        [
            *_registration(manifest, choices, found, state, language, expires),
            *_consent(choices.target.profile.permissions, found, state.graph_service_principal),
            *_clean_up(manifest, found, state, now),
            _credential(manifest, choices.credential, expires, _abandoned(manifest, found, state, now)),
        ],
        expires,
    )


def _preparation(manifest: Manifest, choices: Prepare, state: TenantState, language: Language) -> Plan:
    """All but the consent and the secret; the permissions that another administrator is to consent to are shown."""
    found = _found(manifest, choices, state)
    granted = found.granted if found else frozenset()
    permissions = [
        Line(Thing.PERMISSION, Fate.KEPT if permission.id in granted else Fate.AWAITED, permission.name)
        for permission in choices.target.profile.permissions
    ]
    return _assemble(found, [*_registration(manifest, choices, found, state, language), *permissions])


def _renewal(manifest: Manifest, choices: Renew, state: TenantState, now: datetime, early: timedelta) -> Plan:
    """One new secret; those that there are stay, and are shown with their ends.

    A new secret of an application without its consents would never pass its proof: `VerificationFailed` says so.
    """
    found = existing(choices.target, state)
    proof = compare(manifest, choices.target.profile, state, found)
    if not proof.holds:
        raise VerificationFailed(proof, revoked=None)
    expires = now + lifetime(choices.credential.months) - early
    leftovers = _undelivered(manifest, found, state, now)
    return _assemble(
        found,
        [
            Line(Thing.APPLICATION, Fate.KEPT, found.name),
            *(credential_line(entry, Fate.KEPT) for entry in found.credentials if entry not in leftovers),
            *_clean_up(manifest, found, state, now),
            _credential(manifest, choices.credential, expires, _abandoned(manifest, found, state, now)),
        ],
        expires,
    )


def _removal(manifest: Manifest, choices: Remove, state: TenantState, now: datetime) -> Plan:
    """The application with all that hangs on it; or its old credentials alone, and then what stays is shown too."""
    found = existing(choices.target, state)
    if choices.target.app is None and not is_ours(manifest, found):
        raise NotOurs(found.name, found.client_id)
    if choices.old is None:
        return _assemble(found, [DeleteApplication(found)])
    going = _chosen(choices.old, found, now)
    return _assemble(
        found,
        [
            Line(Thing.APPLICATION, Fate.KEPT, found.name),
            *(credential_line(entry, Fate.KEPT) for entry in found.credentials if entry not in going),
            *([RemoveCredentials(going, Fate.REMOVED)] if going else []),
        ],
    )


def _chosen(old: OldCredentials, found: Application, now: datetime) -> tuple[CredentialEntry, ...]:
    """The credentials that the person wants to go; raises `CredentialNotFound`."""
    for key in old.keys:
        if key not in (entry.key_id for entry in found.credentials):
            raise CredentialNotFound(key)
    return tuple(
        entry
        for entry in found.credentials
        if entry.key_id in old.keys or (old.expired and entry.end is not None and entry.end <= now)
    )


def missing_consent(profile: Profile, found: Application) -> tuple[Permission, ...]:
    """The permissions of the profile that admin consent was not given for."""
    return tuple(permission for permission in profile.permissions if permission.id not in found.granted)


def _found(manifest: Manifest, choices: SetUp | Prepare, state: TenantState) -> Application | None:
    """The application to work on; one in the recycle bin comes back with its objects."""
    if state.application is None and state.candidates:
        raise AmbiguousApplication(choices.target.application_name, state.candidates)
    for permission in choices.target.profile.permissions:
        if state.app_roles.get(permission.name) != permission.id:
            raise UnknownPermission(permission.name)
    return state.application or _restorable(manifest, choices, state)


def _restorable(manifest: Manifest, choices: SetUp | Prepare, state: TenantState) -> Application | None:
    """Ours in the recycle bin, unless the person wants it gone for good, or wants another name beside it.

    Its name may have been changed.
    """
    deleted, name = state.deleted, choices.target.application_name
    if deleted is None or choices.purge or name not in (deleted.name, manifest.application_name):
        return None
    return deleted


def existing(target: Target, state: TenantState) -> Application:
    """The application that is there. Raises `AmbiguousApplication` or `ApplicationNotFound`."""
    if state.application is None and state.candidates:
        raise AmbiguousApplication(target.application_name, state.candidates)
    if state.application is None:
        raise ApplicationNotFound(target.app or target.application_name)
    return state.application


def _assemble(found: Application | None, parts: Sequence[Change | PlanLine], expires: datetime | None = None) -> Plan:
    changes = tuple(part for part in parts if isinstance(part, Change))
    lines = tuple(line for part in parts for line in (part.lines if isinstance(part, Change) else (part,)))
    return Plan(found, changes, lines, expires)


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
    manifest: Manifest,
    choices: SetUp | Prepare,
    found: Application | None,
    state: TenantState,
    language: Language,
    pending: datetime | None = None,
) -> list[Change | PlanLine]:
    """The application with its service principal; one that is made anew is marked for the credential `pending`."""
    name, permissions = choices.target.application_name, choices.target.profile.permissions
    if found is None:
        notes, unique_name = manifest.notes.in_(language), _unique_name(manifest, choices, state)
        create = CreateApplication(unique_name, name, notes, manifest.tag, permissions)
        purge = [PurgeApplication(state.deleted)] if state.deleted and choices.purge else []
        return [*purge, create, CreateServicePrincipal(name, manifest.tag, new=True, pending=pending)]
    declared = {(GRAPH_APP_ID, permission.id, "Role") for permission in permissions} <= set(found.required)
    restored = state.application is None
    return [
        *([RestoreApplication(found)] if restored else []),
        Line(Thing.APPLICATION, Fate.KEPT, found.name)
        if declared and manifest.tag in found.tags
        else CompleteApplication(found, manifest.tag, permissions),
        RestoreServicePrincipal(found.name, manifest.tag) if restored else _service_principal(manifest, found),
    ]


def _service_principal(manifest: Manifest, found: Application) -> Change | PlanLine:
    if found.service_principal_id is None:
        return CreateServicePrincipal(found.name, manifest.tag)
    if PORTAL_TAG not in found.principal_tags:
        return CompleteServicePrincipal(found, manifest.tag)
    return Line(Thing.SERVICE_PRINCIPAL, Fate.KEPT, found.name)


def _unique_name(manifest: Manifest, choices: SetUp | Prepare, state: TenantState) -> str:
    """One that nothing holds: an application that stays in the recycle bin keeps its own."""
    held = state.deleted if state.deleted and not choices.purge else None
    return free_unique_name(manifest, state, held.object_id if held else None)


def _consent(
    permissions: tuple[Permission, ...], found: Application | None, resource_id: str
) -> list[Change | PlanLine]:
    granted = found.granted if found else frozenset()
    missing = tuple(permission for permission in permissions if permission.id not in granted)
    kept: list[Change | PlanLine] = [
        Line(Thing.PERMISSION, Fate.KEPT, permission.name) for permission in permissions if permission.id in granted
    ]
    return [*kept, GrantConsent(missing, resource_id)] if missing else kept


def _credential(manifest: Manifest, spec: CredentialSpec, expires: datetime, spent: frozenset[str]) -> Change:
    make = AddCertificate if spec.kind is CredentialKind.CERTIFICATE else CreateSecret
    return make(manifest.secret_description, expires, lifetime(spec.months), manifest.tag, spent)


def _clean_up(manifest: Manifest, found: Application | None, state: TenantState, now: datetime) -> list[Change]:
    leftovers = _undelivered(manifest, found, state, now) if found else ()
    return [RemoveCredentials(leftovers, Fate.CLEANED_UP)] if leftovers else []


def _undelivered(
    manifest: Manifest, found: Application, state: TenantState, now: datetime
) -> tuple[CredentialEntry, ...]:
    """The credentials that a dead run left: those of our description whose end its undelivered mark names.

    Those of a run that may still be at work are not among them.
    """
    all_marks, ours = marks(found.tags, manifest.tag), manifest.secret_description
    abandoned = _abandoned(manifest, found, state, now)
    ends = {mark.end for tag, mark in all_marks.items() if tag in abandoned}
    awaited = {mark.end for tag, mark in all_marks.items() if tag not in abandoned}
    return tuple(entry for entry in found.credentials if entry.description == ours and entry.end in ends - awaited)


def _abandoned(manifest: Manifest, found: Application | None, state: TenantState, now: datetime) -> frozenset[str]:
    """The undelivered marks of runs that are surely dead."""
    all_marks = marks(found.tags, manifest.tag) if found else {}
    return frozenset(tag for tag, mark in all_marks.items() if mark.is_abandoned(now, state.over))
