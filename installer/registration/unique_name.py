"""The unique name that identifies our application in the tenant, and the names derived from it.

A deleted application holds its name for 30 days (Graph Bicep, known issues). If ours is held, or if the application
that has it is left alone, another name is derived rather than drawn at random, so that every run finds the same one.
"""

from __future__ import annotations

import re
from typing import Final

from installer.errors.graph import GraphError
from installer.model import Manifest, TenantState

NO_SUCH_KEY: Final = (400, 404, 405, 501)
"""The statuses of a cloud that does not know `uniqueName` as a key; 404 also means that no application has the name."""
_DIGITS: Final = 8
_MOST: Final = 9


def derived_names(manifest: Manifest, holder: str) -> tuple[str, ...]:
    """The names to use instead of one that is held, in the order in which they are tried.

    `holder` is the object id of the application that has it or, if that cannot be read, the tenant's id.
    """
    first = f"{manifest.unique_name}-{holder[:_DIGITS].lower()}"
    return (first, *(f"{first}-{number}" for number in range(2, _MOST + 1)))


def free_unique_name(manifest: Manifest, state: TenantState, holder: str | None) -> str:
    """The manifest's unique name, unless `holder` (an object id) has it or it is taken; else a derived one.

    That is the first one not in `state.taken`; if all are, the last one.
    """
    derived = derived_names(manifest, holder or state.organization.id)
    names = derived if holder else (manifest.unique_name, *derived)
    return next((name for name in names if name not in state.taken), names[-1])


def is_our_unique_name(manifest: Manifest, name: str | None) -> bool:
    """Whether the name is the manifest's, or one derived from it."""
    return name == manifest.unique_name or is_derived_name(manifest, name)


def is_derived_name(manifest: Manifest, name: str | None) -> bool:
    """Whether the name is a derived one: its application was registered beside another that had the manifest's."""
    derived = rf"{re.escape(manifest.unique_name)}-[0-9a-f]{{{_DIGITS}}}(-[2-{_MOST}])?"
    return name is not None and re.fullmatch(derived, name) is not None


def is_taken(error: GraphError) -> bool:
    """Whether Microsoft refused the name as taken: "same value for property uniqueName" (400), or ObjectConflict."""
    words = "same value for property uniqueName|ObjectConflict"
    return error.status in (400, 409) and re.search(words, f"{error.code} {error.message}") is not None


def is_unknown_key(error: GraphError) -> bool:
    """Whether the cloud refused the upsert itself: it does not know the key, or not `Prefer: create-if-missing`."""
    return error.status in NO_SUCH_KEY and not is_taken(error)
