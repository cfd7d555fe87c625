"""The service principal, and the admin consent that is given to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from installer.errors import GraphError
from installer.events import Action, PlanRow, Step
from installer.graph import Answer, Graph, Part, query
from installer.model import Permission
from installer.registration.changes.base import Change, Made
from installer.registration.inspect import granted_roles, principal_path


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
            row = graph.get(query(principal_path(client_id), select="id,appId"), replicating=True)
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
            replicating=True,
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
