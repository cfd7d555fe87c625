"""The receipt: one typed value that every document is made from. No field of it, at any depth, can hold a `Secret`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from installer.events import Action, CredentialFacts, PlanRow
from installer.model import (
    Account,
    AnyCredential,
    Application,
    Bundle,
    Cloud,
    CredentialKind,
    Manifest,
    Organization,
    Permission,
    Profile,
    Proof,
    Rights,
    kind_of,
    rfc3339,
)

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
    """Who worked when on which tenant, and what was wanted. `moment` knows its offset from UTC."""

    moment: datetime
    cloud: Cloud
    organization: Organization
    account: Account
    rights: Rights
    manifest: Manifest
    profile: Profile

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


@dataclass(frozen=True, slots=True)
class Receipt:
    """`expires` is the end of the credential that the plan makes, where it makes one."""

    kind: Kind
    occasion: Occasion
    rows: tuple[PlanRow, ...]
    expires: datetime | None
    outcome: Outcome

    @property
    def removes(self) -> bool:
        """Whether it is the application itself that goes."""
        return any(row.key == "application" and row.action is Action.DELETE for row in self.rows)

    @property
    def changes(self) -> bool:
        return any(row.action is not Action.NONE for row in self.rows)

    @property
    def found(self) -> bool:
        """Whether the application was there before."""
        return not any(row.key == "application" and row.action is Action.CREATE for row in self.rows)

    @property
    def rehearsal(self) -> bool:
        """Whether the tenant was the embedded one, which ends with the program."""
        return self.occasion.cloud.id == "demo"

    @property
    def name(self) -> str:
        """The application's display name."""
        if self.outcome.application:
            return self.outcome.application.name
        planned = (row.subject for row in self.rows if row.key == "application")
        return next(planned, self.occasion.manifest.application_name)

    def command(self, verb: str) -> str:
        """The command line that does something to this very application."""
        cloud, application = self.occasion.cloud, self.outcome.application
        where = [] if self.rehearsal or cloud.id == "global" else ["--cloud", cloud.id]
        which = ["--app", application.client_id] if application else []
        return " ".join(["glimps-odsp-setup", verb, *where, *which])

    @property
    def end(self) -> datetime | None:
        """When the credential ends, the one that was made or the one that will be."""
        credential = self.outcome.credential
        return datetime.fromisoformat(credential.expires) if credential else self.expires

    @property
    def credential_kind(self) -> CredentialKind:
        """Of the credential that was made, or will be."""
        if self.outcome.credential:
            return self.outcome.credential.kind
        certificate = any(row.key == CredentialKind.CERTIFICATE for row in self.rows)
        return CredentialKind.CERTIFICATE if certificate else CredentialKind.SECRET

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
        if PlanRow("permission", Action.GRANT, permission.name) in self.rows:
            return Standing.GRANTED if self.kind is Kind.RESULT else Standing.TO_GRANT
        return Standing.GRANTED if application and permission.id in application.granted else Standing.AWAITED


def plan_receipt(occasion: Occasion, plan: Plan) -> Receipt:
    """What will be done, for the change board: nothing has happened yet."""
    return Receipt(Kind.PLAN, occasion, plan.rows, plan.expires, Outcome(plan.application))


def result_receipt(occasion: Occasion, plan: Plan, outcome: Outcome) -> Receipt:
    """What was done. For a removal, `outcome.application` is the one that was removed."""
    return Receipt(Kind.RESULT, occasion, plan.rows, None, outcome)


def check_receipt(occasion: Occasion, application: Application, proof: Proof) -> Receipt:
    """What was found, with nothing changed."""
    principal = (
        [PlanRow("service_principal", Action.NONE, application.name)] if application.service_principal_id else []
    )
    credentials = [
        PlanRow(f"kept_{entry.kind}", Action.NONE, entry.key_id, entry.end) for entry in application.credentials
    ]
    rows = (PlanRow("application", Action.NONE, application.name), *principal, *credentials)
    return Receipt(Kind.CHECK, occasion, rows, None, Outcome(application, proof=proof))


def credential_facts(credential: AnyCredential) -> CredentialFacts | None:
    """A credential without its private part; None for one of which Microsoft does not tell key id and end."""
    if credential.key_id is None or credential.expires is None:
        return None
    return CredentialFacts(kind_of(credential), credential.key_id, rfc3339(credential.expires))
