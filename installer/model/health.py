"""The health of an application or of one of its credentials: what was found, and what was checked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import ClassVar, Final

from installer.model.decision import Disabled, Reason, ReasonCode

SOON: Final = timedelta(days=30)
"""How long before a credential expires it is warned about, and the reminder is due."""


class HealthState(StrEnum):
    """The overall result, from the worst to the best; the first that applies."""

    INCOMPLETE = "incomplete"
    """The connector cannot work."""
    QUESTIONABLE = "questionable"
    """Something is there that does not belong."""
    ENDING = "ending"
    """The last credential expires soon."""
    HEALTHY = "healthy"


class Aspect(StrEnum):
    """What can be checked, by its stable name: the code of its reason (`ReasonCode`), if it has one."""

    TOKEN = "token"  # a name, no secret
    """Whether the credential gets a token."""
    PERMISSIONS = "permissions"
    """Whether every permission of the profile is granted."""
    SERVICE_PRINCIPAL = "service_principal"
    DISABLED = "disabled"
    END = "end"
    """When the credential expires."""
    EXTRA_PERMISSIONS = "extra_permissions"
    """Application permissions of Microsoft Graph beyond the profile."""
    OTHER_APIS = "other_api_permissions"
    """Application permissions of any other API."""
    CREDENTIALS = "credentials"
    """The other secrets and certificates of the application."""
    PRINCIPAL_CREDENTIALS = "service_principal_credentials"
    FEDERATED_CREDENTIALS = "federated_credentials"
    OWNERS = "owners"
    REDIRECT_URIS = "redirect_uris"
    PUBLIC_CLIENT = "public_client"
    AUDIENCE = "audience"
    DECLARED_PERMISSIONS = "declared_permissions"
    DELEGATED_PERMISSIONS = "delegated_permissions"


class LackCode(StrEnum):
    """The stable names of what is missing, or soon will be."""

    NO_TOKEN = "no_token"  # a name, no secret
    NO_SERVICE_PRINCIPAL = "no_service_principal"
    MISSING_PERMISSIONS = "missing_permissions"
    NO_LIVE_CREDENTIAL = "no_live_credential"
    UNKNOWN_CERTIFICATE = "unknown_certificate"
    ENDS_SOON = "ends_soon"


@dataclass(frozen=True, slots=True)
class NoToken:
    """Microsoft refused the credential that was tried."""

    code: ClassVar = LackCode.NO_TOKEN


@dataclass(frozen=True, slots=True)
class NoServicePrincipal:
    """The application has no service principal in the tenant."""

    code: ClassVar = LackCode.NO_SERVICE_PRINCIPAL


@dataclass(frozen=True, slots=True)
class MissingPermission:
    """An application permission of the profile that is not granted."""

    code: ClassVar = LackCode.MISSING_PERMISSIONS
    name: str


@dataclass(frozen=True, slots=True)
class NothingLive:
    """All credentials have expired or are gone; with `expected`, all that were named."""

    code: ClassVar = LackCode.NO_LIVE_CREDENTIAL
    expected: bool


@dataclass(frozen=True, slots=True)
class Ending:
    """The last of the credentials expires at `end`."""

    code: ClassVar = LackCode.ENDS_SOON
    end: datetime


@dataclass(frozen=True, slots=True)
class UnknownCertificate:
    """The given certificate is not among the live ones; its SHA-1 thumbprint in upper-case hexadecimal."""

    code: ClassVar = LackCode.UNKNOWN_CERTIFICATE
    thumbprint: str


Lack = NoToken | NoServicePrincipal | MissingPermission | NothingLive | UnknownCertificate
"""What stops the connector from working; so does `Disabled`, which is a `Reason`."""
HealthReason = Lack | Ending | Reason


@dataclass(frozen=True, slots=True)
class Expected:
    """Which credentials are known to be in use; empty if nobody said so."""

    key_ids: frozenset[str] = frozenset()
    federations: frozenset[tuple[str, str]] = frozenset()
    """Issuer and subject of each."""
    thumbprint: str = ""
    """SHA-1 of a certificate that must be among the live ones; others may be in use as well."""

    @property
    def said(self) -> bool:
        """Whether somebody named all the credentials that are in use."""
        return bool(self.key_ids or self.federations)


@dataclass(frozen=True, slots=True)
class Health:
    """The result of a check. It says nothing about what is in `not_looked_at`."""

    reasons: tuple[HealthReason, ...]
    """What keeps the application from being healthy, the gravest first."""
    looked_at: tuple[Aspect, ...]
    told: tuple[Reason, ...] = ()
    """What is shown for comparison and does not count."""
    ends: datetime | None = None
    """When the last live credential, or the given one, expires; None if it does not, or if that is not known."""
    gone: tuple[str, ...] = ()
    """The key ids of expected credentials that no longer exist or have expired, while another one is live."""
    by_description: bool = False
    """Whether only their description, which can be forged, distinguished our credentials from others."""

    @property
    def state(self) -> HealthState:
        """The worst state of all reasons; `HEALTHY` without reasons."""
        states = {state_of(reason) for reason in self.reasons}
        return next((state for state in HealthState if state in states), HealthState.HEALTHY)

    @property
    def not_looked_at(self) -> tuple[Aspect, ...]:
        """What was not, or could not be, checked."""
        return tuple(aspect for aspect in Aspect if aspect not in self.looked_at)

    @property
    def codes(self) -> tuple[LackCode | ReasonCode, ...]:
        """Each code once, in the order of the reasons."""
        return tuple(dict.fromkeys(reason.code for reason in self.reasons))


def state_of(reason: HealthReason) -> HealthState:
    """The state if this were the only reason."""
    if isinstance(reason, Lack | Disabled):
        return HealthState.INCOMPLETE
    return HealthState.ENDING if isinstance(reason, Ending) else HealthState.QUESTIONABLE


def gravest_first(reasons: Iterable[HealthReason]) -> tuple[HealthReason, ...]:
    """The reasons sorted by their states, the worst first; those of one state keep their order."""
    return tuple(sorted(reasons, key=lambda reason: list(HealthState).index(state_of(reason))))
