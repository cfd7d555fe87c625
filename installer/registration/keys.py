"""The certificates of an application: a PATCH replaces the whole list, so nobody's key may be left out of it.

(Microsoft, update application: keyCredentials.)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from installer.answers import Row
from installer.errors.graph import GraphError
from installer.events import WaitReason
from installer.graph import Graph, Json, query
from installer.model import Application, CredentialKind, PublicCertificate
from installer.registration.mapper import thumbprint
from installer.retry import Pause, Retry

LATE_SECONDS: Final = 60.0
"""How long a key that a list does not show may be there all the same: Microsoft's lists are late."""

Keys = Mapping[str, Json]
"""Graph's keyCredentials by their key ids."""


def verifying_key(key_id: str, der: str, description: str, end: str) -> Json:
    """A certificate as Graph takes it; `der` is base64, `end` RFC 3339."""
    return {
        "type": "AsymmetricX509Cert",
        "usage": "Verify",
        "key": der,
        "keyId": key_id,
        "displayName": description,
        "endDateTime": end,
    }


def read_keys(graph: Graph, application: Application) -> Keys:
    """All that are there, with their values. One that was seen before and is not shown is asked for once more."""
    seen = {entry.key_id for entry in application.credentials if entry.kind is CredentialKind.CERTIFICATE}
    retry = Retry(graph.cancel, graph.on_wait)
    while True:
        row = graph.get(query(_path(application), select="id,keyCredentials"), replicating=True)
        keys: Keys = {str(key["keyId"]): key for key in row.rows("keyCredentials")}
        if seen <= keys.keys() or not retry.paused(Pause(WaitReason.REPLICATION, budget=LATE_SECONDS)):
            return keys


def add_key(graph: Graph, application: Application, key: Json, there: Keys) -> Keys:
    """Adds a key to those that are `there`, and returns what is there then.

    Another writer's PATCH may come between our reading and our writing: the list is read again, and what it lacks of
    ours and of theirs is put back, with the values that were read.
    """
    wanted = {**there, str(key["keyId"]): key}
    _replace(graph, application, there, [key])
    return _mended(graph, application, wanted)


def same_key(keys: Keys, certificate: PublicCertificate) -> str | None:
    """The key id of this very certificate among them."""
    rows = (key for key in keys.values() if isinstance(key, Row))
    return next((str(row["keyId"]) for row in rows if thumbprint(row) == certificate.thumbprint_sha1), None)


def _mended(graph: Graph, application: Application, wanted: Keys) -> Keys:
    retry = Retry(graph.cancel, graph.on_wait)
    while True:
        row = graph.get(query(_path(application), select="id,keyCredentials"), replicating=True)
        keys: Keys = {str(key["keyId"]): key for key in row.rows("keyCredentials")}
        lost = [key for key_id, key in wanted.items() if key_id not in keys and key.get("key")]
        if not lost or not retry.paused(Pause(WaitReason.REPLICATION, budget=LATE_SECONDS)):
            break
    if lost:
        try:
            _replace(graph, application, keys, lost)
        except GraphError as error:
            if "is not allowed" not in error.message:  # the list was late, and the key is there with this value
                raise
    return {**wanted, **keys}


def _replace(graph: Graph, application: Application, kept: Keys, added: list[Json]) -> None:
    """An empty `key` keeps each one's own (Microsoft Graph, recorded answers)."""
    keys = [*({**key, "key": None} for key in kept.values()), *added]
    graph.patch(_path(application), {"keyCredentials": keys})


def _path(application: Application) -> str:
    return f"/applications/{application.object_id}"
