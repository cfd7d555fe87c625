"""The lines of a plan and of a comparison: what each is about, and what will happen to it or what was found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import Final, Generic, TypeVar

from installer.model.choices import CredentialKind
from installer.model.decision import (
    Audience,
    ChangedByUs,
    Disabled,
    ExtraDeclaration,
    ExtraDelegation,
    ExtraPermission,
    Federated,
    LiveCredential,
    NameOnly,
    Owned,
    PrincipalCredential,
    PublicClient,
    Reason,
    ReasonCode,
    Redirected,
    RolledCertificate,
    Unread,
)
from installer.model.tenant import CredentialEntry


class Thing(Enum):
    """What a line is about."""

    APPLICATION = auto()
    SERVICE_PRINCIPAL = auto()
    PERMISSION = auto()
    """An application permission."""
    DELEGATED_PERMISSION = auto()
    SECRET = auto()
    CERTIFICATE = auto()
    FEDERATION = auto()
    """A federated identity credential."""
    CREDENTIAL = auto()
    """A credential of any kind, to say that there is none at all."""
    TOKEN = auto()
    PRINCIPAL_SECRET = auto()
    """A client secret of the service principal."""
    PRINCIPAL_CERTIFICATE = auto()
    EXTRA_PERMISSION = auto()
    """An application permission of any API, granted beyond the profile."""
    DECLARED_PERMISSION = auto()
    """A permission that the application asks for, granted or not."""
    OWNER = auto()
    PRINCIPAL_OWNER = auto()
    """An owner of the service principal."""
    REDIRECT_ADDRESS = auto()
    PUBLIC_CLIENT = auto()
    """That the application can sign users in without a credential."""
    AUDIENCE = auto()
    """That other tenants can use the application."""
    DISABLED = auto()
    """That the service principal is disabled."""

    @classmethod
    def of(cls, kind: CredentialKind) -> Thing:
        """An application's credential of this kind."""
        match kind:
            case CredentialKind.SECRET:
                return cls.SECRET
            case CredentialKind.CERTIFICATE:
                return cls.CERTIFICATE
            case CredentialKind.FEDERATED:
                return cls.FEDERATION

    @property
    def signs_in(self) -> bool:
        """Whether it is a credential that something may be signing in with right now."""
        principal = (Thing.PRINCIPAL_SECRET, Thing.PRINCIPAL_CERTIFICATE)
        return self in (Thing.SECRET, Thing.CERTIFICATE, Thing.FEDERATION, *principal)


class Fate(Enum):
    """What a plan does with a thing."""

    CREATED = auto()
    COMPLETED = auto()
    RESTORED = auto()
    """From the recycle bin."""
    PURGED = auto()
    """Permanently deleted from the recycle bin."""
    GRANTED = auto()
    AWAITED = auto()
    """Left to another administrator."""
    KEPT = auto()
    REMOVED = auto()
    """Removed by itself, as the person chose."""
    REMOVED_WITH_APPLICATION = auto()
    CLEANED_UP = auto()
    """Removed because an interrupted run left it undelivered; a credential."""
    TAKEN_AWAY = auto()
    """Removed before anything is granted, because it does not belong on the application."""
    IN_QUESTION = auto()
    """Somebody has to decide first whether it stays."""
    UNREAD = auto()
    """Microsoft did not let this account read it."""
    LEFT = auto()
    """Another application with our name or tag, which is not touched."""

    @property
    def changes(self) -> bool:
        """Whether it changes anything in the tenant."""
        return self not in (Fate.KEPT, Fate.AWAITED, Fate.IN_QUESTION, Fate.UNREAD, Fate.LEFT)


class Verdict(Enum):
    """How a thing compares with what was expected."""

    IN_PLACE = auto()
    MISSING = auto()
    REFUSED = auto()
    """It is there, but its use was refused, as the read that a permission should allow."""
    DISABLED = auto()
    EXTRA = auto()
    TOLERATED = auto()
    ENDS_SOON = auto()
    ENDED = auto()


S = TypeVar("S", Fate, Verdict)


@dataclass(frozen=True, slots=True)
class Line(Generic[S]):
    """A thing, with what a plan does with it (`Fate`) or what a comparison found (`Verdict`).

    An existing credential has a key id and usually an expiry (`end`); everything else is shown by its name.
    """

    thing: Thing
    status: S
    name: str = ""
    key_id: str = ""
    end: datetime | None = None


PlanLine = Line[Fate]
Finding = Line[Verdict]
AnyLine = PlanLine | Finding


def credential_line(entry: CredentialEntry, status: S) -> Line[S]:
    """The line for an existing credential of an application."""
    return Line(Thing.of(entry.kind), status, key_id=entry.key_id, end=entry.end)


def beside(lines: Iterable[PlanLine]) -> tuple[PlanLine, ...]:
    """The lines for what an application keeps that GLIMPS does not need: credentials, owners, grants, addresses."""
    needed = (Thing.APPLICATION, Thing.SERVICE_PRINCIPAL, Thing.PERMISSION)
    stays = (Fate.KEPT, Fate.IN_QUESTION, Fate.UNREAD)
    return tuple(line for line in lines if line.status in stays and line.thing not in needed)


def reason_line(reason: Reason, status: Fate) -> PlanLine:
    """The line for what a reason is about. For what could not be read, its status is `UNREAD`, whatever is decided."""
    match reason:
        case LiveCredential(entry) | RolledCertificate(entry):
            return credential_line(entry, status)
        case PrincipalCredential(entry):
            secret = entry.kind is CredentialKind.SECRET
            thing = Thing.PRINCIPAL_SECRET if secret else Thing.PRINCIPAL_CERTIFICATE
            return Line(thing, status, key_id=entry.key_id, end=entry.end)
        case Federated(credential):
            name = f"{credential.name} ({credential.issuer}, {credential.subject})"
            return Line(Thing.FEDERATION, status, name)
        case Owned(owner, of_principal):
            name = f"{owner.name} ({owner.username})" if owner.username else owner.name
            return Line(Thing.PRINCIPAL_OWNER if of_principal else Thing.OWNER, status, name)
        case Redirected(address):
            return Line(Thing.REDIRECT_ADDRESS, status, address.uri)
        case PublicClient():
            return Line(Thing.PUBLIC_CLIENT, status)
        case Audience(value):
            return Line(Thing.AUDIENCE, status, value)
        case ExtraPermission(role):
            return Line(Thing.EXTRA_PERMISSION, status, f"{role.name} ({role.api_name})")
        case ExtraDeclaration(permission):
            return Line(Thing.DECLARED_PERMISSION, status, f"{permission.name} ({permission.api_name})")
        case ExtraDelegation(grant, scopes):
            return Line(Thing.DELEGATED_PERMISSION, status, f"{' '.join(scopes)} ({grant.api_name})")
        case Disabled():
            return Line(Thing.DISABLED, status)
        case NameOnly() | ChangedByUs():
            return Line(Thing.APPLICATION, status)
        case Unread(code):
            return Line(_UNREAD[code], Fate.UNREAD)


_UNREAD: Final = {
    ReasonCode.OWNERS: Thing.OWNER,
    ReasonCode.AUDIENCE: Thing.AUDIENCE,
    ReasonCode.FEDERATED_CREDENTIALS: Thing.FEDERATION,
    ReasonCode.EXTRA_PERMISSIONS: Thing.EXTRA_PERMISSION,
    ReasonCode.DELEGATED_PERMISSIONS: Thing.DELEGATED_PERMISSION,
}
"""The thing that could not be read, by the code of its reason."""
