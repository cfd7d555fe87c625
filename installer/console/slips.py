"""Slips of the hand on a command line: what was meant, perhaps."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final

_ELSEWHERE: Final = {
    "--output": "--out",
    "--passphrase": "--passphrase-file",
    "--password": "--passphrase-file",
    "--device-code": "--sign-in device-code",
    "--browser": "--sign-in browser",
    "--dry-run": "--plan-only",
    "--what-if": "--plan-only",
    "--verbose": "--log",
    "--debug": "--log",
}
"""What other programs call it, which no likeness of letters tells."""
_MOST: Final = 3


def similar_options(word: str, names: Sequence[str]) -> tuple[str, ...]:
    """The options that `word` may have been meant for, as they are typed; it may be whole, cut short or misspelt."""
    name = "--" + word.partition("=")[0].lstrip("-").lower()
    if name in _ELSEWHERE:
        return (_ELSEWHERE[name],)
    if len(name) < 4:
        return ()
    begun = [each for each in names if each.startswith(name)]
    return tuple((begun or get_close_matches(name, names, _MOST, 0.75))[:_MOST])


def similar_commands(word: str, names: Sequence[str]) -> tuple[str, ...]:
    """The commands that `word` may have been meant for."""
    return tuple(get_close_matches(word.lower(), names, 1))
