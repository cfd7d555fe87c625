"""OData query options of a request: $select, $filter, $top, $skiptoken, $count, $orderby, $search, $expand, and paging.

Rules and limits: Microsoft Graph, "Use query parameters", "Paging", "Advanced query capabilities".
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl, quote, urlencode

from installer.demo.graph.answers import Refusal, malformed, unsupported_query
from installer.demo.graph.filters import Filter, InvalidFilter, parse_filter
from installer.demo.resources import Json

_KNOWN: Final = frozenset(
    {"$select", "$filter", "$top", "$skiptoken", "$count", "$orderby", "$search", "$expand", "$format"}
)
_PAGE: Final = 100
_LARGEST_PAGE: Final = 999


@dataclass(frozen=True, slots=True)
class Query:
    """The parsed query options of a request; `eventual` is its ConsistencyLevel header."""

    select: tuple[str, ...] = ()
    filter: Filter | None = None
    top: int = _PAGE
    offset: int = 0
    count: bool = False
    order: str | None = None
    descending: bool = False
    search: str | None = None
    expand: tuple[str, ...] = ()
    eventual: bool = False
    raw: Mapping[str, str] | None = None


def read_query(text: str, headers: Mapping[str, str]) -> Query:
    """The query options of a request; raises Refusal where Graph would answer 400."""
    options: dict[str, str] = {}
    for name, value in parse_qsl(text, keep_blank_values=True):
        known = name if name.startswith("$") else f"${name}"
        options[known.lower() if known.lower() in _KNOWN else name] = value
    unknown = [name for name in options if name.startswith("$") and name not in _KNOWN]
    if unknown:
        raise malformed(f"The query parameter '{unknown[0]}' is not supported.")
    eventual = headers.get("consistencylevel", "").lower() == "eventual"
    count = options.get("$count", "").lower() == "true"
    order, _, direction = options.get("$orderby", "").strip().partition(" ")
    return Query(
        select=_names(options.get("$select")),
        filter=_filter(options.get("$filter"), eventual and count),
        top=_top(options.get("$top")),
        offset=_offset(options.get("$skiptoken")),
        count=count and eventual,
        order=order or None,
        descending=direction.strip().lower() == "desc",
        search=options.get("$search"),
        expand=_names(options.get("$expand")),
        eventual=eventual,
        raw=options,
    )


def _names(text: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip()) if text else ()


def _filter(text: str | None, advanced_allowed: bool) -> Filter | None:
    if text is None:
        return None
    try:
        read = parse_filter(text)
    except InvalidFilter as error:
        raise malformed("Invalid filter clause") from error
    if read.advanced and not advanced_allowed:
        raise unsupported_query(
            f"Operator '{read.advanced}' is not supported because the required parameters might be missing. "
            "Try adding $count=true query parameter and ConsistencyLevel:eventual header. "
            "Refer to https://aka.ms/graph-docs/advanced-queries for more information"
        )
    return read


def _top(text: str | None) -> int:
    if text is None:
        return _PAGE
    if not text.isdigit() or not 1 <= int(text) <= _LARGEST_PAGE:
        raise unsupported_query(
            f"Invalid page size specified: '{text}'. Must be between 1 and {_LARGEST_PAGE} inclusive."
        )
    return int(text)


def _offset(text: str | None) -> int:
    if text is None:
        return 0
    try:
        return int(json.loads(base64.urlsafe_b64decode(text + "=="))["offset"])
    except (ValueError, KeyError, TypeError, binascii.Error) as error:
        raise Refusal(400, "Directory_ExpiredPageToken", "The specified page token value has expired.") from error


def _search(query: Query) -> tuple[str, str] | None:
    if query.search is None:
        return None
    if not query.eventual:
        raise unsupported_query(
            "Request with $search query parameter only works through MSGraph with a special request header: "
            "'ConsistencyLevel: eventual'"
        )
    found = re.fullmatch(r'\s*"(\w+):(.*)"\s*', query.search)
    if found is None:
        raise malformed("Syntax error in $search clause.")
    return found[1], found[2]


def check_properties(query: Query, known: Mapping[str, object], type_name: str, expandable: Sequence[str] = ()) -> None:
    """Raises Refusal for properties that the type does not have, and for relations that cannot be expanded here."""
    strange = [name for name in query.select if name not in known and not name.startswith("@")]
    for name in strange + [name for name in query.expand if name not in expandable]:
        raise malformed(
            "Parsing OData Select and Expand failed: Could not find a property named "
            f"'{name}' on type 'microsoft.graph.{type_name}'."
        )
    for name in query.filter.properties if query.filter else ():
        if name not in known:
            raise unsupported_query(
                "Unsupported or invalid query filter clause specified for property "
                f"'{name}' of resource '{type_name[:1].upper()}{type_name[1:]}'."
            )


def selected(resource: Json, query: Query) -> Json:
    """The resource's properties that $select names; annotations stay."""
    if not query.select:
        return resource
    return {name: resource[name] for name in resource if name in query.select or name.startswith("@")}


def context(graph: str, fragment: str, query: Query) -> str:
    """The @odata.context; `/$entity` comes after the selection (recorded traffic)."""
    chosen = f"({','.join(query.select)})" if query.select else ""
    head, entity = (fragment.removesuffix("/$entity"), "/$entity") if fragment.endswith("/$entity") else (fragment, "")
    return f"{graph}/v1.0/$metadata#{head}{chosen}{entity}"


def page(items: Sequence[Json], query: Query, graph: str, path: str, fragment: str, paged: bool = True) -> Json:
    """One page of a filtered collection; `items` may compute its elements on access."""
    body: Json = {"@odata.context": context(graph, fragment, query)}
    if query.count and query.offset == 0:
        body["@odata.count"] = len(items)
    end = min(len(items), query.offset + query.top) if paged else len(items)
    shown = [selected(items[index], query) for index in range(query.offset if paged else 0, end)]
    if end < len(items):
        token = base64.urlsafe_b64encode(json.dumps({"offset": end}).encode()).decode("ascii").rstrip("=")
        options = {name: value for name, value in (query.raw or {}).items() if name != "$skiptoken"}
        text = urlencode({**options, "$skiptoken": token}, quote_via=quote, safe="$(),'")
        body["@odata.nextLink"] = f"{graph}/v1.0{path}?{text}"
    body["value"] = shown
    return body


def arranged(items: list[Json], query: Query) -> list[Json]:
    """The items after $filter, $search and $orderby."""
    if query.filter:
        items = [item for item in items if query.filter.condition.holds(item)]
    if searched := _search(query):
        name, words = searched
        items = [item for item in items if words.casefold() in str(item.get(name) or "").casefold()]
    if query.order:
        order = query.order
        items = sorted(items, key=lambda item: str(item.get(order) or "").casefold(), reverse=query.descending)
    return items
