"""Words that somebody else chose: names in a tenant, a bundle's keys and values, what a service says of itself.

They are data. None may begin a line of ours, command a terminal, or turn the direction of the text around it.
"""

from __future__ import annotations

import json
import re
from typing import Final

_COMMANDS: Final = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, a terminal's sequences among them (ISO/IEC 6429)
    "\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # unseen, or they turn directions
    "\u2028\u2029"  # they end a line (Unicode UAX #14)
    "\U000e0000-\U000e007f"  # tags, which nobody sees
    "\ud800-\udfff\ufffe\uffff"  # no text, and no UTF-8
)
"""All but U+200C and U+200D, which Persian and Indic names are written with, and but tabulator and line feed."""

_NOT_ON_A_LINE: Final = re.compile(f"[\t\n{_COMMANDS}]")
_NOT_IN_A_TEXT: Final = re.compile(f"[{_COMMANDS}]")


def visible(text: str) -> str:
    """The text on one line, with each character that must not act written as its number: `\\u202e`."""
    return _NOT_ON_A_LINE.sub(_number, text)


def visible_lines(text: str) -> str:
    """The same for a text of ours with several lines: these stay."""
    return _NOT_IN_A_TEXT.sub(_number, text)


def escaped_in_json(document: str) -> str:
    """The same JSON with these characters as escapes: its strings keep their values, and a terminal shows no other."""
    return _NOT_IN_A_TEXT.sub(lambda found: json.dumps(found[0])[1:-1], document)


def is_plain(text: str, lines: bool = False) -> bool:
    """Whether there is nothing in it that `visible` would change; with `lines` as `visible_lines`."""
    return not (_NOT_IN_A_TEXT if lines else _NOT_ON_A_LINE).search(text)


def _number(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
