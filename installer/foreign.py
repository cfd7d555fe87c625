"""Makes untrusted text safe to show: names in a tenant, the contents of a bundle, messages of Microsoft's.

Such text must not start a new line, control a terminal, or change the direction of the text around it.
"""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Final

from installer.diagnostics import redact

_COMMANDS: Final = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, which begin a terminal's sequences (ISO/IEC 6429)
    "\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # invisible, or bidi
    "\u2028\u2029"  # they end a line (Unicode UAX #14)
    "\U000e0000-\U000e007f"  # tags, invisible
    "\ud800-\udfff\ufffe\uffff"  # no characters, and no UTF-8
)
"""Without U+200C and U+200D, which Persian and Indic names need, and without tab and line feed."""

_NOT_ON_A_LINE: Final = re.compile(f"[\t\n{_COMMANDS}]")
_NOT_IN_A_TEXT: Final = re.compile(f"[{_COMMANDS}]")
MOST: Final = 1000
"""The most characters shown; the longest refusals of the token service have about six hundred."""
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""General categories (Unicode §4.5): controls, formats (including bidi), surrogates, unassigned, line separators."""


def visible(text: str) -> str:
    """The text on one line, with each dangerous character written as its code point: `\\u202e`."""
    return _NOT_ON_A_LINE.sub(_number, text)


def visible_lines(text: str) -> str:
    """`visible` for a text of several lines: line feeds and tabs stay."""
    return _NOT_IN_A_TEXT.sub(_number, text)


def escaped_in_json(document: str) -> str:
    """The JSON document with these characters as JSON escapes, so that its values stay the same and nothing acts."""
    return _NOT_IN_A_TEXT.sub(lambda found: json.dumps(found[0])[1:-1], document)


def is_plain(text: str, lines: bool = False) -> bool:
    """Whether `visible` would leave the text as it is; with `lines`, whether `visible_lines` would."""
    return not (_NOT_IN_A_TEXT if lines else _NOT_ON_A_LINE).search(text)


def _number(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def plain_line(text: str) -> str:
    """The text on one line, redacted, without control or invisible characters, cut after `MOST` characters."""
    shown = "".join(" " if unicodedata.category(character) in _INVISIBLE else character for character in redact(text))
    line = " ".join(shown.split())
    return line if len(line) <= MOST else line[: MOST - 1].rstrip() + "…"
