"""Desired minus found: a pure function from manifest, choices and tenant to the changes that the person reviews."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from installer.errors.proof import VerificationFailed
from installer.errors.rights import NotEnoughRights
from installer.errors.usage import (
    AmbiguousApplication,
    ApplicationNotFound,
    CredentialNotFound,
    IdOfFederation,
    NothingSetUp,
    NotOurs,
    UnknownPermission,
)
from installer.model import (
    GRAPH_APP_ID,
    PORTAL_TAG,
    Able,
    Application,
    ChangedByUs,
    Choices,
    CredentialEntry,
    CredentialSpec,
    Fate,
    Line,
    LiveCredential,
    Manifest,
    NameOnly,
    OldCredentials,
    Permission,
    PlanLine,
    Prepare,
    Profile,
    Question,
    Remove,
    Renew,
    SetUp,
    Target,
    TenantState,
    Thing,
    credential_line,
    reason_line,
)
from installer.registration.changes import (
    Change,
    CompleteApplication,
    CompleteServicePrincipal,
    CreateApplication,
    CreateServicePrincipal,
    DeleteApplication,
    GrantConsent,
    LookAgain,
    PurgeApplication,
    RegisterCertificate,
    RegisterFederation,
    RemoveCredentials,
    RestoreApplication,
    RestoreServicePrincipal,
    TakeAway,
)
from installer.registration.compare import compare, is_ours
from installer.registration.decide import Ruling, decide, left_lines, spent, undelivered, ways
from installer.registration.judgement import is_plain
from installer.registration.unique_name import free_unique_name
from installer.registration.wanted import credential_change, end_of


@dataclass(frozen=True, slots=True)
class Plan:
    """The changes in the order they are carried out, and every line to show, also those for what stays as it is."""

    application: Application | None
    changes: tuple[Change, ...]
    lines: tuple[PlanLine, ...]
    expires: datetime | None = None
    """When the credential that the plan creates or registers expires; None without one, or for a federation."""

    @property
    def from_connector(self) -> bool:
        """Whether it registers a credential whose secret only the connector has, so that nothing secret is created."""
        return any(isinstance(change, RegisterCertificate | RegisterFederation) for change in self.changes)

    @property
    def scopes(self) -> tuple[str, ...]:
        """The delegated scopes that these changes need beyond those of every sign-in."""
        return tuple(dict.fromkeys(scope for change in self.changes for scope in change.scopes))

    def is_rest_of(self, agreed: Plan) -> bool:
        """Whether this plan changes only what was agreed to in the other one, on the same application.

        Agreeing that an application is created includes its tag, which a second request writes.
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
    notes: str,
    early: timedelta = timedelta(),
) -> Plan:
    """What has to be done for these choices. `now` is Microsoft's time; no request is sent.

    `notes` is the description that a new application gets: the manifest's, in the language in use.
    The new credential expires `early`: undelivered marks name a credential by its expiry, so no two runs may choose
    the same one.

    Raises `DecisionNeeded` where what was found is not plainly ours and nobody has decided what to do with it,
    `AmbiguousApplication` where several applications fit, and `UnknownPermission` where the tenant's Microsoft Graph
    does not offer a permission under the manifest's id. For renewal and removal also: `ApplicationNotFound`,
    `VerificationFailed` where consents are missing, `CredentialNotFound`, and `NotOurs` for an application that was
    neither made by this program nor named.
    """
    match choices:
        case SetUp():
            return _setup(manifest, choices, state, now, notes, early)
        case Prepare():
            return _preparation(manifest, choices, state, now, notes)
        case Renew():
            return _renewal(manifest, choices, state, now, early)
        case Remove():
            return _removal(manifest, choices, state, now)


def in_question(question: Question) -> Plan:
    """The plan to show while a decision is pending: it has lines but no changes."""
    doubts = (reason for reason in question.reasons if not isinstance(reason, NameOnly | ChangedByUs))
    lines = (
        Line(Thing.APPLICATION, Fate.IN_QUESTION, question.application.name),
        *(reason_line(reason, Fate.IN_QUESTION) for reason in doubts),
        *left_lines(question.others),
    )
    return Plan(question.application, (), lines)


def _setup(manifest: Manifest, choices: SetUp, state: TenantState, now: datetime, notes: str, early: timedelta) -> Plan:
    """Completes the application, then creates or registers the credential that the run delivers."""
    wanted, expires = choices.credential, end_of(choices.credential, now, early)
    ruling = _ruling(manifest, choices, state, now)
    found = ruling.application
    pending = expires if isinstance(wanted, CredentialSpec) else None
    return _assemble(
        found,
        [
            *_registration(manifest, choices, found, state, notes, ruling, pending),
            *_last_look(ruling, choices),
            *_consent(choices.target.profile.permissions, found, state.graph_service_principal),
            *_standing(ruling),
            credential_change(manifest, wanted, ruling, expires, spent(manifest, found, state, now)),
        ],
        expires,
    )


def _preparation(manifest: Manifest, choices: Prepare, state: TenantState, now: datetime, notes: str) -> Plan:
    """Everything but consent and credential; shows the permissions that another administrator is to consent to."""
    ruling = _ruling(manifest, choices, state, now)
    found = ruling.application
    granted = found.granted if found else frozenset()
    permissions = [
        Line(Thing.PERMISSION, Fate.KEPT if permission.id in granted else Fate.AWAITED, permission.name)
        for permission in choices.target.profile.permissions
    ]
    return _assemble(
        found,
        [
            *_registration(manifest, choices, found, state, notes, ruling),
            *permissions,
            *_standing(ruling),
            *(_last_look(ruling, choices) if any(line.status is Fate.AWAITED for line in permissions) else []),
        ],
    )


def _renewal(manifest: Manifest, choices: Renew, state: TenantState, now: datetime, early: timedelta) -> Plan:
    """One new credential; existing ones stay and are shown with their expiry.

    Raises `VerificationFailed` where consents are missing: no new credential would pass its proof.
    """
    found = existing(choices.target, state)
    proof = compare(manifest, choices.target.profile, state, found)
    if not proof.holds:
        raise VerificationFailed(proof, revoked=None)
    expires = end_of(choices.credential, now, early)
    ruling = decide(manifest, choices, state, now)
    going = {
        *ruling.standard.removed,
        *(reason.entry for reason in ruling.removed if isinstance(reason, LiveCredential)),
    }
    return _assemble(
        ruling.application,
        [
            *_clean_up(ruling),
            Line(Thing.APPLICATION, Fate.KEPT, found.name),
            *(credential_line(entry, Fate.KEPT) for entry in found.credentials if entry not in going),
            *_standing(ruling, credentials=False),
            *_last_look(ruling, choices),
            credential_change(manifest, choices.credential, ruling, expires, spent(manifest, found, state, now)),
        ],
        expires,
    )


def _removal(manifest: Manifest, choices: Remove, state: TenantState, now: datetime) -> Plan:
    """Deletes the whole application; or only its old credentials, and then the plan shows what stays, too."""
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
    """The credentials that the person wants removed; raises `CredentialNotFound` and `IdOfFederation`."""
    federations = {each.id: each.name for each in (found.exposure.federated if found.exposure else None) or ()}
    for key in old.keys:
        if key in federations:
            raise IdOfFederation(key, federations[key])
        if key not in (entry.key_id for entry in found.credentials):
            raise CredentialNotFound(key)
    return tuple(
        entry
        for entry in found.credentials
        if entry.key_id in old.keys or (old.expired and entry.end is not None and entry.end <= now)
    )


def missing_consent(profile: Profile, found: Application) -> tuple[Permission, ...]:
    """The permissions of the profile without admin consent."""
    return tuple(permission for permission in profile.permissions if permission.id not in found.granted)


def _ruling(manifest: Manifest, choices: SetUp | Prepare, state: TenantState, now: datetime) -> Ruling:
    """What happens to the application that was found, or to a deleted one that can be restored.

    Raises `UnknownPermission`, and what `decide` raises.
    """
    for permission in choices.target.profile.permissions:
        if state.app_roles.get(permission.name) != permission.id:
            raise UnknownPermission(permission.name)
    ruling = decide(manifest, choices, state, now)
    deleted = _restorable(manifest, choices, state)
    if ruling.application or deleted is None or not is_plain(deleted, ruling.standard):
        return ruling
    held = replace(ruling.standard, removed=undelivered(manifest, deleted, state, now))
    return replace(ruling, standard=held, found=deleted, application=deleted)


def _last_look(ruling: Ruling, choices: SetUp | Prepare | Renew) -> list[Change]:
    """The check before anything is granted to an application that this run did not create, or a credential added.

    Also before another administrator is asked for consent, because the message says what was read of the application.
    """
    look = LookAgain(ruling.standard, ruling.accepted, ruling.removed, ways(choices, ()))
    return [look] if ruling.application or isinstance(choices, Prepare) else []


def _standing(ruling: Ruling, *, credentials: bool = True) -> list[Change | PlanLine]:
    """Lines for what stays although GLIMPS does not need it, and for the applications that are left alone."""
    told = [reason for reason in ruling.accepted if not isinstance(reason, NameOnly)]
    kept = [credential_line(entry, Fate.KEPT) for entry in ruling.kept] if credentials else []
    lines = [reason_line(reason, Fate.KEPT) for reason in told if credentials or not isinstance(reason, LiveCredential)]
    return [*kept, *lines, *left_lines(ruling.others)]


def _restorable(manifest: Manifest, choices: SetUp | Prepare, state: TenantState) -> Application | None:
    """Our application in the recycle bin; None if the person wants it purged, or an application of another name.

    Its display name may have been changed, so the manifest's counts as well as its own.
    """
    deleted, name = state.deleted, choices.target.application_name
    if deleted is None or choices.purge or name not in (deleted.name, manifest.application_name):
        return None
    return deleted


def existing(target: Target, state: TenantState) -> Application:
    """The application that was found. Raises `AmbiguousApplication` or `ApplicationNotFound`."""
    if state.application is None and state.candidates:
        raise AmbiguousApplication(target.application_name, state.candidates)
    if state.application is None:
        raise ApplicationNotFound(target.app) if target.app else NothingSetUp(target.application_name)
    return state.application


def _assemble(found: Application | None, parts: Sequence[Change | PlanLine], expires: datetime | None = None) -> Plan:
    changes = tuple(part for part in parts if isinstance(part, Change))
    lines = dict.fromkeys(line for part in parts for line in (part.lines if isinstance(part, Change) else (part,)))
    return Plan(found, changes, tuple(lines), expires)


def require_rights(plan: Plan, state: TenantState) -> None:
    """Raises `NotEnoughRights`, before the first write, if the account's roles certainly do not allow the plan.

    Where the roles leave it open, the plan is tried, and Microsoft's answer decides.
    """
    if state.rights.can_consent is Able.CANNOT and any(change.needs_consent for change in plan.changes):
        raise NotEnoughRights(state.rights)


def _registration(
    manifest: Manifest,
    choices: SetUp | Prepare,
    found: Application | None,
    state: TenantState,
    notes: str,
    ruling: Ruling,
    pending: datetime | None = None,
) -> list[Change | PlanLine]:
    """The changes to the application and its service principal.

    A new one is marked at once for the undelivered credential that will expire at `pending`.
    """
    name, permissions = choices.target.application_name, choices.target.profile.permissions
    if found is None:
        unique_name = ruling.unique_name or _free_unique_name(manifest, choices, state)
        create = CreateApplication(unique_name, name, notes, manifest.tag, permissions)
        purge = [PurgeApplication(state.deleted)] if state.deleted and choices.purge else []
        return [*purge, create, CreateServicePrincipal(name, manifest.tag, new=True, pending=pending)]
    declared = {(GRAPH_APP_ID, permission.id, "Role") for permission in permissions} <= set(found.required)
    adopted_name, restored = _adopted_name(manifest, found, state, ruling), found is state.deleted
    return [
        *([RestoreApplication(found)] if restored else []),
        *_clean_up(ruling),
        Line(Thing.APPLICATION, Fate.KEPT, found.name)
        if declared and manifest.tag in found.tags and not adopted_name
        else CompleteApplication(found, manifest.tag, permissions, adopted_name),
        RestoreServicePrincipal(found.name, manifest.tag) if restored else _service_principal(manifest, found),
    ]


def _service_principal(manifest: Manifest, found: Application) -> Change | PlanLine:
    if found.service_principal_id is None:
        return CreateServicePrincipal(found.name, manifest.tag)
    if PORTAL_TAG not in found.principal_tags:
        return CompleteServicePrincipal(found, manifest.tag)
    return Line(Thing.SERVICE_PRINCIPAL, Fate.KEPT, found.name)


def _adopted_name(manifest: Manifest, found: Application, state: TenantState, ruling: Ruling) -> str | None:
    """Our unique name, for an application the person decided to use, if it has none and nothing else has ours."""
    said = ruling.accepted or ruling.removed
    taken = any(other.unique_name == manifest.unique_name for other in (*state.candidates, state.deleted) if other)
    return manifest.unique_name if said and found.unique_name is None and not taken else None


def _free_unique_name(manifest: Manifest, choices: SetUp | Prepare, state: TenantState) -> str:
    """A unique name that is free: a deleted application that stays in the recycle bin keeps its own."""
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


def _clean_up(ruling: Ruling) -> list[Change]:
    """Removals before anything is granted: what an interrupted run left undelivered, and what does not belong."""
    if ruling.application is None or ruling.found is None:
        return []
    leftovers = tuple(ruling.standard.removed)
    return [
        *([RemoveCredentials(leftovers, Fate.CLEANED_UP)] if leftovers else []),
        *([TakeAway(ruling.found, ruling.application.required, ruling.removed)] if ruling.removed else []),
    ]
