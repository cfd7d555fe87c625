"""Signing in as the application itself, with the credential that was just made: the proof that it works."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from threading import Thread
from typing import Any

import msal

from installer.cancel import Cancel
from installer.errors import SetupError, SignInRefused, UntrustedAnswer
from installer.events import WaitReason
from installer.model import ClientSecret, Cloud, Secret
from installer.patience import OnWait, Pause, patiently, unheard
from installer.sign_in.entra import HttpClient, refusal, sign_in_errors
from installer.transport import Transport

NOT_SPREAD_YET = frozenset({7000215, 7000222, 700016, 500011, 650051, 7000229})
"""AADSTS numbers that a credential, an application or a service principal made just now is answered with at first."""


@dataclass(frozen=True, slots=True)
class AppToken:
    """An app-only token of Microsoft Graph, and the application permissions (`roles`) that it carries."""

    value: Secret
    roles: frozenset[str]


class AppSignIn:
    """Client credentials flow (RFC 6749 §4.4) in one tenant."""

    def __init__(self, cloud: Cloud, tenant_id: str, transport: Transport, cancel: Cancel) -> None:
        self._cloud = cloud
        self._authority = f"{cloud.authority}/{tenant_id}"
        self._cancel = cancel
        self._http = HttpClient(transport, cancel)

    def prepare(self) -> None:
        """Fetches the tenant's discovery document in the background, while other work goes on."""
        Thread(target=self._discover, name="discovery", daemon=True).start()

    def token(
        self, client_id: str, secret: ClientSecret, wanted: frozenset[str], on_wait: OnWait = unheard
    ) -> AppToken:
        """A token made with the secret; waits until Microsoft knows the secret and puts the `wanted` roles in it.

        Roles that stay away until patience runs out are missing in the answer. Raises `SignInRefused`.
        """
        latest: list[AppToken] = []

        def attempt() -> AppToken:
            latest[:] = [self._acquire(client_id, secret)]
            if not wanted <= latest[0].roles:
                raise _RolesMissing
            return latest[0]

        def judge(error: SetupError) -> Pause | None:
            spreading = isinstance(error, _RolesMissing) or (
                isinstance(error, SignInRefused) and error.code in NOT_SPREAD_YET
            )
            return Pause(WaitReason.REPLICATION) if spreading else None

        try:
            return patiently(attempt, judge, self._cancel, on_wait)
        except _RolesMissing:
            return latest[0]

    def _acquire(self, client_id: str, secret: ClientSecret) -> AppToken:
        with sign_in_errors():
            # A fresh client each time: msal replays a refusal from its memory for a minute.
            result: dict[str, Any] = msal.ConfidentialClientApplication(
                client_id,
                client_credential=secret.value.reveal(),
                authority=self._authority,
                instance_discovery=False,
                http_client=self._http,
            ).acquire_token_for_client([f"{self._cloud.graph}/.default"])
        if "access_token" not in result:
            raise refusal(result)
        token = str(result["access_token"])
        return AppToken(Secret(token), frozenset(_claims(token).get("roles", ())))

    def _discover(self) -> None:
        try:
            self._http.get(f"{self._authority}/v2.0/.well-known/openid-configuration")
        except SetupError:
            return  # the token call meets the same fault, and tells it


class _RolesMissing(SetupError):
    """The token is good, but does not carry all roles yet."""


def _claims(token: str) -> dict[str, Any]:
    """The payload of a JWT that Microsoft's token service gave us over TLS just now: its signature is not judged."""
    try:
        payload = token.split(".")[1]
        claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    except (IndexError, ValueError) as error:
        raise UntrustedAnswer("token") from error
    if not isinstance(claims, dict):
        raise UntrustedAnswer("token")
    return claims
