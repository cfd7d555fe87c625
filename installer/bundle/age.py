"""age encryption: seals to public keys or a passphrase, opens, and reads keys. See age-encryption.org/v1."""

from __future__ import annotations

import binascii
import codecs
import contextlib
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from unicodedata import normalize

import pyrage  # type: ignore[import-untyped]  # it ships no types
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from installer.bundle.scrypt import Refused, Shortage, Work, apart
from installer.errors.files import (
    DamagedBundle,
    EncryptedInstead,
    InvalidIdentity,
    InvalidRecipient,
    KeyKind,
    NotABundle,
    TooLittleMemory,
    UnusableKey,
    WeakPassphrase,
    WrongKey,
)
from installer.errors.usage import NeedsEncryption
from installer.files import read_limited, text_of
from installer.model import Secret

_BINARY: Final = b"age-encryption.org/v1\n"
_ARMOUR: Final = b"-----BEGIN AGE ENCRYPTED FILE-----"
_KEY: Final = re.compile(r"age1[a-z0-9]*", re.IGNORECASE)
_PRIVATE: Final = "AGE-SECRET-KEY-"
_SSH: Final = ("ssh-", "ecdsa-sha2-", "sk-ssh-", "sk-ecdsa-")
_NAMED: Final = re.compile(r"age1([a-z0-9+._-]+)1")
_BECH32: Final = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_WRONG_KEY: Final = frozenset({"No matching keys found", "Decryption failed"})
"""What pyrage (age 0.12 in Rust) says if no stanza of the header is for the key; any other message means damage."""

_HARDEST: Final = 22
"""The highest scrypt work factor (log2 N) that is opened: 4 GiB, age's own limit; pyrage itself has none."""


@dataclass(frozen=True, slots=True, order=True)
class Recipient:
    """A valid X25519 public key in age's notation, `age1…`."""

    key: str

    def __str__(self) -> str:
        return self.key


@dataclass(frozen=True, slots=True)
class Identities:
    """The private keys of one identity file."""

    path: str
    keys: tuple[pyrage.x25519.Identity, ...] = field(repr=False)


def parse_recipients(value: str) -> tuple[Recipient, ...]:
    """The public keys that one `--recipient` means: the key itself, or those in a file, one per line, `#` for comments.

    Raises UnusableKey (private, hybrid `age1pq…`, plugin and ssh keys: pyrage cannot seal to them, or GLIMPS's age may
    not open the result; and weak ones), InvalidRecipient and UnreadableFile.
    """
    value = value.strip()
    if _KEY.fullmatch(value) or _kind(value) or not value or not _exists(value):
        return (_recipient(value, value),)
    lines = _lines(read_limited(Path(value)))
    if not lines:
        raise InvalidRecipient(value)
    return tuple(dict.fromkeys(_recipient(line, line if _KEY.fullmatch(line) else value) for line in lines))


def read_recipient(key: str) -> Recipient:
    """The public key in this text, which is never taken for a file name; raises UnusableKey and InvalidRecipient."""
    return _recipient(key, key)


def fingerprint(recipient: Recipient) -> str:
    """A fingerprint for two people to compare: the first 16 bytes of the SHA-256 of the key's text, 8 groups of 4."""
    digits = hashlib.sha256(recipient.key.encode()).hexdigest()[:32].upper()
    return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))


def parse_identities(data: bytes, path: str) -> Identities:
    """The private keys in the content of an identity file as age-keygen writes it. Raises InvalidIdentity.

    `path` only appears in the error.
    """
    try:
        keys = tuple(pyrage.x25519.Identity.from_str(line) for line in _lines(data))
    except pyrage.IdentityError:
        keys = ()
    if not keys:
        raise EncryptedInstead(path) if data.lstrip().startswith((_ARMOUR, _BINARY)) else InvalidIdentity(path)
    return Identities(path, keys)


def read_identities(path: Path) -> Identities:
    """The private keys in a file. Raises UnreadableFile and InvalidIdentity."""
    return parse_identities(read_limited(path), str(path))


def recipients_of(identities: Identities) -> tuple[Recipient, ...]:
    """The public keys that these identities open files of."""
    return tuple(Recipient(str(key.to_public())) for key in identities.keys)


def seal(data: bytes, recipients: tuple[Recipient, ...]) -> bytes:
    """An armoured age file that each of the recipients can open. Raises NeedsEncryption if there are none."""
    if not recipients:
        raise NeedsEncryption
    keys = [pyrage.x25519.Recipient.from_str(recipient.key) for recipient in dict.fromkeys(recipients)]
    sealed: bytes = pyrage.encrypt(data, keys, armored=True)
    return sealed


def seal_with_passphrase(data: bytes, passphrase: Secret) -> bytes:
    """An armoured age file that the passphrase opens. Raises WeakPassphrase for an empty one, which pyrage accepts.

    Takes up to 4 s and 1 GiB of memory (measured): pyrage chooses scrypt's work factor by the computer's speed. Raises
    TooLittleMemory if there is not enough.
    """
    if not passphrase:
        raise WeakPassphrase(1)
    try:
        return apart(Work.SEAL, _spellings(passphrase)[0], data)
    except Shortage as error:
        raise TooLittleMemory from error


def try_passphrases() -> None:
    """Seals empty data as a trial, as slowly as real data: raises TooLittleMemory while that does no harm."""
    seal_with_passphrase(b"", Secret("trial"))


def unseal(data: bytes, path: str, key: Identities | Secret) -> bytes:
    """Decrypts an age file, armoured or not, with identities or a passphrase; `path` only appears in errors.

    Accepts white space before the armour, as C2SP's age specification allows but pyrage does not, and armour that
    Windows PowerShell 5.1 has rewritten as UTF-16. A passphrase opens in any Unicode form of its accents.

    Raises NotABundle, DamagedBundle, TooLittleMemory, and WrongKey, also for a passphrase where the file needs a key,
    or the other way round.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = (text_of(data) or "").encode()
    trimmed = data.lstrip(b" \t\r\n")
    if trimmed.startswith(_ARMOUR):
        data = trimmed
    elif not data.startswith(_BINARY):
        raise NotABundle(path)
    if isinstance(key, Secret) and not key:
        raise WrongKey(path, by_passphrase=True)
    if _work_factor(data) > _HARDEST:
        raise DamagedBundle(path)
    try:
        if not isinstance(key, Secret):
            opened: bytes = pyrage.decrypt(data, list(key.keys))
            return opened
        return _opened_by_any(data, _spellings(key))
    except (pyrage.DecryptError, Refused) as error:
        if str(error) in _WRONG_KEY:
            typed = isinstance(key, Secret)
            raise WrongKey(path, typed, other_way=typed is not bool(_work_factor(data))) from error
        raise DamagedBundle(path) from error
    except Shortage as error:
        raise TooLittleMemory from error


def _opened_by_any(data: bytes, passphrases: Sequence[str]) -> bytes:
    """Opens with the first passphrase that fits; raises what age says about the last one."""
    for passphrase in passphrases[:-1]:
        with contextlib.suppress(Refused):
            return apart(Work.OPEN, passphrase, data)
    return apart(Work.OPEN, passphrases[-1], data)


def _spellings(passphrase: Secret) -> tuple[str, ...]:
    """The passphrase in NFC, as it is, and in NFD, without repetitions.

    age takes bytes, and systems differ: macOS may write é as two characters. We seal with NFC.
    """
    typed = passphrase.reveal()
    return tuple(dict.fromkeys((normalize("NFC", typed), typed, normalize("NFD", typed))))


def _work_factor(data: bytes) -> int:
    """scrypt's work factor (log2 N) in the header, whose only stanza it is then; 0 if there is none."""
    head = data[:4096]
    if head.startswith(_ARMOUR):
        lines = head.splitlines()[1:5]
        try:
            head = b"".join(binascii.a2b_base64(line) for line in lines)
        except binascii.Error:
            return 0
    asked = re.match(re.escape(_BINARY) + rb"-> scrypt [^ \n]+ ([1-9][0-9]{0,9})\n", head)
    return int(asked[1]) if asked else 0


def _exists(value: str) -> bool:
    try:
        return Path(value).exists()
    except (OSError, ValueError):
        return False


def _lines(data: bytes) -> tuple[str, ...]:
    """The lines of a text file without comments and empty lines; none if it is not text."""
    lines = (line.strip() for line in (text_of(data) or "").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


def _recipient(text: str, shown: str) -> Recipient:
    """The key, checked by sealing to it; raises UnusableKey or InvalidRecipient with `shown`.

    `shown` is the file's path if the text is a line of a file: a wrongly chosen one may contain anything.
    """
    if kind := _kind(text):
        raise UnusableKey(f"{_PRIVATE}…" if _PRIVATE in shown.upper() else shown, kind)
    if text != text.lower():
        raise InvalidRecipient(shown)
    try:
        key = pyrage.x25519.Recipient.from_str(text)
    except pyrage.RecipientError as error:
        raise InvalidRecipient(shown) from error
    try:
        X25519PrivateKey.generate().exchange(X25519PublicKey.from_public_bytes(_raw(text)))
    except ValueError as error:
        raise UnusableKey(shown, KeyKind.WEAK) from error
    pyrage.encrypt(b"", [key])
    return Recipient(text)


def _kind(text: str) -> KeyKind | None:
    """The kind of a key that is no X25519 public key, else None (age's plugin specification: `age1` name `1` data)."""
    if _PRIVATE in text.upper():
        return KeyKind.PRIVATE
    if text.lower().startswith(_SSH):
        return KeyKind.SSH
    if named := _NAMED.match(text.lower()):
        return KeyKind.HYBRID if named[1].endswith("pq") else KeyKind.PLUGIN
    return None


def _raw(key: str) -> bytes:
    """The 32 bytes of a valid key: its 52 characters of five bits each, without the checksum (BIP 173).

    They are needed to reject points of low order, which give a shared secret that everybody knows (RFC 7748 §6.1);
    age panics on them.
    """
    number = 0
    for sign in key.removeprefix("age1")[:52]:
        number = number << 5 | _BECH32.index(sign)
    return (number >> 4).to_bytes(32, "big")
