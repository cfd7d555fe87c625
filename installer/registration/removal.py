"""Removing credentials one by one, and the certificates of an application, which Graph only writes all at once."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

from installer.answers import Row
from installer.errors.graph import GraphError
from installer.events import WaitReason
from installer.graph import Graph, Json, Part, query
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

    A PATCH replaces them all, and may meet another's: so the list is read again after the write, and written anew until
    it shows the change, and nothing missing that was there before.
    """
    retry = Retry(graph.cancel, graph.on_wait)
    while True:
        before = _certificates(graph.get(_listed(application), replicating=True))
        kept = [key for key in before if key["keyId"] != drop]
        missing = [add] if add and add["keyId"] not in (key["keyId"] for key in kept) else []
        if kept == before and not missing:
            return
        wanted = [*kept, *missing]
        written, looked = graph.batch(
            [
                Part("PATCH", _path(application), {"keyCredentials": wanted}),
                Part("GET", _listed(application), follows=True),
            ],
            replicating=True,
        )
        after = looked.body if not written.error else graph.get(_listed(application), replicating=True)
        there, meant = ({str(key["keyId"]) for key in keys} for keys in (_certificates(after), wanted))
        if meant <= there and drop not in there:
            return
        if written.error and {str(key["keyId"]) for key in kept} <= there:
            raise written.error  # nobody took one away meanwhile: it is this change that is refused
        if not retry.paused(Pause(WaitReason.REPLICATION, budget=SETTLING)):
            return


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


def _certificates(row: Row) -> list[Json]:
    """The certificates as Graph takes them back: an empty `key` keeps each one's own."""
    return [{**key, "key": None} for key in row.rows("keyCredentials")]


def _listed(application: Application) -> str:
    return query(_path(application), select="id,keyCredentials")


def _path(application: Application) -> str:
    return f"/applications/{application.object_id}"
