"""Registering an application by POST, in a cloud without the upsert, so that no lost answer makes a second one."""

from __future__ import annotations

import secrets
from typing import Final

from installer.answers import Row
from installer.errors.network import ConnectionLost, NotMicrosoft, TimedOut, Unavailable
from installer.events import WaitReason
from installer.graph import Graph, Json, Part, literal, query
from installer.registration.mapper import APPLICATION_FIELDS
from installer.retry import Pause, Retry

LIST_LAG: Final = 75.0
"""Seconds until a list surely shows what was made: reported lags are of up to a minute."""
_LOST: Final = (ConnectionLost, TimedOut, Unavailable, NotMicrosoft)
"""After these nobody knows whether the request took effect."""
_MOST_POSTS: Final = 3


def post_once(graph: Graph, body: Json, tag: str) -> tuple[Row, bool]:
    """The application, and whether this made it: one that bears `tag` may be there, which no list showed yet.

    A new one bears one tag more that is only this run's: by that the application of a lost answer is found before the
    request is repeated.
    """
    there = _appeared(graph, tag)
    if there:
        return there, False
    attempt = f"{tag}Attempt{secrets.token_hex(8)}"
    body = {**body, "tags": [tag, attempt]}
    for left in reversed(range(_MOST_POSTS)):
        try:
            row = graph.post("/applications", body)
            row["id"], row["appId"]  # one that does not tell them is as good as lost
            return row, True
        except _LOST:
            made = _appeared(graph, attempt)
            if made:
                return made, True
            if not left:
                raise
    raise AssertionError("the last attempt returns or raises")


def _appeared(graph: Graph, tag: str) -> Row | None:
    """The application with that tag, read by its id, once a list shows it; None where none does for long enough."""
    retry = Retry(graph.cancel, graph.on_wait)
    tagged = query("/applications", filter=f"tags/any(t:t eq {literal(tag)})", select="id")
    while True:
        listed = [query(f"/applications/{row['id']}", select=APPLICATION_FIELDS) for row in graph.all(tagged)]
        for answer in graph.batch([Part("GET", path) for path in listed]):
            if not answer.error:
                return answer.body
        if not retry.paused(Pause(WaitReason.REPLICATION, budget=LIST_LAG)):
            return None
