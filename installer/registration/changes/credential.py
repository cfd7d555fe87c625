"""Changes to credentials: a new secret or certificate, what a policy may forbid about it, the removal of old ones."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import ClassVar

from installer.answers import Row
from installer.errors.base import SetupError
from installer.errors.graph import GraphError
from installer.errors.network import ConnectionLost, NotMicrosoft, TimedOut, Unavailable
from installer.errors.policy import CertificateUntrusted, CredentialForbidden, LifetimeTooLong, Other
from installer.events import Step
from installer.graph import Graph
from installer.model import (
    ClientSecret,
    CredentialEntry,
    CredentialKind,
    Fate,
    Line,
    PlanLine,
    Secret,
    Thing,
    credential_line,
    lifetime,
    rfc3339,
)
from installer.registration.changes.base import Change, Made
from installer.registration.changes.policy import forbids_kind, limits_lifetime, longest_lifetime, wants_authority
from installer.registration.keys import verifying_key, write_certificates
from installer.registration.removal import remove_credential, remove_strays
from installer.registration.undelivered import put_mark, take_marks_off
from installer.sign_in import make_certificate


@dataclass(frozen=True, slots=True)
class RemoveCredentials(Change):
    """Removes credentials from an application that stays; `fate` is what their lines in the plan say."""

    step = Step.CLEAN_UP
    entries: tuple[CredentialEntry, ...]
    fate: Fate

    @property
    def lines(self) -> tuple[PlanLine, ...]:
        return tuple(credential_line(entry, self.fate) for entry in self.entries)

    def carry_out(self, graph: Graph, made: Made) -> Made:
        """One request per credential; one that no longer exists is passed over."""
        for entry in self.entries:
            remove_credential(graph, made.existing, entry.kind, entry.key_id)
        left = tuple(entry for entry in made.existing.credentials if entry not in self.entries)
        return replace(made, application=replace(made.existing, credentials=left))


@dataclass(frozen=True, slots=True)
class NewCredential(Change):
    """Creates a credential. Until it is delivered, the application carries an undelivered mark for it."""

    step = Step.CREDENTIAL
    kind: ClassVar[CredentialKind] = CredentialKind.SECRET
    description: str
    expires: datetime
    lifetime: timedelta
    tag: str
    spent: frozenset[str] = frozenset()
    """Undelivered marks to remove, because their credentials are gone by the time this change runs."""

    @property
    def lines(self) -> tuple[PlanLine, ...]:
        return (Line(Thing.of(self.kind), Fate.CREATED, self.description),)

    def carry_out(self, graph: Graph, made: Made) -> Made:
        """Writes the mark, then creates the credential; takes the mark off again if Microsoft refuses it.

        Raises `LifetimeTooLong`, `CredentialForbidden` or `CertificateUntrusted` where a policy of the tenant forbids
        the credential.
        """
        made = self._marked(graph, made, self.expires)
        try:
            return self._make(graph, made)
        except GraphError as error:
            refusal = self._refusal(error, graph, made)
            take_marks_off(graph, made.existing, self.tag, made.run)
            if refusal is error:
                raise
            raise refusal from error

    def _refusal(self, error: GraphError, graph: Graph, made: Made) -> SetupError:
        """The error that explains the refusal; `error` itself where it is not a known policy."""
        if limits_lifetime(error):
            longest = longest_lifetime(graph, self.kind) or self._longest_by_trial(graph, made)
            return LifetimeTooLong(self.kind, self.lifetime.days, longest, error.request_id)
        if forbids_kind(error):
            other = self._says_to_the_other_kind(graph, made)
            return CredentialForbidden(self.kind, made.existing.client_id, error.request_id, other)
        if self.kind is CredentialKind.CERTIFICATE and wants_authority(error):
            return CertificateUntrusted(made.existing.client_id, error.request_id)
        return error

    def _longest_by_trial(self, graph: Graph, made: Made) -> int | None:
        """The longest accepted lifetime in days, found by trying whole months from 24 down; None if none is.

        Microsoft's refusal names no number, and reading the policy needs a scope that the sign-in does not ask for.
        The accepted credential is removed at once. The marks for all attempts are written first, so that a run that
        dies here leaves no secret unnoticed.
        """
        shielded = replace(graph, cancel=graph.cancel.shielded())
        shorter = [lifetime(months) for months in range(24, 0, -1) if lifetime(months) < self.lifetime]
        trials = [replace(self, expires=self.expires - self.lifetime + life, lifetime=life) for life in shorter]
        made = self._marked(shielded, made, *(trial.expires for trial in trials))
        for trial in trials:
            graph.cancel.check()
            try:
                accepted = trial._make(shielded, made).credential
            except GraphError as error:
                if not limits_lifetime(error):
                    return None
            else:
                assert accepted is not None
                remove_credential(shielded, made.existing, self.kind, accepted.key_id)
                return trial.lifetime.days
        return None

    @property
    @abstractmethod
    def _other_kind(self) -> NewCredential:
        """This change with a credential of the other kind."""

    def _says_to_the_other_kind(self, graph: Graph, made: Made) -> Other:
        """What the policy says to a credential of the other kind, found by trying one.

        An accepted one is removed at once; its value or key is kept nowhere. It expires when this one would have, so
        that the mark is its own as well: what cannot be removed is raised, and the mark stays for the next run.
        """
        shielded = replace(graph, cancel=graph.cancel.shielded())
        trial = self._other_kind
        try:
            accepted = trial._make(shielded, made).credential
        except GraphError as error:
            if forbids_kind(error):
                return Other.FORBIDDEN
            if trial.kind is CredentialKind.CERTIFICATE and wants_authority(error):
                return Other.OF_AUTHORITY
            return Other.NOT_REFUSED
        assert accepted is not None
        remove_credential(shielded, made.existing, trial.kind, accepted.key_id)
        return Other.NOT_REFUSED

    def _marked(self, graph: Graph, made: Made, *ends: datetime) -> Made:
        return replace(made, application=put_mark(graph, made.existing, self.tag, made.run, ends, self.spent))

    @abstractmethod
    def _make(self, graph: Graph, made: Made) -> Made:
        """Creates the credential on the marked application, and returns `made` with it. Raises `GraphError`."""


@dataclass(frozen=True, slots=True)
class CreateSecret(NewCredential):
    """Creates a client secret (`addPassword`), whose value Microsoft shows only in this answer."""

    @property
    def _other_kind(self) -> NewCredential:
        return AddCertificate(self.description, self.expires, self.lifetime, self.tag)

    def _make(self, graph: Graph, made: Made) -> Made:
        body = {"passwordCredential": {"displayName": self.description, "endDateTime": rfc3339(self.expires)}}
        path = f"/applications/{made.existing.object_id}/addPassword"
        try:
            credential = self._read(graph.post(path, body))
        except (ConnectionLost, TimedOut, Unavailable, NotMicrosoft):
            # A secret may exist whose value nobody knows: remove it, without letting a cancel interrupt that.
            remove_strays(replace(graph, cancel=graph.cancel.shielded()), made.existing, self.description, self.expires)
            made = replace(made, doubtful=True)
            credential = self._read(graph.post(path, body))
        return replace(made, credential=credential)

    def _read(self, row: Row) -> ClientSecret:
        """The secret of an `addPassword` answer."""
        expires = row.moment("endDateTime") or self.expires
        return ClientSecret(Secret(row["secretText"]), row["keyId"], expires)


@dataclass(frozen=True, slots=True)
class AddCertificate(NewCredential):
    """Makes a key pair and adds its certificate to those registered already; Microsoft gets the public part only."""

    step = Step.CERTIFICATE
    kind = CredentialKind.CERTIFICATE

    @property
    def _other_kind(self) -> NewCredential:
        return CreateSecret(self.description, self.expires, self.lifetime, self.tag)

    def _make(self, graph: Graph, made: Made) -> Made:
        certificate = make_certificate(self.description, self.expires - self.lifetime, self.expires)
        key = verifying_key(certificate.key_id, certificate.der, self.description, certificate.expires)
        write_certificates(graph, made.existing, add=key)
        return replace(made, credential=certificate)
