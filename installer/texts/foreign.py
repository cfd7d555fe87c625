"""Makes messages of others, above all Microsoft's, into one line of plain text without secrets."""

from __future__ import annotations

import unicodedata
from typing import Final

from installer.diagnostics import redact

MOST: Final = 1000
"""The most characters shown; the longest refusals of the token service have about six hundred."""
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""General categories (Unicode §4.5): controls, formats (including bidi), surrogates, unassigned, line separators."""


def plain_line(text: str) -> str:
    """The text on one line, redacted, without control or invisible characters, cut after `MOST` characters."""
    shown = "".join(" " if unicodedata.category(character) in _INVISIBLE else character for character in redact(text))
    line = " ".join(shown.split())
    return line if len(line) <= MOST else line[: MOST - 1].rstrip() + "…"
