"""The application itself: made, restored, completed, deleted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from installer.errors.graph import GraphError
from installer.events import Step
from installer.graph import Graph, Json, query
from installer.model import GRAPH_APP_ID, Application, Fate, Line, Permission, PlanLine, Thing, credential_line
from installer.registration.changes.base import Change, Made
from installer.registration.changes.last_look import judge_met
from installer.registration.judgement import Standard
from installer.registration.mapper import APPLICATION_FIELDS, read_application, unique_path

UPSERT: Final = "create-if-missing"
"""Microsoft's preference for a PATCH that makes what is not there (Microsoft, application upsert)."""


@dataclass(frozen=True, slots=True)
class CreateApplication(Change):
    """Registers the application under its unique name, so that a repetition cannot make a second one."""

    step = Step.APPLICATION
    unique_name: str
    name: str
    notes: str
    tags: tuple[str, ...]
    permissions: tuple[Permission, ...]
    standard: Standard
    """What an application is held against that is there already when this one is to be made."""

    @property
    def lines(self) -> tuple[PlanLine, ...]:
        return (Line(Thing.APPLICATION, Fate.CREATED, self.name),)

    def carry_out(self, graph: Graph, made: Made) -> Made:
        path = unique_path(self.unique_name)
        body: Json = {
            "displayName": self.name,
            "signInAudience": "AzureADMyOrg",
            "notes": self.notes,
            "tags": list(self.tags),
            "requiredResourceAccess": required_access(
                (GRAPH_APP_ID, permission.id, "Role") for permission in self.permissions
            ),
        }
        row = graph.patch(path, body, prefer=UPSERT)
        if row:
            return replace(made, application=read_application(row))
        # 204 without a body: an earlier attempt whose answer was lost had made it, or somebody else has.
        met = read_application(graph.get(query(path, select=APPLICATION_FIELDS), replicating=True))
        return replace(made, application=judge_met(graph, met, self.standard, body))


@dataclass(frozen=True, slots=True)
class RestoreApplication(Change):
    """Takes our application out of the recycle bin, where its unique name would keep a new one from being made."""

    step = Step.RESTORE
    application: Application

    @property
    def lines(self) -> tuple[PlanLine, ...]:
        return (Line(Thing.APPLICATION, Fate.RESTORED, self.application.name),)

    def carry_out(self, graph: Graph, made: Made) -> Made:
        path = f"/directory/deletedItems/{self.application.object_id}"
        try:
            graph.post(f"{path}/restore", None, replicating=False, repeatable=True)
        except GraphError as error:
            if error.status != 404:  # an earlier attempt whose answer was lost has restored it
                raise
        return replace(made, application=self.application)


@dataclass(frozen=True, slots=True)
class PurgeApplication(Change):
    """Deletes our application in the recycle bin for good, which frees its unique name."""

    step = Step.PURGE
    application: Application

    @property
    def lines(self) -> tuple[PlanLine, ...]:
        return (Line(Thing.APPLICATION, Fate.PURGED, self.application.name),)

    def carry_out(self, graph: Graph, made: Made) -> Made:
        delete_once(graph, f"/directory/deletedItems/{self.application.object_id}")
        return made


@dataclass(frozen=True, slots=True)
class CompleteApplication(Change):
    """Adds what the application lacks, our tag included, and takes nothing away."""

    step = Step.APPLICATION
    application: Application
    tags: tuple[str, ...]
    permissions: tuple[Permission, ...]
    unique_name: str | None = None
    """Ours, for one that was adopted and has none."""

    @property
    def lines(self) -> tuple[PlanLine, ...]:
        return (Line(Thing.APPLICATION, Fate.COMPLETED, self.application.name),)

    def carry_out(self, graph: Graph, made: Made) -> Made:
        tags = (*self.application.tags, *(tag for tag in self.tags if tag not in self.application.tags))
        required = tuple(dict.fromkeys((*self.application.required, *_declared(self.permissions))))
        body: Json = {"tags": list(tags)}
        if required != self.application.required:
            body["requiredResourceAccess"] = required_access(required)
        path = f"/applications/{self.application.object_id}"
        graph.patch(path, body)
        named = replace(self.application, tags=tags, required=required)
        return replace(made, application=_with_unique_name(graph, path, named, self.unique_name))


@dataclass(frozen=True, slots=True)
class DeleteApplication(Change):
    """Deletes the application; its service principal, consents and secrets go with it. Microsoft keeps it 30 days."""

    step = Step.REMOVE
    application: Application

    @property
    def lines(self) -> tuple[PlanLine, ...]:
        name, along = self.application.name, Fate.REMOVED_WITH_APPLICATION
        principal = [Line(Thing.SERVICE_PRINCIPAL, along, name)] if self.application.service_principal_id else []
        credentials = [credential_line(entry, along) for entry in self.application.credentials]
        return (Line(Thing.APPLICATION, Fate.REMOVED, name), *principal, *credentials)

    def carry_out(self, graph: Graph, made: Made) -> Made:
        delete_once(graph, f"/applications/{self.application.object_id}")
        return made


def _with_unique_name(graph: Graph, path: str, application: Application, name: str | None) -> Application:
    """With that unique name, if Microsoft takes it: that a name can be set later is documented nowhere."""
    if name is None:
        return application
    try:
        graph.patch(path, {"uniqueName": name}, replicating=False)
    except GraphError:
        return application
    return replace(application, unique_name=name)


def delete_once(graph: Graph, path: str) -> None:
    """Deletes; that it is gone already is fine: an earlier attempt whose answer was lost has done it."""
    try:
        graph.delete(path)
    except GraphError as error:
        if error.status != 404:
            raise


def _declared(permissions: Iterable[Permission]) -> Iterator[tuple[str, str, str]]:
    """As an application's `required` holds them."""
    return ((GRAPH_APP_ID, permission.id, "Role") for permission in permissions)


def required_access(rows: Iterable[tuple[str, str, str]]) -> list[Json]:
    """Graph's requiredResourceAccess: one entry per API, each with its permissions."""
    by_api: dict[str, list[Json]] = {}
    for api, permission, kind in rows:
        by_api.setdefault(api, []).append({"id": permission, "type": kind})
    return [{"resourceAppId": api, "resourceAccess": access} for api, access in by_api.items()]
