"""The demo administrator: signs in over HTTP as a person with a browser would, for runs without a person."""

from __future__ import annotations

import http.client
from dataclasses import dataclass, field
from html.parser import HTMLParser
from threading import Thread
from urllib.parse import urlencode, urljoin, urlsplit

from installer.demo.tenant import Tenant

_MOST_REQUESTS = 12
_TIMEOUT = 30.0


@dataclass(slots=True)
class _Form:
    """The form of a page: its action, method and fields."""

    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)
    ids: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Id of a control → its name and value."""


class _FormReader(HTMLParser):
    """Reads the one form of a sign-in page."""

    def __init__(self) -> None:
        super().__init__()
        self.form: _Form | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.form = _Form(values.get("action", ""), values.get("method", "get").lower())
        elif self.form is not None and tag in ("input", "button"):
            name, value = values.get("name", ""), values.get("value", "")
            if "id" in values:
                self.form.ids[values["id"]] = (name, value)
            if tag == "input" and name and values.get("type") != "checkbox":
                self.form.fields[name] = value


class Administrator:
    """Signs in as the scenario's account, or as `username`, in background threads.

    Refuses consent if the scenario says so.
    """

    def __init__(self, tenant: Tenant, username: str | None = None) -> None:
        self._tenant = tenant
        self._username = username
        self._threads: list[Thread] = []

    def open(self, url: str) -> None:
        """Opens an authorization URL and signs in; the last request goes to the client's redirect URI."""
        self._start(url, None)

    def enter_code(self, verification_uri: str, user_code: str) -> None:
        """Opens the device page and types the code."""
        self._start(verification_uri, user_code)

    def join(self, timeout: float | None = None) -> None:
        """Waits for every sign-in that was started, for at most `timeout` seconds each."""
        for thread in self._threads:
            thread.join(timeout)

    def _start(self, url: str, code: str | None) -> None:
        thread = Thread(target=self._sign_in, args=(url, code), name="demo-administrator", daemon=True)
        self._threads.append(thread)
        thread.start()

    def _sign_in(self, url: str, code: str | None) -> None:
        try:
            method, data = "GET", ""
            for _ in range(_MOST_REQUESTS):
                status, location, html = _fetch(method, url, data)
                if status in (301, 302, 303):
                    method, url, data = "GET", urljoin(url, location), ""
                    continue
                if not self._of_tenant(url):
                    return  # the application's own page: the sign-in is complete
                reader = _FormReader()
                reader.feed(html)
                if reader.form is None:
                    return
                method, url, data = "POST", urljoin(url, reader.form.action), urlencode(self._filled(reader.form, code))
        except OSError:
            return  # the application stopped listening, or the tenant stopped

    def _of_tenant(self, url: str) -> bool:
        return urlsplit(url).port == urlsplit(self._tenant.backend.pages).port

    def _filled(self, form: _Form, code: str | None) -> dict[str, str]:
        fields = dict(form.fields)
        if "otc" in form.ids:
            fields["otc"] = code or ""
        if "account" in form.ids:
            fields["account"] = self._username or fields["account"] or self._tenant.scenario.account.username
        if "accept" in form.ids:
            pressed = "cancel" if self._tenant.scenario.refuses_consent else "accept"
            name, value = form.ids[pressed]
            fields[name] = value
        return fields


def _fetch(method: str, url: str, data: str) -> tuple[int, str, str]:
    parts = urlsplit(url)
    if parts.scheme != "http" or parts.hostname not in ("localhost", "127.0.0.1", "::1"):
        raise OSError("the demo administrator stays on loopback")
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=_TIMEOUT)
    try:
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if method == "POST" else {}
        connection.request(method, target, data or None, {**headers, "Accept": "text/html"})
        answer = connection.getresponse()
        return answer.status, answer.getheader("Location", ""), answer.read().decode("utf-8", "replace")
    finally:
        connection.close()
