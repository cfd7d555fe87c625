"""The $filter language of Microsoft Graph, as far as directory objects allow it: parsed, then tested on each item.

Grammar: OData 4.01 URL conventions, section 5.1.1; which operators are "advanced" and need ConsistencyLevel: Microsoft,
advanced query capabilities. Comparison of strings ignores case, as the directory's does.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Protocol

from installer.demo.resources import Json


class InvalidFilter(ValueError):
    """The text is not a filter; Graph answers 400 "Invalid filter clause"."""


class Condition(Protocol):
    """A parsed condition of a filter."""

    def holds(self, item: Any) -> bool: ...


@dataclass(frozen=True, slots=True)
class Compare:
    """A comparison with a value; `path` is empty if a lambda compares the element itself."""

    path: tuple[str, ...]
    operator: str
    value: Any

    def holds(self, item: Any) -> bool:
        found, wanted = _folded(_value(item, self.path)), _folded(self.value)
        if self.operator in ("eq", "ne"):
            return bool(found == wanted) is (self.operator == "eq")
        if found is None or wanted is None:
            return False
        return _ORDER[self.operator](str(found), str(wanted))


@dataclass(frozen=True, slots=True)
class Text:
    """startswith, endswith or contains."""

    function: str
    path: tuple[str, ...]
    value: str

    def holds(self, item: Any) -> bool:
        found, wanted = _value(item, self.path), self.value.casefold()
        if not isinstance(found, str):
            return False
        found = found.casefold()
        if self.function == "contains":
            return wanted in found
        return found.startswith(wanted) if self.function == "startswith" else found.endswith(wanted)


@dataclass(frozen=True, slots=True)
class AnyOf:
    """`path/any(x:condition)`; without a condition, whether there is any element."""

    path: tuple[str, ...]
    condition: Condition | None

    def holds(self, item: Any) -> bool:
        elements = _value(item, self.path) or []
        return any(self.condition is None or self.condition.holds(element) for element in elements)


@dataclass(frozen=True, slots=True)
class Both:
    """`left and right`."""

    left: Condition
    right: Condition

    def holds(self, item: Any) -> bool:
        return self.left.holds(item) and self.right.holds(item)


@dataclass(frozen=True, slots=True)
class Either:
    """`left or right`."""

    left: Condition
    right: Condition

    def holds(self, item: Any) -> bool:
        return self.left.holds(item) or self.right.holds(item)


@dataclass(frozen=True, slots=True)
class Not:
    """`not (inner)`."""

    inner: Condition

    def holds(self, item: Any) -> bool:
        return not self.inner.holds(item)


@dataclass(frozen=True, slots=True)
class Filter:
    """A parsed filter: the `properties` it uses, and whether it is `advanced` (needs ConsistencyLevel: eventual)."""

    condition: Condition
    properties: frozenset[str]
    advanced: str | None


_TOKEN: Final = re.compile(
    r"\s*(?:(?P<string>'(?:[^']|'')*')|(?P<punctuation>[(),:/])"
    r"|(?P<word>[A-Za-z_@$][\w.\-]*|[0-9][\w.:\-+]*))"
)
_ORDER: Final[dict[str, Callable[[str, str], bool]]] = {
    "ge": lambda found, wanted: found >= wanted,
    "gt": lambda found, wanted: found > wanted,
    "le": lambda found, wanted: found <= wanted,
    "lt": lambda found, wanted: found < wanted,
}
_FUNCTIONS: Final = ("startswith", "endswith", "contains")


def parse_filter(text: str) -> Filter:
    """The parsed filter; raises InvalidFilter."""
    parser = _Parser(_tokens(text))
    condition = parser.either()
    if parser.rest:
        raise InvalidFilter(text)
    return Filter(condition, frozenset(parser.properties), parser.advanced)


def _tokens(text: str) -> list[str]:
    tokens, position = [], 0
    text = text.rstrip()
    while position < len(text):
        found = _TOKEN.match(text, position)
        if found is None:
            raise InvalidFilter(text)
        tokens.append(found[found.lastgroup or 0])
        position = found.end()
    return tokens


class _Parser:
    """A recursive-descent parser for `$filter`; raises InvalidFilter."""

    def __init__(self, tokens: list[str]) -> None:
        self.rest = tokens
        self.properties: set[str] = set()
        self.advanced: str | None = None
        self._variable: str | None = None

    def either(self) -> Condition:
        """A condition, up to a closing parenthesis or the end."""
        left = self._both()
        while self._take("or"):
            left = Either(left, self._both())
        return left

    def _both(self) -> Condition:
        left = self._single()
        while self._take("and"):
            left = Both(left, self._single())
        return left

    def _single(self) -> Condition:
        if self._take("not"):
            self.advanced = "Not"
            return Not(self._single())
        if self._take("("):
            inner = self.either()
            self._expect(")")
            return inner
        word = self._next()
        if word.lower() in _FUNCTIONS and self._take("("):
            return self._function(word.lower())
        return self._comparison(word)

    def _function(self, name: str) -> Condition:
        path = self._path(self._next())
        self._expect(",")
        value = self._literal()
        self._expect(")")
        if name != "startswith":
            self.advanced = "EndsWith" if name == "endswith" else "Contains"
        if not isinstance(value, str):
            raise InvalidFilter(name)
        return Text(name, path, value)

    def _comparison(self, word: str) -> Condition:
        path = self._path(word)
        if path and path[-1] == "any":
            return self._any(path[:-1])
        operator = self._next().lower()
        if operator == "in":
            self._expect("(")
            condition: Condition = Compare(path, "eq", self._literal())
            while self._take(","):
                condition = Either(condition, Compare(path, "eq", self._literal()))
            self._expect(")")
            return condition
        if operator not in ("eq", "ne", *_ORDER):
            raise InvalidFilter(operator)
        if operator == "ne":
            self.advanced = "NotEqualsMatch"
        return Compare(path, operator, self._literal())

    def _any(self, path: tuple[str, ...]) -> Condition:
        self._expect("(")
        if self._take(")"):
            return AnyOf(path, None)
        outer, self._variable = self._variable, self._next()
        self._expect(":")
        inner = self.either()
        self._variable = outer
        self._expect(")")
        return AnyOf(path, inner)

    def _path(self, word: str) -> tuple[str, ...]:
        if not re.fullmatch(r"[A-Za-z_]\w*", word):
            raise InvalidFilter(word)
        segments = [word]
        while self._take("/"):
            segments.append(self._next())
        if self._variable is not None and segments[0] == self._variable:
            return tuple(segments[1:])
        self.properties.add(segments[0])
        return tuple(segments)

    def _literal(self) -> Any:
        word = self._next()
        if word.startswith("'"):
            return word[1:-1].replace("''", "'")
        if word in ("true", "false", "null"):
            return {"true": True, "false": False, "null": None}[word]
        if re.fullmatch(r"-?\d+", word):
            return int(word)
        if re.fullmatch(r"[0-9A-Fa-f][\w.:\-+]*", word):
            return word  # a bare GUID or date
        raise InvalidFilter(word)

    def _next(self) -> str:
        if not self.rest:
            raise InvalidFilter("unfinished")
        return self.rest.pop(0)

    def _take(self, token: str) -> bool:
        if self.rest and self.rest[0].lower() == token:
            self.rest.pop(0)
            return True
        return False

    def _expect(self, token: str) -> None:
        if not self._take(token):
            raise InvalidFilter(token)


def _value(item: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        item = item.get(name) if isinstance(item, dict) else None
    return item


def _folded(value: Any) -> Any:
    return value.casefold() if isinstance(value, str) else value


def matching(items: list[Json], condition: Condition) -> list[Json]:
    """The items for which the condition holds."""
    return [item for item in items if condition.holds(item)]
