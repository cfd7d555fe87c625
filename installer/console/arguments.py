"""The command line: one table of options, read into one typed value, and `--help`, which is made from the same table.

Every fault is an error of ours.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Final, NoReturn

from installer import __version__
from installer.console.combinations import check_credential, check_means, check_outputs
from installer.errors.enrolment import SeveralEnrolments
from installer.errors.usage import (
    InvalidChoice,
    InvalidDays,
    InvalidMonths,
    MissingValue,
    NeedsOption,
    OptionsClash,
    UnknownCommand,
    UnknownOption,
)
from installer.inputs import read_audience, read_guid, read_issuer, read_name, read_subject, read_tenant
from installer.model import CredentialKind, Decision, Language, Rotation
from installer.texts import translate

WIZARD: Final = ""
"""The command that is none: the wizard."""


@dataclass(slots=True)
class Arguments:
    """What was asked for. An option that was not given holds its default."""

    command: str = WIZARD
    help: bool = False
    version: bool = False
    lang: Language | None = None
    cloud: str | None = None
    demo: bool = False
    demo_scenario: str | None = None
    tenant: str | None = None
    sign_in: str | None = None
    sign_in_client: str | None = None
    no_browser: bool = False
    profile: str | None = None
    name: str | None = None
    app: str | None = None
    deleted: str = "restore"
    adopt: bool = False
    clean: bool = False
    fresh: bool = False
    key_id: list[str] = field(default_factory=list)
    expired: bool = False
    warn_days: int | None = None
    credential: CredentialKind | None = None
    certificate_file: str | None = None
    issuer: str | None = None
    subject: str | None = None
    audience: str | None = None
    enrolment: list[str] = field(default_factory=list)
    rotation: Rotation = Rotation.CONNECTOR
    months: int | None = None
    accept_unproven: bool = False
    out: str | None = None
    report: str | None = None
    force: bool = False
    recipient: list[str] = field(default_factory=list)
    passphrase_file: str | None = None
    secret_file: str | None = None
    key: str | None = None
    certificate: str | None = None
    assertion_file: str | None = None
    out_key: str | None = None
    out_certificate: str | None = None
    identity: str | None = None
    format: str = "json"
    client: str | None = None
    text: bool = False
    terraform: bool = False
    bicep: bool = False
    plan_only: bool = False
    yes: bool = False
    json: bool = False
    log: str | None = None
    proxy_auth_file: str | None = None
    record: str | None = None
    files: list[str] = field(default_factory=list)

    @property
    def decision(self) -> Decision | None:
        """What was decided about an application that is not plainly ours."""
        return next((decision for decision in Decision if getattr(self, decision)), None)


@dataclass(frozen=True, slots=True)
class Option:
    """One row of console.md's table. `metavar` is empty for a flag; `read` turns the text into the value."""

    name: str
    metavar: str
    commands: frozenset[str]
    read: Callable[[str], Any] = str
    repeats: bool = False


def _one_of(option: str, *allowed: str) -> Callable[[str], str]:
    def read(value: str) -> str:
        if value not in allowed:
            raise InvalidChoice(option, value, allowed)
        return value

    return read


def _guid(option: str) -> Callable[[str], str]:
    return lambda value: read_guid(value, option)


def _months(value: str) -> int:
    if not re.fullmatch(r"[0-9]{1,2}", value) or not 1 <= int(value) <= 24:
        raise InvalidMonths(value)
    return int(value)


def _days(value: str) -> int:
    if not re.fullmatch(r"[0-9]{1,3}", value) or int(value) < 1:
        raise InvalidDays(value)
    return int(value)


def _credential(value: str) -> CredentialKind:
    return CredentialKind(_one_of("--credential", *CredentialKind)(value))


def _rotation(value: str) -> Rotation:
    return Rotation(_one_of("--rotation", *Rotation)(value))


SETUP, PREPARE, VERIFY, RENEW, REMOVE, OPEN = "setup", "prepare", "verify", "renew", "remove", "open"
CERTIFICATE: Final = "certificate"
GUIDE: Final = "guide"
COMMANDS: Final = (SETUP, PREPARE, VERIFY, RENEW, CERTIFICATE, REMOVE, OPEN, GUIDE)
_WRITING: Final = frozenset({SETUP, PREPARE, RENEW, REMOVE})
_READING: Final = _WRITING | {VERIFY}
_SIGNING: Final = _READING | {WIZARD}
_DELIVERING: Final = frozenset({SETUP, RENEW})
_TAKING: Final = frozenset({SETUP, PREPARE})
_OPEN: Final = frozenset({OPEN})
_CERTIFICATE: Final = frozenset({CERTIFICATE})
_VERIFY: Final = frozenset({VERIFY})
_GUIDE: Final = frozenset({GUIDE})
_OPENING: Final = frozenset({OPEN, VERIFY})
_FORMS: Final = ("json", "env", "yaml", "compose", "console", "patch")
_NOT_ASKED: Final = frozenset(
    {
        *("command", "help", "version", "lang", "cloud", "demo", "demo_scenario", "no_browser", "out", "report"),
        *("force", "recipient", "passphrase_file", "secret_file", "identity", "format", "client", "text"),
        *("terraform", "bicep", "yes", "json", "log", "record", "files"),
        *("certificate_file", "key", "certificate", "assertion_file", "out_key", "out_certificate", "warn_days"),
        "enrolment",
    }
)
"""Options about this computer alone."""
_ALL: Final = frozenset({WIZARD, *COMMANDS})

OPTIONS: Final = (
    Option("--lang", "|".join(reversed(Language)), _ALL, lambda value: Language(_one_of("--lang", *Language)(value))),
    Option("--cloud", "NAME|FILE", _SIGNING | _GUIDE),
    Option("--demo", "", _SIGNING),
    Option("--demo-scenario", "NAME", _SIGNING),
    Option("--tenant", "ID|DOMAIN", _SIGNING, read_tenant),
    Option("--sign-in", "browser|device-code", _READING, _one_of("--sign-in", "browser", "device-code")),
    Option("--sign-in-client", "GUID", _SIGNING, _guid("--sign-in-client")),
    Option("--no-browser", "", _READING),
    Option("--proxy-auth-file", "FILE", _READING),
    Option("--profile", "NAME", _SIGNING | _GUIDE),
    Option("--name", "NAME", _SIGNING | _GUIDE, read_name),
    Option("--app", "ID", _SIGNING, _guid("--app")),
    Option("--deleted", "restore|purge", _TAKING, _one_of("--deleted", "restore", "purge")),
    Option("--adopt", "", _TAKING | {RENEW}),
    Option("--clean", "", _TAKING | {RENEW}),
    Option("--fresh", "", _TAKING),
    Option("--key-id", "GUID", _VERIFY | {REMOVE}, _guid("--key-id"), repeats=True),
    Option("--expired", "", frozenset({REMOVE})),
    Option("--warn-days", "N", _VERIFY, _days),
    Option("--credential", "|".join(CredentialKind), _DELIVERING, _credential),
    Option("--certificate-file", "FILE", _DELIVERING | _VERIFY),
    Option("--issuer", "URL", _DELIVERING, read_issuer),
    Option("--subject", "TEXT", _DELIVERING, read_subject),
    Option("--audience", "TEXT", _DELIVERING, read_audience),
    Option("--enrolment", "FILE", frozenset({SETUP, WIZARD}), repeats=True),
    Option("--rotation", "|".join(Rotation), _DELIVERING, _rotation),
    Option("--months", "N", _DELIVERING | _CERTIFICATE | {WIZARD}, _months),
    Option("--accept-unproven", "", _DELIVERING),
    Option("--secret-file", "FILE|-", _VERIFY),
    Option("--key", "FILE", _VERIFY),
    Option("--certificate", "FILE", _VERIFY),
    Option("--assertion-file", "FILE", _VERIFY),
    Option("--out-key", "FILE", _CERTIFICATE),
    Option("--out-certificate", "FILE", _CERTIFICATE),
    Option("--out", "FILE", _DELIVERING | {PREPARE, VERIFY, OPEN, GUIDE}),
    Option("--force", "", _DELIVERING | _CERTIFICATE | {PREPARE, VERIFY, REMOVE, OPEN, GUIDE}),
    Option("--report", "FILE.html|.pdf", _DELIVERING | {VERIFY, REMOVE}),
    Option("--recipient", "age1…|FILE", _DELIVERING | {VERIFY}, repeats=True),
    Option("--passphrase-file", "FILE|-", _DELIVERING | _OPENING),
    Option("--identity", "FILE", _OPENING),
    Option("--format", "|".join(_FORMS), _OPEN, _one_of("--format", *_FORMS)),
    Option("--client", "NAME", _OPEN),
    Option("--text", "", _GUIDE),
    Option("--terraform", "", _GUIDE),
    Option("--bicep", "", _GUIDE),
    Option("--plan-only", "", _WRITING),
    Option("--yes", "", _WRITING),
    Option("--json", "", _READING | _OPEN | _GUIDE | _CERTIFICATE),
    Option("--log", "FILE", _ALL),
    Option("--record", "FILE", _SIGNING),
    Option("--version", "", _ALL),
    Option("--help", "", _ALL),
)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Called for an option without its value; argparse has no other fault left to find."""
        option = re.search(r"argument (--[\w-]+)", message)
        raise MissingValue(option[1] if option else message)


def parse(argv: Sequence[str]) -> Arguments:
    """The arguments as typed values; raises `BadInput`."""
    words = ["--help" if word in ("/?", "/help", "-h", "-?") else word for word in argv]
    arguments = Arguments()
    if words and not words[0].startswith("-"):
        arguments.command = words.pop(0)
        if arguments.command not in COMMANDS:
            raise UnknownCommand(arguments.command, COMMANDS)
    allowed = [option for option in OPTIONS if arguments.command in option.commands]
    parser = _Parser(add_help=False, allow_abbrev=False, argument_default=argparse.SUPPRESS)
    for option in allowed:
        if option.metavar:
            parser.add_argument(option.name, type=option.read, action="append" if option.repeats else "store")
        else:
            parser.add_argument(option.name, action="store_true")
    _, rest = parser.parse_known_args(words, namespace=arguments)
    for word in rest:
        if word.startswith("-") and word != "-":
            raise UnknownOption(word.partition("=")[0])
    if rest and arguments.command not in _OPENING:
        raise UnknownCommand(rest[0], COMMANDS) if arguments.command == WIZARD else UnknownOption(rest[0])
    arguments.files = rest
    _check_together(arguments)
    return arguments


def _check_together(arguments: Arguments) -> None:
    if arguments.demo_scenario and not arguments.demo:
        raise NeedsOption("--demo-scenario", "--demo")
    if arguments.demo and arguments.cloud:
        raise OptionsClash("--demo", "--cloud")
    if arguments.recipient and arguments.passphrase_file:
        raise OptionsClash("--recipient", "--passphrase-file")
    if arguments.identity and arguments.passphrase_file:
        raise OptionsClash("--identity", "--passphrase-file")
    for one_of in (("text", "terraform", "bicep"), tuple(Decision)):
        given = [f"--{name}" for name in one_of if getattr(arguments, name)]
        if len(given) > 1:
            raise OptionsClash(given[0], given[1])
    if len(arguments.enrolment) > 1:
        raise SeveralEnrolments(tuple(arguments.enrolment))
    if arguments.command in _DELIVERING and not arguments.enrolment:  # else once it was read
        check_credential(arguments)
    if arguments.command == VERIFY:
        check_means(arguments)
    if arguments.command == CERTIFICATE and not (arguments.help or arguments.version):
        check_outputs(arguments)
    if len(arguments.files) > 1:
        raise UnknownOption(arguments.files[1])
    if arguments.command == OPEN and not arguments.files and not arguments.help and not arguments.version:
        raise MissingValue("FILE")


def recorded_options(arguments: Arguments) -> dict[str, object]:
    """The options, as far as they were given, that change what Microsoft is asked."""
    given = {each.name: getattr(arguments, each.name) for each in fields(arguments)}
    return {name: given[name] for name in given.keys() - _NOT_ASKED if given[name] != getattr(Arguments(), name)}


def version_text() -> str:
    return f"GLIMPS ODSP Setup {__version__}"


def help_text(command: str) -> str:
    """The whole help of the program, or that of one command."""
    usage = translate("Help", "Usage:")
    lines = [version_text(), "", f"{usage} glimps-odsp-setup {command or '[' + '|'.join(COMMANDS) + ']'} […]"]
    if command == WIZARD:
        lines += ["", translate("Help", "Without a command, the wizard opens."), ""]
        lines += [f"  {name:<11} {_command_help(name)}" for name in COMMANDS]
    lines += ["", translate("Help", "Options:")]
    options = [option for option in OPTIONS if command == WIZARD or command in option.commands]
    forms = [f"{option.name} {option.metavar}".strip() for option in options]
    width = max(map(len, forms)) + 2
    lines += [f"  {form:<{width}}{_option_help(option.name)}" for form, option in zip(forms, options, strict=True)]
    return "\n".join(lines) + "\n"


def _command_help(name: str) -> str:
    return {
        "setup": translate("Help", "register everything, prove it, write the encrypted file"),
        "prepare": translate("Help", "register, and leave the consent to another administrator (exit code 6)"),
        "verify": translate("Help", "compare the tenant, or try a credential, and change nothing"),
        "renew": translate("Help", "make one new secret beside the old ones, prove it, write the encrypted file"),
        "certificate": translate("Help", "make a key pair where the connector runs; nothing is sent anywhere"),
        "remove": translate("Help", "delete the application that setup made"),
        "open": translate("Help", "decrypt a file that setup wrote"),
        "guide": translate("Help", "write the offline guide of the manual way, and print its path"),
    }[name]


def _option_help(name: str) -> str:
    return {
        "--lang": translate("Help", "language of the texts; default: the system’s"),
        "--cloud": translate("Help", "Microsoft cloud, or a cloud file; default: global"),
        "--demo": translate("Help", "rehearse in an embedded tenant; nothing leaves this computer"),
        "--demo-scenario": translate("Help", "state of the embedded tenant"),
        "--tenant": translate("Help", "sign in to this tenant only"),
        "--sign-in": translate("Help", "way to sign in; default: the browser where there is one"),
        "--sign-in-client": translate("Help", "own public client application for the sign-in"),
        "--no-browser": translate("Help", "do not open the browser, print the address"),
        "--proxy-auth-file": translate("Help", "user name and password, in two lines, for a proxy that asks for them"),
        "--profile": translate("Help", "permission profile: remediation (default) or detect-only"),
        "--name": translate("Help", "display name of the application"),
        "--app": translate("Help", "ID of the application meant"),
        "--deleted": translate("Help", "an application of ours in the recycle bin: restore it (default) or purge it"),
        "--adopt": translate("Help", "an application that is not plainly ours: take it as it is"),
        "--clean": translate("Help", "the same: take it, and remove first what does not belong"),
        "--fresh": translate("Help", "the same: leave it, and register another one"),
        "--key-id": translate("Help", "remove: only this old credential; verify: an expected one; may be repeated"),
        "--warn-days": translate("Help", "exit code 13 where the credential ends within so many days"),
        "--expired": translate("Help", "remove only the credentials that have ended"),
        "--secret-file": translate("Help", "verify this client secret: a file with its value, or - for standard input"),
        "--credential": translate("Help", "kind of credential; default: secret"),
        "--certificate-file": translate("Help", "public certificate that was made where the connector runs"),
        "--issuer": translate("Help", "issuer of the connector’s tokens, which Microsoft reaches from the Internet"),
        "--subject": translate("Help", "subject of the connector’s tokens"),
        "--audience": translate("Help", "audience of the connector’s tokens; default: what the cloud exchanges"),
        "--enrolment": translate("Help", "file from GLIMPS that fills in these options; the command line wins"),
        "--rotation": translate("Help", "who exchanges the certificate later: the connector (default), or renew --key"),
        "--key": translate("Help", "verify with this private key, where the connector runs"),
        "--certificate": translate("Help", "certificate of that key"),
        "--assertion-file": translate("Help", "verify a federation with this token, where the connector runs"),
        "--out-key": translate("Help", "private key to write; it stays on this machine"),
        "--out-certificate": translate("Help", "public certificate to write; it goes to the administrator"),
        "--months": translate("Help", "lifetime of the credential, 1 to 24; default: 12"),
        "--accept-unproven": translate("Help", "deliver, although the tenant does not let the credential be tried"),
        "--out": translate("Help", "file to write"),
        "--report": translate("Help", "receipt of the plan or of the result, without any secret"),
        "--force": translate("Help", "replace the file if it exists"),
        "--recipient": translate("Help", "recipient’s age public key; may be repeated"),
        "--passphrase-file": translate("Help", "file with the passphrase, or - for standard input"),
        "--identity": translate("Help", "age identity that opens the file"),
        "--format": translate(
            "Help",
            "form: json (default), env for a shell, files of the connector, the manager’s fields",
        ),
        "--client": translate("Help", "the connector’s name for this tenant (letters and digits)"),
        "--text": translate("Help", "print the guide as plain text"),
        "--terraform": translate("Help", "print the application as a Terraform configuration"),
        "--bicep": translate("Help", "print the application as a Microsoft Graph Bicep template"),
        "--plan-only": translate("Help", "show the plan and change nothing"),
        "--yes": translate("Help", "do not ask for confirmation"),
        "--json": translate("Help", "one JSON event a line on standard output"),
        "--log": translate("Help", "diagnostic log, without any secret"),
        "--record": translate("Help", "every exchange with Microsoft, without secrets, pseudonyms for names and IDs"),
        "--version": translate("Help", "show the version"),
        "--help": translate("Help", "show this help"),
    }[name]
