"""The only door to Microsoft Graph v1.0: small verbs, paging, batches; its errors become ours at this border."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol
from urllib.parse import quote

from installer.answers import Row, read
from installer.cancel import Cancel
from installer.errors import GraphError, NotMicrosoft, SetupError
from installer.events import GraphCall, WaitReason
from installer.model import Cloud, Secret
from installer.patience import OnWait, Pause, patiently, persistently, retry_after, unheard
from installer.transport import Response, Transport

Json = dict[str, Any]

MOST_IN_BATCH: Final = 20
MOST_PAGES: Final = 100
"""Far more than any list that we read: a chain of links without an end must not be followed for ever."""
_PLAIN: Final = "()/:',"
"""What may stand unencoded in an OData option (RFC 3986 §3.4)."""
RENEWALS: Final = 2
"""How often one request may lead to a new sign-in before Microsoft's refusal is final."""

# What Microsoft Graph says while an object made just now has not reached every replica. Microsoft documents no code
# of their own for these; the texts are those that Terraform's azuread provider and Azure CLI wait on as well.
_NOT_REPLICATED: Final = (
    (404, r"does not exist or one of its queried reference-property objects"),
    (400, r"does not exist or one of its queried reference-property objects"),
    (400, r"does not reference a valid application object"),
    (403, r"backing application of the service principal being created must in the local tenant"),
    (400, r"Not a valid reference update"),
    (400, r"Permission being assigned was not found on application"),
    (409, r"ConcurrencyViolation|concurrent"),
)


class Bearer(Protocol):
    """Whoever holds the token of a run; `renew` makes a new one after `refused` was, or raises."""

    @property
    def bearer(self) -> Secret: ...

    def renew(self, refused: Secret, claims: str | None) -> None: ...


@dataclass(frozen=True, slots=True)
class Part:
    """One request of a batch. `path` starts below the version, with its query."""

    method: str
    path: str
    body: Json | None = None
    eventual: bool = False
    """Asks for Graph's advanced queries (ConsistencyLevel: eventual)."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a batch: `body` where it succeeded, `error` where it did not."""

    status: int
    body: Row
    error: GraphError | None = None

    def json(self) -> Row:
        """The body; raises the error instead, where there is one."""
        if self.error:
            raise self.error
        return self.body


@dataclass(frozen=True, slots=True)
class Graph:
    """Calls Microsoft Graph for one bearer. Raises `GraphError`, `NetworkError`, `SignInError` and `Cancelled`.

    With `settle`, an error that only tells of missing replication is waited out (up to five minutes). `repeatable`
    says that sending twice does no harm, so that a lost answer may be asked for again.
    """

    cloud: Cloud
    bearer: Bearer
    transport: Transport
    cancel: Cancel
    on_wait: OnWait = unheard
    on_call: Callable[[GraphCall], None] = lambda _call: None

    def get(self, path: str, *, settle: bool = False) -> Row:
        return self._patient("GET", path, None, {}, settle=settle, repeatable=True)

    def all(self, path: str) -> list[Row]:
        """Every item of a list, page after page."""
        return self.rest(self.get(path))

    def rest(self, page: Row) -> list[Row]:
        """The items of this page and of those after it (`@odata.nextLink`, followed as it came)."""
        items = list(page.rows("value"))
        root = f"{self.cloud.graph}/v1.0"
        for _ in range(MOST_PAGES):
            link = page.get("@odata.nextLink")
            if not link:
                return items
            if not link.startswith(root + "/"):
                break
            page = self.get(link[len(root) :])
            items += page.rows("value")
        raise NotMicrosoft(self.cloud.graph, 200)

    def patch(self, path: str, body: Json, *, prefer: str | None = None, settle: bool = True) -> Row:
        return self._patient("PATCH", path, body, {"Prefer": prefer} if prefer else {}, settle=settle, repeatable=True)

    def post(self, path: str, body: Json | None, *, settle: bool = True, repeatable: bool = False) -> Row:
        return self._patient("POST", path, body, {}, settle=settle, repeatable=repeatable)

    def delete(self, path: str) -> None:
        self._patient("DELETE", path, None, {}, settle=False, repeatable=True)

    def batch(self, parts: Sequence[Part], *, settle: bool = False) -> list[Answer]:
        """All parts in one request, answers in the parts' order. Throttled parts are asked again by themselves.

        Every part must be repeatable: a lost answer repeats them all. No part, no request: Graph refuses an empty one.
        """
        if not parts:
            return []
        answers: dict[int, Answer] = {}

        def attempt() -> None:
            missing = [index for index in range(len(parts)) if index not in answers]
            body = {"requests": [_batch_request(index, parts[index]) for index in missing[:MOST_IN_BATCH]]}
            rows = self._patient("POST", "/$batch", body, {}, settle=False, repeatable=True).rows("responses")
            if {row["id"] for row in rows} != {request["id"] for request in body["requests"]}:
                raise NotMicrosoft(self.cloud.graph, 200)
            again: list[GraphError] = []
            for row in rows:
                index, answer = int(row["id"]), _batch_answer(row, self.cloud.graph)
                answers[index] = answer
                if answer.error and _pause_for(answer.error, settle):
                    again.append(answer.error)
                    del answers[index]
                    last[index] = answer
            if again:
                raise max(again, key=lambda error: error.retry_after or 0)
            if len(answers) < len(parts):
                attempt()

        last: dict[int, Answer] = {}
        try:
            patiently(attempt, lambda error: _pause_for(error, settle), self.cancel, self.on_wait)
        except GraphError:
            if not last:
                raise
        return [answers.get(index) or last[index] for index in range(len(parts))]

    def _patient(
        self, method: str, path: str, body: Json | None, headers: Mapping[str, str], *, settle: bool, repeatable: bool
    ) -> Row:
        def attempt() -> Row:
            return self._call(method, path, body, headers, repeatable)

        def judge(error: SetupError) -> Pause | None:
            return _pause_for(error, settle) if isinstance(error, GraphError) else None

        return patiently(attempt, judge, self.cancel, self.on_wait)

    def _call(self, method: str, path: str, body: Json | None, headers: Mapping[str, str], repeatable: bool) -> Row:
        for renewals in range(RENEWALS + 1):
            token = self.bearer.bearer
            response = self._send(method, path, body, headers, token, repeatable)
            if response.status != 401 or renewals == RENEWALS:
                return self._json(response)
            self.bearer.renew(token, claims_challenge(response.headers.get("WWW-Authenticate", "")))
        raise AssertionError("the loop returns")

    def _send(
        self, method: str, path: str, body: Json | None, headers: Mapping[str, str], token: Secret, repeatable: bool
    ) -> Response:
        everything = {**headers, "Authorization": f"Bearer {token.reveal()}"}
        if body is not None:
            everything["Content-Type"] = "application/json"
        if "$count=true" in path:
            everything["ConsistencyLevel"] = "eventual"

        def send() -> Response:
            response = self.transport.send(
                method,
                f"{self.cloud.graph}/v1.0{path}",
                cancel=self.cancel,
                headers=everything,
                body=None if body is None else json.dumps(body),
            )
            plain, parts = path.partition("?")[0], _part_statuses(path, response)
            self.on_call(GraphCall(method, plain, response.status, response.request_id, parts))
            return response

        return persistently(send, self.cancel, self.on_wait, repeatable=repeatable)

    def _json(self, response: Response) -> Row:
        document = read(response)
        if response.status < 300:
            return document
        if response.status < 400 or "error" not in document:
            raise NotMicrosoft(response.host, response.status)
        raise _error_of(response.status, document, response.request_id, retry_after(response))


def literal(value: str) -> str:
    """A string literal for `$filter`, its quotes doubled (OData 4.01 §5.1.1.6.1)."""
    return "'" + value.replace("'", "''") + "'"


def query(path: str, **options: str) -> str:
    """The path with its OData options (`select`, `filter`…), percent-encoded."""
    return f"{path}?" + "&".join(f"${name}={quote(value, safe=_PLAIN)}" for name, value in options.items())


def claims_challenge(header: str) -> str | None:
    """The claims that Graph demands of a new token: base64 JSON in WWW-Authenticate (Microsoft, claims challenge)."""
    found = re.search(r'claims="([^"]+)"', header)
    if not found or "insufficient_claims" not in header:
        return None
    try:
        return base64.b64decode(found[1] + "=" * (-len(found[1]) % 4)).decode("utf-8")
    except ValueError:
        return None


def _pause_for(error: SetupError, settle: bool) -> Pause | None:
    """The pause that a refusal deserves: throttled parts of a batch always, missing replication where asked for."""
    if not isinstance(error, GraphError):
        return None
    if error.status in (429, 503):
        return Pause(WaitReason.THROTTLED, error.retry_after, error.request_id)
    text = f"{error.code} {error.message}"
    if settle and any(error.status == status and re.search(words, text) for status, words in _NOT_REPLICATED):
        return Pause(WaitReason.REPLICATION, None, error.request_id)
    return None


def _error_of(status: int, document: Json, request_id: str | None, seconds: float | None) -> GraphError:
    body = document.get("error")
    error: Json = body if isinstance(body, dict) else {}
    inner = error.get("innerError")
    named = inner.get("request-id") if isinstance(inner, dict) else None
    return GraphError(
        status=status,
        code=str(error.get("code") or ""),
        message=str(error.get("message") or ""),
        request_id=request_id or (str(named) if named else None),
        retry_after=seconds,
    )


def _batch_request(index: int, part: Part) -> Json:
    request: Json = {"id": str(index), "method": part.method, "url": part.path}
    headers = {"Content-Type": "application/json"} if part.body is not None else {}
    if part.eventual:
        headers["ConsistencyLevel"] = "eventual"
    if headers:
        request["headers"] = headers
    if part.body is not None:
        request["body"] = part.body
    return request


def _batch_answer(row: Row, host: str) -> Answer:
    status, body = row["status"], row.inner("body")
    if not isinstance(status, int):
        raise NotMicrosoft(host, 200)
    if status < 400:
        return Answer(status, body)
    headers = {name.lower(): str(value) for name, value in row.inner("headers").items()}
    after = headers.get("retry-after", "")
    seconds = float(after) if after.isdecimal() else None
    return Answer(status, body, _error_of(status, body, headers.get("request-id"), seconds))


def _part_statuses(path: str, response: Response) -> tuple[int, ...]:
    """The statuses inside a batch's answer, for the log."""
    if path != "/$batch" or response.status != 200:
        return ()
    statuses = (row.get("status") for row in read(response).rows("responses"))
    return tuple(status for status in statuses if isinstance(status, int))
