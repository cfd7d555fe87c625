"""Changes the tags of an application while other runs may do the same. A PATCH replaces the whole list, without ETags.

So each change is one batch that reads, then writes. If the read shows tags that this run did not know about, another
batch corrects the list at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from installer.answers import Row
from installer.graph import Graph, Json, Part, query
from installer.model import Application
from installer.registration.mapper import application_path

LOOKED_AT: Final = "id,tags,passwordCredentials,keyCredentials"
_MOST_TRIES: Final = 5


@dataclass(frozen=True, slots=True)
class Written:
    """`application` with the tags that were written; `seen` is its row from before the first write (`LOOKED_AT`)."""

    application: Application
    seen: Row


def write_tags(
    graph: Graph,
    application: Application,
    on: Sequence[str] = (),
    off: Callable[[str], bool] = lambda _tag: False,
    unsure: Callable[[str], bool] = lambda _tag: False,
    body: Json | None = None,
) -> Written:
    """Adds the tags `on`, removes those for which `off` is true, and leaves all others.

    Tags of `application` for which `unsure` is true (another run may have removed them since) are kept only if the
    batch's own read shows them. `body` holds more properties for the same PATCH. Raises what `Graph` raises.
    """

    def changed(tags: Sequence[str]) -> list[str]:
        kept = [tag for tag in tags if not off(tag)]
        return [*kept, *(tag for tag in on if tag not in kept)]

    meant = changed([tag for tag in application.tags if not unsure(tag)])
    seen = found = _look_and_write(graph, application, {**(body or {}), "tags": meant})
    for _ in range(_MOST_TRIES):
        right = changed([*meant, *(tag for tag in found.get("tags") or () if tag not in meant)])
        if right == meant:
            break
        meant = right
        found = _look_and_write(graph, application, {"tags": meant})
    return Written(replace(application, tags=tuple(meant)), seen)


def look(graph: Graph, application: Application) -> Row:
    """The application's tags and credentials as they are now (`LOOKED_AT`). Raises what `Graph` raises."""
    return graph.get(query(application_path(application), select=LOOKED_AT), replicating=True)


def _look_and_write(graph: Graph, application: Application, body: Json) -> Row:
    """Reads, then writes, in one batch; returns the row from before the write."""
    path = application_path(application)
    looked, written = graph.batch(
        [Part("GET", query(path, select=LOOKED_AT)), Part("PATCH", path, body, follows=True)], replicating=True
    )
    row = looked.json()
    written.json()
    return row
