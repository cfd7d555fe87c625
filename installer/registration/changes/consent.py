"""Admin consent to application permissions: app role assignments of the service principal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from installer.errors.graph import ConsentRefused, GraphError
from installer.events import Step, WaitReason
from installer.graph import Answer, Graph, Part
from installer.model import Fate, Line, Permission, PlanLine, Thing
from installer.registration.changes.base import Change, Made
from installer.registration.mapper import read_granted_roles
from installer.retry import Pause, Retry


@dataclass(frozen=True, slots=True)
class GrantConsent(Change):
    """Grants admin consent: one app role assignment per permission, all in one batch."""

    step = Step.CONSENT
    needs_consent = True
    permissions: tuple[Permission, ...]
    resource_id: str
    """Object id of Microsoft Graph's own service principal in this tenant."""

    @property
    def lines(self) -> tuple[PlanLine, ...]:
        return tuple(Line(Thing.PERMISSION, Fate.GRANTED, permission.name) for permission in self.permissions)

    def carry_out(self, graph: Graph, made: Made) -> Made:
        """`POST /servicePrincipals/{id}/appRoleAssignments` for each; raises `ConsentRefused`.

        A role that is assigned already is a success, once the directory's list shows it.
        """
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
        """Waits until the directory lists the roles that Microsoft says exist already; lists lag by up to minutes.

        Microsoft has worded that refusal in several ways, so any other one counts as a success too if the list shows
        the role at once. Raises `ConsentRefused`.
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
        """The roles that the list shows; none if it is refused: the refusal of the grant then says more."""
        try:
            return read_granted_roles(graph.all(path), self.resource_id)
        except GraphError:
            return frozenset()

    def _refusal(self, refused: Mapping[Permission, GraphError]) -> ConsentRefused:
        """The error that names the refused permissions, caused by a 403 if there was one.

        A permission that "already exists" counts as granted, unless every refusal is of that kind.
        """
        denied = {name: error for name, error in refused.items() if not _exists_already(error)} or refused
        cause = min(denied.values(), key=lambda error: error.status != 403)
        standing = tuple(permission.name for permission in self.permissions if permission not in denied)
        refusal = ConsentRefused(tuple(permission.name for permission in denied), standing, cause.request_id)
        refusal.__cause__ = cause
        return refusal

    def _check(self, answers: Iterable[Answer]) -> None:
        """Raises `GraphError` for a success whose answer names another role than the one requested."""
        for permission, answer in zip(self.permissions, answers, strict=True):
            if not answer.error and answer.body.get("appRoleId", permission.id) != permission.id:
                raise GraphError(answer.status, "UnexpectedAssignment", permission.name)


def _exists_already(error: GraphError) -> bool:
    """Matches "Permission being assigned already exists on the object" and "EntitlementGrant entry already exists"."""
    return error.status != 403 and "already exists" in error.message.lower()
