"""Strings that others chose, made harmless to show: a tenant's name may hold anything."""

from __future__ import annotations

import re
from typing import Final

_MISLEADING: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters
    "\u202a-\u202e\u2066-\u2069"  # they turn the direction of what follows (Unicode UAX #9)
    "\ud800-\udfff\ufffe\uffff]"  # no text, and no UTF-8
)


def legible(text: str) -> str:
    """On one line, with U+FFFD in the place of each character that only hides or disguises."""
    return " ".join(_MISLEADING.sub("\ufffd", text).split())
