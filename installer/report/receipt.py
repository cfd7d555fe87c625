"""The receipt: the typed value that all documents are made from. None of its fields, at any depth, is a `Secret`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from installer.errors.base import SetupError
from installer.events import CredentialFacts
from installer.model import (
    PORTAL_TAG,
    Account,
    AnyCredential,
    Application,
    Bundle,
    Cloud,
    CredentialKind,
    Disabled,
    Fate,
    HealthReason,
    Line,
    LiveCredential,
    Manifest,
    NameOnly,
    Organization,
    Permission,
    PlanLine,
    Profile,
    Proof,
    Reason,
    RegisteredFederation,
    Rights,
    Thing,
    beside,
    credential_line,
    kind_of,
    reason_line,
    rfc3339,
)
from installer.program import RELEASED

if TYPE_CHECKING:  # it brings msal and requests, which a page of the wizard must not load before it is shown
    from installer.registration import Plan


class Kind(StrEnum):
    """What a receipt describes: what will be done, what was done, or what was found."""

    PLAN = "plan"
    RESULT = "result"
    CHECK = "check"


class Standing(StrEnum):
    """The state of admin consent to a permission."""

    GRANTED = "granted"
    TO_GRANT = "to_grant"
    AWAITED = "awaited"
    MISSING = "missing"
    TO_WITHDRAW = "to_withdraw"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Occasion:
    """Who worked on which tenant and when, and what was wanted.

    `moment` must have a time zone; without, `ValueError` is raised. `others` signed in after `account` in the same run.
    """

    moment: datetime
    cloud: Cloud
    organization: Organization
    account: Account
    rights: Rights
    manifest: Manifest
    profile: Profile
    others: tuple[Account, ...] = ()

    def __post_init__(self) -> None:
        if self.moment.tzinfo is None:
            raise ValueError("the moment of a receipt needs its offset from UTC")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What exists by now; None for what does not."""

    application: Application | None = None
    credential: CredentialFacts | None = None
    proof: Proof | None = None
    bundle: Bundle | None = None
    warnings: tuple[SetupError, ...] = ()
    """Warnings from the credential's proof."""

    @property
    def proven(self) -> bool:
        """Whether a token was obtained with the credential that carries every permission."""
        return self.proof is not None and self.proof.token and self.proof.holds


@dataclass(frozen=True, slots=True)
class Receipt:
    """Everything that the documents of a run contain.

    `expires` is when the credential that a plan will create expires; None without one, and after the run.
    """

    kind: Kind
    occasion: Occasion
    lines: tuple[PlanLine, ...]
    expires: datetime | None
    outcome: Outcome
    from_connector: bool = False
    """Whether only the connector has the secret of the credential."""

    @property
    def removes(self) -> bool:
        """Whether the application itself is removed."""
        return self._application_is(Fate.REMOVED)

    @property
    def changes(self) -> bool:
        """Whether anything in the tenant is changed."""
        return any(line.status.changes for line in self.lines)

    @property
    def found(self) -> bool:
        """Whether the application existed before the run."""
        return not self._application_is(Fate.CREATED)

    def _application_is(self, fate: Fate) -> bool:
        return any(line.thing is Thing.APPLICATION and line.status is fate for line in self.lines)

    @property
    def rehearsal(self) -> bool:
        """Whether the tenant is the demo's embedded one."""
        return self.occasion.cloud.id == "demo"

    @property
    def name(self) -> str:
        """The application's display name."""
        if self.outcome.application:
            return self.outcome.application.name
        planned = (
            line.name for line in self.lines if line.thing is Thing.APPLICATION and line.status is not Fate.PURGED
        )
        return next(planned, self.occasion.manifest.application_name)

    def command(self, verb: str) -> str:
        """The command line of this program with this verb, for this application."""
        cloud, application = self.occasion.cloud, self.outcome.application
        where = [] if self.rehearsal or cloud.id == "global" else ["--cloud", cloud.id]
        which = ["--app", application.client_id] if application else []
        return " ".join([RELEASED, verb, *where, *which])

    @property
    def end(self) -> datetime | None:
        """When the credential that was or will be created expires; None if it does not, or there is none."""
        credential = self.outcome.credential
        if credential is None:
            return self.expires
        return datetime.fromisoformat(credential.expires) if credential.expires else None

    @property
    def has_credential(self) -> bool:
        """Whether a credential was, or will be, created or registered."""
        return self.outcome.credential is not None or self.expires is not None or self._has_federation

    @property
    def _has_federation(self) -> bool:
        return any(line.thing is Thing.FEDERATION and line.status.changes for line in self.lines)

    @property
    def credential_kind(self) -> CredentialKind:
        """The kind of the credential that was or will be created or registered."""
        if self.outcome.credential:
            return self.outcome.credential.kind
        if self._has_federation:
            return CredentialKind.FEDERATED
        certificate = self.from_connector or any(
            line.thing is Thing.CERTIFICATE and line.status is Fate.CREATED for line in self.lines
        )
        return CredentialKind.CERTIFICATE if certificate else CredentialKind.SECRET

    @property
    def opens_mailboxes(self) -> bool:
        """Whether permissions of the profile, or others granted to the application, could give access to mailboxes.

        Names of such permissions begin with Mail (Microsoft Graph permissions reference). Permissions beyond the
        profile can be of any API, or unread, and so always count; of an application that was only seen in the recycle
        bin, no permission was read.
        """
        granted = (Thing.EXTRA_PERMISSION, Thing.DELEGATED_PERMISSION, Thing.DECLARED_PERMISSION)
        more = any(line.thing in granted for line in beside(self.lines))
        extra = bool(self.outcome.proof and self.outcome.proof.extra)
        asked = any(permission.name.startswith("Mail") for permission in self.occasion.profile.permissions)
        return more or extra or asked or (self._application_is(Fate.RESTORED) and not self._permissions_read)

    @property
    def _permissions_read(self) -> bool:
        """Whether it is known what was granted to the application."""
        exposure = self.outcome.application.exposure if self.outcome.application else None
        return exposure is not None and exposure.roles is not None and exposure.delegated is not None

    @property
    def permissions(self) -> tuple[tuple[Permission, Standing], ...]:
        """The profile's permissions with the state of their consent; for a removal, those that the application has."""
        if not self.removes:
            return tuple((permission, self._standing(permission)) for permission in self.occasion.profile.permissions)
        granted = self.outcome.application.granted if self.outcome.application else frozenset()
        standing = Standing.WITHDRAWN if self.kind is Kind.RESULT else Standing.TO_WITHDRAW
        profiles = self.occasion.manifest.profiles
        known = {permission.id: permission for profile in profiles for permission in profile.permissions}
        return tuple((permission, standing) for key, permission in known.items() if key in granted)

    def _standing(self, permission: Permission) -> Standing:
        application, proof = self.outcome.application, self.outcome.proof
        if proof is not None:
            return Standing.GRANTED if permission.name in proof.granted else Standing.MISSING
        if Line(Thing.PERMISSION, Fate.GRANTED, permission.name) in self.lines:
            return Standing.GRANTED if self.kind is Kind.RESULT else Standing.TO_GRANT
        return Standing.GRANTED if application and permission.id in application.granted else Standing.AWAITED


def plan_receipt(occasion: Occasion, plan: Plan) -> Receipt:
    """The receipt of a plan that has not been carried out, as for a change board."""
    return Receipt(Kind.PLAN, occasion, plan.lines, plan.expires, Outcome(plan.application), plan.from_connector)


def result_receipt(occasion: Occasion, plan: Plan, outcome: Outcome) -> Receipt:
    """The receipt of what was done. For a removal, `outcome.application` is the one that was removed."""
    lines = tuple(
        replace(line, status=Fate.KEPT) if _stays_hidden(line, outcome.application) else line for line in plan.lines
    )
    return Receipt(Kind.RESULT, occasion, lines, None, outcome, plan.from_connector)


def _stays_hidden(line: PlanLine, application: Application | None) -> bool:
    """Whether the portal's tag that the line announced could not be added, of which a warning told (`StaysHidden`)."""
    announced = line.thing is Thing.SERVICE_PRINCIPAL and line.status is Fate.COMPLETED
    return announced and application is not None and PORTAL_TAG not in application.principal_tags


def check_receipt(
    occasion: Occasion, application: Application, proof: Proof, found: Iterable[HealthReason] = ()
) -> Receipt:
    """The receipt of a check, which has changed nothing; `found`: what the application has that does not belong."""
    principal = [Line(Thing.SERVICE_PRINCIPAL, Fate.KEPT, application.name)] if application.service_principal_id else []
    credentials = [credential_line(entry, Fate.KEPT) for entry in application.credentials]
    told = (reason for reason in found if isinstance(reason, Reason) and not _is_told_already(reason))
    others = (reason_line(reason, Fate.KEPT) for reason in told)
    lines = (Line(Thing.APPLICATION, Fate.KEPT, application.name), *principal, *credentials, *others)
    return Receipt(Kind.CHECK, occasion, lines, None, Outcome(application, proof=proof))


def _is_told_already(reason: Reason) -> bool:
    """Whether a line of the application, or of one of its credentials, tells it already."""
    return isinstance(reason, NameOnly | LiveCredential | Disabled)


def credential_facts(credential: AnyCredential) -> CredentialFacts | None:
    """The facts of a credential, without its value; None if its key id or expiry are not known."""
    if isinstance(credential, RegisteredFederation):
        return CredentialFacts(kind_of(credential), credential.key_id, None)
    if credential.key_id is None or credential.expires is None:
        return None
    return CredentialFacts(kind_of(credential), credential.key_id, rfc3339(credential.expires))
