"""The tags of an application: how they are written while other runs may do the same, and the undelivered mark.

A PATCH replaces the whole list, without ETags. So each change is one batch that reads, then writes. If the read shows
tags that this run did not know about, another batch corrects the list at once.

The undelivered mark is a tag for each credential that has not been delivered yet. Only the run that created a secret
or private key knows it. If that run dies, the mark tells every later run, on any machine, which credential is lost and
must be removed. It names the credential by the second in which it expires, and the run. As long as that run may still
be working, its marks and credentials are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Final

from installer.answers import Row
from installer.graph import Graph, Json, Part, query
from installer.model import Application
from installer.presence import is_over
from installer.registration.mapper import application_path

LOOKED_AT: Final = "id,tags,passwordCredentials,keyCredentials"
_MOST_TRIES: Final = 5
LONGEST_RUN: Final = timedelta(hours=1)
"""How long a run on another computer counts as working: about the lifetime of the administrator's token."""
_MOMENT: Final = "%Y%m%dT%H%M%SZ"


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


@dataclass(frozen=True, slots=True)
class MarkedRun:
    """A run as its marks name it: when it began, by Microsoft's clock, and its sign (`Presence`)."""

    since: datetime
    sign: str


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark of the undelivered credential that expires at `end`. Marks of the first version name no run."""

    end: datetime
    run: MarkedRun | None = None

    def tag(self, ours: str) -> str:
        """The mark as a tag; `ours` is the tag of our applications, with which it begins."""
        pending = f"{ours}Pending{self.end.astimezone(UTC):{_MOMENT}}"
        return f"{pending}-{self.run.since.astimezone(UTC):{_MOMENT}}-{self.run.sign}" if self.run else pending

    def is_abandoned(self, now: datetime, over: frozenset[str]) -> bool:
        """Whether its run is certainly dead: it began too long ago, or its sign is among the dead ones in `over`."""
        return self.run is None or self.run.sign in over or now - self.run.since >= LONGEST_RUN


def marks(tags: Iterable[str], ours: str) -> Mapping[str, Mark]:
    """The marks among these tags, by tag. A tag that only begins like one, or names no valid time, is none."""
    read = {tag: _read(tag, ours) for tag in tags}
    return {tag: mark for tag, mark in read.items() if mark}


def _read(tag: str, ours: str) -> Mark | None:
    moment, sign = r"(\d{8}T\d{6}Z)", r"([0-9a-f]{8}-\d{1,5})"
    found = re.fullmatch(rf"{re.escape(ours)}Pending{moment}(?:-{moment}-{sign})?", tag, re.ASCII)
    if not found:
        return None
    try:
        return Mark(_moment(found[1]), MarkedRun(_moment(found[2]), found[3]) if found[3] else None)
    except ValueError:  # such as 31 February
        return None


def _moment(text: str) -> datetime:
    return datetime.strptime(text, _MOMENT).replace(tzinfo=UTC)


def runs_over(tags: Iterable[str], ours: str) -> frozenset[str]:
    """The signs of those runs in these marks that ran on this computer and are over."""
    signs = {mark.run.sign for mark in marks(tags, ours).values() if mark.run}
    return frozenset(sign for sign in signs if is_over(sign))


def without_marks(tags: Iterable[str], ours: str) -> tuple[str, ...]:
    """The tags without undelivered marks."""
    return tuple(tag for tag in tags if _read(tag, ours) is None)


def is_mark(tag: str, ours: str) -> bool:
    """Whether the tag is an undelivered mark."""
    return _read(tag, ours) is not None


def put_mark(
    graph: Graph,
    application: Application,
    ours: str,
    run: MarkedRun | None,
    ends: Iterable[datetime],
    spent: frozenset[str],
) -> Application:
    """Adds the marks for credentials that will expire at `ends`, before they are created; removes the `spent` tags.

    Sends no request if the marks are there already, as on an application created with them. Returns the application
    with its tags; raises what `Graph` raises.
    """
    wanted = [Mark(end, run).tag(ours) for end in ends]
    if set(wanted) <= set(application.tags) and not spent & set(application.tags):
        return application
    return write_tags(
        graph, application, wanted, lambda tag: tag in spent, lambda tag: _is_of_another(tag, ours, run)
    ).application


def take_marks_off(graph: Graph, application: Application, ours: str, run: MarkedRun | None) -> Written:
    """Removes the marks of this run only: its credential has been delivered, or does not exist."""

    def own(tag: str) -> bool:
        mark = _read(tag, ours)
        return mark is not None and mark.run == run

    return write_tags(graph, application, (), own, lambda tag: _is_of_another(tag, ours, run))


def put_marks_back(graph: Graph, application: Application, ours: str, run: MarkedRun | None) -> None:
    """Adds the marks of this run again, as `application` had them before `take_marks_off`."""
    own = [tag for tag, mark in marks(application.tags, ours).items() if mark.run == run]
    write_tags(graph, application, own, unsure=lambda tag: _is_of_another(tag, ours, run))


def shows_another_run(tags: Iterable[str], ours: str, run: MarkedRun | None) -> bool:
    """Whether any of the tags is a mark of another run."""
    return any(_is_of_another(tag, ours, run) for tag in tags)


def _is_of_another(tag: str, ours: str, run: MarkedRun | None) -> bool:
    mark = _read(tag, ours)
    return mark is not None and mark.run != run
