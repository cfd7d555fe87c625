"""Which application is meant, where several have our name, our tag or our unique name: a pure choice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from installer.model import Application, Manifest, NameOnly, Profile
from installer.registration.judgement import Standard, judge
from installer.registration.unique_name import is_derived_name, is_our_unique_name

MOST_CONTENDERS: Final = 5
"""Of many candidates, so many are read in depth: those in use, which only an administrator can have brought about."""


def is_consented(profile: Profile, found: Application) -> bool:
    """Whether admin consent was given to all that the profile asks for."""
    return all(permission.id in found.granted for permission in profile.permissions)


def contenders(manifest: Manifest, profile: Profile, candidates: Iterable[Application]) -> list[Application]:
    """Those of many that are worth a closer look, at most five: consented, with our unique name, with our tag."""

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
    """The one that is meant; None where that cannot be told, or where there is none.

    A consent that stands goes before every name, for anybody may give these: first the one that holds the profile's
    grants and no reason against it, then one that holds them, then our unique name, then our tag.
    """
    manifest = standard.manifest
    consented = [found for found in candidates if is_consented(standard.profile, found)]
    sound = [found for found in consented if all(isinstance(reason, NameOnly) for reason in judge(found, standard))]
    pool = sound or consented or list(candidates)
    exact = [found for found in pool if found.unique_name == manifest.unique_name]
    derived = [found for found in pool if is_derived_name(manifest, found.unique_name)]
    tagged = [found for found in pool if manifest.tag in found.tags]
    return next((group[0] for group in (pool, exact, derived, tagged) if len(group) == 1), None)
