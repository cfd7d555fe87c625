"""The help: made from the table of options, as wide as the terminal, with examples that can be typed."""

from __future__ import annotations

import os
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from installer import __version__
from installer.config.clouds import known_clouds
from installer.console.arguments import (
    CERTIFICATE,
    COMMANDS,
    GUIDE,
    OPEN,
    OPTIONS,
    PREPARE,
    REMOVE,
    RENEW,
    SETUP,
    VERIFY,
    WIZARD,
    Option,
)
from installer.model import Manifest
from installer.texts import metavar, translate

_WHAT, _CREDENTIAL, _SIGN_IN, _FILES, _RUN = "what", "credential", "sign-in", "files", "run"
GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    _WHAT: (
        *("--enrolment", "--tenant", "--profile", "--name", "--app", "--adopt", "--clean", "--fresh", "--deleted"),
        *("--object-id", "--key-id", "--expired", "--if-needed", "--warn-days"),
    ),
    _CREDENTIAL: (
        *("--credential", "--months", "--certificate-file", "--issuer", "--subject", "--audience", "--rotation"),
        *("--accept-unproven", "--secret-file", "--key", "--certificate", "--assertion-file"),
        *("--in-place", "--out-key", "--out-certificate", "--remove-old"),
    ),
    _FILES: (
        *("--out", "--recipient", "--passphrase-file", "--identity", "--format", "--client"),
        *("--text", "--terraform", "--bicep", "--report", "--force"),
    ),
    _SIGN_IN: ("--sign-in", "--no-browser", "--sign-in-client", "--cloud", "--proxy-auth-file"),
    _RUN: (
        *("--plan-only", "--yes", "--json", "--demo", "--demo-scenario", "--log", "--record"),
        *("--lang", "--version", "--help"),
    ),
}
"""Every option in one place, the ones that are needed most first."""
_INDENT: Final = 2
_WIDEST: Final = 26
"""Columns of the options; a longer one stands on a line of its own."""
_LEAST: Final = 32
"""Columns of the texts; with less room they stand under the options."""
_NARROWEST: Final = 40
_CONTINUED: Final = "`" if os.name == "nt" else "\\"
"""What a shell takes for the end of a line that goes on: PowerShell's, on Windows."""


def version_text() -> str:
    return f"GLIMPS ODSP Setup {__version__}"


def help_text(command: str, name: str, manifest: Manifest, scenarios: Sequence[str], width: int) -> str:
    """The help of the program, or that of one command.

    `name` is what the person types to start the program, `scenarios` the states that the demo tenant may be in, the
    default first; `width` is in columns.
    """
    width = max(width, _NARROWEST)
    lines = [version_text(), "", *_usage(command, name, width)]
    if command == WIZARD:
        lines += ["", *_wrapped(translate("Help", "Without a command, the wizard opens."), width)]
        lines += ["", translate("Help", "Commands:")]
        lines += _columns([(each, command_help(each)) for each in COMMANDS], width)
        lines += ["", *_wrapped(translate("Help", "“{name} help COMMAND” lists its options."), width, name=name)]
    else:
        lines += ["", *_wrapped(_sentence(command_help(command)), width)]
        lines += ["", translate("Help", "Examples:"), *_examples(command, name, width)]
    facts = {
        "months": str(manifest.months),
        "name": manifest.application_name,
        "profiles": _one_of([profile.id for profile in manifest.profiles]),
        "clouds": _one_of(list(known_clouds())),
        "scenarios": _one_of(list(scenarios)),
    }
    for title, options in _groups(command):
        rows = [(_form(option), option_help(option.name).format_map(facts)) for option in options]
        lines += ["", title, *_columns(rows, width)]
    return "\n".join(lines) + "\n"


def _usage(command: str, name: str, width: int) -> list[str]:
    file = metavar("FILE")
    words = {WIZARD: translate("Help", "[COMMAND]"), OPEN: f"{OPEN} {file}"}
    words |= {each: f"{each} [{file}]" for each in (VERIFY, RENEW)}
    options = translate("Help", "[OPTIONS]")
    line = f"{name} {words.get(command, command)} {options}"
    usage = translate("Help", "Usage: {line}").format(line=line)
    return textwrap.wrap(usage, width, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def _groups(command: str) -> Iterator[tuple[str, list[Option]]]:
    """The titles of the groups that have options of this command, with these."""
    options = {option.name: option for option in OPTIONS if command in option.commands}
    for group, names in GROUPS.items():
        if found := [options.pop(name) for name in names if name in options]:
            yield _title(group), found


def _title(group: str) -> str:
    return {
        _WHAT: translate("Help", "Tenant and application:"),
        _CREDENTIAL: translate("Help", "Credential:"),
        _FILES: translate("Help", "Files:"),
        _SIGN_IN: translate("Help", "Sign-in and network:"),
        _RUN: translate("Help", "How it runs:"),
    }[group]


def _form(option: Option) -> str:
    """The option with what it takes."""
    return f"{option.name} {metavar(option.metavar)}" if option.metavar else option.name


def _one_of(names: Sequence[str]) -> str:
    """Names of which the first is the default."""
    first, *others = names
    return ", ".join([translate("Help", "{value} (default)").format(value=first), *others])


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _wrapped(text: str, width: int, **facts: str) -> list[str]:
    return textwrap.wrap(text.format(**facts), width, break_long_words=False, break_on_hyphens=False)


def _columns(rows: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    """Two columns; what is too long for the first stands above the second."""
    widest = min(max(len(form) for form, _ in rows), _WIDEST)
    start = _INDENT + widest + 2
    if width - start < _LEAST:
        widest, start = 0, 6
    for form, text in rows:
        lines = textwrap.wrap(text, width - start, break_long_words=False, break_on_hyphens=False)
        if len(form) > widest:
            yield from textwrap.wrap(
                form, width, initial_indent="  ", subsequent_indent="      ", break_on_hyphens=False
            )
        else:
            yield f"  {form:<{widest}}  {lines.pop(0)}"
        yield from (" " * start + line for line in lines)


def _examples(command: str, name: str, width: int) -> Iterator[str]:
    for words in examples(command):
        yield from _typed(f"{name} {command} {words}", width, _CONTINUED)
    if words := powershell(command):
        note = translate("Help", "In PowerShell, name files: its |, < and > change what passes through them:")
        yield ""
        yield from _wrapped(note, width)
        yield from _typed(f"{name} {command} {words}", width, "`")


def _typed(line: str, width: int, continued: str) -> Iterator[str]:
    """A command line, in the parts that the shell takes for one."""
    room = width - len(continued) - 1
    parts = textwrap.wrap(
        line,
        room,
        initial_indent="  ",
        subsequent_indent="      ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    yield from (f"{part} {continued}" for part in parts[:-1])
    yield parts[-1]


def command_help(name: str) -> str:
    """What the command does."""
    return {
        SETUP: translate("Help", "register the application, prove that it works, write the encrypted file"),
        PREPARE: translate("Help", "register the application; another administrator gives the consent (exit code 6)"),
        VERIFY: translate("Help", "compare the tenant, or try a credential; changes nothing"),
        RENEW: translate("Help", "create a new secret and deliver it; with --key the application renews itself"),
        CERTIFICATE: translate("Help", "create a key pair where the connector runs; nothing is sent anywhere"),
        REMOVE: translate("Help", "delete the application that setup registered, or its old credentials"),
        OPEN: translate("Help", "decrypt a file that setup wrote"),
        GUIDE: translate("Help", "write the offline guide for doing it by hand, and print its path"),
    }[name]


def option_help(name: str) -> str:
    """What the option is for, with `{placeholders}` for its defaults."""
    return {
        "--lang": translate("Help", "language of the texts; default: the system’s"),
        "--cloud": translate("Help", "Microsoft cloud: {clouds}; or a cloud file"),
        "--demo": translate("Help", "rehearse in a built-in demo tenant; nothing leaves this computer"),
        "--demo-scenario": translate("Help", "state of the demo tenant: {scenarios}"),
        "--tenant": translate("Help", "sign in to this tenant only"),
        "--sign-in": translate("Help", "how to sign in; default: browser, or device-code where there is none"),
        "--sign-in-client": translate("Help", "your own public client application for the sign-in"),
        "--no-browser": translate("Help", "print the sign-in address instead of opening a browser"),
        "--proxy-auth-file": translate("Help", "user name and password, in two lines, for a proxy that asks for them"),
        "--profile": translate("Help", "permission profile: {profiles}"),
        "--name": translate("Help", "display name of the application; default: {name}"),
        "--app": translate("Help", "application (client) ID, where the name is not enough"),
        "--deleted": translate("Help", "our application in the recycle bin: restore it (default) or purge it"),
        "--adopt": translate("Help", "where an application was found that may not be ours: take it as it is"),
        "--clean": translate("Help", "the same: take it, but first remove what does not belong"),
        "--fresh": translate("Help", "the same: leave it alone, and register another one"),
        "--key-id": translate("Help", "remove: only this old credential; verify: an expected one; may be repeated"),
        "--warn-days": translate(
            "Help", "verify: exit code 13 for an expiry within so many days; also for --if-needed"
        ),
        "--expired": translate("Help", "remove only the credentials that have expired"),
        "--secret-file": translate("Help", "verify this client secret: a file with its value, or - for standard input"),
        "--credential": translate("Help", "kind of credential; default: secret"),
        "--certificate-file": translate("Help", "public certificate that was created where the connector runs"),
        "--issuer": translate("Help", "issuer of the connector’s tokens; Microsoft must reach it from the Internet"),
        "--subject": translate("Help", "subject of the connector’s tokens"),
        "--audience": translate("Help", "audience of the connector’s tokens; default: the cloud’s own"),
        "--enrolment": translate("Help", "file from GLIMPS that fills in these options; the command line wins"),
        "--rotation": translate("Help", "who will renew the certificate: the connector (default), or renew --key"),
        "--key": translate("Help", "private key, where the connector runs: verify with it, or renew it unattended"),
        "--certificate": translate("Help", "certificate of that key"),
        "--object-id": translate("Help", "object ID of the app registration, where no file of IDs holds it"),
        "--in-place": translate("Help", "the new key and certificate replace the old files"),
        "--remove-old": translate("Help", "remove the old key once the new one is proved"),
        "--if-needed": translate("Help", "do nothing while the credential has more than --warn-days (30) left"),
        "--assertion-file": translate("Help", "verify a federation with this token, where the connector runs"),
        "--out-key": translate("Help", "private key to write; it stays on this machine"),
        "--out-certificate": translate("Help", "public certificate to write; it goes to the administrator"),
        "--months": translate("Help", "lifetime of the credential in months, 1 to 24; default: {months}"),
        "--accept-unproven": translate("Help", "deliver even where the tenant does not let the credential be tried"),
        "--out": translate("Help", "file to write"),
        "--report": translate(
            "Help", "write a report of the plan or of the result, without any secret; the HTML is the accessible one"
        ),
        "--force": translate("Help", "replace the file if it exists"),
        "--recipient": translate("Help", "recipient’s age public key; may be repeated"),
        "--passphrase-file": translate("Help", "file with the passphrase, or - for standard input"),
        "--identity": translate("Help", "age identity that opens the file"),
        "--format": translate(
            "Help",
            "output format: json (default), env for a shell, the connector’s files, or the manager’s fields",
        ),
        "--client": translate("Help", "the connector’s name for this tenant (letters and digits)"),
        "--text": translate("Help", "print the guide as plain text"),
        "--terraform": translate("Help", "print the application as a Terraform configuration"),
        "--bicep": translate("Help", "print the application as a Microsoft Graph Bicep template"),
        "--plan-only": translate("Help", "show the plan and change nothing"),
        "--yes": translate("Help", "do not ask for confirmation"),
        "--json": translate("Help", "one JSON event per line on standard output"),
        "--log": translate("Help", "write a diagnostic log; it holds no secret"),
        "--record": translate("Help", "record every exchange with Microsoft, without secrets, names and IDs"),
        "--version": translate("Help", "show the version"),
        "--help": translate("Help", "show this help"),
    }[name]


def examples(command: str) -> tuple[str, str]:
    """Two lines that begin after the command."""
    passphrase, message = translate("Help", "passphrase.txt"), translate("Help", "message.txt")
    return {
        SETUP: (
            "--recipient age1… --out contoso.age",
            f"--sign-in device-code --passphrase-file {passphrase} --out contoso.age",
        ),
        PREPARE: (f"--out {message}", "--plan-only"),
        VERIFY: ("--tenant contoso.onmicrosoft.com", "contoso.age --identity key.txt --warn-days 30"),
        RENEW: (
            "--recipient age1… --out contoso.age --force",
            "contoso.json --key connector.pem --certificate connector.cer --in-place --if-needed --remove-old",
        ),
        CERTIFICATE: (
            "--out-key connector.pem --out-certificate connector.cer",
            "--out-key connector.pem --out-certificate connector.cer --months 6",
        ),
        REMOVE: ("--expired", "--plan-only"),
        OPEN: ("contoso.age --identity key.txt", "contoso.age --identity key.txt --format env --out contoso.env"),
        GUIDE: ("--out guide.html", "--terraform --out glimps.tf"),
    }[command]


def powershell(command: str) -> str:
    """The line for PowerShell, where a pipe and `>` change what passes through; empty where nothing secret does."""
    passphrase = translate("Help", "passphrase.txt")
    return {
        SETUP: f"--passphrase-file {passphrase} --out contoso.age",
        RENEW: f"--passphrase-file {passphrase} --out contoso.age",
        VERIFY: f"contoso.age --passphrase-file {passphrase}",
        OPEN: f"contoso.age --passphrase-file {passphrase} --out contoso.json",
    }.get(command, "")
