"""The tenant again, where a run met what its plan did not know: an application made meanwhile, a unique name taken."""

from __future__ import annotations

from dataclasses import replace

from installer.errors.base import SetupError
from installer.errors.graph import GraphError
from installer.errors.meanwhile import CreatedMeanwhile, Overtaken, UniqueNameTaken
from installer.errors.usage import ApplicationNotFound
from installer.events import WaitReason
from installer.graph import Graph, query
from installer.model import Manifest, Target, TenantState
from installer.registration.compare import is_ours
from installer.registration.inspect import inspect
from installer.registration.mapper import unique_path
from installer.registration.recycle_bin import holder_of
from installer.retry import Pause, Retry


def look_again(
    graph: Graph, manifest: Manifest, target: Target, state: TenantState, cause: Overtaken, hints: frozenset[str]
) -> TenantState:
    """The tenant with what `cause` tells of it, to be planned and judged like one that was just read.

    An application that is there is read by its id. A deleted one that is ours is to be restored; a unique name that
    anything else holds, or that nobody can read, counts as taken. Raises what `inspect` raises.
    """
    match cause:
        case CreatedMeanwhile():
            return _with_application(graph, manifest, target, cause.object_id, hints)
        case UniqueNameTaken():
            alive = _alive(graph, cause.unique_name)
            if alive:
                return _with_application(graph, manifest, target, alive, hints)
            holder = holder_of(graph, manifest, cause.unique_name)
            if holder and holder != state.deleted and is_ours(manifest, holder):
                return replace(state, deleted=holder)
            return replace(state, taken=state.taken | {cause.unique_name})
    raise cause


def _alive(graph: Graph, unique_name: str) -> str | None:
    """The object id of the application that has the unique name, where one that lives has it."""
    try:
        return str(graph.get(query(unique_path(unique_name), select="id"))["id"])
    except GraphError:
        return None


def _with_application(
    graph: Graph, manifest: Manifest, target: Target, object_id: str, hints: frozenset[str]
) -> TenantState:
    """The tenant with that application; a copy of the directory that does not know it yet is asked again."""
    retry = Retry(graph.cancel, graph.on_wait)
    while True:
        try:
            return inspect(graph, manifest, replace(target, app=object_id), hints)
        except ApplicationNotFound as error:
            refusal: SetupError = error
        if not retry.paused(Pause(WaitReason.REPLICATION)):
            raise refusal
