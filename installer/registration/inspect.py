"""Reads the tenant and changes nothing: the organization, the account's roles, Graph's own entries, our application."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from installer.answers import Row
from installer.errors.graph import GraphError
from installer.errors.rights import NotEnoughRights
from installer.errors.usage import ApplicationNotFound
from installer.graph import Answer, Graph, Part, literal, query
from installer.model import GRAPH_APP_ID, Application, Manifest, Rights, Target, TenantState
from installer.registration import recycle_bin
from installer.registration.closer_look import Seen, look_closer, raise_unless_absent
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
from installer.registration.undelivered import runs_over
from installer.registration.unique_name import NO_SUCH_KEY


def inspect(graph: Graph, manifest: Manifest, target: Target, hints: frozenset[str] = frozenset()) -> TenantState:
    """What is there. One request for a tenant without our application, two more for what hangs on one that is found.

    `hints` are the directory roles that the token names (template ids), for a directory that does not tell them.

    Raises `ApplicationNotFound` when `target.app` names none, `NotEnoughRights` for an account that may not even
    read, and whatever else Graph raises.
    """
    try:
        return _inspect(graph, manifest, target, hints)
    except GraphError as error:
        if error.status != 403:
            raise
        raise NotEnoughRights(can_register=False, request_id=error.request_id) from error


def _inspect(graph: Graph, manifest: Manifest, target: Target, hints: frozenset[str]) -> TenantState:
    organization, roles, resource, *found = graph.batch(_questions(manifest, target))
    graph_principal = resource.json()
    seen = _applications(graph, manifest, target, found)
    applications = _with_consent(graph, seen.alive, graph_principal["id"])
    deleted = seen.deleted[-1] if seen.deleted and not applications else None
    bearers = [*applications, *([deleted] if deleted else [])]
    return TenantState(
        organization=read_organization(organization.json()),
        rights=_rights(manifest, hints if roles.error else read_directory_roles(graph.rest(roles.body))),
        graph_service_principal=graph_principal["id"],
        app_roles=read_app_roles(graph_principal),
        application=applications[0] if len(applications) == 1 else None,
        candidates=tuple(applications),
        deleted=deleted,
        over=runs_over((tag for application in bearers for tag in application.tags), manifest.tag),
    )


def _questions(manifest: Manifest, target: Target) -> list[Part]:
    """The look-ups that depend on nothing, for one batch; those for the application come last."""
    questions = [
        Part("GET", query("/organization", select=ORGANIZATION_FIELDS)),
        Part(
            "GET", query("/me/transitiveMemberOf/microsoft.graph.directoryRole", select="id,displayName,roleTemplateId")
        ),
        Part("GET", query(f"/servicePrincipals(appId='{GRAPH_APP_ID}')", select="id,appRoles")),
    ]
    if target.app:
        places = (f"/applications(appId='{target.app}')", f"/applications/{target.app}")
        return [*questions, *(Part("GET", query(place, select=APPLICATION_FIELDS)) for place in places)]
    tagged = f"tags/any(t:t eq {literal(manifest.tag)})"
    named = f"displayName eq {literal(target.application_name)}"
    return [
        *questions,
        Part("GET", query(unique_path(manifest.unique_name), select=APPLICATION_FIELDS)),
        Part("GET", query("/applications", filter=tagged, select=APPLICATION_FIELDS)),
        Part("GET", query("/applications", filter=named, select=APPLICATION_FIELDS)),
        Part(
            "GET",
            query(
                recycle_bin.APPLICATIONS,
                filter=_named_in_bin(manifest, target),
                count="true",
                select=recycle_bin.FIELDS,
            ),
            eventual=True,
        ),
        Part("GET", query(recycle_bin.APPLICATIONS, select=recycle_bin.FIELDS)),  # ours may have had another name
    ]


def _named_in_bin(manifest: Manifest, target: Target) -> str:
    """Under the name wanted, and under the usual one, which may hold our unique name while another name is wanted."""
    names = dict.fromkeys((target.application_name, manifest.application_name))
    return " or ".join(f"displayName eq {literal(name)}" for name in names)


def _applications(graph: Graph, manifest: Manifest, target: Target, found: Sequence[Answer]) -> Seen:
    """The application that is surely meant, or those that only have the name; and ours in the recycle bin.

    What a list showed counts as it is when it is read by its id.
    """
    if target.app:
        named = [answer.body for answer in found if not answer.error]
        if not named:
            raise_unless_absent(found)
            raise ApplicationNotFound(target.app)
        return Seen([read_application(named[0])], [])
    by_key, by_tag, by_name, bin_by_name, bin_page = found
    raise_unless_absent([by_tag])  # a bin that may not be read holds what its unique name will tell
    if by_key.error and by_key.status not in NO_SUCH_KEY:
        raise by_key.error
    if not by_key.error:
        return Seen([read_application(by_key.body)], [])
    tagged = [] if by_tag.error else graph.rest(by_tag.body)
    named = graph.rest(by_name.json())
    binned = [*([] if bin_by_name.error else graph.rest(bin_by_name.body)), *bin_page.body.rows("value")]
    deleted = [one for one in _once_each(recycle_bin.by_deletion(binned)) if is_ours(manifest, one)]
    seen = look_closer(graph, manifest, _once_each([*tagged, *named]), deleted)
    ours = [one for one in seen.alive if is_ours(manifest, one)]
    return Seen(ours or seen.alive, seen.deleted)


def _once_each(rows: Sequence[Row]) -> list[Application]:
    """The applications of several lists."""
    return list({application.object_id: application for application in map(read_application, rows)}.values())


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
    raise_unless_absent(principals)
    known = [
        application if answer.error else with_principal(application, answer.body)
        for application, answer in zip(applications, principals, strict=True)
    ]
    ids = [application.service_principal_id for application in known]
    grants = graph.batch(
        [Part("GET", f"/servicePrincipals/{principal}/appRoleAssignments") for principal in ids if principal]
    )
    raise_unless_absent(grants)
    granted = iter([] if answer.error else graph.rest(answer.body) for answer in grants)
    return [
        replace(application, granted=read_granted_roles(next(granted), resource_id))
        if application.service_principal_id
        else application
        for application in known
    ]


def _rights(manifest: Manifest, active: frozenset[str]) -> Rights:
    matching = [role for role in manifest.roles if role.template_id in active]
    return Rights(
        roles=tuple(role.template_id for role in matching),
        can_register=any(role.registers for role in matching),
        can_consent=any(role.consents for role in matching),
    )
