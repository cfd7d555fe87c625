"""Sentences that somebody else wrote, Microsoft's above all, as one line of plain text without a secret."""

from __future__ import annotations

import unicodedata
from typing import Final

from installer.diagnostics import redact

MOST: Final = 1000
"""Characters; the longest refusals of the token service have some six hundred."""
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""General categories (Unicode 4.5): controls, formats (the bidirectional ones too), surrogates, line separators."""


def plain_line(text: str) -> str:
    """The text in one line, without anything that a terminal, a page or a reader of lines could obey."""
    shown = "".join(" " if unicodedata.category(character) in _INVISIBLE else character for character in redact(text))
    line = " ".join(shown.split())
    return line if len(line) <= MOST else line[: MOST - 1].rstrip() + "…"
