"""Delivering a credential or taking it back, and what the papers about it need."""

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
    """How to hand the bundle over: who can open it, the file, whether to replace one that exists, the notes in it."""

    encryption: Encryption
    path: Path
    overwrite: bool = False
    notes: str = ""


def deliver(
    connection: Connection, registration: Registration, handover: Handover, cancel: Cancel, report: Report
) -> Bundle:
    """Writes the bundle, and takes the undelivered mark off the application.

    Raises `DeliveryFailed` with nothing written and the secret still in hand; `CredentialGone`, with nothing written,
    where somebody removed the secret meanwhile. A mark that could not be taken off is a warning: the bundle is good.
    """
    from installer import delivery

    report = undisturbed(report)
    graph = connection.graph(cancel, report)
    return delivery.deliver(registration, *handover, graph, report)


def deliver_or_revoke(
    connection: Connection, registration: Registration, handover: Handover, cancel: Cancel, report: Report
) -> Bundle:
    """`deliver` for a caller who cannot ask for another file: a secret that cannot be delivered is revoked."""
    from installer import delivery

    report = undisturbed(report)
    graph = connection.graph(cancel, report)
    return delivery.deliver_or_revoke(registration, *handover, graph, report)


def settle(connection: Connection, registration: Registration, folder: Path, cancel: Cancel, report: Report) -> None:
    """Takes the undelivered mark off an application whose secret was handed over otherwise than by `deliver`.

    A mark that could not be taken off is a warning, of which `folder` keeps word. Raises `CredentialGone`.
    """
    from installer import delivery

    report = undisturbed(report)
    delivery.settle_or_warn(registration, folder, connection.graph(cancel, report), report)


def spare(state: TenantState, folder: Path) -> TenantState:
    """The tenant, so that a plan keeps what was delivered in this folder, even where its mark could not go."""
    from installer import delivery

    return delivery.spare(state, folder)


def finish_earlier(connection: Connection, state: TenantState, folder: Path, report: Report) -> None:
    """Finishes the deliveries of runs that died in this folder; tells a bundle that was found as a warning."""
    from installer import delivery

    delivery.finish_earlier(state, connection.manifest, folder, connection.now(), undisturbed(report))


def revoke(connection: Connection, registration: Registration, cancel: Cancel, report: Report) -> bool:
    """Revokes the undelivered secret, even where the report fails; False where that did not succeed."""
    from installer.registration import revoke

    report = undisturbed(report)
    return revoke(connection.graph(cancel, report), registration, report)


def read_certificate(path: Path) -> PublicCertificate:
    """The connector's public certificate in a file; raises `UnreadableFile` or `UnusableCertificate`."""
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
    """The connector's key with its certificate, to be tried where it runs; raises `BadInput`."""
    from installer.sign_in.certificate_file import read_key_pair

    return read_key_pair(key, certificate)


def read_key_of(key: Path, pem: str, source: str) -> Certificate:
    """The same with a certificate that a bundle holds; `source` is the bundle's path. Raises `BadInput`."""
    from installer.sign_in.certificate_file import read_key_of

    return read_key_of(key, pem, source)


def occasion(connection: Connection, state: TenantState, profile: Profile) -> Occasion:
    """Who works on which tenant, and when: the head of a receipt."""
    from installer.report import Occasion

    now, (account, *others), manifest = datetime.now().astimezone(), connection.accounts, connection.manifest
    cloud, organization = connection.cloud, state.organization
    return Occasion(now, cloud, organization, account, state.rights, manifest, profile, tuple(others))


def parse_recipients(text: str) -> tuple[Recipient, ...]:
    """The age public keys in a text, or in the file that it names; raises `InvalidRecipient` or `UnreadableFile`."""
    from installer.bundle.age import parse_recipients

    return parse_recipients(text)


def fingerprint(recipient: Recipient) -> str:
    """A short fingerprint of a public key, for people to compare."""
    from installer.bundle.age import fingerprint

    return fingerprint(recipient)


def generate_passphrase() -> Secret:
    """A new passphrase: six words of the language in use."""
    from installer.bundle.passphrase import generate
    from installer.texts import language

    return generate(language())


def try_encryption(encryption: Encryption) -> None:
    """Raises `TooLittleMemory` where a passphrase could not be used at the end; takes as long as it will then."""
    from installer.bundle.age import try_passphrases

    if isinstance(encryption, Secret):
        try_passphrases()


def check_passphrase(passphrase: Secret) -> None:
    """Raises `WeakPassphrase`."""
    from installer.bundle.strength import check

    check(passphrase)


def guide_page(manifest: Manifest, cloud: Cloud, option: str) -> Path:
    """The offline guide as a temporary page for the browser; raises OSError. `option` is how the cloud was named."""
    from installer.guide import browser_copy, subject_of

    return browser_copy(subject_of(manifest, cloud, option=option))
