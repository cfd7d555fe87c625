"""The credential: a new secret or certificate, and the removal of what a killed run left."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from installer.answers import Row
from installer.errors import ConnectionLost, GraphError, NotMicrosoft, TimedOut, Unavailable
from installer.events import Action, PlanRow, Step
from installer.graph import Graph
from installer.model import ClientSecret, CredentialEntry, Secret, rfc3339
from installer.registration.changes.base import Change, Made
from installer.registration.inspect import read_moment
from installer.registration.pending import certificates, mark, remove_credential, remove_strays, settle_tags
from installer.sign_in import make_certificate


@dataclass(frozen=True, slots=True)
class RemoveCredentials(Change):
    """Removes what an interrupted run made and never delivered."""

    step = Step.CLEAN_UP
    entries: tuple[CredentialEntry, ...]

    @property
    def rows(self) -> tuple[PlanRow, ...]:
        return tuple(PlanRow(f"undelivered_{one.kind}", Action.DELETE, one.key_id) for one in self.entries)

    def carry_out(self, graph: Graph, made: Made) -> Made:
        for one in self.entries:
            remove_credential(graph, made.found, one.kind, one.key_id)
        return made


@dataclass(frozen=True, slots=True)
class NewCredential(Change):
    """Makes a credential. While it is not delivered the application bears a tag that says so (`pending`)."""

    step = Step.CREDENTIAL
    description: str
    expires: datetime
    lifetime: timedelta
    tag: str

    def carry_out(self, graph: Graph, made: Made) -> Made:
        made = replace(made, application=mark(graph, made.found, self.tag, self.expires))
        try:
            return self._make(graph, made)
        except GraphError:
            settle_tags(graph, made.found, self.tag)
            raise

    @abstractmethod
    def _make(self, graph: Graph, made: Made) -> Made:
        """Makes it, on the application that bears the mark."""


@dataclass(frozen=True, slots=True)
class CreateSecret(NewCredential):
    """Makes the client secret, whose value Microsoft shows once."""

    @property
    def rows(self) -> tuple[PlanRow, ...]:
        return (PlanRow("secret", Action.CREATE, self.description),)

    def _make(self, graph: Graph, made: Made) -> Made:
        body = {"passwordCredential": {"displayName": self.description, "endDateTime": rfc3339(self.expires)}}
        path = f"/applications/{made.found.object_id}/addPassword"
        try:
            credential = self._read(graph.post(path, body))
        except (ConnectionLost, TimedOut, Unavailable, NotMicrosoft):
            # It may have been made, with a value that nobody knows. The clean-up must not be cancelled half-way.
            remove_strays(replace(graph, cancel=graph.cancel.shielded()), made.found, self.description, self.expires)
            made = replace(made, doubtful=True)
            credential = self._read(graph.post(path, body))
        return replace(made, credential=credential)

    def _read(self, row: Row) -> ClientSecret:
        """The one answer that shows the secret."""
        expires = read_moment(row["endDateTime"]) or self.expires
        return ClientSecret(Secret(row["secretText"]), row["keyId"], expires)


@dataclass(frozen=True, slots=True)
class AddCertificate(NewCredential):
    """Makes a certificate and registers its public part beside those that there are; its key never leaves this run."""

    step = Step.CERTIFICATE

    @property
    def rows(self) -> tuple[PlanRow, ...]:
        return (PlanRow("certificate", Action.CREATE, self.description),)

    def _make(self, graph: Graph, made: Made) -> Made:
        certificate = make_certificate(self.description, self.expires)
        key = {
            "type": "AsymmetricX509Cert",
            "usage": "Verify",
            "key": certificate.der,
            "keyId": certificate.key_id,
            "displayName": self.description,
            "endDateTime": rfc3339(self.expires),
        }
        keys = [*certificates(graph, made.found), key]
        graph.patch(f"/applications/{made.found.object_id}", {"keyCredentials": keys})
        return replace(made, credential=certificate)
