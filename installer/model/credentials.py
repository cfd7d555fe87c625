"""Secrets, the new credential, its proof, and the file that it is delivered in."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NoReturn

from installer.model.choices import CredentialKind
from installer.model.connector import Federation, PublicCertificate
from installer.model.manifest import Cloud, Profile
from installer.model.tenant import Application, Organization


@dataclass(frozen=True, slots=True)
class ClientSecret:
    """A new client secret. Until the bundle is sealed, this is the only place that has its value."""

    value: Secret
    key_id: str
    expires: datetime


@dataclass(frozen=True, slots=True)
class GivenSecret:
    """A client secret that somebody else created; usually its key id and expiry cannot be read."""

    value: Secret
    key_id: str | None = None
    expires: datetime | None = None


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate with its private key, both in PEM; the thumbprints are upper-case hexadecimal."""

    pem: str
    der: str
    """The same certificate as base64 of its DER encoding, the form that Microsoft Graph takes."""
    private_key: Secret
    key_id: str
    expires: datetime
    thumbprint_sha1: str
    thumbprint_sha256: str


@dataclass(frozen=True, slots=True)
class GivenAssertion:
    """A token from a federation's issuer, which Microsoft exchanges for one of its own."""

    value: Secret
    key_id: None = None
    expires: None = None


@dataclass(frozen=True, slots=True)
class RegisteredCertificate:
    """The connector's certificate as registered on the application; without its key, it cannot be tried here."""

    certificate: PublicCertificate
    key_id: str

    @property
    def expires(self) -> datetime:
        """The end of the certificate's validity."""
        return self.certificate.expires


@dataclass(frozen=True, slots=True)
class RegisteredFederation:
    """The federation as registered on the application under `name`; `key_id` is its object id."""

    federation: Federation
    key_id: str
    name: str
    expires: None = None


Credential = ClientSecret | Certificate
"""What this program creates."""
Registered = RegisteredCertificate | RegisteredFederation
"""What this program registers without having the secret, so that only the connector can try it."""
Tried = Credential | GivenSecret | GivenAssertion
"""What this program can sign in with."""
AnyCredential = Tried | Registered


def kind_of(credential: AnyCredential) -> CredentialKind:
    """The kind of a credential; an assertion is of a federation."""
    match credential:
        case ClientSecret() | GivenSecret():
            return CredentialKind.SECRET
        case Certificate() | RegisteredCertificate():
            return CredentialKind.CERTIFICATE
        case GivenAssertion() | RegisteredFederation():
            return CredentialKind.FEDERATED


@dataclass(frozen=True, slots=True)
class Given:
    """A credential that somebody else created; `tenant` is a directory (tenant) ID or a domain."""

    tenant: str
    client_id: str
    credential: GivenSecret | Certificate | GivenAssertion


@dataclass(frozen=True, slots=True)
class Credentials:
    """Everything the connector needs to sign in, proven or not yet."""

    cloud: Cloud
    organization: Organization
    application: Application
    profile: Profile
    credential: AnyCredential


@dataclass(frozen=True, slots=True)
class Proof:
    """The proof of a credential: the app roles in its token, and one read per permission.

    Only the roles decide. A read depends on the service behind it, at that moment and from that network.
    """

    granted: tuple[str, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    reads: Mapping[str, int]
    """Permission name → HTTP status of its read, if there was an answer."""
    token: bool = True
    """False if only the directory was asked, not the credential itself."""
    whole: bool = True
    """False if the token could not be read and only its reads showed its permissions; then `extra` is not known."""

    @property
    def holds(self) -> bool:
        """Whether no permission is missing."""
        return not self.missing


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle that was written, and who can open it; `sha256` is of the file, in hexadecimal."""

    path: str
    sha256: str
    recipients: tuple[str, ...]
    """The age public keys; empty if a passphrase opens it, or if it is plain."""
    plain: bool = False
    """Whether it is not encrypted, because nothing in it is secret."""


class Secret:
    """A value that must never be shown: it prints as a mask, cannot be pickled, and only `reveal` returns it."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The value. A test lists every place that calls this, with the reason."""
        return self._value

    def begins_with(self, hint: str) -> bool:
        """Whether the value begins with `hint`: Microsoft shows the first characters of a client secret."""
        return self._value.startswith(hint)

    def __repr__(self) -> str:
        return "Secret(…)"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return repr(self)

    def __bool__(self) -> bool:
        return bool(self._value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and hmac.compare_digest(self._value.encode(), other._value.encode())

    __hash__ = None  # type: ignore[assignment]  # never a key in a dict or set

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Secret cannot be pickled or copied")


@dataclass(frozen=True, slots=True)
class ProxyAccount:
    """The account for an authenticating proxy. `user` can include a domain: CONTOSO\\anna, anna@contoso.com."""

    user: str
    password: Secret
