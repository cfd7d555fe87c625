"""Which application is meant, where several have our name, our tag or our unique name: pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from installer.model import Application, Manifest, NameOnly, Profile
from installer.registration.judgement import Standard, judge
from installer.registration.unique_name import is_derived_name, is_our_unique_name

MOST_CONTENDERS: Final = 5
"""How many candidates are read in depth: those in use come first, since only an administrator can have consented."""


def is_consented(profile: Profile, found: Application) -> bool:
    """Whether admin consent was given to every permission of the profile."""
    return all(permission.id in found.granted for permission in profile.permissions)


def contenders(manifest: Manifest, profile: Profile, candidates: Iterable[Application]) -> list[Application]:
    """The candidates worth reading in depth, at most five: consented first, then our unique name, then our tag."""

    def place(found: Application) -> int:
        marks = (
            is_consented(profile, found),
            is_our_unique_name(manifest, found.unique_name),
            manifest.tag in found.tags,
        )
        return marks.index(True) if any(marks) else len(marks)

    ranked = sorted(candidates, key=place)
    return [found for found in ranked if place(found) < 3][:MOST_CONTENDERS]


def choose(candidates: Sequence[Application], standard: Standard) -> Application | None:
    """The application that is meant; None if there is none, or if it cannot be told which.

    Admin consent counts more than any name, because any user can choose a name. In this order, each time only if it
    leaves exactly one: consented and nothing against it, consented, our unique name, one derived from it, our tag.
    """
    manifest = standard.manifest
    consented = [found for found in candidates if is_consented(standard.profile, found)]
    sound = [found for found in consented if all(isinstance(reason, NameOnly) for reason in judge(found, standard))]
    pool = sound or consented or list(candidates)
    exact = [found for found in pool if found.unique_name == manifest.unique_name]
    derived = [found for found in pool if is_derived_name(manifest, found.unique_name)]
    tagged = [found for found in pool if manifest.tag in found.tags]
    return next((group[0] for group in (pool, exact, derived, tagged) if len(group) == 1), None)
