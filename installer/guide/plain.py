"""The guide as plain text for a terminal, in 80 columns; non-breaking spaces are kept."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

from installer.texts import translate

WIDTH: Final = 80
_SKIPPED: Final = frozenset({"head", "nav"})
_VOID: Final = frozenset({"br", "meta"})
_BLOCKS: Final = frozenset({"h1", "h2", "h3", "p", "li", "td", "th"})
_SPACE: Final = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: its first line begins with `first`, the others with `rest`; `underline` goes below a heading."""

    text: str
    first: str = ""
    rest: str = ""
    underline: str = ""
    close: bool = False
    """Whether it follows the previous one without an empty line."""


def to_text(html: str) -> str:
    """The guide's page as text; the page must be in the language in use.

    The portal's labels, bold on the page, are put between quotation marks.
    """
    return "\n".join(_lines(blocks(html))) + "\n"


def blocks(html: str) -> list[Block]:
    """The page's paragraphs in order, each with its text on one line."""
    return _Reader(html).blocks


def _lines(page: list[Block]) -> Iterator[str]:
    for index, block in enumerate(page):
        if index and not block.close:
            yield ""
        if block.underline and index:
            yield ""
        yield from textwrap.wrap(
            block.text,
            WIDTH,
            initial_indent=block.first,
            subsequent_indent=block.rest,
            break_long_words=False,
            break_on_hyphens=False,
        )
        if block.underline:
            yield block.underline * min(WIDTH, len(block.text))


@dataclass
class _List:
    """An open list; `number` counts its items, `filled` says whether one has been written."""

    ordered: bool
    number: int = 0
    filled: bool = False


@dataclass
class _Table:
    heads: list[str] = field(default_factory=list)
    row: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """A parser for the elements that the guide uses; `blocks` are the paragraphs it found, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self._open: list[str] = []
        self._line = ""
        self._before, self._after = translate("Guide", "“{words}”").split("{words}")
        self._list = _List(False)
        self._table = _Table()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        self._open.append("command" if tag == "code" and ("class", "command") in attrs else tag)
        match tag:
            case "ol" | "ul":
                self._list = _List(tag == "ol")
            case "li":
                self._list.number += 1
            case "table":
                self._table = _Table()
            case "b":
                self._line += self._before

    def handle_endtag(self, tag: str) -> None:
        opened = self._open.pop()
        if tag == "b":
            self._line += self._after
        elif opened == "command":
            self._add(Block(self._taken(), "    ", "      ", close=self._follows_command()))
        elif tag == "tr" and "thead" not in self._open:
            self._end_row()
        elif tag in _BLOCKS:
            self._end_block(tag)

    def handle_data(self, data: str) -> None:
        if not _SKIPPED.intersection(self._open):
            self._line += data

    def _taken(self) -> str:
        text, self._line = _SPACE.sub(" ", self._line).strip(" \t\r\n"), ""
        return text

    def _end_block(self, tag: str) -> None:
        text = self._taken()
        match tag:
            case "h1" | "h2" | "h3":
                self._add(Block(text, underline={"h1": "=", "h2": "-", "h3": ""}[tag]))
            case "p":
                self._add(Block(text))
            case "li":
                bullet = f"{self._list.number:>2}. " if self._list.ordered else "  - "
                self._add(Block(text, bullet, "    ", close=self._list.filled))
                self._list.filled = True
            case _ if "thead" in self._open:
                self._table.heads.append(text)
            case _:
                self._table.row.append(text)

    def _end_row(self) -> None:
        """Writes a table row as a list: its first cell, and below it the others, each after its column heading."""
        first, *others = self._table.row
        self._add(Block(first, "  * ", "    "))
        for head, text in zip(self._table.heads[1:], others, strict=True):
            told = translate("Guide", "{head}: {text}").format(head=head, text=text)
            self._add(Block(told, "    ", "      ", close=True))
        self._table.row = []

    def _follows_command(self) -> bool:
        return bool(self.blocks) and self.blocks[-1].first == "    " and not self.blocks[-1].close

    def _add(self, block: Block) -> None:
        if block.text:
            self.blocks.append(block)
