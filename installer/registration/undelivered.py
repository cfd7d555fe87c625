"""The undelivered mark, which an application has while a credential of it is not delivered.

Only the run that made a secret, or a private key, knows it. When that run dies, the mark, a tag, shows any later one,
on any machine, which credential is lost and must go. It names the credential's exact end, to the second, and the run: a
mark whose run may still be at work is left alone, and so is its credential.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from installer.graph import Graph
from installer.model import Application
from installer.presence import is_over
from installer.registration.tags import Written, write_tags

LONGEST_RUN: Final = timedelta(hours=1)
"""After this time a run on another computer counts as dead: the administrator's token lives for about as long."""
_MOMENT: Final = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Run:
    """A run as its marks name it: since when it has been at work, by Microsoft's clock, and its sign (`Presence`)."""

    since: datetime
    sign: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Speaks for the undelivered credential with this end. Those of the first version name no run."""

    end: datetime
    run: Run | None = None

    def tag(self, ours: str) -> str:
        """The tag that says it; `ours` is the one of our applications."""
        pending = f"{ours}Pending{self.end.astimezone(UTC):{_MOMENT}}"
        return f"{pending}-{self.run.since.astimezone(UTC):{_MOMENT}}-{self.run.sign}" if self.run else pending

    def is_abandoned(self, now: datetime, over: frozenset[str]) -> bool:
        """Whether its run is surely dead, by its age or because its sign is among those that are `over`."""
        return self.run is None or self.run.sign in over or now - self.run.since >= LONGEST_RUN


def marks(tags: Iterable[str], ours: str) -> Mapping[str, Mark]:
    """The marks among these tags. A tag that only begins like one, or names no moment, is none."""
    read = {tag: _read(tag, ours) for tag in tags}
    return {tag: mark for tag, mark in read.items() if mark}


def _read(tag: str, ours: str) -> Mark | None:
    moment, sign = r"(\d{8}T\d{6}Z)", r"([0-9a-f]{8}-\d{1,5})"
    found = re.fullmatch(rf"{re.escape(ours)}Pending{moment}(?:-{moment}-{sign})?", tag, re.ASCII)
    if not found:
        return None
    try:
        return Mark(_moment(found[1]), Run(_moment(found[2]), found[3]) if found[3] else None)
    except ValueError:  # as of the 31st of February
        return None


def _moment(text: str) -> datetime:
    return datetime.strptime(text, _MOMENT).replace(tzinfo=UTC)


def runs_over(tags: Iterable[str], ours: str) -> frozenset[str]:
    """The signs of the runs that these marks name and that were on this computer and are over."""
    signs = {mark.run.sign for mark in marks(tags, ours).values() if mark.run}
    return frozenset(sign for sign in signs if is_over(sign))


def without_marks(tags: Iterable[str], ours: str) -> tuple[str, ...]:
    """The tags but for the undelivered marks."""
    return tuple(tag for tag in tags if _read(tag, ours) is None)


def is_mark(tag: str, ours: str) -> bool:
    """Whether the tag is an undelivered mark."""
    return _read(tag, ours) is not None


def put_mark(
    graph: Graph, application: Application, ours: str, run: Run | None, ends: Iterable[datetime], spent: frozenset[str]
) -> Application:
    """Puts the marks for these ends on before the credential is made; those made with the application are there.

    The `spent` ones come off: their credentials are gone.
    """
    wanted = [Mark(end, run).tag(ours) for end in ends]
    if set(wanted) <= set(application.tags) and not spent & set(application.tags):
        return application
    return write_tags(
        graph, application, wanted, lambda tag: tag in spent, lambda tag: _is_of_another(tag, ours, run)
    ).application


def take_marks_off(graph: Graph, application: Application, ours: str, run: Run | None) -> Written:
    """Takes off the marks of this run, and of no other: its credential is delivered, or there is none."""

    def own(tag: str) -> bool:
        mark = _read(tag, ours)
        return mark is not None and mark.run == run

    return write_tags(graph, application, (), own, lambda tag: _is_of_another(tag, ours, run))


def put_marks_back(graph: Graph, application: Application, ours: str, run: Run | None) -> None:
    """Puts the marks of this run, which `application` has, back on after they were taken off."""
    own = [tag for tag, mark in marks(application.tags, ours).items() if mark.run == run]
    write_tags(graph, application, own, unsure=lambda tag: _is_of_another(tag, ours, run))


def shows_another_run(tags: Iterable[str], ours: str, run: Run | None) -> bool:
    """Whether there is a mark of any other run."""
    return any(_is_of_another(tag, ours, run) for tag in tags)


def _is_of_another(tag: str, ours: str, run: Run | None) -> bool:
    mark = _read(tag, ours)
    return mark is not None and mark.run != run
