"""Signing in as the application itself, with the credential that was just made: the proof that it works."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Thread
from typing import Any

import msal

from installer.cancel import Cancel
from installer.errors.base import SetupError
from installer.errors.sign_in import SignInRefused
from installer.events import WaitReason
from installer.model import AnyCredential, Certificate, Cloud, Credential, Secret
from installer.retry import OnWait, Pause, Retry, unheard
from installer.sign_in.entra import HttpClient, claims_of, refusal, sign_in_errors
from installer.transport import Transport


@dataclass(frozen=True, slots=True)
class AppToken:
    """An app-only token of Microsoft Graph, the application permissions (`roles`) in it, and whose it is."""

    value: Secret
    roles: frozenset[str]
    tenant_id: str
    principal_id: str
    """Object id of the service principal."""
    application_name: str


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

    def token(self, client_id: str, credential: AnyCredential) -> AppToken:
        """A token made with a credential that Microsoft has known for long. Raises `SignInRefused`."""
        return self._acquire(client_id, credential)

    def first_token(
        self, client_id: str, credential: Credential, wanted: frozenset[str], on_wait: OnWait = unheard
    ) -> AppToken:
        """A token made with a new credential; waits until Microsoft knows it and puts the `wanted` roles in it.

        Roles that stay away until the wait is over are missing in the answer. Raises `SignInRefused`.
        """
        retry = Retry(self._cancel, on_wait, replicating=True)
        while True:
            try:
                token = self._acquire(client_id, credential)
            except SignInRefused as error:
                if not retry.paused_after(error):
                    raise
            else:
                if wanted <= token.roles or not retry.paused(Pause(WaitReason.REPLICATION)):
                    return token

    def _acquire(self, client_id: str, credential: AnyCredential) -> AppToken:
        with sign_in_errors():
            # A fresh client each time: msal replays a refusal from its memory for a minute.
            result: dict[str, Any] = msal.ConfidentialClientApplication(
                client_id,
                client_credential=_for_msal(credential),
                authority=self._authority,
                instance_discovery=False,
                http_client=self._http,
            ).acquire_token_for_client([f"{self._cloud.graph}/.default"])
            if "access_token" not in result:
                raise refusal(result)
            token = str(result["access_token"])
            claims = claims_of(token)
            return AppToken(
                Secret(token),
                frozenset(map(str, claims.get("roles") or ())),
                str(claims.get("tid", "")),
                str(claims.get("oid", "")),
                str(claims.get("app_displayname", "")),
            )

    def _discover(self) -> None:
        try:
            self._http.get(f"{self._authority}/v2.0/.well-known/openid-configuration")
        except SetupError:
            return  # the token call meets the same fault, and reports it


def _for_msal(credential: AnyCredential) -> str | dict[str, str]:
    """A secret, or a key that msal signs an assertion with: PS256 and x5t#S256 (facts: msal 1.39)."""
    if isinstance(credential, Certificate):
        return {"private_key": credential.private_key.reveal(), "public_certificate": credential.pem}
    return credential.value.reveal()
