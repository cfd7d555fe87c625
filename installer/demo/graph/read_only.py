"""Read-only resources: /me, /users, /groups, /organization, directory roles; sites and drives of SharePoint."""

from __future__ import annotations

from typing import Final

from installer.demo.graph.access import DRIVES, GROUPS, ME, ORGANIZATION, ROLES_READ, SITES, USERS, Access
from installer.demo.graph.answers import Answer, Refusal, malformed, not_found
from installer.demo.graph.calls import Call
from installer.demo.graph.queries import Query, arranged, check_properties, context, page, selected
from installer.demo.people import ROLES, DirectoryRole, User
from installer.demo.resources import Json, composed_id

_ASSIGNMENT: Final = dict.fromkeys(("id", "principalId", "directoryScopeId", "roleDefinitionId"))
_ROLE: Final = dict.fromkeys(("id", "deletedDateTime", "description", "displayName", "roleTemplateId"))
_SELECTABLE_OF_USER: Final[Json] = {"accountEnabled": True, "userType": "Member", "usageLocation": "FR"}


def read_me(call: Call) -> Answer:
    """GET /me."""
    user = _person(call)
    check_properties(call.query, user.resource() | _SELECTABLE_OF_USER, "user")
    body = {"@odata.context": context(call.graph, "users/$entity", call.query)}
    resource = user.resource()
    if call.query.select:
        resource |= _SELECTABLE_OF_USER
    return Answer(200, body | selected(resource, call.query))


def my_memberships(call: Call) -> Answer:
    """/me/memberOf and /me/transitiveMemberOf: active directory roles, and groups."""
    user = _person(call)
    items: list[Json] = [{"@odata.type": "#microsoft.graph.directoryRole", **_role(role)} for role in user.roles]
    items += [{"@odata.type": "#microsoft.graph.group", **group} for group in call.directory.groups[:1]]
    body = page(arranged(items, call.query), call.query, call.graph, call.path, "directoryObjects")
    return Answer(200, body, units=2)


def my_roles(call: Call) -> Answer:
    """The memberships cast to microsoft.graph.directoryRole; without roles that are eligible but not active."""
    person = _person(call)
    if person.partner:
        raise not_found(person.id)
    items = arranged([_role(role) for role in person.roles], call.query)
    return Answer(200, page(items, call.query, call.graph, call.path, "directoryRoles"), units=2)


def list_roles(call: Call) -> Answer:
    """GET /directoryRoles: roles activated in the tenant; this collection has no pages."""
    ROLES_READ.check(call.caller)
    check_properties(call.query, _ROLE, "directoryRole")
    items = arranged([_role(role) for role in ROLES], call.query)
    return Answer(200, page(items, call.query, call.graph, call.path, "directoryRoles", paged=False))


def list_role_assignments(call: Call) -> Answer:
    """/roleManagement/directory/roleAssignments; Graph wants a filter, and ids end in -1 for the whole directory."""
    ROLES_READ.check(call.caller)
    check_properties(call.query, _ASSIGNMENT, "unifiedRoleAssignment")
    items: list[Json] = [
        {
            "id": f"{composed_id(role.template_id, user.id)}-1",
            "principalId": user.id,
            "directoryScopeId": "/",
            "roleDefinitionId": role.template_id,
        }
        for user in call.directory.users
        for role in user.roles
    ]
    body = page(
        arranged(items, call.query), call.query, call.graph, call.path, "roleManagement/directory/roleAssignments"
    )
    return Answer(200, body)


def list_users(call: Call) -> Answer:
    """GET /users."""
    USERS.check(call.caller)
    items = [user.resource() for user in call.directory.users]
    check_properties(call.query, items[0] | _SELECTABLE_OF_USER, "user")
    return Answer(200, page(arranged(items, call.query), call.query, call.graph, "/users", "users"), units=2)


def list_groups(call: Call) -> Answer:
    """GET /groups."""
    GROUPS.check(call.caller)
    check_properties(call.query, call.directory.groups[0], "group")
    items = arranged(list(call.directory.groups), call.query)
    return Answer(200, page(items, call.query, call.graph, "/groups", "groups"), units=2)


def read_organization(call: Call) -> Answer:
    """GET /organization: a list of one."""
    ORGANIZATION.check(call.caller)
    organization = _organization(call)
    check_properties(call.query, organization, "organization")
    return Answer(200, page([organization], call.query, call.graph, "/organization", "organization"))


def _person(call: Call) -> User:
    if call.caller.user is None:
        raise malformed("/me request is only valid with delegated authentication flow.")
    ME.check(call.caller)
    if call.caller.user.tenant_id != call.directory.tenant_id:
        raise Refusal(
            403, "Authorization_IdentityNotFound", "The identity of the calling application could not be established."
        )
    return call.caller.user


def _role(role: DirectoryRole) -> Json:
    return {
        "id": role.id,
        "deletedDateTime": None,
        "description": role.description,
        "displayName": role.name,
        "roleTemplateId": role.template_id,
    }


def _organization(call: Call) -> Json:
    directory = call.directory
    services = "Email, OfficeCommunicationsOnline"
    return {
        "id": directory.tenant_id,
        "deletedDateTime": None,
        "businessPhones": [],
        "city": "Rennes",
        "country": None,
        "countryLetterCode": "FR",
        "createdDateTime": "2019-05-14T08:30:00Z",
        "displayName": directory.display_name,
        "isMultipleDataLocationsForServicesEnabled": None,
        "marketingNotificationEmails": [],
        "onPremisesLastSyncDateTime": None,
        "onPremisesSyncEnabled": None,
        "partnerTenantType": None,
        "postalCode": "35000",
        "preferredLanguage": "fr",
        "securityComplianceNotificationMails": [],
        "securityComplianceNotificationPhones": [],
        "state": None,
        "street": None,
        "technicalNotificationMails": [directory.users[0].username],
        "tenantType": "AAD",
        "directorySizeQuota": {"used": 312, "total": 300000},
        "assignedPlans": [],
        "provisionedPlans": [],
        "verifiedDomains": [
            {
                "capabilities": services,
                "isDefault": True,
                "isInitial": True,
                "name": directory.domain,
                "type": "Managed",
            }
        ],
    }


def list_sites(call: Call) -> Answer:
    """GET /sites, with or without search=."""
    _check_sharepoint(call, SITES)
    sites = [_site(call, "", "Contoso"), _site(call, "/sites/direction", "Direction")]
    words = (call.query.search or "*").strip('"')
    if words != "*":
        sites = [site for site in sites if words.casefold() in site["displayName"].casefold()]
    check_properties(call.query, sites[0] if sites else {}, "site")
    return Answer(200, page(sites, call.query, call.graph, "/sites", "sites"))


def read_root_site(call: Call) -> Answer:
    """GET /sites/root."""
    _check_sharepoint(call, SITES)
    site = _site(call, "", "Contoso")
    check_properties(call.query, site, "site")
    body = {"@odata.context": context(call.graph, "sites/$entity", call.query)}
    return Answer(200, body | selected(site, call.query))


def list_drives(call: Call) -> Answer:
    """GET /drives."""
    _check_sharepoint(call, DRIVES)
    drive: Json = {
        "createdDateTime": "2020-02-03T09:00:00Z",
        "description": "",
        "id": "b!t18F8ybsHUq1z3LTz8xvZqP8zaSWjkFNhsME-Fepo75dTf9vQKfeRblBZjoSQrd7",
        "lastModifiedDateTime": "2026-01-12T10:15:00Z",
        "name": "Documents",
        "webUrl": f"https://{_sharepoint(call)}/Shared%20Documents",
        "driveType": "documentLibrary",
        "owner": {"group": {"displayName": "Contoso"}},
        "quota": {"deleted": 0, "remaining": 1099511000000, "state": "normal", "total": 1099511627776, "used": 627776},
    }
    check_properties(call.query, drive, "drive")
    plain = Query(select=call.query.select, raw=call.query.raw)
    return Answer(200, page([drive], plain, call.graph, "/drives", "drives"))


def _check_sharepoint(call: Call, access: Access) -> None:
    access.check(call.caller)
    if not call.backend.scenario.sharepoint:
        raise malformed("Tenant does not have a SPO license.")


def _sharepoint(call: Call) -> str:
    return f"{call.directory.domain.partition('.')[0]}.sharepoint.com"


def _site(call: Call, path: str, name: str) -> Json:
    host = _sharepoint(call)
    site: Json = {
        "createdDateTime": "2020-02-03T09:00:00Z",
        "description": "",
        "id": f"{host},2c712604-1370-44e7-a1f5-426573fda8{len(path):02d},2d2244c3-251a-49ea-93a8-39e1c3a060fe",
        "lastModifiedDateTime": "2026-01-12T10:15:00Z",
        "name": path.rpartition("/")[2],
        "webUrl": f"https://{host}{path}",
        "displayName": name,
        "siteCollection": {"hostname": host},
    }
    if not path:
        site["root"] = {}
    return site
