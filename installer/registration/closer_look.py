"""Reads by its id what a list or a filter showed: lists are minutes late, and may show what is deleted by now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from installer.graph import Answer, Graph, Part, query
from installer.model import Application, Manifest
from installer.registration.compare import is_ours
from installer.registration.mapper import APPLICATION_FIELDS, read_application
from installer.registration.recycle_bin import DELETED


class Seen(NamedTuple):
    """What is there, and what is in the recycle bin, each in the order in which it was listed."""

    alive: list[Application]
    deleted: list[Application]


def look_closer(graph: Graph, manifest: Manifest, listed: Sequence[Application], binned: Sequence[Application]) -> Seen:
    """The listed applications, and those listed as deleted, as they are now; one batch, and none for nothing.

    What is gone is left out; one of ours that was listed as alive is looked for in the recycle bin as well.
    Raises what `Graph` raises, and any refusal but that something is not there; a bin that may not be read is empty.
    """
    perhaps = [*(application for application in listed if is_ours(manifest, application)), *binned]
    answers = graph.batch(
        [
            *(Part("GET", query(f"/applications/{one.object_id}", select=APPLICATION_FIELDS)) for one in listed),
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
    """Passes over `404`, and `400` for an id that is not one of that kind; any other refusal is raised."""
    for answer in answers:
        if answer.error and answer.status not in (400, 404):
            answer.json()
