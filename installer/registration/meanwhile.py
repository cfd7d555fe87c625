"""Reads the tenant again when a run met what its plan did not know: a new application, a unique name taken."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from installer.errors.base import SetupError
from installer.errors.graph import GraphError
from installer.errors.meanwhile import CreatedMeanwhile, Overtaken, UniqueNameTaken
from installer.errors.ownership import DecisionNeeded
from installer.errors.usage import ApplicationNotFound
from installer.events import WaitReason
from installer.graph import Graph, Json, query
from installer.model import Account, Decision, Manifest, Question, Target, TenantState
from installer.model import CreatedMeanwhile as Met
from installer.registration.compare import is_ours
from installer.registration.inspect import inspect
from installer.registration.mapper import unique_path
from installer.registration.recycle_bin import holder_of
from installer.retry import Pause, Retry


def look_again(
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
        told = (Met(cause.changed, tuple(taken_back)), *question.reasons)
        raise DecisionNeeded(Question(question.application, told, tuple(Decision))) from cause


def _alive(graph: Graph, unique_name: str) -> str | None:
    """The object id of the live application with this unique name; None if there is none or it cannot be read."""
    try:
        return str(graph.get(query(unique_path(unique_name), select="id"))["id"])
    except GraphError:
        return None
