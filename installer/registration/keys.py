"""The certificates of an application: a PATCH replaces the whole list, so nobody's key may be left out of it.

(Microsoft, update application: keyCredentials.)
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from installer.answers import Row
from installer.events import WaitReason
from installer.graph import Answer, Graph, Json, Part, query
from installer.model import Application, CredentialKind, PublicCertificate, rfc3339
from installer.registration.mapper import thumbprint
from installer.retry import Pause, Retry

SETTLING: Final = 60.0
"""Seconds for which a list that lacks what must be on it is taken for late, and asked again."""


def verifying_key(key_id: str, der: str, description: str, expires: datetime) -> Json:
    """A certificate as Graph takes a new one; `der` is base64."""
    return {
        "type": "AsymmetricX509Cert",
        "usage": "Verify",
        "key": der,
        "keyId": key_id,
        "displayName": description,
        "endDateTime": rfc3339(expires),
    }


def read_certificates(graph: Graph, application: Application) -> list[Row]:
    """Graph's keyCredentials. While one that was seen before is not shown, they are asked for again."""
    seen = {entry.key_id for entry in application.credentials if entry.kind is CredentialKind.CERTIFICATE}
    retry = Retry(graph.cancel, graph.on_wait)
    while True:
        rows = graph.get(_listed(application), replicating=True).rows("keyCredentials")
        late = seen - {str(row["keyId"]) for row in rows}
        if not late or not retry.paused(Pause(WaitReason.REPLICATION, budget=SETTLING)):
            return rows


def same_key(rows: Sequence[Row], certificate: PublicCertificate) -> str | None:
    """The key id of this very certificate among them."""
    return next((str(row["keyId"]) for row in rows if thumbprint(row) == certificate.thumbprint_sha1), None)


def write_certificates(
    graph: Graph,
    application: Application,
    add: Json | None = None,
    drop: str | None = None,
    before: Sequence[Row] | None = None,
) -> None:
    """Adds a certificate, or removes one by its key id; those of others stay, those added meanwhile too.

    `before`: what `read_certificates` has just read. A PATCH replaces them all, so it may erase what came since then.
    The look right before it, in the same batch, shows that with its public key, which is put back; the look after it
    shows whether the change stands.
    """
    retry = Retry(graph.cancel, graph.on_wait)
    if before is None:
        before = graph.get(_listed(application), replicating=True).rows("keyCredentials")
    while True:
        known = {str(key["keyId"]) for key in before}
        kept = [{**key, "key": None} for key in before if key["keyId"] != drop]  # None keeps each one's own
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
            raise written.error  # nobody took one away meanwhile: it is this change that is refused
        if not retry.paused(Pause(WaitReason.REPLICATION, budget=SETTLING)):
            return
        before = graph.get(_listed(application), replicating=True).rows("keyCredentials")


def _replaced(graph: Graph, application: Application, keys: list[Json]) -> tuple[list[Row], Answer, list[Row]]:
    """The certificates right before the write, its answer, and those after it."""
    looks = Part("GET", _listed(application)), Part("GET", _listed(application), follows=True)
    write = Part("PATCH", _path(application), {"keyCredentials": keys}, follows=True)
    seen, written, after = graph.batch([looks[0], write, looks[1]], replicating=True)
    rows = after.body if not after.error else graph.get(_listed(application), replicating=True)
    return seen.json().rows("keyCredentials"), written, rows.rows("keyCredentials")


def _listed(application: Application) -> str:
    return query(_path(application), select="keyCredentials")


def _path(application: Application) -> str:
    return f"/applications/{application.object_id}"
