"""The service principal, and the admin consent that is given to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from installer.errors.graph import ConsentRefused, GraphError
from installer.errors.rights import StaysHidden
from installer.events import Step, WaitReason
from installer.graph import Answer, Graph, Json, Part, query
from installer.model import PORTAL_TAG, Application, Fate, Line, Permission, PlanLine, Thing
from installer.registration.changes.base import Change, Made
from installer.registration.mapper import PRINCIPAL_FIELDS, principal_path, read_granted_roles, with_principal
from installer.retry import Pause, Retry


@dataclass(frozen=True, slots=True)
class CreateServicePrincipal(Change):
    """Makes the enterprise application, which consent is given to."""

    step = Step.SERVICE_PRINCIPAL
    name: str

    @property
    def lines(self) -> tuple[PlanLine, ...]:
        return (Line(Thing.SERVICE_PRINCIPAL, Fate.CREATED, self.name),)

    def carry_out(self, graph: Graph, made: Made) -> Made:
        client_id = made.existing.client_id
        try:
            body: Json = {"appId": client_id, "tags": [PORTAL_TAG]}
            row = graph.post("/servicePrincipals", body, repeatable=True)
        except GraphError as error:
            if error.status != 409:  # "is already in use": an earlier attempt had made it, or it came from the bin
                raise
            row = graph.get(query(principal_path(client_id), select=PRINCIPAL_FIELDS), replicating=True)
            return _made_visible(graph, replace(made, application=with_principal(made.existing, row)))
        return replace(made, application=with_principal(made.existing, row))


@dataclass(frozen=True, slots=True)
class CompleteServicePrincipal(Change):
    """Adds the tag by which the portal lists the enterprise application, and takes none away."""

    step = Step.SERVICE_PRINCIPAL
    application: Application

    @property
    def lines(self) -> tuple[PlanLine, ...]:
        return (Line(Thing.SERVICE_PRINCIPAL, Fate.COMPLETED, self.application.name),)

    def carry_out(self, graph: Graph, made: Made) -> Made:
        return _made_visible(graph, made)


@dataclass(frozen=True, slots=True)
class GrantConsent(Change):
    """Gives admin consent: one app role assignment for each permission, all in one request."""

    step = Step.CONSENT
    needs_consent = True
    permissions: tuple[Permission, ...]
    resource_id: str
    """Microsoft Graph's service principal in this tenant."""

    @property
    def lines(self) -> tuple[PlanLine, ...]:
        return tuple(Line(Thing.PERMISSION, Fate.GRANTED, permission.name) for permission in self.permissions)

    def carry_out(self, graph: Graph, made: Made) -> Made:
        principal = made.existing.service_principal_id
        path = f"/servicePrincipals/{principal}/appRoleAssignments"
        answers = graph.batch(
            [
                Part(
                    "POST", path, {"principalId": principal, "resourceId": self.resource_id, "appRoleId": permission.id}
                )
                for permission in self.permissions
            ],
            replicating=True,
        )
        self._check(answers)
        refused = {
            permission: answer.error
            for permission, answer in zip(self.permissions, answers, strict=True)
            if answer.error
        }
        if any(error.status == 403 for error in refused.values()):
            raise self._refusal(refused)
        if refused:
            self._confirm(graph, path, refused)
        granted = made.existing.granted | {permission.id for permission in self.permissions}
        return replace(made, application=replace(made.existing, granted=frozenset(granted)))

    def _confirm(self, graph: Graph, path: str, refused: Mapping[Permission, GraphError]) -> None:
        """Waits until the directory shows what Microsoft says is there already; its lists are late by up to minutes.

        Microsoft's words for that have varied: any other refusal is a success as well where the list shows the role at
        once. Raises `ConsentRefused`.
        """
        retry = Retry(graph.cancel, graph.on_wait)
        while True:
            held = self._held(graph, path)
            missing = {permission: error for permission, error in refused.items() if permission.id not in held}
            if not missing:
                return
            refusal = self._refusal(missing)
            wait = Pause(WaitReason.REPLICATION, request_id=refusal.request_id)
            if not all(map(_exists_already, missing.values())) or not retry.paused(wait):
                raise refusal

    def _held(self, graph: Graph, path: str) -> frozenset[str]:
        """The roles in the list; none where that is refused, which says less than the refusal of the grant."""
        try:
            return read_granted_roles(graph.all(path), self.resource_id)
        except GraphError:
            return frozenset()

    def _refusal(self, refused: Mapping[Permission, GraphError]) -> ConsentRefused:
        """The error that names them; one that is there already stands, unless that is all there is to tell."""
        denied = {name: error for name, error in refused.items() if not _exists_already(error)} or refused
        cause = min(denied.values(), key=lambda error: error.status != 403)
        standing = tuple(permission.name for permission in self.permissions if permission not in denied)
        refusal = ConsentRefused(tuple(permission.name for permission in denied), standing, cause.request_id)
        refusal.__cause__ = cause
        return refusal

    def _check(self, answers: Iterable[Answer]) -> None:
        """A success must name the very role that was asked for."""
        for permission, answer in zip(self.permissions, answers, strict=True):
            if not answer.error and answer.body.get("appRoleId", permission.id) != permission.id:
                raise GraphError(answer.status, "UnexpectedAssignment", permission.name)


def _exists_already(error: GraphError) -> bool:
    """As "Permission being assigned already exists on the object", or "EntitlementGrant entry already exists"."""
    return error.status != 403 and "already exists" in error.message.lower()


def _made_visible(graph: Graph, made: Made) -> Made:
    """With the portal's tag beside the others; whoever may not add it, as one who may only consent, is warned."""
    found = made.existing
    if PORTAL_TAG in found.principal_tags:
        return made
    tags = (*found.principal_tags, PORTAL_TAG)
    try:
        graph.patch(f"/servicePrincipals/{found.service_principal_id}", {"tags": list(tags)})
    except GraphError as error:
        if error.status != 403:
            raise
        return replace(made, warnings=(*made.warnings, StaysHidden(found.name, error.request_id)))
    return replace(made, application=replace(found, principal_tags=tags))
