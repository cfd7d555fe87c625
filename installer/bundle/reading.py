"""Parses a payload strictly: every key must be known and every value of its type, with nothing missing or extra."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final, NoReturn

from installer.bundle.payload import (
    FORMAT,
    VERSION,
    CertificateCredential,
    ConnectorKeys,
    FederatedCredential,
    Payload,
    PayloadApplication,
    PayloadCloud,
    SecretCredential,
    StoredCredential,
    in_clear,
)
from installer.errors.files import DamagedBundle, NotABundle, UnknownBundleVersion
from installer.foreign import is_plain
from installer.model import CredentialKind, Federation, Organization, Secret

_GUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_ORIGIN: Final = re.compile(r"https://[^/?#\s]+")
_MOMENT: Final = re.compile(r"[0-9]{4}(-[0-9]{2}){2}T([0-9]{2}:){2}[0-9]{2}Z")
_CLIENT: Final = re.compile(r"[a-z0-9]+")
_HEX: Final = re.compile(r"[0-9A-F]+")
_THUMBPRINTS: Final = {"thumbprint_sha1": 40, "thumbprint_sha256": 64}


class _Fault(Exception):
    """Something is not as `to_json` writes it. It has no message, because that might quote the secret."""


class _Fields:
    """A JSON object whose fields are taken out and checked one by one; every check raises `_Fault`."""

    def __init__(self, value: object) -> None:
        if not isinstance(value, dict):
            raise _Fault
        self._left: dict[str, object] = dict(value)

    def take(self, key: str) -> object:
        if key not in self._left:
            raise _Fault
        return self._left.pop(key)

    def end(self) -> None:
        if self._left:
            raise _Fault

    def text(self, key: str, empty: bool = False, lines: bool = False) -> str:
        return _text(self.take(key), empty, lines)

    def text_or_none(self, key: str) -> str | None:
        value = self.take(key)
        return None if value is None else _text(value)

    def matching(self, key: str, pattern: re.Pattern[str]) -> str:
        value = self.text(key)
        if not pattern.fullmatch(value):
            raise _Fault
        return value

    def guid_or_none(self, key: str) -> str | None:
        value = self.text_or_none(key)
        if value is not None and not _GUID.fullmatch(value):
            raise _Fault
        return value

    def moment(self, key: str) -> datetime:
        try:
            return datetime.strptime(self.matching(key, _MOMENT), "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
        except ValueError:
            raise _Fault from None

    def moment_or_none(self, key: str) -> datetime | None:
        if self._left.get(key) is not None:
            return self.moment(key)
        self.take(key)
        return None

    def truth(self, key: str) -> bool:
        value = self.take(key)
        if not isinstance(value, bool):
            raise _Fault
        return value

    def has(self, key: str) -> bool:
        return key in self._left

    def texts(self, key: str) -> tuple[str, ...]:
        values = self.take(key)
        if not isinstance(values, list):
            raise _Fault
        return tuple(_text(value) for value in values)

    def fields(self, key: str) -> _Fields:
        return _Fields(self.take(key))

    def rest(self) -> Mapping[str, str]:
        rest = {_text(key): _text(value) for key, value in self._left.items()}
        self._left.clear()
        return rest


def from_json(data: bytes, path: str) -> Payload:
    """The payload in `data`, a bundle's decrypted content; `path` only appears in errors.

    Raises NotABundle for another format, UnknownBundleVersion for another version, DamagedBundle for all else.
    """
    document = _document(data)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise NotABundle(path)
    version = document.get("version")
    if isinstance(version, int) and not isinstance(version, bool) and version != VERSION:
        raise UnknownBundleVersion(path, str(version))
    try:
        return _payload(_Fields(document))
    except _Fault:
        raise DamagedBundle(path) from None


def _document(data: bytes) -> object:
    """The JSON document, or None. The decoder's exception is not chained: it contains the text, and so the secret."""
    try:
        return json.loads(data.decode(), object_pairs_hook=_once, parse_constant=_refuse)
    except (ValueError, RecursionError, _Fault):
        return None


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _Fault
    return found


def _refuse(_: str) -> NoReturn:
    raise _Fault


def _text(value: object, empty: bool = False, lines: bool = False) -> str:
    """A string that is safe to show: no control characters, nothing invisible, no bidi controls; `lines` for PEM."""
    if not isinstance(value, str) or not (value or empty) or not is_plain(value.replace("\r\n", "\n"), lines):
        raise _Fault
    return value


def _notes(value: object) -> str:
    """Free text with any characters that UTF-8 has; it is only ever shown as escaped JSON."""
    if not isinstance(value, str) or any("\ud800" <= sign <= "\udfff" for sign in value):
        raise _Fault
    return value


def _payload(top: _Fields) -> Payload:
    top.take("format")
    if type(top.take("version")) is not int:
        raise _Fault
    created = top.moment("created")
    cloud, tenant, permissions = top.fields("cloud"), top.fields("tenant"), top.fields("permissions")
    application = _application(top.fields("application"))
    credential = _credential(top.fields("credential"))
    organization = Organization(
        tenant.matching("id", _GUID), tenant.text("name", empty=True), tenant.text("domain", empty=True)
    )
    payload = Payload(
        created=created,
        cloud=PayloadCloud(cloud.text("id"), cloud.matching("authority", _ORIGIN), cloud.matching("graph", _ORIGIN)),
        tenant=organization,
        application=application,
        credential=credential,
        profile=permissions.text("profile"),
        granted=permissions.texts("granted"),
        connector=_connector(top.fields("connector").rest(), organization.id, application, credential),
        notes=_notes(top.take("notes")),
        proven=top.truth("proven"),
        client=top.matching("client", _CLIENT) if top.has("client") else "",
    )
    for fields in (cloud, tenant, permissions, top):
        fields.end()
    return payload


def _application(fields: _Fields) -> PayloadApplication:
    application = PayloadApplication(
        name=fields.text("name"),
        client_id=fields.matching("client_id", _GUID),
        object_id=fields.guid_or_none("object_id"),
        service_principal_id=fields.guid_or_none("service_principal_id"),
        unique_name=fields.text_or_none("unique_name"),
    )
    fields.end()
    return application


def _credential(fields: _Fields) -> StoredCredential:
    credential: StoredCredential
    match fields.text("kind"):
        case CredentialKind.SECRET:
            key_id, expires = fields.guid_or_none("key_id"), fields.moment_or_none("expires")
            credential = SecretCredential(key_id, expires, Secret(fields.text("secret")))
        case CredentialKind.CERTIFICATE:
            credential = _certificate(fields)
        case CredentialKind.FEDERATED:
            key_id, inner = fields.matching("key_id", _GUID), fields.fields("federation")
            if fields.take("expires") is not None:
                raise _Fault
            federation = Federation(inner.text("issuer"), inner.text("subject"), inner.text("audience"))
            credential = FederatedCredential(key_id, federation)
            inner.end()
        case _:
            raise _Fault
    fields.end()
    return credential


def _certificate(fields: _Fields) -> CertificateCredential:
    key_id, expires = fields.matching("key_id", _GUID), fields.moment("expires")
    inner = fields.fields("certificate")
    sha1, sha256 = (inner.matching(name, _HEX) for name in _THUMBPRINTS)
    if (len(sha1), len(sha256)) != tuple(_THUMBPRINTS.values()):
        raise _Fault
    key = Secret(inner.text("private_key_pem", lines=True)) if inner.has("private_key_pem") else None
    certificate = CertificateCredential(key_id, expires, inner.text("pem", lines=True), key, sha1, sha256)
    inner.end()
    return certificate


def _connector(
    values: Mapping[str, str], tenant_id: str, application: PayloadApplication, credential: StoredCredential
) -> ConnectorKeys:
    """The connector's names, which are those of the manifest at that time, recognized by their values.

    Each value must equal the one elsewhere in the document.
    """
    wanted = {"tenant_id": tenant_id, "client_id": application.client_id}
    own: dict[str, str] = {}
    match credential:
        case SecretCredential():
            wanted["client_secret"] = in_clear(credential)
        case CertificateCredential():
            wanted |= {"auth_mode": CredentialKind.CERTIFICATE.value, "thumbprint": credential.thumbprint_sha1}
            own = {"object_id": application.object_id or "", "key_id": credential.key_id}
        case FederatedCredential():
            wanted["auth_mode"] = CredentialKind.FEDERATED.value
    if len(values) == len(wanted) + len(own):
        wanted |= own
    names = {value: name for name, value in values.items()}
    if len(values) != len(wanted) or set(names) != set(wanted.values()):
        raise _Fault
    return ConnectorKeys(**{role: names[value] for role, value in wanted.items()})
