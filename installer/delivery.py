"""Delivers credentials: encrypts them, writes the bundle, and takes the undelivered mark off the application."""

from __future__ import annotations

from pathlib import Path

from installer.bundle.age import Recipient, seal, seal_with_passphrase
from installer.bundle.files import save
from installer.bundle.payload import compose, to_json
from installer.errors.base import SetupError
from installer.errors.work import CredentialGone, DeliveryFailed, StoppedPartWay
from installer.events import Delivered, Report, Step
from installer.graph import Graph
from installer.model import Bundle, Secret, utc_now
from installer.registration import Registration, revoke, settle
from installer.registration.apply import StepReport

Encryption = tuple[Recipient, ...] | Secret
"""What opens the bundle: the private keys of these recipients, or this passphrase."""


def deliver(
    registration: Registration,
    encryption: Encryption,
    path: Path,
    overwrite: bool,
    notes: str,
    graph: Graph,
    report: Report,
) -> Bundle:
    """Writes the bundle and takes the mark of the undelivered secret off the application.

    Raises `DeliveryFailed` with nothing written and the secret still in hand; `CredentialGone` where somebody removed
    the secret meanwhile, and the bundle is taken away again; `StoppedPartWay` when the bundle is good, but the mark
    could not be taken off: running again makes a new one and removes this one's secret.
    """
    with StepReport(Step.DELIVER, report, graph):
        bundle = _write(registration, encryption, path, overwrite, notes)
        report(Delivered(bundle))
        _settle(graph, registration, path)
    return bundle


def deliver_or_revoke(
    registration: Registration,
    encryption: Encryption,
    path: Path,
    overwrite: bool,
    notes: str,
    graph: Graph,
    report: Report,
) -> Bundle:
    """`deliver` for a caller who cannot ask for another file: a failure revokes the secret, and the error says so.

    Once the file is written nothing revokes its secret, whatever happens then.
    """
    bundle = None
    try:
        graph.cancel.check()
        with StepReport(Step.DELIVER, report, graph):
            bundle = _write(registration, encryption, path, overwrite, notes)
            report(Delivered(bundle))
            _settle(graph, registration, path)
    except BaseException as error:
        if bundle:
            raise
        revoked = revoke(graph, registration, report)
        if isinstance(error, DeliveryFailed):
            raise DeliveryFailed(error.path, error.reason, revoked) from error
        raise
    return bundle


def _write(registration: Registration, encryption: Encryption, path: Path, overwrite: bool, notes: str) -> Bundle:
    """Seals the bundle and saves it; raises `DeliveryFailed` with nothing written."""
    connector, proof = registration.manifest.connector, registration.proof
    clear = to_json(compose(registration.credentials, proof.granted, utc_now(), notes, connector))
    sealed = seal_with_passphrase(clear, encryption) if isinstance(encryption, Secret) else seal(clear, encryption)
    recipients = () if isinstance(encryption, Secret) else tuple(map(str, encryption))
    return Bundle(str(path), save(sealed, path, overwrite), recipients)


def _settle(graph: Graph, registration: Registration, path: Path) -> None:
    try:
        settle(graph, registration)
    except CredentialGone:
        path.unlink(missing_ok=True)  # what it holds opens nothing
        raise
    except SetupError as error:
        raise StoppedPartWay(Step.DELIVER, (Step.CREDENTIAL,), error.request_id) from error
