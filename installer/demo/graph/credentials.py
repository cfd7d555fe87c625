"""An application's credentials: addPassword, removePassword, keyCredentials, and the app management policy over them.

Policy: Microsoft, tenantAppManagementPolicy.
"""

from __future__ import annotations

import base64
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.x509 import Certificate

from installer.demo.directory import Credentialed, new_secret, password_credential, remove_secret
from installer.demo.graph.access import APPLICATIONS_WRITE, POLICIES, may_manage, may_manage_principal
from installer.demo.graph.answers import Answer, Refusal, bad_request, malformed
from installer.demo.graph.calls import Call, find_application, find_service_principal
from installer.demo.replication import Spread
from installer.demo.resources import Json, moment, new_id, timestamp
from installer.demo.scenarios import SecretPolicy

_DAY: Final = 86400.0
_DEFAULT_LIFE: Final = 730 * _DAY
"""Two years where no end is chosen (recorded traffic)."""
_POLICY_ID: Final = "00000000-0000-0000-0000-000000000000"


class InvalidCredential(ValueError):
    """A credential that Graph refuses; the text is its message."""


def add_password(call: Call) -> Answer:
    """Of an application."""
    APPLICATIONS_WRITE.check(call.caller)
    application = find_application(call)
    may_manage(call.caller, application)
    return _added(call, application)


def remove_password(call: Call) -> Answer:
    """Of an application."""
    APPLICATIONS_WRITE.check(call.caller)
    application = find_application(call)
    may_manage(call.caller, application)
    return _removed(call, application)


def add_password_of_principal(call: Call) -> Answer:
    """addPassword of a service principal, whose credentials work like the application's."""
    APPLICATIONS_WRITE.check(call.caller)
    principal = find_service_principal(call)
    may_manage_principal(call.caller, principal, call.directory)
    return _added(call, principal)


def remove_password_of_principal(call: Call) -> Answer:
    """removePassword of a service principal."""
    APPLICATIONS_WRITE.check(call.caller)
    principal = find_service_principal(call)
    may_manage_principal(call.caller, principal, call.directory)
    return _removed(call, principal)


def _added(call: Call, holder: Credentialed) -> Answer:
    body = call.json() if call.body is not None else {}
    for name in body.keys() - {"passwordCredential"}:
        raise malformed(
            f"The parameter '{name}' in the request payload is not a valid parameter for the operation 'addPassword'."
        )
    wanted = body.get("passwordCredential") or {}
    if not isinstance(wanted, dict) or not isinstance(wanted.get("displayName"), str | None):
        raise bad_request("One or more properties are invalid.")
    now = call.now
    try:
        start = moment(wanted["startDateTime"]) if wanted.get("startDateTime") else now
        end = moment(wanted["endDateTime"]) if wanted.get("endDateTime") else start + _DEFAULT_LIFE
    except (TypeError, ValueError) as error:
        raise bad_request("One or more properties are invalid.") from error
    if end <= start or end <= now:
        raise bad_request("Password credential end date is invalid.")
    _check_secret_policy(call, end - start)
    spread = call.backend.replication.begin(Spread.SECRET, holder.id, now, holder.spread)
    alphabet = call.backend.scenario.secret_alphabet
    secret = new_secret(holder, wanted.get("displayName"), start, end, spread, alphabet)
    call.backend.canaries.note(secret.value)
    made: Json = {
        "@odata.context": f"{call.graph}/v1.0/$metadata#microsoft.graph.passwordCredential",
        **password_credential(secret),
    }
    return Answer(200, made, {"Location": call.graph})


def _removed(call: Call, holder: Credentialed) -> Answer:
    key_id = str(call.json().get("keyId", ""))
    if not remove_secret(holder, key_id):
        raise bad_request(f"No password credential found with keyId '{key_id}'.")
    return Answer(204)


def default_policy(call: Call) -> Answer:
    """GET /policies/defaultAppManagementPolicy; needs Policy.Read.All."""
    POLICIES.check(call.caller)
    restrictions: list[Json] = []
    policy = call.backend.scenario.secret_policy
    if policy is not None:
        restrictions.append(
            {
                "restrictionType": "passwordAddition" if policy.longest is None else "passwordLifetime",
                "state": "enabled",
                "restrictForAppsCreatedAfterDateTime": "2019-01-01T00:00:00Z",
                "maxLifetime": None if policy.longest is None else f"P{policy.longest}D",
            }
        )
    none: Json = {"passwordCredentials": [], "keyCredentials": []}
    tenant = call.directory.tenant_id
    body: Json = {
        "@odata.context": f"{call.graph}/v1.0/$metadata#policies/defaultAppManagementPolicy/$entity",
        "@odata.id": f"{call.graph}/v2/{tenant}/defaultAppManagementPolicy/{_POLICY_ID}",
        "id": _POLICY_ID,
        "displayName": "Default app management tenant policy",
        "description": "Default tenant policy that enforces app management restrictions on applications and service "
        "principals. To apply policy to targeted resources, create a new policy under appManagementPolicies "
        "collection.",
        "isEnabled": policy is not None,
        "applicationRestrictions": {"passwordCredentials": restrictions, "keyCredentials": _certificate_rules(policy)},
        "servicePrincipalRestrictions": none,
    }
    return Answer(200, body)


def _certificate_rules(policy: SecretPolicy | None) -> list[Json]:
    if policy is None or policy.longest_certificate is None:
        return []
    rule: Json = {
        "restrictionType": "asymmetricKeyLifetime",
        "state": "enabled",
        "restrictForAppsCreatedAfterDateTime": "2019-01-01T00:00:00Z",
        "maxLifetime": f"P{policy.longest_certificate}D",
    }
    return [rule]


def replace_keys(application: Credentialed, entries: list[Json]) -> None:
    """Replaces keyCredentials as a whole, as PATCH does. Raises InvalidCredential."""
    keys: dict[str, str] = {}
    visible: list[Json] = []
    known = {entry["keyId"]: entry for entry in application.resource["keyCredentials"]}
    for entry in entries:
        key_id = str(entry.get("keyId") or new_id())
        if key_id in known:
            if entry.get("key") and _unbroken(entry["key"]) != application.keys[key_id]:
                raise InvalidCredential(f"Update to existing credential with KeyId '{key_id}' is not allowed.")
            keys[key_id] = application.keys[key_id]
            visible.append(known[key_id])
        else:
            keys[key_id], shown_entry = read_key(entry, key_id)
            visible.append(shown_entry)
    application.keys = keys
    application.resource["keyCredentials"] = visible


def check_certificate_policy(call: Call, entries: list[Json]) -> None:
    """Raises a refusal for new certificates that the tenant's policy forbids."""
    policy = call.backend.scenario.secret_policy
    if policy is None:
        return
    if not policy.certificates:
        raise _not_allowed()
    for entry in entries:
        try:
            _, shown = read_key(entry, "")
        except InvalidCredential:
            return  # refused as that
        life = moment(shown["endDateTime"]) - moment(shown["startDateTime"])
        if policy.longest_certificate is not None and life > policy.longest_certificate * _DAY + 600:
            raise _too_long()


def read_key(entry: Json, key_id: str) -> tuple[str, Json]:
    """The base64 DER of a new key credential, and the entry as Graph shows it. Raises InvalidCredential."""
    if entry.get("usage") not in ("Verify", "Sign"):
        raise InvalidCredential(
            'The value for the property "usage" in one of your credentials is invalid. '
            "Acceptable values are Sign, Verify."
        )
    if entry.get("type") not in ("AsymmetricX509Cert", "X509CertAndPassword"):
        raise InvalidCredential("Key credential type is invalid.")
    try:
        key = _unbroken(entry["key"])
        certificate = x509.load_der_x509_certificate(base64.b64decode(key, validate=True))
    except (KeyError, ValueError) as error:
        raise InvalidCredential("Key value is invalid certificate") from error
    end = certificate.not_valid_after_utc.timestamp()
    try:
        chosen_end = moment(str(entry["endDateTime"])) if entry.get("endDateTime") else end
        start = moment(str(entry["startDateTime"])) if entry.get("startDateTime") else _start(certificate)
    except ValueError as error:
        raise InvalidCredential("Key credential end date is invalid.") from error
    if chosen_end > end + 1:
        raise InvalidCredential("Key credential end date is invalid.")
    return (
        key,
        {
            "customKeyIdentifier": certificate.fingerprint(hashes.SHA1()).hex().upper(),  # noqa: S303  # Entra's thumbprint is SHA-1
            "displayName": str(entry.get("displayName") or certificate.subject.rfc4514_string())[:90],
            "endDateTime": timestamp(chosen_end),
            "key": None,
            "keyId": key_id,
            "startDateTime": timestamp(start),
            "type": entry["type"],
            "usage": entry["usage"],
        },
    )


def _unbroken(key: object) -> str:
    """Base64 without line breaks, which Microsoft Graph accepts (recorded traffic)."""
    return "".join(str(key).split())


def _start(certificate: Certificate) -> float:
    return certificate.not_valid_before_utc.timestamp()


def _check_secret_policy(call: Call, life: float) -> None:
    """Raises a refusal for a new secret that the tenant's policy forbids; `life` is in seconds."""
    policy = call.backend.scenario.secret_policy
    if policy is None:
        return
    if policy.longest is None:
        raise _not_allowed()
    if life > policy.longest * _DAY + 60:
        raise _too_long()


def _too_long() -> Refusal:
    return Refusal(
        400,
        "CredentialInvalidLifetimeAsPerAppPolicy",
        f"Credential lifetime exceeds the max value allowed as per assigned policy '{_POLICY_ID}'.",
    )


def _not_allowed() -> Refusal:
    return Refusal(
        400,
        "CredentialTypeNotAllowedAsPerAppPolicy",
        f"Credential type not allowed as per assigned policy '{_POLICY_ID}'.",
    )
