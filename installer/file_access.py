"""Reading the small files that a person names, and the operating system's refusals as ours."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Final

from installer.errors.files import FileFault, UnreadableFile

MOST_BYTES: Final = 1024 * 1024
"""More than any manifest, bundle, key file or passphrase file has."""

_BY_ERRNO: Final = {
    errno.ENOSPC: FileFault.DISK_FULL,
    errno.EDQUOT: FileFault.DISK_FULL,
    errno.EFBIG: FileFault.DISK_FULL,
    errno.EROFS: FileFault.READ_ONLY,
    errno.EEXIST: FileFault.EXISTS,
    errno.EACCES: FileFault.PERMISSION,
    errno.EPERM: FileFault.PERMISSION,
    errno.ENAMETOOLONG: FileFault.NAME_TOO_LONG,
    errno.ENOENT: FileFault.VANISHED,
    errno.ENOTDIR: FileFault.VANISHED,
    errno.ENODEV: FileFault.VANISHED,
    errno.ESTALE: FileFault.VANISHED,
    errno.EISDIR: FileFault.IS_FOLDER,
}
_BY_WINDOWS: Final = {
    19: FileFault.READ_ONLY,  # ERROR_WRITE_PROTECT, which Python calls EACCES
    21: FileFault.VANISHED,  # ERROR_NOT_READY
    206: FileFault.NAME_TOO_LONG,  # ERROR_FILENAME_EXCED_RANGE, which Python calls ENOENT
}
"""Where Python's own translation of Windows' numbers says another thing (CPython, PC/errmap.h)."""


def fault(error: OSError | ValueError) -> FileFault:
    """The stable word for an error of the operating system; a ValueError is a path with a null character in it."""
    if not isinstance(error, OSError):
        return FileFault.OTHER
    windows = _BY_WINDOWS.get(getattr(error, "winerror", None) or 0)
    return windows or _BY_ERRNO.get(error.errno or 0, FileFault.OTHER)


def read_limited(path: Path, most: int = MOST_BYTES) -> bytes:
    """All of a file of at most `most` bytes. Raises UnreadableFile with a FileFault as its reason."""
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (OSError, ValueError) as error:
        raise UnreadableFile(str(path), fault(error)) from error
    if len(data) > most:
        raise UnreadableFile(str(path), FileFault.TOO_BIG)
    return data
