"""Fills a new tenant with the objects of its scenario."""

from __future__ import annotations

from installer.demo.directory import (
    Directory,
    GeneratedApplications,
    StoredApplication,
    StoredAssignment,
    StoredServicePrincipal,
    new_secret,
)
from installer.demo.people import CONTOSO_TENANT_ID, DOMAIN
from installer.demo.permissions import (
    GRAPH_APP_ID,
    GRAPH_CLI_APP_ID,
    GRAPH_SP_ID,
    MICROSOFT_TENANT_ID,
    ROLE_IDS,
    SCOPES,
    SCOPES_BY_NAME,
    graph_service_principal,
)
from installer.demo.replication import Delay, Spread
from installer.demo.resources import Json, composed_id, new_application, new_service_principal, timestamp
from installer.demo.scenarios import OWN_CLIENT_ID, PORTAL_TAG, Existing, Scenario

_DAY = 86400.0
GRAPH_CLI_SP_ID = "5e8f0a77-2b0f-4c6e-8a43-9d1f2c3b4a55"


def seeded(scenario: Scenario, graph_origin: str, now: float) -> Directory:
    """A tenant named Contoso in the scenario's state, with everything replicated."""
    generated = GeneratedApplications(scenario.other_applications)
    directory = Directory(CONTOSO_TENANT_ID, "Contoso", DOMAIN, scenario, generated=generated)
    directory.groups = tuple(
        _group(number, name) for number, name in enumerate(("Direction", "Comptabilité", "Projets"))
    )
    _add_service_principal(directory, graph_service_principal(graph_origin), now - 900 * _DAY)
    for existing in scenario.existing:
        _add_existing(directory, existing, now)
    if scenario.consented:
        client = GRAPH_CLI_APP_ID if scenario.first_party_client else OWN_CLIENT_ID
        service_principal = directory.service_principal_by_app_id(client)
        if service_principal is None:
            service_principal = add_first_party_client(directory, now)
        grant_delegated(directory, service_principal.id, {scope.name for scope in SCOPES}, None)
    return directory


def add_first_party_client(directory: Directory, now: float) -> StoredServicePrincipal:
    """The service principal that the first consent to Microsoft Graph Command Line Tools leaves in a tenant."""
    stub: Json = {
        "displayName": "Microsoft Graph Command Line Tools",
        "appId": GRAPH_CLI_APP_ID,
        "signInAudience": "AzureADandPersonalMicrosoftAccount",
    }
    resource = new_service_principal(GRAPH_CLI_SP_ID, stub, MICROSOFT_TENANT_ID, timestamp(now))
    return _add_service_principal(directory, resource, now)


def grant_delegated(directory: Directory, client_id: str, scopes: set[str], user_id: str | None) -> None:
    """Grants delegated permissions of Microsoft Graph, for one user or, with None, for all."""
    for grant in directory.grants_of(client_id):
        if grant["principalId"] == user_id and grant["resourceId"] == GRAPH_SP_ID:
            grant["scope"] = " ".join(sorted(set(grant["scope"].split()) | scopes))
            return
    grant_id = composed_id(client_id, GRAPH_SP_ID, *((user_id,) if user_id else ()))
    directory.grants[grant_id] = {
        "clientId": client_id,
        "consentType": "Principal" if user_id else "AllPrincipals",
        "id": grant_id,
        "principalId": user_id,
        "resourceId": GRAPH_SP_ID,
        "scope": " ".join(sorted(scopes)),
    }


def grant_declared_roles(directory: Directory, app_id: str, now: float) -> bool:
    """Grants the Graph app roles that an application declares; False if it has no service principal."""
    application = directory.application_by_app_id(app_id)
    principal = directory.service_principal_by_app_id(app_id)
    if application is None or principal is None:
        return False
    consented = {held.resource["appRoleId"] for held in directory.assignments_of(principal.id)}
    graph = directory.service_principals[GRAPH_SP_ID]
    for role_id in declared_roles(application):
        if role_id not in consented:
            spread, listing = _settled(Spread.APP_ROLE, role_id, now), _settled(Spread.LISTING, role_id, now)
            add_assignment(directory, principal, graph, role_id, timestamp(now), spread, listing)
    return True


def declared_roles(application: StoredApplication) -> list[str]:
    """Ids of the Microsoft Graph app roles in its requiredResourceAccess."""
    return [
        access["id"]
        for entry in application.resource["requiredResourceAccess"]
        if entry["resourceAppId"] == GRAPH_APP_ID
        for access in entry["resourceAccess"]
        if access["type"] == "Role"
    ]


def _add_existing(directory: Directory, existing: Existing, now: float) -> None:
    made = now - existing.age * _DAY
    resource = new_application(existing.id, existing.app_id, timestamp(made))
    resource["displayName"] = existing.name
    resource["publisherDomain"] = directory.domain
    resource["uniqueName"] = existing.unique_name
    resource["tags"] = list(existing.tags)
    roles = directory.scenario.roles_of(existing)
    access = [{"id": ROLE_IDS[role], "type": "Role"} for role in roles]
    access += [{"id": SCOPES_BY_NAME[scope].id, "type": "Scope"} for scope in existing.scopes]
    if access:
        resource["requiredResourceAccess"] = [{"resourceAppId": GRAPH_APP_ID, "resourceAccess": access}]
    if existing.public_client:
        resource["publicClient"] = {"redirectUris": ["http://localhost"]}
        resource["isFallbackPublicClient"] = True
    account = directory.scenario.account
    application = StoredApplication(
        resource,
        _settled(Spread.APPLICATION, existing.id, made),
        _settled(Spread.LISTING, existing.id, made),
        owners=[account.id] if existing.owned and directory.user(account.id) else [],
    )
    if existing.secret:
        spread = _settled(Spread.SECRET, existing.id, made)
        new_secret(application, existing.secret, made, made + 365 * _DAY, spread)
    sp_id = existing.id.replace("ab1e", "ab1f", 1)
    service_principal = new_service_principal(sp_id, resource, directory.tenant_id, timestamp(made))
    service_principal["tags"] = [PORTAL_TAG]
    service_principal["accountEnabled"] = existing.enabled
    stored = _add_service_principal(directory, service_principal, made)
    if existing.granted:
        for role in roles:
            add_assignment(
                directory,
                stored,
                directory.service_principals[GRAPH_SP_ID],
                ROLE_IDS[role],
                timestamp(made),
                _settled(Spread.APP_ROLE, role, made),
                _settled(Spread.LISTING, role, made),
            )
        if existing.scopes:
            grant_delegated(directory, sp_id, set(existing.scopes), None)
    if existing.deleted:
        gone = timestamp(now - 2 * _DAY)
        resource["deletedDateTime"] = service_principal["deletedDateTime"] = gone
        directory.deleted_applications[existing.id] = application
        directory.deleted_service_principals[sp_id] = directory.service_principals.pop(sp_id)
    else:
        directory.applications[existing.id] = application


def add_assignment(
    directory: Directory,
    principal: StoredServicePrincipal,
    resource: StoredServicePrincipal,
    role_id: str,
    created: str,
    spread: Delay,
    listing: Delay,
) -> StoredAssignment:
    """Grants the principal one app role of the resource; returns the assignment as its creation's answer shows it."""
    assignment = StoredAssignment(
        {
            "id": composed_id(principal.id, random_bytes=16),
            "deletedDateTime": None,
            "appRoleId": role_id,
            "createdDateTime": created,
            "principalDisplayName": principal.resource["displayName"],
            "principalId": principal.id,
            "principalType": "ServicePrincipal",
            "resourceDisplayName": resource.resource["displayName"],
            "resourceId": resource.id,
        },
        spread,
        listing,
    )
    directory.assignments[assignment.resource["id"]] = assignment
    return assignment


def _add_service_principal(directory: Directory, resource: Json, made: float) -> StoredServicePrincipal:
    stored = StoredServicePrincipal(
        resource,
        _settled(Spread.SERVICE_PRINCIPAL, resource["id"], made),
        _settled(Spread.LISTING, resource["id"], made),
    )
    directory.service_principals[stored.id] = stored
    return stored


def _settled(what: Spread, subject: str, at: float) -> Delay:
    return Delay(what, subject, at, 0.0)


def _group(number: int, name: str) -> Json:
    made = "2023-01-09T08:00:00Z"
    return {
        "id": f"9a0b0000-0000-4000-8000-{number:012d}",
        "deletedDateTime": None,
        "classification": None,
        "createdDateTime": made,
        "creationOptions": [],
        "description": name,
        "displayName": name,
        "expirationDateTime": None,
        "groupTypes": ["Unified"],
        "isAssignableToRole": None,
        "mail": f"groupe{number}@{DOMAIN}",
        "mailEnabled": True,
        "mailNickname": f"groupe{number}",
        "membershipRule": None,
        "membershipRuleProcessingState": None,
        "onPremisesDomainName": None,
        "onPremisesLastSyncDateTime": None,
        "onPremisesNetBiosName": None,
        "onPremisesSamAccountName": None,
        "onPremisesSecurityIdentifier": None,
        "onPremisesSyncEnabled": None,
        "preferredDataLocation": None,
        "preferredLanguage": None,
        "proxyAddresses": [],
        "renewedDateTime": made,
        "resourceBehaviorOptions": [],
        "resourceProvisioningOptions": [],
        "securityEnabled": False,
        "securityIdentifier": f"S-1-12-1-{number}",
        "theme": None,
        "visibility": "Private",
        "onPremisesProvisioningErrors": [],
        "serviceProvisioningErrors": [],
    }
