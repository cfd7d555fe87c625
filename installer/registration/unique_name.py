"""The unique name that tells our application from all others of the tenant, and those derived from it.

Microsoft keeps it for as long as a deleted application has it, 30 days (Graph Bicep, known issues). Where it is held,
or where the application that has it is left alone, another one is derived, not drawn: every run finds the same.
"""

from __future__ import annotations

import re
from typing import Final

from installer.errors.graph import GraphError
from installer.model import Manifest, TenantState

NO_SUCH_KEY: Final = (400, 404, 405, 501)
"""What a cloud may answer that does not know the unique name as a key; 404 is also the answer where nothing has it."""
_DIGITS: Final = 8
_MOST: Final = 9


def derived_names(manifest: Manifest, holder: str) -> tuple[str, ...]:
    """The names in the place of one that is held, in the order in which they are tried.

    `holder` is the object id of the application that has it or, where that cannot be read, the tenant's id.
    """
    first = f"{manifest.unique_name}-{holder[:_DIGITS].lower()}"
    return (first, *(f"{first}-{number}" for number in range(2, _MOST + 1)))


def free_unique_name(manifest: Manifest, state: TenantState, holder: str | None) -> str:
    """The manifest's; where `holder` has it, or it is not to be had, the first derived one that is."""
    derived = derived_names(manifest, holder or state.organization.id)
    names = derived if holder else (manifest.unique_name, *derived)
    return next((name for name in names if name not in state.taken), names[-1])


def is_our_unique_name(manifest: Manifest, name: str | None) -> bool:
    """Whether it is the manifest's, or one derived from it."""
    return name == manifest.unique_name or is_derived_name(manifest, name)


def is_derived_name(manifest: Manifest, name: str | None) -> bool:
    """Whether the application was registered beside another one, which had the manifest's."""
    derived = rf"{re.escape(manifest.unique_name)}-[0-9a-f]{{{_DIGITS}}}(-[2-{_MOST}])?"
    return name is not None and re.fullmatch(derived, name) is not None


def is_taken(error: GraphError) -> bool:
    """Whether the unique name is refused: a 400 "same value for property uniqueName", sometimes an ObjectConflict."""
    words = "same value for property uniqueName|ObjectConflict"
    return error.status in (400, 409) and re.search(words, f"{error.code} {error.message}") is not None


def is_unknown_key(error: GraphError) -> bool:
    """Whether a cloud refuses the upsert as such: it does not know the key, or not `Prefer: create-if-missing`."""
    return error.status in NO_SUCH_KEY and not is_taken(error)
