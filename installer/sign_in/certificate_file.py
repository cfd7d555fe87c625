"""Reads certificates that were made elsewhere, and key files; a private key in the wrong place is refused.

Accepted are PEM, DER and PKCS #7 (.p7b, RFC 2315) in both encodings, with or without the chain.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey
from cryptography.hazmat.primitives.serialization import pkcs7, pkcs12

from installer.errors.certificates import (
    CertificateExpired,
    CertificateNotYetValid,
    KeyIsEncrypted,
    KeyOfAnother,
    NotACertificate,
    NotAPrivateKey,
    NotRsa,
    PrivateKeyInside,
    RsaTooShort,
    SeveralCertificates,
    Utf16File,
)
from installer.files import read_limited
from installer.model import Certificate, PublicCertificate, Secret

MOST_BYTES: Final = 64 * 1024
"""A leaf with a long chain has some ten thousand bytes."""
LEAST_BITS: Final = 2048
EARLY: Final = timedelta(days=1)
"""How far in the future a certificate may become valid; beyond that, a clock is wrong or it is too early to use it."""
_WEAK: Final = ("sha1", "md5")


def read_public_certificate(path: Path, now: datetime) -> PublicCertificate:
    """The certificate in a file, or the leaf of its chain, checked to be fit for registration at `now`.

    Raises `UnreadableFile`, also for a file of more than 64 KiB, and `UnusableCertificate`.
    """
    return judge_certificate(read_limited(path, MOST_BYTES), str(path), now)


def judge_certificate(data: bytes, name: str, now: datetime) -> PublicCertificate:
    """`read_public_certificate` for a file's content; errors call it `name`. Raises `UnusableCertificate`."""
    certificate = _leaf(data, name)
    key = certificate.public_key()
    if not isinstance(key, RSAPublicKey):
        raise NotRsa(name)
    if key.key_size < LEAST_BITS:
        raise RsaTooShort(name, key.key_size)
    if certificate.not_valid_after_utc <= now:
        raise CertificateExpired(name, certificate.not_valid_after_utc)
    if certificate.not_valid_before_utc > now + EARLY:
        raise CertificateNotYetValid(name, certificate.not_valid_before_utc)
    return public_part(certificate)


def read_any_certificate(path: Path) -> PublicCertificate:
    """The certificate of a file, whatever it is fit for. Raises `UnreadableFile` and `UnusableCertificate`."""
    return public_part(_leaf(read_limited(path, MOST_BYTES), str(path)))


def read_key_pair(key: Path, certificate: Path) -> Certificate:
    """The connector's private key (PEM) with its certificate, to be tried. Its `key_id` is empty.

    An expired certificate is accepted: whether it still works is for Microsoft to say. Raises `UnreadableFile`,
    `UnusableCertificate`, `NotAPrivateKey`, `KeyIsEncrypted` and `KeyOfAnother`.
    """
    return _with_key(key, _leaf(read_limited(certificate, MOST_BYTES), str(certificate)), str(certificate))


def read_key_of(key: Path, pem: str, source: str) -> Certificate:
    """`read_key_pair` for a certificate in PEM that comes from the bundle at `source`."""
    found = _certificates(pem.encode())
    if not found:
        raise NotACertificate(source)
    return _with_key(key, found[0], source)


def _with_key(key: Path, certificate: x509.Certificate, source: str) -> Certificate:
    private, public = _private_key(key), public_part(certificate)
    if private.public_key() != certificate.public_key():
        raise KeyOfAnother(str(key), source)
    plain = private.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return Certificate(
        pem=public.pem,
        der=public.der,
        private_key=Secret(plain.decode()),
        key_id="",
        expires=public.expires,
        thumbprint_sha1=public.thumbprint_sha1,
        thumbprint_sha256=public.thumbprint_sha256,
    )


def public_part(certificate: x509.Certificate) -> PublicCertificate:
    """What is registered and shown of a certificate; `der` is base64, the thumbprints are upper-case hexadecimal."""
    der = certificate.public_bytes(serialization.Encoding.DER)
    return PublicCertificate(
        pem=certificate.public_bytes(serialization.Encoding.PEM).decode(),
        der=base64.b64encode(der).decode(),
        subject=certificate.subject.rfc4514_string(),
        begins=certificate.not_valid_before_utc,
        expires=certificate.not_valid_after_utc,
        thumbprint_sha1=certificate.fingerprint(hashes.SHA1()).hex().upper(),  # noqa: S303  # a name, not a protection
        thumbprint_sha256=certificate.fingerprint(hashes.SHA256()).hex().upper(),
        authority=_may_sign(certificate),
        weak_signature=_is_weak(certificate),
    )


def _private_key(path: Path) -> RSAPrivateKey:
    try:
        key = serialization.load_pem_private_key(read_limited(path, MOST_BYTES), password=None)
    except TypeError:  # what cryptography raises for a missing passphrase
        raise KeyIsEncrypted(str(path)) from None
    except (ValueError, UnsupportedAlgorithm):  # not chained: its message may quote the file
        raise NotAPrivateKey(str(path)) from None
    if not isinstance(key, RSAPrivateKey):
        raise NotAPrivateKey(str(path))
    return key


def _leaf(data: bytes, name: str) -> x509.Certificate:
    """The certificate that has issued no other one in the file."""
    plain = _without_utf16(data)
    if _holds_private_key(plain):
        raise PrivateKeyInside(name)
    if plain is not data:
        raise Utf16File(name)
    certificates = list(dict.fromkeys(_certificates(data)))
    if not certificates:
        raise NotACertificate(name)
    leaves = [one for one in certificates if not any(_issued(one, other) for other in certificates if other != one)]
    if len(leaves) != 1:
        raise SeveralCertificates(name)
    return leaves[0]


def _without_utf16(data: bytes) -> bytes:
    """A UTF-16 file's text in ASCII, to look for a private key in it; any other file unchanged (the same object)."""
    marked = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    unmarked = data[:10] == "-----".encode("utf-16-le")
    if not marked and not unmarked:
        return data
    return data.decode("utf-16" if marked else "utf-16-le", "ignore").encode("ascii", "ignore")


def _holds_private_key(data: bytes) -> bool:
    """Whether the data is a private key in PEM or DER, or a PKCS #12 file (.pfx), encrypted or not."""
    if b"PRIVATE KEY-----" in data:
        return True
    try:
        serialization.load_der_private_key(data, password=None)
    except TypeError:
        return True
    except (ValueError, UnsupportedAlgorithm):
        pass
    else:
        return True
    return _is_pkcs12(data)


def _is_pkcs12(data: bytes) -> bool:
    """Recognizes PKCS #12 by its version, an INTEGER 3 at the beginning of a SEQUENCE (RFC 7292 §4)."""
    if not re.match(rb"\x30(?:[\x00-\x7f]|\x80|\x81.|\x82..|\x83...)\x02\x01\x03\x30", data, re.DOTALL):
        return False
    try:
        pkcs12.load_pkcs12(data, None)
    except (ValueError, UnsupportedAlgorithm):
        return True  # damaged, or protected by a password
    return True


def _certificates(data: bytes) -> Sequence[x509.Certificate]:
    """All certificates in the data, in their order; empty if there are none."""
    text = data.removeprefix(b"\xef\xbb\xbf")
    if b"-----BEGIN" in text:
        blocks = re.findall(rb"-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \1-----", text, re.DOTALL)
        wanted = [body for label, body in blocks if label in (b"CERTIFICATE", b"X509 CERTIFICATE", b"PKCS7", b"CMS")]
        return [found for body in wanted for found in _from_der(_decoded(body))]
    return _from_der(data) or _from_der(_decoded(text))


def _from_der(data: bytes) -> Sequence[x509.Certificate]:
    """One certificate, or those of a PKCS #7 file: Windows writes both between BEGIN CERTIFICATE lines."""
    readers: tuple[Callable[[bytes], Sequence[x509.Certificate]], ...] = (
        lambda der: [x509.load_der_x509_certificate(der)],
        pkcs7.load_der_pkcs7_certificates,
    )
    for read in readers:
        try:
            return read(data)
        except (ValueError, UnsupportedAlgorithm):
            continue
    return []


def _decoded(text: bytes) -> bytes:
    """The bytes of base64 text with any white space in it; empty if it is not base64."""
    try:
        return base64.b64decode(b"".join(text.split()), validate=True)
    except ValueError:
        return b""


def _issued(issuer: x509.Certificate, other: x509.Certificate) -> bool:
    if other.issuer != issuer.subject:
        return False
    try:
        other.verify_directly_issued_by(issuer)
    except InvalidSignature:
        return False
    except (TypeError, ValueError, UnsupportedAlgorithm):
        return True  # a signature that cannot be checked here; the names match
    return True


def _may_sign(certificate: x509.Certificate) -> bool:
    try:
        return certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except (x509.ExtensionNotFound, ValueError):
        return False


def _is_weak(certificate: x509.Certificate) -> bool:
    try:
        algorithm = certificate.signature_hash_algorithm
    except UnsupportedAlgorithm:
        return False
    return algorithm is not None and algorithm.name in _WEAK
