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
"""The placeholders for options' values in the help and in errors; those that are typed literally are not translated."""


class BadInput(SetupError, group=True):
    """What was typed, or a file that was given, cannot be used; nothing was started."""

    exit_code = ExitCode.BAD_INPUT


class UnusableCommand(BadInput, group=True):
    """The command line, or a field of the wizard, cannot be used."""

    title = Words("The command cannot be used like this")


_SEE_HELP: Final = Words("See --help.")


_MEANT: Final = Words("Did you mean {near}?")


class UnknownOption(UnusableCommand):
    """No such option; `near` are similar ones that may have been meant."""

    option: str
    near: tuple[str, ...] = ()
    what = Words("Unknown option: {option}.")

    @property
    def hint(self) -> Words:
        return _MEANT if self.near else _SEE_HELP


class UnknownCommand(UnusableCommand):
    """No such command; `near` as for `UnknownOption`."""

    command: str
    known: tuple[str, ...]
    near: tuple[str, ...] = ()
    what = Words("Unknown command: {command}.")

    @property
    def hint(self) -> Sentences:
        known = Words("The commands are: {known}.")
        return (_MEANT, known) if self.near else known


class WordTooMany(UnusableCommand):
    """A word on the command line that is no option and no argument of the command."""

    word: str
    what = Words("“{word}” is not expected here.")
    hint = _SEE_HELP


class OptionOfOthers(UnusableCommand):
    """The option is not for this command but for `commands`; `command` is empty if none was given."""

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
    """The option was given without a value; `form` is its placeholder in the help."""

    option: str
    form: str
    what = Words("{option} was given without its value.")
    hint = Words("Give it like this: {option} {value}")

    @property
    def value(self) -> str:
        """What to give, as marked text, so that it is translated."""
        return next((word for word in METAVARS if word == self.form), self.form)


class NothingToOpen(UnusableCommand):
    """`open` was given no file."""

    what = Words("The file to open is missing.")
    hint = Words("Give it after the command: {command} contoso.age")
    command = "open"


class InvalidChoice(UnusableCommand):
    """The value of `option` is not among the `allowed` ones."""

    option: str
    value: str
    allowed: tuple[str, ...]
    what = Words("“{value}” is not allowed for {option}.")
    hint = Words("Choose one of: {allowed}.")


class InvalidGuid(UnusableCommand):
    """The value of `option` is not a GUID."""

    option: str
    value: str
    what = Words("“{value}” is not an ID for {option}.")
    hint = Words("Give an ID like 00000000-0000-0000-0000-000000000000.")


class InvalidTenant(UnusableCommand):
    """Neither a directory (tenant) ID nor a domain."""

    value: str
    what = Words("“{value}” is neither a tenant ID nor a domain.")
    hint = Words("Give the Directory (tenant) ID or a domain such as contoso.onmicrosoft.com.")


class InvalidMonths(UnusableCommand):
    """Not a lifetime in months."""

    value: str
    what = Words("“{value}” is not a lifetime in months.")
    hint = Words("Give a whole number from 1 to 24.")


class InvalidDays(UnusableCommand):
    """Not a number of days."""

    value: str
    what = Words("“{value}” is not a number of days.")
    hint = Words("Give a whole number from 1 to 999.")


class InvalidName(UnusableCommand):
    """Not a name for a single-tenant application: 1 to 120 characters (Microsoft, supported accounts validation)."""

    value: str
    what = Words("The name of the application cannot be “{value}”.")
    hint = Words("Give a name of 1 to 120 characters.")


class NameTooLong(InvalidName):
    """The application's name has `length` characters; Microsoft accepts at most 120."""

    length: int
    what = Words("The name of the application has {length} characters, and Microsoft accepts at most 120.")


class ControlInName(InvalidName):
    """The name contains a control or invisible character; `sign` is its code point (U+…)."""

    sign: str
    what = Words(
        "The name of the application contains the character {sign}, which is a control character or invisible."
    )
    hint = Words("Type the name again: the character may have been copied along with it.")


class InvalidClientName(UnusableCommand):
    """Not a client name for the connector: its documentation only shows names of letters and digits."""

    value: str
    what = Words("“{value}” cannot be the connector’s name for this tenant.")
    hint = Words("Use lower-case letters and digits only.")


class NoSuchForm(UnusableCommand):
    """GLIMPS documents the format `form` for client secrets only."""

    form: str
    what = Words("The format {form} only supports a client secret, and this file has none.")
    hint = Words("Use the format console or patch for a certificate or a federation.")
    console = "--format"


class MissingOption(UnusableCommand):
    """A required option was not given."""

    option: str
    what = Words("{option} is missing.")
    hint = _SEE_HELP


class PlainFileNamedAge(UnusableCommand):
    """The file would not be encrypted, as nothing in it is secret, but its name ends in .age."""

    path: str
    what = Words("{path} would not be encrypted: nothing in it is secret.")
    hint = Words("Name it .json, or say who may open it.")
    console = "--out, --recipient"


class OptionsClash(UnusableCommand):
    """Two options that exclude each other were given."""

    first: str
    second: str
    what = Words("{first} and {second} cannot be used together.")
    hint = Words("Give one of them.")


class NeedsOption(UnusableCommand):
    """`option` was given without `other`, which it needs."""

    option: str
    other: str
    what = Words("{option} can only be used with {other}.")
    hint = Words("Add {other}, or leave {option} out.")


class NoDisplay(UnusableCommand):
    """The wizard was started where there is no display."""

    what = Words("There is no display for the wizard here.")
    hint = Words("Use the console instead: {program} setup.")

    @property
    def program(self) -> str:
        """The name of this program, as it was started."""
        return own_name()


class NeedsConfirmation(UnusableCommand):
    """A command that writes was given without --yes, and standard input is not a terminal."""

    what = Words("Nobody can be asked to confirm here (the input is not interactive).")
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
    """Microsoft's public client does not exist in this cloud, so the customer must name one of their own."""

    cloud: str
    title = Words("This cloud needs your own sign-in application")
    what = Words("Microsoft’s own sign-in tool does not exist in the cloud “{cloud}”.")
    hint = Words(
        "Register a public client application with the redirect URI http://localhost there once, "
        "and name it; the offline guide says how.",
    )
    console = "--sign-in-client, guide"


class ApplicationNotFound(BadInput):
    """The tenant has no application with this name, object id or client id (`app`)."""

    app: str
    title = Words("The application was not found")
    what = Words("This tenant has no application {app}.")
    hint = Words("Give the application (client) ID that the portal shows.")


class NothingSetUp(ApplicationNotFound):
    """The tenant has no application of the name `app`, and none was named by its ID."""

    title = Words("Nothing is set up in this tenant")
    what = Words("This tenant has no application called “{app}”.")
    hint = Words("Set it up first. If it was deleted, that restores it from the recycle bin.")
    console = "setup"


class AmbiguousApplication(BadInput):
    """Several applications fit, and nothing says which one is meant."""

    name: str
    candidates: tuple[Application, ...]
    title = Words("Which application is meant?")
    what = Words("Several applications are called “{name}”.")
    hint = Words("Choose one of them, or another name.")
    console = "--app, --name"

    @property
    def items(self) -> tuple[Application, ...]:
        return self.candidates


class NotOurs(BadInput):
    """The application was neither created by this program nor named, so it is not removed."""

    name: str
    app: str
    title = Words("This application is not removed")
    what = Words("“{name}” was not made by this program.")
    hint = Words("If it is the one you mean, name it.")
    console = "--app {app}"


class UnknownPermission(BadInput):
    """The tenant's Microsoft Graph does not offer the permission under the manifest's id."""

    name: str
    title = Words("A permission does not exist here")
    what = Words("Microsoft Graph of this tenant does not offer the permission {name}.")
    hint = Words("Check the cloud, and ask GLIMPS for a newer version.")
    console = "--cloud"


class IdOfFederation(BadInput):
    """Federated credentials are not removed one by one."""

    key_id: str
    name: str
    title = Words("This is a federated credential")
    what = Words("{key_id} is the federated credential “{name}”, which is not removed by its ID here.")
    hint = Words("Remove it in the portal, under “Certificates & secrets”; removing the application removes it, too.")


class CredentialNotFound(BadInput):
    """The application has no secret or certificate with this key id."""

    key_id: str
    title = Words("The credential was not found")
    what = Words("The application has no secret or certificate with the ID {key_id}.")
    hint = Words("Give a key ID that the plan or the portal shows.")
    console = "renew --plan-only"


class NoClientSecret(BadInput, group=True):
    """What was given as the client secret's value is not one."""

    title = Words("This is not a client secret")
    hint = Words("Copy the column “Value”, which the portal shows only once; if it is gone, make a new client secret.")


class EmptySecret(NoClientSecret):
    """No client secret was given."""

    what = Words("The client secret is missing.")


class SecretIdGiven(NoClientSecret):
    """A client secret's ID was given instead of its value."""

    what = Words("You pasted the secret’s ID; its value is needed.")


class IncompleteProxyAccount(BadInput):
    """Only one of user name and password for the proxy was given."""

    title = Words("The account for the proxy is incomplete")
    what = Words("The proxy needs both the user name and the password.")
    hint = Words("Fill in both fields.")
