"""Signing in by device code (RFC 8628), for a console without a browser: the code is typed on another machine."""

from __future__ import annotations

from dataclasses import dataclass

from installer.errors.sign_in import SignInTimedOut
from installer.events import Report, SignInDeviceCode
from installer.model import Account
from installer.sign_in.entra import Entra, HttpClient, refusal, sign_in_errors
from installer.sign_in.session import Session

LONGEST_SECONDS = 3600
"""How long a code is waited for at most, whatever lifetime it is said to have; Microsoft's live for 15 minutes."""
SLOWER_SECONDS = 5
"""What each `slow_down` adds to the interval (RFC 8628 §3.5)."""


@dataclass(frozen=True, slots=True)
class DeviceCodeSignIn:
    entra: Entra
    report: Report

    def sign_in(self, *, claims: str | None = None, account: Account | None = None) -> Session:
        """See `SignIn`. The account cannot be hinted at in this flow."""
        del account
        entra = self.entra
        http = HttpClient(entra.transport, entra.cancel)
        client = entra.client(http)
        with sign_in_errors():
            flow = client.initiate_device_flow(list(entra.scopes), claims_challenge=claims)
            if "user_code" not in flow:
                raise refusal(flow)
            seconds = int(min(max(1, flow.get("expires_in", 900)), LONGEST_SECONDS))
            interval = min(max(1.0, flow.get("interval", 5)), seconds)
            code = SignInDeviceCode(str(flow["verification_uri"]), str(flow["user_code"]), seconds)
        self.report(code)
        end = entra.cancel.now() + seconds
        while entra.cancel.now() < end:
            entra.cancel.wait(interval)
            with sign_in_errors():
                # A fresh client each time: msal would answer an equal question from its memory.
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
        raise SignInTimedOut(seconds // 60)
