"""A certificate file is read in every form that Windows and openssl write, and refused with a sentence of its own."""

from __future__ import annotations

import base64
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs7, pkcs12

from installer.errors.base import SetupError
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
from installer.errors.files import UnreadableFile
from installer.model import utc_now
from installer.sign_in.certificate_file import read_key_pair, read_public_certificate
from tests.certificates import DAY, certificate, der, pem, private_pem, rsa_key, sha1

ROOT = certificate(rsa_key(1), name="root", authority=True)
MIDDLE = certificate(rsa_key(2), name="middle", authority=True, issuer=(ROOT, rsa_key(1)))
LEAF = certificate(rsa_key(3), name="leaf", issuer=(MIDDLE, rsa_key(2)))
CHAIN = [ROOT, LEAF, MIDDLE]
EC_KEY = ec.generate_private_key(ec.SECP256R1())


def in_lines(data: bytes, label: str) -> bytes:
    """As certutil and the Windows export write it."""
    text = base64.encodebytes(data).decode().replace("\n", "\r\n")
    return f"-----BEGIN {label}-----\r\n{text}-----END {label}-----\r\n".encode()


P7B = pkcs7.serialize_certificates(CHAIN, serialization.Encoding.DER)
TAKEN = {
    "PEM": pem(LEAF),
    "PEM with Windows line ends": pem(LEAF).replace(b"\n", b"\r\n"),
    "PEM with a byte order mark": b"\xef\xbb\xbf" + pem(LEAF),
    "PEM between openssl’s own words": b"Bag Attributes\n    friendlyName: x\n" + pem(LEAF) + b"\n\n",
    "PEM with its chain, the root first": pem(ROOT, MIDDLE, LEAF),
    "PEM twice": pem(LEAF, LEAF),
    "DER": der(LEAF),
    "base64 without lines around it": base64.encodebytes(der(LEAF)),
    "p7b in DER with its chain": P7B,
    "p7b in PEM": pkcs7.serialize_certificates(CHAIN, serialization.Encoding.PEM),
    "p7b as Windows exports it": in_lines(P7B, "CERTIFICATE"),
    "p7b of the leaf alone": pkcs7.serialize_certificates([LEAF], serialization.Encoding.DER),
}


@pytest.mark.parametrize("data", TAKEN.values(), ids=TAKEN)
def test_the_leaf_is_found_in_every_form(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "c.cer"
    path.write_bytes(data)
    read = read_public_certificate(path, utc_now())
    assert (read.subject, read.thumbprint_sha1) == ("CN=leaf", sha1(LEAF))
    assert read.pem.encode() == pem(LEAF)
    assert base64.b64decode(read.der) == der(LEAF)
    assert read.expires == LEAF.not_valid_after_utc
    assert not read.authority
    assert not read.weak_signature


PFX = pkcs12.serialize_key_and_certificates(b"x", rsa_key(3), LEAF, None, serialization.NoEncryption())
LOCKED_PFX = pkcs12.serialize_key_and_certificates(
    b"x", rsa_key(3), LEAF, None, serialization.BestAvailableEncryption(b"secret")
)
DER_KEY = rsa_key(3).private_bytes(
    serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
)
PKCS1 = rsa_key(3).private_bytes(
    serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()
)
REFUSED: dict[str, tuple[bytes, type[SetupError]]] = {
    "a private key beside it": (pem(LEAF) + private_pem(rsa_key(3)), PrivateKeyInside),
    "a private key alone": (private_pem(rsa_key(3)), PrivateKeyInside),
    "a locked private key": (private_pem(rsa_key(3), b"secret"), PrivateKeyInside),
    "an old form of private key": (PKCS1 + pem(LEAF), PrivateKeyInside),
    "a private key in DER": (DER_KEY, PrivateKeyInside),
    "a pfx": (PFX, PrivateKeyInside),
    "a locked pfx": (LOCKED_PFX, PrivateKeyInside),
    "a private key in UTF-16": (private_pem(rsa_key(3)).decode().encode("utf-16"), PrivateKeyInside),
    "UTF-16 with its mark": (pem(LEAF).decode().encode("utf-16"), Utf16File),
    "UTF-16 without a mark": (pem(LEAF).decode().encode("utf-16-le"), Utf16File),
    "an elliptic curve": (pem(certificate(EC_KEY)), NotRsa),
    "RSA 1024": (pem(certificate(rsa_key(9, 1024))), RsaTooShort),
    "ended yesterday": (pem(certificate(begins=-9 * DAY, ends=-DAY)), CertificateExpired),
    "begins in two days": (pem(certificate(begins=2 * DAY)), CertificateNotYetValid),
    "two that do not belong together": (pem(LEAF, certificate(rsa_key(4))), SeveralCertificates),
    "a public key": (
        rsa_key().public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        ),
        NotACertificate,
    ),
    "a request": (in_lines(b"nonsense", "CERTIFICATE REQUEST"), NotACertificate),
    "half a file": (pem(LEAF)[:500], NotACertificate),
    "damage": (pem(LEAF).replace(b"A", b"!", 3), NotACertificate),
    "nothing": (b"", NotACertificate),
    "nonsense": (b"\x00\xff" * 90, NotACertificate),
    "too much": (b"x" * 70_000, UnreadableFile),
}  # fmt: skip


@pytest.mark.parametrize(("data", "error"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_used_is_refused_for_its_own_reason(
    data: bytes, error: type[SetupError], tmp_path: Path
) -> None:
    path = tmp_path / "c.cer"
    path.write_bytes(data)
    with pytest.raises(error) as caught:
        read_public_certificate(path, utc_now())
    assert caught.value.exit_code == 2
    assert type(caught.value) is error


def test_a_certificate_may_become_valid_within_a_day(tmp_path: Path) -> None:
    path = tmp_path / "c.cer"
    path.write_bytes(pem(certificate(begins=timedelta(hours=23))))
    assert read_public_certificate(path, utc_now()).begins > utc_now()


SHA256_RSA, SHA1_RSA, MD5_RSA = (bytes.fromhex(f"06092a864886f70d0101{last}") for last in ("0b", "05", "04"))
"""Object identifiers in DER (RFC 8017, appendix C)."""


@pytest.mark.parametrize("algorithm", [SHA1_RSA, MD5_RSA], ids=["SHA-1", "MD5"])
def test_an_authority_and_a_weak_signature_are_doubts_and_no_refusal(algorithm: bytes, tmp_path: Path) -> None:
    path = tmp_path / "c.cer"
    path.write_bytes(pem(certificate(authority=True)))
    assert read_public_certificate(path, utc_now()).authority
    path.write_bytes(der(certificate()).replace(SHA256_RSA, algorithm))
    assert read_public_certificate(path, utc_now()).weak_signature


def test_a_key_is_read_with_its_certificate(tmp_path: Path) -> None:
    key, public = tmp_path / "k.pem", tmp_path / "c.cer"
    key.write_bytes(PKCS1)
    public.write_bytes(P7B)
    pair = read_key_pair(key, public)
    assert pair.thumbprint_sha1 == sha1(LEAF)
    assert pair.private_key.reveal().encode() == private_pem(rsa_key(3))


def test_a_key_is_tried_with_a_certificate_that_has_ended(tmp_path: Path) -> None:
    key, public = tmp_path / "k.pem", tmp_path / "c.cer"
    key.write_bytes(private_pem(rsa_key()))
    public.write_bytes(pem(certificate(begins=-9 * DAY, ends=-DAY)))
    assert read_key_pair(key, public).expires < utc_now()


WRONG_KEYS: dict[str, tuple[Callable[[], bytes], type[SetupError]]] = {
    "another's": (lambda: private_pem(rsa_key(4)), KeyOfAnother),
    "locked": (lambda: private_pem(rsa_key(3), b"secret"), KeyIsEncrypted),
    "an elliptic curve": (lambda: private_pem(EC_KEY), NotAPrivateKey),
    "a certificate": (lambda: pem(LEAF), NotAPrivateKey),
    "nothing": (lambda: b"", NotAPrivateKey),
}


@pytest.mark.parametrize(("data", "error"), WRONG_KEYS.values(), ids=WRONG_KEYS)
def test_another_key_is_refused_without_being_quoted(
    data: Callable[[], bytes], error: type[SetupError], tmp_path: Path
) -> None:
    key, public = tmp_path / "k.pem", tmp_path / "c.cer"
    key.write_bytes(data())
    public.write_bytes(pem(LEAF))
    with pytest.raises(error) as caught:
        read_key_pair(key, public)
    assert "BEGIN" not in repr(caught.value)
    assert caught.value.__suppress_context__ or caught.value.__context__ is None
