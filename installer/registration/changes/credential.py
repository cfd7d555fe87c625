"""Changes to credentials: a new secret or certificate, what a policy may forbid about it, the removal of old ones."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import ClassVar

from installer.answers import Row
from installer.errors.base import SetupError
from installer.errors.graph import GraphError
from installer.errors.network import LOST
from installer.errors.policy import CertificateUntrusted, CredentialForbidden, LifetimeTooLong
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
from installer.registration.keys import (
    certainly_removed,
    remove_credential,
    remove_strays,
    verifying_key,
    write_certificates,
)
from installer.registration.mapper import application_path
from installer.registration.tags import put_mark, take_marks_off
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
    repeatable: ClassVar[bool] = True
    """Whether it is created once more where the answer was lost, after the stray was removed."""
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

        The mark stays wherever a credential may exist that nobody knows, for the next run to remove it. Raises
        `LifetimeTooLong`, `CredentialForbidden` or `CertificateUntrusted` where a policy of the tenant forbids the
        credential.
        """
        made = self._marked(graph, made, self.expires)
        made, error = self._tried(graph, made)
        if error is None:
            return made
        trial = _Trial()
        if limits_lifetime(error):
            known = longest_lifetime(graph, self.kind)
            trial = _Trial(known) if known is not None else self._longest_by_trial(graph, made)
        if not made.doubtful and not trial.left:
            take_marks_off(graph, made.existing, self.tag, made.run)
        refusal = self._refusal(error, made, trial)
        if refusal is error:
            raise error
        raise refusal from error

    def _refusal(self, error: GraphError, made: Made, trial: _Trial) -> SetupError:
        """The error that explains the refusal; `error` itself where it is not a known policy."""
        if limits_lifetime(error):
            return LifetimeTooLong(self.kind, self.lifetime.days, trial.longest, error.request_id, trial.left)
        if forbids_kind(error):
            return CredentialForbidden(self.kind, made.existing.client_id, error.request_id)
        if self.kind is CredentialKind.CERTIFICATE and wants_authority(error):
            return CertificateUntrusted(made.existing.client_id, error.request_id)
        return error

    def _longest_by_trial(self, graph: Graph, made: Made) -> _Trial:
        """Tries whole months from 24 down until one is accepted, which is removed at once.

        Microsoft's refusal names no number, and reading the policy needs a scope that the sign-in does not ask for.
        The marks for all attempts are written first, and come off only if it is certain that nothing is left.
        """
        shielded = replace(graph, cancel=graph.cancel.shielded())
        shorter = [lifetime(months) for months in range(24, 0, -1) if lifetime(months) < self.lifetime]
        trials = [replace(self, expires=self.expires - self.lifetime + life, lifetime=life) for life in shorter]
        made = self._marked(shielded, made, *(trial.expires for trial in trials))
        for trial in trials:
            graph.cancel.check()
            tried, error = trial._tried(shielded, made)
            made = replace(made, doubtful=tried.doubtful)
            if error is None:
                assert tried.credential is not None
                gone = certainly_removed(shielded, made.existing, self.kind, tried.credential.key_id)
                return _Trial(trial.lifetime.days, left=made.doubtful or not gone)
            if not limits_lifetime(error):
                return _Trial(left=made.doubtful)
        return _Trial(0, left=made.doubtful)

    def _tried(self, graph: Graph, made: Made) -> tuple[Made, GraphError | None]:
        """`made` with the new credential; without it and with the error if Microsoft refuses it.

        Where an answer was lost, `made` is doubtful from then on. Raises what `Graph` raises besides.
        """
        try:
            return self._make(graph, made), None
        except GraphError as error:
            return made, error
        except LOST:
            if not self.repeatable:
                raise
        # A secret may exist whose value nobody knows: remove it, without letting a cancel interrupt that.
        remove_strays(replace(graph, cancel=graph.cancel.shielded()), made.existing, self.description, self.expires)
        made = replace(made, doubtful=True)
        try:
            return self._make(graph, made), None
        except GraphError as error:
            return made, error

    def _marked(self, graph: Graph, made: Made, *ends: datetime) -> Made:
        return replace(made, application=put_mark(graph, made.existing, self.tag, made.run, ends, self.spent))

    @abstractmethod
    def _make(self, graph: Graph, made: Made) -> Made:
        """Creates the credential on the marked application, and returns `made` with it. Raises what `Graph` raises."""


@dataclass(frozen=True, slots=True)
class _Trial:
    """What trials found: the longest lifetime in days (0: less than a month, None: unknown), and if one may be left."""

    longest: int | None = None
    left: bool = False


@dataclass(frozen=True, slots=True)
class CreateSecret(NewCredential):
    """Creates a client secret (`addPassword`), whose value Microsoft shows only in this answer."""

    def _make(self, graph: Graph, made: Made) -> Made:
        body = {"passwordCredential": {"displayName": self.description, "endDateTime": rfc3339(self.expires)}}
        return replace(made, credential=self._read(graph.post(f"{application_path(made.existing)}/addPassword", body)))

    def _read(self, row: Row) -> ClientSecret:
        """The secret of an `addPassword` answer."""
        expires = row.moment("endDateTime") or self.expires
        return ClientSecret(Secret(row["secretText"]), row["keyId"], expires)


@dataclass(frozen=True, slots=True)
class AddCertificate(NewCredential):
    """Makes a key pair and adds its certificate to those registered already; Microsoft gets the public part only."""

    step = Step.CERTIFICATE
    kind = CredentialKind.CERTIFICATE
    repeatable = False  # `write_certificates` has repeated it already, and each attempt makes another key

    def _make(self, graph: Graph, made: Made) -> Made:
        certificate = make_certificate(self.description, self.expires - self.lifetime, self.expires)
        key = verifying_key(certificate.key_id, certificate.der, self.description, certificate.expires)
        write_certificates(graph, made.existing, add=key)
        return replace(made, credential=certificate)
