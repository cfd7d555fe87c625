"""Registers a credential whose secret only the connector has: its certificate's public part, or its federation.

Nothing secret is created, so there is no undelivered mark. A repetition finds the credential and adds nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final
from uuid import uuid4

from installer.errors.base import SetupError
from installer.errors.certificates import CertificateTooLong, FederationTaken, TooManyFederations
from installer.errors.graph import GraphError
from installer.errors.policy import CertificateUntrusted, CredentialForbidden
from installer.events import Step, WaitReason
from installer.graph import Graph, Json
from installer.model import (
    CredentialEntry,
    CredentialKind,
    Fate,
    Federation,
    FoundFederation,
    Line,
    PlanLine,
    PublicCertificate,
    RegisteredCertificate,
    RegisteredFederation,
    Thing,
    credential_line,
)
from installer.registration.changes.base import Change, Made
from installer.registration.changes.policy import forbids_kind, limits_lifetime, longest_lifetime, wants_authority
from installer.registration.keys import read_certificates, same_key, verifying_key, write_certificates
from installer.registration.mapper import application_path, read_federated
from installer.retry import LIST_LAG, Pause, Retry

MOST_FEDERATIONS: Final = 20
"""The limit for one application (Microsoft, considerations for federated identity credentials)."""


@dataclass(frozen=True, slots=True)
class RegisterCertificate(Change):
    """Adds the connector's certificate to those registered; `found` is its entry, if it is registered already."""

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
        """PATCHes the list of certificates, unless this one is on it.

        Raises `CertificateTooLong`, `CredentialForbidden` or `CertificateUntrusted` where a policy of the tenant
        forbids it.
        """
        there = read_certificates(graph, made.existing)
        key_id = same_key(there, self.certificate)
        if key_id is None:
            key_id, certificate = str(uuid4()), self.certificate
            key = verifying_key(key_id, certificate.der, self.description, certificate.expires)
            try:
                write_certificates(graph, made.existing, add=key, before=there)
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
    """Creates the federated credential of this name, or gives an existing one the wanted issuer, subject, audience."""

    step = Step.FEDERATION
    federation: Federation
    name: str
    description: str
    fate: Fate = Fate.CREATED
    """What the plan shows will happen to it, by what had been read then."""

    @property
    def lines(self) -> tuple[PlanLine, ...]:
        shown = f"{self.name} ({self.federation.issuer}, {self.federation.subject})"
        return (Line(Thing.FEDERATION, self.fate, shown),)

    def carry_out(self, graph: Graph, made: Made) -> Made:
        """POST or PATCH of `federatedIdentityCredentials`, after reading them again.

        Raises `FederationTaken` and `TooManyFederations`.
        """
        path = f"{application_path(made.existing)}/federatedIdentityCredentials"
        there = self._read(graph, path)
        fate = fate_of(self.federation, self.name, there, made.existing.client_id)
        if fate is not Fate.KEPT:
            there = self._write(graph, path, there, fate)
        found = next(one for one in there if _fits(self.federation, one))
        return replace(made, credential=RegisteredFederation(self.federation, found.id, found.name))

    def _read(self, graph: Graph, path: str) -> list[FoundFederation]:
        return list(map(read_federated, graph.rest(graph.get(path, replicating=True))))

    def _write(self, graph: Graph, path: str, there: list[FoundFederation], fate: Fate) -> list[FoundFederation]:
        """The federated credentials after the write: as listed or, if the list stays late, from the write's answer."""
        wanted = self.federation
        body: Json = {"issuer": wanted.issuer, "subject": wanted.subject, "audiences": [wanted.audience]}
        if fate is Fate.COMPLETED:
            ours = next(one for one in there if one.name == self.name)
            graph.patch(f"{path}/{ours.id}", body)
            written = replace(ours, issuer=wanted.issuer, subject=wanted.subject, audience=wanted.audience)
        else:
            body |= {"name": self.name, "description": self.description}
            try:
                written = read_federated(graph.post(path, body, repeatable=True))
            except GraphError:
                # An earlier attempt may have created it although its answer was lost: then the list shows it.
                shown = self._read(graph, path)
                if not any(_fits(wanted, one) for one in shown):
                    raise
                return shown
        retry = Retry(graph.cancel, graph.on_wait)
        while True:
            shown = self._read(graph, path)
            if any(_fits(wanted, one) for one in shown):
                return shown
            if not retry.paused(Pause(WaitReason.REPLICATION, budget=LIST_LAG)):
                return [written]


def fate_of(wanted: Federation, name: str, there: Sequence[FoundFederation], app: str) -> Fate:
    """Whether the wanted federation is kept, completed or created on an application that has those in `there`.

    `name` is the name of ours, `app` the application's client id. Raises `FederationTaken` where another one has the
    same issuer and subject for another audience, and `TooManyFederations` where there is no room for one more.
    """
    ours = any(one.name == name for one in there)
    for one in there:
        if _fits(wanted, one):
            return Fate.KEPT
        if (one.issuer, one.subject) == (wanted.issuer, wanted.subject) and one.name != name:
            raise FederationTaken(one.name, one.audience)
    if not ours and len(there) >= MOST_FEDERATIONS:
        raise TooManyFederations(app)
    return Fate.COMPLETED if ours else Fate.CREATED


def _fits(wanted: Federation, found: FoundFederation) -> bool:
    return (found.issuer, found.subject, found.audience) == (wanted.issuer, wanted.subject, wanted.audience)
