"""The lines of a plan and of a comparison: what a line is about, and what happens to it or how it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import Final, Generic, TypeVar

from installer.model.choices import CredentialKind
from installer.model.decision import (
    Audience,
    CreatedMeanwhile,
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
    """Of any kind: where there is none at all."""
    TOKEN = auto()
    PRINCIPAL_SECRET = auto()
    """A client secret of the service principal."""
    PRINCIPAL_CERTIFICATE = auto()
    EXTRA_PERMISSION = auto()
    """An application permission of any API, granted beyond the profile."""
    DECLARED_PERMISSION = auto()
    """One that the application asks for, granted or not."""
    OWNER = auto()
    PRINCIPAL_OWNER = auto()
    """One of the service principal."""
    REDIRECT_ADDRESS = auto()
    PUBLIC_CLIENT = auto()
    """That it may sign in without a credential."""
    AUDIENCE = auto()
    """That other tenants may use it."""
    DISABLED = auto()
    """That the service principal may not sign in."""

    @classmethod
    def of(cls, kind: CredentialKind) -> Thing:
        match kind:
            case CredentialKind.SECRET:
                return cls.SECRET
            case CredentialKind.CERTIFICATE:
                return cls.CERTIFICATE
            case CredentialKind.FEDERATED:
                return cls.FEDERATION

    @property
    def signs_in(self) -> bool:
        """Whether something may be signing in with it right now."""
        principal = (Thing.PRINCIPAL_SECRET, Thing.PRINCIPAL_CERTIFICATE)
        return self in (Thing.SECRET, Thing.CERTIFICATE, Thing.FEDERATION, *principal)


class Fate(Enum):
    """What a plan does with a thing."""

    CREATED = auto()
    COMPLETED = auto()
    RESTORED = auto()
    """From the recycle bin."""
    PURGED = auto()
    """From the recycle bin, for good."""
    GRANTED = auto()
    AWAITED = auto()
    """Left to another administrator."""
    KEPT = auto()
    REMOVED = auto()
    """By itself: the person chose it."""
    REMOVED_WITH_APPLICATION = auto()
    CLEANED_UP = auto()
    """A credential that an interrupted run left undelivered is removed."""
    TAKEN_AWAY = auto()
    """It does not belong to the application, and goes before anything is granted."""
    IN_QUESTION = auto()
    """Somebody has to decide first whether it stays."""
    UNREAD = auto()
    """Microsoft did not let it be read."""
    LEFT = auto()
    """Another application of the name or the tag, which is not touched."""

    @property
    def changes(self) -> bool:
        """Whether anything in the tenant is changed."""
        return self not in (Fate.KEPT, Fate.AWAITED, Fate.IN_QUESTION, Fate.UNREAD, Fate.LEFT)


class Verdict(Enum):
    """How a thing that was found, or was not, stands to what was expected."""

    IN_PLACE = auto()
    MISSING = auto()
    REFUSED = auto()
    """It is there, but what it is for was not allowed."""
    DISABLED = auto()
    EXTRA = auto()
    TOLERATED = auto()
    ENDS_SOON = auto()
    ENDED = auto()


S = TypeVar("S", Fate, Verdict)


@dataclass(frozen=True, slots=True)
class Line(Generic[S]):
    """One thing with what becomes of it (`Fate`) or how it stands (`Verdict`).

    A credential that exists has a key id and mostly an end; everything else has the name that it is shown by.
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
    """The line of a credential that exists."""
    return Line(Thing.of(entry.kind), status, key_id=entry.key_id, end=entry.end)


def beside(lines: Iterable[PlanLine]) -> tuple[PlanLine, ...]:
    """The lines of what an application keeps beside what GLIMPS needs: credentials, owners, grants, addresses."""
    needed = (Thing.APPLICATION, Thing.SERVICE_PRINCIPAL, Thing.PERMISSION)
    stays = (Fate.KEPT, Fate.IN_QUESTION, Fate.UNREAD)
    return tuple(line for line in lines if line.status in stays and line.thing not in needed)


def reason_line(reason: Reason, status: Fate) -> PlanLine:
    """The line of what a reason is about; what could not be read is just that, whatever is decided."""
    match reason:
        case LiveCredential(entry):
            return credential_line(entry, status)
        case PrincipalCredential(entry):
            secret = entry.kind is CredentialKind.SECRET
            thing = Thing.PRINCIPAL_SECRET if secret else Thing.PRINCIPAL_CERTIFICATE
            return Line(thing, status, key_id=entry.key_id, end=entry.end)
        case Federated(credential):
            name = f"{credential.name}: {credential.issuer}, {credential.subject}"
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
        case NameOnly() | CreatedMeanwhile():
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
"""What could not be read, by the reason that it might have been."""
