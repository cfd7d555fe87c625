"""Builds HTML that untrusted text cannot inject into.

A tenant's name can contain anything. Every string is escaped and freed of control characters, unless it is `Markup`.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import chain, repeat
from typing import Final

from installer.foreign import visible

_VOID: Final = frozenset({"br", "meta"})


class Markup(str):
    """Safe, well-formed HTML, which is not escaped again."""

    __slots__ = ()


def element(tag: str, *children: str, **attributes: str) -> Markup:
    """An element; children that are not `Markup` are escaped, and empty attributes left out.

    In names of attributes, a trailing underscore is dropped (`class_`) and others become dashes.
    """
    given = ((name.rstrip("_").replace("_", "-"), visible(value)) for name, value in attributes.items() if value)
    names = "".join(f' {name}="{escape(value)}"' for name, value in given)
    if tag in _VOID:
        return Markup(f"<{tag}{names}>")
    return Markup(f"<{tag}{names}>{joined(children)}</{tag}>")


def joined(children: Iterable[str], separator: str = "") -> Markup:
    """The children, escaped unless they are `Markup`; the separator is HTML."""
    return Markup(separator.join(map(_safe, children)))


def fill(sentence: str, **values: str) -> Markup:
    """A translated sentence with its placeholders filled; both are escaped, except `Markup` values."""
    return Markup(escape(sentence, quote=False).format(**{name: _safe(value) for name, value in values.items()}))


def untrusted(text: str) -> Markup:
    """A name that somebody else chose, in a `bdi`: it cannot change the direction of the text around it."""
    return element("bdi", text)


def code(text: str) -> Markup:
    """An id, a digest or a command: can break anywhere, and is not translated by browsers."""
    return element("code", text, translate="no")


def lines(*parts: str) -> Markup:
    """The parts, one per line."""
    return joined(parts, "<br>")


def small(*children: str) -> Markup:
    """Secondary text: a label, a detail."""
    return element("span", *children, class_="small")


def section(heading: str, key: str, *children: str) -> Markup:
    """A section with a heading, whose id is `key`."""
    return element("section", element("h2", heading, id=key), *children, aria_labelledby=key)


def facts(rows: Iterable[tuple[str, str]], label: str) -> Markup:
    """A table of names (left) and values (right); `label` is the id of the heading that labels it."""
    body = (
        element("tr", element("th", name, class_="name", scope="row"), element("td", value)) for name, value in rows
    )
    return element("table", element("tbody", *body), class_="facts", aria_labelledby=label)


def table(heads: Iterable[str], rows: Iterable[Iterable[Markup]], label: str) -> Markup:
    """A table with column headings; a row is its cell elements, the first one its heading. `label` as for `facts`."""
    classes = chain(("first",), repeat(""))
    top = element(
        "tr", *(element("th", head, class_=name, scope="col") for head, name in zip(heads, classes, strict=False))
    )
    body = (element("tr", *cells) for cells in rows)
    whole = joined((element("thead", top), element("tbody", *body)))
    return element("table", whole, class_="grid", aria_labelledby=label)


def _safe(child: str) -> str:
    return child if isinstance(child, Markup) else escape(visible(child), quote=False)
