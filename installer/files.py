"""Reads files: those shipped with the program and those that a person names; also why a file cannot be read."""

from __future__ import annotations

import codecs
import errno
import sys
from pathlib import Path
from typing import Final

from installer.errors.files import FileFault, UnreadableFile

MOST_BYTES: Final = 1024 * 1024
"""Bytes; more than any manifest, bundle, key file or passphrase file has."""

_MARKS: Final = {
    codecs.BOM_UTF32_LE: "utf-32",  # before UTF-16's, with which it begins
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}

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
"""Windows errors that Python translates to a misleading errno (CPython, PC/errmap.h)."""


def _root() -> Path:
    """The folder with resources/ and i18n/: unpacked by PyInstaller, inside the wheel, or beside the package."""
    package = Path(__file__).resolve().parent
    places = (Path(getattr(sys, "_MEIPASS", package)), package / "_data", package.parent)
    return next((place for place in places if (place / "resources").is_dir()), places[-1])


def resource(name: str) -> Path:
    """The path of a file in resources/."""
    return _root() / "resources" / name


def translation(name: str) -> Path:
    """A file of i18n/, by its name there: the compiled texts (.qm), the guide or the passphrase words of a language."""
    return _root() / "i18n" / name


def fault(error: OSError | ValueError) -> FileFault:
    """The `FileFault` for an error of the operating system; a ValueError means a null character in the path."""
    if not isinstance(error, OSError):
        return FileFault.OTHER
    windows = _BY_WINDOWS.get(getattr(error, "winerror", None) or 0)
    return windows or _BY_ERRNO.get(error.errno or 0, FileFault.OTHER)


def text_of(data: bytes) -> str | None:
    """A text file's content, decoded as its byte order mark says (Windows PowerShell 5.1 writes UTF-16) or as UTF-8.

    None if that fails: the decoder's exception would contain the data, which may be a passphrase.
    """
    marked = next((name for mark, name in _MARKS.items() if data.startswith(mark)), "utf-8-sig")
    try:
        return data.decode(marked)
    except UnicodeDecodeError:
        return None


def read_limited(path: Path, most: int = MOST_BYTES) -> bytes:
    """The content of a file of at most `most` bytes. Raises UnreadableFile with a FileFault as its reason."""
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (OSError, ValueError) as error:
        raise UnreadableFile(str(path), fault(error)) from error
    if len(data) > most:
        raise UnreadableFile(str(path), FileFault.TOO_BIG)
    return data
