"""What was chosen before planning: by the person, a type for each purpose of a plan, or by GLIMPS in its file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from installer.model.connector import Federation, PublicCertificate
from installer.model.manifest import Profile


class CredentialKind(StrEnum):
    """How an application signs in: with a client secret, a certificate or a federated credential."""

    SECRET = "secret"
    CERTIFICATE = "certificate"
    FEDERATED = "federated"


class Decision(StrEnum):
    """What to do with an application that was found and is not plainly ours."""

    CLEAN = "clean"
    """Use it, after removing what does not belong."""
    FRESH = "fresh"
    """Leave it alone, and register another one."""
    ADOPT = "adopt"
    """Use it as it is."""


@dataclass(frozen=True, slots=True)
class Target:
    """Which application is meant, and the permissions that it should have."""

    profile: Profile
    application_name: str
    app: str | None = None
    """Object id or application (client) id of the application, if its name is not enough."""


@dataclass(frozen=True, slots=True)
class CredentialSpec:
    """A credential to create: a client secret, or a certificate with its key; `months` is its lifetime."""

    months: int
    kind: CredentialKind = CredentialKind.SECRET


WantedCredential = CredentialSpec | PublicCertificate | Federation
"""A credential to create, or the public part of one that the connector has: its certificate, its federation."""


@dataclass(frozen=True, slots=True)
class OldCredentials:
    """Existing credentials to remove: those with these key ids and, with `expired`, all that have expired."""

    keys: tuple[str, ...] = ()
    expired: bool = False


@dataclass(frozen=True, slots=True)
class SetUp:
    """Sets up the application with its consents, and adds one credential."""

    target: Target
    credential: WantedCredential
    purge: bool = False
    """Whether our application in the recycle bin is permanently deleted and a new one created, instead of restored."""
    decision: Decision | None = None
    accept_unproven: bool = False
    """Whether to go on if the application is refused whatever its credential (disabled, a policy): unproven then."""


@dataclass(frozen=True, slots=True)
class Prepare:
    """Creates the application without consents or a credential; `purge` as for `SetUp`."""

    target: Target
    purge: bool = False
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class Renew:
    """Adds one credential and keeps the existing ones."""

    target: Target
    credential: WantedCredential
    decision: Decision | None = None
    accept_unproven: bool = False
    """As for `SetUp`."""


@dataclass(frozen=True, slots=True)
class Remove:
    """Removes the application or, with `old`, only some of its credentials."""

    target: Target
    old: OldCredentials | None = None


Choices = SetUp | Prepare | Renew | Remove
"""What a plan depends on, besides manifest and tenant."""


@dataclass(frozen=True, slots=True)
class EnrolledRecipient:
    """An age public key, with the fingerprint for two people to compare."""

    key: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Enrolment:
    """An enrolment file. It cannot name a host that this program contacts, or a permission beyond the profiles.

    What it does not contain is None; `audience` is then the cloud's.
    """

    path: str
    mode: CredentialKind
    certificate: PublicCertificate | None = None
    issuer: str | None = None
    subject: str | None = None
    audience: str | None = None
    recipient: EnrolledRecipient | None = None
    profile: str | None = None
    tenant: str | None = None
    client: str | None = None
    """The connector's name for this tenant."""
