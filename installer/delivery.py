"""Delivers credentials: encrypts them, writes the bundle, and takes the undelivered mark off the application.

The order makes it safe to be killed at any point. First the sealed file is complete and synced, under a temporary
name; then the mark is taken off; then the file gets its name. From then on nothing revokes its credential.
"""

from __future__ import annotations

import contextlib
import logging
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from installer.bundle.age import Recipient, seal, seal_with_passphrase
from installer.bundle.files import Staged, default_name, give_name, stage
from installer.bundle.payload import Payload, compose, to_json
from installer.bundle.unfinished import Trace, Unfinished, leave_note, trace_name, unfinished
from installer.errors.files import FileFault, TooLittleMemory
from installer.errors.work import CredentialGone, DeliveryFailed, FileRecovered, MarkRemains, PlainFileFailed
from installer.events import Delivered, Report, Step, Warned
from installer.graph import Graph
from installer.model import Bundle, Manifest, Secret, TenantState, utc_now
from installer.registration import Registration, revoke, settle, unsettle
from installer.registration.apply import StepReport
from installer.registration.tags import marks

_log = logging.getLogger(__name__)

Encryption = tuple[Recipient, ...] | Secret | None
"""What opens the bundle: the private keys of these recipients, this passphrase, or, for None, nothing: it is plain."""


def deliver(
    registration: Registration,
    encryption: Encryption,
    path: Path,
    overwrite: bool,
    notes: str,
    graph: Graph,
    report: Report,
) -> Bundle:
    """Writes the bundle and takes the undelivered mark off the application.

    Raises `DeliveryFailed`, after which the secret can still be delivered elsewhere, and `CredentialGone` if somebody
    has removed the secret in the meantime; both with nothing written. A mark that cannot be taken off is only a
    warning (`MarkRemains`): the bundle is good.
    """
    with StepReport(Step.DELIVER, report, graph):
        staged = _staged(registration, encryption, path, overwrite, notes)
        try:
            return _published(staged, registration, encryption, graph, report)
        finally:
            staged.discard()


def deliver_or_revoke(
    registration: Registration,
    encryption: Encryption,
    path: Path,
    overwrite: bool,
    notes: str,
    graph: Graph,
    report: Report,
) -> Bundle:
    """`deliver` for a caller that cannot ask for another file: a failure revokes the secret, and the error says so.

    Once the file has its name, nothing revokes its secret, whatever happens then. Raises `DeliveryFailed`,
    `PlainFileFailed` if nothing secret was to be delivered, `CredentialGone` and `Cancelled`.
    """
    staged = None
    try:
        graph.cancel.check()
        with StepReport(Step.DELIVER, report, graph):
            staged = _staged(registration, encryption, path, overwrite, notes)
            return _published(staged, registration, encryption, graph, report)
    except BaseException as error:
        if staged and staged.published:
            raise
        if not registration.has_secret:
            if isinstance(error, DeliveryFailed):
                raise PlainFileFailed(error.path, error.reason) from error
            raise
        revoked = revoke(graph, registration, report)
        if isinstance(error, DeliveryFailed):
            raise DeliveryFailed(error.path, error.reason, revoked) from error
        raise
    finally:
        if staged:
            staged.discard()


def settle_or_warn(registration: Registration, folder: Path, graph: Graph, report: Report) -> None:
    """Takes the mark off after a delivery by hand. If that fails, reports a warning and leaves a note in the folder.

    Raises `CredentialGone` if somebody has removed the secret in the meantime.
    """
    settled = _settled(registration, graph)
    registration.close()
    if not settled:
        _tell_of_mark(registration, folder, report)


def spare(state: TenantState, folder: Path) -> TenantState:
    """The tenant, whose `delivered` now has the marked credentials that were delivered to this folder."""
    noted = frozenset(found.key_id for found in unfinished(folder) if found.trace is Trace.MARKED)
    return replace(state, delivered=state.delivered | noted)


def finish_earlier(state: TenantState, manifest: Manifest, folder: Path, now: datetime, report: Report) -> None:
    """Finishes the deliveries of earlier runs that died in this folder; `state` is the tenant before this run's plan.

    The mark decides. Without it the credential counts as delivered, and its sealed file gets a name. With it this
    run's plan removes the credential, and the file is deleted. Deliveries of runs still working are left alone.
    """
    application = state.application
    if application is None:
        return
    found_marks = marks(application.tags, manifest.tag).values()
    marked = {mark.end for mark in found_marks}
    at_work = {mark.end for mark in found_marks if not mark.is_abandoned(now, state.over)}
    entries = {entry.key_id.lower(): entry for entry in application.credentials}
    for found in unfinished(folder):
        entry = entries.get(found.key_id)
        with contextlib.suppress(OSError):
            if entry is None or entry.end in at_work:
                continue  # another tenant's, or removed since, or being delivered right now
            if found.trace is Trace.SEALED and entry.end not in marked:
                _recover(found, folder, state.organization.domain, report)
            elif found.trace is Trace.SEALED or entry.end not in marked:
                found.path.unlink()


def _recover(found: Unfinished, folder: Path, domain: str, report: Report) -> None:
    """Gives the sealed file the default name of the day it was written, with the beginning of the key id."""
    day = datetime.fromtimestamp(found.path.stat().st_mtime, UTC).date()
    path = folder / f"{default_name(domain, day).removesuffix('.age')}-{found.key_id[:8]}.age"
    give_name(found.path, path)
    found.path.unlink(missing_ok=True)
    report(Warned(FileRecovered(str(path), found.key_id)))


def _staged(registration: Registration, encryption: Encryption, path: Path, overwrite: bool, notes: str) -> Staged:
    """Seals the bundle and writes it under its temporary name; raises `DeliveryFailed` with nothing written."""
    names, granted = registration.manifest.connector, registration.proof.granted
    proven, rotation = registration.proven, registration.rotation
    payload = compose(registration.credentials, granted, utc_now(), notes, names, proven=proven, rotation=rotation)
    payload = replace(payload, client=registration.client)
    try:
        data = _sealed(payload, encryption)
    except TooLittleMemory as error:
        raise DeliveryFailed(str(path), FileFault.NO_MEMORY, revoked=None) from error
    key_id = registration.credentials.credential.key_id
    return stage(data, path, overwrite, trace_name(key_id, Trace.SEALED) if key_id else None)


def _sealed(payload: Payload, encryption: Encryption) -> bytes:
    """The bytes to write: encrypted, or plain if nothing in them is secret and no encryption was asked for."""
    clear = to_json(payload)
    if isinstance(encryption, Secret):
        return seal_with_passphrase(clear, encryption)
    if encryption is not None:
        return seal(clear, encryption)
    if payload.is_secret:
        raise AssertionError("a secret is never written in clear")
    return clear


def _published(
    staged: Staged, registration: Registration, encryption: Encryption, graph: Graph, report: Report
) -> Bundle:
    """Takes the mark off, and gives the file its name; if that fails, puts the mark back and raises."""
    settled = _settled(registration, graph)
    try:
        digest = staged.publish()
    except DeliveryFailed:
        unsettle(graph, registration)
        raise
    registration.close()
    recipients = tuple(map(str, encryption)) if isinstance(encryption, tuple) else ()
    bundle = Bundle(str(staged.path), digest, recipients, plain=encryption is None)
    report(Delivered(bundle))
    if not settled:
        _tell_of_mark(registration, staged.path.parent, report)
    return bundle


def _settled(registration: Registration, graph: Graph) -> bool:
    """Whether the mark could be taken off; raises `CredentialGone`.

    No other error stops the delivery. Ctrl-C while this waits gives up only on the mark.
    """
    try:
        settle(graph, registration)
    except CredentialGone:
        raise
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  # the bundle matters more than the mark
        _log.info("the undelivered mark is still there: %r", error)
        return False
    return True


def _tell_of_mark(registration: Registration, folder: Path, report: Report) -> None:
    key_id = registration.credentials.credential.key_id
    assert key_id  # only a secret or a key of ours has a mark
    leave_note(folder, key_id)
    report(Warned(MarkRemains(key_id)))
