"""The mark that an application bears while a secret of it is not delivered, and the removal of secrets.

Only the run that made a secret knows its value. When that run dies, the tag tells any later one, on any machine, which
secret is lost and must go: the tag names the secret's exact end, to the second.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime

from installer.errors import GraphError
from installer.graph import Graph, query
from installer.model import Application
from installer.registration.inspect import read_secret


def pending_tag(tag: str, expires: datetime) -> str:
    return f"{tag}Pending{expires.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def pending_ends(tags: Iterable[str], tag: str) -> frozenset[datetime]:
    """The ends of the secrets that these tags say were not delivered."""
    found = (re.fullmatch(rf"{re.escape(tag)}Pending(\d{{8}}T\d{{6}})Z", one) for one in tags)
    return frozenset(datetime.strptime(one[1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC) for one in found if one)


def settled_tags(tags: Iterable[str], tag: str) -> tuple[str, ...]:
    """The tags without those that speak of an undelivered secret."""
    return tuple(one for one in tags if not one.startswith(f"{tag}Pending"))


def remove_secret(graph: Graph, application_id: str, key_id: str) -> None:
    """Removes one secret by its key id; one that is gone already is fine."""
    try:
        graph.post(f"/applications/{application_id}/removePassword", {"keyId": key_id}, repeatable=True)
    except GraphError as error:
        if not re.search(r"(?i)no password credential found|not found|does not exist", error.message):
            raise


def remove_strays(
    graph: Graph, application: Application, description: str, expires: datetime, keep: str | None = None
) -> None:
    """Removes the secrets of this very description and end, but the one to keep, that were not there before the run."""
    before = {entry.key_id for entry in application.secrets}
    path = query(f"/applications/{application.object_id}", select="id,passwordCredentials")
    row = graph.get(path, settle=True)
    for entry in map(read_secret, row.get("passwordCredentials") or ()):
        made_by_us = entry.description == description and entry.end == expires
        if made_by_us and entry.key_id not in before and entry.key_id != keep:
            remove_secret(graph, application.object_id, entry.key_id)


def settle_tags(graph: Graph, application: Application, tag: str) -> None:
    """Takes the mark off: the secret is delivered, or there is none."""
    tags = settled_tags(application.tags, tag)
    if tags != application.tags:
        graph.patch(f"/applications/{application.object_id}", {"tags": list(tags)})
