"""Changes to an application that this run found: what does not belong is removed, and it is read once more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from installer.errors.graph import GraphError
from installer.errors.ownership import DecisionNeeded
from installer.events import Step, WaitReason
from installer.graph import Graph, Json, query
from installer.model import (
    Application,
    Audience,
    CredentialEntry,
    CredentialKind,
    Decision,
    DelegatedGrant,
    ExtraDeclaration,
    ExtraDelegation,
    ExtraPermission,
    Fate,
    Federated,
    LiveCredential,
    NameOnly,
    Owned,
    PlanLine,
    PrincipalCredential,
    PublicClient,
    Question,
    Reason,
    Redirected,
    reason_line,
)
from installer.registration.changes.application import delete_once, required_access
from installer.registration.changes.base import Change, Made
from installer.registration.judgement import Standard, is_consented, judge
from installer.registration.keys import remove_credential
from installer.registration.mapper import application_path
from installer.registration.scrutiny import GraphApi, read_again, scrutinize
from installer.retry import BUDGET, LIST_LAG, Pause, Retry


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


@dataclass(frozen=True, slots=True)
class LookAgain(Change):
    """Compares an application that this run did not create with what the plan showed of it.

    What the run removed must be gone, which Microsoft's lists may show late; anything new stops the run. Lists may
    also be late to show the consents of a restored application: until they do, its own secrets look like live
    credentials on an application that is about to be granted something. Both are given time.
    """

    step = Step.LOOK_AGAIN
    standard: Standard
    accepted: tuple[Reason, ...]
    removed: tuple[Reason, ...]
    ways: tuple[Decision, ...]

    @property
    def lines(self) -> tuple[PlanLine, ...]:
        return ()

    def carry_out(self, graph: Graph, made: Made) -> Made:
        """One batch (more for a restored application), repeated while lists may be late.

        Raises `DecisionNeeded` for anything the person has not decided about.
        """
        retry = Retry(graph.cancel, graph.on_wait)
        restored = made.existing.exposure is None
        while True:
            found = self._read(graph, made.existing)
            held = replace(
                self.standard, grants=self.standard.grants and not is_consented(self.standard.profile, found)
            )
            surprises = tuple(reason for reason in judge(found, held) if not self._expected(reason))
            if not surprises:
                return replace(made, application=replace(found, tags=made.existing.tags))
            left = [reason for reason in surprises if reason not in self.removed]
            late = all(restored and isinstance(reason, LiveCredential) for reason in left)
            wait = Pause(WaitReason.REPLICATION, budget=LIST_LAG if left else BUDGET)
            if not late or not retry.paused(wait):
                raise DecisionNeeded(Question(found, surprises, self.ways))

    def _read(self, graph: Graph, found: Application) -> Application:
        api = _graph_api(self.standard)
        if found.exposure is None:  # it was restored: in the recycle bin, little of it can be read
            return scrutinize(graph, [found], api, replicating=True)[0]
        return read_again(graph, found, api)

    def _expected(self, reason: Reason) -> bool:
        if isinstance(reason, NameOnly):  # not equal to the one accepted: this run has added our tag since
            return any(isinstance(accepted, NameOnly) for accepted in self.accepted)
        return reason in self.accepted


def _graph_api(standard: Standard) -> GraphApi:
    """What the standard holds about Microsoft Graph, as `scrutiny` takes it."""
    roles = {role: name for name, role in standard.app_roles.items()}
    return GraphApi(standard.graph, roles, standard.manifest.tolerated)
