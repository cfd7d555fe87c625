"""A key's id, which Microsoft shows once or never: kept beside the key for as long as it is needed.

An application cannot read its own keys. The id of one whose answer was lost, and that of the old one until it is
removed, stand in a file of their own; that a key is there at all is told by signing in with it.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from installer.errors.files import UnwritableFolder
from installer.errors.self_renewal import RenewalRuns
from installer.model import rfc3339
from installer.self_renewal.pairs import write_over

_FORMAT: Final = "glimps-odsp-key-renewal"
_FLAGS: Final = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


@dataclass(frozen=True, slots=True)
class Known:
    """One key. `key_id` is empty where it is not known.

    `asked` is when Microsoft was asked to add it under that id, as long as no answer confirmed it. `finished`: all its
    files are in their places.
    """

    thumbprint: str
    key_id: str
    end: datetime
    asked: datetime | None = None
    finished: bool = True


@dataclass(frozen=True, slots=True)
class Journal:
    """All keys that are known, by their thumbprints; each change is on the disk when it returns."""

    path: Path
    keys: Mapping[str, Known]

    def key_id(self, thumbprint: str) -> str:
        """The id of the key with this thumbprint; empty if it is not known."""
        return self.keys[thumbprint].key_id if thumbprint in self.keys else ""

    def asked(self, thumbprint: str) -> datetime | None:
        """When Microsoft was asked to add this key; None once an answer confirmed it, or if the key is not known."""
        return self.keys[thumbprint].asked if thumbprint in self.keys else None

    def others(self, thumbprint: str) -> tuple[Known, ...]:
        """All but the key of this thumbprint."""
        return tuple(known for known in self.keys.values() if known.thumbprint != thumbprint)

    def noting(self, *known: Known) -> Journal:
        """The journal with these keys added or replaced. Raises `UnwritableFile`."""
        return self._kept({**self.keys, **{each.thumbprint: each for each in known}})

    def confirming(self, thumbprint: str, key_id: str) -> Journal:
        """The journal with the id from Microsoft's answer."""
        return self.noting(replace(self.keys[thumbprint], key_id=key_id, asked=None))

    def finishing(self, thumbprint: str) -> Journal:
        """The journal, where all files of this key are in their places."""
        return self.noting(replace(self.keys[thumbprint], finished=True))

    def without(self, thumbprint: str) -> Journal:
        """The journal without this key."""
        return self._kept({name: known for name, known in self.keys.items() if name != thumbprint})

    def close(self, told_elsewhere: str) -> None:
        """Removes the file where it says nothing more than the file of IDs, which is about this thumbprint."""
        if not self.others(told_elsewhere) and not self.asked(told_elsewhere):
            self.path.unlink(missing_ok=True)

    def _kept(self, keys: Mapping[str, Known]) -> Journal:
        rows = [_row(known) for known in keys.values()]
        write_over(json.dumps({"format": _FORMAT, "version": 1, "keys": rows}, indent=2).encode() + b"\n", self.path)
        return Journal(self.path, keys)


def read_journal(path: Path) -> Journal:
    """The journal in this file; an empty one if there is none, or none that can be read."""
    try:
        document: Any = json.loads(path.read_bytes())
        keys = tuple(_known(document)) if document["format"] == _FORMAT else ()
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        keys = ()
    return Journal(path, {known.thumbprint: known for known in keys})


def _known(document: Any) -> Iterator[Known]:
    for row in document["keys"]:
        key_id = str(UUID(row["key_id"])) if row["key_id"] else ""
        asked = _moment(row["asked"]) if row.get("asked") else None
        thumbprint = bytes.fromhex(row["thumbprint_sha1"]).hex().upper()
        yield Known(thumbprint, key_id, _moment(row["expires"]), asked, bool(row["finished"]))


def _row(known: Known) -> Mapping[str, str | bool | None]:
    return {
        "thumbprint_sha1": known.thumbprint,
        "key_id": known.key_id or None,
        "expires": rfc3339(known.end),
        "finished": known.finished,
        **({"asked": rfc3339(known.asked)} if known.asked else {}),
    }


def _moment(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


@contextlib.contextmanager
def only_run(path: Path, key: Path) -> Iterator[None]:
    """Holds the lock file `path` while it is entered, and removes it. Raises `RenewalRuns` and `UnwritableFolder`."""
    descriptor = _locked(path, key)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            if sys.platform == "win32":
                os.close(descriptor)
            path.unlink(missing_ok=True)
        if sys.platform != "win32":
            os.close(descriptor)


def _locked(path: Path, key: Path) -> int:
    while True:
        try:
            descriptor = os.open(path, _FLAGS, 0o600)
        except (OSError, ValueError) as error:
            raise UnwritableFolder(str(path.parent)) from error
        try:
            if sys.platform == "win32":
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(descriptor)
            raise RenewalRuns(str(key)) from error
        if _is_there(path, descriptor):
            return descriptor
        os.close(descriptor)  # the run before removed it in between


def _is_there(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except OSError:
        return False
