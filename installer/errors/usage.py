"""What was typed cannot be used; nothing was started."""

from __future__ import annotations

from dataclasses import dataclass

from installer.errors.base import ExitCode, SetupError
from installer.model import Application


class BadInput(SetupError):
    exit_code = ExitCode.BAD_INPUT


@dataclass(eq=False)
class UnknownOption(BadInput):
    option: str


@dataclass(eq=False)
class UnknownCommand(BadInput):
    command: str
    known: tuple[str, ...]


@dataclass(eq=False)
class MissingValue(BadInput):
    option: str


@dataclass(eq=False)
class InvalidChoice(BadInput):
    option: str
    value: str
    allowed: tuple[str, ...]


@dataclass(eq=False)
class InvalidGuid(BadInput):
    option: str
    value: str


@dataclass(eq=False)
class InvalidTenant(BadInput):
    value: str


@dataclass(eq=False)
class InvalidMonths(BadInput):
    value: str


@dataclass(eq=False)
class InvalidName(BadInput):
    """A single-tenant application takes 1 to 120 characters (Microsoft, supported accounts validation)."""

    value: str


@dataclass(eq=False)
class InvalidClientName(BadInput):
    """The connector's documentation only shows names of letters and digits, so no other is offered."""

    value: str


@dataclass(eq=False)
class OptionsClash(BadInput):
    first: str
    second: str


@dataclass(eq=False)
class NeedsOption(BadInput):
    """`option` only means something with `other`."""

    option: str
    other: str


@dataclass(eq=False)
class NoDisplay(BadInput):
    pass


@dataclass(eq=False)
class NeedsConfirmation(BadInput):
    """A writing command without --yes where nobody can be asked."""


@dataclass(eq=False)
class NeedsEncryption(BadInput):
    """Neither a recipient nor a passphrase was given."""


@dataclass(eq=False)
class NeedsKey(BadInput):
    """`open` was given neither an identity nor a passphrase."""


@dataclass(eq=False)
class OwnClientNeeded(BadInput):
    """Microsoft's public client does not exist in that cloud: the customer's own one must be named."""

    cloud: str


@dataclass(eq=False)
class ApplicationNotFound(BadInput):
    app: str


@dataclass(eq=False)
class CredentialNotFound(BadInput):
    """The application has no credential of that key id."""

    key_id: str


@dataclass(eq=False)
class EmptySecret(BadInput):
    """No client secret was given."""


@dataclass(eq=False)
class SecretIdGiven(BadInput):
    """A secret's ID was given in the place of its value."""


@dataclass(eq=False)
class OtherCloud(BadInput):
    """The bundle's credential belongs to a cloud whose hosts are not those that were chosen."""

    path: str
    authority: str


@dataclass(eq=False)
class AmbiguousApplication(BadInput):
    name: str
    candidates: tuple[Application, ...]


@dataclass(eq=False)
class UnknownPermission(BadInput):
    """Microsoft Graph of this tenant does not offer the permission under the id that the manifest expects."""

    name: str


@dataclass(eq=False)
class NotOurs(BadInput):
    """The application was not made by this program, and was not named: it is not removed."""

    name: str
    app: str
