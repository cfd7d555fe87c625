"""The command line: one table of options, read into one typed value. The help is made from the same table.

Every fault is an error of ours.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Final, NoReturn

from installer.console.combinations import check_credential, check_key_exchange, check_means, check_need, check_outputs
from installer.console.slips import similar_commands, similar_options
from installer.errors.files import SeveralEnrolments
from installer.errors.usage import (
    InvalidChoice,
    InvalidDays,
    InvalidMonths,
    MissingValue,
    NeedsOption,
    NothingToOpen,
    OptionOfOthers,
    OptionsClash,
    UnknownCommand,
    UnknownOption,
    WordTooMany,
)
from installer.inputs import read_audience, read_guid, read_issuer, read_name, read_subject, read_tenant
from installer.model import CredentialKind, Decision, Language, Rotation

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
    object_id: str | None = None
    in_place: bool = False
    remove_old: bool = False
    if_needed: bool = False
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
_OPENING: Final = frozenset({OPEN, VERIFY, RENEW})
_RENEW: Final = frozenset({RENEW})
_FORMS: Final = ("json", "env", "yaml", "compose", "console", "patch")
_NOT_ASKED: Final = frozenset(
    {
        *("command", "help", "version", "lang", "cloud", "demo", "demo_scenario", "no_browser", "out", "report"),
        *("force", "recipient", "passphrase_file", "secret_file", "identity", "format", "client", "text"),
        *("terraform", "bicep", "yes", "json", "log", "record", "files"),
        *("certificate_file", "key", "certificate", "assertion_file", "out_key", "out_certificate", "warn_days"),
        *("enrolment", "in_place", "remove_old", "if_needed"),
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
    Option("--key-id", "GUID", _VERIFY | {REMOVE, RENEW}, _guid("--key-id"), repeats=True),
    Option("--expired", "", frozenset({REMOVE})),
    Option("--warn-days", "N", _DELIVERING | _VERIFY, _days),
    Option("--credential", "|".join(CredentialKind), _DELIVERING, _credential),
    Option("--certificate-file", "FILE", _DELIVERING | _VERIFY),
    Option("--issuer", "URL", _DELIVERING | _VERIFY, read_issuer),
    Option("--subject", "TEXT", _DELIVERING | _VERIFY, read_subject),
    Option("--audience", "TEXT", _DELIVERING, read_audience),
    Option("--enrolment", "FILE", frozenset({SETUP, WIZARD}), repeats=True),
    Option("--rotation", "|".join(Rotation), _DELIVERING, _rotation),
    Option("--months", "N", _DELIVERING | _CERTIFICATE | {WIZARD}, _months),
    Option("--accept-unproven", "", _DELIVERING),
    Option("--secret-file", "FILE|-", _VERIFY),
    Option("--key", "FILE", _RENEW | _VERIFY),
    Option("--certificate", "FILE", _RENEW | _VERIFY),
    Option("--object-id", "ID", _RENEW, _guid("--object-id")),
    Option("--in-place", "", _RENEW),
    Option("--assertion-file", "FILE", _VERIFY),
    Option("--out-key", "FILE", _CERTIFICATE | _RENEW),
    Option("--out-certificate", "FILE", _CERTIFICATE | _RENEW),
    Option("--remove-old", "", _RENEW),
    Option("--if-needed", "", _DELIVERING),
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
_SHORT: Final = {"-h": "--help", "-?": "--help", "/?": "--help", "/help": "--help", "-V": "--version"}


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Called for an option without its value; argparse has no other fault left to find."""
        named = re.search(r"argument (--[\w-]+)", message)
        option = next(option for option in OPTIONS if named and option.name == named[1])
        raise MissingValue(option.name, option.metavar)


def parse(argv: Sequence[str]) -> Arguments:
    """The arguments as typed values, options before or after the command; raises `BadInput`."""
    words = [_SHORT.get(word, word) for word in argv]
    parser = _Parser(add_help=False, allow_abbrev=False, argument_default=argparse.SUPPRESS)
    for option in OPTIONS:
        if option.metavar:
            parser.add_argument(option.name, type=option.read, action="append" if option.repeats else "store")
        else:
            parser.add_argument(option.name, action="store_true")
    given, rest = parser.parse_known_args(words)
    arguments = Arguments(**vars(given))
    for word in rest:
        if word.startswith("-") and word != "-":
            raise UnknownOption(word.partition("=")[0], similar_options(word, [option.name for option in OPTIONS]))
    _read_words(arguments, rest)
    if not (arguments.help or arguments.version):
        _check_options(arguments, vars(given))
        _check_together(arguments)
    return arguments


def _read_words(arguments: Arguments, words: list[str]) -> None:
    """The command, and the files that it takes; `help` and `version` are words for options."""
    for word in words:
        if word == "version" and arguments.command == WIZARD:
            arguments.version = True
        elif word == "help" and not arguments.files:
            arguments.help = True
        elif arguments.command != WIZARD:
            arguments.files.append(word)
        elif word in COMMANDS:
            arguments.command = word
        else:
            raise UnknownCommand(word, COMMANDS, similar_commands(word, COMMANDS))
    takes = 1 if arguments.command in _OPENING else 0
    if len(arguments.files) > takes:
        raise WordTooMany(arguments.files[takes])


def _check_options(arguments: Arguments, given: Iterable[str]) -> None:
    """Whether the command has each of the options that were given."""
    for option in OPTIONS:
        if option.name[2:].replace("-", "_") in given and arguments.command not in option.commands:
            others = tuple(command for command in COMMANDS if command in option.commands)
            raise OptionOfOthers(option.name, arguments.command, others)


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
    if arguments.command in _DELIVERING:
        check_need(arguments)
    if arguments.command == RENEW:
        check_key_exchange(arguments)
    if arguments.command == VERIFY:
        check_means(arguments)
    if arguments.command == CERTIFICATE:
        check_outputs(arguments)
    if arguments.command == OPEN and not arguments.files:
        raise NothingToOpen


def recorded_options(arguments: Arguments) -> dict[str, object]:
    """The options, as far as they were given, that change what Microsoft is asked."""
    given = {each.name: getattr(arguments, each.name) for each in fields(arguments)}
    return {name: given[name] for name in given.keys() - _NOT_ASKED if given[name] != getattr(Arguments(), name)}
