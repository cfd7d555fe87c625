"""The lines of a plan and of a comparison: what a line is about, and what happens to it or how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import Generic, TypeVar

from installer.model.choices import CredentialKind
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

    @classmethod
    def of(cls, kind: CredentialKind) -> Thing:
        match kind:
            case CredentialKind.SECRET:
                return cls.SECRET
            case CredentialKind.CERTIFICATE:
                return cls.CERTIFICATE
            case CredentialKind.FEDERATED:
                return cls.FEDERATION


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

    @property
    def changes(self) -> bool:
        """Whether anything in the tenant is changed."""
        return self not in (Fate.KEPT, Fate.AWAITED)


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
