"""addPassword, removePassword, addKey, removeKey."""

from __future__ import annotations

from typing import Final

from installer.demo.credentials import new_secret, remove_secret, shown
from installer.demo.graph.access import APPLICATIONS_WRITE, may_manage
from installer.demo.graph.answers import Answer, Refusal, bad_request, malformed, not_found
from installer.demo.graph.calls import Call, find_application
from installer.demo.graph.policies import check_secret_policy
from installer.demo.replication import Spread
from installer.demo.resources import Json, moment

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
    check_secret_policy(call, end - start)
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
