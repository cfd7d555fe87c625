"""Reads by id what a list or a filter returned: lists lag by minutes and may show what has been deleted since."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from installer.graph import Answer, Graph, Part, query
from installer.model import Application, Manifest
from installer.registration.compare import is_ours
from installer.registration.mapper import APPLICATION_FIELDS, application_path, read_application
from installer.registration.recycle_bin import DELETED


class Seen(NamedTuple):
    """The applications that exist, and those in the recycle bin, each in the order they were listed in."""

    alive: list[Application]
    deleted: list[Application]


def look_closer(graph: Graph, manifest: Manifest, listed: Sequence[Application], binned: Sequence[Application]) -> Seen:
    """The listed applications, and those listed as deleted, as they are now; one batch, or no request for none.

    What no longer exists is left out. One of ours that was listed as live is also looked up in the recycle bin.
    Raises what `Graph` raises, and any refusal of a live application but 400 and 404; a recycle bin that this account
    may not read counts as empty.
    """
    perhaps = [*(application for application in listed if is_ours(manifest, application)), *binned]
    answers = graph.batch(
        [
            *(Part("GET", query(application_path(one), select=APPLICATION_FIELDS)) for one in listed),
            *(Part("GET", f"{DELETED}/{one.object_id}") for one in perhaps),
        ]
    )
    raise_unless_absent(answers[: len(listed)])
    alive = [read_application(answer.body) for answer in answers[: len(listed)] if not answer.error]
    deleted = {
        one.object_id: one
        for one, answer in zip(perhaps, answers[len(listed) :], strict=True)
        if not answer.error and one.object_id not in (other.object_id for other in alive)
    }
    return Seen(alive, list(deleted.values()))


def raise_unless_absent(answers: Sequence[Answer]) -> None:
    """Raises the first refusal that is neither 404 nor 400, which Graph answers for an id of another kind of object."""
    for answer in answers:
        if answer.error and answer.status not in (400, 404):
            answer.json()
