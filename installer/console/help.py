"""`--help`, made from the table of options: a line for each."""

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
        "renew": translate("Help", "one new secret, proved and delivered; with --key the application renews itself"),
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
        "--warn-days": translate(
            "Help", "verify: exit code 13 for an end within so many days; --if-needed: how many are enough"
        ),
        "--expired": translate("Help", "remove only the credentials that have ended"),
        "--secret-file": translate("Help", "verify this client secret: a file with its value, or - for standard input"),
        "--credential": translate("Help", "kind of credential; default: secret"),
        "--certificate-file": translate("Help", "public certificate that was made where the connector runs"),
        "--issuer": translate("Help", "issuer of the connector’s tokens, which Microsoft reaches from the Internet"),
        "--subject": translate("Help", "subject of the connector’s tokens"),
        "--audience": translate("Help", "audience of the connector’s tokens; default: what the cloud exchanges"),
        "--enrolment": translate("Help", "file from GLIMPS that fills in these options; the command line wins"),
        "--rotation": translate("Help", "who exchanges the certificate later: the connector (default), or renew --key"),
        "--key": translate("Help", "this private key, where the connector runs: verify it, or exchange it unattended"),
        "--certificate": translate("Help", "certificate of that key"),
        "--object-id": translate("Help", "object ID of the app registration, where no file of IDs says it"),
        "--in-place": translate("Help", "the new key and certificate take the place of the old files"),
        "--remove-old": translate("Help", "remove the old key once the new one is proved"),
        "--if-needed": translate("Help", "do nothing while the credential has more than --warn-days left"),
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
