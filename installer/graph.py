"""The client for Microsoft Graph v1.0: GET to DELETE, paging and batches. Its errors become ours here."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, NamedTuple
from urllib.parse import quote

from installer.answers import Row, read
from installer.cancel import Cancel
from installer.errors.base import SetupError
from installer.errors.graph import GraphError, TokenRefused
from installer.errors.network import ConnectionLost, NotMicrosoft, TimedOut, Unavailable
from installer.events import GraphCall
from installer.model import Cloud
from installer.retry import BUSY, Bearer, Challenge, OnWait, Retry, challenge_of, retry_after, served, unheard
from installer.transport import Request, Response, Transport, host_of

Json = dict[str, Any]

MOST_IN_BATCH: Final = 20
PROOF_REFUSED: Final = "Authentication_MissingOrMalformed"
"""The code of a proof of possession that is not accepted (microsoftgraph/microsoft-graph-docs, issue 10686)."""
MOST_PAGES: Final = 100
"""Far more than any list that we read has; without a limit, an endless chain of links would be followed for ever."""
_log = logging.getLogger(__name__)
_PLAIN: Final = "()/:',"
"""Characters that need no encoding in an OData option (RFC 3986 §3.4)."""


@dataclass(frozen=True, slots=True)
class Part:
    """One request of a batch. `path` begins after `/v1.0` and includes the query."""

    method: str
    path: str
    body: Json | None = None
    eventual: bool = False
    """Whether it is an advanced query (header `ConsistencyLevel: eventual`)."""
    follows: bool = False
    """Whether it runs only after the part before it has succeeded (Microsoft, JSON batching, `dependsOn`).

    All other parts run in any order.
    """


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one part of a batch: `body` if it succeeded, `error` if not."""

    status: int
    body: Row
    error: GraphError | None = None
    challenge: Challenge | None = None
    """Set if it refuses the token."""
    host: str = ""

    def json(self) -> Row:
        """The body. Raises `error` if there is one; as `Unavailable` if Microsoft stayed too busy."""
        if self.error and self.error.status in BUSY:
            raise Unavailable(self.host, self.status, self.error.request_id, self.error.retry_after) from self.error
        if self.error:
            raise self.error
        return self.body


class Success(NamedTuple):
    """A successful answer. `lost`: an earlier attempt, whose answer was lost, may have had its effect already."""

    status: int
    row: Row
    lost: bool


@dataclass(frozen=True, slots=True)
class Graph:
    """Calls Microsoft Graph for one bearer; paths begin after `/v1.0`.

    Every method can raise `GraphError`, `NetworkError`, `SignInError` and `Cancelled`.

    With `replicating`, an error that only means missing replication is waited out, for up
    to five minutes. `repeatable` says that sending the request twice does no harm, so that it is sent again when its
    answer was lost.
    """

    cloud: Cloud
    bearer: Bearer
    transport: Transport
    cancel: Cancel
    on_wait: OnWait = unheard
    on_call: Callable[[GraphCall], None] = lambda _call: None

    def get(self, path: str, *, replicating: bool = False) -> Row:
        """The resource, or the first page of a list."""
        return self._ask(self._request("GET", path), replicating).row

    def all(self, path: str) -> list[Row]:
        """Every item of a list, from all pages."""
        return self.rest(self.get(path))

    def rest(self, page: Row, most: int | None = None) -> list[Row]:
        """The items of this page and of the following ones (`@odata.nextLink`, used as it is); at most `most` pages.

        Raises `NotMicrosoft` for a link to another host, and after `MOST_PAGES`.
        """
        items = list(page.rows("value"))
        root = self._root
        for number in range(1, MOST_PAGES + 1):
            link = page.get("@odata.nextLink")
            if not link or number == most:
                return items
            if not link.startswith(root + "/"):
                break
            page = self.get(link[len(root) :])
            items += page.rows("value")
        raise NotMicrosoft(self.cloud.graph, 200)

    def patch(self, path: str, body: Json, *, replicating: bool = True) -> Row:
        """Updates a resource; the row is usually empty (204)."""
        return self._ask(self._request("PATCH", path, body), replicating).row

    def upsert(self, path: str, body: Json) -> Success:
        """A PATCH that creates a missing resource; its status is 201 if it did (Microsoft, application upsert)."""
        return self._ask(self._request("PATCH", path, body, {"Prefer": "create-if-missing"}), replicating=False)

    def post(self, path: str, body: Json | None, *, replicating: bool = True, repeatable: bool = False) -> Row:
        """Creates a resource or calls an action; returns the answer's row."""
        return self._ask(self._request("POST", path, body, repeatable=repeatable), replicating).row

    def delete(self, path: str) -> None:
        """Deletes a resource; a 404 is raised like any other refusal."""
        self._ask(self._request("DELETE", path), replicating=False)

    def batch(self, parts: Sequence[Part], *, replicating: bool = False) -> list[Answer]:
        """Sends all parts, 20 per request, and returns their answers in the same order; refused ones have an `error`.

        Only the throttled parts are repeated, and after a new sign-in those whose token was refused. A refusal of a
        whole request is raised. Every part must be repeatable, because a lost answer repeats them all. For no parts,
        no request is sent: Graph refuses an empty batch.
        """
        retry = Retry(self.cancel, self.on_wait, replicating=replicating)
        answers: dict[int, Answer] = {}
        left = list(range(len(parts)))
        while left:
            sent, left = left[:MOST_IN_BATCH], left[MOST_IN_BATCH:]
            token = self.bearer.bearer
            answers |= self._batch({index: parts[index] for index in sent}, replicating)
            again: set[int] = set()
            challenged = {index: challenge for index in sent if (challenge := answers[index].challenge)}
            if challenged and retry.renewed(self.bearer, token, _demand(challenged.values())):
                again |= challenged.keys()
            refused = {index: error for index in sent if index not in again and (error := answers[index].error)}
            pauses = {index: pause for index, error in refused.items() if (pause := retry.pause_for(error))}
            if pauses and retry.paused(max(pauses.values(), key=lambda pause: pause.seconds or 0.0)):
                again |= pauses.keys()
            for index in sent:  # a dependent part was not carried out either
                if parts[index].follows and index - 1 in again:
                    again.add(index)
            left = [*sorted(again), *left]
        return [answers[index] for index in range(len(parts))]

    def _batch(self, parts: Mapping[int, Part], replicating: bool) -> dict[int, Answer]:
        """One request with at most 20 parts; raises `NotMicrosoft` unless every part is answered."""
        body = {"requests": [_batch_request(index, part, index - 1 in parts) for index, part in parts.items()]}
        rows = self._ask(self._request("POST", "/$batch", body, repeatable=True), replicating).row.rows("responses")
        if {row["id"] for row in rows} != set(map(str, parts)):
            raise NotMicrosoft(self.cloud.graph, 200)
        return {int(row["id"]): _batch_answer(row, self.cloud.graph) for row in rows}

    def _ask(self, request: Request, replicating: bool) -> Success:
        """The answer to a request, after retries where they help and after a new sign-in where Microsoft demands it."""
        lost = False
        retry = Retry(self.cancel, self.on_wait, repeatable=request.repeatable, replicating=replicating)
        while True:
            token = self.bearer.bearer
            authorized = replace(request, headers={**request.headers, "Authorization": f"Bearer {token.reveal()}"})
            try:
                response = self.transport.send(authorized, self.cancel)
                self._tell(request, response)
                challenge = _challenge(served(response).status, response.headers, response.body)
                if challenge is None:
                    return Success(response.status, _row(response), lost)
            except SetupError as error:
                lost = lost or _may_have_served(error)
                if not retry.paused_after(error):
                    raise
            else:
                if not retry.renewed(self.bearer, token, challenge):
                    return Success(response.status, _row(response), lost)

    def _request(
        self,
        method: str,
        path: str,
        body: Json | None = None,
        headers: Mapping[str, str] | None = None,
        *,
        repeatable: bool = True,
    ) -> Request:
        everything = dict(headers or {})
        if body is not None:
            everything["Content-Type"] = "application/json"
        if "$count=true" in path:
            everything["ConsistencyLevel"] = "eventual"
        return Request(
            method,
            self._root + path,
            everything,
            None if body is None else json.dumps(body).encode(),
            may_abandon=method == "GET",
            repeatable=repeatable,
        )

    @property
    def _root(self) -> str:
        return f"{self.cloud.graph}/v1.0"

    def _tell(self, request: Request, response: Response) -> None:
        """Reports the call; for a batch, with the statuses of its parts."""
        path = request.url[len(self._root) :].partition("?")[0]
        parts = read(response).rows("responses") if path == "/$batch" and response.status == 200 else []
        statuses = tuple(status for part in parts if isinstance(status := part.get("status"), int))
        self.on_call(GraphCall(request.method, path, response.status, response.request_id, statuses))


def _may_have_served(error: SetupError) -> bool:
    """Whether the request may have taken effect despite the error; a throttled one has not."""
    return isinstance(error, ConnectionLost | TimedOut) or (isinstance(error, Unavailable) and error.status != 429)


def literal(value: str) -> str:
    """A string literal for `$filter`, with single quotes doubled (OData 4.01 §5.1.1.6.1)."""
    return "'" + value.replace("'", "''") + "'"


def query(path: str, **options: str) -> str:
    """The path with its OData options (`select`, `filter`…), percent-encoded."""
    return f"{path}?" + "&".join(f"${name}={quote(value, safe=_PLAIN)}" for name, value in options.items())


def _row(response: Response) -> Row:
    """The answer's object; raises `GraphError` for a refusal in Graph's form, `NotMicrosoft` for any other."""
    document = read(response)
    if response.status < 300:
        return document
    if response.status < 400 or "error" not in document:
        raise NotMicrosoft(response.host, response.status)
    raise _error_of(response.status, document, response.headers)


def _error_of(status: int, document: Json, headers: Mapping[str, str]) -> GraphError:
    body = document.get("error")
    error: Json = body if isinstance(body, dict) else {}
    inner = error.get("innerError")
    named = inner.get("request-id") if isinstance(inner, dict) else None
    request_id = next((value for name, value in headers.items() if name.lower() == "request-id"), named)
    code, message = str(error.get("code") or ""), str(error.get("message") or "")
    challenge = _challenge(status, headers, code.encode())
    _log.info("Microsoft Graph refused: %d %r %r", status, code, message)
    told = (
        status,
        code,
        message,
        str(request_id) if request_id else None,
        retry_after(headers),
    )
    return TokenRefused(*told, challenged=challenge.claims is not None) if challenge else GraphError(*told)


def _challenge(status: int, headers: Mapping[str, str], said: bytes) -> Challenge | None:
    """Whether the token is refused; not where it is the proof of a key, which is answered by 401 as well."""
    challenge = challenge_of(status, headers)
    return None if challenge and challenge.claims is None and PROOF_REFUSED.encode() in said else challenge


def _demand(challenges: Iterable[Challenge]) -> Challenge:
    """A challenge with claims, if there is one; else any."""
    return max(challenges, key=lambda challenge: challenge.claims is not None)


def _batch_request(index: int, part: Part, after_another: bool) -> Json:
    request: Json = {"id": str(index), "method": part.method, "url": part.path}
    if part.follows and after_another:
        request["dependsOn"] = [str(index - 1)]
    headers = {"Content-Type": "application/json"} if part.body is not None else {}
    if part.eventual:
        headers["ConsistencyLevel"] = "eventual"
    if headers:
        request["headers"] = headers
    if part.body is not None:
        request["body"] = part.body
    return request


def _batch_answer(row: Row, host: str) -> Answer:
    status = row["status"]
    if not isinstance(status, int):
        raise NotMicrosoft(host, 200)
    if status < 400:
        return Answer(status, row.inner("body"))
    # A body that is not JSON, such as a gateway's page, arrives as base64 text (Microsoft Graph, JSON batching).
    body = row.inner("body") if isinstance(row.get("body"), Row) else Row([], lambda: NotMicrosoft(host, status))
    headers = {name: _joined(value) for name, value in row.inner("headers").items()}
    return Answer(status, body, _error_of(status, body, headers), challenge_of(status, headers), host_of(host))


def _joined(value: object) -> str:
    """The value of a part's header; several of the same name are joined by commas."""
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
