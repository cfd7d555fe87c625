"""The file of IDs beside the key, rewritten for the new one, and the patch for GLIMPS's configuration."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from installer.bundle.age import Identities, recipients_of, seal, seal_with_passphrase
from installer.bundle.formats import Format, client_name, render
from installer.bundle.payload import CertificateCredential, FederatedCredential, Payload, SecretCredential, to_json
from installer.errors.self_renewal import FileWithoutObjectId, NotACertificatesFile, OtherRotator
from installer.model import Certificate, Connector, CredentialKind, Secret
from installer.self_renewal.pairs import write_over


@dataclass(frozen=True, slots=True)
class IdFile:
    """A bundle of a certificate; `opener` is what opened it, and opens it again, None where it is plain."""

    path: Path
    payload: Payload
    credential: CertificateCredential
    object_id: str
    opener: Identities | Secret | None

    @property
    def patch(self) -> Path:
        """The path of the patch for GLIMPS's configuration, beside the file."""
        return self.path.with_suffix(".patch.json")

    def renewed(self, new: Certificate, key_id: str, now: datetime) -> IdFile:
        """The same for the new key, whose private part stays in its own file."""
        credential = CertificateCredential(
            key_id, new.expires, new.pem, None, new.thumbprint_sha1, new.thumbprint_sha256
        )
        payload = replace(self.payload, created=now, credential=credential, proven=True)
        return replace(self, payload=payload, credential=credential)

    def write(self) -> str:
        """Replaces the file, sealed as it was; its SHA-256. Raises `UnwritableFile`."""
        clear = to_json(self.payload)
        match self.opener:
            case None:
                data = clear
            case Identities():
                data = seal(clear, recipients_of(self.opener))
            case Secret():
                data = seal_with_passphrase(clear, self.opener)
        return write_over(data, self.path)

    def write_patch(self) -> None:
        """As `open --format patch` prints it."""
        text = render(self.payload, Format.PATCH, self.payload.client or client_name(self.payload.tenant.domain))
        write_over(text.encode(), self.patch)


def read_id_file(
    path: Path, payload: Payload, opener: Identities | Secret | None, object_id: str | None, *, forced: bool
) -> IdFile:
    """The bundle as one of a certificate that this program exchanges; `object_id` stands in for one that it lacks.

    Raises `NotACertificatesFile`, `OtherRotator` unless `forced`, and `FileWithoutObjectId`.
    """
    match payload.credential:
        case SecretCredential():
            raise NotACertificatesFile(str(path), CredentialKind.SECRET)
        case FederatedCredential():
            raise NotACertificatesFile(str(path), CredentialKind.FEDERATED)
        case CertificateCredential() as credential:
            known = payload.application.object_id or object_id
    if payload.connector.object_id is not None and not forced:
        raise OtherRotator(str(path))
    if known is None:
        raise FileWithoutObjectId(str(path))
    return IdFile(path, payload, credential, known, opener)


def bare_patch(names: Connector, tenant_id: str, client_id: str, new: Certificate) -> Mapping[str, str]:
    """The patch where no file of IDs says more."""
    return {
        names.auth_mode: CredentialKind.CERTIFICATE.value,
        names.tenant_id: tenant_id,
        names.client_id: client_id,
        names.thumbprint: new.thumbprint_sha1,
    }


def write_bare_patch(path: Path, patch: Mapping[str, str]) -> None:
    """Writes the patch as JSON. Raises `UnwritableFile`."""
    write_over(json.dumps(patch, indent=2).encode() + b"\n", path)
