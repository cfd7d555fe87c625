"""addPassword, removePassword, addKey, removeKey, and the tenant's app management policy that limits them."""

from __future__ import annotations

from typing import Final

from installer.demo.credentials import new_secret, remove_secret, shown
from installer.demo.graph.access import APPLICATIONS_WRITE, POLICIES, may_manage
from installer.demo.graph.answers import Answer, Refusal, bad_request, malformed, not_found
from installer.demo.graph.calls import Call, find_application
from installer.demo.replication import Spread
from installer.demo.resources import Json, moment

_POLICY_ID: Final = "00000000-0000-0000-0000-000000000000"
_DAY: Final = 86400.0
_DEFAULT_LIFE: Final = 730 * _DAY
"""Two years where no end is chosen (recorded traffic)."""


def add_password(call: Call) -> Answer:
    APPLICATIONS_WRITE.check(call.caller)
    application = find_application(call)
    may_manage(call.caller, application)
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
    _check_policy(call, end - start)
    after = application.spread
    spread = call.backend.replication.begin(Spread.SECRET, application.id, now, after)
    secret = new_secret(application, wanted.get("displayName"), start, end, spread)
    call.backend.canaries.note(secret.value)
    made: Json = {"@odata.context": f"{call.graph}/v1.0/$metadata#microsoft.graph.passwordCredential", **shown(secret)}
    return Answer(200, made, {"Location": call.graph})


def remove_password(call: Call) -> Answer:
    APPLICATIONS_WRITE.check(call.caller)
    application = find_application(call)
    may_manage(call.caller, application)
    key_id = str(call.json().get("keyId", ""))
    if not remove_secret(application, key_id):
        raise bad_request(f"No password credential found with keyId '{key_id}'.")
    return Answer(204)


def add_key(call: Call) -> Answer:
    """Needs a proof signed by a key that is already valid, so it never serves for the first one (Microsoft, addKey)."""
    APPLICATIONS_WRITE.check(call.caller)
    may_manage(call.caller, find_application(call))
    raise Refusal(401, "Authentication_MissingOrMalformed", "Access Token missing or malformed.")


def remove_key(call: Call) -> Answer:
    """As addKey: without a valid proof it is refused."""
    APPLICATIONS_WRITE.check(call.caller)
    application = find_application(call)
    may_manage(call.caller, application)
    key_id = str(call.json().get("keyId", ""))
    if key_id not in application.keys:
        raise not_found(key_id)
    raise Refusal(401, "Authentication_MissingOrMalformed", "Access Token missing or malformed.")


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
        "applicationRestrictions": {"passwordCredentials": restrictions, "keyCredentials": []},
        "servicePrincipalRestrictions": none,
    }
    return Answer(200, body)


def _check_policy(call: Call, life: float) -> None:
    policy = call.backend.scenario.secret_policy
    if policy is None:
        return
    if policy.longest is None:
        raise Refusal(
            400,
            "CredentialTypeNotAllowedAsPerAppPolicy",
            f"Credential type not allowed as per assigned policy '{_POLICY_ID}'.",
        )
    if life > policy.longest * _DAY + 60:
        raise Refusal(
            400,
            "CredentialInvalidLifetimeAsPerAppPolicy",
            f"Credential lifetime exceeds the max value allowed as per assigned policy '{_POLICY_ID}'.",
        )
