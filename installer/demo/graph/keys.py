"""addKey and removeKey: an application replaces its own certificate, and proves that it already has a valid one.

The proof is a JWT signed with that key: `iss` is the application's object id, `exp` at most ten minutes after `nbf`
(Microsoft, "Generate proof of possession tokens for rolling keys"). Nobody needs a permission for its own keys.
"""

from __future__ import annotations

import base64
import hashlib
from typing import Any, Final

import jwt
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from installer.demo.directory import StoredApplication
from installer.demo.graph.access import APPLICATIONS_WRITE, may_manage
from installer.demo.graph.answers import Answer, Refusal, bad_request, malformed, not_found
from installer.demo.graph.calls import Call, find_application
from installer.demo.graph.credentials import InvalidCredential, check_certificate_policy, read_key
from installer.demo.replication import Spread
from installer.demo.resources import GUID, Json, moment, new_id

_LONGEST: Final = 600
"""The longest validity of a proof, in seconds."""
_CLOCK_SKEW: Final = 300


def add_key(call: Call) -> Answer:
    """Adds one certificate and keeps the others."""
    application, body = _own(call, {"keyCredential", "passwordCredential", "proof"})
    entry = body.get("keyCredential")
    if not isinstance(entry, dict) or body.get("passwordCredential") is not None:
        raise bad_request("One or more properties are invalid.")
    _check_proof(call, application, body)
    check_certificate_policy(call, [entry])
    sent = str(entry.get("keyId") or "")
    kept = call.backend.scenario.keeps_key_ids and GUID.fullmatch(sent) is not None
    key_id = sent if kept else new_id()
    try:
        key, shown = read_key(entry, key_id)
    except InvalidCredential as error:
        raise bad_request(str(error)) from error
    if key in application.keys.values() or key_id in application.keys:
        raise Refusal(400, "DuplicateValue", "Request contains a property with duplicate values.")
    application.keys[key_id] = key
    application.resource["keyCredentials"].append(shown)
    replication = call.backend.replication
    application.new_keys[key_id] = replication.begin(Spread.SECRET, application.id, call.now, application.spread)
    made: Json = {"@odata.context": f"{call.graph}/v1.0/$metadata#microsoft.graph.keyCredential", **shown}
    return Answer(200, made, {"Location": call.graph})


def remove_key(call: Call) -> Answer:
    """Removes one certificate, even the one that signed the proof."""
    application, body = _own(call, {"keyId", "proof"})
    key_id = str(body.get("keyId", ""))
    if not GUID.fullmatch(key_id):
        raise bad_request("One or more properties are invalid.")
    _check_proof(call, application, body)
    if key_id not in application.keys:
        raise not_found(key_id)
    del application.keys[key_id]
    application.new_keys.pop(key_id, None)
    entries = application.resource["keyCredentials"]
    entries[:] = [entry for entry in entries if entry["keyId"] != key_id]
    return Answer(204)


def _own(call: Call, known: set[str]) -> tuple[StoredApplication, Json]:
    """The application, which must be the caller or managed by the caller, and the body."""
    application = find_application(call)
    if not (call.caller.app_only and call.caller.app_id == application.app_id):
        APPLICATIONS_WRITE.check(call.caller)
        may_manage(call.caller, application)
    body = call.json()
    for name in body.keys() - known:
        raise malformed(f"The parameter '{name}' in the request payload is not a valid parameter for the operation.")
    return application, body


def _check_proof(call: Call, application: StoredApplication, body: Json) -> None:
    proof = body.get("proof")
    if not isinstance(proof, str):
        raise bad_request("One or more properties are invalid.")
    call.backend.canaries.note(proof)
    try:
        claims: dict[str, Any] = jwt.decode(
            proof,
            _live_key(call, application, str(jwt.get_unverified_header(proof).get("x5t", ""))),
            algorithms=["RS256"],
            options={"verify_exp": False, "verify_nbf": False, "verify_iat": False, "verify_aud": False},
        )
        begin, end = float(claims["nbf"]), float(claims["exp"])
    except (jwt.InvalidTokenError, KeyError, TypeError, ValueError) as error:
        raise _refused() from error
    if claims.get("aud") != call.backend.scenario.proof_audience or claims.get("iss") != application.id:
        raise _refused()
    if end - begin > _LONGEST or not begin - _CLOCK_SKEW <= call.now < end + _CLOCK_SKEW:
        raise _refused()


def _live_key(call: Call, application: StoredApplication, x5t: str) -> RSAPublicKey:
    """The key with this thumbprint, unless it has expired; raises the refusal of the proof."""
    for entry in application.resource["keyCredentials"]:
        der = base64.b64decode(application.keys[entry["keyId"]])
        thumbprint = base64.urlsafe_b64encode(hashlib.sha1(der).digest())  # noqa: S324  # x5t is SHA-1 (RFC 7515, 4.1.7)
        if thumbprint.decode().rstrip("=") == x5t and moment(entry["endDateTime"]) > call.now:
            key = x509.load_der_x509_certificate(der).public_key()
            if isinstance(key, RSAPublicKey):
                return key
    raise _refused()


def _refused() -> Refusal:
    """The refusal as quoted in microsoftgraph/microsoft-graph-docs, issue 10686."""
    return Refusal(401, "Authentication_MissingOrMalformed", "Access Token missing or malformed.")
