"""How an application, or a credential of it, stands: what was found, and what was looked at to say so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import ClassVar, Final

from installer.model.decision import Disabled, Reason, ReasonCode

SOON: Final = timedelta(days=30)
"""How long before its end a credential is worth a word."""


class HealthState(StrEnum):
    """From the worst to the best; the first that fits is the one that is told."""

    INCOMPLETE = "incomplete"
    """The connector cannot do its work."""
    QUESTIONABLE = "questionable"
    """Something is there that does not belong."""
    ENDING = "ending"
    HEALTHY = "healthy"


class Aspect(StrEnum):
    """What can be looked at, by the names that programs know it by: the codes of the reasons, where it has one."""

    TOKEN = "token"  # a name, no secret
    """Whether the credential gets a token."""
    PERMISSIONS = "permissions"
    """Whether all that the profile asks for was granted."""
    SERVICE_PRINCIPAL = "service_principal"
    DISABLED = "disabled"
    END = "end"
    """When the credential ends."""
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
    """The names that programs know by what is missing, or soon will be."""

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
    code: ClassVar = LackCode.NO_SERVICE_PRINCIPAL


@dataclass(frozen=True, slots=True)
class MissingPermission:
    """An application permission of the profile that was not granted."""

    code: ClassVar = LackCode.MISSING_PERMISSIONS
    name: str


@dataclass(frozen=True, slots=True)
class NothingLive:
    """No credential is valid any longer; with `expected`, none of those that were named."""

    code: ClassVar = LackCode.NO_LIVE_CREDENTIAL
    expected: bool


@dataclass(frozen=True, slots=True)
class Ending:
    """The last of the credentials ends on that day."""

    code: ClassVar = LackCode.ENDS_SOON
    end: datetime


@dataclass(frozen=True, slots=True)
class UnknownCertificate:
    """The certificate that was given is not among the live ones; its SHA-1 in upper-case hexadecimal."""

    code: ClassVar = LackCode.UNKNOWN_CERTIFICATE
    thumbprint: str


Lack = NoToken | NoServicePrincipal | MissingPermission | NothingLive | UnknownCertificate
"""Without it the connector cannot do its work; `Disabled`, which is a reason too, stops it likewise."""
HealthReason = Lack | Ending | Reason


@dataclass(frozen=True, slots=True)
class Expected:
    """Which credentials are known to be in use; nothing, where nobody said so."""

    key_ids: frozenset[str] = frozenset()
    federations: frozenset[tuple[str, str]] = frozenset()
    """Issuer and subject."""
    thumbprint: str = ""
    """Of a certificate that must be among the live ones; it does not say that others are not in use."""

    @property
    def said(self) -> bool:
        return bool(self.key_ids or self.federations)


@dataclass(frozen=True, slots=True)
class Health:
    """What a check found. Nothing is said of what stands in `not_looked_at`."""

    reasons: tuple[HealthReason, ...]
    """What keeps it from being healthy; the gravest come first."""
    looked_at: tuple[Aspect, ...]
    told: tuple[Reason, ...] = ()
    """What is to be known and compared, and is no reason."""
    ends: datetime | None = None
    """When the last live credential ends, or the one that was given; None where it has no end, or none was read."""
    gone: tuple[str, ...] = ()
    """The key ids of expected credentials that are not there, or have ended, while another one is alive."""
    by_description: bool = False
    """Whether the credentials were told from foreign ones by their description alone, which can be forged."""

    @property
    def state(self) -> HealthState:
        states = {state_of(reason) for reason in self.reasons}
        return next((state for state in HealthState if state in states), HealthState.HEALTHY)

    @property
    def not_looked_at(self) -> tuple[Aspect, ...]:
        return tuple(aspect for aspect in Aspect if aspect not in self.looked_at)

    @property
    def codes(self) -> tuple[LackCode | ReasonCode, ...]:
        """Each code once, in the order of the reasons."""
        return tuple(dict.fromkeys(reason.code for reason in self.reasons))


def state_of(reason: HealthReason) -> HealthState:
    """The state that one reason alone makes."""
    if isinstance(reason, Lack | Disabled):
        return HealthState.INCOMPLETE
    return HealthState.ENDING if isinstance(reason, Ending) else HealthState.QUESTIONABLE


def gravest_first(reasons: Iterable[HealthReason]) -> tuple[HealthReason, ...]:
    """The same reasons, by the state that each makes; those of one state stay in their order."""
    return tuple(sorted(reasons, key=lambda reason: list(HealthState).index(state_of(reason))))
