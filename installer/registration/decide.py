"""What becomes of an application that was found: taken, cleaned first, left for another one; or asked about."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from installer.errors.ownership import DecisionNeeded
from installer.errors.usage import AmbiguousApplication
from installer.model import (
    GRAPH_APP_ID,
    Application,
    Audience,
    CredentialEntry,
    Decision,
    Disabled,
    ExtraDeclaration,
    ExtraPermission,
    Fate,
    Federation,
    Line,
    LiveCredential,
    Manifest,
    NameOnly,
    PlanLine,
    Prepare,
    PrincipalCredential,
    PublicClient,
    Question,
    Reason,
    Redirected,
    Renew,
    SetUp,
    TenantState,
    Thing,
    Unread,
)
from installer.registration.judgement import (
    SINGLE_TENANT,
    Standard,
    bears_derived_name,
    bears_unique_name,
    derived_name,
    is_live,
    judge,
)
from installer.registration.undelivered import marked_ends


@dataclass(frozen=True, slots=True)
class Ruling:
    """What was decided. `application` is the one to work on, as it will be once what does not belong is removed.

    Without one, another is registered under `unique_name`.
    """

    standard: Standard
    found: Application | None = None
    """The same as it is now."""
    application: Application | None = None
    unique_name: str | None = None
    """Where it is not the usual one."""
    accepted: tuple[Reason, ...] = ()
    """The reasons that stay, since the person said so."""
    removed: tuple[Reason, ...] = ()
    """What does not belong, and goes before anything is granted."""
    others: tuple[Application, ...] = ()
    """The applications of the name or the tag that are left as they are."""

    @property
    def kept(self) -> tuple[CredentialEntry, ...]:
        """The live credentials of the application that stay as they are, and are no reason."""
        told = {reason.entry for reason in self.accepted if isinstance(reason, LiveCredential)}
        entries = self.application.credentials if self.application else ()
        live = (entry for entry in entries if is_live(entry, self.standard.now))
        return tuple(entry for entry in live if entry not in told and entry not in self.standard.removed)


def decide(manifest: Manifest, choices: SetUp | Prepare | Renew, state: TenantState, now: datetime) -> Ruling:
    """Applies the decision in `choices` to what was found.

    Raises `DecisionNeeded` where there is none, or where it does not answer all that was found; `AmbiguousApplication`
    where the name fits several and nothing tells which one is meant.
    """
    fresh = choices.decision is Decision.FRESH
    if state.application is None and state.candidates and not fresh:
        raise AmbiguousApplication(choices.target.application_name, state.candidates)
    if fresh and state.candidates:
        return _fresh(manifest, choices, state, now)
    if state.application is None:
        return Ruling(standard(manifest, choices, state, None, now))
    return _taken(manifest, choices, state, state.application, now)


def standard(
    manifest: Manifest,
    choices: SetUp | Prepare | Renew,
    state: TenantState,
    found: Application | None,
    now: datetime,
) -> Standard:
    """What the application is held against in this run; None for one that is still to be registered."""
    asked = () if isinstance(choices, Renew) else choices.target.profile.permissions
    return Standard(
        manifest,
        choices.target.profile,
        state.graph_service_principal,
        state.app_roles,
        now,
        grants=any(found is None or permission.id not in found.granted for permission in asked),
        named=choices.target.app is not None,
        viewer=state.viewer,
        removed=undelivered(manifest, found) if found else (),
        federations=_federations(choices),
    )


def _federations(choices: SetUp | Prepare | Renew) -> tuple[tuple[str, str], ...]:
    """Issuer and subject of the federation that was asked for."""
    wanted = None if isinstance(choices, Prepare) else choices.credential
    return ((wanted.issuer, wanted.subject),) if isinstance(wanted, Federation) else ()


def undelivered(manifest: Manifest, found: Application) -> tuple[CredentialEntry, ...]:
    """The credentials that an interrupted run left: those of our description whose end an undelivered mark names."""
    ends, ours = marked_ends(found.tags, manifest.tag), manifest.secret_description
    return tuple(entry for entry in found.credentials if entry.description == ours and entry.end in ends)


def left_lines(others: tuple[Application, ...]) -> tuple[PlanLine, ...]:
    """The lines that name the other applications."""
    return tuple(Line(Thing.APPLICATION, Fate.LEFT, other.name, key_id=other.client_id) for other in others)


def _taken(
    manifest: Manifest, choices: SetUp | Prepare | Renew, state: TenantState, found: Application, now: datetime
) -> Ruling:
    held = standard(manifest, choices, state, found, now)
    reasons = judge(found, held)
    others = tuple(other for other in state.candidates if other.object_id != found.object_id)
    open_ones = tuple(reason for reason in reasons if not _answered(reason, choices))
    if open_ones:
        raise DecisionNeeded(Question(found, open_ones, ways(choices, open_ones), others))
    if choices.decision is not Decision.CLEAN:
        return Ruling(held, found, found, accepted=reasons, others=others)
    removed = tuple(reason for reason in reasons if not isinstance(reason, NameOnly | Disabled))
    accepted = tuple(reason for reason in reasons if reason not in removed)
    return Ruling(held, found, _without(found, removed, held.graph), accepted=accepted, removed=removed, others=others)


def _answered(reason: Reason, choices: SetUp | Prepare | Renew) -> bool:
    """Whether the decision says what to do about the reason.

    A sign-in that somebody has forbidden is never allowed again here; it is accepted only where an untried credential
    is. What could not be read cannot be removed. The message of `prepare` leads to the portal's button, which grants
    all that is declared.
    """
    match choices.decision, reason:
        case None, _:
            return False
        case _, Disabled():
            return not isinstance(choices, Prepare) and choices.accept_unproven
        case Decision.CLEAN, Unread():
            return False
        case Decision.ADOPT, ExtraDeclaration():
            return not isinstance(choices, Prepare)
    return True


def ways(choices: SetUp | Prepare | Renew, reasons: tuple[Reason, ...]) -> tuple[Decision, ...]:
    """What may be decided about these reasons."""
    no_adoption = isinstance(choices, Prepare) and any(isinstance(reason, ExtraDeclaration) for reason in reasons)
    possible = {
        Decision.CLEAN: True,
        Decision.FRESH: not isinstance(choices, Renew),
        Decision.ADOPT: not no_adoption,
    }
    return tuple(way for way, offered in possible.items() if offered)


def _fresh(manifest: Manifest, choices: SetUp | Prepare | Renew, state: TenantState, now: datetime) -> Ruling:
    """Another application beside the one found; the one that an earlier run registered beside it is finished.

    Its unique name is derived from the one that is left. Should somebody have taken that name too, the next one is
    derived from his.
    """
    left = state.application or min(state.candidates, key=lambda found: found.object_id)
    known = {found.unique_name: found for found in state.candidates if bears_derived_name(manifest, found)}
    for _ in range(len(state.candidates)):
        held = standard(manifest, choices, state, left, now)
        if bears_unique_name(manifest, left) and not judge(left, held):
            others = tuple(other for other in state.candidates if other is not left)
            return Ruling(held, left, left, others=others)
        beside = known.pop(derived_name(manifest, left), None)
        if beside is None:
            break
        left = beside
    held = standard(manifest, choices, state, None, now)
    return Ruling(held, unique_name=derived_name(manifest, left), others=state.candidates)


def _without(found: Application, removed: tuple[Reason, ...], graph: str) -> Application:
    """The application once these are gone, as the following changes find it; `graph` is Microsoft Graph's principal."""
    gone = {reason.entry for reason in removed if isinstance(reason, LiveCredential | PrincipalCredential)}
    roles = {reason.role.id for reason in removed if isinstance(reason, ExtraPermission) and reason.role.api == graph}
    undeclared = {(GRAPH_APP_ID, role) for role in roles}
    undeclared |= {
        (reason.permission.api, reason.permission.id) for reason in removed if isinstance(reason, ExtraDeclaration)
    }
    kinds = {type(reason) for reason in removed}
    return replace(
        found,
        credentials=tuple(entry for entry in found.credentials if entry not in gone),
        principal_credentials=tuple(entry for entry in found.principal_credentials if entry not in gone),
        required=tuple(entry for entry in found.required if entry[:2] not in undeclared),
        granted=found.granted - roles,
        redirects=() if Redirected in kinds else found.redirects,
        public_client=found.public_client and PublicClient not in kinds,
        audience=SINGLE_TENANT if Audience in kinds else found.audience,
    )
