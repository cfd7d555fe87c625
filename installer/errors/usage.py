"""What was typed cannot be used; nothing was started."""

from __future__ import annotations

from typing import Final

from installer.errors.base import ExitCode, Sentences, SetupError, Words
from installer.model import Application
from installer.program import own_name

METAVARS: Final = (
    Words("FILE"),
    Words("FILE|-"),
    Words("FILE.html|.pdf"),
    Words("NAME"),
    Words("NAME|FILE"),
    Words("ID"),
    Words("ID|DOMAIN"),
    Words("GUID"),
    Words("URL"),
    Words("TEXT"),
    Words("N"),
    Words("age1…|FILE"),
)
"""What options take, as the help and the errors call it; what is typed as it stands has no other words."""


class BadInput(SetupError, group=True):
    exit_code = ExitCode.BAD_INPUT


class UnusableCommand(BadInput, group=True):
    title = Words("The command cannot be used like this")


_SEE_HELP: Final = Words("See --help.")


_MEANT: Final = Words("Did you mean {near}?")


class UnknownOption(UnusableCommand):
    """`near`: what was meant, perhaps, as it would be typed."""

    option: str
    near: tuple[str, ...] = ()
    what = Words("Unknown option: {option}.")

    @property
    def hint(self) -> Words:
        return _MEANT if self.near else _SEE_HELP


class UnknownCommand(UnusableCommand):
    """`near` as for `UnknownOption`."""

    command: str
    known: tuple[str, ...]
    near: tuple[str, ...] = ()
    what = Words("Unknown command: {command}.")

    @property
    def hint(self) -> Sentences:
        known = Words("The commands are: {known}.")
        return (_MEANT, known) if self.near else known


class WordTooMany(UnusableCommand):
    word: str
    what = Words("“{word}” is not expected here.")
    hint = _SEE_HELP


class OptionOfOthers(UnusableCommand):
    """The option exists, but not for this command; `commands` have it, and none has where the wizard alone does."""

    option: str
    command: str
    commands: tuple[str, ...]

    @property
    def what(self) -> Words:
        if not self.command:
            return Words("{option} is an option of a command, and none was given.")
        return Words("{option} is not an option of “{command}”.")

    @property
    def hint(self) -> Words:
        return Words("It belongs to: {commands}.")


class MissingValue(UnusableCommand):
    """`form` is what to give, as the help calls it."""

    option: str
    form: str
    what = Words("{option} needs a value.")
    hint = Words("Give it like this: {option} {value}")

    @property
    def value(self) -> str:
        return next((word for word in METAVARS if word == self.form), self.form)


class NothingToOpen(UnusableCommand):
    """`open` was given no file."""

    what = Words("The file to open is missing.")
    hint = Words("Name it after the command: {command} contoso.age")
    command = "open"


class InvalidChoice(UnusableCommand):
    option: str
    value: str
    allowed: tuple[str, ...]
    what = Words("“{value}” is not allowed for {option}.")
    hint = Words("Choose one of: {allowed}.")


class InvalidGuid(UnusableCommand):
    option: str
    value: str
    what = Words("“{value}” is not an ID for {option}.")
    hint = Words("Give an ID like 00000000-0000-0000-0000-000000000000.")


class InvalidTenant(UnusableCommand):
    value: str
    what = Words("“{value}” is neither a tenant ID nor a domain.")
    hint = Words("Give the Directory (tenant) ID or a domain such as contoso.onmicrosoft.com.")


class InvalidMonths(UnusableCommand):
    value: str
    what = Words("“{value}” is not a lifetime in months.")
    hint = Words("Give a whole number from 1 to 24.")


class InvalidDays(UnusableCommand):
    value: str
    what = Words("“{value}” is not a number of days.")
    hint = Words("Give a whole number from 1 to 999.")


class InvalidName(UnusableCommand):
    """A single-tenant application takes 1 to 120 characters (Microsoft, supported accounts validation)."""

    value: str
    what = Words("The name of the application cannot be “{value}”.")
    hint = Words("Give a name of 1 to 120 characters.")


class NameTooLong(InvalidName):
    length: int
    what = Words("The name of the application has {length} characters, and Microsoft takes 120.")


class ControlInName(InvalidName):
    """`sign` is its number in Unicode, since it cannot be seen."""

    sign: str
    what = Words("The name of the application holds the character {sign}, which is a control character or unseen.")
    hint = Words("Type the name anew: it may have come along when the name was copied.")


class InvalidClientName(UnusableCommand):
    """The connector's documentation only shows names of letters and digits, so no other is offered."""

    value: str
    what = Words("“{value}” cannot be the connector’s name for this tenant.")
    hint = Words("Use lower-case letters and digits only.")


class NoSuchForm(UnusableCommand):
    """GLIMPS documents that form for client secrets alone."""

    form: str
    what = Words("The form {form} only carries a client secret, and this file holds none.")
    hint = Words("Use the form console or patch for a certificate or a federation.")
    console = "--format"


class MissingOption(UnusableCommand):
    option: str
    what = Words("{option} is missing.")
    hint = _SEE_HELP


class PlainFileNamedAge(UnusableCommand):
    """Nothing in the file is secret, so that it is not encrypted, but its name says so."""

    path: str
    what = Words("{path} would not be encrypted: nothing in it is secret.")
    hint = Words("Name it .json, or say who may open it.")
    console = "--out, --recipient"


class OptionsClash(UnusableCommand):
    first: str
    second: str
    what = Words("{first} and {second} cannot be used together.")
    hint = Words("Give one of them.")


class NeedsOption(UnusableCommand):
    """`option` only means something with `other`."""

    option: str
    other: str
    what = Words("{option} can only be used with {other}.")
    hint = Words("Add {other}, or leave {option} out.")


class NoDisplay(UnusableCommand):
    what = Words("There is no display for the wizard here.")
    hint = Words("Use the console instead: {program} setup.")

    @property
    def program(self) -> str:
        return own_name()


class NeedsConfirmation(UnusableCommand):
    """A writing command without --yes where nobody can be asked."""

    what = Words("Nobody can be asked to confirm here.")
    hint = Words("Add --yes to go ahead, or --plan-only to see the plan.")


class NeedsEncryption(UnusableCommand):
    """Neither a recipient nor a passphrase was given."""

    what = Words("Nothing says who may open the credentials file.")
    hint = Words("Give --recipient with an age1… key, or --passphrase-file.")


class NeedsKey(UnusableCommand):
    """`open` was given neither an identity nor a passphrase."""

    what = Words("Nothing was given to open the file with.")
    hint = Words("Give --identity with an age identity file, or --passphrase-file.")


class OwnClientNeeded(BadInput):
    """Microsoft's public client does not exist in that cloud: the customer's own one must be named."""

    cloud: str
    title = Words("This cloud needs your own sign-in application")
    what = Words("Microsoft’s own sign-in tool does not exist in the cloud “{cloud}”.")
    hint = Words(
        "Register a public client application with the redirect URI http://localhost there once, "
        "and name it; the offline guide says how.",
    )
    console = "--sign-in-client, guide"


class ApplicationNotFound(BadInput):
    app: str
    title = Words("The application was not found")
    what = Words("This tenant has no application {app}.")
    hint = Words("Give the application (client) ID that the portal shows.")


class AmbiguousApplication(BadInput):
    name: str
    candidates: tuple[Application, ...]
    title = Words("Which application is meant?")
    what = Words("Several applications are called “{name}”: {candidates}.")
    hint = Words("Choose one of them, or another name.")
    console = "--app, --name"


class NotOurs(BadInput):
    """The application was not made by this program, and was not named: it is not removed."""

    name: str
    app: str
    title = Words("This application is not removed")
    what = Words("“{name}” was not made by this program.")
    hint = Words("If it is the one you mean, name it.")
    console = "--app {app}"


class UnknownPermission(BadInput):
    """Microsoft Graph of this tenant does not offer the permission under the id that the manifest expects."""

    name: str
    title = Words("A permission does not exist here")
    what = Words("Microsoft Graph of this tenant does not offer the permission {name}.")
    hint = Words("Check the cloud, and ask GLIMPS for a newer version.")
    console = "--cloud"


class CredentialNotFound(BadInput):
    """The application has no credential of that key id."""

    key_id: str
    title = Words("The credential was not found")
    what = Words("The application has no secret or certificate with the ID {key_id}.")
    hint = Words("Give a key ID that the plan or the portal shows.")
    console = "renew --plan-only"


class NoClientSecret(BadInput, group=True):
    title = Words("This is not a client secret")
    hint = Words("Copy the column “Value”, which the portal shows only once; if it is gone, make a new client secret.")


class EmptySecret(NoClientSecret):
    """No client secret was given."""

    what = Words("The client secret is missing.")


class SecretIdGiven(NoClientSecret):
    """A secret's ID was given in the place of its value."""

    what = Words("You pasted the secret’s ID; its value is needed.")


class IncompleteProxyAccount(BadInput):
    """Of the user name and the password for the proxy, one alone was typed."""

    title = Words("The account for the proxy is incomplete")
    what = Words("The proxy needs both the user name and the password.")
    hint = Words("Fill in both fields.")
