"""An application's federated identity credentials; shapes as recorded, limits by Microsoft's documentation.

(federatedIdentityCredential resource; considerations for federated identity credentials.) Neither this nor Microsoft
checks whether issuer, subject and audience exist: only the exchange of a token fails.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from installer.demo.directory import StoredApplication
from installer.demo.graph.access import APPLICATIONS_WRITE, FEDERATED_READ, may_manage
from installer.demo.graph.answers import Answer, Refusal, bad_request, not_found
from installer.demo.graph.calls import Call, find_application
from installer.demo.graph.queries import arranged, page
from installer.demo.resources import Json, new_id

MOST: Final = 20
_LONGEST: Final = 600
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{2,119}")
_FIELDS: Final = ("name", "issuer", "subject", "description", "audiences")


def list_federated(call: Call) -> Answer:
    """GET …/federatedIdentityCredentials."""
    FEDERATED_READ.check(call.caller)
    application = find_application(call)
    items = arranged(application.federated, call.query)
    return Answer(200, page(items, call.query, call.graph, call.path, _named(call, application)))


def create_federated(call: Call) -> Answer:
    """POST …/federatedIdentityCredentials."""
    APPLICATIONS_WRITE.check(call.caller)
    application = find_application(call)
    may_manage(call.caller, application)
    body = call.json()
    for field in ("name", "issuer", "subject", "audiences"):
        if not body.get(field):
            raise bad_request(f"A value is required for property '{field}' of resource 'FederatedIdentityCredential'.")
    _check(body, application.federated)
    if any(other["name"] == body["name"] for other in application.federated):
        raise Refusal(
            409,
            "Request_MultipleObjectsWithSameKeyValue",
            f"FederatedIdentityCredential with name {body['name']} already exists.",
        )
    if len(application.federated) >= MOST:
        raise _invalid(f"Applications may have at most {MOST} federated identity credentials.")
    made: Json = {"id": new_id()} | {field: body.get(field) for field in _FIELDS}
    application.federated.append(made)
    location = f"{call.graph}/v2/{call.directory.tenant_id}/federatedIdentityCredentials/{made['id']}"
    return Answer(201, _shown(call, application, made), {"Location": location})


def read_federated(call: Call) -> Answer:
    """GET of one, by id or name."""
    FEDERATED_READ.check(call.caller)
    application = find_application(call)
    return Answer(200, _shown(call, application, _found(call, application)))


def update_federated(call: Call) -> Answer:
    """PATCH of one; its name cannot be changed."""
    APPLICATIONS_WRITE.check(call.caller)
    application = find_application(call)
    may_manage(call.caller, application)
    found, body = _found(call, application), call.json()
    if body.get("name", found["name"]) != found["name"]:
        raise bad_request("Property 'name' is read-only and cannot be set.", "name")
    after = found | {field: body[field] for field in _FIELDS if field in body}
    _check(after, [other for other in application.federated if other is not found])
    found.update(after)
    return Answer(204)


def delete_federated(call: Call) -> Answer:
    """DELETE of one."""
    APPLICATIONS_WRITE.check(call.caller)
    application = find_application(call)
    may_manage(call.caller, application)
    application.federated.remove(_found(call, application))
    return Answer(204)


def _found(call: Call, application: StoredApplication) -> Json:
    """By id or by name, its alternate key."""
    key = call.names["credential"]
    for credential in application.federated:
        if key in (credential["id"], credential["name"]):
            return credential
    raise not_found(key)


def _check(body: Json, others: Iterable[Json]) -> None:
    if not isinstance(body["name"], str) or not _NAME.fullmatch(body["name"]):
        raise _invalid("The name of a federated identity credential must be URL friendly.")
    audiences = body["audiences"]
    if not isinstance(audiences, list) or len(audiences) != 1:
        raise _invalid("Federated identity credentials must have exactly one audience.")
    texts = (body["issuer"], body["subject"], *audiences, body.get("description") or "")
    if not all(isinstance(text, str) and len(text) <= _LONGEST for text in texts):
        raise _invalid("A property of the federated identity credential is too long.")
    issuer, subject = body["issuer"], body["subject"]
    if any((other["issuer"], other["subject"]) == (issuer, subject) for other in others):
        raise _invalid(
            "The combination of issuer and subject must be unique for the application. "
            f"Issuer {issuer} and Subject: {subject} already exist."
        )


def _invalid(message: str) -> Refusal:
    """The code of public threads (Azure/azure-workload-identity#434)."""
    return Refusal(400, "InvalidFederatedIdentityCredentialValue", message)


def _named(call: Call, application: StoredApplication) -> str:
    return f"applications('{application.id}')/federatedIdentityCredentials"


def _shown(call: Call, application: StoredApplication, credential: Json) -> Json:
    return {"@odata.context": f"{call.graph}/v1.0/$metadata#{_named(call, application)}/$entity", **credential}
