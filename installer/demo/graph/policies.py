"""The tenant's app management policy: what it tells, and what it forbids (Microsoft, tenantAppManagementPolicy)."""

from __future__ import annotations

from typing import Final

from installer.demo.graph.access import POLICIES
from installer.demo.graph.answers import Answer, Refusal
from installer.demo.graph.calls import Call
from installer.demo.resources import Json

_POLICY_ID: Final = "00000000-0000-0000-0000-000000000000"
_DAY: Final = 86400.0


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


def check_certificate_policy(call: Call) -> None:
    """Refuses a new certificate where the tenant's policy allows none."""
    policy = call.backend.scenario.secret_policy
    if policy is not None and not policy.certificates:
        raise _not_allowed()


def _not_allowed() -> Refusal:
    return Refusal(
        400,
        "CredentialTypeNotAllowedAsPerAppPolicy",
        f"Credential type not allowed as per assigned policy '{_POLICY_ID}'.",
    )


def check_secret_policy(call: Call, life: float) -> None:
    """Refuses a new secret that the tenant's policy does not allow; `life` is in seconds."""
    policy = call.backend.scenario.secret_policy
    if policy is None:
        return
    if policy.longest is None:
        raise _not_allowed()
    if life > policy.longest * _DAY + 60:
        raise Refusal(
            400,
            "CredentialInvalidLifetimeAsPerAppPolicy",
            f"Credential lifetime exceeds the max value allowed as per assigned policy '{_POLICY_ID}'.",
        )
