"""What a bundle holds, once opened: the typed payload and its JSON, `glimps-odsp-credentials` version 1."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from installer.foreign import escaped_in_json
from installer.model import (
    AnyCredential,
    Certificate,
    Connector,
    CredentialKind,
    Credentials,
    Given,
    GivenSecret,
    Organization,
    Secret,
    rfc3339,
)

FORMAT: Final = "glimps-odsp-credentials"
VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class PayloadCloud:
    """The Microsoft cloud of the tenant; `authority` and `graph` are https origins."""

    id: str
    authority: str
    graph: str


@dataclass(frozen=True, slots=True)
class PayloadApplication:
    name: str
    client_id: str
    object_id: str | None
    """None where only the credential is known."""
    service_principal_id: str | None
    unique_name: str | None
    """None for an application that was made by hand and taken over."""


@dataclass(frozen=True, slots=True)
class SecretCredential:
    """Key id and end are None for a secret that somebody else made, where Microsoft does not return them."""

    key_id: str | None
    expires: datetime | None
    secret: Secret


@dataclass(frozen=True, slots=True)
class CertificateCredential:
    """A certificate and its private key, both PEM; the thumbprints are upper-case hexadecimal of the DER."""

    key_id: str
    expires: datetime
    pem: str
    private_key: Secret
    thumbprint_sha1: str
    thumbprint_sha256: str


@dataclass(frozen=True, slots=True)
class ConnectorKeys:
    """The names under which GLIMPS's software reads the values; no secret's name beside a certificate."""

    tenant_id: str
    client_id: str
    client_secret: str | None


@dataclass(frozen=True, slots=True)
class Payload:
    """All of a bundle. Moments are in UTC, to the second."""

    created: datetime
    cloud: PayloadCloud
    tenant: Organization
    application: PayloadApplication
    credential: SecretCredential | CertificateCredential
    profile: str
    granted: tuple[str, ...]
    connector: ConnectorKeys
    notes: str
    proven: bool = True
    """Whether a token was made with the credential, and carried the permissions."""


def compose(
    credentials: Credentials,
    granted: tuple[str, ...],
    created: datetime,
    notes: str,
    connector: Connector,
    *,
    proven: bool = True,
) -> Payload:
    """The payload of credentials; `granted` are the permissions' names as the new token, or the directory, has them."""
    application = credentials.application
    return Payload(
        created=created.replace(microsecond=0),
        cloud=PayloadCloud(credentials.cloud.id, credentials.cloud.authority, credentials.cloud.graph),
        tenant=credentials.organization,
        application=PayloadApplication(
            name=application.name,
            client_id=application.client_id,
            object_id=application.object_id or None,
            service_principal_id=application.service_principal_id,
            unique_name=application.unique_name,
        ),
        credential=_stored(credentials.credential),
        profile=credentials.profile.id,
        granted=granted,
        connector=ConnectorKeys(
            connector.tenant_id,
            connector.client_id,
            None if isinstance(credentials.credential, Certificate) else connector.client_secret,
        ),
        notes=notes.encode("utf-8", "replace").decode(),  # a lone surrogate, from a pasted text, has no UTF-8
        proven=proven,
    )


def _stored(credential: AnyCredential) -> SecretCredential | CertificateCredential:
    expires = credential.expires.replace(microsecond=0) if credential.expires else None
    if not isinstance(credential, Certificate):
        return SecretCredential(key_id=credential.key_id, expires=expires, secret=credential.value)
    return CertificateCredential(
        key_id=credential.key_id,
        expires=credential.expires.replace(microsecond=0),
        pem=credential.pem,
        private_key=credential.private_key,
        thumbprint_sha1=credential.thumbprint_sha1,
        thumbprint_sha256=credential.thumbprint_sha256,
    )


def given_in(payload: Payload) -> Given:
    """The credential that a bundle holds, to be tried."""
    return Given(payload.tenant.id, payload.application.client_id, _tried(payload.credential))


def _tried(stored: SecretCredential | CertificateCredential) -> GivenSecret | Certificate:
    if isinstance(stored, SecretCredential):
        return GivenSecret(stored.secret, stored.key_id, stored.expires)
    return Certificate(
        pem=stored.pem,
        der="".join(line for line in stored.pem.splitlines() if not line.startswith("-----")),
        private_key=stored.private_key,
        key_id=stored.key_id,
        expires=stored.expires,
        thumbprint_sha1=stored.thumbprint_sha1,
        thumbprint_sha256=stored.thumbprint_sha256,
    )


def in_clear(credential: SecretCredential | CertificateCredential) -> str:
    """The client secret, or the certificate's private key in PEM, itself."""
    return (credential.secret if isinstance(credential, SecretCredential) else credential.private_key).reveal()


def connector_values(payload: Payload) -> Mapping[str, str]:
    """The connector's own keys with their values, the client secret in clear among them."""
    values = {
        payload.connector.tenant_id: payload.tenant.id,
        payload.connector.client_id: payload.application.client_id,
    }
    if payload.connector.client_secret is not None and isinstance(payload.credential, SecretCredential):
        values[payload.connector.client_secret] = in_clear(payload.credential)
    return values


def _credential(credential: SecretCredential | CertificateCredential) -> Mapping[str, object]:
    common = {"key_id": credential.key_id, "expires": rfc3339(credential.expires) if credential.expires else None}
    if isinstance(credential, SecretCredential):
        return {"kind": CredentialKind.SECRET.value, **common, "secret": in_clear(credential)}
    certificate = {
        "pem": credential.pem,
        "private_key_pem": in_clear(credential),
        "thumbprint_sha1": credential.thumbprint_sha1,
        "thumbprint_sha256": credential.thumbprint_sha256,
    }
    return {"kind": CredentialKind.CERTIFICATE.value, **common, "certificate": certificate}


def to_json(payload: Payload) -> bytes:
    """The payload in clear: UTF-8, indented by two, its keys in the order that the bundle's documentation gives."""
    cloud, tenant, application = payload.cloud, payload.tenant, payload.application
    document = {
        "format": FORMAT,
        "version": VERSION,
        "created": rfc3339(payload.created),
        "cloud": {"id": cloud.id, "authority": cloud.authority, "graph": cloud.graph},
        "tenant": {"id": tenant.id, "name": tenant.name, "domain": tenant.domain},
        "application": {
            "name": application.name,
            "client_id": application.client_id,
            "object_id": application.object_id,
            "service_principal_id": application.service_principal_id,
            "unique_name": application.unique_name,
        },
        "credential": _credential(payload.credential),
        "permissions": {"profile": payload.profile, "granted": list(payload.granted)},
        "connector": connector_values(payload),
        "proven": payload.proven,
        "notes": payload.notes,
    }
    return escaped_in_json(json.dumps(document, ensure_ascii=False, indent=2)).encode() + b"\n"
