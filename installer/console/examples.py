"""The examples in the help: each can be typed as it stands, once the names in it are one's own."""

from __future__ import annotations

from installer.console.arguments import CERTIFICATE, GUIDE, OPEN, PREPARE, REMOVE, RENEW, SETUP, VERIFY
from installer.texts import translate


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
