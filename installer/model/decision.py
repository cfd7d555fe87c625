"""What makes an application that was found not plainly ours: reasons with their facts, and what may be decided."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from installer.model.choices import Decision
from installer.model.exposure import (
    DeclaredPermission,
    DelegatedGrant,
    FederatedCredential,
    GrantedRole,
    Owner,
    RedirectAddress,
)
from installer.model.tenant import Application, CredentialEntry


class ReasonCode(StrEnum):
    """The names that programs know the reasons by."""

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
class CreatedMeanwhile:
    """Somebody registered it under our unique name between the look-up and our write, which changed `changed`.

    These are names of properties (Microsoft Graph, application resource); `restored` are those that were put back.
    """

    code: ClassVar = ReasonCode.CREATED_MEANWHILE
    changed: tuple[str, ...] = ()
    restored: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NameOnly:
    """It has our name, or with `tagged` our tag, which anybody can give; not our unique name."""

    code: ClassVar = ReasonCode.NAME_ONLY
    tagged: bool


@dataclass(frozen=True, slots=True)
class LiveCredential:
    """Whoever knows this secret, or has this certificate's key, would get what is granted."""

    code: ClassVar = ReasonCode.CREDENTIALS
    entry: CredentialEntry


@dataclass(frozen=True, slots=True)
class PrincipalCredential:
    """The same, of the service principal, where the portal shows none."""

    code: ClassVar = ReasonCode.PRINCIPAL_CREDENTIALS
    entry: CredentialEntry


@dataclass(frozen=True, slots=True)
class Federated:
    code: ClassVar = ReasonCode.FEDERATED_CREDENTIALS
    credential: FederatedCredential


@dataclass(frozen=True, slots=True)
class Owned:
    """The owner, of the application or with `of_principal` of its service principal, can add credentials later."""

    code: ClassVar = ReasonCode.OWNERS
    owner: Owner
    of_principal: bool = False


@dataclass(frozen=True, slots=True)
class Redirected:
    """Sign-ins of the tenant's users can be led to this address."""

    code: ClassVar = ReasonCode.REDIRECT_URIS
    address: RedirectAddress


@dataclass(frozen=True, slots=True)
class PublicClient:
    code: ClassVar = ReasonCode.PUBLIC_CLIENT


@dataclass(frozen=True, slots=True)
class Audience:
    """Not for this tenant alone: `value` is Microsoft's signInAudience."""

    code: ClassVar = ReasonCode.AUDIENCE
    value: str


@dataclass(frozen=True, slots=True)
class ExtraPermission:
    """An application permission that was granted and is not in the profile."""

    code: ClassVar = ReasonCode.EXTRA_PERMISSIONS
    role: GrantedRole


@dataclass(frozen=True, slots=True)
class ExtraDeclaration:
    """Asked for, not granted yet, and not in the profile: the portal's consent button would grant it."""

    code: ClassVar = ReasonCode.DECLARED_PERMISSIONS
    permission: DeclaredPermission


@dataclass(frozen=True, slots=True)
class ExtraDelegation:
    """Delegated permissions that were granted; `scopes` are those beyond the tolerated ones."""

    code: ClassVar = ReasonCode.DELEGATED_PERMISSIONS
    grant: DelegatedGrant
    scopes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disabled:
    """Somebody has forbidden the service principal to sign in. That is never undone here."""

    code: ClassVar = ReasonCode.DISABLED


@dataclass(frozen=True, slots=True)
class Unread:
    """Whether there is a reason of that code could not be read, so that nothing may be said of it."""

    code: ReasonCode


Reason = (
    CreatedMeanwhile
    | NameOnly
    | LiveCredential
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
    """What a person has to decide before anything is granted to `application`, or a credential is added to it."""

    application: Application
    reasons: tuple[Reason, ...]
    ways: tuple[Decision, ...]
    others: tuple[Application, ...] = ()
    """Other applications of the name or the tag, which are left as they are."""

    @property
    def codes(self) -> tuple[ReasonCode, ...]:
        """Each code once, in the order of the reasons."""
        return tuple(dict.fromkeys(reason.code for reason in self.reasons))
