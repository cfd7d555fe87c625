"""Microsoft Graph's own service principal: the app roles and delegated scopes this product and its tests meet.

Ids, names and descriptions are Microsoft's (permissions reference; recorded answer of 2024-08).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from installer.demo.resources import Json, new_service_principal
from installer.model import Shown

GRAPH_APP_ID: Final = "00000003-0000-0000-c000-000000000000"
GRAPH_SP_ID: Final = "a3efc889-f1b7-4532-9e01-91e32d1039f4"
GRAPH_CLI_APP_ID: Final = "14d82eec-204b-4c2f-b7e8-296a70dab67e"
"""Microsoft Graph Command Line Tools, Microsoft's public client."""
MICROSOFT_TENANT_ID: Final = "f8cdef31-a31e-4b4a-93e4-5f571e91255a"


@dataclass(frozen=True, slots=True)
class AppRole:
    """An application permission."""

    name: str
    id: str
    title: Shown


@dataclass(frozen=True, slots=True)
class Scope:
    """A delegated permission; only an administrator can consent to one that is `admin`."""

    name: str
    id: str
    admin: bool
    title: Shown


APP_ROLES: Final = (
    AppRole("Application.Read.All", "9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30", Shown("Read all applications")),
    AppRole(
        "Application.ReadWrite.All", "1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9", Shown("Read and write all applications")
    ),
    AppRole(
        "Application.ReadWrite.OwnedBy",
        "18a4783c-866b-4cc7-a460-3d5e5662c884",
        Shown("Manage apps that this app creates or owns"),
    ),
    AppRole(
        "AppRoleAssignment.ReadWrite.All",
        "06b708a9-e830-4db3-a914-8e69da51d44f",
        Shown("Manage app permission grants and app role assignments"),
    ),
    AppRole(
        "DelegatedPermissionGrant.ReadWrite.All",
        "8e8e4742-1d95-4f68-9d56-6ee75648c72a",
        Shown("Manage all delegated permission grants"),
    ),
    AppRole("Directory.Read.All", "7ab1d382-f21e-4acd-a863-ba3e13f7da61", Shown("Read directory data")),
    AppRole("Files.Read.All", "01d4889c-1287-42c6-ac1f-5d1e02578ef6", Shown("Read files in all site collections")),
    AppRole(
        "Files.ReadWrite.All",
        "75359482-378d-4052-8f01-80520e7db3cd",
        Shown("Read and write files in all site collections"),
    ),
    AppRole("Group.Read.All", "5b567255-7703-4780-807c-7be8301ae99b", Shown("Read all groups")),
    AppRole("Group.ReadWrite.All", "62a82d76-70ea-41e2-9197-370581804d09", Shown("Read and write all groups")),
    AppRole("Mail.Read", "810c84a8-4a9e-49e6-bf7d-12d183f40d01", Shown("Read mail in all mailboxes")),
    AppRole("Organization.Read.All", "498476ce-e0fe-48b0-b801-37ba7e2685c6", Shown("Read organization information")),
    AppRole("Policy.Read.All", "246dd0d5-5bd0-4def-940b-0421030a5b68", Shown("Read your organization's policies")),
    AppRole(
        "RoleManagement.Read.Directory",
        "483bed4a-2ad3-4361-a73b-c83ccdbdc53c",
        Shown("Read all directory RBAC settings"),
    ),
    AppRole(
        "Sites.FullControl.All",
        "a82116e5-55eb-4c41-a434-62fe8a61c773",
        Shown("Have full control of all site collections"),
    ),
    AppRole("Sites.Read.All", "332a536c-c7ef-4017-ab91-336970924f0d", Shown("Read items in all site collections")),
    AppRole(
        "Sites.ReadWrite.All",
        "9492366f-7969-46a4-8d15-ed1a20078fff",
        Shown("Read and write items in all site collections"),
    ),
    AppRole("User.Read.All", "df021288-bdef-4463-88db-98f22de89214", Shown("Read all users' full profiles")),
    AppRole(
        "User.ReadWrite.All", "741f803b-c850-494e-b5df-cde7c675a1ca", Shown("Read and write all users' full profiles")
    ),
)

SCOPES: Final = (
    Scope(
        "Application.Read.All",
        "c79f8feb-a9db-4090-85f9-90d820caa0eb",
        True,
        Shown("Read applications"),
    ),
    Scope(
        "Application.ReadWrite.All",
        "bdfbf15f-ee85-4955-8675-146e8e5296b5",
        True,
        Shown("Read and write all applications"),
    ),
    Scope(
        "AppRoleAssignment.ReadWrite.All",
        "84bccea3-f856-4a8a-967b-dbe0a3d53a64",
        True,
        Shown("Manage app permission grants and app role assignments"),
    ),
    Scope(
        "DelegatedPermissionGrant.ReadWrite.All",
        "41ce6ca6-6826-4807-84f1-1c82854f7ee5",
        True,
        Shown("Manage all delegated permission grants"),
    ),
    Scope(
        "Directory.Read.All",
        "06da0dbc-49e2-44d2-8312-53f166ab848a",
        True,
        Shown("Read directory data"),
    ),
    Scope(
        "Files.Read.All",
        "df85f4d6-205c-4ac5-a5ea-6bf408dba283",
        False,
        Shown("Read all files that you have access to"),
    ),
    Scope("Group.Read.All", "5f8c59db-677d-491f-a6b8-5f174b11ec1d", True, Shown("Read all groups")),
    Scope(
        "Organization.Read.All",
        "4908d5b9-3fb2-4b1e-9336-1888b7937185",
        True,
        Shown("Read organization information"),
    ),
    Scope(
        "Policy.Read.All",
        "572fea84-0151-49b2-9301-11cb16974376",
        True,
        Shown("Read your organization's policies"),
    ),
    Scope(
        "RoleManagement.Read.Directory",
        "741c54c3-0c1e-44a1-818b-3f97ab4e8c83",
        True,
        Shown("Read directory RBAC settings"),
    ),
    Scope(
        "Sites.Read.All",
        "205e70e5-aba6-4c52-a976-6d2d46c48043",
        False,
        Shown("Read items in all site collections"),
    ),
    Scope(
        "User.Read",
        "e1fe6dd8-ba31-4d61-89e7-88639da4683d",
        False,
        Shown("Sign you in and read your profile"),
    ),
    Scope(
        "User.Read.All",
        "a154be20-db9c-4678-8ab7-66f6cc099a59",
        True,
        Shown("Read all users' full profiles"),
    ),
    Scope("openid", "37f7f235-527c-4136-accd-4a02d197296e", False, Shown("Sign you in")),
    Scope(
        "profile",
        "14dad69e-099b-42c9-810b-d002981feec1",
        False,
        Shown("View your basic profile"),
    ),
    Scope(
        "email",
        "64a6cdd6-aab1-4aaf-94b8-3cc8405e90d0",
        False,
        Shown("View your email address"),
    ),
    Scope(
        "offline_access",
        "7427e0e9-2fba-42fe-b0c0-848c9e6a8182",
        False,
        Shown("Maintain access to data you have given it access to"),
    ),
)
ROLE_NAMES: Final = {role.id: role.name for role in APP_ROLES}
ROLE_IDS: Final = {role.name: role.id for role in APP_ROLES}
SCOPES_BY_NAME: Final = {scope.name: scope for scope in SCOPES}
OIDC_SCOPES: Final = frozenset({"openid", "profile", "email", "offline_access"})


def graph_service_principal(graph_origin: str) -> Json:
    """Microsoft Graph's service principal, which is in every tenant."""
    stub: Json = {"displayName": "Microsoft Graph", "appId": GRAPH_APP_ID, "signInAudience": "AzureADMultipleOrgs"}
    resource = new_service_principal(GRAPH_SP_ID, stub, MICROSOFT_TENANT_ID, None)
    resource["servicePrincipalNames"] = [
        f"{graph_origin}/",
        graph_origin,
        f"{GRAPH_APP_ID}/ags.windows.net",
        GRAPH_APP_ID,
    ]
    resource["appRoles"] = [
        {
            "allowedMemberTypes": ["Application"],
            "description": f"{role.title}, without a signed-in user.",
            "displayName": role.title,
            "id": role.id,
            "isEnabled": True,
            "origin": "Application",
            "value": role.name,
        }
        for role in APP_ROLES
    ]
    resource["oauth2PermissionScopes"] = [
        {
            "adminConsentDescription": scope.title,
            "adminConsentDisplayName": scope.title,
            "id": scope.id,
            "isEnabled": True,
            "type": "Admin" if scope.admin else "User",
            "userConsentDescription": scope.title,
            "userConsentDisplayName": scope.title,
            "value": scope.name,
        }
        for scope in SCOPES
    ]
    return resource
