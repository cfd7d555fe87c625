"""Signing in through the system's browser: authorization code with PKCE, answered to our own loopback listener."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from installer.events import Report, SignInBrowser
from installer.model import Account
from installer.sign_in.entra import Entra, HttpClient, refusal, sign_in_errors
from installer.sign_in.loopback import Landing, Loopback
from installer.sign_in.session import Session

MINUTES = 10

Opener = Callable[[str], None]
"""Opens an address in the person's browser; where it cannot, the address in the event is still there to copy."""


@dataclass(frozen=True, slots=True)
class BrowserSignIn:
    entra: Entra
    open_browser: Opener
    landing: Landing
    report: Report

    def sign_in(self, *, claims: str | None = None, account: Account | None = None) -> Session:
        """See `SignIn`. PKCE (RFC 7636), state and nonce are msal's; the checks of the id token's claims are ours."""
        entra = self.entra
        http = HttpClient(entra.transport, entra.cancel)
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
            loopback.expect(flow["state"])
            self.report(SignInBrowser(flow["auth_uri"]))
            self.open_browser(flow["auth_uri"])
            answer = dict(loopback.wait(entra.cancel, MINUTES))
        if "error" in answer:
            raise refusal(answer)
        with sign_in_errors():
            result = client.acquire_token_by_auth_code_flow(flow, answer)
        return entra.session(result, http)
