"""The receipt: one typed value that every document is made from. No field of it, at any depth, can hold a `Secret`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

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
    Fate,
    Line,
    Manifest,
    Organization,
    Permission,
    PlanLine,
    Profile,
    Proof,
    RegisteredFederation,
    Rights,
    Thing,
    beside,
    credential_line,
    kind_of,
    rfc3339,
)
from installer.program import RELEASED

if TYPE_CHECKING:  # it brings msal and requests, which a page of the wizard must not load before it is shown
    from installer.registration import Plan

NOTICE: Final = timedelta(days=30)
"""How long before its end the credential is to be renewed."""


class Kind(StrEnum):
    """What a receipt is about: what will be done, what was done, or what was found."""

    PLAN = "plan"
    RESULT = "result"
    CHECK = "check"


class Standing(StrEnum):
    """Where admin consent to a permission stands."""

    GRANTED = "granted"
    TO_GRANT = "to_grant"
    AWAITED = "awaited"
    MISSING = "missing"
    TO_WITHDRAW = "to_withdraw"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Occasion:
    """Who worked when on which tenant, and what was wanted. `moment` knows its offset from UTC.

    `others` have signed in after `account`, in the same run.
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
    """What there is by now; None for what there is not."""

    application: Application | None = None
    credential: CredentialFacts | None = None
    proof: Proof | None = None
    bundle: Bundle | None = None
    warnings: tuple[SetupError, ...] = ()
    """What is to be known of the credential's trial, and stopped nothing."""

    @property
    def proven(self) -> bool:
        """Whether a token made with the credential carries every permission."""
        return self.proof is not None and self.proof.token and self.proof.holds


@dataclass(frozen=True, slots=True)
class Receipt:
    """`expires` is the end of the credential that the plan makes, where it makes one."""

    kind: Kind
    occasion: Occasion
    lines: tuple[PlanLine, ...]
    expires: datetime | None
    outcome: Outcome
    from_connector: bool = False
    """Whether the connector has the secret of the credential, and this program never did."""

    @property
    def removes(self) -> bool:
        """Whether it is the application itself that goes."""
        return self._application_is(Fate.REMOVED)

    @property
    def changes(self) -> bool:
        return any(line.status.changes for line in self.lines)

    @property
    def found(self) -> bool:
        """Whether the application was there before."""
        return not self._application_is(Fate.CREATED)

    def _application_is(self, fate: Fate) -> bool:
        return any(line.thing is Thing.APPLICATION and line.status is fate for line in self.lines)

    @property
    def rehearsal(self) -> bool:
        """Whether the tenant was the embedded one, which ends with the program."""
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
        """The command line that does something to this very application."""
        cloud, application = self.occasion.cloud, self.outcome.application
        where = [] if self.rehearsal or cloud.id == "global" else ["--cloud", cloud.id]
        which = ["--app", application.client_id] if application else []
        return " ".join([RELEASED, verb, *where, *which])

    @property
    def end(self) -> datetime | None:
        """When the credential ends, the one that was made or the one that will be."""
        credential = self.outcome.credential
        if credential is None:
            return self.expires
        return datetime.fromisoformat(credential.expires) if credential.expires else None

    @property
    def has_credential(self) -> bool:
        """Whether one was made or registered, or will be; a federation has no end."""
        return self.outcome.credential is not None or self.expires is not None or self._has_federation

    @property
    def _has_federation(self) -> bool:
        return any(line.thing is Thing.FEDERATION and line.status.changes for line in self.lines)

    @property
    def credential_kind(self) -> CredentialKind:
        """Of the credential that was made, or will be."""
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
        """Whether mailboxes may be open, to the profile or to what was granted beyond it.

        Microsoft's names of such permissions begin with Mail (permissions reference). What is beyond may be of any API,
        or unread, so that nothing is said of it.
        """
        granted = (Thing.EXTRA_PERMISSION, Thing.DELEGATED_PERMISSION, Thing.DECLARED_PERMISSION)
        more = any(line.thing in granted for line in beside(self.lines))
        extra = bool(self.outcome.proof and self.outcome.proof.extra)
        asked = any(permission.name.startswith("Mail") for permission in self.occasion.profile.permissions)
        return more or extra or asked

    @property
    def permissions(self) -> tuple[tuple[Permission, Standing], ...]:
        """The profile's permissions with their consent; for a removal, those that go with the application."""
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
    """What will be done, for the change board: nothing has happened yet."""
    return Receipt(Kind.PLAN, occasion, plan.lines, plan.expires, Outcome(plan.application), plan.from_connector)


def result_receipt(occasion: Occasion, plan: Plan, outcome: Outcome) -> Receipt:
    """What was done. For a removal, `outcome.application` is the one that was removed."""
    lines = tuple(
        replace(line, status=Fate.KEPT) if _stays_hidden(line, outcome.application) else line for line in plan.lines
    )
    return Receipt(Kind.RESULT, occasion, lines, None, outcome, plan.from_connector)


def _stays_hidden(line: PlanLine, application: Application | None) -> bool:
    """Whether Microsoft refused what the line announced: a warning has told it, and the run went on."""
    announced = line.thing is Thing.SERVICE_PRINCIPAL and line.status is Fate.COMPLETED
    return announced and application is not None and PORTAL_TAG not in application.principal_tags


def check_receipt(occasion: Occasion, application: Application, proof: Proof) -> Receipt:
    """What was found, with nothing changed."""
    principal = [Line(Thing.SERVICE_PRINCIPAL, Fate.KEPT, application.name)] if application.service_principal_id else []
    credentials = [credential_line(entry, Fate.KEPT) for entry in application.credentials]
    lines = (Line(Thing.APPLICATION, Fate.KEPT, application.name), *principal, *credentials)
    return Receipt(Kind.CHECK, occasion, lines, None, Outcome(application, proof=proof))


def credential_facts(credential: AnyCredential) -> CredentialFacts | None:
    """A credential without its private part; None for one of which Microsoft does not tell key id and end."""
    if isinstance(credential, RegisteredFederation):
        return CredentialFacts(kind_of(credential), credential.key_id, None)
    if credential.key_id is None or credential.expires is None:
        return None
    return CredentialFacts(kind_of(credential), credential.key_id, rfc3339(credential.expires))
