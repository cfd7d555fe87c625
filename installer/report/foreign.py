"""Strings that others chose, made harmless to show: a tenant's name may hold anything."""

from __future__ import annotations

import re
from typing import Final

_MISLEADING: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # control characters
    "\u202a-\u202e\u2066-\u2069"  # they turn the direction of what follows (Unicode UAX #9)
    "\ud800-\udfff\ufffe\uffff]"  # no text, and no UTF-8
)
_BREAKS: Final = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029]+")
"""What ends a line somewhere; a name must not begin one."""


def legible(text: str) -> str:
    """On one line, with U+FFFD in the place of each character that only hides or disguises."""
    return _MISLEADING.sub("\ufffd", _BREAKS.sub(" ", text))
