"""The content of a bundle: the typed payload and its JSON, `glimps-odsp-credentials` version 1."""

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
    ClientSecret,
    Connector,
    CredentialKind,
    Credentials,
    Federation,
    Given,
    GivenAssertion,
    GivenSecret,
    Organization,
    RegisteredCertificate,
    RegisteredFederation,
    Rotation,
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
    """The application, with the ids of Microsoft Entra."""

    name: str
    client_id: str
    object_id: str | None
    """None if only the credential is known."""
    service_principal_id: str | None
    unique_name: str | None
    """None for an application that was created by hand and adopted."""


@dataclass(frozen=True, slots=True)
class SecretCredential:
    """A client secret. Key id and expiry are None for somebody else's, if Microsoft did not return them."""

    key_id: str | None
    expires: datetime | None
    secret: Secret


@dataclass(frozen=True, slots=True)
class CertificateCredential:
    """A certificate in PEM, with its private key if that was made here; thumbprints in upper-case hexadecimal."""

    key_id: str
    expires: datetime
    pem: str
    private_key: Secret | None
    thumbprint_sha1: str
    thumbprint_sha256: str


@dataclass(frozen=True, slots=True)
class FederatedCredential:
    """A federation; `key_id` is its object id. It does not expire and has no secret."""

    key_id: str
    federation: Federation
    expires: None = None


StoredCredential = SecretCredential | CertificateCredential | FederatedCredential


@dataclass(frozen=True, slots=True)
class ConnectorKeys:
    """The names under which GLIMPS's software reads the values; None for those this kind of credential does not use."""

    tenant_id: str
    client_id: str
    client_secret: str | None = None
    auth_mode: str | None = None
    thumbprint: str | None = None
    object_id: str | None = None
    key_id: str | None = None


@dataclass(frozen=True, slots=True)
class Payload:
    """The whole content of a bundle. Times are in UTC, to the second."""

    created: datetime
    cloud: PayloadCloud
    tenant: Organization
    application: PayloadApplication
    credential: StoredCredential
    profile: str
    granted: tuple[str, ...]
    connector: ConnectorKeys
    notes: str
    proven: bool = True
    """Whether a token was obtained with the credential and carried the permissions."""
    client: str = ""
    """The connector's name for the tenant, if it is known."""

    @property
    def is_secret(self) -> bool:
        """Whether it holds a secret or private key, and so must be encrypted."""
        match self.credential:
            case SecretCredential():
                return True
            case CertificateCredential():
                return self.credential.private_key is not None
            case FederatedCredential():
                return False


def compose(
    credentials: Credentials,
    granted: tuple[str, ...],
    created: datetime,
    notes: str,
    connector: Connector,
    *,
    proven: bool = True,
    rotation: Rotation = Rotation.CONNECTOR,
) -> Payload:
    """The payload for credentials. `granted` are the permissions' names in the new token, or in the directory.

    Raises `AssertionError` for an assertion that was only tried, which is never delivered.
    """
    application = credentials.application
    stored = _stored(credentials.credential)
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
        credential=stored,
        profile=credentials.profile.id,
        granted=granted,
        connector=_keys(stored, connector, rotates=rotation is Rotation.CONNECTOR and bool(application.object_id)),
        notes=notes.encode("utf-8", "replace").decode(),  # pasted text can hold a lone surrogate, which UTF-8 cannot
        proven=proven,
    )


def _keys(stored: StoredCredential, names: Connector, *, rotates: bool) -> ConnectorKeys:
    """The names that the connector's validation requires; `rotates`: the connector renews its certificate itself."""
    match stored:
        case SecretCredential():
            return ConnectorKeys(names.tenant_id, names.client_id, names.client_secret)
        case CertificateCredential():
            own = (names.object_id, names.key_id) if rotates else ()
            return ConnectorKeys(names.tenant_id, names.client_id, None, names.auth_mode, names.thumbprint, *own)
        case FederatedCredential():
            return ConnectorKeys(names.tenant_id, names.client_id, None, names.auth_mode)


def _stored(credential: AnyCredential) -> StoredCredential:
    match credential:
        case ClientSecret() | GivenSecret():
            expires = credential.expires.replace(microsecond=0) if credential.expires else None
            return SecretCredential(key_id=credential.key_id, expires=expires, secret=credential.value)
        case Certificate():
            return CertificateCredential(
                key_id=credential.key_id,
                expires=credential.expires.replace(microsecond=0),
                pem=credential.pem,
                private_key=credential.private_key,
                thumbprint_sha1=credential.thumbprint_sha1,
                thumbprint_sha256=credential.thumbprint_sha256,
            )
        case RegisteredCertificate(certificate=public):
            return CertificateCredential(
                key_id=credential.key_id,
                expires=public.expires.replace(microsecond=0),
                pem=public.pem,
                private_key=None,
                thumbprint_sha1=public.thumbprint_sha1,
                thumbprint_sha256=public.thumbprint_sha256,
            )
        case RegisteredFederation():
            return FederatedCredential(credential.key_id, credential.federation)
        case GivenAssertion():
            raise AssertionError("a token that was only tried is not handed over")


def given_in(payload: Payload) -> Given | None:
    """The credential in a bundle, to be tried; None if only the connector can, since the secret is not inside."""
    stored = payload.credential
    match stored:
        case SecretCredential():
            return _given(payload, GivenSecret(stored.secret, stored.key_id, stored.expires))
        case CertificateCredential(private_key=Secret() as key):
            der = "".join(line for line in stored.pem.splitlines() if not line.startswith("-----"))
            certificate = Certificate(
                pem=stored.pem,
                der=der,
                private_key=key,
                key_id=stored.key_id,
                expires=stored.expires,
                thumbprint_sha1=stored.thumbprint_sha1,
                thumbprint_sha256=stored.thumbprint_sha256,
            )
            return _given(payload, certificate)
    return None


def _given(payload: Payload, credential: GivenSecret | Certificate) -> Given:
    return Given(payload.tenant.id, payload.application.client_id, credential)


def in_clear(credential: StoredCredential) -> str:
    """The client secret, or the certificate's private key in PEM, as plain text; empty if there is none."""
    match credential:
        case SecretCredential(secret=secret) | CertificateCredential(private_key=Secret() as secret):
            return secret.reveal()
    return ""


def connector_values(payload: Payload) -> Mapping[str, str]:
    """The connector's settings: GLIMPS's names with their values, including the client secret as plain text."""
    names, stored = payload.connector, payload.credential
    thumbprint = stored.thumbprint_sha1 if isinstance(stored, CertificateCredential) else ""
    values = (
        (names.auth_mode, _kind(stored).value),
        (names.tenant_id, payload.tenant.id),
        (names.client_id, payload.application.client_id),
        (names.client_secret, in_clear(stored) if isinstance(stored, SecretCredential) else ""),
        (names.thumbprint, thumbprint),
        (names.object_id, payload.application.object_id or ""),
        (names.key_id, stored.key_id or ""),
    )
    return {name: value for name, value in values if name is not None}


def _kind(credential: StoredCredential) -> CredentialKind:
    match credential:
        case SecretCredential():
            return CredentialKind.SECRET
        case CertificateCredential():
            return CredentialKind.CERTIFICATE
        case FederatedCredential():
            return CredentialKind.FEDERATED


def _credential(credential: StoredCredential) -> Mapping[str, object]:
    expires = rfc3339(credential.expires) if credential.expires else None
    common = {"kind": _kind(credential).value, "key_id": credential.key_id, "expires": expires}
    match credential:
        case SecretCredential():
            return {**common, "secret": in_clear(credential)}
        case CertificateCredential():
            certificate = {
                "pem": credential.pem,
                **({} if credential.private_key is None else {"private_key_pem": in_clear(credential)}),
                "thumbprint_sha1": credential.thumbprint_sha1,
                "thumbprint_sha256": credential.thumbprint_sha256,
            }
            return {**common, "certificate": certificate}
        case FederatedCredential(federation=federation):
            told = {"issuer": federation.issuer, "subject": federation.subject, "audience": federation.audience}
            return {**common, "federation": told}


def to_json(payload: Payload) -> bytes:
    """The payload, unencrypted, as JSON: UTF-8, indented by two, keys in the order of `bundle.schema.json`."""
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
        **({"client": payload.client} if payload.client else {}),
        "notes": payload.notes,
    }
    return escaped_in_json(json.dumps(document, ensure_ascii=False, indent=2)).encode() + b"\n"
