"""The change that makes or registers the credential which a person asked for, by what was found of it."""

from __future__ import annotations

from datetime import datetime

from installer.model import (
    Application,
    CredentialEntry,
    CredentialKind,
    CredentialSpec,
    Federated,
    Federation,
    Manifest,
    PublicCertificate,
    WantedCredential,
    lifetime,
)
from installer.registration.changes import (
    AddCertificate,
    Change,
    CreateSecret,
    RegisterCertificate,
    RegisterFederation,
)
from installer.registration.changes.registered import fate_of
from installer.registration.decide import Ruling


def end_of(wanted: WantedCredential, now: datetime) -> datetime | None:
    """When the credential ends; a federation does not."""
    match wanted:
        case CredentialSpec():
            return now + lifetime(wanted.months)
        case PublicCertificate():
            return wanted.expires
        case Federation():
            return None


def credential_change(manifest: Manifest, wanted: WantedCredential, ruling: Ruling, now: datetime) -> Change:
    description, found = manifest.secret_description, ruling.application
    match wanted:
        case PublicCertificate():
            return RegisterCertificate(wanted, description, _same(wanted, found))
        case Federation():
            return _federation(manifest, wanted, ruling)
        case CredentialSpec(kind=CredentialKind.CERTIFICATE):
            life = lifetime(wanted.months)
            return AddCertificate(description, now + life, life, manifest.tag, alone=found is None)
        case CredentialSpec():
            life = lifetime(wanted.months)
            return CreateSecret(description, now + life, life, manifest.tag)


def _same(wanted: WantedCredential, found: Application | None) -> CredentialEntry | None:
    """The entry of this very certificate, where the application has it already."""
    if found is None or not isinstance(wanted, PublicCertificate):
        return None
    return next((entry for entry in found.credentials if entry.thumbprint == wanted.thumbprint_sha1), None)


def _federation(manifest: Manifest, wanted: Federation, ruling: Ruling) -> RegisterFederation:
    """With what is known of those that are there; what goes first is not. Raises what `fate_of` raises."""
    found = ruling.application
    exposure = found.exposure if found else None
    going = {reason.credential.id for reason in ruling.removed if isinstance(reason, Federated)}
    there = [one for one in (exposure.federated if exposure else None) or () if one.id not in going]
    fate = fate_of(wanted, manifest.unique_name, there, found.client_id if found else "")
    return RegisterFederation(wanted, manifest.unique_name, manifest.secret_description, fate)
