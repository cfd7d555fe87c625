"""Writes bundles atomically, and readable by their owner only: mode 0600, or an access list on Windows."""

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

from installer.errors.files import FileExists, UnwritableFile
from installer.errors.work import DeliveryFailed
from installer.files import fault
from installer.model import Secret
from installer.private_file import folder_fault, restrict_to_owner

_FLAGS: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
_NO_HARD_LINKS: Final = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK})


def default_name(domain: str, day: date, suffix: str = ".age") -> str:
    """`glimps-odsp-<domain>-<YYYY-MM-DD>.age`, using only characters that every file system accepts."""
    plain = re.sub(r"[^a-z0-9.-]+", "-", domain.lower()).strip(".-")[:100]
    return f"glimps-odsp-{plain or 'tenant'}-{day.isoformat()}{suffix}"


def check_target(path: Path, overwrite: bool) -> None:
    """Makes sure, before any work is done, that a file can be created at `path`; leaves nothing behind.

    Raises FileExists (for a folder or a device even with `overwrite`) and UnwritableFolder.
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
        raise folder_fault(path) from error


def save(data: bytes, path: Path, overwrite: bool) -> str:
    """Writes the file atomically, readable by its owner only, and returns its SHA-256 in hexadecimal.

    The data is written to a temporary file in the same folder and synced before that is renamed. Raises DeliveryFailed
    with a FileFault as its reason; neither that nor an interruption leaves a half-written file.
    """
    beside = _beside(path)
    try:
        return stage(data, path, overwrite, beside.name).publish()
    finally:
        with contextlib.suppress(OSError, ValueError):
            beside.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Staged:
    """A file that is complete and synced, but still has a temporary name in the folder of its target."""

    temporary: Path
    path: Path
    overwrite: bool
    sha256: str

    def publish(self) -> str:
        """Gives it the target's name, atomically, and returns its SHA-256 in hexadecimal. Raises DeliveryFailed."""
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
        """Whether the target has this content, even if an interruption kept `publish` from returning."""
        try:
            return self.path.is_file() and hashlib.sha256(self.path.read_bytes()).hexdigest() == self.sha256
        except OSError:
            return False

    def discard(self) -> None:
        """Removes the temporary name; after `publish`, the file keeps the target's."""
        with contextlib.suppress(OSError):
            self.temporary.unlink(missing_ok=True)


def stage(data: bytes, path: Path, overwrite: bool, temporary: str | None = None) -> Staged:
    """Writes the data into the folder of `path`, under the name `temporary` or a random one, and syncs it.

    Raises DeliveryFailed with a FileFault as its reason, and leaves nothing behind then; also if the target exists
    already, which `publish` checks again.
    """
    beside = path.parent / temporary if temporary else _beside(path)
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
    """Raises OSError if the target exists and must not be replaced, or is a folder."""
    if os.path.lexists(path) and not overwrite:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))


def _beside(path: Path) -> Path:
    """A new name in the same folder; it reveals nothing, and is short even if the target's is as long as allowed."""
    return path.parent / f".glimps-{secrets.token_hex(8)}.tmp"


def _write(path: Path, data: bytes) -> None:
    with os.fdopen(os.open(path, _FLAGS, 0o600), "wb") as file:
        restrict_to_owner(path)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def give_name(temporary: Path, path: Path) -> None:
    """Gives the file its name unless that exists: by a rename on Windows, by a hard link elsewhere. Raises OSError.

    The temporary name may remain, as a second name of the same file.
    """
    if os.name == "nt":
        temporary.rename(path)  # fails if the name exists (Python, os.rename)
        return
    try:
        os.link(temporary, path)
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        # FAT and some network drives have no hard links: an empty file reserves the name.
        os.close(os.open(path, _FLAGS, 0o600))
        try:
            temporary.replace(path)
        except BaseException:
            path.unlink(missing_ok=True)
            raise


def sync_folder(folder: Path) -> None:
    """Syncs the folder, so that the name is on the disk as well. Ignores errors: the file is in place already."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def write_pair(key: Path, private_key: Secret, certificate: Path, pem: str, overwrite: bool) -> None:
    """Writes both files, each atomically, synced and readable by their owner only. Raises `UnwritableFile`.

    The certificate is written first, so that an interruption leaves an existing key untouched. If the key cannot be
    written, the previous certificate is restored.
    """
    before = certificate.read_bytes() if overwrite and certificate.is_file() else None
    try:
        save(pem.encode(), certificate, overwrite)
        try:
            save(private_key.reveal().encode(), key, overwrite)
        except BaseException:
            with contextlib.suppress(DeliveryFailed, OSError):
                certificate.unlink() if before is None else save(before, certificate, overwrite=True)
            raise
    except DeliveryFailed as error:  # its message is about the bundle
        raise UnwritableFile(error.path, error.reason) from error
