"""Tenants as `inspect` describes them, made up without any request; and what a plan makes of one."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from installer.config.manifest import load_manifest
from installer.model import (
    GRAPH_APP_ID,
    PORTAL_TAG,
    Able,
    Application,
    Choices,
    CredentialEntry,
    CredentialKind,
    CredentialSpec,
    DeclaredPermission,
    Exposure,
    ExtraPermission,
    GrantedRole,
    Organization,
    Permission,
    PermissionKind,
    Rights,
    Target,
    TenantState,
)
from installer.registration import Plan, plan
from installer.registration.changes import (
    Change,
    CompleteApplication,
    CompleteServicePrincipal,
    CreateApplication,
    CreateServicePrincipal,
    DeleteApplication,
    GrantConsent,
    LookAgain,
    NewCredential,
    PurgeApplication,
    RemoveCredentials,
    RestoreApplication,
    RestoreServicePrincipal,
    TakeAway,
)
from installer.registration.tags import Mark, without_marks

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
PAST, LATER = NOW - timedelta(days=1), NOW + timedelta(days=200)
UNDELIVERED = NOW + timedelta(days=100)
"""The end that `MARK` names."""
MANIFEST = load_manifest()
OURS, MARK = MANIFEST.secret_description, Mark(UNDELIVERED).tag(MANIFEST.tag)
PROFILE, LESS = MANIFEST.profiles
TARGET, YEAR = Target(PROFILE, MANIFEST.application_name), CredentialSpec(12)
CERTIFICATE = CredentialSpec(6, CredentialKind.CERTIFICATE)
EVERYTHING = Rights((), Able.CAN, Able.CAN)
ROLES = {permission.name: permission.id for profile in MANIFEST.profiles for permission in profile.permissions}


def declared(permissions: Iterable[Permission]) -> tuple[tuple[str, str, str], ...]:
    return tuple((GRAPH_APP_ID, permission.id, "Role") for permission in permissions)


def entry(
    key_id: str,
    end: datetime | None = LATER,
    kind: CredentialKind = CredentialKind.SECRET,
    description: str | None = OURS,
) -> CredentialEntry:
    return CredentialEntry(kind, key_id, description, NOW - timedelta(days=100), end)


def exposed(application: Application) -> Application:
    """As it is when it was looked at closely, and nobody else has to do with it."""
    names = {role: name for name, role in ROLES.items()}
    roles = tuple(
        GrantedRole(f"assignment {role}", "graph", "Microsoft Graph", role, names.get(role, role))
        for role in sorted(application.granted)
    )
    asked = tuple(
        DeclaredPermission(api, api, permission, names.get(permission, permission), PermissionKind(kind))
        for api, permission, kind in application.required
    )
    return replace(application, exposure=Exposure(roles=roles, declared=asked))


COMPLETE = exposed(
    Application(
        "object",
        "client",
        MANIFEST.application_name,
        NOW,
        MANIFEST.unique_name,
        (MANIFEST.tag,),
        declared(PROFILE.permissions),
        (entry("live"),),
        "principal",
        frozenset(permission.id for permission in PROFILE.permissions),
        (PORTAL_TAG,),
        audience="AzureADMyOrg",
    )
)
FOREIGN = replace(COMPLETE, unique_name=None, tags=())
INTERRUPTED = replace(
    COMPLETE,
    tags=(MANIFEST.tag, MARK),
    credentials=(
        entry("live"),
        entry("lost", UNDELIVERED),
        entry("lost too", UNDELIVERED, CredentialKind.CERTIFICATE),
        entry("somebody's", UNDELIVERED, description="by hand"),
    ),
)


def tenant(
    application: Application | None = None,
    *,
    candidates: tuple[Application, ...] = (),
    deleted: Application | None = None,
    rights: Rights = EVERYTHING,
) -> TenantState:
    found = (application,) if application else candidates
    if deleted:  # its service principal lies in the bin as well, and what that was granted shows nowhere
        deleted = replace(deleted, service_principal_id=None, granted=frozenset(), principal_tags=())
    contoso = Organization("tenant", "Contoso", "contoso.onmicrosoft.com")
    return TenantState(contoso, rights, "graph", ROLES, application, found, deleted)


def planned(state: TenantState, choices: Choices) -> Plan:
    return plan(MANIFEST, choices, state, NOW, MANIFEST.notes.en)


def applied(state: TenantState, plan: Plan) -> TenantState:
    """The tenant once every change is done and the credential is delivered."""
    for change in plan.changes:
        state = _changed(state, change)
    if state.application:
        kept = without_marks(state.application.tags, MANIFEST.tag)
        state = replace(state, application=replace(state.application, tags=kept))
    return replace(state, candidates=(state.application,) if state.application else ())


def _changed(state: TenantState, change: Change) -> TenantState:
    match change:
        case PurgeApplication():
            return replace(state, deleted=None)
        case RestoreApplication(application):
            return replace(state, deleted=None, application=application)
        case DeleteApplication(application):
            return replace(state, deleted=application, application=None)
        case CreateApplication():
            made = Application(
                "new object",
                "new client",
                change.name,
                NOW,
                change.unique_name,
                (change.tag,),
                declared(change.permissions),
                (),
                audience="AzureADMyOrg",
            )
            return replace(state, application=exposed(made))
    assert state.application is not None
    return replace(state, application=exposed(_with(state.application, change)))


def _with(found: Application, change: Change) -> Application:
    match change:
        case CompleteApplication():
            required = {*found.required, *declared(change.permissions)}
            name = change.unique_name or found.unique_name
            tags = tuple(dict.fromkeys((*found.tags, change.tag)))
            return replace(found, unique_name=name, tags=tags, required=tuple(sorted(required)))
        case LookAgain():
            return found
        case TakeAway():
            gone = [line.key_id for line in change.lines]
            kept = tuple(entry for entry in found.credentials if entry.key_id not in gone)
            roles = {reason.role.id for reason in change.reasons if isinstance(reason, ExtraPermission)}
            return replace(found, credentials=kept, required=change.required, granted=found.granted - roles)
        case CreateServicePrincipal() | RestoreServicePrincipal():
            return replace(found, service_principal_id="new principal", principal_tags=(PORTAL_TAG,))
        case CompleteServicePrincipal():
            return replace(found, principal_tags=(*found.principal_tags, PORTAL_TAG))
        case GrantConsent(permissions):
            return replace(found, granted=found.granted | {permission.id for permission in permissions})
        case RemoveCredentials(entries):
            return replace(found, credentials=tuple(kept for kept in found.credentials if kept not in entries))
        case NewCredential():
            made = entry(f"new {len(found.credentials)}", change.expires, change.kind, change.description)
            return replace(found, credentials=(*found.credentials, made))
    raise AssertionError(f"{change} is not known here")
