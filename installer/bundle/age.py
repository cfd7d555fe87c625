"""The only module that uses age: sealing to public keys or a passphrase, opening again, and reading keys."""

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
"""What age 0.12 (Rust), inside pyrage, says when the header holds nothing for the key; any other word is damage."""

_HARDEST: Final = 22
"""The highest scrypt work factor (log2 N) opened: 4 GiB, age's own limit; pyrage alone takes whatever is asked."""


@dataclass(frozen=True, slots=True, order=True)
class Recipient:
    """An X25519 public key in age's writing, `age1…`, known to be valid."""

    key: str

    def __str__(self) -> str:
        return self.key


@dataclass(frozen=True, slots=True)
class Identities:
    """The private keys of one identity file."""

    path: str
    keys: tuple[pyrage.x25519.Identity, ...] = field(repr=False)


def parse_recipients(value: str) -> tuple[Recipient, ...]:
    """The public keys meant by one `--recipient`: the key itself, or those of a file, one a line, `#` for comments.

    Raises UnusableKey (hybrid `age1pq…`, plugin and ssh keys: pyrage cannot seal to them, or GLIMPS's age may not open
    them), InvalidRecipient and UnreadableFile.
    """
    value = value.strip()
    if _KEY.fullmatch(value) or _kind(value) or not value or not _exists(value):
        return (_recipient(value, value),)
    lines = _lines(read_limited(Path(value)))
    if not lines:
        raise InvalidRecipient(value)
    return tuple(dict.fromkeys(_recipient(line, line if _KEY.fullmatch(line) else value) for line in lines))


def read_recipient(key: str) -> Recipient:
    """The same for one key that is never the name of a file; raises UnusableKey and InvalidRecipient."""
    return _recipient(key, key)


def fingerprint(recipient: Recipient) -> str:
    """What two people compare: the first 16 bytes of the SHA-256 of the key's text, in groups of 4 digits."""
    digits = hashlib.sha256(recipient.key.encode()).hexdigest()[:32].upper()
    return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))


def parse_identities(data: bytes, path: str) -> Identities:
    """The private keys in an identity file's content, as age-keygen writes it. Raises InvalidIdentity."""
    try:
        keys = tuple(pyrage.x25519.Identity.from_str(line) for line in _lines(data))
    except pyrage.IdentityError:
        keys = ()
    if not keys:
        raise InvalidIdentity(path)
    return Identities(path, keys)


def read_identities(path: Path) -> Identities:
    """The private keys in a file. Raises UnreadableFile and InvalidIdentity."""
    return parse_identities(read_limited(path), str(path))


def recipients_of(identities: Identities) -> tuple[Recipient, ...]:
    """The public keys that these identities open files of."""
    return tuple(Recipient(str(key.to_public())) for key in identities.keys)


def seal(data: bytes, recipients: tuple[Recipient, ...]) -> bytes:
    """An armoured age file that each of the recipients can open. Raises NeedsEncryption when there is none."""
    if not recipients:
        raise NeedsEncryption
    keys = [pyrage.x25519.Recipient.from_str(recipient.key) for recipient in dict.fromkeys(recipients)]
    sealed: bytes = pyrage.encrypt(data, keys, armored=True)
    return sealed


def seal_with_passphrase(data: bytes, passphrase: Secret) -> bytes:
    """An armoured age file that the passphrase opens. Raises WeakPassphrase for an empty one, which pyrage would take.

    Takes up to 4 s and 1 GiB of memory (measured): pyrage chooses scrypt's work factor by the computer's speed. Raises
    TooLittleMemory where there is less.
    """
    if not passphrase:
        raise WeakPassphrase(1)
    try:
        return apart(Work.SEAL, _spellings(passphrase)[0], data)
    except Shortage as error:
        raise TooLittleMemory from error


def try_passphrases() -> None:
    """Seals nothing, at the cost of something: raises TooLittleMemory while that does no harm."""
    seal_with_passphrase(b"", Secret("trial"))


def unseal(data: bytes, path: str, key: Identities | Secret) -> bytes:
    """The content of an age file, armoured or not, by identities or by a passphrase; `path` only appears in errors.

    White space before the armour is passed over, as C2SP's age specification allows and pyrage does not; so is that
    Windows PowerShell 5.1 has rewritten the armour as UTF-16. A passphrase opens whichever way its accents are written.
    Raises NotABundle, DamagedBundle, TooLittleMemory and WrongKey (a passphrase where a key is due too, and the other
    way round).
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
            raise WrongKey(path, isinstance(key, Secret)) from error
        raise DamagedBundle(path) from error
    except Shortage as error:
        raise TooLittleMemory from error


def _opened_by_any(data: bytes, passphrases: Sequence[str]) -> bytes:
    """By the first that opens it; raises what age says of the last."""
    for passphrase in passphrases[:-1]:
        with contextlib.suppress(Refused):
            return apart(Work.OPEN, passphrase, data)
    return apart(Work.OPEN, passphrases[-1], data)


def _spellings(passphrase: Secret) -> tuple[str, ...]:
    """The passphrase with its accents in one character each (NFC), as it is, and in two (NFD).

    Keyboards and systems differ: macOS writes é in two, and age takes bytes. What we seal is in NFC.
    """
    typed = passphrase.reveal()
    return tuple(dict.fromkeys((normalize("NFC", typed), typed, normalize("NFD", typed))))


def _work_factor(data: bytes) -> int:
    """scrypt's log2 N as the header asks for it, which stands alone in its first stanza; 0 where there is none."""
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
    """The lines that say something; none of what is no text."""
    lines = (line.strip() for line in (text_of(data) or "").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


def _recipient(text: str, shown: str) -> Recipient:
    """The key, tried by sealing to it; raises UnusableKey or InvalidRecipient with `shown`.

    A line of a wrongly chosen file may be anything, so it is not told itself.
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
    """What the text is where it is a key of another kind (age's plugin specification: `age1` name `1` data)."""
    if _PRIVATE in text.upper():
        return KeyKind.PRIVATE
    if text.lower().startswith(_SSH):
        return KeyKind.SSH
    if named := _NAMED.match(text.lower()):
        return KeyKind.HYBRID if named[1].endswith("pq") else KeyKind.PLUGIN
    return None


def _raw(key: str) -> bytes:
    """The 32 bytes of a key that is known to be valid: its 52 signs of five bits, before the checksum (BIP 173).

    Sealing to a point of low order gives a secret that everybody knows (RFC 7748 §6.1); age panics there.
    """
    number = 0
    for sign in key.removeprefix("age1")[:52]:
        number = number << 5 | _BECH32.index(sign)
    return (number >> 4).to_bytes(32, "big")
