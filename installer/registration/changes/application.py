"""Changes to the application object: create, restore, purge, complete, delete."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from installer.answers import Row
from installer.errors.graph import GraphError
from installer.errors.network import LOST
from installer.errors.ownership import CreatedMeanwhile, UniqueNameTaken
from installer.events import Step, WaitReason
from installer.graph import Graph, Json, Part, literal, query
from installer.model import GRAPH_APP_ID, Application, Fate, Line, Permission, PlanLine, Thing, credential_line
from installer.registration.changes.base import Change, Made
from installer.registration.mapper import APPLICATION_FIELDS, application_path, read_application, unique_path
from installer.registration.recycle_bin import DELETED, deleted_principal
from installer.registration.tags import is_mark, write_tags
from installer.registration.unique_name import is_taken, is_unknown_key
from installer.retry import LIST_LAG, Pause, Retry

_MOST_POSTS: Final = 3


@dataclass(frozen=True, slots=True)
class CreateApplication(Change):
    """Registers the application under its unique name, so that repeating the request cannot create a second one.

    The request carries no tags: if somebody registered an application under that name in the meantime, the upsert
    changes theirs, and must neither tag it as ours nor remove another run's marks. `CreateServicePrincipal` writes
    the tags.
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
        """`PATCH /applications(uniqueName='…')`, or a POST in a cloud without upsert.

        Raises `UniqueNameTaken` where another object holds the name, and `CreatedMeanwhile` where an application
        existed already: it must be judged before it is used.
        """
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
    """Restores our application from the recycle bin, where it would keep its unique name from a new one.

    Microsoft Graph does not restore the service principal with it, so the same batch does, and no run ever sees one
    without the other. If that part is refused, `RestoreServicePrincipal` tries again.
    """

    step = Step.RESTORE
    application: Application

    @property
    def lines(self) -> tuple[PlanLine, ...]:
        return (Line(Thing.APPLICATION, Fate.RESTORED, self.application.name),)

    def carry_out(self, graph: Graph, made: Made) -> Made:
        """One batch of `POST /directory/deletedItems/{id}/restore`; then reads the application."""
        object_id = self.application.object_id
        principal = deleted_principal(graph, self.application.client_id)
        along = [Part("POST", f"{DELETED}/{principal}/restore", follows=True)] if principal else []
        restored, *_ = graph.batch([Part("POST", f"{DELETED}/{object_id}/restore"), *along])
        if restored.error and restored.status != 404:  # 404: an earlier attempt restored it, and its answer was lost
            raise restored.error
        row = graph.get(query(f"/applications/{object_id}", select=APPLICATION_FIELDS), replicating=True)
        return replace(made, application=read_application(row))


@dataclass(frozen=True, slots=True)
class PurgeApplication(Change):
    """Permanently deletes our application from the recycle bin, which frees its unique name."""

    step = Step.PURGE
    application: Application

    @property
    def lines(self) -> tuple[PlanLine, ...]:
        return (Line(Thing.APPLICATION, Fate.PURGED, self.application.name),)

    def carry_out(self, graph: Graph, made: Made) -> Made:
        """`DELETE /directory/deletedItems/{id}`."""
        delete_once(graph, f"{DELETED}/{self.application.object_id}")
        return made


@dataclass(frozen=True, slots=True)
class CompleteApplication(Change):
    """Adds the declared permissions and the tag that the application lacks; removes nothing."""

    step = Step.APPLICATION
    application: Application
    tag: str
    permissions: tuple[Permission, ...]
    unique_name: str | None = None
    """Ours, to be set on an adopted application that has none; else None."""

    @property
    def lines(self) -> tuple[PlanLine, ...]:
        return (Line(Thing.APPLICATION, Fate.COMPLETED, self.application.name),)

    @property
    def adds_the_tag_alone(self) -> bool:
        """Whether every permission is declared already, so that only tag and unique name are written."""
        return set(_declared(self.permissions)) <= set(self.application.required)

    def carry_out(self, graph: Graph, made: Made) -> Made:
        """`PATCH /applications/{id}` of `tags`, and of `requiredResourceAccess` where a permission is missing."""
        found = made.existing
        required = tuple(dict.fromkeys((*found.required, *_declared(self.permissions))))
        declared: Json = {"requiredResourceAccess": required_access(required)} if required != found.required else {}
        written = write_tags(graph, found, [self.tag], unsure=lambda tag: is_mark(tag, self.tag), body=declared)
        completed = replace(written.application, required=required)
        return replace(made, application=_with_unique_name(graph, completed, self.unique_name))


@dataclass(frozen=True, slots=True)
class DeleteApplication(Change):
    """Deletes the application, and with it its service principal, consents and credentials.

    It stays in the recycle bin for 30 days (Microsoft, delete application).
    """

    step = Step.REMOVE
    application: Application

    @property
    def lines(self) -> tuple[PlanLine, ...]:
        name, along = self.application.name, Fate.REMOVED_WITH_APPLICATION
        principal = [Line(Thing.SERVICE_PRINCIPAL, along, name)] if self.application.service_principal_id else []
        credentials = [credential_line(entry, along) for entry in self.application.credentials]
        return (Line(Thing.APPLICATION, Fate.REMOVED, name), *principal, *credentials)

    def carry_out(self, graph: Graph, made: Made) -> Made:
        """`DELETE /applications/{id}`."""
        delete_once(graph, application_path(self.application))
        return made


def _met(row: Row, lost: bool, changed: tuple[str, ...]) -> CreatedMeanwhile:
    return CreatedMeanwhile(str(row.get("displayName") or ""), str(row["appId"]), str(row["id"]), lost, changed)


def _with_unique_name(graph: Graph, application: Application, name: str | None) -> Application:
    """Sets the unique name if Microsoft accepts it; nothing documents that it can be set on an existing application."""
    if name is None:
        return application
    try:
        graph.patch(application_path(application), {"uniqueName": name}, replicating=False)
    except GraphError:
        return application
    return replace(application, unique_name=name)


def delete_once(graph: Graph, path: str) -> None:
    """Sends DELETE for `path`. A 404 is fine: an earlier attempt deleted it, and its answer was lost."""
    try:
        graph.delete(path)
    except GraphError as error:
        if error.status != 404:
            raise


def _declared(permissions: Iterable[Permission]) -> Iterator[tuple[str, str, str]]:
    """The permissions in the shape of `Application.required`: API, permission id, kind."""
    return ((GRAPH_APP_ID, permission.id, "Role") for permission in permissions)


def required_access(rows: Iterable[tuple[str, str, str]]) -> list[Json]:
    """Graph's `requiredResourceAccess`, one entry per API; a row is (API's client id, permission id, kind)."""
    by_api: dict[str, list[Json]] = {}
    for api, permission, kind in rows:
        by_api.setdefault(api, []).append({"id": permission, "type": kind})
    return [{"resourceAppId": api, "resourceAccess": access} for api, access in by_api.items()]


def post_once(graph: Graph, body: Json, tag: str) -> tuple[Row, bool]:
    """The application's row, and whether this call created it.

    First waits for one with `tag`, which lists may not have shown yet. A new one gets a second tag that only this call
    uses; after a lost answer, the application is looked up by it before the request is repeated. `body` must not
    contain `tags`. Raises what `Graph` raises.
    """
    there = _appeared(graph, tag)
    if there:
        return there, False
    attempt = f"{tag}Attempt{secrets.token_hex(8)}"
    body = {**body, "tags": [tag, attempt]}
    for left in reversed(range(_MOST_POSTS)):
        try:
            row = graph.post("/applications", body)
            row["id"], row["appId"]  # an answer without them counts as lost
            return row, True
        except LOST:
            made = _appeared(graph, attempt)
            if made:
                return made, True
            if not left:
                raise
    raise AssertionError("the last attempt returns or raises")


def _appeared(graph: Graph, tag: str) -> Row | None:
    """The application with this tag, read by its id, as soon as a list shows it; None after `LIST_LAG` without."""
    retry = Retry(graph.cancel, graph.on_wait)
    tagged = query("/applications", filter=f"tags/any(t:t eq {literal(tag)})", select="id")
    while True:
        listed = [query(f"/applications/{row['id']}", select=APPLICATION_FIELDS) for row in graph.all(tagged)]
        for answer in graph.batch([Part("GET", path) for path in listed]):
            if not answer.error:
                return answer.body
        if not retry.paused(Pause(WaitReason.REPLICATION, budget=LIST_LAG)):
            return None
