"""The change that creates or registers the credential the person asked for."""

from __future__ import annotations

from datetime import datetime, timedelta

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


def end_of(wanted: WantedCredential, now: datetime, early: timedelta) -> datetime | None:
    """When the credential expires: a new one `early` before its full lifetime is over; None for a federation."""
    match wanted:
        case CredentialSpec():
            return now + lifetime(wanted.months) - early
        case PublicCertificate():
            return wanted.expires
        case Federation():
            return None


def credential_change(
    manifest: Manifest, wanted: WantedCredential, ruling: Ruling, expires: datetime | None, spent: frozenset[str]
) -> Change:
    """The change for `wanted`, which expires at `expires` (None for a federation).

    `spent` are undelivered marks to remove, whose credentials are gone by then. Raises what `fate_of` raises.
    """
    description, found = manifest.secret_description, ruling.application
    match wanted:
        case PublicCertificate():
            return RegisterCertificate(wanted, description, _same(wanted, found))
        case Federation():
            return _federation(manifest, wanted, ruling)
        case CredentialSpec():
            assert expires is not None  # `end_of` returns None for a federation only
            make = AddCertificate if wanted.kind is CredentialKind.CERTIFICATE else CreateSecret
            return make(description, expires, lifetime(wanted.months), manifest.tag, spent)


def _same(wanted: WantedCredential, found: Application | None) -> CredentialEntry | None:
    """The entry of this certificate, if it is registered on the application already."""
    if found is None or not isinstance(wanted, PublicCertificate):
        return None
    return next((entry for entry in found.credentials if entry.thumbprint == wanted.thumbprint_sha1), None)


def _federation(manifest: Manifest, wanted: Federation, ruling: Ruling) -> RegisterFederation:
    """The change for a federation, given those that stay on the application. Raises what `fate_of` raises."""
    found = ruling.application
    exposure = found.exposure if found else None
    going = {reason.credential.id for reason in ruling.removed if isinstance(reason, Federated)}
    there = [one for one in (exposure.federated if exposure else None) or () if one.id not in going]
    fate = fate_of(wanted, manifest.unique_name, there, found.client_id if found else "")
    return RegisterFederation(wanted, manifest.unique_name, manifest.secret_description, fate)
