"""An enrolment file on the command line: it fills in the options that were not given, once it was shown."""

from __future__ import annotations

from pathlib import Path

from installer import engine
from installer.console.arguments import Arguments
from installer.console.combinations import check_credential
from installer.errors.files import RecipientNotCompared
from installer.events import EnrolmentRead, Report
from installer.model import CredentialKind, Enrolment, Manifest


def follow_enrolment(arguments: Arguments, manifest: Manifest, report: Report) -> Enrolment | None:
    """Reads and shows what --enrolment names, and fills the arguments in; what the command line says stays.

    Raises `BadInput`, among it `RecipientNotCompared` where nobody would be asked about another key than GLIMPS's.
    """
    if not arguments.enrolment:
        return None
    enrolment = engine.read_enrolment(Path(arguments.enrolment[0]), manifest)
    report(EnrolmentRead(enrolment))
    _fill_in(arguments, enrolment)
    recipient = enrolment.recipient
    if recipient and not arguments.recipient and not arguments.passphrase_file:
        if arguments.yes and recipient.key != manifest.vendor_recipient:
            raise RecipientNotCompared(enrolment.path, recipient.key, recipient.fingerprint)
        arguments.recipient = [recipient.key]
    check_credential(arguments, certificate=_certificate_wanted(arguments, enrolment))
    return enrolment


def _fill_in(arguments: Arguments, enrolment: Enrolment) -> None:
    arguments.tenant = arguments.tenant or enrolment.tenant
    arguments.profile = arguments.profile or enrolment.profile
    if arguments.credential is None and not arguments.certificate_file:
        arguments.credential = enrolment.mode
    if arguments.credential is CredentialKind.FEDERATED:
        arguments.issuer = arguments.issuer or enrolment.issuer
        arguments.subject = arguments.subject or enrolment.subject
        arguments.audience = arguments.audience or enrolment.audience


def _certificate_wanted(arguments: Arguments, enrolment: Enrolment) -> bool:
    kind = arguments.credential
    return enrolment.certificate is not None and kind is CredentialKind.CERTIFICATE and not arguments.certificate_file
