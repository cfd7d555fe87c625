"""The connector's own key, where it runs: `certificate` creates a key pair, `renew --key` exchanges the registered one.

Neither asks anybody; `certificate` signs in to nothing and sends nothing.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from installer import engine
from installer.bundle.files import check_target, write_pair
from installer.config.manifest import load_manifest
from installer.console.arguments import Arguments
from installer.console.bundles import from_bundle
from installer.console.output import Output
from installer.console.session import Command
from installer.console.writing import needed_within
from installer.errors.base import ExitCode
from installer.errors.self_renewal import Kept
from installer.errors.usage import OptionsClash
from installer.events import ApplicationKnown, CertificateMade, CredentialFacts, Delivered, Event, Finished, Warned
from installer.model import Cloud, CredentialKind, lifetime, rfc3339, utc_now
from installer.self_renewal import Places, Renewed, Wanted, read_id_file
from installer.sign_in.certificate import CLOCK_MARGIN, make_certificate
from installer.texts import long_date, translate


def run_renew_key(command: Command) -> ExitCode:
    """Raises what `engine.renew_key` raises; the last event of a success is `Finished`."""
    command = replace(command, output=replace(command.output, terse=True))
    wanted, cloud = _wanted(command)

    def report(event: Event) -> None:
        if command.arguments.json or not isinstance(event, Delivered):
            command.report(event)

    command.report(ApplicationKnown(wanted.client_id, wanted.object_id, wanted.tenant_id))
    renewed = engine.renew_key(command.destination(cloud), wanted, command.cancel, report)
    ids = wanted.tenant_id, wanted.client_id, wanted.object_id
    if not renewed.exchanged:
        command.report(Warned(Kept(renewed.credential.expires)))
        command.report(Finished(ExitCode.DONE, *ids, proven=True, kept=True))
        return ExitCode.DONE
    command.output.say(_line(renewed))
    facts = CredentialFacts(CredentialKind.CERTIFICATE, renewed.key_id, rfc3339(renewed.credential.expires))
    command.report(Finished(ExitCode.DONE, *ids, facts, proven=True))
    return ExitCode.DONE


def _line(renewed: Renewed) -> str:
    words = translate("Console", "The key was exchanged: the new one is valid until {date} (key ID {key_id}).")
    return words.format(date=long_date(renewed.credential.expires), key_id=renewed.key_id)


def _wanted(command: Command) -> tuple[Wanted, Cloud]:
    """What the options say, and the cloud. Raises `BadInput`."""
    arguments = command.arguments
    wanted = Wanted(
        command.manifest,
        tenant_id=arguments.tenant or "",
        client_id=arguments.app or "",
        object_id=arguments.object_id or "",
        places=_places(arguments),
        key_id=arguments.key_id[0] if arguments.key_id else "",
        months=arguments.months,
        within=needed_within(arguments),
        remove_old=arguments.remove_old,
        force=arguments.force,
    )
    if not arguments.files:
        return wanted, command.environment.cloud
    payload, opener, cloud = from_bundle(arguments, command.environment.cloud, command.report)
    path = Path(arguments.files[0])
    id_file = read_id_file(path, payload, opener, arguments.object_id, forced=arguments.force)
    tenant_id, client_id = payload.tenant.id, payload.application.client_id
    named = replace(wanted, tenant_id=tenant_id, client_id=client_id, object_id=id_file.object_id)
    return replace(named, id_file=id_file), cloud


def _places(arguments: Arguments) -> Places:
    key, certificate = Path(arguments.key or ""), Path(arguments.certificate or "")
    if arguments.in_place:
        return Places(key, certificate, key, certificate)
    return Places(key, certificate, Path(arguments.out_key or ""), Path(arguments.out_certificate or ""))


def run_certificate(arguments: Arguments, output: Output) -> None:
    """Writes the key and the certificate, and tells the fingerprints. Raises `BadInput`."""
    key, public = Path(arguments.out_key or ""), Path(arguments.out_certificate or "")
    if key.absolute() == public.absolute():
        raise OptionsClash("--out-key", "--out-certificate")
    for path in (key, public):
        check_target(path, arguments.force)
    manifest = load_manifest()
    begins = utc_now()
    made = make_certificate(manifest.secret_description, begins, _end(begins, arguments.months or manifest.months))
    write_pair(key, made.private_key, public, made.pem, arguments.force)
    output.report(
        CertificateMade(str(key), str(public), made.thumbprint_sha1, made.thumbprint_sha256, rfc3339(made.expires))
    )
    output.report(Finished(0))


def _end(begins: datetime, months: int) -> datetime:
    """So that it is valid for the lifetime to the second: a policy counts from its beginning."""
    return begins - CLOCK_MARGIN + lifetime(months)
