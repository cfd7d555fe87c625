"""Registers an application by POST, for clouds without upsert, so that a lost answer does not lead to a second one."""

from __future__ import annotations

import secrets
from typing import Final

from installer.answers import Row
from installer.errors.network import LOST
from installer.events import WaitReason
from installer.graph import Graph, Json, Part, literal, query
from installer.registration.mapper import APPLICATION_FIELDS
from installer.retry import LIST_LAG, Pause, Retry

_MOST_POSTS: Final = 3


def post_once(graph: Graph, body: Json, tag: str) -> tuple[Row, bool]:
    """The application's row, and whether this call created it.

    First waits for one with `tag`, which lists may not have shown yet. A new one gets a second tag that only this call
    uses; after a lost answer, the application is looked up by it before the request is repeated. `body` must not
    contain `tags`. Raises what `Graph` raises.
    """
    there = _appeared(graph, tag)
    if there:
        return there, False
    attempt = f"{tag}Attempt{secrets.token_hex(8)}"
    body = {**body, "tags": [tag, attempt]}
    for left in reversed(range(_MOST_POSTS)):
        try:
            row = graph.post("/applications", body)
            row["id"], row["appId"]  # an answer without them counts as lost
            return row, True
        except LOST:
            made = _appeared(graph, attempt)
            if made:
                return made, True
            if not left:
                raise
    raise AssertionError("the last attempt returns or raises")


def _appeared(graph: Graph, tag: str) -> Row | None:
    """The application with this tag, read by its id, as soon as a list shows it; None after `LIST_LAG` without."""
    retry = Retry(graph.cancel, graph.on_wait)
    tagged = query("/applications", filter=f"tags/any(t:t eq {literal(tag)})", select="id")
    while True:
        listed = [query(f"/applications/{row['id']}", select=APPLICATION_FIELDS) for row in graph.all(tagged)]
        for answer in graph.batch([Part("GET", path) for path in listed]):
            if not answer.error:
                return answer.body
        if not retry.paused(Pause(WaitReason.REPLICATION, budget=LIST_LAG)):
            return None
