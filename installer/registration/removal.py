"""Removing credentials one by one, and the certificates of an application, which Graph only writes all at once."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

from installer.answers import Row
from installer.errors.graph import GraphError
from installer.events import WaitReason
from installer.graph import Answer, Graph, Json, Part, query
from installer.model import Application, Certificate, CredentialKind, rfc3339
from installer.registration.mapper import read_credentials
from installer.retry import Pause, Retry

SETTLING: Final = 60.0
"""Seconds that a list of certificates is written again and again, until it shows what was written."""


def remove_credential(graph: Graph, application: Application, kind: CredentialKind, key_id: str) -> None:
    """Removes one secret or certificate by its key id; one that is gone already is fine."""
    if kind is CredentialKind.CERTIFICATE:
        write_certificates(graph, application, drop=key_id)
        return
    try:
        graph.post(f"{_path(application)}/removePassword", {"keyId": key_id}, repeatable=True)
    except GraphError as error:
        if not re.search(r"(?i)no password credential found|not found|does not exist", error.message):
            raise


def remove_strays(
    graph: Graph, application: Application, description: str, expires: datetime, keep: str | None = None
) -> None:
    """Removes the secrets of this very description and end, but the one to keep, that were not there before the run."""
    before = {entry.key_id for entry in application.credentials}
    row = graph.get(query(_path(application), select="id,passwordCredentials"), replicating=True)
    for entry in read_credentials(row):
        made_by_us = entry.description == description and entry.end == expires
        if made_by_us and entry.key_id not in before and entry.key_id != keep:
            remove_credential(graph, application, entry.kind, entry.key_id)


def write_certificates(
    graph: Graph, application: Application, add: Json | None = None, drop: str | None = None
) -> None:
    """Adds a certificate, or removes one by its key id; those of others stay, those added meanwhile too.

    A PATCH replaces them all, so it may erase what came since the list was read. The look right before it, in the same
    batch, shows that with its public key, which is put back; the look after it shows whether the change stands.
    """
    retry = Retry(graph.cancel, graph.on_wait)
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


def public_key(certificate: Certificate, description: str) -> Json:
    """The certificate as Graph takes a new one."""
    return {
        "type": "AsymmetricX509Cert",
        "usage": "Verify",
        "key": certificate.der,
        "keyId": certificate.key_id,
        "displayName": description,
        "endDateTime": rfc3339(certificate.expires),
    }


def _listed(application: Application) -> str:
    return query(_path(application), select="keyCredentials")


def _path(application: Application) -> str:
    return f"/applications/{application.object_id}"
