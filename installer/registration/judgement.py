"""Whose application is it? A pure function from what was read of it to the reasons why it is not plainly ours.

By default any user of a tenant can register applications, and whoever owns one, or has a credential of it, can use
what is granted to it. So a name or a tag proves nothing, and before anything is granted this finds what others could
use.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from installer.model import (
    GRAPH_APP_ID,
    Application,
    Audience,
    CredentialEntry,
    DeclaredPermission,
    Disabled,
    Exposure,
    ExtraDeclaration,
    ExtraDelegation,
    ExtraPermission,
    Federated,
    LiveCredential,
    Manifest,
    NameOnly,
    Owned,
    PermissionKind,
    PrincipalCredential,
    Profile,
    PublicClient,
    Reason,
    ReasonCode,
    Redirected,
    Unread,
)
from installer.registration.unique_name import is_derived_name, is_our_unique_name

SINGLE_TENANT: Final = "AzureADMyOrg"
_SIGN_IN_SCOPES: Final = frozenset({"openid", "profile", "email", "offline_access"})
"""Delegated permissions that only sign a user in and give no access to data (Microsoft, OpenID Connect scopes)."""
_ORDER: Final = tuple(ReasonCode)
MOST_CONTENDERS: Final = 5
"""How many candidates are read in depth: those in use come first, since only an administrator can have consented."""


@dataclass(frozen=True, slots=True)
class Standard:
    """What an application is judged by.

    `graph` is the object id of Microsoft Graph's own service principal, `app_roles` its application permissions
    (name → id). `now` is Microsoft's time. `grants`: whether something new would be granted, by this run or by the
    consent that it asks for. `named`: whether the person said which application is meant. `viewer`: object id of the
    account that signed in.
    """

    manifest: Manifest
    profile: Profile
    graph: str
    app_roles: Mapping[str, str]
    now: datetime
    grants: bool
    named: bool = False
    viewer: str = ""
    removed: Collection[CredentialEntry] = ()
    """The credentials that this plan removes anyway, because an interrupted run left them undelivered."""
    federations: Collection[tuple[str, str]] = ()
    """Issuer and subject of the federated credentials that were asked for; any other is a reason."""

    @property
    def allowed(self) -> frozenset[str]:
        """The ids of Microsoft Graph's app roles that are in the profile, or weaker than one in it.

        Files.Read.All, for example, is weaker than Files.ReadWrite.All.
        """
        weaker = weaker_names(self.profile)
        wanted = {permission.id for permission in self.profile.permissions}
        return frozenset(wanted | {role for name, role in self.app_roles.items() if name in weaker})

    @property
    def tolerated(self) -> frozenset[str]:
        """The names of Microsoft Graph's delegated permissions that are no reason."""
        return _SIGN_IN_SCOPES | set(self.manifest.tolerated.values())


def judge(found: Application, standard: Standard) -> tuple[Reason, ...]:
    """The reasons why somebody must decide before anything is granted to the application or a credential added.

    In a fixed order of kinds. Empty for one that is plainly ours: it has our unique name, and nothing speaks against
    it.
    """
    others = (*_principal_credentials(found, standard), *_of_exposure(found, standard), *_disabled(found))
    others = tuple(sorted((*others, *_settings(found)), key=lambda reason: _ORDER.index(reason.code)))
    tagged = standard.manifest.tag in found.tags
    # An application that was adopted before and could not be given our unique name has only our tag.
    adopted = tagged and not standard.grants and not others
    name_only = not (is_our_unique_name(standard.manifest, found.unique_name) or standard.named or adopted)
    # Once consent has been granted, our own application is expected to have a live credential.
    credentials = _credentials(found, standard) if standard.grants or name_only else ()
    return (*([NameOnly(tagged)] if name_only else []), *credentials, *others)


def is_plain(found: Application, standard: Standard) -> bool:
    """Whether the application's own properties give no reason; of one in the recycle bin, nothing else can be read."""
    declared = (
        (api, permission) for api, permission, _ in found.required if permission not in standard.manifest.tolerated
    )
    plain = all(api == GRAPH_APP_ID and permission in standard.allowed for api, permission in declared)
    return plain and not any(_settings(found))


def weaker_names(profile: Profile) -> frozenset[str]:
    """The names of Microsoft Graph's permissions that allow nothing beyond the profile: Read for each ReadWrite."""
    return frozenset(permission.name.replace("ReadWrite", "Read") for permission in profile.permissions)


def is_live(entry: CredentialEntry, now: datetime) -> bool:
    """Whether the credential has not expired; one without an expiry never does."""
    return entry.end is None or entry.end > now


def _credentials(found: Application, standard: Standard) -> Iterator[Reason]:
    live = (entry for entry in found.credentials if is_live(entry, standard.now))
    return (LiveCredential(entry) for entry in live if entry not in standard.removed)


def _principal_credentials(found: Application, standard: Standard) -> Iterator[Reason]:
    return (PrincipalCredential(entry) for entry in found.principal_credentials if is_live(entry, standard.now))


def _of_exposure(found: Application, standard: Standard) -> Iterator[Reason]:
    """Reasons from owners, federated credentials and grants; if none of these were read, all of them are `Unread`."""
    exposure = found.exposure or Exposure(None, None, None, None, None)
    if exposure.federated is None:
        yield Unread(ReasonCode.FEDERATED_CREDENTIALS)
    for credential in exposure.federated or ():
        if (credential.issuer, credential.subject) not in standard.federations:
            yield Federated(credential)
    if exposure.owners is None or exposure.principal_owners is None:
        yield Unread(ReasonCode.OWNERS)
    owners = [(owner, False) for owner in exposure.owners or ()]
    owners += [(owner, True) for owner in exposure.principal_owners or ()]
    for owner, of_principal in owners:
        if owner.id != standard.viewer and not owner.manages:
            yield Owned(owner, of_principal)
    yield from _permissions(exposure, standard)


def _permissions(exposure: Exposure, standard: Standard) -> Iterator[Reason]:
    """What is granted beyond the profile, or would be by the consent button of the portal."""
    if exposure.roles is None:
        yield Unread(ReasonCode.EXTRA_PERMISSIONS)
    for role in exposure.roles or ():
        if role.api != standard.graph or role.id not in standard.allowed:
            yield ExtraPermission(role)
    # Anybody's own API can define permissions with any id, even Microsoft Graph's: an id means nothing without its API.
    granted = {(GRAPH_APP_ID, role.id) for role in exposure.roles or () if role.api == standard.graph}
    for permission in exposure.declared:
        if (permission.api, permission.id) not in granted and not _tolerated(permission, standard):
            yield ExtraDeclaration(permission)
    if exposure.delegated is None:
        yield Unread(ReasonCode.DELEGATED_PERMISSIONS)
    for grant in exposure.delegated or ():
        tolerated = standard.tolerated if grant.api == standard.graph else frozenset()
        if beyond := tuple(scope for scope in grant.scopes if scope not in tolerated):
            yield ExtraDelegation(grant, beyond)


def _tolerated(permission: DeclaredPermission, standard: Standard) -> bool:
    if permission.api != GRAPH_APP_ID:
        return False
    if permission.kind is PermissionKind.APPLICATION:
        return permission.id in standard.allowed
    return permission.name in standard.tolerated


def _settings(found: Application) -> Iterator[Reason]:
    """Settings that let others use the application, without a credential or from other tenants."""
    yield from map(Redirected, found.redirects)
    if found.public_client:
        yield PublicClient()
    if found.audience is None:
        yield Unread(ReasonCode.AUDIENCE)
    elif found.audience != SINGLE_TENANT:
        yield Audience(found.audience)


def _disabled(found: Application) -> Iterator[Reason]:
    if found.service_principal_id and not found.enabled:
        yield Disabled()


def is_consented(profile: Profile, found: Application) -> bool:
    """Whether admin consent was given to every permission of the profile."""
    return all(permission.id in found.granted for permission in profile.permissions)


def contenders(manifest: Manifest, profile: Profile, candidates: Iterable[Application]) -> list[Application]:
    """The candidates worth reading in depth, at most five: consented first, then our unique name, then our tag."""

    def place(found: Application) -> int:
        marks = (
            is_consented(profile, found),
            is_our_unique_name(manifest, found.unique_name),
            manifest.tag in found.tags,
        )
        return marks.index(True) if any(marks) else len(marks)

    ranked = sorted(candidates, key=place)
    return [found for found in ranked if place(found) < 3][:MOST_CONTENDERS]


def choose(candidates: Sequence[Application], standard: Standard) -> Application | None:
    """The application that is meant; None if there is none, or if nothing decides which.

    Admin consent counts more than any name, because any user can choose a name. In this order, each time only if it
    leaves exactly one: consented and nothing against it, consented, our unique name, one derived from it, our tag.
    """
    manifest = standard.manifest
    consented = [found for found in candidates if is_consented(standard.profile, found)]
    sound = [found for found in consented if all(isinstance(reason, NameOnly) for reason in judge(found, standard))]
    pool = sound or consented or list(candidates)
    exact = [found for found in pool if found.unique_name == manifest.unique_name]
    derived = [found for found in pool if is_derived_name(manifest, found.unique_name)]
    tagged = [found for found in pool if manifest.tag in found.tags]
    return next((group[0] for group in (pool, exact, derived, tagged) if len(group) == 1), None)
