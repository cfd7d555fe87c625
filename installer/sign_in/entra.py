"""What all sign-ins share: msal over our transport, its errors, and the checks that msal does not make."""

from __future__ import annotations

import base64
import json
import logging
import re
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ContextDecorator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote, urlencode

import msal

from installer.cancel import Cancel
from installer.errors.base import SetupError
from installer.errors.network import NotMicrosoft, OtherHost
from installer.errors.sign_in import PersonalAccount, SignInError, SignInRefused, UntrustedAnswer, WrongTenant
from installer.errors.usage import OwnClientNeeded
from installer.foreign import visible
from installer.model import Account, Cloud, Manifest, Secret, utc_now
from installer.retry import Retry, http_date, served
from installer.sign_in.session import Session
from installer.transport import Request, Response, Transport

PERSONAL_TENANT = "9188040d-6c67-4c5b-b112-36a304b66dad"
"""The tenant id of all personal Microsoft accounts (Microsoft, id token claims)."""
OIDC_SCOPES = ("openid", "profile")
"""The scopes that msal adds to ours, and that a tenant can also require admin consent for."""
_NUMBER = re.compile(r"AADSTS(\d{1,9})")
_SENTENCE = re.compile(r"AADSTS(\d{1,9})[^\"\\]*")
"""A refusal inside JSON that msal quotes in an exception, up to the end of its first line."""
_SECRET_FIELDS = ("client_secret", "client_assertion", "code", "code_verifier", "device_code", "refresh_token")

Json = dict[str, Any]

_log = logging.getLogger(__name__)


class sign_in_errors(ContextDecorator):  # reads as a verb: with sign_in_errors(): …
    """Converts everything but `SetupError` to a `SignInError`: what msal raises, and what an unexpected answer causes.

    A context manager and decorator. Raises `SignInRefused` if an AADSTS number is found, else `UntrustedAnswer`.
    """

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if isinstance(error, Exception) and not isinstance(error, SetupError):
            # For an unknown tenant, msal raises an error of its own; Microsoft's number is in one of its causes.
            number = next(filter(None, (_SENTENCE.search(str(cause)) for cause in _chain(error))), None)
            if number:
                raise SignInRefused("invalid_tenant", int(number[1]), description=number[0]) from error
            raise UntrustedAnswer(type(error).__name__) from error


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """The error and its causes."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """An HTTP answer with the attributes that msal reads."""

    status_code: int
    headers: Mapping[str, str]
    text: str

    def without(self, secrets: Iterable[str]) -> HttpAnswer:
        """The same answer; if it is a refusal, without these values: its description is shown, and may quote them."""
        text = self.text
        if self.status_code >= 400:
            for secret in filter(None, secrets):
                text = text.replace(secret, "…").replace(json.dumps(secret)[1:-1], "…")
        return replace(self, text=text)

    def raise_for_status(self) -> None:
        """Raises `NotMicrosoft` for a status of 400 or more."""
        if self.status_code >= 400:
            raise NotMicrosoft("", self.status_code)


class HttpClient:
    """msal's `http_client` over our transport; caches the discovery documents, which do not change during a run.

    It only contacts the cloud's sign-in host, whatever endpoints a discovery document names, because secrets are sent
    there. With `apart`, each POST uses a new connection.
    """

    def __init__(self, cloud: Cloud, transport: Transport, cancel: Cancel, *, apart: bool = False) -> None:
        self._root = f"{cloud.authority}/"
        self._transport = transport
        self._cancel = cancel
        self._apart = apart
        self._documents: dict[str, HttpAnswer] = {}
        self._seconds_ahead = 0

    @property
    def seconds_ahead(self) -> int:
        """How far this computer's clock is ahead of the token service's (negative: behind), by its latest `Date`.

        A token's `iat` cannot be used: Microsoft dates it five minutes back.
        """
        return self._seconds_ahead

    def get(self, url: str, params: Mapping[str, str] | None = None, **options: Any) -> HttpAnswer:
        """See `requests.Session.get`; answers with 200 are cached. Raises `NetworkError` and `Cancelled`."""
        if params:
            url = f"{url}?{urlencode(params)}"
        if url not in self._documents:
            headers = dict(options.get("headers") or {})
            answer = self._ask(Request("GET", url, headers, may_abandon=True, repeatable=True))
            if answer.status_code != 200:
                return answer
            self._documents[url] = answer
        return self._documents[url]

    def post(
        self,
        url: str,
        params: Mapping[str, str] | None = None,
        data: Mapping[str, str | None] | None = None,
        **options: Any,
    ) -> HttpAnswer:
        """See `requests.Session.post`; `data` is sent as a form. Raises `NetworkError` and `Cancelled`."""
        headers = {**(options.get("headers") or {}), "Content-Type": "application/x-www-form-urlencoded"}
        fields = {key: value for key, value in (data or {}).items() if value is not None}
        url = f"{url}?{urlencode(params)}" if params else url
        body = urlencode(fields).encode()
        request = Request("POST", url, headers, body, may_abandon=True, repeatable=True, apart=self._apart)
        return self._ask(request).without(fields[name] for name in _SECRET_FIELDS if name in fields)

    def tell_of_browser(self, answer: Mapping[str, str]) -> None:
        """Passes what the browser brought back to the transport's observer, as an exchange of its own."""
        request = Request("BROWSER", f"{self._root}browser")
        body = json.dumps(dict(answer)).encode()
        self._transport.tell(request, Response(request.host, 200, {}, body), time.monotonic())

    def close(self) -> None:
        """Does nothing; msal requires it. The transport is closed by its owner."""

    def _ask(self, request: Request) -> HttpAnswer:
        """The answer, after retries where they help; raises `NotMicrosoft` for a proxy's page, before msal sees it."""
        if not request.url.startswith(self._root):
            raise OtherHost(request.host)
        retry = Retry(self._cancel)
        while True:
            try:
                response = served(self._transport.send(request, self._cancel))
                if not isinstance(response.json(), dict):
                    raise NotMicrosoft(response.host, response.status)
            except SetupError as error:
                if not retry.paused_after(error):
                    raise
            else:
                if made := http_date(response.headers.get("Date", "")):
                    self._seconds_ahead = round((utc_now() - made).total_seconds())
                return HttpAnswer(response.status, response.headers, response.body.decode("utf-8", "replace"))


@dataclass(frozen=True, slots=True)
class Entra:
    """Where and as which client to sign in. `scopes` have their resource's address; `tenant` is a GUID or a domain."""

    cloud: Cloud
    client_id: str
    scopes: tuple[str, ...]
    tenant: str | None
    transport: Transport
    cancel: Cancel

    @classmethod
    def of(
        cls,
        manifest: Manifest,
        cloud: Cloud,
        tenant: str | None,
        client_id: str | None,
        transport: Transport,
        cancel: Cancel,
    ) -> Entra:
        """For the manifest's scopes, and its public client unless `client_id` names another one.

        Raises `OwnClientNeeded` if the cloud does not have that public client and none was named.
        """
        if client_id is None and not cloud.first_party_client:
            raise OwnClientNeeded(cloud.id)
        scopes = tuple(f"{cloud.graph}/{scope}" for scope in manifest.sign_in_scopes)
        return cls(cloud, client_id or manifest.sign_in_client, scopes, tenant, transport, cancel)

    @property
    def approval(self) -> str:
        """The link where an administrator consents, for the whole tenant, to exactly what the sign-in asks for.

        All three parameters are required, and `organizations` stands for a tenant that is not known yet (Microsoft,
        Admin consent on the Microsoft identity platform). Nothing listens at the redirect URI.
        """
        asked = {
            "client_id": self.client_id,
            "scope": " ".join((*self.scopes, *OIDC_SCOPES)),
            "redirect_uri": "http://localhost",
        }
        tenant = self.tenant or "organizations"
        return f"{self.cloud.authority}/{tenant}/v2.0/adminconsent?{urlencode(asked, quote_via=quote)}"

    def client(self, http: HttpClient) -> msal.PublicClientApplication:
        """A new msal client: one per attempt, since msal repeats failures from its cache for a minute."""
        with sign_in_errors():
            return msal.PublicClientApplication(
                self.client_id,
                authority=f"{self.cloud.authority}/{self.tenant or 'organizations'}",
                instance_discovery=False,
                client_capabilities=["CP1"],
                exclude_scopes=["offline_access"],
                http_client=http,
            )

    @sign_in_errors()
    def session(self, result: Json, http: HttpClient) -> Session:
        """The session in msal's result, after the checks of the id token that msal (1.38) does not make.

        Raises `SignInError` unless `aud` is our client, `iss` this cloud's issuer, and `tid` the tenant asked for.
        """
        if "access_token" not in result:
            raise refusal(result, self.approval)
        claims: Json = result.get("id_token_claims") or {}
        tenant_id = str(claims.get("tid", "")).lower()
        if claims.get("aud") != self.client_id:
            raise UntrustedAnswer("aud")
        if tenant_id == PERSONAL_TENANT:
            raise PersonalAccount
        issuer = self._issuer(http).replace("{tenantid}", tenant_id)
        if _plain(str(claims.get("iss", ""))) != _plain(issuer) or not tenant_id:
            if self.tenant:
                raise WrongTenant(self.tenant, tenant_id)
            raise UntrustedAnswer("iss")
        if re.fullmatch(r"[0-9a-fA-F-]{36}", self.tenant or "") and tenant_id.lower() != (self.tenant or "").lower():
            raise WrongTenant(self.tenant or "", tenant_id)
        username = visible(str(claims.get("preferred_username") or claims.get("upn") or ""))
        name = visible(str(claims.get("name") or "")) or username
        account = Account(tenant_id, str(claims.get("oid", "")), username, name)
        token = str(result["access_token"])
        return Session(account, Secret(token), role_hints(token), http.seconds_ahead)

    def _issuer(self, http: HttpClient) -> str:
        tenant = self.tenant or "organizations"
        answer = http.get(f"{self.cloud.authority}/{tenant}/v2.0/.well-known/openid-configuration")
        return str(json.loads(answer.text).get("issuer", ""))


def _plain(issuer: str) -> str:
    """An issuer in the form in which two are compared: without a final slash, in lower case."""
    return issuer.rstrip("/").lower()


def refusal(result: Json, approval: str = "") -> SignInError:
    """The error for a refusal of the token service, or of its redirect; `code` is its first AADSTS number, or 0.

    `approval` is the admin consent link that the error can offer.
    """
    codes = result.get("error_codes")
    description = str(result.get("error_description") or "")
    number = _NUMBER.search(description)
    code = (
        codes[0] if isinstance(codes, list) and codes and isinstance(codes[0], int) else int(number[1]) if number else 0
    )
    correlation = result.get("correlation_id")
    error = str(result.get("error", ""))
    _log.info("the token service refused: %r %r", error, description)
    return SignInRefused(error, code, str(correlation) if correlation else None, description, approval)


def claims_of(token: str) -> Json:
    """The claims of a JWT (RFC 7519). Raises `UntrustedAnswer` if `token` is not one.

    The signature is not verified: the token came over TLS, directly from Microsoft's token service.
    """
    try:
        payload = token.split(".")[1]
        claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    except (IndexError, ValueError) as error:
        raise UntrustedAnswer("token") from error
    if not isinstance(claims, dict):
        raise UntrustedAnswer("token")
    return claims


def role_hints(token: str) -> frozenset[str]:
    """Template ids of the directory roles in an administrator's token (`wids`); a hint only.

    Microsoft declares its Graph tokens opaque to clients; for one that cannot be read, the result is empty.
    """
    try:
        wids = claims_of(token).get("wids")
    except UntrustedAnswer:
        return frozenset()
    return frozenset(map(str, wids)) if isinstance(wids, list) else frozenset()
