"""Reads the tenant and changes nothing: the organization, the account's roles, Graph's own entries, our application."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from installer.answers import Row
from installer.errors import ApplicationNotFound, GraphError, NotEnoughRights
from installer.graph import Answer, Graph, Json, Part, literal, query
from installer.model import (
    GRAPH_APP_ID,
    Application,
    Choices,
    CredentialEntry,
    CredentialKind,
    Manifest,
    Organization,
    Rights,
    TenantState,
)

APPLICATION_FIELDS: Final = (
    "id,appId,displayName,createdDateTime,uniqueName,tags,requiredResourceAccess,passwordCredentials,keyCredentials"
)
RECYCLE_BIN: Final = "/directory/deletedItems/microsoft.graph.application"


def inspect(graph: Graph, manifest: Manifest, choices: Choices, hints: frozenset[str] = frozenset()) -> TenantState:
    """What is there. One request for a tenant without our application, two more for what hangs on one that is found.

    `hints` are the directory roles that the token names (template ids), for a directory that does not tell them.

    Raises `ApplicationNotFound` when `choices.app` names none, `NotEnoughRights` for an account that may not even
    read, and whatever else Graph raises.
    """
    try:
        return _inspect(graph, manifest, choices, hints)
    except GraphError as error:
        if error.status != 403:
            raise
        raise NotEnoughRights(can_register=False, request_id=error.request_id) from error


def _inspect(graph: Graph, manifest: Manifest, choices: Choices, hints: frozenset[str]) -> TenantState:
    organization, roles, resource, *found = graph.batch(_questions(manifest, choices))
    service_principal = resource.json()
    ours, candidates = _applications(graph, manifest, choices, found)
    applications = _with_consent(graph, [ours] if ours else candidates, service_principal["id"])
    deleted = None if applications or choices.app else _deleted(graph, manifest, found[-1])
    return TenantState(
        organization=read_organization(organization.json()),
        rights=_rights(manifest, hints if roles.error else _active_roles(graph.rest(roles.body))),
        graph_service_principal=service_principal["id"],
        app_roles={str(role["value"]): role["id"] for role in service_principal["appRoles"] if role.get("value")},
        application=applications[0] if len(applications) == 1 else None,
        candidates=tuple(applications),
        deleted=deleted,
    )


def _questions(manifest: Manifest, choices: Choices) -> list[Part]:
    """The look-ups that depend on nothing, for one batch; those for the application come last."""
    questions = [
        Part("GET", query("/organization", select="id,displayName,verifiedDomains")),
        Part(
            "GET", query("/me/transitiveMemberOf/microsoft.graph.directoryRole", select="id,displayName,roleTemplateId")
        ),
        Part("GET", query(f"/servicePrincipals(appId='{GRAPH_APP_ID}')", select="id,appRoles")),
    ]
    if choices.app:
        places = (f"/applications(appId='{choices.app}')", f"/applications/{choices.app}")
        return [*questions, *(Part("GET", query(place, select=APPLICATION_FIELDS)) for place in places)]
    tagged = f"tags/any(t:t eq {literal(manifest.tag)})"
    named = f"displayName eq {literal(choices.application_name)}"
    bin_fields = f"{APPLICATION_FIELDS},deletedDateTime"
    return [
        *questions,
        Part("GET", query(unique_path(manifest.unique_name), select=APPLICATION_FIELDS)),
        Part("GET", query("/applications", filter=tagged, select=APPLICATION_FIELDS)),
        Part("GET", query("/applications", filter=named, select=APPLICATION_FIELDS)),
        Part(
            "GET",
            query(RECYCLE_BIN, filter=_named_in_bin(manifest, choices), count="true", select=bin_fields),
            eventual=True,
        ),
    ]


def _named_in_bin(manifest: Manifest, choices: Choices) -> str:
    """Under the name wanted, and under the usual one, which may hold our unique name while another name is wanted."""
    names = dict.fromkeys((choices.application_name, manifest.application_name))
    return " or ".join(f"displayName eq {literal(name)}" for name in names)


def unique_path(unique_name: str) -> str:
    """The application addressed by its alternate key (Microsoft, application upsert)."""
    return f"/applications(uniqueName='{unique_name}')"


def _applications(
    graph: Graph, manifest: Manifest, choices: Choices, found: Sequence[Answer]
) -> tuple[Application | None, list[Application]]:
    """The application that is surely meant, if there is one, and those that only bear the name."""
    if choices.app:
        named = [answer.body for answer in found if not answer.error]
        if not named:
            _raise_unless_absent(found)
            raise ApplicationNotFound(choices.app)
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
    ours = [one for one in _listed(graph, answer) if bears_our_mark(manifest, one)]
    return ours[-1] if ours else None


def _listed(graph: Graph, answer: Answer) -> list[Application]:
    """The applications of a look-up, those deleted last at the end; none where a cloud does not offer the look-up."""
    _raise_unless_absent([answer])
    rows = graph.rest(answer.body)
    return [read_application(row) for row in sorted(rows, key=lambda row: str(row.get("deletedDateTime") or ""))]


def bears_our_mark(manifest: Manifest, application: Application) -> bool:
    """Whether this program made or completed the application; its display name says nothing of that."""
    return application.unique_name == manifest.unique_name or manifest.tag in application.tags


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
        [Part("GET", query(principal_path(one.client_id), select="id,appId")) for one in applications]
    )
    _raise_unless_absent(principals)
    ids = [None if answer.error else str(answer.body["id"]) for answer in principals]
    grants = graph.batch([Part("GET", f"/servicePrincipals/{one}/appRoleAssignments") for one in ids if one])
    _raise_unless_absent(grants)
    granted = iter([] if answer.error else graph.rest(answer.body) for answer in grants)
    return [
        replace(application, service_principal_id=one, granted=granted_roles(next(granted), resource_id))
        if one
        else application
        for application, one in zip(applications, ids, strict=True)
    ]


def principal_path(client_id: str) -> str:
    """The service principal of an application in this tenant, by the application's (client) id."""
    return f"/servicePrincipals(appId='{client_id}')"


def granted_roles(assignments: Sequence[Json], resource_id: str) -> frozenset[str]:
    """The app roles of one resource among these assignments."""
    return frozenset(str(row["appRoleId"]) for row in assignments if row.get("resourceId") == resource_id)


def read_application(row: Row) -> Application:
    """Graph's application resource as ours."""
    return Application(
        object_id=str(row["id"]),
        client_id=str(row["appId"]),
        name=str(row.get("displayName") or ""),
        created=row.moment("createdDateTime"),
        unique_name=row.get("uniqueName"),
        tags=tuple(row.get("tags") or ()),
        required=tuple(
            (str(api["resourceAppId"]), str(access["id"]), str(access["type"]))
            for api in row.rows("requiredResourceAccess")
            for access in api.rows("resourceAccess")
        ),
        credentials=read_credentials(row),
    )


def read_credentials(row: Row) -> tuple[CredentialEntry, ...]:
    """The secrets, then the certificates of an application, without their values: Graph shows these only once."""
    kinds = {"passwordCredentials": CredentialKind.SECRET, "keyCredentials": CredentialKind.CERTIFICATE}
    return tuple(
        CredentialEntry(
            kind=kind,
            key_id=str(entry["keyId"]),
            description=entry.get("displayName"),
            start=entry.moment("startDateTime"),
            end=entry.moment("endDateTime"),
        )
        for name, kind in kinds.items()
        for entry in row.rows(name)
    )


def read_organization(answer: Row) -> Organization:
    """Graph's list of the one organization as ours, with its default domain."""
    rows = answer.rows("value")
    if not rows:
        raise GraphError(404, "Request_ResourceNotFound", "organization is empty")
    row = rows[0]
    domains = row.get("verifiedDomains") or [{}]
    default = next((domain for domain in domains if domain.get("isDefault")), domains[0])
    return Organization(str(row["id"]), str(row.get("displayName") or ""), str(default.get("name", "")))


def _active_roles(rows: Sequence[Json]) -> frozenset[str]:
    """By template id: names are translated, and object ids differ from tenant to tenant."""
    return frozenset(str(row.get("roleTemplateId")) for row in rows)


def _rights(manifest: Manifest, active: frozenset[str]) -> Rights:
    matching = [role for role in manifest.roles if role.template_id in active]
    return Rights(
        roles=tuple(role.template_id for role in matching),
        can_register=any(role.registers for role in matching),
        can_consent=any(role.consents for role in matching),
    )
