"""Reads the tenant and changes nothing: the organization, the account's roles, Graph's own entries, our application."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from installer.errors.graph import GraphError, TokenRefused
from installer.errors.rights import NotEnoughRights
from installer.errors.usage import ApplicationNotFound
from installer.events import Step
from installer.graph import Answer, Graph, Part, literal, query
from installer.model import GRAPH_APP_ID, Able, Application, Manifest, Organization, Rights, Target, TenantState
from installer.registration.compare import is_ours
from installer.registration.mapper import (
    APPLICATION_FIELDS,
    ORGANIZATION_FIELDS,
    PRINCIPAL_FIELDS,
    principal_path,
    read_app_roles,
    read_application,
    read_directory_roles,
    read_granted_roles,
    read_organization,
    unique_path,
    with_principal,
)

RECYCLE_BIN: Final = "/directory/deletedItems/microsoft.graph.application"
MY_ROLES: Final = "/me/transitiveMemberOf/microsoft.graph.directoryRole"
"""A cast, which Microsoft documents as an advanced query (Microsoft Graph, List a user's memberships)."""


def inspect(
    graph: Graph, manifest: Manifest, target: Target, hints: frozenset[str] = frozenset(), tenant_id: str = ""
) -> TenantState:
    """What is there. One request for a tenant without our application, two more for what hangs on one that is found.

    `hints` are the directory roles that the token names (template ids), of which the directory may not know all;
    `tenant_id` is the tenant's id in the token, for an organization that may not be read.

    Raises `ApplicationNotFound` when `target.app` names none, `NotEnoughRights` for an account that may not even
    read, and whatever else Graph raises.
    """
    try:
        return _inspect(graph, manifest, target, hints, tenant_id)
    except GraphError as error:
        if error.status != 403 or isinstance(error, TokenRefused):
            raise
        raise NotEnoughRights(Rights(), refused=Step.INSPECT, request_id=error.request_id) from error


def _inspect(graph: Graph, manifest: Manifest, target: Target, hints: frozenset[str], tenant_id: str) -> TenantState:
    organization, roles, resource, *found = graph.batch(_questions(manifest, target))
    graph_principal = resource.json()
    ours, candidates = _applications(graph, manifest, target, found)
    applications = _with_consent(graph, [ours] if ours else candidates, graph_principal["id"])
    deleted = None if applications or target.app else _deleted(graph, manifest, found[-1])
    return TenantState(
        organization=_organization(organization, tenant_id),
        rights=_rights(manifest, hints | _listed_roles(graph, roles)),
        graph_service_principal=graph_principal["id"],
        app_roles=read_app_roles(graph_principal),
        application=applications[0] if len(applications) == 1 else None,
        candidates=tuple(applications),
        deleted=deleted,
    )


def _organization(answer: Answer, tenant_id: str) -> Organization:
    """The organization; where it may not be read, its id alone, which suffices."""
    if tenant_id and (answer.status in (400, 403, 404) or not (answer.error or answer.body.rows("value"))):
        return Organization(tenant_id, tenant_id, tenant_id)
    return read_organization(answer.json())


def _questions(manifest: Manifest, target: Target) -> list[Part]:
    """The look-ups that depend on nothing, for one batch; those for the application come last."""
    questions = [
        Part("GET", query("/organization", select=ORGANIZATION_FIELDS)),
        Part("GET", query(MY_ROLES, count="true", select="id,displayName,roleTemplateId"), eventual=True),
        Part("GET", query(f"/servicePrincipals(appId='{GRAPH_APP_ID}')", select="id,appRoles")),
    ]
    if target.app:
        places = (f"/applications(appId='{target.app}')", f"/applications/{target.app}")
        return [*questions, *(Part("GET", query(place, select=APPLICATION_FIELDS)) for place in places)]
    tagged = f"tags/any(t:t eq {literal(manifest.tag)})"
    named = f"displayName eq {literal(target.application_name)}"
    bin_fields = f"{APPLICATION_FIELDS},deletedDateTime"
    return [
        *questions,
        Part("GET", query(unique_path(manifest.unique_name), select=APPLICATION_FIELDS)),
        Part("GET", query("/applications", filter=tagged, select=APPLICATION_FIELDS)),
        Part("GET", query("/applications", filter=named, select=APPLICATION_FIELDS)),
        Part(
            "GET",
            query(RECYCLE_BIN, filter=_named_in_bin(manifest, target), count="true", select=bin_fields),
            eventual=True,
        ),
    ]


def _named_in_bin(manifest: Manifest, target: Target) -> str:
    """Under the name wanted, and under the usual one, which may hold our unique name while another name is wanted."""
    names = dict.fromkeys((target.application_name, manifest.application_name))
    return " or ".join(f"displayName eq {literal(name)}" for name in names)


def _applications(
    graph: Graph, manifest: Manifest, target: Target, found: Sequence[Answer]
) -> tuple[Application | None, list[Application]]:
    """The application that is surely meant, if there is one, and those that only have the name."""
    if target.app:
        named = [answer.body for answer in found if not answer.error]
        if not named:
            _raise_unless_absent(found)
            raise ApplicationNotFound(target.app)
        return read_application(named[0]), []
    by_key, by_tag, by_name, _ = found
    _raise_unless_absent([by_key])
    if not by_key.error:
        return read_application(by_key.body), []
    tagged = _listed(graph, by_tag)
    if tagged:
        return (tagged[0], []) if len(tagged) == 1 else (None, tagged)
    return None, [read_application(row) for row in graph.rest(by_name.json())]


def _deleted(graph: Graph, manifest: Manifest, answer: Answer) -> Application | None:
    """Ours among the deleted applications of the name: the one that was deleted last, should there be several."""
    ours = [application for application in _listed(graph, answer) if is_ours(manifest, application)]
    return ours[-1] if ours else None


def _listed(graph: Graph, answer: Answer) -> list[Application]:
    """The applications of a look-up, those deleted last at the end; none where a cloud does not offer the look-up."""
    _raise_unless_absent([answer])
    rows = graph.rest(answer.body)
    return [read_application(row) for row in sorted(rows, key=lambda row: str(row.get("deletedDateTime") or ""))]


def _raise_unless_absent(answers: Sequence[Answer]) -> None:
    """Passes over `404`, and `400` for an id that is not one of that kind; any other refusal is raised."""
    for answer in answers:
        if answer.error and answer.status not in (400, 404):
            raise answer.error


def _with_consent(graph: Graph, applications: list[Application], resource_id: str) -> list[Application]:
    """The same applications with their service principals and the app roles granted to these."""
    if not applications:
        return []
    principals = graph.batch(
        [
            Part("GET", query(principal_path(application.client_id), select=PRINCIPAL_FIELDS))
            for application in applications
        ]
    )
    _raise_unless_absent(principals)
    known = [
        application if answer.error else with_principal(application, answer.body)
        for application, answer in zip(applications, principals, strict=True)
    ]
    ids = [application.service_principal_id for application in known]
    grants = graph.batch(
        [Part("GET", f"/servicePrincipals/{principal}/appRoleAssignments") for principal in ids if principal]
    )
    _raise_unless_absent(grants)
    granted = iter([] if answer.error else graph.rest(answer.body) for answer in grants)
    return [
        replace(application, granted=read_granted_roles(next(granted), resource_id))
        if application.service_principal_id
        else application
        for application in known
    ]


def _listed_roles(graph: Graph, answer: Answer) -> frozenset[str]:
    """The roles that the directory lists; none where it does not tell, as for a partner, whom it does not know."""
    return frozenset() if answer.error else read_directory_roles(graph.rest(answer.body))


def _rights(manifest: Manifest, active: frozenset[str]) -> Rights:
    """What the active roles tell, which is never the whole: custom roles, and what members may do, are in no list.

    Who holds roles of ours of which none consents may surely not; who holds none may try.
    """
    matching = [role for role in manifest.roles if role.template_id in active]
    otherwise = Able.CANNOT if matching else Able.UNKNOWN
    return Rights(
        roles=tuple(role.template_id for role in matching),
        can_register=Able.CAN if any(role.registers for role in matching) else Able.UNKNOWN,
        can_consent=Able.CAN if any(role.consents for role in matching) else otherwise,
    )
