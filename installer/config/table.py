"""Reads a TOML file into typed values, so that every error names its file, line and key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from installer.errors.files import InvalidToml, TomlFault
from installer.files import read_limited, text_of
from installer.model import ManifestText

T = TypeVar("T", str, int, bool)


@dataclass
class Table:
    """One TOML table. Reading methods raise `InvalidToml` for a key that is missing, of another type or invalid.

    `close` refuses keys that nobody has read. `name` is the table's own, with a final dot.
    """

    path: Path
    source: str
    values: dict[str, Any]
    name: str = ""
    _taken: set[str] = field(default_factory=set)

    def fault(self, fault: TomlFault, key: str) -> InvalidToml:
        """The error for a key of this table, to be raised."""
        return InvalidToml(str(self.path), self.line_of(key), fault, f"{self.name}{key}")

    def line_of(self, key: str) -> int:
        """The number of the first line, from 1, in the whole file that sets such a key; 0 if none does."""
        for number, line in enumerate(self.source.splitlines(), 1):
            if re.match(rf"\s*(\[+)?\s*[\"']?{re.escape(key)}[\"']?\s*[=.\]]", line):
                return number
        return 0

    def _take(self, key: str, kind: type[T]) -> T:
        if key not in self.values:
            raise self.fault(TomlFault.MISSING_KEY, key)
        self._taken.add(key)
        value = self.values[key]
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.fault(TomlFault.WRONG_TYPE, key)
        return value

    def text(self, key: str, *, pattern: str = r".+") -> str:
        """A string that matches the whole pattern, by default any that is not empty."""
        value = self._take(key, str)
        if not re.fullmatch(pattern, value, re.DOTALL):
            raise self.fault(TomlFault.BAD_VALUE, key)
        return value

    def flag(self, key: str) -> bool:
        """A boolean."""
        return self._take(key, bool)

    def number(self, key: str, *, least: int, most: int) -> int:
        """An integer from `least` to `most`."""
        value = self._take(key, int)
        if not least <= value <= most:
            raise self.fault(TomlFault.BAD_VALUE, key)
        return value

    def origin(self, key: str) -> str:
        """An https origin: scheme, host and optionally a port; returned without a final slash."""
        value = self.text(key)
        try:
            parts = urlsplit(value)
            valid = parts.scheme == "https" and bool(parts.hostname) and not parts.username
            valid = valid and parts.path in ("", "/") and not parts.query and not parts.fragment and parts.port != 0
        except ValueError:
            valid = False
        if not valid:
            raise self.fault(TomlFault.BAD_VALUE, key)
        return value.rstrip("/")

    def texts(self, key: str) -> tuple[str, ...]:
        """An array of strings, none of them empty."""
        if key not in self.values:
            raise self.fault(TomlFault.MISSING_KEY, key)
        self._taken.add(key)
        value = self.values[key]
        if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
            raise self.fault(TomlFault.WRONG_TYPE, key)
        return tuple(value)

    def table(self, key: str) -> Table:
        """A table inside this one, which has to be closed by itself."""
        if key not in self.values:
            raise self.fault(TomlFault.MISSING_KEY, key)
        self._taken.add(key)
        value = self.values[key]
        if not isinstance(value, dict):
            raise self.fault(TomlFault.WRONG_TYPE, key)
        return Table(self.path, self.source, value, f"{self.name}{key}.")

    def tables(self, key: str) -> Iterator[Table]:
        """The tables of an array of tables, which must not be empty; each has to be closed by itself."""
        if not self.values.get(key):
            raise self.fault(TomlFault.MISSING_KEY, key)
        self._taken.add(key)
        rows = self.values[key]
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise self.fault(TomlFault.WRONG_TYPE, key)
        return (Table(self.path, self.source, row, f"{key}[{index}].") for index, row in enumerate(rows, 1))

    def has(self, key: str) -> bool:
        """Whether the key is there; this does not count as reading it."""
        return key in self.values

    def manifest_text(self, key: str) -> ManifestText:
        """A table with the single key `en`, which marks a text to be collected for translation."""
        marked = self.table(key)
        text = ManifestText(marked.text("en"))
        marked.close()
        return text

    def mapping(self, key: str) -> Mapping[str, str]:
        """A table of strings only, none of them empty."""
        inner = self.table(key)
        return {name: inner.text(name) for name in inner.values}

    def close(self) -> None:
        """Raises `InvalidToml` for a key that was not read: a misspelt key must not be silently ignored."""
        for key in self.values:
            if key not in self._taken:
                raise self.fault(TomlFault.UNKNOWN_KEY, key)


def read_table(path: Path) -> Table:
    """The whole file as a table; raises `UnreadableFile` or `InvalidToml`."""
    data = read_limited(path)
    source = text_of(data)
    if source is None:
        raise InvalidToml(str(path), _line_of_fault(data), TomlFault.SYNTAX, "")
    try:
        values = tomllib.loads(source)
    except (ValueError, RecursionError) as error:  # too long a number is no TOMLDecodeError
        line = re.search(r"at line (\d+)", str(error))
        last = source.rstrip().count("\n") + 1
        raise InvalidToml(str(path), int(line[1]) if line else last, TomlFault.SYNTAX, "") from error
    return Table(path, source, values)


def _line_of_fault(data: bytes) -> int:
    """The number of the first line, from 1, that is not UTF-8."""
    return next((number for number, line in enumerate(data.split(b"\n"), 1) if text_of(line) is None), 1)
