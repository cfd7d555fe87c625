"""Writing bundles: whole or not at all, and readable by their owner only: mode 0600, or an access list on Windows."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import secrets
from datetime import date
from pathlib import Path
from typing import Final

from installer.errors.files import FileExists, UnwritableFolder
from installer.errors.work import DeliveryFailed
from installer.files import fault
from installer.private_file import restrict_to_owner

_FLAGS: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
_NO_HARD_LINKS: Final = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK})


def default_name(domain: str, day: date) -> str:
    """`glimps-odsp-<domain>-<YYYY-MM-DD>.age`, with only the characters that every file system takes."""
    plain = re.sub(r"[^a-z0-9.-]+", "-", domain.lower()).strip(".-")[:100]
    return f"glimps-odsp-{plain or 'tenant'}-{day.isoformat()}.age"


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
    temporary = _beside(path)
    try:
        try:
            _write(temporary, data)
            if overwrite:
                temporary.replace(path)
            else:
                _publish(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)
    except (OSError, ValueError) as error:
        raise DeliveryFailed(str(path), fault(error), revoked=None) from error
    _sync_folder(path.parent)
    return hashlib.sha256(data).hexdigest()


def _beside(path: Path) -> Path:
    """A new name in the same folder; it reveals nothing, and is short even where the target's is as long as allowed."""
    return path.parent / f".glimps-{secrets.token_hex(8)}.tmp"


def _write(path: Path, data: bytes) -> None:
    with os.fdopen(os.open(path, _FLAGS, 0o600), "wb") as file:
        restrict_to_owner(path)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _publish(temporary: Path, path: Path) -> None:
    """Gives the file its name unless that is taken: a rename on Windows, a hard link elsewhere."""
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


def _sync_folder(folder: Path) -> None:
    """Brings the name to the disk too. The file is whole and in its place already, so a refusal is no failure."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
