"""The changes that a plan is made of: each knows what it shows, which rights it needs, and how it is carried out."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import ClassVar

from installer.cancel import Cancel
from installer.errors import ConnectionLost, GraphError, NotMicrosoft, TimedOut, Unavailable
from installer.events import Action, PlanRow, Step
from installer.graph import Answer, Graph, Json, Part, query
from installer.model import (
    GRAPH_APP_ID,
    Application,
    ClientSecret,
    Permission,
    Secret,
    rfc3339,
)
from installer.registration.inspect import (
    APPLICATION_FIELDS,
    granted_roles,
    principal_path,
    read_application,
    read_moment,
    unique_path,
)
from installer.registration.secrets import pending_tag, remove_secret, remove_strays, settle_tags, settled_tags

UPSERT = "create-if-missing"


@dataclass(frozen=True, slots=True)
class Made:
    """What exists by now. `doubtful`: a secret may have been made whose answer was lost."""

    application: Application | None = None
    secret: ClientSecret | None = None
    doubtful: bool = False

    @property
    def found(self) -> Application:
        """The application, for the changes that come after its creation."""
        if self.application is None:
            raise AssertionError("the plan puts the application first")
        return self.application


class Change(ABC):
    """One step of a plan."""

    step: ClassVar[Step]
    needs_consent: ClassVar[bool] = False

    @property
    @abstractmethod
    def rows(self) -> tuple[PlanRow, ...]:
        """How the plan shows it."""

    @abstractmethod
    def carry_out(self, graph: Graph, made: Made) -> Made:
        """Does it. Doing it again after a lost answer changes nothing more. Raises what `Graph` raises."""


@dataclass(frozen=True, slots=True)
class CreateApplication(Change):
    """Registers the application under its unique name, so that a repetition cannot make a second one."""

    step = Step.APPLICATION
    unique_name: str
    name: str
    notes: str
    tags: tuple[str, ...]
    permissions: tuple[Permission, ...]

    @property
    def rows(self) -> tuple[PlanRow, ...]:
        return (PlanRow("application", Action.CREATE, self.name),)

    def carry_out(self, graph: Graph, made: Made) -> Made:
        path = unique_path(self.unique_name)
        body: Json = {
            "displayName": self.name,
            "signInAudience": "AzureADMyOrg",
            "notes": self.notes,
            "tags": list(self.tags),
            "requiredResourceAccess": _required((GRAPH_APP_ID, one.id, "Role") for one in self.permissions),
        }
        row = graph.patch(path, body, prefer=UPSERT)
        # 204 without a body: an earlier attempt whose answer was lost had made it.
        row = row or graph.get(query(path, select=APPLICATION_FIELDS), settle=True)
        return replace(made, application=read_application(row))


@dataclass(frozen=True, slots=True)
class RestoreApplication(Change):
    """Takes our application out of the recycle bin, where its unique name would keep a new one from being made."""

    step = Step.RESTORE
    application: Application

    @property
    def rows(self) -> tuple[PlanRow, ...]:
        return (PlanRow("deleted_application", Action.UPDATE, self.application.name),)

    def carry_out(self, graph: Graph, made: Made) -> Made:
        path = f"/directory/deletedItems/{self.application.object_id}"
        try:
            graph.post(f"{path}/restore", None, settle=False, repeatable=True)
        except GraphError as error:
            if error.status != 404:  # an earlier attempt whose answer was lost has restored it
                raise
        return replace(made, application=self.application)


@dataclass(frozen=True, slots=True)
class CompleteApplication(Change):
    """Adds what the application lacks, our tag included, and takes nothing away."""

    step = Step.APPLICATION
    application: Application
    tags: tuple[str, ...]
    permissions: tuple[Permission, ...]

    @property
    def rows(self) -> tuple[PlanRow, ...]:
        return (PlanRow("application", Action.UPDATE, self.application.name),)

    def carry_out(self, graph: Graph, made: Made) -> Made:
        tags = (*self.application.tags, *(tag for tag in self.tags if tag not in self.application.tags))
        added = [(GRAPH_APP_ID, one.id, "Role") for one in self.permissions]
        required = tuple(dict.fromkeys((*self.application.required, *added)))
        body: Json = {"tags": list(tags)}
        if required != self.application.required:
            body["requiredResourceAccess"] = _required(required)
        graph.patch(f"/applications/{self.application.object_id}", body)
        return replace(made, application=replace(self.application, tags=tags, required=required))


@dataclass(frozen=True, slots=True)
class CreateServicePrincipal(Change):
    """Makes the enterprise application, which consent is given to."""

    step = Step.SERVICE_PRINCIPAL
    name: str

    @property
    def rows(self) -> tuple[PlanRow, ...]:
        return (PlanRow("service_principal", Action.CREATE, self.name),)

    def carry_out(self, graph: Graph, made: Made) -> Made:
        client_id = made.found.client_id
        try:
            row = graph.post("/servicePrincipals", {"appId": client_id}, repeatable=True)
        except GraphError as error:
            if error.status != 409:  # "is already in use": an earlier attempt had made it
                raise
            row = graph.get(query(principal_path(client_id), select="id,appId"), settle=True)
        return replace(made, application=replace(made.found, service_principal_id=str(row["id"])))


@dataclass(frozen=True, slots=True)
class GrantConsent(Change):
    """Gives admin consent: one app role assignment for each permission, all in one request."""

    step = Step.CONSENT
    needs_consent = True
    permissions: tuple[Permission, ...]
    resource_id: str
    """Microsoft Graph's service principal in this tenant."""

    @property
    def rows(self) -> tuple[PlanRow, ...]:
        return tuple(PlanRow("permission", Action.GRANT, one.name) for one in self.permissions)

    def carry_out(self, graph: Graph, made: Made) -> Made:
        principal = made.found.service_principal_id
        path = f"/servicePrincipals/{principal}/appRoleAssignments"
        answers = graph.batch(
            [
                Part("POST", path, {"principalId": principal, "resourceId": self.resource_id, "appRoleId": one.id})
                for one in self.permissions
            ],
            settle=True,
        )
        granted = made.found.granted | {one.id for one in self.permissions}
        refused = [answer.error for answer in answers if answer.error]
        if refused:
            # Microsoft's words for "it is there already" have varied: what counts is what the directory now holds.
            held = granted_roles(graph.all(path), self.resource_id)
            if not granted <= held:
                raise refused[0]
        self._check(answers)
        return replace(made, application=replace(made.found, granted=frozenset(granted)))

    def _check(self, answers: Iterable[Answer]) -> None:
        """A success must name the very role that was asked for."""
        for one, answer in zip(self.permissions, answers, strict=True):
            if not answer.error and answer.body.get("appRoleId", one.id) != one.id:
                raise GraphError(answer.status, "UnexpectedAssignment", one.name)


@dataclass(frozen=True, slots=True)
class DeleteApplication(Change):
    """Deletes the application; its service principal, consents and secrets go with it. Microsoft keeps it 30 days."""

    step = Step.REMOVE
    application: Application

    @property
    def rows(self) -> tuple[PlanRow, ...]:
        one = self.application
        principal = [PlanRow("service_principal", Action.DELETE, one.name)] if one.service_principal_id else []
        secrets = [PlanRow("kept_secret", Action.DELETE, entry.key_id) for entry in one.secrets]
        return (PlanRow("application", Action.DELETE, one.name), *principal, *secrets)

    def carry_out(self, graph: Graph, made: Made) -> Made:
        try:
            graph.delete(f"/applications/{self.application.object_id}")
        except GraphError as error:
            if error.status != 404:  # an earlier attempt whose answer was lost has deleted it
                raise
        return made


@dataclass(frozen=True, slots=True)
class RemoveSecrets(Change):
    """Removes secrets that an interrupted run made and never delivered."""

    step = Step.CLEAN_UP
    key_ids: tuple[str, ...]

    @property
    def rows(self) -> tuple[PlanRow, ...]:
        return tuple(PlanRow("undelivered_secret", Action.DELETE, key_id) for key_id in self.key_ids)

    def carry_out(self, graph: Graph, made: Made) -> Made:
        for key_id in self.key_ids:
            remove_secret(graph, made.found.object_id, key_id)
        return made


@dataclass(frozen=True, slots=True)
class CreateSecret(Change):
    """Makes the client secret. While it is not delivered the application bears a tag that says so.

    The tag names the exact end of the secret, so that any later run, on any machine, can find and remove what a run
    that was killed has left: the tenant is the state.
    """

    step = Step.CREDENTIAL
    description: str
    expires: datetime
    lifetime: timedelta
    tag: str

    @property
    def rows(self) -> tuple[PlanRow, ...]:
        return (PlanRow("secret", Action.CREATE, self.description),)

    def carry_out(self, graph: Graph, made: Made) -> Made:
        application = made.found
        wanted = (*settled_tags(application.tags, self.tag), pending_tag(self.tag, self.expires))
        if application.tags != wanted:
            graph.patch(f"/applications/{application.object_id}", {"tags": list(wanted)})
            made = replace(made, application=replace(application, tags=wanted))
        body = {"passwordCredential": {"displayName": self.description, "endDateTime": rfc3339(self.expires)}}
        path = f"/applications/{application.object_id}/addPassword"
        try:
            row = graph.post(path, body)
        except (ConnectionLost, TimedOut, Unavailable, NotMicrosoft):
            # It may have been made, with a value that nobody knows. The clean-up must not be cancelled half-way.
            remove_strays(replace(graph, cancel=Cancel()), application, self.description, self.expires)
            made = replace(made, doubtful=True)
            row = graph.post(path, body)
        except GraphError:
            settle_tags(graph, made.found, self.tag)
            raise
        expires = read_moment(row["endDateTime"]) or self.expires
        return replace(made, secret=ClientSecret(Secret(str(row["secretText"])), str(row["keyId"]), expires))


def _required(rows: Iterable[tuple[str, str, str]]) -> list[Json]:
    """Graph's requiredResourceAccess: one entry per API, each with its permissions."""
    by_api: dict[str, list[Json]] = {}
    for api, permission, kind in rows:
        by_api.setdefault(api, []).append({"id": permission, "type": kind})
    return [{"resourceAppId": api, "resourceAccess": access} for api, access in by_api.items()]
