"""POST /{tenant}/oauth2/v2.0/token and /devicecode: every grant the product uses, every refusal it must understand."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from typing import Final

from installer.demo.backend import Backend
from installer.demo.entra.client_credentials import client_credentials_token
from installer.demo.entra.clients import (
    PublicClient,
    RequestedScopes,
    consented,
    find_public_client,
    read_scopes,
    requested_permissions,
)
from installer.demo.entra.errors import EntraError, blocked_by_policy, missing_parameter
from installer.demo.entra.metadata import tenant_id
from installer.demo.entra.sign_ins import DeviceFlow, DeviceState, SignIns
from installer.demo.entra.tokens import TOKEN_LIFE, client_info, id_token, user_token
from installer.demo.people import User
from installer.demo.permissions import OIDC_SCOPES
from installer.demo.resources import Json

DEVICE_GRANTS: Final = ("urn:ietf:params:oauth:grant-type:device_code", "device_code")
Form = Mapping[str, str]


def issue_device_code(backend: Backend, sign_ins: SignIns, tenant: str, form: Form, interval: int) -> Json:
    """Answers /devicecode; without verification_uri_complete (recorded traffic). Raises EntraError."""
    known = tenant_id(tenant)
    client = find_public_client(backend, _required(form, "client_id"), tenant)
    if not client.device_flow:
        raise EntraError(
            "invalid_client",
            7000218,
            "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
            401,
        )
    flow = sign_ins.new_device(client, read_scopes(backend, _required(form, "scope")), known, backend.now())
    uri = f"{backend.pages}/devicelogin"
    return {
        "user_code": flow.user_code,
        "device_code": flow.device_code,
        "verification_uri": uri,
        "expires_in": 900,
        "interval": interval,
        "message": f"To sign in, use a web browser to open the page {uri} and enter the code {flow.user_code} to "
        "authenticate.",
    }


def issue_token(backend: Backend, sign_ins: SignIns, tenant: str, form: Form, interval: int, server: int) -> Json:
    """Answers /token; `server` is the number of the token service's server that answers. Raises EntraError."""
    known = tenant_id(tenant)
    grant = _required(form, "grant_type")
    if grant == "client_credentials":
        return client_credentials_token(backend, tenant, known, form, server)
    client = find_public_client(backend, _required(form, "client_id"), tenant)
    if grant == "authorization_code":
        return _by_code(backend, sign_ins, client, form)
    if grant in DEVICE_GRANTS:
        return _by_device(backend, sign_ins, client, form, interval)
    if grant == "refresh_token":
        return _by_refresh(backend, sign_ins, client, form)
    raise EntraError("unsupported_grant_type", 70003, f"The app requested an unsupported grant type '{grant}'.")


def _by_code(backend: Backend, sign_ins: SignIns, client: PublicClient, form: Form) -> Json:
    code = sign_ins.code(_required(form, "code"))
    if code is None or code.sign_in.client.app_id != client.app_id:
        raise EntraError("invalid_grant", 9002313, "Invalid request. Request is malformed or invalid.")
    if code.used:
        raise EntraError(
            "invalid_grant",
            54005,
            "OAuth2 Authorization code was already redeemed, please retry with a new valid code.",
        )
    code.used = True
    if backend.now() >= code.expires:
        raise EntraError("invalid_grant", 70008, "The provided authorization code or refresh token has expired.")
    if form.get("redirect_uri") != code.sign_in.redirect_uri:
        raise EntraError(
            "invalid_grant",
            500112,
            "The reply address does not match the reply address provided when requesting the code.",
        )
    challenge = code.sign_in.challenge
    if challenge is not None and _s256(form.get("code_verifier", "")) != challenge:
        raise EntraError(
            "invalid_grant",
            501481,
            "The Code_Verifier does not match the code_challenge supplied in the authorization request.",
        )
    if backend.scenario.browser_blocked:
        raise blocked_by_policy()
    asked = read_scopes(backend, form["scope"]) if form.get("scope") else code.sign_in.asked
    return _granted(backend, sign_ins, client, code.user, asked, form, code.sign_in.nonce)


def _by_device(backend: Backend, sign_ins: SignIns, client: PublicClient, form: Form, interval: int) -> Json:
    flow = sign_ins.device(form.get("device_code") or _required(form, "code"))
    if flow is None or flow.client.app_id != client.app_id or flow.state is DeviceState.USED:
        raise EntraError(
            "bad_verification_code",
            70018,
            "Invalid verification code due to User typing in wrong user code for device code flow.",
        )
    now = backend.now()
    if now >= flow.expires:
        raise EntraError("expired_token", 70019, "Verification code expired.")
    if flow.state is DeviceState.DECLINED:
        raise EntraError("authorization_declined", 65004, "User declined to consent to access the app.")
    if flow.state is DeviceState.BLOCKED:
        raise blocked_by_policy()
    if flow.state is DeviceState.PENDING or flow.user is None:
        raise _pending(flow, now, interval)
    flow.state = DeviceState.USED
    return _granted(backend, sign_ins, client, flow.user, flow.asked, form, None)


def _pending(flow: DeviceFlow, now: float, interval: int) -> EntraError:
    """slow_down if the client polls at less than half the interval (RFC 8628 §3.5; Entra does not document it)."""
    hasty = flow.polled is not None and now - flow.polled < interval / 2
    flow.polled = now
    if hasty:
        return EntraError("slow_down", 70016, "OAuth 2.0 device flow error. The client polls too fast.")
    return EntraError(
        "authorization_pending", 70016, "OAuth 2.0 device flow error. Authorization is pending. Continue polling."
    )


def _by_refresh(backend: Backend, sign_ins: SignIns, client: PublicClient, form: Form) -> Json:
    refresh = sign_ins.refresh(_required(form, "refresh_token"))
    if refresh is None or refresh.client_id != client.app_id:
        raise EntraError(
            "invalid_grant", 9002313, "Invalid request. Request is malformed or invalid.", suberror="bad_token"
        )
    asked = read_scopes(backend, form["scope"]) if form.get("scope") else refresh.asked
    return _granted(backend, sign_ins, client, refresh.user, asked, form, None)


def _granted(
    backend: Backend,
    sign_ins: SignIns,
    client: PublicClient,
    user: User,
    asked: RequestedScopes,
    form: Form,
    nonce: str | None,
) -> Json:
    """The answer with a user's tokens; with a refresh token only if offline_access was requested."""
    with backend.directory.lock:
        principal = backend.directory.service_principal_by_app_id(client.app_id)
        allowed = consented(backend, principal, user)
    wishes = requested_permissions(backend, client.app_id, asked)
    if not user.personal and not wishes <= allowed:
        raise EntraError(
            "invalid_grant",
            65001,
            f"The user or administrator has not consented to use the application with ID '{client.app_id}' named "
            f"'{client.name}'. Send an interactive authorization request for this user and resource.",
            suberror="consent_required",
        )
    permissions = (allowed | wishes | {"openid", "profile", "email"}) - {"offline_access"}
    shown = sorted(wishes | (asked.oidc - {"offline_access"}) | {"openid", "profile"})
    if asked.full:
        shown = [name if name in OIDC_SCOPES else f"{backend.graph}/{name}" for name in shown]
        shown += [f"{backend.graph}/.default"] if asked.default else []
    body: Json = {
        "token_type": "Bearer",
        "scope": " ".join(shown),
        "expires_in": TOKEN_LIFE,
        "ext_expires_in": TOKEN_LIFE,
        "access_token": user_token(backend, client, user, permissions),
    }
    if "offline_access" in asked.oidc:
        body["refresh_token"] = sign_ins.new_refresh(client.app_id, user, asked)
    if "openid" in asked.oidc:
        body["id_token"] = id_token(backend, client, user, nonce)
    if form.get("client_info") == "1":
        body["client_info"] = client_info(user)
    return body


def _required(form: Form, name: str) -> str:
    value = form.get(name)
    if not value:
        raise missing_parameter(name)
    return value


def _s256(verifier: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode("ascii").rstrip("=")
