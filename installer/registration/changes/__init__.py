"""The changes that make up a plan: each knows how it is shown, which rights it needs, and how it is carried out."""

from installer.registration.changes.application import (
    CompleteApplication,
    CreateApplication,
    DeleteApplication,
    PurgeApplication,
    RestoreApplication,
)
from installer.registration.changes.base import Change, Made
from installer.registration.changes.cleaning import LookAgain, TakeAway
from installer.registration.changes.consent import GrantConsent
from installer.registration.changes.credential import (
    AddCertificate,
    CreateSecret,
    NewCredential,
    RemoveCredentials,
)
from installer.registration.changes.registered import RegisterCertificate, RegisterFederation
from installer.registration.changes.service_principal import (
    CompleteServicePrincipal,
    CreateServicePrincipal,
    RestoreServicePrincipal,
)

__all__ = [
    "AddCertificate",
    "Change",
    "CompleteApplication",
    "CompleteServicePrincipal",
    "CreateApplication",
    "CreateSecret",
    "CreateServicePrincipal",
    "DeleteApplication",
    "GrantConsent",
    "LookAgain",
    "Made",
    "NewCredential",
    "PurgeApplication",
    "RegisterCertificate",
    "RegisterFederation",
    "RemoveCredentials",
    "RestoreApplication",
    "RestoreServicePrincipal",
    "TakeAway",
]
