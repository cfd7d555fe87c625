"""What the core reports to the front ends while it works: typed, in order, never with a secret, token or code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from installer.model import (
    Account,
    Bundle,
    CredentialKind,
    Enrolment,
    Finding,
    Health,
    Organization,
    PlanLine,
    Proof,
    Question,
    Rights,
)


class Step(StrEnum):
    """The steps of a run, in the order they run in."""

    SIGN_IN = "sign_in"
    INSPECT = "inspect"
    RESTORE = "restore"
    PURGE = "purge"
    CLEAN_UP = "clean_up"
    CLEAN = "clean"
    """Removing what does not belong to the application."""
    APPLICATION = "application"
    SERVICE_PRINCIPAL = "service_principal"
    LOOK_AGAIN = "look_again"
    """Whether the application still is as the plan showed it."""
    CONSENT = "consent"
    CREDENTIAL = "credential"
    CERTIFICATE = "certificate"
    FEDERATION = "federation"
    TOKEN = "token"
    READS = "reads"
    DELIVER = "deliver"
    REVOKE = "revoke"
    REMOVE = "remove"


class WaitReason(StrEnum):
    REPLICATION = "replication"
    THROTTLED = "throttled"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class SignInBrowser:
    """`approval` is the link for an administrator, should Microsoft's page ask for one's approval."""

    url: str
    approval: str = ""


@dataclass(frozen=True, slots=True)
class SignInDeviceCode:
    """`expires_in` is in seconds; `approval` as in `SignInBrowser`."""

    verification_uri: str
    user_code: str
    expires_in: int
    approval: str = ""


@dataclass(frozen=True, slots=True)
class SignedIn:
    organization: Organization
    account: Account
    rights: Rights


@dataclass(frozen=True, slots=True)
class EnrolmentRead:
    """What a file from GLIMPS names, to be compared before anything is written."""

    enrolment: Enrolment


@dataclass(frozen=True, slots=True)
class Planned:
    lines: tuple[PlanLine, ...]


@dataclass(frozen=True, slots=True)
class DecisionAsked:
    """Somebody has to decide whose application it is before anything is granted."""

    question: Question


@dataclass(frozen=True, slots=True)
class StepStarted:
    step: Step


@dataclass(frozen=True, slots=True)
class StepWaiting:
    """Microsoft is waited for; `seconds` is the pause before the next attempt."""

    step: Step
    reason: WaitReason
    seconds: float
    request_id: str | None = None


@dataclass(frozen=True, slots=True)
class StepDone:
    step: Step
    seconds: float


@dataclass(frozen=True, slots=True)
class StepFailed:
    step: Step
    request_id: str | None = None


@dataclass(frozen=True, slots=True)
class GraphCall:
    """One request that was answered, for the technical log: no body, no query, no header.

    `parts` are the statuses inside the answer of a batch.
    """

    method: str
    path: str
    status: int
    request_id: str | None
    parts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ConsentPending:
    url: str
    app_id: str


@dataclass(frozen=True, slots=True)
class Compared:
    """What was found, held against what GLIMPS needs."""

    lines: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class HealthChecked:
    """How an application, or a credential of it, stands.

    What is not known of it is None, or empty; `tenant_id` is never a domain.
    """

    health: Health
    name: str
    client_id: str
    tenant_id: str | None = None
    object_id: str | None = None


@dataclass(frozen=True, slots=True)
class Verified:
    proof: Proof


@dataclass(frozen=True, slots=True)
class Delivered:
    bundle: Bundle


@dataclass(frozen=True, slots=True)
class GuideWritten:
    """`sha256` is in hexadecimal."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class CertificateMade:
    """The connector's key pair; thumbprints in upper-case hexadecimal, `expires` is RFC 3339 UTC."""

    key_path: str
    path: str
    thumbprint_sha1: str
    thumbprint_sha256: str
    expires: str


@dataclass(frozen=True, slots=True)
class CredentialFacts:
    """A credential without its value. `expires` is RFC 3339 UTC; None for a federation, which has no end."""

    kind: CredentialKind
    key_id: str
    expires: str | None


@dataclass(frozen=True, slots=True)
class Finished:
    exit_code: int
    tenant_id: str | None = None
    client_id: str | None = None
    app_object_id: str | None = None
    credential: CredentialFacts | None = None
    proven: bool | None = None
    """Whether the credential proved itself; None where none was tried."""
    warnings: tuple[str, ...] = ()
    """The codes of what was warned of on the way."""
    expires: str | None = None
    """When what was checked ends, where that is known (RFC 3339 UTC)."""


@dataclass(frozen=True, slots=True)
class Warned:
    """Something to know that stops nothing, in the words of an error."""

    problem: Exception


@dataclass(frozen=True, slots=True)
class Failed:
    error: Exception
    """A `SetupError`, or what nobody foresaw."""


Event = (
    EnrolmentRead
    | SignInBrowser
    | SignInDeviceCode
    | SignedIn
    | Planned
    | DecisionAsked
    | StepStarted
    | StepWaiting
    | StepDone
    | StepFailed
    | GraphCall
    | ConsentPending
    | Compared
    | Verified
    | HealthChecked
    | Delivered
    | GuideWritten
    | CertificateMade
    | Finished
    | Warned
    | Failed
)
Report = Callable[[Event], None]


def ignore(_event: Event) -> None:
    """The report of a caller who listens to nothing."""
