"""Words for what was typed or given wrongly: what is wrong, and what to give instead."""

from __future__ import annotations

from installer import errors
from installer.model import Application
from installer.texts.language import long_date, translate
from installer.texts.words import Words, file_fault, joined


def explain_input(error: errors.BadInput) -> Words:
    """Words for every `BadInput`."""
    match error:
        case errors.NotABundle() | errors.DamagedBundle() | errors.WrongKey() | errors.UnknownBundleVersion():
            return _bundle(error)
        case errors.InvalidToml():
            return _toml(error)
        case (
            errors.InvalidRecipient() | errors.InvalidIdentity() | errors.WeakPassphrase() | errors.PassphrasesDiffer()
        ):
            return _key(error)
        case errors.UnreadableFile() | errors.UnwritableFolder() | errors.FileExists():
            return _file(error)
        case (
            errors.ApplicationNotFound() | errors.AmbiguousApplication() | errors.NotOurs() | errors.UnknownPermission()
        ):
            return _application(error)
        case errors.CredentialNotFound() | errors.SecretIdGiven() | errors.EmptySecret() | errors.OtherCloud():
            return _credential(error)
        case errors.OwnClientNeeded():
            return Words(
                translate("Errors", "This cloud needs your own sign-in application"),
                translate("Errors", "Microsoft’s own sign-in tool does not exist in the cloud “{cloud}”.").format(
                    cloud=error.cloud
                ),
                translate(
                    "Errors",
                    "Register a public client application with the redirect URI http://localhost there once, "
                    "and name it; the offline guide says how.",
                ),
                "--sign-in-client, guide",
            )
    return Words(translate("Errors", "The command cannot be used like this"), *_option(error))


def _option(error: errors.BadInput) -> tuple[str, str]:  # noqa: PLR0912  # a table: one case for each error
    help_hint = translate("Errors", "See --help.")
    match error:
        case errors.UnknownOption():
            return translate("Errors", "Unknown option: {option}.").format(option=error.option), help_hint
        case errors.UnknownCommand():
            what = translate("Errors", "Unknown command: {command}.").format(command=error.command)
            return what, translate("Errors", "The commands are: {commands}.").format(commands=joined(error.known))
        case errors.MissingValue():
            return translate("Errors", "{option} needs a value.").format(option=error.option), help_hint
        case errors.InvalidChoice():
            what = translate("Errors", "“{value}” is not allowed for {option}.").format(
                option=error.option, value=error.value
            )
            return what, translate("Errors", "Choose one of: {allowed}.").format(allowed=joined(error.allowed))
        case errors.InvalidGuid():
            what = translate("Errors", "“{value}” is not an ID for {option}.").format(
                value=error.value, option=error.option
            )
            return what, translate("Errors", "Give an ID like 00000000-0000-0000-0000-000000000000.")
        case errors.InvalidTenant():
            what = translate("Errors", "“{value}” is neither a tenant ID nor a domain.").format(value=error.value)
            return what, translate(
                "Errors", "Give the Directory (tenant) ID or a domain such as contoso.onmicrosoft.com."
            )
        case errors.InvalidMonths():
            what = translate("Errors", "“{value}” is not a lifetime in months.").format(value=error.value)
            return what, translate("Errors", "Give a whole number from 1 to 24.")
        case errors.InvalidName():
            what = translate("Errors", "The name of the application cannot be “{value}”.").format(value=error.value)
            return what, translate("Errors", "Give a name of 1 to 120 characters.")
        case errors.InvalidClientName():
            what = translate("Errors", "“{value}” cannot be the connector’s name for this tenant.").format(
                value=error.value
            )
            return what, translate("Errors", "Use lower-case letters and digits only.")
        case errors.OptionsClash():
            what = translate("Errors", "{first} and {second} cannot be used together.").format(
                first=error.first, second=error.second
            )
            return what, translate("Errors", "Give one of them.")
        case errors.NeedsOption():
            what = translate("Errors", "{option} can only be used with {other}.").format(
                option=error.option, other=error.other
            )
            return what, translate("Errors", "Add {other}, or leave {option} out.").format(
                option=error.option, other=error.other
            )
        case errors.NoDisplay():
            what = translate("Errors", "There is no display for the wizard here.")
            return what, translate("Errors", "Use the console instead: glimps-odsp-setup setup.")
        case errors.NeedsConfirmation():
            what = translate("Errors", "Nobody can be asked to confirm here.")
            return what, translate("Errors", "Add --yes to go ahead, or --plan-only to see the plan.")
        case errors.NeedsEncryption():
            what = translate("Errors", "Nothing says who may open the credentials file.")
            return what, translate("Errors", "Give --recipient with an age1… key, or --passphrase-file.")
        case errors.NeedsKey():
            what = translate("Errors", "Nothing was given to open the file with.")
            return what, translate("Errors", "Give --identity with an age identity file, or --passphrase-file.")
    raise AssertionError(f"no words for {type(error).__name__}")


def _bundle(error: errors.BadInput) -> Words:
    title = translate("Errors", "The file cannot be opened")
    match error:
        case errors.NotABundle():
            what = translate("Errors", "{path} is not an encrypted credentials file.").format(path=error.path)
            return Words(title, what, translate("Errors", "Give the .age file that the setup wrote."))
        case errors.WrongKey(by_passphrase=True):
            what = translate("Errors", "The passphrase does not open {path}.").format(path=error.path)
            return Words(title, what, translate("Errors", "Check the passphrase, its hyphens and capitals included."))
        case errors.WrongKey():
            what = translate("Errors", "The identity does not open {path}.").format(path=error.path)
            return Words(
                title, what, translate("Errors", "Use the identity that belongs to the recipient’s public key.")
            )
        case errors.UnknownBundleVersion():
            what = translate("Errors", "{path} is of version {version}, which this program does not know.").format(
                path=error.path, version=error.version
            )
            return Words(title, what, translate("Errors", "Use a newer version of GLIMPS ODSP Setup."))
        case errors.DamagedBundle():
            what = translate("Errors", "{path} is damaged or incomplete.").format(path=error.path)
            return Words(title, what, translate("Errors", "Ask for the file again, as an attachment and not as text."))
    raise AssertionError(f"no words for {type(error).__name__}")


def _toml(error: errors.InvalidToml) -> Words:
    match error.fault:
        case errors.TomlFault.SYNTAX:
            what = translate("Errors", "{path}, line {line}: this is not TOML.")
        case errors.TomlFault.UNKNOWN_KEY:
            what = translate("Errors", "{path}, line {line}: “{key}” is not known here.")
        case errors.TomlFault.MISSING_KEY:
            what = translate("Errors", "{path}: “{key}” is missing.")
        case errors.TomlFault.WRONG_TYPE:
            what = translate("Errors", "{path}, line {line}: “{key}” is of the wrong type.")
        case errors.TomlFault.BAD_VALUE:
            what = translate("Errors", "{path}, line {line}: the value of “{key}” cannot be used.")
    return Words(
        translate("Errors", "A configuration file is wrong"),
        what.format(path=error.path, line=error.line, key=error.key),
        translate("Errors", "Correct the file and start again."),
    )


def _key(error: errors.BadInput) -> Words:
    title = translate("Errors", "The file cannot be encrypted like this")
    match error:
        case errors.InvalidRecipient():
            what = translate("Errors", "“{value}” is not an age public key.").format(value=error.value)
            return Words(
                title, what, translate("Errors", "Give a key that begins with age1, or a file that holds one.")
            )
        case errors.InvalidIdentity():
            what = translate("Errors", "{path} holds no age identity.").format(path=error.path)
            return Words(
                translate("Errors", "The file cannot be opened"),
                what,
                translate("Errors", "Give the file with the line that begins with AGE-SECRET-KEY-1."),
            )
        case errors.WeakPassphrase():
            what = translate("Errors", "The passphrase is too short or too easy to guess.")
            return Words(
                title,
                what,
                translate("Errors", "Use at least {shortest} characters; several unrelated words are best.").format(
                    shortest=error.shortest
                ),
            )
    return Words(title, translate("Errors", "The passphrases differ."), translate("Errors", "Type the same one twice."))


def _file(error: errors.BadInput) -> Words:
    match error:
        case errors.UnreadableFile():
            what = translate("Errors", "{path} cannot be read ({reason}).").format(
                path=error.path, reason=file_fault(error.reason)
            )
            return Words(
                translate("Errors", "A file cannot be read"),
                what,
                translate("Errors", "Check the path and your rights to it."),
            )
        case errors.UnwritableFolder():
            what = translate("Errors", "The folder {path} cannot be written to.").format(path=error.path)
            return Words(
                translate("Errors", "The folder is not writable"),
                what,
                translate("Errors", "Choose another folder."),
                "--out",
            )
        case errors.FileExists():
            what = translate("Errors", "{path} exists already.").format(path=error.path)
            title, hint = translate("Errors", "The file exists already"), translate("Errors", "Choose another name.")
            if error.replaceable:
                hint = translate("Errors", "Choose another name, or have it replaced.")
            return Words(title, what, hint, "--out, --force" if error.replaceable else "--out")
    raise AssertionError(f"no words for {type(error).__name__}")


def _credential(error: errors.BadInput) -> Words:
    match error:
        case errors.CredentialNotFound():
            what = translate("Errors", "The application has no secret or certificate with the ID {key_id}.").format(
                key_id=error.key_id
            )
            return Words(
                translate("Errors", "The credential was not found"),
                what,
                translate("Errors", "Give a key ID that the plan or the portal shows."),
                "renew --plan-only",
            )
        case errors.OtherCloud():
            what = translate("Errors", "{path} is for another cloud ({host}).").format(
                path=error.path, host=error.authority
            )
            return Words(
                translate("Errors", "The file is for another cloud"),
                what,
                translate("Errors", "If you trust this file, name that cloud."),
                "--cloud",
            )
        case errors.SecretIdGiven():
            what = translate("Errors", "You pasted the secret’s ID; its value is needed.")
        case _:
            what = translate("Errors", "The client secret is missing.")
    return Words(
        translate("Errors", "This is not a client secret"),
        what,
        translate(
            "Errors",
            "Copy the column “Value”, which the portal shows only once; if it is gone, make a new client secret.",
        ),
    )


def _candidate(application: Application) -> str:
    """Its client id, when it was made, and when its credentials end."""
    parts = []
    if application.created:
        parts.append(translate("Errors", "created on {date}").format(date=long_date(application.created)))
    ends = [long_date(entry.end) for entry in application.credentials if entry.end]
    if ends:
        parts.append(translate("Errors", "secrets until {dates}").format(dates=joined(ends)))
    return f"{application.client_id} ({'; '.join(parts)})" if parts else application.client_id


def _application(error: errors.BadInput) -> Words:
    match error:
        case errors.ApplicationNotFound():
            what = translate("Errors", "This tenant has no application {app}.").format(app=error.app)
            return Words(
                translate("Errors", "The application was not found"),
                what,
                translate("Errors", "Give the application (client) ID that the portal shows."),
            )
        case errors.AmbiguousApplication():
            listed = "; ".join(map(_candidate, error.candidates))
            what = translate("Errors", "Several applications are called “{name}”: {listed}.").format(
                name=error.name, listed=listed
            )
            return Words(
                translate("Errors", "Which application is meant?"),
                what,
                translate("Errors", "Choose one of them, or another name."),
                "--app, --name",
            )
        case errors.NotOurs():
            what = translate("Errors", "“{name}” was not made by this program.").format(name=error.name)
            return Words(
                translate("Errors", "This application is not removed"),
                what,
                translate("Errors", "If it is the one you mean, name it."),
                f"--app {error.app}",
            )
        case errors.UnknownPermission():
            what = translate("Errors", "Microsoft Graph of this tenant does not offer the permission {name}.").format(
                name=error.name
            )
            return Words(
                translate("Errors", "A permission does not exist here"),
                what,
                translate("Errors", "Check the cloud, and ask GLIMPS for a newer version."),
                "--cloud",
            )
    raise AssertionError(f"no words for {type(error).__name__}")
