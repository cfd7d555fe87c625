"""Changes to the service principal (enterprise application): the object in the tenant that consent is granted to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from installer.answers import Row
from installer.errors.graph import GraphError
from installer.errors.rights import StaysHidden
from installer.events import Step
from installer.graph import Graph, Json, Part, query
from installer.model import PORTAL_TAG, Application, Fate, Line, PlanLine, Thing
from installer.registration.changes.base import Change, Made
from installer.registration.mapper import PRINCIPAL_FIELDS, application_path, principal_path, with_principal
from installer.registration.recycle_bin import DELETED, deleted_principal
from installer.registration.tags import Mark, without_marks


@dataclass(frozen=True, slots=True)
class CreateServicePrincipal(Change):
    """Creates the service principal.

    If this run registered the application (`new`), the same batch gives it its tags: `tag`, and the undelivered mark
    for the credential that is to expire at `pending`.
    """

    step = Step.SERVICE_PRINCIPAL
    name: str
    tag: str
    new: bool = False
    pending: datetime | None = None

    @property
    def lines(self) -> tuple[PlanLine, ...]:
        return (Line(Thing.SERVICE_PRINCIPAL, Fate.CREATED, self.name),)

    def carry_out(self, graph: Graph, made: Made) -> Made:
        """`POST /servicePrincipals`; a 409 means that it exists already, and it is read."""
        if self.new:
            mark = [Mark(self.pending, made.run).tag(self.tag)] if self.pending else []
            made = replace(made, application=replace(made.existing, tags=(self.tag, *mark)))
        return _created(graph, made, self.tag, made.existing.tags if self.new else ())


@dataclass(frozen=True, slots=True)
class RestoreServicePrincipal(Change):
    """Restores the service principal from the recycle bin, or creates one if it is not there.

    Restoring an application restores its service principal in the portal, but not through Microsoft Graph (Microsoft,
    restore deleted item). What it had been granted is restored with it.
    """

    step = Step.SERVICE_PRINCIPAL
    name: str
    tag: str

    @property
    def lines(self) -> tuple[PlanLine, ...]:
        return (Line(Thing.SERVICE_PRINCIPAL, Fate.RESTORED, self.name),)

    def carry_out(self, graph: Graph, made: Made) -> Made:
        """`POST /directory/deletedItems/{id}/restore`, unless it is live already."""
        client_id = made.existing.client_id
        row = self._restored(graph, client_id)
        if row is None:
            return _created(graph, made, self.tag, ())
        return made_visible(graph, replace(made, application=with_principal(made.existing, row)), self.tag)

    def _restored(self, graph: Graph, client_id: str) -> Row | None:
        live = query(principal_path(client_id), select=PRINCIPAL_FIELDS)
        (there,) = graph.batch([Part("GET", live)])
        if not there.error:
            return there.body
        deleted = deleted_principal(graph, client_id)
        if deleted is None:
            return None
        try:
            graph.post(f"{DELETED}/{deleted}/restore", None, replicating=False, repeatable=True)
        except GraphError as error:
            if error.status in (401, 403):
                raise
            if error.status != 404:  # 404: an earlier attempt restored it, and its answer was lost
                return None
        return graph.get(query(f"/servicePrincipals/{deleted}", select=PRINCIPAL_FIELDS), replicating=True)


@dataclass(frozen=True, slots=True)
class CompleteServicePrincipal(Change):
    """Adds the tag that makes the portal list the enterprise application; removes none."""

    step = Step.SERVICE_PRINCIPAL
    application: Application
    tag: str

    @property
    def lines(self) -> tuple[PlanLine, ...]:
        return (Line(Thing.SERVICE_PRINCIPAL, Fate.COMPLETED, self.application.name),)

    def carry_out(self, graph: Graph, made: Made) -> Made:
        """`PATCH /servicePrincipals/{id}` of `tags`."""
        return made_visible(graph, made, self.tag)


def _created(graph: Graph, made: Made, tag: str, tags: Iterable[str]) -> Made:
    """Creates the service principal; `tags` are written to the application in the same batch."""
    found = made.existing
    body: Json = {"appId": found.client_id, "tags": [PORTAL_TAG]}
    written = [Part("PATCH", application_path(found), {"tags": list(tags)})] if tags else []
    *tagged, answer = graph.batch([*written, Part("POST", "/servicePrincipals", body)], replicating=True)
    for part in tagged:
        part.json()
    # 409, "is already in use": an earlier attempt or another run created it.
    if answer.status != 409 and answer.json().get("id"):
        return replace(made, application=with_principal(found, answer.body))
    row = graph.get(query(principal_path(found.client_id), select=PRINCIPAL_FIELDS), replicating=True)
    return made_visible(graph, replace(made, application=with_principal(found, row)), tag)


def made_visible(graph: Graph, made: Made, tag: str) -> Made:
    """Adds the portal's tag to the service principal's; an account that may not is warned (`StaysHidden`).

    Graph shows the application's tags on its service principal too (Microsoft, application resource), so an
    undelivered mark among them belongs to the application and is not copied.
    """
    found = made.existing
    if PORTAL_TAG in found.principal_tags:
        return made
    tags = (*without_marks(found.principal_tags, tag), PORTAL_TAG)
    try:
        graph.patch(f"/servicePrincipals/{found.service_principal_id}", {"tags": list(tags)})
    except GraphError as error:
        if error.status != 403:
            raise
        return replace(made, warnings=(*made.warnings, StaysHidden(found.name, error.request_id)))
    return replace(made, application=replace(found, principal_tags=tags))
