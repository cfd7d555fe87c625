"""The credential that the command line asks for, with what it names read and judged before the sign-in."""

from __future__ import annotations

from pathlib import Path

from installer import engine
from installer.console.arguments import Arguments
from installer.errors.certificates import MaySignCertificates, WeakSignature
from installer.events import Report, Warned
from installer.model import (
    Cloud,
    CredentialKind,
    CredentialSpec,
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
