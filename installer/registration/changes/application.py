"""The application itself: made, restored, completed, deleted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from installer.answers import Row
from installer.errors.graph import GraphError
from installer.errors.meanwhile import CreatedMeanwhile, UniqueNameTaken
from installer.events import Step
from installer.graph import Graph, Json, Part, query
from installer.model import GRAPH_APP_ID, Application, Fate, Line, Permission, PlanLine, Thing, credential_line
from installer.registration.changes.base import Change, Made
from installer.registration.mapper import APPLICATION_FIELDS, read_application, unique_path
from installer.registration.recycle_bin import DELETED, deleted_principal
from installer.registration.registering import post_once
from installer.registration.tags import write_tags
from installer.registration.undelivered import is_mark
from installer.registration.unique_name import is_taken, is_unknown_key


@dataclass(frozen=True, slots=True)
class CreateApplication(Change):
    """Registers the application under its unique name, so that a repetition cannot make a second one.

    The request bears no tag: should it meet an application that somebody registered meanwhile, it must neither mark
    that as ours nor take the marks of another run off. The tags come with the service principal.
    """

    step = Step.APPLICATION
    unique_name: str
    name: str
    notes: str
    tag: str
    permissions: tuple[Permission, ...]

    @property
    def lines(self) -> tuple[PlanLine, ...]:
        return (Line(Thing.APPLICATION, Fate.CREATED, self.name),)

    def carry_out(self, graph: Graph, made: Made) -> Made:
        """Raises `UniqueNameTaken`, and `CreatedMeanwhile` where there was one: it is looked at before it is used."""
        body: Json = {
            "displayName": self.name,
            "signInAudience": "AzureADMyOrg",
            "notes": self.notes,
            "requiredResourceAccess": required_access(_declared(self.permissions)),
        }
        path = unique_path(self.unique_name)
        try:
            status, row, lost = graph.upsert(path, body)
        except GraphError as error:
            if is_taken(error):
                raise UniqueNameTaken(self.unique_name, error.request_id) from error
            if not is_unknown_key(error):
                raise
            row, new = post_once(graph, body, self.tag)
            if not new:
                raise _met(row, lost=False, changed=()) from error
            status, lost = 201, False
        if status != 201:
            met = graph.get(query(path, select=APPLICATION_FIELDS), replicating=True)
            raise _met(met, lost, changed=tuple(body))
        if not row.get("appId"):
            row = graph.get(query(path, select=APPLICATION_FIELDS), replicating=True)
        return replace(made, application=read_application(row))


@dataclass(frozen=True, slots=True)
class RestoreApplication(Change):
    """Takes our application out of the recycle bin, where its unique name would keep a new one from being made.

    Its service principal, which Microsoft Graph leaves there, comes along in the same request, so that no run ever sees
    one without the other; should that be refused, `RestoreServicePrincipal` sees to it.
    """

    step = Step.RESTORE
    application: Application

    @property
    def lines(self) -> tuple[PlanLine, ...]:
        return (Line(Thing.APPLICATION, Fate.RESTORED, self.application.name),)

    def carry_out(self, graph: Graph, made: Made) -> Made:
        object_id = self.application.object_id
        principal = deleted_principal(graph, self.application.client_id)
        along = [Part("POST", f"{DELETED}/{principal}/restore", follows=True)] if principal else []
        restored, *_ = graph.batch([Part("POST", f"{DELETED}/{object_id}/restore"), *along])
        if restored.error and restored.status != 404:  # 404: an earlier attempt whose answer was lost has restored it
            raise restored.error
        row = graph.get(query(f"/applications/{object_id}", select=APPLICATION_FIELDS), replicating=True)
        return replace(made, application=read_application(row))


@dataclass(frozen=True, slots=True)
class PurgeApplication(Change):
    """Deletes our application in the recycle bin for good, which frees its unique name."""

    step = Step.PURGE
    application: Application

    @property
    def lines(self) -> tuple[PlanLine, ...]:
        return (Line(Thing.APPLICATION, Fate.PURGED, self.application.name),)

    def carry_out(self, graph: Graph, made: Made) -> Made:
        delete_once(graph, f"{DELETED}/{self.application.object_id}")
        return made


@dataclass(frozen=True, slots=True)
class CompleteApplication(Change):
    """Adds what the application lacks, our tag included, and takes nothing away."""

    step = Step.APPLICATION
    application: Application
    tag: str
    permissions: tuple[Permission, ...]
    unique_name: str | None = None
    """Ours, for one that was adopted and has none."""

    @property
    def lines(self) -> tuple[PlanLine, ...]:
        return (Line(Thing.APPLICATION, Fate.COMPLETED, self.application.name),)

    @property
    def adds_the_tag_alone(self) -> bool:
        """Whether all permissions are declared already."""
        return set(_declared(self.permissions)) <= set(self.application.required)

    def carry_out(self, graph: Graph, made: Made) -> Made:
        found = made.existing
        required = tuple(dict.fromkeys((*found.required, *_declared(self.permissions))))
        declared: Json = {"requiredResourceAccess": required_access(required)} if required != found.required else {}
        written = write_tags(graph, found, [self.tag], unsure=lambda tag: is_mark(tag, self.tag), body=declared)
        completed = replace(written.application, required=required)
        return replace(made, application=_with_unique_name(graph, completed, self.unique_name))


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


def _met(row: Row, lost: bool, changed: tuple[str, ...]) -> CreatedMeanwhile:
    return CreatedMeanwhile(str(row.get("displayName") or ""), str(row["appId"]), str(row["id"]), lost, changed)


def _with_unique_name(graph: Graph, application: Application, name: str | None) -> Application:
    """With that unique name, if Microsoft takes it: that a name can be set later is documented nowhere."""
    if name is None:
        return application
    try:
        graph.patch(f"/applications/{application.object_id}", {"uniqueName": name}, replicating=False)
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
