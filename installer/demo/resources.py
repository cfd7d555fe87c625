"""Microsoft Graph resources as JSON: a new application, a new service principal, dates, composed ids.

The defaults are those of recorded answers of Microsoft Graph v1.0 (2024): AzureADMyOrg since 2024-09, uniqueName and
nativeAuthenticationApisEnabled since 2024.
"""

from __future__ import annotations

import base64
import re
import secrets
import uuid
from datetime import UTC, datetime
from typing import Any, Final

Json = dict[str, Any]

GUID: Final = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def new_application(object_id: str, app_id: str, created: str) -> Json:
    """An application registration with default values, still without a display name."""
    return {
        "id": object_id,
        "deletedDateTime": None,
        "appId": app_id,
        "applicationTemplateId": None,
        "disabledByMicrosoftStatus": None,
        "createdDateTime": created,
        "displayName": None,
        "description": None,
        "groupMembershipClaims": None,
        "identifierUris": [],
        "isDeviceOnlyAuthSupported": None,
        "isFallbackPublicClient": None,
        "nativeAuthenticationApisEnabled": None,
        "notes": None,
        "publisherDomain": None,
        "serviceManagementReference": None,
        "signInAudience": "AzureADMyOrg",
        "tags": [],
        "tokenEncryptionKeyId": None,
        "uniqueName": None,
        "samlMetadataUrl": None,
        "defaultRedirectUri": None,
        "certification": None,
        "optionalClaims": None,
        "servicePrincipalLockConfiguration": None,
        "requestSignatureVerification": None,
        "addIns": [],
        "api": {
            "acceptMappedClaims": None,
            "knownClientApplications": [],
            "requestedAccessTokenVersion": None,
            "oauth2PermissionScopes": [],
            "preAuthorizedApplications": [],
        },
        "appRoles": [],
        "info": _information(),
        "keyCredentials": [],
        "parentalControlSettings": {"countriesBlockedForMinors": [], "legalAgeGroupRule": "Allow"},
        "passwordCredentials": [],
        "publicClient": {"redirectUris": []},
        "requiredResourceAccess": [],
        "verifiedPublisher": {"displayName": None, "verifiedPublisherId": None, "addedDateTime": None},
        "web": {
            "homePageUrl": None,
            "logoutUrl": None,
            "redirectUris": [],
            "redirectUriSettings": [],
            "implicitGrantSettings": {"enableAccessTokenIssuance": False, "enableIdTokenIssuance": False},
        },
        "spa": {"redirectUris": []},
    }


def new_service_principal(object_id: str, application: Json, owner_tenant: str, created: str | None) -> Json:
    """The service principal of an application, named and typed as recorded answers show."""
    return {
        "id": object_id,
        "deletedDateTime": None,
        "accountEnabled": True,
        "alternativeNames": [],
        "appDisplayName": application["displayName"],
        "appDescription": None,
        "appId": application["appId"],
        "applicationTemplateId": None,
        "appOwnerOrganizationId": owner_tenant,
        "appRoleAssignmentRequired": False,
        "createdDateTime": created,
        "description": None,
        "disabledByMicrosoftStatus": None,
        "displayName": application["displayName"],
        "homepage": None,
        "isManagementRestricted": None,
        "loginUrl": None,
        "logoutUrl": None,
        "notes": None,
        "notificationEmailAddresses": [],
        "preferredSingleSignOnMode": None,
        "preferredTokenSigningKeyThumbprint": None,
        "replyUrls": [],
        "servicePrincipalNames": [application["appId"], *application.get("identifierUris", ())],
        "servicePrincipalType": "Application",
        "signInAudience": application["signInAudience"],
        "tags": [],
        "tokenEncryptionKeyId": None,
        "samlSingleSignOnSettings": None,
        "addIns": [],
        "appRoles": list(application.get("appRoles", ())),
        "info": _information(),
        "keyCredentials": [],
        "oauth2PermissionScopes": list(application.get("api", {}).get("oauth2PermissionScopes", ())),
        "passwordCredentials": [],
        "resourceSpecificApplicationPermissions": [],
        "verifiedPublisher": {"displayName": None, "verifiedPublisherId": None, "addedDateTime": None},
    }


def _information() -> Json:
    return {
        "logoUrl": None,
        "marketingUrl": None,
        "privacyStatementUrl": None,
        "supportUrl": None,
        "termsOfServiceUrl": None,
    }


def new_id() -> str:
    """A random GUID."""
    return str(uuid.uuid4())


def timestamp(seconds: float) -> str:
    """Seconds since 1970 in RFC 3339, to the second, in UTC."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def precise_timestamp(seconds: float) -> str:
    """The time with seven fraction digits, as only the answer to a creation has it (recorded traffic)."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S.%f") + "0Z"


def moment(text: str) -> float:
    """Seconds since 1970 of an Edm.DateTimeOffset. Raises ValueError for anything else."""
    shortened = re.sub(r"(\.\d{6})\d+", r"\1", text.replace("Z", "+00:00"))
    read = datetime.fromisoformat(shortened)
    if read.tzinfo is None:
        raise ValueError(text)
    return read.timestamp()


def composed_id(*ids: str, random_bytes: int = 0) -> str:
    """base64url of GUIDs in little-endian order, as Graph composes ids of grants and assignments (recorded traffic)."""
    raw = b"".join(uuid.UUID(guid).bytes_le for guid in ids) + secrets.token_bytes(random_bytes)
    return base64.urlsafe_b64encode(raw).decode("ascii").rstrip("=")
