"""The client_credentials grant: an application on its own, with a secret or an assertion.

Assertions: RFC 7523; Microsoft, certificate credentials.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Mapping
from typing import Any

import jwt
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from installer.demo.backend import Backend
from installer.demo.directory import StoredApplication, StoredServicePrincipal
from installer.demo.entra.clients import unknown_resource
from installer.demo.entra.errors import EntraError, blocked_by_policy, missing_parameter, unknown_client
from installer.demo.entra.federation import check_federation, issuer_of
from installer.demo.entra.tokens import TOKEN_LIFE, app_token
from installer.demo.permissions import GRAPH_APP_ID
from installer.demo.replication import Spread
from installer.demo.resources import Json

_ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
_CLOCK_SKEW = 300.0


def client_credentials_token(
    backend: Backend, tenant: str, known: str | None, form: Mapping[str, str], server: int
) -> Json:
    """The answer: token_type, expires_in, ext_expires_in and access_token (recorded traffic). Raises EntraError.

    `server` is the number of the token service's server that answers.
    """
    if known is None:
        raise EntraError(
            "invalid_request",
            50059,
            "No tenant-identifying information found in either the request or implied by any provided credentials.",
        )
    assertion = form.get("client_assertion")
    client_id = form.get("client_id") or (_asserted_client(assertion) if assertion else "")
    if not client_id:
        raise missing_parameter("client_id")
    with backend.directory.lock:
        application, principal = _client(backend, client_id, tenant, known)
        if assertion:
            if form.get("client_assertion_type") != _ASSERTION_TYPE:
                raise missing_parameter("client_assertion_type")
            _check_assertion(backend, application, principal, assertion, tenant, known)
        else:
            _check_secret(backend, application, principal, form.get("client_secret"), server)
        _check_scope(backend, form.get("scope", ""))
        if backend.scenario.application_blocked:
            raise blocked_by_policy()
        token = app_token(backend, application, principal, server, by_certificate=bool(assertion))
    return {"token_type": "Bearer", "expires_in": TOKEN_LIFE, "ext_expires_in": TOKEN_LIFE, "access_token": token}


def _client(
    backend: Backend, client_id: str, tenant: str, known: str
) -> tuple[StoredApplication, StoredServicePrincipal]:
    directory, now = backend.directory, backend.now()
    application = directory.application_by_app_id(client_id) if known == directory.tenant_id else None
    if application is None:
        raise unknown_client(client_id, tenant)
    principal = directory.service_principal_by_app_id(client_id)
    if principal is None and application.readable(now):
        raise EntraError(
            "unauthorized_client",
            7000229,
            f"The client application {client_id} is missing service principal in the tenant {known}.",
        )
    if principal is None or not principal.readable(now):
        backend.replication.refused()
        raise unknown_client(client_id, tenant)
    if not principal.resource["accountEnabled"]:
        name = application.resource["displayName"]
        raise EntraError("unauthorized_client", 7000112, f"Application '{client_id}'({name}) is disabled.")
    return application, principal


def _check_secret(
    backend: Backend,
    application: StoredApplication,
    principal: StoredServicePrincipal,
    given: str | None,
    server: int,
) -> None:
    if not given:
        raise EntraError(
            "invalid_client",
            7000218,
            "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
            401,
        )
    now = backend.now()
    for secret in (*application.secrets, *principal.secrets):
        if not hmac.compare_digest(secret.value.encode(), given.encode()):
            continue
        if now >= secret.end:
            raise EntraError(
                "invalid_client",
                7000222,
                f"The provided client secret keys for app '{application.app_id}' are expired. Visit the Azure portal "
                "to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate "
                "credentials for added security: https://aka.ms/certCreds.",
                401,
            )
        if now >= secret.spread.over + backend.scenario.lag.of(Spread.SECRET, server):
            return
        backend.replication.refused()
    raise EntraError(
        "invalid_client",
        7000215,
        "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not "
        f"the client secret ID, for a secret added to app '{application.app_id}'.",
        401,
    )


def _check_scope(backend: Backend, scope: str) -> None:
    words = [word for word in scope.split() if "/" in word or word == ".default"]
    if len(words) != 1 or not words[0].endswith("/.default"):
        raise EntraError(
            "invalid_scope",
            1002012,
            f"The provided value for scope {scope} is not valid. Client credential flows must have a scope value with "
            "/.default suffixed to the resource identifier (application ID URI).",
        )
    resource = words[0].removesuffix("/.default")
    if resource.rstrip("/") not in (backend.graph, GRAPH_APP_ID):
        raise unknown_resource(resource)


def _asserted_client(assertion: str) -> str:
    """The client id in an assertion that is not verified yet. Raises EntraError."""
    try:
        claims: dict[str, Any] = jwt.decode(assertion, options={"verify_signature": False})
        return str(claims["sub"])
    except (jwt.InvalidTokenError, KeyError) as error:
        raise EntraError("invalid_client", 50027, "JWT token is invalid or malformed.", 401) from error


def _check_assertion(
    backend: Backend,
    application: StoredApplication,
    principal: StoredServicePrincipal,
    assertion: str,
    tenant: str,
    known: str,
) -> None:
    """Raises EntraError unless the application's certificate signed the assertion, or it is its federation's token."""
    if issuer_of(assertion) not in (application.app_id, ""):
        check_federation(application, assertion, backend.issuer, backend.now())
        return
    base, now = f"{backend.authority}/{tenant}", backend.now()
    late = {key_id for key_id, spread in application.new_keys.items() if now < spread.over}
    own = {key_id: key for key_id, key in application.keys.items() if key_id not in late}
    audiences = (f"{base}/oauth2/v2.0/token", f"{base}/v2.0", f"{backend.authority}/{known}/oauth2/v2.0/token")
    _check_own_assertion(application, {**own, **principal.keys}, assertion, audiences, now)


def _check_own_assertion(
    application: StoredApplication,
    keys: Mapping[str, str],
    assertion: str,
    audiences: tuple[str, ...],
    now: float,
) -> None:
    certificate = _certificate(keys, jwt.get_unverified_header(assertion))
    key = certificate.public_key()
    if not isinstance(key, RSAPublicKey):
        raise _bad_signature("Only RSA keys are supported.")
    try:
        claims: dict[str, Any] = jwt.decode(
            assertion,
            key,
            algorithms=["PS256", "RS256"],
            options={"verify_exp": False, "verify_nbf": False, "verify_iat": False, "verify_aud": False},
        )
    except jwt.InvalidTokenError as error:
        raise _bad_signature("The key was found, but use of the key to verify the signature failed.") from error
    if (
        not certificate.not_valid_before_utc.timestamp() - _CLOCK_SKEW
        <= now
        < certificate.not_valid_after_utc.timestamp()
    ):
        raise _bad_signature("The key used is expired.")
    if claims.get("iss") != application.app_id or claims.get("sub") != application.app_id:
        raise EntraError(
            "invalid_client",
            700021,
            "Client assertion application identifier doesn't match 'client_id' parameter.",
            401,
        )
    if claims.get("aud") not in audiences:
        raise EntraError("invalid_client", 700023, "Client assertion audience claim does not match Realm issuer.", 401)
    if not now - _CLOCK_SKEW < float(claims.get("exp", 0)) or now + _CLOCK_SKEW < float(claims.get("nbf", 0)):
        raise EntraError("invalid_client", 700024, "Client assertion is not within its valid time range.", 401)


def _certificate(keys: Mapping[str, str], header: dict[str, Any]) -> x509.Certificate:
    # MSAL pads its thumbprints with "=", others do not; Entra takes both.
    given = {str(header.get(name, "")).rstrip("=") for name in ("x5t", "x5t#S256")}
    for encoded in keys.values():
        der = base64.b64decode(encoded)
        sha1 = hashlib.sha1(der).digest()  # noqa: S324  # x5t is SHA-1 by definition (RFC 7515, 4.1.7)
        if given & {_thumbprint(sha1), _thumbprint(hashlib.sha256(der).digest())}:
            return x509.load_der_x509_certificate(der)
    raise _bad_signature("The key was not found.")


def _thumbprint(digest: bytes) -> str:
    return base64.urlsafe_b64encode(digest).decode("ascii").rstrip("=")


def _bad_signature(reason: str) -> EntraError:
    return EntraError(
        "invalid_client", 700027, f"Client assertion failed signature validation. [Reason - {reason}]", 401
    )
