"""What the command line, and an enrolment file beside it, ask for: read and checked before the sign-in."""

from __future__ import annotations

from pathlib import Path

from installer import engine
from installer.console.arguments import Arguments
from installer.console.combinations import check_credential
from installer.errors.certificates import MaySignCertificates, WeakSignature
from installer.errors.files import RecipientNotCompared
from installer.events import EnrolmentRead, Report, Warned
from installer.model import (
    Cloud,
    CredentialKind,
    CredentialSpec,
    Enrolment,
    Federation,
    Manifest,
    PublicCertificate,
    WantedCredential,
)


def wanted_credential(
    arguments: Arguments, enrolled: PublicCertificate | None, manifest: Manifest, cloud: Cloud, report: Report
) -> WantedCredential:
    """`enrolled` is the certificate of an enrolment file.

    Raises `UnreadableFile` or `UnusableCertificate`; warns of what Microsoft takes with a doubt.
    """
    if arguments.certificate_file:
        return connector_certificate(arguments.certificate_file, report)
    kind = arguments.credential or CredentialKind.SECRET
    if enrolled and kind is CredentialKind.CERTIFICATE:
        return _doubts_told(enrolled, arguments.enrolment[0], report)
    if kind is CredentialKind.FEDERATED:
        return Federation(arguments.issuer or "", arguments.subject or "", arguments.audience or cloud.token_audience)
    return CredentialSpec(arguments.months or manifest.months, kind)


def connector_certificate(file: str, report: Report) -> PublicCertificate:
    return _doubts_told(engine.read_certificate(Path(file)), file, report)


def _doubts_told(certificate: PublicCertificate, file: str, report: Report) -> PublicCertificate:
    if certificate.authority:
        report(Warned(MaySignCertificates(file)))
    if certificate.weak_signature:
        report(Warned(WeakSignature(file)))
    return certificate


def makes_secret(wanted: WantedCredential) -> bool:
    """Whether the bundle will hold something to keep from others."""
    return isinstance(wanted, CredentialSpec)


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
