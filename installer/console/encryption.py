"""Who will open the bundle, and where it goes: asked for, and refused, before anything is made in the tenant."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path

from installer.bundle.age import parse_recipients
from installer.bundle.files import check_target, default_name
from installer.bundle.passphrase import check, read_passphrase
from installer.console.arguments import Arguments
from installer.delivery import Encryption
from installer.errors.files import PassphrasesDiffer
from installer.errors.usage import NeedsEncryption
from installer.model import Manifest, Secret, utc_now
from installer.texts import translate


def encryption_for(arguments: Arguments, manifest: Manifest) -> Encryption:
    """The recipients or the passphrase, after a look at where the bundle goes; raises `BadInput`."""
    name = arguments.out or default_name("", utc_now().date())
    check_target(Path(name), overwrite=arguments.force or not arguments.out)
    if arguments.recipient:
        return tuple(one for value in arguments.recipient for one in parse_recipients(value))
    if arguments.passphrase_file:
        passphrase = read_passphrase(arguments.passphrase_file, sys.stdin.buffer)
        check(passphrase)
        return passphrase
    if manifest.vendor_recipient:
        return parse_recipients(manifest.vendor_recipient)
    if not sys.stdin.isatty():
        raise NeedsEncryption
    first = Secret(getpass.getpass(translate("Console", "Passphrase for the file: ")))
    check(first)
    if first != Secret(getpass.getpass(translate("Console", "The same passphrase again: "))):
        raise PassphrasesDiffer
    return first


def target_of(arguments: Arguments, domain: str) -> Path:
    """Where the bundle goes: what --out says, else a name from the tenant's domain; raises `BadInput`."""
    path = Path(arguments.out) if arguments.out else Path(default_name(domain, utc_now().date()))
    check_target(path, arguments.force)
    return path
