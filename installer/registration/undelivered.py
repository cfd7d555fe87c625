"""The undelivered mark, which an application has while a credential of it is not delivered; removing credentials.

Only the run that made a secret, or a private key, knows it. When that run dies, the tag shows any later one, on any
machine, which credential is lost and must go: the tag names its exact end, to the second.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from installer.errors.graph import GraphError
from installer.graph import Graph, Json, query
from installer.model import Application, CredentialKind
from installer.registration.mapper import read_credentials


def undelivered_mark(tag: str, expires: datetime) -> str:
    """The tag that says so of the credential with this end; `tag` is the one of our applications."""
    return f"{tag}Pending{expires.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def marked_ends(tags: Iterable[str], tag: str) -> frozenset[datetime]:
    """The ends of the credentials that these tags say were not delivered."""
    marks = (re.fullmatch(rf"{re.escape(tag)}Pending(\d{{8}}T\d{{6}})Z", candidate) for candidate in tags)
    return frozenset(datetime.strptime(mark[1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC) for mark in marks if mark)


def without_marks(tags: Iterable[str], tag: str) -> tuple[str, ...]:
    """The tags but for the undelivered marks."""
    return tuple(kept for kept in tags if not kept.startswith(f"{tag}Pending"))


def put_mark(graph: Graph, application: Application, tag: str, *ends: datetime) -> Application:
    """Puts the mark on before the credential is made; one that was made with the application is there already."""
    tags = (*without_marks(application.tags, tag), *(undelivered_mark(tag, end) for end in ends))
    if application.tags == tags:
        return application
    graph.patch(_path(application), {"tags": list(tags)})
    return replace(application, tags=tags)


def take_mark_off(graph: Graph, application: Application, tag: str) -> None:
    """Takes the mark off: the credential is delivered, or there is none."""
    tags = without_marks(application.tags, tag)
    if tags != application.tags:
        graph.patch(_path(application), {"tags": list(tags)})


def write_tags(graph: Graph, application: Application) -> None:
    """Writes the application's tags as they are known here, the mark among them."""
    graph.patch(_path(application), {"tags": list(application.tags)})


def remove_credential(graph: Graph, application: Application, kind: CredentialKind, key_id: str) -> None:
    """Removes one secret or certificate by its key id; one that is gone already is fine."""
    if kind is CredentialKind.CERTIFICATE:
        keys = certificates(graph, application)
        graph.patch(_path(application), {"keyCredentials": [key for key in keys if key.get("keyId") != key_id]})
        return
    try:
        graph.post(f"{_path(application)}/removePassword", {"keyId": key_id}, repeatable=True)
    except GraphError as error:
        if not re.search(r"(?i)no password credential found|not found|does not exist", error.message):
            raise


def certificates(graph: Graph, application: Application) -> list[Json]:
    """The certificates as Graph takes them back: a PATCH replaces them all, and an empty `key` keeps each one's own."""
    row = graph.get(query(_path(application), select="id,keyCredentials"), replicating=True)
    return [{**key, "key": None} for key in row.get("keyCredentials") or ()]


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


def _path(application: Application) -> str:
    return f"/applications/{application.object_id}"
