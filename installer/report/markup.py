"""Text that others chose, made harmless: plain text without control characters, and HTML that cannot be injected into.

A tenant's name may hold anything. Every string is escaped, unless this module itself made it.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import chain, repeat
from typing import Final

from installer.foreign import visible

_VOID: Final = frozenset({"br", "meta"})


class Markup(str):
    """HTML that is whole and safe as it stands."""

    __slots__ = ()


def element(tag: str, *children: str, **attributes: str) -> Markup:
    """An element. A trailing underscore of an attribute's name is dropped, an underscore inside stands for a dash."""
    given = ((name.rstrip("_").replace("_", "-"), visible(value)) for name, value in attributes.items() if value)
    names = "".join(f' {name}="{escape(value)}"' for name, value in given)
    if tag in _VOID:
        return Markup(f"<{tag}{names}>")
    return Markup(f"<{tag}{names}>{joined(children)}</{tag}>")


def joined(children: Iterable[str], separator: str = "") -> Markup:
    return Markup(separator.join(map(_safe, children)))


def fill(sentence: str, **values: str) -> Markup:
    """A translated sentence with its placeholders filled."""
    return Markup(escape(sentence, quote=False).format(**{name: _safe(value) for name, value in values.items()}))


def untrusted(text: str) -> Markup:
    """A name that somebody else chose, isolated so that it cannot turn the direction of the text around it."""
    return element("bdi", text)


def code(text: str) -> Markup:
    """An id, a digest or a command: it may break anywhere, and is never translated."""
    return element("code", text, translate="no")


def lines(*parts: str) -> Markup:
    return joined(parts, "<br>")


def small(*children: str) -> Markup:
    """Secondary text: a label, a detail."""
    return element("span", *children, class_="small")


def section(heading: str, key: str, *children: str) -> Markup:
    return element("section", element("h2", heading, id=key), *children, aria_labelledby=key)


def facts(rows: Iterable[tuple[str, str]], label: str) -> Markup:
    """Names on the left, values on the right; `label` is the id of the heading that names it."""
    body = (
        element("tr", element("th", name, class_="name", scope="row"), element("td", value)) for name, value in rows
    )
    return element("table", element("tbody", *body), class_="facts", aria_labelledby=label)


def table(heads: Iterable[str], rows: Iterable[Iterable[Markup]], label: str) -> Markup:
    """A table with its column heads; each row is made of its cells, the first of them its head. `label` as above."""
    classes = chain(("first",), repeat(""))
    top = element(
        "tr", *(element("th", head, class_=name, scope="col") for head, name in zip(heads, classes, strict=False))
    )
    body = (element("tr", *cells) for cells in rows)
    whole = joined((element("thead", top), element("tbody", *body)))
    return element("table", whole, class_="grid", aria_labelledby=label)


def _safe(child: str) -> str:
    return child if isinstance(child, Markup) else escape(visible(child), quote=False)
