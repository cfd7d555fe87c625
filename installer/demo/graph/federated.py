"""…/federatedIdentityCredentials of applications: list and delete (recorded traffic)."""

from __future__ import annotations

from installer.demo.graph.access import APPLICATIONS_WRITE, FEDERATED_READ, may_manage
from installer.demo.graph.answers import Answer, not_found
from installer.demo.graph.calls import Call, find_application
from installer.demo.graph.queries import arranged, page


def list_federated(call: Call) -> Answer:
    FEDERATED_READ.check(call.caller)
    application = find_application(call)
    fragment = f"applications('{application.id}')/federatedIdentityCredentials"
    return Answer(200, page(arranged(application.federated, call.query), call.query, call.graph, call.path, fragment))


def delete_federated(call: Call) -> Answer:
    APPLICATIONS_WRITE.check(call.caller)
    application, key = find_application(call), call.names["credential"]
    may_manage(call.caller, application)
    kept = [entry for entry in application.federated if key not in (entry["id"], entry["name"])]
    if len(kept) == len(application.federated):
        raise not_found(key)
    application.federated[:] = kept
    return Answer(204)
