"""Passphrase files at a hundredth of the cost: age chooses scrypt’s work factor to take a second on this computer.

What is written is an age file all the same (C2SP, age-encryption.org/v1), with a work factor that takes a millisecond;
age itself opens it, at once. Real work factors are tested in tests/bundle, by the processes of the journeys, and by the
executables.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
from typing import Final

import pyrage  # type: ignore[import-untyped]  # pyrage ships no types
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from installer.bundle.scrypt import Refused, Work

LOG_N: Final = 6
CHUNK: Final = 64 * 1024


def apart(work: Work, passphrase: str, data: bytes) -> bytes:
    """What `installer.bundle.scrypt.apart` does, here and now."""
    if work is Work.SEAL:
        return sealed(passphrase.encode(), data)
    try:
        return bytes(pyrage.passphrase.decrypt(data, passphrase))
    except pyrage.DecryptError as error:
        raise Refused(str(error)) from error


def sealed(passphrase: bytes, data: bytes) -> bytes:
    """An armoured age file of at most one chunk."""
    assert len(data) <= CHUNK
    key, salt, nonce = os.urandom(16), os.urandom(16), os.urandom(16)
    label = b"age-encryption.org/v1/scrypt"
    wrapping = hashlib.scrypt(passphrase, salt=label + salt, n=1 << LOG_N, r=8, p=1, dklen=32)
    body = _plain(ChaCha20Poly1305(wrapping).encrypt(bytes(12), key, None))
    header = f"age-encryption.org/v1\n-> scrypt {_plain(salt)} {LOG_N}\n{body}\n---".encode()
    mac = hmac.digest(_derived(key, b"", b"header"), header, "sha256")
    payload = ChaCha20Poly1305(_derived(key, nonce, b"payload")).encrypt(bytes(11) + b"\x01", data, None)
    whole = base64.b64encode(header + f" {_plain(mac)}\n".encode() + nonce + payload).decode()
    lines = (whole[start : start + 64] for start in range(0, len(whole), 64))
    return "\n".join(("-----BEGIN AGE ENCRYPTED FILE-----", *lines, "-----END AGE ENCRYPTED FILE-----", "")).encode()


def _derived(key: bytes, salt: bytes, label: bytes) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=salt, info=label).derive(key)


def _plain(data: bytes) -> str:
    return base64.b64encode(data).decode().rstrip("=")
