"""Bundles on the command line: who will open one, where it goes, what opens it, and `open`, which decrypts it.

Who will open it and where it goes are asked for, and refused, before anything is made in the tenant.
"""

from __future__ import annotations

import getpass
import sys
from pathlib import Path

from installer import engine
from installer.bundle.age import Identities, parse_recipients, read_identities
from installer.bundle.files import check_target, default_name, save
from installer.bundle.formats import Format, client_name, render
from installer.bundle.passphrase import SHORTEST, looks_piped_wrong, read_passphrase
from installer.bundle.payload import Payload
from installer.config.clouds import known_clouds
from installer.console.arguments import Arguments
from installer.console.output import Output
from installer.delivery import Encryption
from installer.errors.base import Cancelled
from installer.errors.files import PassphrasesDiffer, QuestionMarkPiped, WeakPassphrase
from installer.errors.usage import NeedsEncryption, NeedsKey, PlainFileNamedAge
from installer.events import Finished, Report, Warned
from installer.files import read_limited
from installer.model import Cloud, Manifest, Secret, utc_now
from installer.texts import explain, translate

Opener = Identities | Secret
"""What opens a sealed bundle."""


def encryption_for(arguments: Arguments, manifest: Manifest, secret: bool = True) -> Encryption:
    """The recipients or the passphrase, after a look at where the bundle goes; raises `BadInput`.

    None where nothing in the bundle is `secret` and nobody was named who may open it: then it is plain JSON.
    """
    name = arguments.out or default_name("", utc_now().date())
    check_target(Path(name), overwrite=arguments.force or not arguments.out)
    if arguments.recipient:
        return tuple(recipient for value in arguments.recipient for recipient in parse_recipients(value))
    if arguments.passphrase_file:
        passphrase = read_passphrase(arguments.passphrase_file, sys.stdin.buffer)
        return _tried(passphrase)
    if not secret:
        if name.lower().endswith(".age") and arguments.out:
            raise PlainFileNamedAge(name)
        return None
    if manifest.vendor_recipient:
        return parse_recipients(manifest.vendor_recipient)
    if not sys.stdin.isatty():
        raise NeedsEncryption
    return _tried(chosen_passphrase())


def chosen_passphrase() -> Secret:
    """A passphrase typed twice, asked for until it is good; raises `Cancelled` at the end of input."""
    rule = translate("Console", "At least {shortest} characters; several unrelated words are best.")
    told = rule.format(shortest=SHORTEST)
    while True:
        prompt = translate("Console", "Passphrase for the file: ")
        first = _asked(f"{told}\n{prompt}")
        try:
            engine.check_passphrase(first)
            if first == _asked(translate("Console", "The same passphrase again: ")):
                return first
            raise PassphrasesDiffer
        except (WeakPassphrase, PassphrasesDiffer) as error:
            told = explain(error).sentence


def _tried(passphrase: Secret) -> Secret:
    """A good passphrase, on a computer that can encrypt with it; raises `WeakPassphrase` or `TooLittleMemory`."""
    engine.check_passphrase(passphrase)
    engine.try_encryption(passphrase)
    return passphrase


def warn_of_pipe(arguments: Arguments, key: object, report: Report) -> None:
    """Warns of a passphrase that a shell may have changed on its way through a pipe."""
    if isinstance(key, Secret) and looks_piped_wrong(arguments.passphrase_file, key):
        report(Warned(QuestionMarkPiped()))


def target_of(arguments: Arguments, domain: str, encryption: Encryption) -> Path:
    """Where the bundle goes: what --out says, else a name from the tenant's domain; raises `BadInput`."""
    suffix = ".json" if encryption is None else ".age"
    path = Path(arguments.out) if arguments.out else Path(default_name(domain, utc_now().date(), suffix))
    check_target(path, arguments.force)
    return path


def run_open(arguments: Arguments, output: Output) -> None:
    """`open`: writes the bundle's content to --out, else to standard output. Raises `BadInput` or `DeliveryFailed`."""
    path = Path(arguments.files[0])
    data = read_limited(path)
    if arguments.out:
        check_target(Path(arguments.out), arguments.force)
    payload = opened(data, str(path), arguments, output.report)
    client = arguments.client or payload.client or client_name(payload.tenant.domain)
    text = render(payload, Format(arguments.format), client)
    if arguments.out:
        save(text.encode(), Path(arguments.out), arguments.force)
        output.say(translate("Console", "Written to {path}.").format(path=arguments.out))
        output.report(Finished(0, payload.tenant.id, payload.application.client_id, payload.application.object_id))
    else:
        output.hand_over(text)
        if arguments.json:  # on standard error: what was asked for is alone on standard output
            output.say(translate("Console", "Written to standard output."))


def opened(data: bytes, path: str, arguments: Arguments, report: Report) -> Payload:
    """The payload of a bundle, sealed or plain; raises `BadInput`."""
    return engine.open_bundle(data, path, lambda: bundle_key(arguments, report))


def from_bundle(arguments: Arguments, chosen: Cloud, report: Report) -> tuple[Payload, Opener | None, Cloud]:
    """What the bundle on the command line holds, what opened it (None where it is plain), and its cloud.

    That is the one that was chosen, or one that this program knows. Raises `BadInput`.
    """
    path, used = arguments.files[0], list[Opener]()

    def opener() -> Opener:
        used.append(bundle_key(arguments, report))
        return used[0]

    payload = engine.open_bundle(read_limited(Path(path)), path, opener)
    clouds = [chosen] if arguments.cloud or arguments.demo else [chosen, *known_clouds().values()]
    return payload, used[0] if used else None, engine.cloud_of(payload, path, clouds)


def bundle_key(arguments: Arguments, report: Report) -> Opener:
    """What opens a bundle: an identity, or a passphrase, asked for on a terminal. Raises `BadInput`."""
    if arguments.identity:
        return read_identities(Path(arguments.identity))
    if arguments.passphrase_file:
        passphrase = read_passphrase(arguments.passphrase_file, sys.stdin.buffer)
        warn_of_pipe(arguments, passphrase, report)
        return passphrase
    if not sys.stdin.isatty():
        raise NeedsKey
    return _asked(translate("Console", "Passphrase of the file: "))


def _asked(prompt: str) -> Secret:
    """What the person types, unseen; raises `Cancelled` at the end of input (Ctrl-D)."""
    try:
        return Secret(getpass.getpass(prompt))
    except EOFError:
        raise Cancelled from None
