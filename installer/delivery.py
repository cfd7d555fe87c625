"""Delivers credentials: encrypts them, writes the bundle, and takes the undelivered mark off the application."""

from __future__ import annotations

from pathlib import Path

from installer.bundle.age import Recipient, seal, seal_with_passphrase
from installer.bundle.files import save
from installer.bundle.payload import compose, to_json
from installer.errors.base import SetupError
from installer.errors.work import DeliveryFailed, PlainFileFailed, StoppedPartWay
from installer.events import Delivered, Report, Step
from installer.graph import Graph
from installer.model import Bundle, Secret, utc_now
from installer.registration import Registration, revoke, settle
from installer.registration.apply import StepReport

Encryption = tuple[Recipient, ...] | Secret | None
"""What opens the bundle: the private keys of these recipients, this passphrase, or nothing: it is plain."""


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

    Raises `DeliveryFailed` with nothing written and the secret still in hand; `StoppedPartWay` when the bundle is
    good, but the mark could not be taken off: running again makes a new one and removes this one's secret.
    """
    with StepReport(Step.DELIVER, report, graph):
        bundle = _write(registration, encryption, path, overwrite, notes)
        report(Delivered(bundle))
        _settle(graph, registration)
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
            _settle(graph, registration)
    except BaseException as error:
        if bundle:
            raise
        if not registration.has_secret:
            if isinstance(error, DeliveryFailed):
                raise PlainFileFailed(error.path, error.reason) from error
            raise
        revoked = revoke(graph, registration.credentials, registration.manifest, report)
        if isinstance(error, DeliveryFailed):
            raise DeliveryFailed(error.path, error.reason, revoked) from error
        raise
    return bundle


def _write(registration: Registration, encryption: Encryption, path: Path, overwrite: bool, notes: str) -> Bundle:
    """Seals the bundle and saves it; raises `DeliveryFailed` with nothing written."""
    names, granted = registration.manifest.connector, registration.proof.granted
    proven, rotation = registration.proven, registration.rotation
    payload = compose(registration.credentials, granted, utc_now(), notes, names, proven=proven, rotation=rotation)
    clear = to_json(payload)
    if encryption is None:
        if payload.is_secret:
            raise AssertionError("a secret is never written in clear")
        return Bundle(str(path), save(clear, path, overwrite), (), plain=True)
    sealed = seal_with_passphrase(clear, encryption) if isinstance(encryption, Secret) else seal(clear, encryption)
    recipients = () if isinstance(encryption, Secret) else tuple(map(str, encryption))
    return Bundle(str(path), save(sealed, path, overwrite), recipients)


def _settle(graph: Graph, registration: Registration) -> None:
    try:
        settle(graph, registration)
    except SetupError as error:
        raise StoppedPartWay(Step.DELIVER, (Step.CREDENTIAL,), error.request_id) from error
