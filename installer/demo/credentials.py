"""Client secrets and certificates of an application: making, storing and showing them as Microsoft Graph does."""

from __future__ import annotations

import base64
import secrets
import string
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.x509 import Certificate

from installer.demo.directory import StoredApplication, StoredSecret
from installer.demo.replication import Delay
from installer.demo.resources import Json, moment, new_id, timestamp

_ALPHABET: Final = string.ascii_letters + string.digits + "_.~-"


class InvalidCredential(ValueError):
    """A credential that Graph refuses; the text is its message."""


def new_secret(
    application: StoredApplication, description: str | None, start: float, end: float, spread: Delay
) -> StoredSecret:
    """Adds a secret in the form of Entra's own: 40 characters, `xxx8Q~` and 34 more (recorded traffic)."""
    head = "".join(secrets.choice(string.ascii_letters) for _ in range(3))
    value = f"{head}8Q~" + "".join(secrets.choice(_ALPHABET) for _ in range(34))
    secret = StoredSecret(new_id(), value, description, start, end, spread)
    application.secrets.append(secret)
    application.resource["passwordCredentials"].append(shown(secret) | {"secretText": None})
    return secret


def shown(secret: StoredSecret) -> Json:
    """The passwordCredential of an addPassword answer: the one time its value is shown."""
    return {
        "customKeyIdentifier": None,
        "displayName": secret.description,
        "endDateTime": timestamp(secret.end),
        "hint": secret.hint,
        "keyId": secret.key_id,
        "secretText": secret.value,
        "startDateTime": timestamp(secret.start),
    }


def remove_secret(application: StoredApplication, key_id: str) -> bool:
    """Removes the secret of that id; False where there is none."""
    kept = [secret for secret in application.secrets if secret.key_id != key_id]
    if len(kept) == len(application.secrets):
        return False
    application.secrets[:] = kept
    entries = application.resource["passwordCredentials"]
    entries[:] = [entry for entry in entries if entry["keyId"] != key_id]
    return True


def replace_keys(application: StoredApplication, entries: list[Json]) -> None:
    """Replaces keyCredentials as a whole, as PATCH does. Raises InvalidCredential."""
    keys: dict[str, str] = {}
    visible: list[Json] = []
    known = {entry["keyId"]: entry for entry in application.resource["keyCredentials"]}
    for entry in entries:
        key_id = str(entry.get("keyId") or new_id())
        if key_id in known:
            if entry.get("key") not in (None, application.keys[key_id]):
                raise InvalidCredential(f"Update to existing credential with KeyId '{key_id}' is not allowed.")
            keys[key_id] = application.keys[key_id]
            visible.append(known[key_id])
        else:
            keys[key_id], shown_entry = _read_key(entry, key_id)
            visible.append(shown_entry)
    application.keys = keys
    application.resource["keyCredentials"] = visible


def _read_key(entry: Json, key_id: str) -> tuple[str, Json]:
    if entry.get("usage") not in ("Verify", "Sign"):
        raise InvalidCredential(
            'The value for the property "usage" in one of your credentials is invalid. '
            "Acceptable values are Sign, Verify."
        )
    if entry.get("type") not in ("AsymmetricX509Cert", "X509CertAndPassword"):
        raise InvalidCredential("Key credential type is invalid.")
    try:
        key = str(entry["key"])
        certificate = x509.load_der_x509_certificate(base64.b64decode(key, validate=True))
    except (KeyError, ValueError) as error:
        raise InvalidCredential("Key value is invalid certificate") from error
    end = certificate.not_valid_after_utc.timestamp()
    try:
        chosen_end = moment(str(entry["endDateTime"])) if entry.get("endDateTime") else end
        start = moment(str(entry["startDateTime"])) if entry.get("startDateTime") else _start(certificate)
    except ValueError as error:
        raise InvalidCredential("Key credential end date is invalid.") from error
    if chosen_end > end + 1:
        raise InvalidCredential("Key credential end date is invalid.")
    return (
        key,
        {
            "customKeyIdentifier": certificate.fingerprint(hashes.SHA1()).hex().upper(),  # noqa: S303  # Entra's thumbprint is SHA-1
            "displayName": str(entry.get("displayName") or certificate.subject.rfc4514_string())[:90],
            "endDateTime": timestamp(chosen_end),
            "key": None,
            "keyId": key_id,
            "startDateTime": timestamp(start),
            "type": entry["type"],
            "usage": entry["usage"],
        },
    )


def _start(certificate: Certificate) -> float:
    return certificate.not_valid_before_utc.timestamp()
