"""What the core reports to the front ends while it works: typed, in order, never with a secret, token or code.

All times are in seconds unless a docstring says otherwise.
"""

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
    """Removing what does not belong on the application."""
    APPLICATION = "application"
    SERVICE_PRINCIPAL = "service_principal"
    LOOK_AGAIN = "look_again"
    """Checking that the application still is as the plan showed it."""
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
    """Why a run waits before another attempt."""

    REPLICATION = "replication"
    THROTTLED = "throttled"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class SignInBrowser:
    """The address `url` has to be opened in a browser to sign in.

    `approval` is the admin consent link to pass on if Microsoft's page asks for an administrator's approval.
    """

    url: str
    approval: str = ""


@dataclass(frozen=True, slots=True)
class SignInDeviceCode:
    """The code to enter at `verification_uri`, within `expires_in` seconds; `approval` as in `SignInBrowser`."""

    verification_uri: str
    user_code: str
    expires_in: int
    approval: str = ""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The administrator has signed in and the tenant was read."""

    organization: Organization
    account: Account
    rights: Rights


@dataclass(frozen=True, slots=True)
class EnrolmentRead:
    """What an enrolment file from GLIMPS contains, to be compared before anything is written."""

    enrolment: Enrolment


@dataclass(frozen=True, slots=True)
class Planned:
    """The plan, before anything is written."""

    lines: tuple[PlanLine, ...]


@dataclass(frozen=True, slots=True)
class DecisionAsked:
    """Somebody has to decide what to do with the application that was found, before anything is granted."""

    question: Question


@dataclass(frozen=True, slots=True)
class ApplicationKnown:
    """The application that the run works on, as soon as it is known or created; `tenant_id` where nobody signs in."""

    client_id: str
    object_id: str
    tenant_id: str | None = None


@dataclass(frozen=True, slots=True)
class StepStarted:
    """A step begins; `StepDone` or `StepFailed` follows, except after a cancel."""

    step: Step


@dataclass(frozen=True, slots=True)
class StepWaiting:
    """A step waits for Microsoft; `seconds` is the pause before the next attempt."""

    step: Step
    reason: WaitReason
    seconds: float
    request_id: str | None = None


@dataclass(frozen=True, slots=True)
class StepDone:
    """A step has succeeded; `seconds` is how long it took."""

    step: Step
    seconds: float


@dataclass(frozen=True, slots=True)
class StepFailed:
    """A step has failed; `request_id` is Microsoft's, if the failure has one."""

    step: Step
    request_id: str | None = None


@dataclass(frozen=True, slots=True)
class GraphCall:
    """One answered request, for the technical log: without body, query and headers.

    `parts` are the statuses inside the answer to a batch.
    """

    method: str
    path: str
    status: int
    request_id: str | None
    parts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ConsentPending:
    """Another administrator has to consent to the application `app_id` (its client id), at `url`."""

    url: str
    app_id: str


@dataclass(frozen=True, slots=True)
class Compared:
    """The comparison of what was found with what GLIMPS needs."""

    lines: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class HealthChecked:
    """The health of an application or of one of its credentials.

    What is not known is None or empty; `tenant_id` is always an id, never a domain.
    """

    health: Health
    name: str
    client_id: str
    tenant_id: str | None = None
    object_id: str | None = None


@dataclass(frozen=True, slots=True)
class Verified:
    """A credential was tried, or the directory was asked in its place; the proof may not hold."""

    proof: Proof


@dataclass(frozen=True, slots=True)
class Delivered:
    """The bundle is written."""

    bundle: Bundle


@dataclass(frozen=True, slots=True)
class GuideWritten:
    """The guide was written to a file; `sha256` is in hexadecimal."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class CertificateMade:
    """The connector's key pair was created; thumbprints in upper-case hexadecimal, `expires` in RFC 3339, UTC."""

    key_path: str
    path: str
    thumbprint_sha1: str
    thumbprint_sha256: str
    expires: str


@dataclass(frozen=True, slots=True)
class CredentialFacts:
    """A credential without its value. `expires` is in RFC 3339, UTC; None for a federation, which does not expire."""

    kind: CredentialKind
    key_id: str
    expires: str | None


@dataclass(frozen=True, slots=True)
class Finished:
    """The last event of a command. Ids are None where there are none or they are not known."""

    exit_code: int
    tenant_id: str | None = None
    client_id: str | None = None
    app_object_id: str | None = None
    credential: CredentialFacts | None = None
    proven: bool | None = None
    """Whether the credential was proven; None if none was tried."""
    warnings: tuple[str, ...] = ()
    """The codes of all warnings of the run."""
    expires: str | None = None
    """When the credential that was checked expires, if that is known (RFC 3339, UTC)."""
    kept: bool = False
    """Whether there was nothing to do: then there is no `credential`."""


@dataclass(frozen=True, slots=True)
class Warned:
    """A warning: a `SetupError` that does not stop the run."""

    problem: Exception


@dataclass(frozen=True, slots=True)
class Failed:
    """The command failed. Ids are None where they are not known."""

    error: Exception
    """A `SetupError`, or an unexpected exception."""
    tenant_id: str | None = None
    client_id: str | None = None
    app_object_id: str | None = None


Event = (
    EnrolmentRead
    | SignInBrowser
    | SignInDeviceCode
    | SignedIn
    | Planned
    | DecisionAsked
    | ApplicationKnown
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
    """The `Report` of a caller that does not listen."""
