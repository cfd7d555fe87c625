"""The new credential, its proof, and the file that it goes into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from installer.model.choices import CredentialKind
from installer.model.connector import Federation, PublicCertificate
from installer.model.manifest import Cloud, Profile
from installer.model.secret import Secret
from installer.model.tenant import Application, Organization


@dataclass(frozen=True, slots=True)
class ClientSecret:
    """A new client secret: the only place where its value lives until it is sealed."""

    value: Secret
    key_id: str
    expires: datetime


@dataclass(frozen=True, slots=True)
class GivenSecret:
    """A client secret that somebody else made; Microsoft mostly does not let its key id and its end be read."""

    value: Secret
    key_id: str | None = None
    expires: datetime | None = None


@dataclass(frozen=True, slots=True)
class Certificate:
    """A new self-signed certificate with its private key, both PEM; the thumbprints are upper-case hexadecimal."""

    pem: str
    der: str
    """The certificate again, in base64 of its DER, as Microsoft Graph takes it."""
    private_key: Secret
    key_id: str
    expires: datetime
    thumbprint_sha1: str
    thumbprint_sha256: str


@dataclass(frozen=True, slots=True)
class GivenAssertion:
    """A token of a federation's issuer, which Microsoft exchanges for one of its own."""

    value: Secret
    key_id: None = None
    expires: None = None


@dataclass(frozen=True, slots=True)
class RegisteredCertificate:
    """The connector's certificate as the application has it now; nothing here can sign in with it."""

    certificate: PublicCertificate
    key_id: str

    @property
    def expires(self) -> datetime:
        return self.certificate.expires


@dataclass(frozen=True, slots=True)
class RegisteredFederation:
    """The federation as the application has it now, under its name there; `key_id` is its object id."""

    federation: Federation
    key_id: str
    name: str
    expires: None = None


Credential = ClientSecret | Certificate
"""What this program makes."""
Registered = RegisteredCertificate | RegisteredFederation
"""What this program registers without having its secret: only the connector can try it."""
Tried = Credential | GivenSecret | GivenAssertion
"""What signs in here."""
AnyCredential = Tried | Registered


def kind_of(credential: AnyCredential) -> CredentialKind:
    match credential:
        case ClientSecret() | GivenSecret():
            return CredentialKind.SECRET
        case Certificate() | RegisteredCertificate():
            return CredentialKind.CERTIFICATE
        case GivenAssertion() | RegisteredFederation():
            return CredentialKind.FEDERATED


@dataclass(frozen=True, slots=True)
class Given:
    """A credential that somebody else made; `tenant` is a directory (tenant) ID or a domain."""

    tenant: str
    client_id: str
    credential: GivenSecret | Certificate | GivenAssertion


@dataclass(frozen=True, slots=True)
class Credentials:
    """All that the connector needs, proven or about to be proven."""

    cloud: Cloud
    organization: Organization
    application: Application
    profile: Profile
    credential: AnyCredential


@dataclass(frozen=True, slots=True)
class Proof:
    """What the new credential showed of itself: the app roles in its token, and one read per permission.

    The roles alone decide: a read tells how the service behind it stands, in this hour and from this network.
    """

    granted: tuple[str, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    reads: Mapping[str, int]
    """Permission name → HTTP status of its read, where it was answered."""
    token: bool = True
    """False where only the directory was asked, not the credential itself."""
    whole: bool = True
    """False where the token could not be read, and its reads alone told its permissions: then `extra` is not known."""

    @property
    def holds(self) -> bool:
        return not self.missing


@dataclass(frozen=True, slots=True)
class Bundle:
    """A file that was written, with who can open it."""

    path: str
    sha256: str
    recipients: tuple[str, ...]
    """The age public keys; empty when a passphrase opens it, or when it is plain."""
    plain: bool = False
    """Whether anybody can read it: nothing in it is secret."""
