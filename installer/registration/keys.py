"""Adds an application's certificates, and removes its certificates and secrets.

The certificates are one list, which a PATCH replaces as a whole, so every write must include everybody's keys. Source:
Microsoft, update application, `keyCredentials`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from installer.answers import Row
from installer.errors.base import SetupError
from installer.errors.graph import GraphError
from installer.events import WaitReason
from installer.graph import Answer, Graph, Json, Part, query
from installer.model import Application, CredentialKind, PublicCertificate, rfc3339
from installer.registration.mapper import application_path, read_credentials, thumbprint
from installer.registration.tags import look
from installer.retry import LIST_LAG, Pause, Retry


def verifying_key(key_id: str, der: str, description: str, expires: datetime) -> Json:
    """The `keyCredential` by which Graph registers a certificate; `der` is its DER in base64."""
    return {
        "type": "AsymmetricX509Cert",
        "usage": "Verify",
        "key": der,
        "keyId": key_id,
        "displayName": description,
        "endDateTime": rfc3339(expires),
    }


def read_certificates(graph: Graph, application: Application) -> list[Row]:
    """Graph's `keyCredentials`, read again for up to `LIST_LAG` while one that was seen before is missing."""
    seen = {entry.key_id for entry in application.credentials if entry.kind is CredentialKind.CERTIFICATE}
    retry = Retry(graph.cancel, graph.on_wait)
    while True:
        rows = graph.get(_listed(application), replicating=True).rows("keyCredentials")
        late = seen - {str(row["keyId"]) for row in rows}
        if not late or not retry.paused(Pause(WaitReason.REPLICATION, budget=LIST_LAG)):
            return rows


def same_key(rows: Sequence[Row], certificate: PublicCertificate) -> str | None:
    """The key id of this certificate among the rows, by SHA-1 thumbprint; None if it is not there."""
    return next((str(row["keyId"]) for row in rows if thumbprint(row) == certificate.thumbprint_sha1), None)


def write_certificates(
    graph: Graph,
    application: Application,
    add: Json | None = None,
    drop: str | None = None,
    before: Sequence[Row] | None = None,
) -> None:
    """Adds a certificate, or removes the one with key id `drop`; all others stay, also those added in the meantime.

    `before` is what `read_certificates` has just returned. Because a PATCH replaces the list, it can erase a
    certificate added since. One batch therefore reads, writes and reads again: the first read shows what the write
    erased, with its public key, so that it can be put back; the second one shows whether the change took effect.

    A write that Microsoft took counts as done after `LIST_LAG`, even if the list does not show it yet. Raises
    `GraphError` if Microsoft refuses it.
    """
    retry = Retry(graph.cancel, graph.on_wait)
    if before is None:
        before = graph.get(_listed(application), replicating=True).rows("keyCredentials")
    while True:
        known = {str(key["keyId"]) for key in before}
        kept = [{**key, "key": None} for key in before if key["keyId"] != drop]  # null keeps the stored key
        missing = [add] if add and add["keyId"] not in known else []
        if len(kept) == len(before) and not missing:
            return
        before, written, after = _replaced(graph, application, [*kept, *missing])
        left = {str(key["keyId"]) for key in after} | known | {drop}
        if erased := [key for key in before if key["keyId"] not in left]:
            kept = [{**key, "key": None} for key in after]
            _, written, after = _replaced(graph, application, [*kept, *(dict(key) for key in erased)])
        there = {str(key["keyId"]) for key in after}
        if drop not in there and (add is None or add["keyId"] in there):
            return
        if written.error and {str(key["keyId"]) for key in kept} <= there:
            raise written.error  # everything we kept is still there, so the refusal is about this change
        if not retry.paused(Pause(WaitReason.REPLICATION, budget=LIST_LAG)):
            if written.error:
                raise written.error
            return  # Microsoft took the write; only the list is late
        before = graph.get(_listed(application), replicating=True).rows("keyCredentials")


def _replaced(graph: Graph, application: Application, keys: list[Json]) -> tuple[list[Row], Answer, list[Row]]:
    """Writes the list; returns the certificates right before the write, its answer, and the certificates after it."""
    looks = Part("GET", _listed(application)), Part("GET", _listed(application), follows=True)
    write = Part("PATCH", application_path(application), {"keyCredentials": keys}, follows=True)
    seen, written, after = graph.batch([looks[0], write, looks[1]], replicating=True)
    rows = after.body if not after.error else graph.get(_listed(application), replicating=True)
    return seen.json().rows("keyCredentials"), written, rows.rows("keyCredentials")


def _listed(application: Application) -> str:
    return query(application_path(application), select="keyCredentials")


def remove_credential(graph: Graph, application: Application, kind: CredentialKind, key_id: str) -> None:
    """Removes one secret or certificate by its key id; one that no longer exists is fine. Raises `GraphError`."""
    if kind is CredentialKind.CERTIFICATE:
        write_certificates(graph, application, drop=key_id)
        return
    _remove_secret(graph, application, key_id)


def certainly_removed(graph: Graph, application: Application, kind: CredentialKind, key_id: str) -> bool:
    """Removes a credential that this run has just created; False unless it is certainly gone. Raises nothing.

    "Not found" proves nothing about a new credential: the server that answers may not know it yet. Certain is
    Microsoft's 204, or a list that has shown it and no longer does. Tried again for `LIST_LAG`.
    """
    retry, shown = Retry(graph.cancel, graph.on_wait), False
    try:
        while True:
            if kind is CredentialKind.SECRET and _remove_secret(graph, application, key_id):
                return True
            listed = key_id in (entry.key_id for entry in read_credentials(look(graph, application)))
            if shown and not listed:
                return True
            shown = shown or listed
            if listed and kind is CredentialKind.CERTIFICATE:
                write_certificates(graph, application, drop=key_id)
            if not retry.paused(Pause(WaitReason.REPLICATION, budget=LIST_LAG)):
                return False
    except SetupError:
        return False


def _remove_secret(graph: Graph, application: Application, key_id: str) -> bool:
    """Whether Microsoft says that it removed the secret; False if it knows none of this id. Raises `GraphError`."""
    try:
        graph.post(f"{application_path(application)}/removePassword", {"keyId": key_id}, repeatable=True)
    except GraphError as error:
        if not re.search(r"(?i)no password credential found|not found|does not exist", error.message):
            raise
        return False
    return True


def remove_strays(
    graph: Graph, application: Application, description: str, expires: datetime, keep: str | None = None
) -> None:
    """Removes secrets with this description and expiry that were added since `application` was read, except `keep`.

    With `keep`, a later secret, it first waits for up to `LIST_LAG` until that is shown: then the strays are, too.
    """
    before = {entry.key_id for entry in application.credentials}
    retry = Retry(graph.cancel, graph.on_wait)
    while True:
        row = graph.get(query(application_path(application), select="id,passwordCredentials"), replicating=True)
        shown = read_credentials(row)
        known = keep is None or keep in (entry.key_id for entry in shown)
        if known or not retry.paused(Pause(WaitReason.REPLICATION, budget=LIST_LAG)):
            break
    for entry in shown:
        made_by_us = entry.description == description and entry.end == expires
        if made_by_us and entry.key_id not in before and entry.key_id != keep:
            remove_credential(graph, application, entry.kind, entry.key_id)
