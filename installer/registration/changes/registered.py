"""What the connector has the secret of, registered on the application: its certificate's public part, its federation.

Nothing secret arises, so there is no undelivered mark; doing it again finds what is there and adds nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final
from uuid import uuid4

from installer.answers import Row
from installer.errors.base import SetupError
from installer.errors.certificates import CertificateTooLong, FederationTaken, TooManyFederations
from installer.errors.graph import GraphError
from installer.errors.policy import CertificateUntrusted, CredentialForbidden
from installer.events import Step, WaitReason
from installer.graph import Graph, Json
from installer.model import (
    Application,
    CredentialEntry,
    CredentialKind,
    Fate,
    Federation,
    Line,
    PlanLine,
    PublicCertificate,
    RegisteredCertificate,
    RegisteredFederation,
    Thing,
    credential_line,
    rfc3339,
)
from installer.registration.changes.base import Change, Made
from installer.registration.changes.policy import forbids_kind, limits_lifetime, longest_lifetime, wants_authority
from installer.registration.keys import LATE_SECONDS, add_key, read_keys, same_key, verifying_key
from installer.retry import Pause, Retry

MOST_FEDERATIONS: Final = 20
"""On one application (Microsoft, considerations for federated identity credentials)."""


@dataclass(frozen=True, slots=True)
class RegisterCertificate(Change):
    """Registers the connector's certificate beside those that there are; `found` is the same one, seen already."""

    step = Step.CERTIFICATE
    certificate: PublicCertificate
    description: str
    found: CredentialEntry | None = None

    @property
    def lines(self) -> tuple[PlanLine, ...]:
        if self.found:
            return (credential_line(self.found, Fate.KEPT),)
        shown = f"{self.certificate.subject}, SHA-256 {self.certificate.thumbprint_sha256}"
        return (Line(Thing.CERTIFICATE, Fate.CREATED, shown, end=self.certificate.expires),)

    def carry_out(self, graph: Graph, made: Made) -> Made:
        """Raises `CertificateTooLong` or `CredentialForbidden` where the tenant's policy refuses it."""
        there = read_keys(graph, made.existing)
        key_id = same_key(there, self.certificate)
        if key_id is None:
            key_id, certificate = str(uuid4()), self.certificate
            key = verifying_key(key_id, certificate.der, self.description, rfc3339(certificate.expires))
            try:
                add_key(graph, made.existing, key, there)
            except GraphError as error:
                refusal = self._refusal(error, graph, made)
                if refusal is error:
                    raise
                raise refusal from error
        return replace(made, credential=RegisteredCertificate(self.certificate, key_id))

    def _refusal(self, error: GraphError, graph: Graph, made: Made) -> SetupError:
        if limits_lifetime(error):
            days = (self.certificate.expires - self.certificate.begins) // timedelta(days=1)
            return CertificateTooLong(days, longest_lifetime(graph, CredentialKind.CERTIFICATE), error.request_id)
        if forbids_kind(error):
            return CredentialForbidden(CredentialKind.CERTIFICATE, made.existing.client_id, error.request_id)
        if wants_authority(error):
            return CertificateUntrusted(made.existing.client_id, error.request_id)
        return error


@dataclass(frozen=True, slots=True)
class RegisterFederation(Change):
    """Makes the one federated credential of this name, or gives it the issuer, subject and audience that are wanted."""

    step = Step.FEDERATION
    federation: Federation
    name: str
    description: str
    exists: bool = False
    """Whether one of this name is known to be there."""

    @property
    def lines(self) -> tuple[PlanLine, ...]:
        shown = f"{self.federation.subject} ({self.federation.issuer})"
        return (Line(Thing.FEDERATION, Fate.COMPLETED if self.exists else Fate.CREATED, shown),)

    def carry_out(self, graph: Graph, made: Made) -> Made:
        """Raises `FederationTaken` and `TooManyFederations`."""
        path = f"/applications/{made.existing.object_id}/federatedIdentityCredentials"
        rows = graph.rest(graph.get(path, replicating=True))
        row = self._fitting(rows)
        if row is None:
            row = self._written(graph, path, rows, made.existing)
            self._wait_until_shown(graph, path)
        return replace(made, credential=RegisteredFederation(self.federation, str(row["id"]), str(row["name"])))

    def _fitting(self, rows: list[Row]) -> Row | None:
        """The one that is as wanted; raises `FederationTaken` where another has the pair for another audience."""
        wanted = self.federation
        for row in rows:
            if (row.get("issuer"), row.get("subject")) == (wanted.issuer, wanted.subject):
                if row.get("audiences") == [wanted.audience]:
                    return row
                if row.get("name") != self.name:
                    raise FederationTaken(str(row.get("name")), ", ".join(map(str, row.get("audiences") or ())))
        return None

    def _written(self, graph: Graph, path: str, rows: list[Row], application: Application) -> Row:
        ours = next((row for row in rows if row.get("name") == self.name), None)
        wanted = self.federation
        body: Json = {"issuer": wanted.issuer, "subject": wanted.subject, "audiences": [wanted.audience]}
        if ours is not None:
            graph.patch(f"{path}/{ours['id']}", body)
            return ours
        if len(rows) >= MOST_FEDERATIONS:
            raise TooManyFederations(application.client_id)
        body |= {"name": self.name, "description": self.description}
        try:
            return graph.post(path, body, repeatable=True)
        except GraphError:
            # Where an earlier attempt made it, whose answer was lost, it is there now.
            made = self._fitting(graph.rest(graph.get(path)))
            if made is None:
                raise
            return made

    def _wait_until_shown(self, graph: Graph, path: str) -> None:
        """Reads back what was written; the list may be late, and a late list is no failure."""
        retry = Retry(graph.cancel, graph.on_wait)
        while self._fitting(graph.rest(graph.get(path, replicating=True))) is None:
            if not retry.paused(Pause(WaitReason.REPLICATION, budget=LATE_SECONDS)):
                return
