"""Reads an enrolment file: TOML from GLIMPS that says how one customer's connector signs in.

It can only contain what belongs to its mode, and nothing that extends permissions: a profile must be one of the
manifest's, and there are no keys for hosts, permissions or clouds.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from installer.config.table import Table, read_table
from installer.errors.files import InvalidEnrolment
from installer.errors.usage import BadInput, InvalidChoice
from installer.inputs import read_audience, read_issuer, read_subject, read_tenant
from installer.model import CredentialKind, EnrolledRecipient, Enrolment, Manifest, PublicCertificate

FILE_NAME: Final = "glimps-enrolment.toml"
"""The name under which it is found beside the executable."""


def load_enrolment(
    path: Path,
    manifest: Manifest,
    certificate_of: Callable[[bytes], PublicCertificate],
    recipient_of: Callable[[str], EnrolledRecipient],
) -> Enrolment:
    """The validated file. `certificate_of` parses a certificate in PEM, `recipient_of` an age public key.

    Raises `UnreadableFile`, and `InvalidToml` and `InvalidEnrolment`, which name the file, the line and the key.
    """
    table = read_table(path)
    mode = CredentialKind(table.text("mode", pattern="|".join(CredentialKind)))
    certificate = issuer = subject = audience = None
    if mode is CredentialKind.CERTIFICATE:
        certificate = _certificate(table, certificate_of)
    elif mode is CredentialKind.FEDERATED:
        issuer, subject = _read(table, "issuer", read_issuer), _read(table, "subject", read_subject)
        audience = _read(table, "audience", read_audience) if table.has("audience") else None
    enrolment = Enrolment(
        path=str(path),
        mode=mode,
        certificate=certificate,
        issuer=issuer,
        subject=subject,
        audience=audience,
        recipient=_recipient(table, recipient_of),
        profile=_read(table, "profile", lambda value: _profile(value, manifest)) if table.has("profile") else None,
        tenant=_read(table, "tenant", read_tenant) if table.has("tenant") else None,
        client=table.text("client", pattern=r"[a-z0-9]{1,64}") if table.has("client") else None,
    )
    table.close()
    return enrolment


def _certificate(table: Table, certificate_of: Callable[[bytes], PublicCertificate]) -> PublicCertificate:
    pem = table.text("certificate")
    try:
        return certificate_of(pem.encode())
    except BadInput as error:
        raise _fault(table, "certificate") from error


def _recipient(table: Table, recipient_of: Callable[[str], EnrolledRecipient]) -> EnrolledRecipient | None:
    if not table.has("recipient"):
        return None
    key = table.text("recipient")
    try:
        return recipient_of(key)
    except BadInput as error:
        raise _fault(table, "recipient") from error


def _profile(value: str, manifest: Manifest) -> str:
    if manifest.profile(value) is None:
        raise InvalidChoice("profile", value, tuple(profile.id for profile in manifest.profiles))
    return value


def _read(table: Table, key: str, read: Callable[[str], str]) -> str:
    value = table.text(key)
    try:
        return read(value)
    except BadInput as error:
        raise _fault(table, key) from error


def _fault(table: Table, key: str) -> InvalidEnrolment:
    return InvalidEnrolment(str(table.path), table.line_of(key), key)
