"""The authorization endpoint and its pages: account, consent, admin consent, device code, and the redirect."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from urllib.parse import urlencode

from installer.demo.backend import Backend
from installer.demo.entra import pages
from installer.demo.entra.clients import (
    PublicClient,
    RequestedScopes,
    consented,
    find_public_client,
    read_scopes,
    redirect_mismatch,
    redirect_uris,
    requested_permissions,
)
from installer.demo.entra.errors import EntraError, TraceIds, description, unknown_client
from installer.demo.entra.metadata import tenant_id
from installer.demo.entra.pages import IN_ENGLISH, Speech, chosen_speech
from installer.demo.entra.sign_ins import DeviceState, SignIn, SignIns
from installer.demo.graph.access import may_consent, may_consent_to_roles
from installer.demo.http_server import Response
from installer.demo.people import ACCOUNTS, USERS, User
from installer.demo.permissions import APP_ROLES, GRAPH_CLI_APP_ID, OIDC_SCOPES, SCOPES
from installer.demo.resources import new_id
from installer.demo.seeding import add_first_party_client, declared_roles, grant_declared_roles, grant_delegated

_NOT_HERE = 50020
_APPROVAL = 90094
_DECLINED = 65004


class AuthorizationEndpoint:
    """The pages of one tenant; each method answers one request of the browser."""

    def __init__(self, backend: Backend, sign_ins: SignIns) -> None:
        self._backend = backend
        self._sign_ins = sign_ins
        self._seen: set[str] = set()
        """Who has signed in before."""

    def authorize(self, tenant: str, query: Mapping[str, str], accepts: str | None) -> Response:
        """GET /authorize. An unknown client or redirect URI gets an error page; other errors go to the redirect URI."""
        speech = self._speech(query, accepts)
        try:
            known = tenant_id(tenant)
            client = find_public_client(self._backend, query.get("client_id", ""), tenant)
            redirect_uri = query.get("redirect_uri", "")
            if not client.allows(redirect_uri):
                raise redirect_mismatch(client, redirect_uri)
        except EntraError as error:
            return pages.error_page(speech, f"AADSTS{error.number}: {error.message}")
        mode, state = query.get("response_mode", "query"), query.get("state")
        try:
            if query.get("response_type") != "code":
                raise EntraError(
                    "unsupported_response_type", 700051, "The response_type is not enabled for the application."
                )
            if query.get("code_challenge") and query.get("code_challenge_method") != "S256":
                raise EntraError(
                    "invalid_request", 9002325, "Proof Key for Code Exchange is required with the method S256."
                )
            asked = read_scopes(self._backend, query.get("scope", ""))
            if query.get("prompt") == "none":
                raise EntraError("login_required", 50058, "A silent sign-in request was sent but no user is signed in.")
        except EntraError as error:
            return _redirected(speech, redirect_uri, mode, self._error_fields(error, state))
        sign_in = SignIn(
            secrets.token_urlsafe(16),
            client,
            asked,
            known,
            tenant.lower(),
            speech,
            redirect_uri,
            mode,
            state,
            query.get("nonce"),
            query.get("code_challenge"),
            query.get("prompt") in ("consent", "admin_consent"),
        )
        self._sign_ins.keep(sign_in)
        return self._account(sign_in, self._hint(query))

    def admin_consent(self, tenant: str, query: Mapping[str, str], accepts: str | None) -> Response:
        """GET /{tenant}/adminconsent: an administrator is asked for what an application declares (Microsoft, admin
        consent endpoint)."""
        speech = self._speech(query, accepts)
        app_id, redirect_uri = query.get("client_id", ""), query.get("redirect_uri", "")
        if "scope" in query:
            return self._client_consent(tenant, query, speech)
        try:
            known = tenant_id(tenant)
            application = self._backend.directory.application_by_app_id(app_id)
            if application is None:
                raise unknown_client(app_id, tenant)
            client = PublicClient(app_id, str(application.resource["displayName"]), redirect_uris(application), False)
            if redirect_uri and not client.allows(redirect_uri):
                raise redirect_mismatch(client, redirect_uri)
        except EntraError as error:
            return pages.error_page(speech, f"AADSTS{error.number}: {error.message}")
        nothing = RequestedScopes(frozenset(), frozenset(), default=False, full=False)
        sign_in = SignIn(secrets.token_urlsafe(16), client, nothing, known, tenant.lower(), speech, redirect_uri)
        sign_in.for_application, sign_in.state = True, query.get("state")
        self._sign_ins.keep(sign_in)
        return self._account(sign_in, self._hint(query))

    def _client_consent(self, tenant: str, query: Mapping[str, str], speech: Speech) -> Response:
        """GET /{tenant}/v2.0/adminconsent: delegated permissions that are named; a redirect URI is required."""
        redirect_uri = query.get("redirect_uri", "")
        try:
            known = tenant_id(tenant)
            client = find_public_client(self._backend, query.get("client_id", ""), tenant)
            if not client.allows(redirect_uri):
                raise redirect_mismatch(client, redirect_uri)
            asked = read_scopes(self._backend, query["scope"])
        except EntraError as error:
            return pages.error_page(speech, f"AADSTS{error.number}: {error.message}")
        sign_in = SignIn(secrets.token_urlsafe(16), client, asked, known, tenant.lower(), speech, redirect_uri)
        sign_in.for_everybody = sign_in.force_consent = True
        sign_in.state = query.get("state")
        self._sign_ins.keep(sign_in)
        return self._account(sign_in, self._hint(query))

    def _speech(self, query: Mapping[str, str], accepts: str | None) -> Speech:
        wishes = (query.get("ui_locales"), query.get("mkt"), accepts)
        return chosen_speech(wishes, self._backend.scenario.translations)

    def _hint(self, query: Mapping[str, str]) -> str:
        """The user name that the page is filled in with."""
        scenario = self._backend.scenario
        if scenario.second_account and self._seen:
            return scenario.second_account.username
        return query.get("login_hint") or scenario.account.username

    def device_login(self, typed: str | None, query: Mapping[str, str], accepts: str | None) -> Response:
        """GET and POST /devicelogin: entering a device's code begins a sign-in."""
        speech = self._speech(query, accepts)
        if typed is None:
            return pages.code_page(speech)
        flow = self._sign_ins.device_by_user_code(typed)
        if flow is None or flow.state is not DeviceState.PENDING or self._backend.now() >= flow.expires:
            return pages.code_page(speech, problem=True)
        shared = flow.tenant or "organizations"
        sign_in = SignIn(secrets.token_urlsafe(16), flow.client, flow.asked, flow.tenant, shared, speech, device=flow)
        self._sign_ins.keep(sign_in)
        return self._account(sign_in, self._backend.scenario.account.username)

    def choose_account(self, form: Mapping[str, str]) -> Response:
        """POST /signin."""
        sign_in = self._sign_ins.find(form.get("flow", ""))
        if sign_in is None:
            return _page_expired()
        words = sign_in.speech.words
        typed = form.get("account", "").strip().lower()
        user = next((account for account in ACCOUNTS if account.username.lower() == typed), None)
        if user is None:
            return self._account(sign_in, typed, words.unknown_account)
        if user.id in self._seen:
            user = user.with_roles_activated()
        self._seen.add(user.id)
        sign_in.user = user
        if user.personal and sign_in.shared != "common":
            return pages.refusal_page(sign_in.speech, sign_in.id, words.refused, words.personal, _NOT_HERE)
        if sign_in.tenant is not None and user.tenant_id != sign_in.tenant:
            return pages.refusal_page(sign_in.speech, sign_in.id, words.refused, words.other_tenant, _NOT_HERE)
        if sign_in.device and self._backend.scenario.device_code_blocked:
            sign_in.device.state = DeviceState.BLOCKED
            return pages.error_page(sign_in.speech, f"{words.blocked} (AADSTS53003)")
        if sign_in.for_application:
            return self._application_consent(sign_in, user)
        return self._consent_or_done(sign_in, user)

    def consent(self, form: Mapping[str, str]) -> Response:
        """POST /consent: Accept or Cancel."""
        sign_in = self._sign_ins.find(form.get("flow", ""))
        if sign_in is None or sign_in.user is None:
            return _page_expired()
        user = sign_in.user
        if form.get("decision") != "accept":
            return self._refused(sign_in, _DECLINED)
        if sign_in.for_application:
            return self._grant_to_application(sign_in, user)
        if not self._may_accept(sign_in, user):
            return self._approval(sign_in)
        behalf = (form.get("on_behalf") == "1" or sign_in.for_everybody) and may_consent(user)
        with self._backend.directory.lock:
            directory = self._backend.directory
            principal = directory.service_principal_by_app_id(sign_in.client.app_id)
            if principal is None and sign_in.client.app_id == GRAPH_CLI_APP_ID:
                principal = add_first_party_client(directory, self._backend.now())
            if principal is not None:
                asked = requested_permissions(self._backend, sign_in.client.app_id, sign_in.asked) | sign_in.asked.oidc
                grant_delegated(directory, principal.id, set(asked), None if behalf else user.id)
        return self._consented(sign_in) if sign_in.for_everybody else self._done(sign_in, user)

    def back(self, form: Mapping[str, str]) -> Response:
        """POST /back: the button of a refusal page."""
        sign_in = self._sign_ins.find(form.get("flow", ""))
        number = form.get("number", "")
        return _page_expired() if sign_in is None or not number.isdigit() else self._refused(sign_in, int(number))

    def _account(self, sign_in: SignIn, hint: str, problem: str | None = None) -> Response:
        return pages.account_page(sign_in.speech, sign_in.id, sign_in.client.name, hint, USERS, problem)

    def _consent_or_done(self, sign_in: SignIn, user: User) -> Response:
        with self._backend.directory.lock:
            principal = self._backend.directory.service_principal_by_app_id(sign_in.client.app_id)
            allowed = consented(self._backend, principal, user)
        names = requested_permissions(self._backend, sign_in.client.app_id, sign_in.asked)
        other_tenant = user.tenant_id != self._backend.directory.tenant_id
        if other_tenant or (names <= allowed and not sign_in.force_consent):
            return self._done(sign_in, user)
        if not self._may_accept(sign_in, user) or (sign_in.for_everybody and not may_consent(user)):
            return self._approval(sign_in)
        listed = names | (sign_in.asked.oidc & OIDC_SCOPES)
        titles = [sign_in.speech.say(scope.title) for scope in SCOPES if scope.name in listed]
        behalf = may_consent(user) and not sign_in.for_everybody
        return pages.consent_page(sign_in.speech, sign_in.id, sign_in.client.name, user, titles, behalf)

    def _application_consent(self, sign_in: SignIn, user: User) -> Response:
        if not may_consent_to_roles(user):
            return self._approval(sign_in)
        with self._backend.directory.lock:
            application = self._backend.directory.application_by_app_id(sign_in.client.app_id)
            declared = declared_roles(application) if application else []
        titles = [sign_in.speech.say(role.title) for role in APP_ROLES if role.id in declared]
        return pages.consent_page(sign_in.speech, sign_in.id, sign_in.client.name, user, titles, behalf=False)

    def _grant_to_application(self, sign_in: SignIn, user: User) -> Response:
        if not may_consent_to_roles(user):
            return self._approval(sign_in)
        directory = self._backend.directory
        with directory.lock:
            grant_declared_roles(directory, sign_in.client.app_id, self._backend.now())
        if not sign_in.redirect_uri:
            words = sign_in.speech.words
            return pages.message_page(
                sign_in.speech, words.permissions, words.granted.format(client=sign_in.client.name)
            )
        return self._consented(sign_in)

    def _consented(self, sign_in: SignIn) -> Response:
        """Back to the redirect URI of an admin consent."""
        fields = {"admin_consent": "True", "tenant": self._backend.directory.tenant_id}
        if sign_in.state is not None:
            fields["state"] = sign_in.state
        return _redirected(sign_in.speech, sign_in.redirect_uri, "query", fields)

    def _may_accept(self, sign_in: SignIn, user: User) -> bool:
        names = requested_permissions(self._backend, sign_in.client.app_id, sign_in.asked)
        return may_consent(user) or not any(scope.admin for scope in SCOPES if scope.name in names)

    def _approval(self, sign_in: SignIn) -> Response:
        words = sign_in.speech.words
        note = words.approval_note.format(client=sign_in.client.name)
        return pages.refusal_page(sign_in.speech, sign_in.id, words.approval, note, _APPROVAL)

    def _done(self, sign_in: SignIn, user: User) -> Response:
        words = sign_in.speech.words
        if sign_in.device is not None:
            sign_in.device.user, sign_in.device.state = user, DeviceState.DONE
            return pages.message_page(sign_in.speech, words.sign_in, words.done.format(client=sign_in.client.name))
        fields = {"code": self._sign_ins.new_code(sign_in, user, self._backend.now()), "session_state": new_id()}
        if sign_in.state is not None:
            fields["state"] = sign_in.state
        return _redirected(sign_in.speech, sign_in.redirect_uri, sign_in.response_mode, fields)

    def _refused(self, sign_in: SignIn, number: int) -> Response:
        words = sign_in.speech.words
        if sign_in.device is not None:
            sign_in.device.state = DeviceState.DECLINED
            return pages.message_page(sign_in.speech, words.refused, words.declined)
        if not sign_in.redirect_uri:
            return pages.message_page(sign_in.speech, words.refused, words.declined)
        error = EntraError("access_denied", number, _REASONS.get(number, "The sign-in was refused."))
        fields = self._error_fields(error, sign_in.state)
        return _redirected(sign_in.speech, sign_in.redirect_uri, sign_in.response_mode, fields)

    def _error_fields(self, error: EntraError, state: str | None) -> dict[str, str]:
        fields = {
            "error": error.error,
            "error_description": description(error, TraceIds(new_id(), new_id()), self._backend.now()),
            "error_uri": f"{self._backend.authority}/error?code={error.number}",
        }
        if error.number == _DECLINED:
            fields["error_subcode"] = "cancel"
        return fields if state is None else {**fields, "state": state}


_REASONS = {
    _DECLINED: "User declined to consent to access the app.",
    _APPROVAL: "Admin consent is required for the permissions requested by this application.",
    _NOT_HERE: "User account from identity provider does not exist in tenant and cannot access the application in that "
    "tenant. The account needs to be added as an external user in the tenant first.",
}


def _redirected(speech: Speech, redirect_uri: str, mode: str, fields: Mapping[str, str]) -> Response:
    if mode == "form_post":
        return pages.form_post_page(speech, redirect_uri, fields)
    joint = "&" if "?" in redirect_uri else "?"
    location = f"{redirect_uri}{joint}{urlencode(fields)}"
    return Response(302, {"Location": location, "Cache-Control": "no-store"})


def _page_expired() -> Response:
    return pages.error_page(IN_ENGLISH, "AADSTS900971: this page is no longer valid. Start again from the application.")
