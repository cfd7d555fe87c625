"""What the person chose before the plan was made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from installer.model.manifest import Profile


class Purpose(StrEnum):
    """What a run is for; one engine serves them all."""

    SETUP = "setup"
    PREPARE = "prepare"
    RENEW = "renew"
    REMOVE = "remove"


class CredentialKind(StrEnum):
    SECRET = "secret"
    CERTIFICATE = "certificate"


@dataclass(frozen=True, slots=True)
class Choices:
    """All that a plan depends on beside the manifest and the tenant."""

    profile: Profile
    application_name: str
    months: int
    credential: CredentialKind = CredentialKind.SECRET
    app: str | None = None
    """Object id or application (client) id of the application meant, when its name is not enough."""
    purpose: Purpose = Purpose.SETUP
    purge: bool = False
    """Ours in the recycle bin is deleted for good, and a new one made, instead of being restored."""
    credentials_only: bool = False
    """A removal leaves the application alone: only the credentials go that the two fields below name."""
    old_keys: tuple[str, ...] = ()
    """Key ids."""
    expired: bool = False
    """Those that have ended."""
