"""Texts to take to another machine: a command line, a certificate and its fingerprint."""

from __future__ import annotations

from pathlib import PurePath

from installer.errors.usage import METAVARS
from installer.events import CertificateMade
from installer.model import CredentialKind, Credentials, Profile, kind_of
from installer.program import RELEASED
from installer.texts.language import translate, translated


def proof_command(credentials: Credentials, usual: Profile) -> str:
    """The command that proves a registered credential where the connector runs; `usual` is the default profile."""
    cloud = [] if credentials.cloud.id in ("global", "demo") else ["--cloud", credentials.cloud.id]
    profile = [] if credentials.profile.id == usual.id else ["--profile", credentials.profile.id]
    which = ["--tenant", credentials.organization.id, "--app", credentials.application.client_id]
    federated = kind_of(credentials.credential) is CredentialKind.FEDERATED
    means = ["--assertion-file", "TOKEN"] if federated else ["--key", "KEY.pem", "--certificate", "CERTIFICATE.cer"]
    return " ".join([RELEASED, "verify", *cloud, *profile, *which, *means])


def metavar(word: str) -> str:
    """The placeholder for an option's value, in the language in use; literal alternatives are not translated."""
    return next((translated(words) for words in METAVARS if words == word), word)


def key_pair_lines(event: CertificateMade) -> list[str]:
    """The connector's new key and certificate files, and what to do with them."""
    return [
        translate("Console", "Private key: {path}  (it stays on this machine)").format(path=event.key_path),
        translate("Console", "Certificate: {path}").format(path=event.path),
        translate("Console", "Fingerprint (SHA-256): {thumbprint}").format(thumbprint=event.thumbprint_sha256),
        translate("Console", "Fingerprint (SHA-1):   {thumbprint}").format(thumbprint=event.thumbprint_sha1),
        translate("Console", "Give the certificate alone to the administrator, who runs:"),
        f"  {RELEASED} setup --certificate-file {PurePath(event.path).name}",
        translate("Console", "and compares the fingerprint with you before anything is written."),
    ]
