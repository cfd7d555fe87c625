"""Writing bundles: whole or not at all, and readable by their owner only: mode 0600, or an access list on Windows."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import secrets
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from installer.errors.files import FileExists, UnwritableFolder
from installer.errors.work import DeliveryFailed
from installer.files import fault
from installer.private_file import restrict_to_owner

_FLAGS: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
_NO_HARD_LINKS: Final = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK})


def default_name(domain: str, day: date, suffix: str = ".age") -> str:
    """`glimps-odsp-<domain>-<YYYY-MM-DD>.age`, with only the characters that every file system takes."""
    plain = re.sub(r"[^a-z0-9.-]+", "-", domain.lower()).strip(".-")[:100]
    return f"glimps-odsp-{plain or 'tenant'}-{day.isoformat()}{suffix}"


def check_target(path: Path, overwrite: bool) -> None:
    """Makes sure, before any work, that a file can be made there; leaves nothing behind.

    Raises FileExists (also for a folder or a device, whatever `overwrite` says) and UnwritableFolder.
    """
    try:
        taken = os.path.lexists(path)
        replaceable = path.is_file() or (path.is_symlink() and not path.exists())
        if taken and not (overwrite and replaceable):
            raise FileExists(str(path), replaceable)
        trial = _beside(path) if taken else path
        os.close(os.open(trial, _FLAGS, 0o600))
        trial.unlink()
    except (OSError, ValueError) as error:
        raise UnwritableFolder(str(path.parent)) from error


def save(data: bytes, path: Path, overwrite: bool) -> str:
    """Writes the file whole, readable by its owner only, and returns the SHA-256 of it in hexadecimal.

    The data goes to a file beside the target first, and to the disk, before it takes the target's name. Raises
    DeliveryFailed with a FileFault as its reason; neither that nor an interruption leaves a half-written file.
    """
    beside = _beside(path)
    try:
        return stage(data, path, overwrite, beside.name).publish()
    finally:
        with contextlib.suppress(OSError, ValueError):
            beside.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Staged:
    """A file that is whole and on the disk, still under a temporary name beside its target."""

    temporary: Path
    path: Path
    overwrite: bool
    sha256: str

    def publish(self) -> str:
        """Gives it the target's name, in one step, and returns its SHA-256. Raises DeliveryFailed."""
        try:
            if self.overwrite:
                self.temporary.replace(self.path)
            else:
                give_name(self.temporary, self.path)
        except (OSError, ValueError) as error:
            raise DeliveryFailed(str(self.path), fault(error), revoked=None) from error
        sync_folder(self.path.parent)
        return self.sha256

    @property
    def published(self) -> bool:
        """Whether it has the target's name, also where an interruption kept `publish` from returning."""
        try:
            return self.path.is_file() and hashlib.sha256(self.path.read_bytes()).hexdigest() == self.sha256
        except OSError:
            return False

    def discard(self) -> None:
        """Removes the temporary name; after `publish` the file stays under the target's."""
        with contextlib.suppress(OSError):
            self.temporary.unlink(missing_ok=True)


def stage(data: bytes, path: Path, overwrite: bool, temporary: str) -> Staged:
    """Writes the data beside its target, under the name `temporary`, and brings it to the disk.

    Raises DeliveryFailed with a FileFault as its reason and nothing left behind: also for a target that is taken,
    which is looked at once more when it is published.
    """
    beside = path.parent / temporary
    try:
        _check_room(path, overwrite)
        try:
            _write(beside, data)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
    except (OSError, ValueError) as error:
        raise DeliveryFailed(str(path), fault(error), revoked=None) from error
    sync_folder(path.parent)
    return Staged(beside, path, overwrite, hashlib.sha256(data).hexdigest())


def _check_room(path: Path, overwrite: bool) -> None:
    """Raises OSError where the target's name is taken, by a file that is not to be replaced or by a folder."""
    if os.path.lexists(path) and not overwrite:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))


def _beside(path: Path) -> Path:
    """A new name in the same folder; it reveals nothing, and is short even where the target's is as long as allowed."""
    return path.parent / f".glimps-{secrets.token_hex(8)}.tmp"


def _write(path: Path, data: bytes) -> None:
    with os.fdopen(os.open(path, _FLAGS, 0o600), "wb") as file:
        restrict_to_owner(path)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def give_name(temporary: Path, path: Path) -> None:
    """Gives the file its name unless that is taken: a rename on Windows, a hard link elsewhere. Raises OSError."""
    if os.name == "nt":
        temporary.rename(path)  # refuses a name that is taken (Python, os.rename)
        return
    try:
        os.link(temporary, path)
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        # FAT and some network drives: an empty file reserves the name
        os.close(os.open(path, _FLAGS, 0o600))
        try:
            temporary.replace(path)
        except BaseException:
            path.unlink(missing_ok=True)
            raise


def sync_folder(folder: Path) -> None:
    """Brings the name to the disk too. The file is whole and in its place already, so a refusal is no failure."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
