"""Microsoft's answers of one true run, given again with nonsense in place of any part of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from installer.cancel import Cancel
from installer.demo import Tenant
from installer.transport import Request, Response, Transport

GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I)
MOST_REQUESTS = 500
"""More than the retries of any step take: what asks oftener hammers Microsoft."""
MISSING = object()
NONSENSE: tuple[Any, ...] = (
    *(None, MISSING, "", "x", "\ud800", "9" * 5000, 0, -1, 1.5, 10**30, float("nan"), float("inf"), True),
    *([], {}, ["x"], [[]], [None], {"id": "x"}, [{}], {"value": [{}]}),
)


@dataclass(frozen=True)
class Exchange:
    """One exchange: what was asked, ids left out, and what came."""

    asked: str
    response: Response

    @property
    def document(self) -> Any:
        return json.loads(self.response.body or b"null")

    def saying(self, document: Any) -> Exchange:
        return replace(self, response=replace(self.response, body=json.dumps(document).encode()))


def asked(request: Request) -> str:
    path = request.url.partition("?")[0].partition("://")[2].partition("/")[2]
    return f"{request.method} {GUID.sub('ID', path)}"


class Recording(Transport):
    """Keeps every exchange with the tenant."""

    def __init__(self, tenant: Tenant) -> None:
        super().__init__(tenant.cloud)
        self.exchanges: list[Exchange] = []

    def send(self, request: Request, cancel: Cancel) -> Response:
        response = super().send(request, cancel)
        self.exchanges.append(Exchange(asked(request), response))
        return response


class Replaying(Transport):
    """Gives the answers again, each to the same question; the last one of a question for ever."""

    def __init__(self, exchanges: list[Exchange]) -> None:  # without the sockets of a true one
        self._left: dict[str, list[Response]] = {}
        for exchange in exchanges:
            self._left.setdefault(exchange.asked, []).append(exchange.response)
        self.requests = 0

    def send(self, request: Request, cancel: Cancel) -> Response:
        cancel.check()
        self.requests += 1
        assert self.requests < MOST_REQUESTS, "it asks without an end"
        answers = self._left.get(asked(request))
        if not answers:
            error = b'{"error": {"code": "Request_ResourceNotFound", "message": "not found"}}'
            return Response("graph.invalid", 404, {}, error)
        return answers.pop(0) if len(answers) > 1 else answers[0]


def damaged(exchanges: list[Exchange]) -> Iterator[tuple[str, list[Exchange]]]:
    """Every run in which one part of one answer is nonsense, with a name for it."""
    for index, exchange in enumerate(exchanges):
        for path in places(exchange.document):
            for nonsense in NONSENSE:
                changed = exchange.saying(with_nonsense(exchange.document, path, nonsense))
                name = f"{exchange.asked} {path} = {str(nonsense)[:20]}"
                yield name, [*exchanges[:index], changed, *exchanges[index + 1 :]]


def places(document: Any, above: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The document itself and all that is in it; of a list only the first two items."""
    yield above
    if isinstance(document, dict):
        for name, value in document.items():
            yield from places(value, (*above, name))
    elif isinstance(document, list):
        for index, value in enumerate(document[:2]):
            yield from places(value, (*above, index))


def with_nonsense(document: Any, path: tuple[str | int, ...], nonsense: Any) -> Any:
    if not path:
        return None if nonsense is MISSING else nonsense
    inner = document
    for step in path[:-1]:
        inner = inner[step]
    if nonsense is MISSING:
        del inner[path[-1]]
    else:
        inner[path[-1]] = nonsense
    return document
