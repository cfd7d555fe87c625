"""Signing in as the application itself, with the credential that was just made: the proof that it works."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Thread
from typing import Any, Final
from uuid import uuid4

import msal

from installer.cancel import Cancel
from installer.errors import SetupError, SignInRefused
from installer.errors.base import Unexpected
from installer.events import WaitReason
from installer.model import AnyCredential, Certificate, Cloud, Credential, Secret, utc_now
from installer.patience import OnWait, Pause, patiently, unheard
from installer.sign_in.claims import claims_of
from installer.sign_in.entra import HttpClient, refusal, sign_in_errors
from installer.transport import Transport

NOT_SPREAD_YET = frozenset({7000215, 7000222, 700016, 700027, 500011, 650051, 7000229})
"""AADSTS numbers that a credential, an application or a service principal made just now is answered with at first."""

RSA_BITS: Final = 3072
CLOCK_MARGIN: Final = timedelta(minutes=5)
"""How much earlier than now the certificate begins, for clocks that are a little behind."""


@dataclass(frozen=True, slots=True)
class AppToken:
    """An app-only token of Microsoft Graph, the application permissions (`roles`) in it, and whose it is."""

    value: Secret
    roles: frozenset[str]
    tenant_id: str
    principal_id: str
    """Object id of the service principal."""
    application_name: str


class AppSignIn:
    """Client credentials flow (RFC 6749 §4.4) in one tenant."""

    def __init__(self, cloud: Cloud, tenant_id: str, transport: Transport, cancel: Cancel) -> None:
        self._cloud = cloud
        self._authority = f"{cloud.authority}/{tenant_id}"
        self._cancel = cancel
        self._http = HttpClient(transport, cancel)

    def prepare(self) -> None:
        """Fetches the tenant's discovery document in the background, while other work goes on."""
        Thread(target=self._discover, name="discovery", daemon=True).start()

    def token(self, client_id: str, credential: AnyCredential) -> AppToken:
        """A token made with a credential that Microsoft has known for long. Raises `SignInRefused`."""
        return self._acquire(client_id, credential)

    def first_token(
        self, client_id: str, credential: Credential, wanted: frozenset[str], on_wait: OnWait = unheard
    ) -> AppToken:
        """A token made with a new credential; waits until Microsoft knows it and puts the `wanted` roles in it.

        Roles that stay away until patience runs out are missing in the answer. Raises `SignInRefused`.
        """
        latest: list[AppToken] = []

        def attempt() -> AppToken:
            latest[:] = [self._acquire(client_id, credential)]
            if not wanted <= latest[0].roles:
                raise _RolesMissing("missing roles")
            return latest[0]

        def judge(error: SetupError) -> Pause | None:
            spreading = isinstance(error, _RolesMissing) or (
                isinstance(error, SignInRefused) and error.code in NOT_SPREAD_YET
            )
            return Pause(WaitReason.REPLICATION) if spreading else None

        try:
            return patiently(attempt, judge, self._cancel, on_wait)
        except _RolesMissing:
            return latest[0]

    def _acquire(self, client_id: str, credential: AnyCredential) -> AppToken:
        with sign_in_errors():
            # A fresh client each time: msal replays a refusal from its memory for a minute.
            result: dict[str, Any] = msal.ConfidentialClientApplication(
                client_id,
                client_credential=_for_msal(credential),
                authority=self._authority,
                instance_discovery=False,
                http_client=self._http,
            ).acquire_token_for_client([f"{self._cloud.graph}/.default"])
            if "access_token" not in result:
                raise refusal(result)
            token = str(result["access_token"])
            claims = claims_of(token)
            return AppToken(
                Secret(token),
                frozenset(map(str, claims.get("roles") or ())),
                str(claims.get("tid", "")),
                str(claims.get("oid", "")),
                str(claims.get("app_displayname", "")),
            )

    def _discover(self) -> None:
        try:
            self._http.get(f"{self._authority}/v2.0/.well-known/openid-configuration")
        except SetupError:
            return  # the token call meets the same fault, and tells it


def make_certificate(name: str, expires: datetime) -> Certificate:
    """A self-signed certificate with a fresh key: RSA 3072, for Entra refuses elliptic curves; SHA-256; for signing."""
    # Imported here: it takes a tenth of a second that only a certificate needs.
    from cryptography import x509  # noqa: PLC0415
    from cryptography.hazmat.primitives import hashes, serialization  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric import rsa  # noqa: PLC0415
    from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID  # noqa: PLC0415

    key = rsa.generate_private_key(public_exponent=65537, key_size=RSA_BITS)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    usages = dict.fromkeys(
        ("content_commitment", "key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign", "crl_sign"),
        False,
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(utc_now() - CLOCK_MARGIN)
        .not_valid_after(expires)
        .add_extension(
            x509.KeyUsage(digital_signature=True, encipher_only=False, decipher_only=False, **usages), critical=True
        )
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH]), critical=False)
        .sign(key, hashes.SHA256())
    )
    plain = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return Certificate(
        pem=certificate.public_bytes(serialization.Encoding.PEM).decode(),
        der=base64.b64encode(certificate.public_bytes(serialization.Encoding.DER)).decode(),
        private_key=Secret(plain.decode()),
        key_id=str(uuid4()),
        expires=expires,
        thumbprint_sha1=certificate.fingerprint(hashes.SHA1()).hex().upper(),  # noqa: S303  # a name, not a protection
        thumbprint_sha256=certificate.fingerprint(hashes.SHA256()).hex().upper(),
    )


def _for_msal(credential: AnyCredential) -> str | dict[str, str]:
    """A secret, or a key that msal signs an assertion with: PS256 and x5t#S256 (facts: msal 1.39)."""
    if isinstance(credential, Certificate):
        return {"private_key": credential.private_key.reveal(), "public_certificate": credential.pem}
    return credential.value.reveal()


class _RolesMissing(Unexpected):
    """The token is good, but does not carry all roles yet."""
