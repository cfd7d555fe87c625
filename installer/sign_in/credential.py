"""Signs in as the application itself, with its credential: the proof that the credential works."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Thread
from typing import Any, Final

import msal
from jwt.algorithms import RSAAlgorithm
from msal.oauth2cli.assertion import JwtAssertionCreator

from installer.cancel import Cancel
from installer.errors.base import SetupError
from installer.errors.network import NetworkError
from installer.errors.sign_in import SignInRefused, UntrustedAnswer
from installer.events import WaitReason
from installer.foreign import visible
from installer.model import Certificate, Cloud, Credential, GivenAssertion, Secret, Tried, utc_now
from installer.retry import RENEWALS, OnWait, Pause, Retry, unheard
from installer.sign_in.entra import HttpClient, claims_of, refusal, sign_in_errors
from installer.transport import Transport

ASSERTION_SECONDS: Final = 600
"""The validity of a client assertion in seconds; the same as msal's own."""
TOKENS: Final = 5
"""How many tokens in a row, each with the wanted roles, show that all servers know a new credential."""
APART_SECONDS: Final = 0.5
"""Seconds between these tokens."""


@dataclass(frozen=True, slots=True)
class AppToken:
    """An app-only token for Microsoft Graph, with the application permissions (`roles`) and identity in its claims.

    Without readable claims, the identities are empty.
    """

    value: Secret
    roles: frozenset[str] | None
    """None if the token cannot be read: Microsoft declares tokens for Microsoft Graph opaque to clients."""
    tenant_id: str
    principal_id: str
    """Object id of the service principal."""
    application_name: str


class AppSignIn:
    """The client credentials flow (RFC 6749 §4.4) in one tenant."""

    def __init__(self, cloud: Cloud, tenant_id: str, transport: Transport, cancel: Cancel) -> None:
        self._cloud = cloud
        self._authority = f"{cloud.authority}/{tenant_id}"
        self._cancel = cancel
        self._keys: dict[str, Any] = {}
        self._http = HttpClient(cloud, transport, cancel, apart=True)

    @sign_in_errors()
    def now(self) -> datetime:
        """Microsoft's time, to the second: it asks for the discovery document, unless that was done before."""
        self._http.get(self._discovery)
        return utc_now() - timedelta(seconds=self._http.seconds_ahead)

    def prepare(self) -> None:
        """Starts fetching the tenant's discovery document in the background; errors show up with the first token."""
        Thread(target=self._discover, name="discovery", daemon=True).start()

    def token(self, client_id: str, credential: Tried, challenge: str | None = None) -> AppToken:
        """One token, without waiting for replication; `challenge` is the claims (JSON) that Microsoft Graph demands.

        Raises `SignInRefused`, `NetworkError` and `Cancelled`.
        """
        return self._acquire(client_id, credential, challenge)

    def steady_token(
        self, client_id: str, credential: Credential, wanted: frozenset[str], on_wait: OnWait = unheard
    ) -> AppToken:
        """A token for a new credential, once all of Microsoft's servers know it and put the `wanted` roles in tokens.

        The servers behind the token service learn of secrets and roles one by one: what one accepts, another may
        refuse for up to two minutes more (hashicorp/terraform-provider-vault, issue 2079). So `TOKENS` tokens in a row
        must succeed, each over a new connection; after a refusal, or a token without a role, the count starts again.

        If a role does not appear before the wait is over, the token without it is returned. If the network or
        Microsoft fails after a good token, that token is returned. Raises `SignInRefused`, `NetworkError` before the
        first good token, and `Cancelled`.
        """
        retry = Retry(self._cancel, on_wait, replicating=True)
        row: list[AppToken] = []
        begun = 0.0
        while True:
            begun = begun if row else self._cancel.now()
            try:
                token = self._acquire(client_id, credential)
            except SignInRefused as error:
                if not retry.paused_after(error):
                    raise
                row = []
                continue
            except NetworkError:
                if not row:
                    raise
                return row[-1]
            if token.roles is not None and not wanted <= token.roles:
                if not retry.paused(Pause(WaitReason.REPLICATION)):
                    return token
                row = []
                continue
            row.append(token)
            if len(row) == TOKENS:
                return token
            self._cancel.wait(max(begun + len(row) * APART_SECONDS - self._cancel.now(), 0.0))

    def _acquire(self, client_id: str, credential: Tried, challenge: str | None = None) -> AppToken:
        with sign_in_errors():
            # A new client each time: msal repeats a refusal from its cache for a minute.
            result: dict[str, Any] = msal.ConfidentialClientApplication(
                client_id,
                client_credential=self._for_msal(client_id, credential),
                authority=self._authority,
                instance_discovery=False,
                http_client=self._http,
            ).acquire_token_for_client([f"{self._cloud.graph}/.default"], claims_challenge=challenge)
            if "access_token" not in result:
                raise refusal(result)
            token = str(result["access_token"])
            claims = _readable(token)
            roles = None if claims is None else frozenset(visible(str(role)) for role in claims.get("roles") or ())
            claims = claims or {}
            return AppToken(
                Secret(token),
                roles,
                str(claims.get("tid", "")),
                str(claims.get("oid", "")),
                visible(str(claims.get("app_displayname", ""))),
            )

    def _for_msal(self, client_id: str, credential: Tried) -> str | dict[str, Callable[[], str]]:
        """The credential as msal takes it: a secret, a federation's token, or an assertion signed by the key.

        The assertion uses PS256 and `x5t#S256` (Microsoft, certificate credentials). It is made here because msal dates
        it by this computer's clock, and Microsoft refuses an assertion outside its validity.
        """
        if isinstance(credential, GivenAssertion):
            return {"client_assertion": credential.value.reveal}
        if not isinstance(credential, Certificate):
            return credential.value.reveal()
        endpoint = self._token_endpoint()  # this request also updates `seconds_ahead`
        issued = time.time() - self._http.seconds_ahead
        signer = JwtAssertionCreator(
            self._key(credential),
            algorithm="PS256",
            sha256_thumbprint=credential.thumbprint_sha256,
            headers={"x5c": [credential.der]},
        )
        assertion: bytes = signer.create_normal_assertion(
            audience=endpoint,
            issuer=client_id,
            issued_at=int(issued),
            not_before=int(issued),
            expires_at=int(issued) + ASSERTION_SECONDS,
        )
        return {"client_assertion": assertion.decode}

    def _key(self, credential: Certificate) -> Any:
        """The private key, read once: OpenSSL checks it each time, which takes a tenth of a second."""
        name = credential.thumbprint_sha256
        if name not in self._keys:
            self._keys[name] = RSAAlgorithm(RSAAlgorithm.SHA256).prepare_key(credential.private_key.reveal())
        return self._keys[name]

    def _token_endpoint(self) -> str:
        document = json.loads(self._http.get(self._discovery).text)
        return str(document.get("token_endpoint") or f"{self._authority}/oauth2/v2.0/token")

    def _discover(self) -> None:
        try:
            self._http.get(self._discovery)
        except SetupError:
            return  # the token request meets the same fault and reports it

    @property
    def _discovery(self) -> str:
        return f"{self._authority}/v2.0/.well-known/openid-configuration"


@dataclass(slots=True)
class AppBearer:
    """The application's own token as a bearer; if Graph refuses it, a new one is acquired, up to `RENEWALS` times."""

    bearer: Secret
    app_sign_in: AppSignIn
    client_id: str
    credential: Tried
    renewals: int = 0

    def renew(self, refused: Secret, claims: str | None) -> None:
        """Gets another token with the credential; does nothing after `RENEWALS` of them."""
        del refused
        if self.renewals < RENEWALS:
            self.renewals += 1
            self.bearer = self.app_sign_in.token(self.client_id, self.credential, claims).value


def _readable(token: str) -> dict[str, Any] | None:
    """The claims of the token; None if only Microsoft Graph can read it."""
    try:
        return claims_of(token)
    except UntrustedAnswer:
        return None
