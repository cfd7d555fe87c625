"""Why an application that was found is not plainly ours: the reasons with their facts, and the possible decisions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from installer.model.choices import Decision
from installer.model.exposure import (
    DeclaredPermission,
    DelegatedGrant,
    FoundFederation,
    GrantedRole,
    Owner,
    RedirectAddress,
)
from installer.model.tenant import Application, CredentialEntry


class ReasonCode(StrEnum):
    """The stable names of the reasons, as in JSON events."""

    NAME_ONLY = "name_only"
    CREDENTIALS = "credentials"
    PRINCIPAL_CREDENTIALS = "service_principal_credentials"
    FEDERATED_CREDENTIALS = "federated_credentials"
    OWNERS = "owners"
    REDIRECT_URIS = "redirect_uris"
    PUBLIC_CLIENT = "public_client"
    AUDIENCE = "audience"
    EXTRA_PERMISSIONS = "extra_permissions"
    DECLARED_PERMISSIONS = "declared_permissions"
    DELEGATED_PERMISSIONS = "delegated_permissions"
    DISABLED = "disabled"
    CREATED_MEANWHILE = "created_meanwhile"


@dataclass(frozen=True, slots=True)
class ChangedByUs:
    """Somebody registered it under our unique name between the look-up and our write, which changed it.

    `changed` are the names of the properties (Microsoft Graph, application resource); `restored` those cleared again.
    """

    code: ClassVar = ReasonCode.CREATED_MEANWHILE
    changed: tuple[str, ...] = ()
    restored: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NameOnly:
    """It has our display name or, with `tagged`, our tag, which anybody can set; but not our unique name."""

    code: ClassVar = ReasonCode.NAME_ONLY
    tagged: bool


@dataclass(frozen=True, slots=True)
class LiveCredential:
    """Whoever has this secret, or this certificate's key, could use what is granted."""

    code: ClassVar = ReasonCode.CREDENTIALS
    entry: CredentialEntry


@dataclass(frozen=True, slots=True)
class RolledCertificate:
    """A certificate that a key of the application itself may have added (addKey): to be compared, and no reason."""

    code: ClassVar = ReasonCode.CREDENTIALS
    entry: CredentialEntry


@dataclass(frozen=True, slots=True)
class PrincipalCredential:
    """A `LiveCredential` of the service principal, which the portal does not show."""

    code: ClassVar = ReasonCode.PRINCIPAL_CREDENTIALS
    entry: CredentialEntry


@dataclass(frozen=True, slots=True)
class Federated:
    """Whoever has a token from this issuer with this subject could use what is granted."""

    code: ClassVar = ReasonCode.FEDERATED_CREDENTIALS
    credential: FoundFederation


@dataclass(frozen=True, slots=True)
class Owned:
    """An owner of the application, or with `of_principal` of its service principal, can add credentials at any time."""

    code: ClassVar = ReasonCode.OWNERS
    owner: Owner
    of_principal: bool = False


@dataclass(frozen=True, slots=True)
class Redirected:
    """Tokens of the tenant's users can be sent to this address."""

    code: ClassVar = ReasonCode.REDIRECT_URIS
    address: RedirectAddress


@dataclass(frozen=True, slots=True)
class PublicClient:
    """It can sign users in without a credential of its own (`isFallbackPublicClient`)."""

    code: ClassVar = ReasonCode.PUBLIC_CLIENT


@dataclass(frozen=True, slots=True)
class Audience:
    """Other tenants can use it as well; `value` is its `signInAudience`."""

    code: ClassVar = ReasonCode.AUDIENCE
    value: str


@dataclass(frozen=True, slots=True)
class ExtraPermission:
    """An application permission of any API that is granted but not in the profile."""

    code: ClassVar = ReasonCode.EXTRA_PERMISSIONS
    role: GrantedRole


@dataclass(frozen=True, slots=True)
class ExtraDeclaration:
    """A permission that is declared and not in the profile: the portal's consent button would grant it."""

    code: ClassVar = ReasonCode.DECLARED_PERMISSIONS
    permission: DeclaredPermission


@dataclass(frozen=True, slots=True)
class ExtraDelegation:
    """Delegated permissions that are granted; `scopes` are those beyond the tolerated ones."""

    code: ClassVar = ReasonCode.DELEGATED_PERMISSIONS
    grant: DelegatedGrant
    scopes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disabled:
    """Somebody has disabled the service principal. This program never enables it again."""

    code: ClassVar = ReasonCode.DISABLED


@dataclass(frozen=True, slots=True)
class Unread:
    """What would show whether there is a reason with this code could not be read."""

    code: ReasonCode


Reason = (
    ChangedByUs
    | NameOnly
    | LiveCredential
    | RolledCertificate
    | PrincipalCredential
    | Federated
    | Owned
    | Redirected
    | PublicClient
    | Audience
    | ExtraPermission
    | ExtraDeclaration
    | ExtraDelegation
    | Disabled
    | Unread
)


@dataclass(frozen=True, slots=True)
class Question:
    """What a person has to decide before anything is granted to `application` or a credential added.

    `ways` are the decisions to choose from.
    """

    application: Application
    reasons: tuple[Reason, ...]
    ways: tuple[Decision, ...]
    others: tuple[Application, ...] = ()
    """Other applications with our name or tag, which are left as they are."""

    @property
    def codes(self) -> tuple[ReasonCode, ...]:
        """Each code once, in the order of the reasons."""
        return tuple(dict.fromkeys(reason.code for reason in self.reasons))
