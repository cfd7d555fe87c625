"""What the person chose before the plan was made: one type for each thing that a plan can be for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from installer.model.connector import Federation, PublicCertificate
from installer.model.manifest import Profile


class CredentialKind(StrEnum):
    SECRET = "secret"
    CERTIFICATE = "certificate"
    FEDERATED = "federated"


class Decision(StrEnum):
    """What to do with an application that was found and is not plainly ours."""

    CLEAN = "clean"
    """Take it, and remove first what does not belong."""
    FRESH = "fresh"
    """Leave it, and register another one."""
    ADOPT = "adopt"
    """Take it as it is."""


@dataclass(frozen=True, slots=True)
class Target:
    """Which application is meant, and the permissions that it is to have: every run needs to know these."""

    profile: Profile
    application_name: str
    app: str | None = None
    """Object id or application (client) id of the application meant, when its name is not enough."""


@dataclass(frozen=True, slots=True)
class CredentialSpec:
    """The credential to make here: a client secret, or a certificate with its key; `months` is its lifetime."""

    months: int
    kind: CredentialKind = CredentialKind.SECRET


WantedCredential = CredentialSpec | PublicCertificate | Federation
"""One that is made here, or the public part of what the connector has: its certificate, its federation."""


@dataclass(frozen=True, slots=True)
class OldCredentials:
    """Credentials that exist and are to go: those with these key ids and, with `expired`, all that have ended."""

    keys: tuple[str, ...] = ()
    expired: bool = False


@dataclass(frozen=True, slots=True)
class SetUp:
    """The application with its consents, and one credential."""

    target: Target
    credential: WantedCredential
    purge: bool = False
    """Ours in the recycle bin is deleted for good, and a new one made, instead of being restored."""
    decision: Decision | None = None
    accept_unproven: bool = False
    """Whether a service principal that may not sign in stops nothing: then nothing can be tried."""


@dataclass(frozen=True, slots=True)
class Prepare:
    """The application without consents and without a credential; `purge` is that of `SetUp`."""

    target: Target
    purge: bool = False
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class Renew:
    """One credential beside those that there are."""

    target: Target
    credential: WantedCredential
    decision: Decision | None = None
    accept_unproven: bool = False
    """Whether a service principal that may not sign in stops nothing: then nothing can be tried."""


@dataclass(frozen=True, slots=True)
class Remove:
    """The application; or, where `old` says which, some of its credentials alone."""

    target: Target
    old: OldCredentials | None = None


Choices = SetUp | Prepare | Renew | Remove
"""All that a plan depends on beside the manifest and the tenant."""
