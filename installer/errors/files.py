"""A file, a key or a folder that was named cannot be used."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from installer.errors.usage import BadInput


@dataclass(eq=False)
class InvalidRecipient(BadInput):
    value: str


@dataclass(eq=False)
class InvalidIdentity(BadInput):
    path: str


@dataclass(eq=False)
class WeakPassphrase(BadInput):
    """Too short, or too easy to guess; `shortest` is the fewest characters that are accepted."""

    shortest: int


@dataclass(eq=False)
class PassphrasesDiffer(BadInput):
    pass


class FileFault(StrEnum):
    """Why a file could not be written or read."""

    DISK_FULL = "disk_full"
    READ_ONLY = "read_only"
    EXISTS = "exists"
    PERMISSION = "permission"
    NAME_TOO_LONG = "name_too_long"
    VANISHED = "vanished"
    IS_FOLDER = "is_folder"
    TOO_BIG = "too_big"
    NOT_UTF8 = "not_utf8"
    OTHER = "other"


@dataclass(eq=False)
class UnreadableFile(BadInput):
    path: str
    reason: FileFault


@dataclass(eq=False)
class UnwritableFolder(BadInput):
    path: str


@dataclass(eq=False)
class FileExists(BadInput):
    """`replaceable` is False for a folder or a device, which no option makes a file of."""

    path: str
    replaceable: bool = True


class TomlFault(StrEnum):
    SYNTAX = "syntax"
    UNKNOWN_KEY = "unknown_key"
    MISSING_KEY = "missing_key"
    WRONG_TYPE = "wrong_type"
    BAD_VALUE = "bad_value"


@dataclass(eq=False)
class InvalidToml(BadInput):
    """connector.toml, clouds.toml or a cloud file; `line` counts from 1, and is 0 for what is missing."""

    path: str
    line: int
    fault: TomlFault
    key: str


@dataclass(eq=False)
class NotABundle(BadInput):
    path: str


@dataclass(eq=False)
class DamagedBundle(BadInput):
    path: str


@dataclass(eq=False)
class WrongKey(BadInput):
    """The passphrase is wrong, or none of the identities opens the bundle."""

    path: str
    by_passphrase: bool


@dataclass(eq=False)
class UnknownBundleVersion(BadInput):
    path: str
    version: str
