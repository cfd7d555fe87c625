"""Reads who and what could use an application that was found: owners, credentials, grants, declared permissions.

Anybody who can register applications can prepare one that looks like ours; this reads what distinguishes it, before
anything is granted. A list that Microsoft refuses to this account becomes None, never empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from installer.answers import Row
from installer.foreign import visible
from installer.graph import Answer, Graph, Part, literal, query
from installer.model import (
    GRAPH_APP_ID,
    GRAPH_NAME,
    Application,
    DeclaredPermission,
    DelegatedGrant,
    Exposure,
    GrantedRole,
    Owner,
    PermissionKind,
)
from installer.registration.mapper import (
    APPLICATION_FIELDS,
    PRINCIPAL_FIELDS,
    application_path,
    principal_path,
    read_application,
    read_federated,
    read_granted_roles,
    read_owner,
    with_principal,
)

MANAGING_ROLES: Final = frozenset(
    {
        "62e90394-69f5-4237-9190-012177145e10",  # Global Administrator
        "e8611ab8-c189-46e8-94e1-60213ab1f814",  # Privileged Role Administrator
        "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3",  # Application Administrator
        "158c047a-c907-4556-b7ef-446551a6b5f7",  # Cloud Application Administrator
    }
)
"""Template ids of the roles that can add credentials to every application, or assign themselves such a role."""
_API_FIELDS: Final = "id,appId,displayName,appRoles,oauth2PermissionScopes"
_RELATIONS: Final = ("appRoleAssignments", "owners", "oauth2PermissionGrants")
"""The lists of a service principal that are read."""


@dataclass(frozen=True, slots=True)
class GraphApi:
    """Microsoft Graph's own service principal in this tenant, and the names of its application permissions."""

    principal: str
    roles: Mapping[str, str]
    """Its app roles: id → name."""
    scopes: Mapping[str, str]
    """Those of its delegated permissions whose names need no request: id → name."""


def read_lightly(graph: Graph, applications: Sequence[Application], resource: str) -> list[Application]:
    """The applications with their service principals, and with the app roles of `resource` granted to these.

    Two requests per 20 applications: just enough to see which of many is in use. `resource` is the object id of the
    API's service principal. Raises `GraphError`, except for refused lists.
    """
    principals = graph.batch([_principal(application) for application in applications])
    known = [_joined(application, answer) for application, answer in zip(applications, principals, strict=True)]
    ids = [application.service_principal_id for application in known]
    grants = iter(graph.batch([_of_principal(principal, "appRoleAssignments") for principal in ids if principal]))
    return [
        _with_roles(graph, application, next(grants), resource) if application.service_principal_id else application
        for application in known
    ]


def scrutinize(
    graph: Graph, applications: Sequence[Application], api: GraphApi, *, replicating: bool = False
) -> list[Application]:
    """The applications with their `exposure`: two batches, and a third one if names or owners' roles are still missing.

    The first batch has three parts per application, the second three more and one per owner. `replicating`: the
    applications were only just created or restored, so a 404 is waited out.
    """
    return _Scrutiny(graph, api, tuple(applications), replicating).read() if applications else []


def read_again(graph: Graph, found: Application, api: GraphApi) -> Application:
    """An application that was scrutinized before, as it is now; one batch. The roles of new owners remain unknown."""
    return _Scrutiny(graph, api, (found,)).again(found)


@dataclass(slots=True)
class _Found:
    """What has been read about one application so far."""

    application: Application
    owners: tuple[Owner, ...] | None = None
    federated: list[Row] | None = None
    principal_owners: tuple[Owner, ...] | None = ()
    assignments: list[Row] | None = field(default_factory=list)
    delegated: list[Row] | None = field(default_factory=list)

    @property
    def all_owners(self) -> tuple[Owner, ...]:
        return (*(self.owners or ()), *(self.principal_owners or ()))


@dataclass(slots=True)
class _Names:
    """Display names: of APIs, by object id and by client id; of permissions, by id."""

    apis: dict[str, str]
    permissions: dict[tuple[str, str], str]
    """By either id of the API and the id of the permission: anybody's API may give its permissions any id and name."""


class _Scrutiny:
    def __init__(
        self, graph: Graph, api: GraphApi, applications: tuple[Application, ...], replicating: bool = False
    ) -> None:
        self._graph, self._api, self._applications, self._replicating = graph, api, applications, replicating
        self._manages: dict[str, bool | None] = {}

    def read(self) -> list[Application]:
        found = self._hanging_on_applications()
        self._hanging_on_principals(found)
        names = self._names(found)
        return [self._application(each, names) for each in found]

    def again(self, before: Application) -> Application:
        principal, known = before.service_principal_id or "", before.exposure or Exposure()
        answers = self._graph.batch(
            [
                Part("GET", query(application_path(before), select=APPLICATION_FIELDS)),
                _of_application(before, "owners"),
                _of_application(before, "federatedIdentityCredentials"),
                Part("GET", query(f"/servicePrincipals/{principal}", select=PRINCIPAL_FIELDS)),
                *(_of_principal(principal, relation) for relation in _RELATIONS),
            ],
            replicating=True,
        )
        application, owners, federated, own, assignments, principal_owners, delegated = answers
        found = _Found(
            _joined(read_application(application.json()), own),
            self._owners(owners),
            self._rows(federated),
            self._owners(principal_owners),
            self._rows(assignments),
            self._rows(delegated),
        )
        self._manages |= {owner.id: owner.manages for owner in (*(known.owners or ()), *(known.principal_owners or ()))}
        return self._application(found, _named(self._first_names(), known))

    def _hanging_on_applications(self) -> list[_Found]:
        """First batch: the service principals, owners and federated credentials.

        A new application may have no service principal yet, so these are read without waiting for replication.
        """
        relations = ("owners", "federatedIdentityCredentials")
        principals = [_principal(application) for application in self._applications]
        lists = [_of_application(application, relation) for application in self._applications for relation in relations]
        if self._replicating:
            answers = [*self._graph.batch(principals), *self._graph.batch(lists, replicating=True)]
        else:
            answers = self._graph.batch([*principals, *lists])
        hanging = iter(answers[len(principals) :])
        return [
            _Found(_joined(application, answer), self._owners(next(hanging)), self._rows(next(hanging)))
            for application, answer in zip(self._applications, answers[: len(principals)], strict=True)
        ]

    def _hanging_on_principals(self, found: list[_Found]) -> None:
        """Second batch: grants, owners of the service principals, and the roles of the applications' owners."""
        have_principal = [each for each in found if each.application.service_principal_id]
        parts = [
            _of_principal(each.application.service_principal_id or "", relation)
            for each in have_principal
            for relation in _RELATIONS
        ]
        owners = self._unknown_owners(found)
        answers = iter(self._graph.batch([*parts, *map(_roles_of, owners)], replicating=self._replicating))
        for each in have_principal:
            each.assignments = self._rows(next(answers))
            each.principal_owners = self._owners(next(answers))
            each.delegated = self._rows(next(answers))
        self._learn_roles(owners, answers)

    def _names(self, found: list[_Found]) -> _Names:
        """Third batch, if needed: the names of other APIs, and the roles of the service principals' owners."""
        names = self._first_names()
        owners, by_id, by_app_id = self._unknown_owners(found), _resources(found), _declared_apis(found, names)
        places = [
            *(f"/servicePrincipals/{api}" for api in by_id if api not in names.apis),
            *(principal_path(api) for api in by_app_id),
        ]
        apis = [Part("GET", query(place, select=_API_FIELDS)) for place in places]
        answers = self._graph.batch([*map(_roles_of, owners), *apis])
        self._learn_roles(owners, iter(answers[: len(owners)]))
        for answer in answers[len(owners) :]:
            if not answer.error:
                _learn(names, answer.body)
        return names

    def _first_names(self) -> _Names:
        """The names that need no request: Microsoft Graph's."""
        apis = {self._api.principal: GRAPH_NAME, GRAPH_APP_ID: GRAPH_NAME}
        known = {**self._api.roles, **self._api.scopes}
        return _Names(apis, {(api, key): name for api in apis for key, name in known.items()})

    def _application(self, found: _Found, names: _Names) -> Application:
        application = found.application
        exposure = Exposure(
            owners=self._judged(found.owners),
            principal_owners=self._judged(found.principal_owners),
            federated=None if found.federated is None else tuple(map(read_federated, found.federated)),
            roles=None if found.assignments is None else tuple(_role(row, names) for row in found.assignments),
            delegated=None if found.delegated is None else tuple(_grant(row, names) for row in found.delegated),
            declared=tuple(
                DeclaredPermission(
                    api,
                    names.apis.get(api, api),
                    key,
                    names.permissions.get((api, key), key),
                    PermissionKind.DELEGATED if kind == PermissionKind.DELEGATED else PermissionKind.APPLICATION,
                )
                for api, key, kind in application.required
            ),
        )
        granted = read_granted_roles(found.assignments or (), self._api.principal)
        return replace(application, exposure=exposure, granted=granted)

    def _unknown_owners(self, found: Iterable[_Found]) -> list[str]:
        """The ids of owners whose roles have not been read yet."""
        ids = dict.fromkeys(owner.id for each in found for owner in each.all_owners)
        return [owner for owner in ids if owner not in self._manages]

    def _learn_roles(self, owners: Iterable[str], answers: Iterable[Answer]) -> None:
        for owner, answer in zip(owners, answers, strict=False):
            rows = self._rows(answer)
            self._manages[owner] = None if rows is None else any(map(_is_managing, rows))

    def _judged(self, owners: tuple[Owner, ...] | None) -> tuple[Owner, ...] | None:
        return owners and tuple(replace(owner, manages=self._manages.get(owner.id)) for owner in owners)

    def _owners(self, answer: Answer) -> tuple[Owner, ...] | None:
        rows = self._rows(answer)
        return None if rows is None else tuple(map(read_owner, rows))

    def _rows(self, answer: Answer) -> list[Row] | None:
        """Every item of a list, all pages; None if it was refused."""
        return None if answer.error else self._graph.rest(answer.body)


def _principal(application: Application) -> Part:
    return Part("GET", query(principal_path(application.client_id), select=PRINCIPAL_FIELDS))


def _of_application(application: Application, relation: str) -> Part:
    return Part("GET", f"{application_path(application)}/{relation}")


def _of_principal(principal: str, relation: str) -> Part:
    return Part("GET", f"/servicePrincipals/{principal}/{relation}")


def _roles_of(owner: str) -> Part:
    """The directory roles assigned to a user or service principal (Microsoft, list unifiedRoleAssignments)."""
    path = "/roleManagement/directory/roleAssignments"
    return Part("GET", query(path, filter=f"principalId eq {literal(owner)}"))


def _is_managing(row: Row) -> bool:
    """Whether the assignment is of a managing role, for the whole directory and not for a part of it."""
    return row.get("roleDefinitionId") in MANAGING_ROLES and row.get("directoryScopeId") == "/"


def _joined(application: Application, answer: Answer) -> Application:
    """The application with its service principal, if it has one; raises any refusal but 400 and 404."""
    if answer.error and answer.status not in (400, 404):
        answer.json()
    return application if answer.error else with_principal(application, answer.body)


def _with_roles(graph: Graph, application: Application, answer: Answer, resource: str) -> Application:
    rows = [] if answer.error else graph.rest(answer.body)
    return replace(application, granted=read_granted_roles(rows, resource))


def _resources(found: Iterable[_Found]) -> dict[str, None]:
    """The object ids of the service principals of all APIs with a grant."""
    rows = (row for each in found for row in (*(each.assignments or ()), *(each.delegated or ())))
    return dict.fromkeys(str(row["resourceId"]) for row in rows)


def _declared_apis(found: Iterable[_Found], names: _Names) -> dict[str, None]:
    """The client ids of APIs with a declared permission whose name is not known yet."""
    declared = (entry for each in found for entry in each.application.required)
    return dict.fromkeys(api for api, permission, _ in declared if (api, permission) not in names.permissions)


def _learn(names: _Names, api: Row) -> None:
    name = visible(str(api.get("displayName") or api["id"]))
    ids = [str(api[key]) for key in ("id", "appId")]
    names.apis |= dict.fromkeys(ids, name)
    for row in (*api.rows("appRoles"), *api.rows("oauth2PermissionScopes")):
        if row.get("value"):
            names.permissions |= {(each, str(row["id"])): visible(str(row["value"])) for each in ids}


def _named(names: _Names, known: Exposure) -> _Names:
    """`names` with those that an earlier scrutiny has read."""
    for declared in known.declared:
        names.apis[declared.api] = declared.api_name
        names.permissions[declared.api, declared.id] = declared.name
    for role in known.roles or ():
        names.apis[role.api], names.permissions[role.api, role.id] = role.api_name, role.name
    names.apis |= {grant.api: grant.api_name for grant in known.delegated or ()}
    return names


def _role(row: Row, names: _Names) -> GrantedRole:
    api, key = str(row["resourceId"]), str(row["appRoleId"])
    api_name = names.apis.get(api) or visible(str(row.get("resourceDisplayName") or api))
    return GrantedRole(str(row["id"]), api, api_name, key, names.permissions.get((api, key), key))


def _grant(row: Row, names: _Names) -> DelegatedGrant:
    api, scopes = str(row["resourceId"]), tuple(map(visible, str(row.get("scope") or "").split()))
    return DelegatedGrant(str(row["id"]), api, names.apis.get(api, api), scopes, row.get("principalId"))
