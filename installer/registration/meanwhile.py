"""Reads the tenant again: consents that lists do not show yet, a new application, a unique name that was taken."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from installer.errors.base import SetupError
from installer.errors.graph import GraphError
from installer.errors.ownership import CreatedMeanwhile, DecisionNeeded, Overtaken, UniqueNameTaken
from installer.errors.usage import ApplicationNotFound
from installer.events import WaitReason
from installer.graph import Graph, Json, query
from installer.model import (
    Able,
    Account,
    ChangedByUs,
    Choices,
    CredentialEntry,
    CredentialKind,
    Decision,
    Manifest,
    Question,
    Remove,
    SetUp,
    Target,
    TenantState,
)
from installer.registration.compare import is_ours
from installer.registration.inspect import inspect
from installer.registration.mapper import read_granted_roles, unique_path
from installer.registration.plan import missing_consent
from installer.registration.recycle_bin import holder_of
from installer.retry import LIST_LAG, Pause, Retry

YOUNG: Final = timedelta(minutes=10)
"""How long after a credential was created the list of consents may still be out of date."""
BACKDATED: Final = timedelta(minutes=65)
"""How long before its creation our certificate can start to be valid: `make_certificate`'s margin for clocks, plus the
hour at most by which `engine.plan` lets it start and expire earlier."""


def inspect_again(
    graph: Graph,
    manifest: Manifest,
    target: Target,
    state: TenantState,
    cause: Overtaken,
    hints: frozenset[str] = frozenset(),
    account: Account | None = None,
    now: datetime | None = None,
) -> TenantState:
    """The tenant including what `cause` is about, to be planned and judged like one that was just read.

    A live application is read by its id. A deleted one of ours becomes `deleted`, to be restored. A unique name held
    by anything else, or by something this account cannot read, is added to `taken`. `hints`, `account` and `now` are
    those of `inspect`, whose errors are raised.
    """

    def with_application(object_id: str) -> TenantState:
        """The tenant with this application; reads again while the replica that answers does not know it yet."""
        retry, pointed = Retry(graph.cancel, graph.on_wait), replace(target, app=object_id)
        while True:
            try:
                seen = inspect(graph, manifest, pointed, hints, account, now)
            except ApplicationNotFound as error:
                refusal: SetupError = error
            else:
                return replace(seen, taken=state.taken, delivered=state.delivered)
            if not retry.paused(Pause(WaitReason.REPLICATION)):
                raise refusal

    match cause:
        case CreatedMeanwhile():
            return with_application(cause.object_id)
        case UniqueNameTaken():
            alive = _alive(graph, cause.unique_name)
            if alive:
                return with_application(alive)
            holder = holder_of(graph, manifest, cause.unique_name)
            if holder and holder != state.deleted and is_ours(manifest, holder):
                return replace(state, deleted=holder)
            return replace(state, taken=state.taken | {cause.unique_name})
    raise cause


@contextmanager
def judging_the_met(graph: Graph, cause: CreatedMeanwhile) -> Iterator[None]:
    """A context in which the application that our upsert met is judged; raises `DecisionNeeded` if it is not ours.

    The question then says what our request changed on it. The declared permissions are cleared again, so that nobody
    consents to them; what they were before is not known.
    """
    try:
        yield
    except DecisionNeeded as error:
        taken_back: Json = {"requiredResourceAccess": []} if cause.changed else {}
        if taken_back:
            try:
                graph.patch(f"/applications/{cause.object_id}", taken_back)
            except SetupError:
                taken_back = {}
        question = error.question
        told = (ChangedByUs(cause.changed, tuple(taken_back)), *question.reasons)
        raise DecisionNeeded(Question(question.application, told, tuple(Decision))) from cause


def _alive(graph: Graph, unique_name: str) -> str | None:
    """The object id of the live application with this unique name; None if there is none or it cannot be read."""
    try:
        return str(graph.get(query(unique_path(unique_name), select="id"))["id"])
    except GraphError:
        return None


def await_consent(graph: Graph, manifest: Manifest, choices: Choices, state: TenantState, now: datetime) -> TenantState:
    """The tenant once the list shows every consent; unchanged if it does not within 75 s.

    It waits in two cases only. An account that cannot consent would fail without the consents. And a credential of
    ours that is a few minutes old means that they exist, since no run delivers one without them: granting them beside
    a live credential would needlessly need the person's decision. In all other cases the grant is simply repeated,
    and Microsoft answers that it exists already.

    Raises what `Graph` raises, except refusals of the list.
    """
    found = state.application
    if isinstance(choices, Remove) or found is None or found.service_principal_id is None:
        return state
    cannot_give = isinstance(choices, SetUp) and state.rights.can_consent is Able.CANNOT
    ours = (entry for entry in found.credentials if entry.description == manifest.secret_description)
    if not cannot_give and not any(_is_young(entry, now) for entry in ours):
        return state
    retry = Retry(graph.cancel, graph.on_wait)
    while missing_consent(choices.target.profile, found):
        if not retry.paused(Pause(WaitReason.REPLICATION, budget=LIST_LAG)):
            return state
        try:
            rows = graph.all(f"/servicePrincipals/{found.service_principal_id}/appRoleAssignments")
        except GraphError:
            return state
        found = replace(found, granted=read_granted_roles(rows, state.graph_service_principal))
    others = (other for other in state.candidates if other.object_id != found.object_id)
    return replace(state, application=found, candidates=(found, *others))


def _is_young(entry: CredentialEntry, now: datetime) -> bool:
    """Whether the credential may be a few minutes old, judging by the start of its validity."""
    most = YOUNG + (BACKDATED if entry.kind is CredentialKind.CERTIFICATE else timedelta())
    return entry.start is not None and entry.start > now - most
