"""`open`: decrypts a bundle, for GLIMPS and for servers on the customer's premises."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path

from installer.bundle.age import Identities, read_identities, unseal
from installer.bundle.files import check_target, save
from installer.bundle.formats import Format, client_name, render
from installer.bundle.passphrase import read_passphrase
from installer.bundle.reading import from_json
from installer.console.arguments import Arguments
from installer.console.output import Output
from installer.errors.usage import NeedsKey
from installer.events import Finished
from installer.file_access import read_limited
from installer.model import Secret
from installer.texts import translate


def run_open(arguments: Arguments, output: Output) -> None:
    """Writes the bundle's content to --out, else to standard output. Raises `BadInput` or `DeliveryFailed`."""
    path = Path(arguments.files[0])
    sealed = read_limited(path)
    if arguments.out:
        check_target(Path(arguments.out), arguments.force)
    payload = from_json(unseal(sealed, str(path), bundle_key(arguments)), str(path))
    text = render(payload, Format(arguments.format), arguments.client or client_name(payload.tenant.domain))
    if arguments.out:
        save(text.encode(), Path(arguments.out), arguments.force)
        output.report(Finished(0, payload.tenant.id, payload.application.client_id, payload.application.object_id))
    else:
        output.hand_over(text)


def bundle_key(arguments: Arguments) -> Identities | Secret:
    """What opens a bundle: an identity, or a passphrase, asked for on a terminal. Raises `BadInput`."""
    if arguments.identity:
        return read_identities(Path(arguments.identity))
    if arguments.passphrase_file:
        return read_passphrase(arguments.passphrase_file, sys.stdin.buffer)
    if not sys.stdin.isatty():
        raise NeedsKey
    return Secret(getpass.getpass(translate("Console", "Passphrase of the file: ")))
