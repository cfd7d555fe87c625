"""What the wizard starts from, where the person is, and what the pages have made so far, each value typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from installer.engine import Connection, Destination
from installer.errors.base import ExitCode, SetupError
from installer.errors.ownership import DecisionNeeded
from installer.errors.usage import InvalidChoice
from installer.gui.answer import Answer
from installer.gui.enrolment import credential_in
from installer.gui.flow import Path, Place
from installer.model import (
    Account,
    Application,
    Bundle,
    Choices,
    Cloud,
    CredentialSpec,
    Enrolment,
    Expected,
    Given,
    Manifest,
    OldCredentials,
    Prepare,
    Proof,
    ProxyAccount,
    Remove,
    Renew,
    SetUp,
    Target,
    TenantState,
    WantedCredential,
)
from installer.recording.capture import Recording

if TYPE_CHECKING:  # it imports msal and requests, which must not load before the first window
    from installer.registration import Plan, Registration


@dataclass(frozen=True, slots=True)
class Start:
    """What the command line may preset. `open_browser` replaces the system's browser; it returns False for none."""

    manifest: Manifest
    cloud: Cloud
    cloud_option: str = ""
    """The cloud as the command line named it; empty if it did not."""
    tenant: str | None = None
    sign_in_client: str | None = None
    profile: str | None = None
    application_name: str | None = None
    app: str | None = None
    months: int | None = None
    enrolments: tuple[FilePath, ...] = ()
    """The enrolment files that the command line names."""
    beside: FilePath | None = None
    """Where an enrolment file may lie, beside the executable."""
    open_browser: Callable[[str], object] | None = None
    looks_around: bool = True
    """Whether the first page checks that Microsoft can be reached."""
    recording: Recording = field(default_factory=Recording)
    """What is exchanged with Microsoft, from the first page on; it is saved where the person asks for that."""
    proxy_account: ProxyAccount | None = None
    """What the person typed for a proxy that asked; no option presets it, since options can be seen by others."""

    @property
    def destination(self) -> Destination:
        """Where requests go, and as whom; no request is sent by making it."""
        return Destination(
            self.manifest,
            self.cloud,
            self.tenant,
            self.sign_in_client,
            proxy_account=self.proxy_account,
            observe=self.recording.observe,
        )

    def target(self, profile: str | None = None) -> Target:
        """The application to start with, of this `profile` if the command line says none.

        Raises `InvalidChoice` for a profile that the manifest does not have.
        """
        manifest = self.manifest
        asked = self.profile or profile
        found = manifest.profile(asked)
        if found is None:
            known = tuple(profile.id for profile in manifest.profiles)
            raise InvalidChoice("--profile", asked or "", known)
        return Target(found, self.application_name or manifest.application_name, self.app)

    def credential(self) -> WantedCredential:
        """The credential to start with."""
        return CredentialSpec(self.months or self.manifest.months)


@dataclass(frozen=True, slots=True)
class Tenant:
    """The tenant that was signed in to, as it was read."""

    connection: Connection
    state: TenantState

    @property
    def account(self) -> Account:
        """The administrator who signed in."""
        return self.connection.account


@dataclass(frozen=True, slots=True)
class Review:
    """The plan that the person agreed to, with what it was made from."""

    plan: Plan
    choices: Choices
    state: TenantState


@dataclass(slots=True)
class Job:
    """Where the person is and what has been made so far; a field is None until its page has made it.

    What the person chose is kept when the path changes: `choices` picks what the current path needs.
    """

    start: Start
    target: Target
    credential: WantedCredential
    enrolment: Enrolment | None = None
    """The file from GLIMPS that is followed."""
    purge: bool = False
    old: OldCredentials | None = None
    place: Place = field(default_factory=Place)
    """Where the person is; the window alone moves it, by what `flow` says."""
    tenant: Tenant | None = None
    given: Given | None = None
    expected: Expected = field(default_factory=Expected)
    """The credentials that are known to be in use: those of the file that was opened."""
    hint: str = ""
    """The tenant that is meant, where the person named it before the sign-in."""
    unsigned: Connection | None = None
    """The connection to Microsoft if no administrator signed in."""
    answer: Answer | None = None
    """What the person decided about the application that was found."""
    surprise: DecisionNeeded | None = None
    """What stopped a run in its middle, until the person has decided about it."""
    review: Review | None = None
    changed_since_review: bool = False
    """The tenant has changed since the plan was agreed to."""
    prepared: Application | None = None
    """Registered; another administrator has to consent."""
    removed: Application | None = None
    compared: Proof | None = None
    registration: Registration | None = None
    bundle: Bundle | None = None
    local: bool = False
    """The connector runs on premises, not at GLIMPS."""
    stored: bool = False
    """The person confirmed that the secret is stored in a vault."""
    revoked: bool = False
    error: SetupError | None = None
    """The last error, while it still prevents going on."""
    warning: Exception | None = None
    """What the delivery has to say although it succeeded."""

    @property
    def manifest(self) -> Manifest:
        """What GLIMPS asks for: names, permissions, lifetimes."""
        return self.start.manifest

    @property
    def path(self) -> Path:
        """What the person wants now; a page may have led to another path."""
        return self.place.path

    @property
    def connection(self) -> Connection | None:
        """The connection to Microsoft, once there is one."""
        return self.tenant.connection if self.tenant else self.unsigned

    @property
    def choices(self) -> Choices:
        """The choices that a plan on the current path is made from."""
        match self.path:
            case Path.PREPARE:
                return Prepare(self.target, self.purge)
            case Path.RENEW:
                return Renew(self.target, self.credential)
            case Path.REMOVE:
                return Remove(self.target, self.old)
        return SetUp(self.target, self.credential, self.purge)

    def follow(self, enrolment: Enrolment | None) -> None:
        """Chooses what the file says, but for what the command line says; without one, what was chosen at the start."""
        start, self.enrolment = self.start, enrolment
        self.target = start.target(enrolment.profile if enrolment else None)
        self.credential = start.credential()
        if enrolment:
            months = start.months or start.manifest.months
            self.credential = credential_in(enrolment, months, start.cloud.token_audience)

    def settle_on(self, application: Application) -> None:
        """From now on this is the one that is meant, where another one was named or had been found first."""
        if self.target.app or self.answer:
            self.target = replace(self.target, app=application.object_id)

    @property
    def made_here(self) -> bool:
        """Whether there is a credential that the wizard made."""
        return self.registration is not None and self.registration.made_here

    @property
    def secret_at_risk(self) -> bool:
        """Whether leaving now would lose a secret that exists in the tenant."""
        secret = self.registration is not None and self.registration.has_secret
        return self.made_here and secret and not (self.bundle or self.stored or self.revoked)

    @property
    def exit_code(self) -> ExitCode:
        """What the program ends with if the window closes now (console.md, exit codes)."""
        if self.error:
            return self.error.exit_code
        if self.bundle or self.stored or self.removed or self.compared:
            return ExitCode.DONE
        return ExitCode.CONSENT_PENDING if self.prepared else ExitCode.CANCELLED
