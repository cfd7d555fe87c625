"""The administrator's two ways to sign in: through a browser on this computer, or with a device code on any other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from installer.errors.sign_in import (
    BrowserInsistsOnHttps,
    NoBrowser,
    SignInRefused,
    SignInTimedOut,
    UntrustedAnswer,
    Way,
)
from installer.events import Report, SignInBrowser, SignInDeviceCode, Warned
from installer.foreign import visible
from installer.model import Account
from installer.sign_in.entra import Entra, HttpClient, refusal, sign_in_errors
from installer.sign_in.loopback import Landing, Loopback
from installer.sign_in.session import Session

BROWSER_MINUTES: Final = 10
"""Minutes to wait for the browser's answer."""
LONGEST_SECONDS: Final = 3600
"""The longest wait for a device code, whatever `expires_in` says; Microsoft's codes are valid for 15 minutes."""
SLOWER_SECONDS: Final = 5
"""Seconds that each `slow_down` adds to the polling interval (RFC 8628 §3.5)."""

_VISIBLE: Final = re.compile(r"[!-~]+")
"""Printable ASCII without spaces, the only characters of a URI (RFC 3986 §2)."""

Opener = Callable[[str], object]
"""Opens an address in the user's browser; returns False if none opened, so that the user copies the address."""


@dataclass(frozen=True, slots=True)
class BrowserSignIn:
    """Authorization code flow with PKCE (RFC 7636), answered to our own loopback listener."""

    entra: Entra
    open_browser: Opener
    landing: Landing
    report: Report

    def sign_in(self, *, claims: str | None = None, account: Account | None = None) -> Session:
        """See `SignIn`."""
        with _told_of_the_way(Way.BROWSER):
            return self._sign_in(claims, account)

    def _sign_in(self, claims: str | None, account: Account | None) -> Session:
        """msal handles PKCE, state and nonce; `Entra.session` checks the id token's claims."""
        entra = self.entra
        http = HttpClient(entra.cloud, entra.transport, entra.cancel)
        client = entra.client(http)
        with Loopback(self.landing) as loopback:
            with sign_in_errors():
                flow = client.initiate_auth_code_flow(
                    list(entra.scopes),
                    redirect_uri=loopback.redirect_uri,
                    response_mode="form_post",
                    prompt=None if account else "select_account",
                    login_hint=account.username if account else None,
                    claims_challenge=claims,
                )
                address = _address(flow["auth_uri"])
            loopback.expect(flow["state"])
            self.report(SignInBrowser(address, entra.approval))
            if self.open_browser(address) is False:
                self.report(Warned(NoBrowser()))
            try:
                answer = dict(loopback.wait(entra.cancel, BROWSER_MINUTES, self._met_tls))
            except SignInTimedOut as error:
                raise SignInTimedOut(error.minutes, entra.approval) from error
        http.tell_of_browser(answer)
        if "error" in answer:
            raise refusal(answer, entra.approval)
        with sign_in_errors():
            result = client.acquire_token_by_auth_code_flow(flow, answer)
        return entra.session(result, http)

    def _met_tls(self) -> None:
        self.report(Warned(BrowserInsistsOnHttps()))


@dataclass(frozen=True, slots=True)
class DeviceCodeSignIn:
    """Device authorization grant (RFC 8628), for consoles without a browser."""

    entra: Entra
    report: Report

    def sign_in(self, *, claims: str | None = None, account: Account | None = None) -> Session:
        """See `SignIn`. `account` is ignored: this flow has no login hint."""
        del account
        with _told_of_the_way(Way.DEVICE_CODE):
            return self._sign_in(claims)

    def _sign_in(self, claims: str | None) -> Session:
        entra = self.entra
        http = HttpClient(entra.cloud, entra.transport, entra.cancel)
        client = entra.client(http)
        with sign_in_errors():
            flow = client.initiate_device_flow(list(entra.scopes), claims_challenge=claims)
            if "user_code" not in flow:
                raise refusal(flow, entra.approval)
            seconds = int(min(max(1, flow.get("expires_in", 900)), LONGEST_SECONDS))
            interval = min(max(1.0, flow.get("interval", 5)), seconds)
            uri, typed = _address(flow["verification_uri"]), visible(str(flow["user_code"]))
            code = SignInDeviceCode(uri, typed, seconds, entra.approval)
        self.report(code)
        end = entra.cancel.now() + seconds
        while entra.cancel.now() < end:
            entra.cancel.wait(interval)
            with sign_in_errors():
                # A new client each time: msal would answer a repeated request from its cache.
                result = entra.client(http).acquire_token_by_device_flow(
                    flow, exit_condition=lambda _flow: True, claims_challenge=claims
                )
            match result.get("error"):
                case "authorization_pending":
                    continue
                case "slow_down":
                    interval += SLOWER_SECONDS
                case "expired_token" | "code_expired":
                    break
                case _:
                    return entra.session(result, http)
        raise SignInTimedOut(seconds // 60, entra.approval)


@contextmanager
def _told_of_the_way(way: Way) -> Iterator[None]:
    """Adds the sign-in method to an error that stopped it, so that only the other one is offered."""
    try:
        yield
    except (SignInRefused, SignInTimedOut) as error:
        error.way = way
        raise


def _address(told: object) -> str:
    """The address for the browser in an answer of Microsoft's: https only, or http to this computer.

    The system would open any scheme, so no other is passed on. Raises `UntrustedAnswer`.
    """
    address = str(told)
    parts = urlsplit(address)
    here = parts.scheme == "http" and parts.hostname in ("localhost", "127.0.0.1", "::1")
    if not (here or (parts.scheme == "https" and parts.hostname)) or not _VISIBLE.fullmatch(address):
        raise UntrustedAnswer("address")
    return address
