"""The frozen nouns that every room shares. They hold values; what is done with them lives in the rooms above."""

from installer.model.choices import Choices, CredentialKind, Purpose
from installer.model.credentials import (
    AnyCredential,
    Bundle,
    Certificate,
    ClientSecret,
    Credential,
    Credentials,
    Given,
    GivenSecret,
    Proof,
    kind_of,
)
from installer.model.manifest import (
    GRAPH_APP_ID,
    Bilingual,
    Cloud,
    Connector,
    DirectoryRole,
    Language,
    Level,
    Manifest,
    Permission,
    Profile,
)
from installer.model.secret import Secret
from installer.model.tenant import Account, Application, CredentialEntry, Organization, Rights, TenantState
from installer.model.time import lifetime, rfc3339, utc_now

__all__ = [
    "GRAPH_APP_ID",
    "Account",
    "AnyCredential",
    "Application",
    "Bilingual",
    "Bundle",
    "Certificate",
    "Choices",
    "ClientSecret",
    "Cloud",
    "Connector",
    "Credential",
    "CredentialEntry",
    "CredentialKind",
    "Credentials",
    "DirectoryRole",
    "Given",
    "GivenSecret",
    "Language",
    "Level",
    "Manifest",
    "Organization",
    "Permission",
    "Profile",
    "Proof",
    "Purpose",
    "Rights",
    "Secret",
    "TenantState",
    "kind_of",
    "lifetime",
    "rfc3339",
    "utc_now",
]
