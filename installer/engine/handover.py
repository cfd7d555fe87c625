"""Delivers or revokes a credential, and does what encryption, certificates and documents need for that."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from installer.cancel import Cancel
from installer.engine.connection import Connection, undisturbed
from installer.events import Report
from installer.model import (
    Bundle,
    Certificate,
    Cloud,
    EnrolledRecipient,
    Enrolment,
    Manifest,
    Profile,
    PublicCertificate,
    Secret,
    TenantState,
    utc_now,
)

if TYPE_CHECKING:
    from installer.bundle.age import Recipient
    from installer.delivery import Encryption
    from installer.registration import Registration
    from installer.report import Occasion


class Handover(NamedTuple):
    """How to deliver the bundle: who can open it, the file, whether to replace an existing one, the notes inside."""

    encryption: Encryption
    path: Path
    overwrite: bool = False
    notes: str = ""


def deliver(
    connection: Connection, registration: Registration, handover: Handover, cancel: Cancel, report: Report
) -> Bundle:
    """Writes the bundle, and takes the undelivered mark off the application.

    Raises `DeliveryFailed`, after which the secret can still be delivered elsewhere, and `CredentialGone` if somebody
    has removed the secret in the meantime; both with nothing written. If the mark cannot be taken off, the bundle is
    good all the same, and `MarkRemains` is reported as a warning.
    """
    from installer import delivery

    report = undisturbed(report)
    graph = connection.graph(cancel, report)
    return delivery.deliver(registration, *handover, graph, report)


def deliver_or_revoke(
    connection: Connection, registration: Registration, handover: Handover, cancel: Cancel, report: Report
) -> Bundle:
    """`deliver` for a caller that cannot ask for another file: a secret that cannot be delivered is revoked.

    Raises `DeliveryFailed`, which says whether the secret was revoked, `PlainFileFailed` if nothing secret was to be
    delivered, `CredentialGone` and `Cancelled`.
    """
    from installer import delivery

    report = undisturbed(report)
    graph = connection.graph(cancel, report)
    return delivery.deliver_or_revoke(registration, *handover, graph, report)


def settle(connection: Connection, registration: Registration, folder: Path, cancel: Cancel, report: Report) -> None:
    """Takes the undelivered mark off after a secret was handed over by other means than `deliver`.

    If that fails, `MarkRemains` is reported as a warning, and a note in `folder` makes later runs keep the secret.
    Raises `CredentialGone`.
    """
    from installer import delivery

    report = undisturbed(report)
    delivery.settle_or_warn(registration, folder, connection.graph(cancel, report), report)


def spare(state: TenantState, folder: Path) -> TenantState:
    """The tenant with `delivered` completed by the notes in this folder, so that a plan keeps those credentials."""
    from installer import delivery

    return delivery.spare(state, folder)


def finish_earlier(connection: Connection, state: TenantState, folder: Path, report: Report) -> None:
    """Finishes the deliveries of earlier runs that died in this folder; a recovered bundle is reported as a warning."""
    from installer import delivery

    delivery.finish_earlier(state, connection.manifest, folder, connection.now(), undisturbed(report))


def revoke(connection: Connection, registration: Registration, cancel: Cancel, report: Report) -> bool:
    """Revokes the undelivered secret, even after a cancel; False if Microsoft refused or could not be reached."""
    from installer.registration import revoke

    report = undisturbed(report)
    return revoke(connection.graph(cancel, report), registration, report)


def read_certificate(path: Path) -> PublicCertificate:
    """The connector's certificate, public part only, from a file; raises `UnreadableFile` or `UnusableCertificate`."""
    from installer.sign_in.certificate_file import read_public_certificate

    return read_public_certificate(path, utc_now())


def read_enrolment(path: Path, manifest: Manifest) -> Enrolment:
    """What GLIMPS filled in; raises `UnreadableFile`, `InvalidToml` and `InvalidEnrolment`."""
    from installer.bundle import age
    from installer.config.enrolment import load_enrolment
    from installer.sign_in.certificate_file import judge_certificate

    def recipient_of(key: str) -> EnrolledRecipient:
        return EnrolledRecipient(key, age.fingerprint(age.read_recipient(key)))

    return load_enrolment(path, manifest, lambda pem: judge_certificate(pem, path.name, utc_now()), recipient_of)


def read_key_pair(key: Path, certificate: Path) -> Certificate:
    """The connector's key and certificate from two files, to be tried where the connector runs; raises `BadInput`."""
    from installer.sign_in.certificate_file import read_key_pair

    return read_key_pair(key, certificate)


def read_key_of(key: Path, pem: str, source: str) -> Certificate:
    """The connector's key from a file, with a certificate from the bundle at `source`; raises `BadInput`."""
    from installer.sign_in.certificate_file import read_key_of

    return read_key_of(key, pem, source)


def occasion(connection: Connection, state: TenantState, profile: Profile) -> Occasion:
    """Who is working on which tenant, and when: the head of a receipt. The time is local."""
    from installer.report import Occasion

    now, (account, *others), manifest = datetime.now().astimezone(), connection.accounts, connection.manifest
    cloud, organization = connection.cloud, state.organization
    return Occasion(now, cloud, organization, account, state.rights, manifest, profile, tuple(others))


def parse_recipients(text: str) -> tuple[Recipient, ...]:
    """The age public keys in `text`, or in the file named by it.

    Raises `InvalidRecipient`, `UnusableKey` or `UnreadableFile`.
    """
    from installer.bundle.age import parse_recipients

    return parse_recipients(text)


def fingerprint(recipient: Recipient) -> str:
    """A short fingerprint of a public key, for two people to compare."""
    from installer.bundle.age import fingerprint

    return fingerprint(recipient)


def generate_passphrase() -> Secret:
    """A new random passphrase: six words in the language in use, 66 bits."""
    from installer.bundle.passphrase import generate
    from installer.texts import language

    return generate(language())


def try_encryption(encryption: Encryption) -> None:
    """Raises `TooLittleMemory` if this computer cannot encrypt with a passphrase; does nothing for other encryption.

    It encrypts nothing as a trial, which takes up to 4 s, like the encryption at the end of the run.
    """
    from installer.bundle.age import try_passphrases

    if isinstance(encryption, Secret):
        try_passphrases()


def check_passphrase(passphrase: Secret) -> None:
    """Raises `WeakPassphrase` for a passphrase that is too short or too easy to guess."""
    from installer.bundle.strength import check

    check(passphrase)


def guide_page(manifest: Manifest, cloud: Cloud, option: str) -> Path:
    """Writes the guide as a temporary HTML page for the browser; raises OSError.

    `option` is the value of `--cloud`, for the commands in the guide.
    """
    from installer.guide import browser_copy, subject_of

    return browser_copy(subject_of(manifest, cloud, option=option))
