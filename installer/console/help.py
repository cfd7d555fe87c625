"""`--help` in the language in use, made from the same table that the arguments are read by."""

from __future__ import annotations

from installer import __version__
from installer.console.arguments import COMMANDS, OPTIONS, WIZARD
from installer.texts import translate


def version_text() -> str:
    return f"GLIMPS ODSP Setup {__version__}"


def help_text(command: str) -> str:
    """The whole help of the program, or that of one command."""
    usage = translate("Help", "Usage:")
    lines = [version_text(), "", f"{usage} glimps-odsp-setup {command or '[' + '|'.join(COMMANDS) + ']'} […]"]
    if command == WIZARD:
        lines += ["", translate("Help", "Without a command, the wizard opens."), ""]
        lines += [f"  {name:<8} {_command(name)}" for name in COMMANDS]
    lines += ["", translate("Help", "Options:")]
    options = [one for one in OPTIONS if command == WIZARD or command in one.commands]
    left = {one.name: f"{one.name} {one.metavar}".strip() for one in options}
    width = max(map(len, left.values())) + 2
    lines += [f"  {left[one.name]:<{width}}{_option(one.name)}" for one in options]
    return "\n".join(lines) + "\n"


def _command(name: str) -> str:
    return {
        "setup": translate("Help", "register everything, prove it, write the encrypted file"),
        "prepare": translate("Help", "register, and leave the consent to another administrator (exit code 6)"),
        "verify": translate("Help", "compare the tenant, or try a credential, and change nothing"),
        "renew": translate("Help", "make one new secret beside the old ones, prove it, write the encrypted file"),
        "remove": translate("Help", "delete the application that setup made"),
        "open": translate("Help", "decrypt a file that setup wrote"),
        "guide": translate("Help", "write the offline guide of the manual way, and print its path"),
    }[name]


def _option(name: str) -> str:
    return {
        "--lang": translate("Help", "language of the texts; default: the system’s"),
        "--cloud": translate("Help", "Microsoft cloud, or a cloud file; default: global"),
        "--demo": translate("Help", "rehearse in an embedded tenant; nothing leaves this computer"),
        "--demo-scenario": translate("Help", "state of the embedded tenant"),
        "--tenant": translate("Help", "sign in to this tenant only"),
        "--sign-in": translate("Help", "way to sign in; default: the browser where there is one"),
        "--sign-in-client": translate("Help", "own public client application for the sign-in"),
        "--no-browser": translate("Help", "do not open the browser, print the address"),
        "--profile": translate("Help", "permission profile: remediation (default) or detect-only"),
        "--name": translate("Help", "display name of the application"),
        "--app": translate("Help", "ID of the application meant"),
        "--deleted": translate("Help", "an application of ours in the recycle bin: restore it (default) or purge it"),
        "--key-id": translate("Help", "remove only this old credential; may be repeated"),
        "--expired": translate("Help", "remove only the credentials that have ended"),
        "--secret-file": translate("Help", "verify this client secret: a file with its value, or - for standard input"),
        "--credential": translate("Help", "kind of credential; default: secret"),
        "--months": translate("Help", "lifetime of the credential, 1 to 24; default: 12"),
        "--out": translate("Help", "file to write"),
        "--report": translate("Help", "receipt of the plan or of the result, without any secret"),
        "--force": translate("Help", "replace the file if it exists"),
        "--recipient": translate("Help", "recipient’s age public key; may be repeated"),
        "--passphrase-file": translate("Help", "file with the passphrase, or - for standard input"),
        "--identity": translate("Help", "age identity that opens the file"),
        "--format": translate("Help", "form of the output; default: json"),
        "--client": translate("Help", "the connector’s name for this tenant (letters and digits)"),
        "--text": translate("Help", "print the guide as plain text"),
        "--terraform": translate("Help", "print the application as a Terraform configuration"),
        "--bicep": translate("Help", "print the application as a Microsoft Graph Bicep template"),
        "--plan-only": translate("Help", "show the plan and change nothing"),
        "--yes": translate("Help", "do not ask for confirmation"),
        "--json": translate("Help", "one JSON event a line on standard output"),
        "--log": translate("Help", "diagnostic log, without any secret"),
        "--version": translate("Help", "show the version"),
        "--help": translate("Help", "show this help"),
    }[name]
