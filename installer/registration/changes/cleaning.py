"""Removes what does not belong on an application, before anything is granted to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from installer.errors.graph import GraphError
from installer.events import Step
from installer.graph import Graph, Json, query
from installer.model import (
    Application,
    Audience,
    CredentialEntry,
    CredentialKind,
    DelegatedGrant,
    ExtraDeclaration,
    ExtraDelegation,
    ExtraPermission,
    Fate,
    Federated,
    LiveCredential,
    Owned,
    PlanLine,
    PrincipalCredential,
    PublicClient,
    Reason,
    Redirected,
    reason_line,
)
from installer.registration.changes.application import delete_once, required_access
from installer.registration.changes.base import Change, Made
from installer.registration.mapper import application_path
from installer.registration.removal import remove_credential


@dataclass(frozen=True, slots=True)
class TakeAway(Change):
    """Removes what the reasons name; owners first, because an owner could put the rest back."""

    step = Step.CLEAN
    application: Application
    """As it was found."""
    required: tuple[tuple[str, str, str], ...]
    """The declarations that stay."""
    reasons: tuple[Reason, ...]

    @property
    def lines(self) -> tuple[PlanLine, ...]:
        return tuple(reason_line(reason, Fate.TAKEN_AWAY) for reason in self.reasons)

    @property
    def scopes(self) -> tuple[str, ...]:
        """Withdrawing a delegated permission needs a scope of its own (Microsoft, delete oAuth2PermissionGrant)."""
        withdraws = any(isinstance(reason, ExtraDelegation) for reason in self.reasons)
        return ("DelegatedPermissionGrant.ReadWrite.All",) if withdraws else ()

    def carry_out(self, graph: Graph, made: Made) -> Made:
        """One request per owner, credential and grant, and one PATCH for the application's own settings."""
        application, principal = application_path(self.application), self._principal
        for reason in self.reasons:
            if isinstance(reason, Owned):
                owned = principal if reason.of_principal else application
                delete_once(graph, f"{owned}/owners/{reason.owner.id}/$ref")
        for reason in self.reasons:
            match reason:
                case LiveCredential(entry):
                    remove_credential(graph, self.application, entry.kind, entry.key_id)
                case Federated(credential):
                    delete_once(graph, f"{application}/federatedIdentityCredentials/{credential.id}")
                case ExtraPermission(role):
                    delete_once(graph, f"{principal}/appRoleAssignments/{role.assignment}")
                case ExtraDelegation(grant, scopes):
                    _withdraw(graph, grant, scopes)
        _remove_from_principal(graph, principal, self.reasons)
        if settings := self._settings():
            graph.patch(application, settings)
        return made

    @property
    def _principal(self) -> str:
        return f"/servicePrincipals/{self.application.service_principal_id}"

    def _settings(self) -> Json:
        """The application's own properties that change, as the body of one PATCH."""
        body: Json = {}
        for reason in self.reasons:
            match reason:
                case Redirected(address):
                    body[address.platform] = {"redirectUris": []}
                case PublicClient():
                    body["isFallbackPublicClient"] = False
                case Audience():
                    body["signInAudience"] = "AzureADMyOrg"
                case ExtraDeclaration() | ExtraPermission() if self.required != self.application.required:
                    body["requiredResourceAccess"] = required_access(self.required)
        return body


def _withdraw(graph: Graph, grant: DelegatedGrant, scopes: Iterable[str]) -> None:
    """Withdraws these delegated permissions; others of the same grant stay."""
    path, kept = f"/oauth2PermissionGrants/{grant.id}", [scope for scope in grant.scopes if scope not in set(scopes)]
    if kept:
        graph.patch(path, {"scope": " ".join(kept)})
    else:
        delete_once(graph, path)


def _remove_from_principal(graph: Graph, principal: str, reasons: Iterable[Reason]) -> None:
    """Removes credentials of the service principal: secrets one by one, certificates with one PATCH of their list."""
    entries = [reason.entry for reason in reasons if isinstance(reason, PrincipalCredential)]
    for entry in entries:
        if entry.kind is CredentialKind.SECRET:
            _remove_password(graph, principal, entry)
    gone = {entry.key_id for entry in entries if entry.kind is CredentialKind.CERTIFICATE}
    if gone:
        row = graph.get(query(principal, select="id,keyCredentials"))
        keys = [{**key, "key": None} for key in row.rows("keyCredentials") if key.get("keyId") not in gone]
        graph.patch(principal, {"keyCredentials": keys})


def _remove_password(graph: Graph, principal: str, entry: CredentialEntry) -> None:
    try:
        graph.post(f"{principal}/removePassword", {"keyId": entry.key_id}, repeatable=True)
    except GraphError as error:
        if "no password credential found" not in error.message.lower():  # an earlier attempt removed it
            raise
