"""The bundle: what it holds, how it is sealed and opened, and how it is written.

Importing it loads pyrage (about 2 ms, measured); zxcvbn is loaded when the first passphrase is judged.
"""

from installer.bundle.age import (
    Identities,
    Recipient,
    fingerprint,
    parse_identities,
    parse_recipients,
    read_identities,
    seal,
    seal_with_passphrase,
    unseal,
)
from installer.bundle.files import check_target, default_name, save
from installer.bundle.formats import Format, client_name, render
from installer.bundle.passphrase import check, generate, read_passphrase
from installer.bundle.payload import (
    CertificateCredential,
    ConnectorKeys,
    Payload,
    PayloadApplication,
    PayloadCloud,
    SecretCredential,
    compose,
    given_in,
    to_json,
)
from installer.bundle.reading import from_json

__all__ = [
    "CertificateCredential",
    "ConnectorKeys",
    "Format",
    "Identities",
    "Payload",
    "PayloadApplication",
    "PayloadCloud",
    "Recipient",
    "SecretCredential",
    "check",
    "check_target",
    "client_name",
    "compose",
    "default_name",
    "fingerprint",
    "from_json",
    "generate",
    "given_in",
    "parse_identities",
    "parse_recipients",
    "read_identities",
    "read_passphrase",
    "render",
    "save",
    "seal",
    "seal_with_passphrase",
    "to_json",
    "unseal",
]
