"""What happens to an application that was found: used as it is, cleaned first, left alone; or the person is asked."""

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
from installer.registration.judgement import SINGLE_TENANT, Standard, is_live, judge
from installer.registration.tags import marks
from installer.registration.unique_name import derived_names, free_unique_name, is_derived_name, is_our_unique_name


@dataclass(frozen=True, slots=True)
class Ruling:
    """What was decided about the application that was found.

    `application` is the one to work on, as it will be once what does not belong is removed; None to register a new
    one under `unique_name`.
    """

    standard: Standard
    found: Application | None = None
    """The same application as it is now."""
    application: Application | None = None
    unique_name: str | None = None
    """Of the one to register, if it is not the manifest's."""
    accepted: tuple[Reason, ...] = ()
    """The reasons that the person decided to live with."""
    removed: tuple[Reason, ...] = ()
    """What does not belong and is removed before anything is granted."""
    others: tuple[Application, ...] = ()
    """Other applications with our name or tag, which are left as they are."""

    @property
    def kept(self) -> tuple[CredentialEntry, ...]:
        """The application's live credentials that stay and that no reason is about."""
        told = {reason.entry for reason in self.accepted if isinstance(reason, LiveCredential)}
        entries = self.application.credentials if self.application else ()
        live = (entry for entry in entries if is_live(entry, self.standard.now))
        return tuple(entry for entry in live if entry not in told and entry not in self.standard.removed)


def decide(manifest: Manifest, choices: SetUp | Prepare | Renew, state: TenantState, now: datetime) -> Ruling:
    """Applies the decision in `choices` to what was found.

    Raises `DecisionNeeded` where a reason is left that no decision answers, and `AmbiguousApplication` where several
    applications fit and nothing says which one is meant.
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
    """What an application is judged by in this run; `found` is None for one that is yet to be registered."""
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
        removed=undelivered(manifest, found, state, now) if found else (),
        federations=_federations(choices),
    )


def _federations(choices: SetUp | Prepare | Renew) -> tuple[tuple[str, str], ...]:
    """Issuer and subject of the federation that was asked for; empty if none was."""
    wanted = None if isinstance(choices, Prepare) else choices.credential
    return ((wanted.issuer, wanted.subject),) if isinstance(wanted, Federation) else ()


def undelivered(
    manifest: Manifest, found: Application, state: TenantState, now: datetime
) -> tuple[CredentialEntry, ...]:
    """The credentials that a dead run left: those with our description whose expiry its undelivered mark names.

    Not among them: those of a run that may still be working, and those known to be delivered (`state.delivered`).
    """
    all_marks, ours, dead = (
        marks(found.tags, manifest.tag),
        manifest.secret_description,
        spent(manifest, found, state, now),
    )
    ends = {mark.end for tag, mark in all_marks.items() if tag in dead}
    awaited = {mark.end for tag, mark in all_marks.items() if tag not in dead}
    return tuple(
        entry
        for entry in found.credentials
        if entry.description == ours and entry.end in ends - awaited and entry.key_id.lower() not in state.delivered
    )


def spent(manifest: Manifest, found: Application | None, state: TenantState, now: datetime) -> frozenset[str]:
    """The undelivered marks, as tags, of runs that are certainly dead; `now` is Microsoft's time."""
    all_marks = marks(found.tags, manifest.tag) if found else {}
    return frozenset(tag for tag, mark in all_marks.items() if mark.is_abandoned(now, state.over))


def left_lines(others: tuple[Application, ...]) -> tuple[PlanLine, ...]:
    """The lines of the plan that name the applications left alone."""
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

    A disabled service principal is never enabled by this program; it is accepted only together with an unproven
    credential. What could not be read cannot be removed. `prepare` cannot adopt extra declarations, because its
    message leads to the portal's consent button, which grants everything that is declared.
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
    """The decisions that the person can choose from for these reasons."""
    no_adoption = isinstance(choices, Prepare) and any(isinstance(reason, ExtraDeclaration) for reason in reasons)
    possible = {
        Decision.CLEAN: True,
        Decision.FRESH: not isinstance(choices, Renew),
        Decision.ADOPT: not no_adoption,
    }
    return tuple(way for way, offered in possible.items() if offered)


def _fresh(manifest: Manifest, choices: SetUp | Prepare | Renew, state: TenantState, now: datetime) -> Ruling:
    """A new application beside the one found, or the one that an earlier run already registered beside it.

    Its unique name is derived from the object id of the application that is left alone. If somebody has taken that
    name as well, the next one is derived from theirs.
    """
    left = state.application or min(state.candidates, key=lambda found: found.object_id)
    known = {found.unique_name: found for found in state.candidates if is_derived_name(manifest, found.unique_name)}
    for _ in range(len(state.candidates)):
        held = standard(manifest, choices, state, left, now)
        if is_our_unique_name(manifest, left.unique_name) and not judge(left, held):
            others = tuple(other for other in state.candidates if other is not left)
            return Ruling(held, left, left, others=others)
        beside = next((known.pop(name) for name in derived_names(manifest, left.object_id) if name in known), None)
        if beside is None:
            break
        left = beside
    held = standard(manifest, choices, state, None, now)
    return Ruling(held, unique_name=free_unique_name(manifest, state, left.object_id), others=state.candidates)


def _without(found: Application, removed: tuple[Reason, ...], graph: str) -> Application:
    """The application without these, as the later changes find it; `graph` is Graph's service principal's object id."""
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
