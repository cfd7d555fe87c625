"""Reads files, shipped or named by a person, and writes private ones; also why a file cannot be read or written."""

from __future__ import annotations

import codecs
import errno
import os
import stat
import sys
from pathlib import Path
from typing import Final

from installer.errors.files import FileExists, FileFault, FolderMissing, IsLink, UnreadableFile, UnwritableFolder

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
_ALWAYS: Final = os.O_WRONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


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


def create(path: Path) -> int:
    """Creates a file and returns a descriptor to write to. Raises `FileExists` and `UnwritableFolder`."""
    try:
        descriptor = os.open(path, _ALWAYS | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise FileExists(str(path), path.is_file()) from error
    except (OSError, ValueError) as error:
        raise folder_fault(path) from error
    try:
        restrict_to_owner(path)
    except OSError as error:
        os.close(descriptor)
        path.unlink(missing_ok=True)
        raise folder_fault(path) from error
    return descriptor


def folder_fault(path: Path) -> UnwritableFolder:
    """Why no file can be created at `path`: its folder is missing, or cannot be written to."""
    folder = path.parent
    try:
        missing = not folder.exists()
    except (OSError, ValueError):
        missing = False
    return FolderMissing(str(folder)) if missing else UnwritableFolder(str(folder))


def append_to(path: Path) -> int:
    """Opens the file, or creates it, and returns a descriptor that appends; an existing file keeps its permissions.

    Raises `UnwritableFolder`, and `IsLink` for a symbolic or hard link, by which somebody could have another file
    written to.
    """
    try:
        return create(path)
    except FileExists:
        pass
    try:
        if path.is_symlink():  # for systems without O_NOFOLLOW
            raise IsLink(str(path))
        descriptor = os.open(path, _ALWAYS | os.O_APPEND)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise IsLink(str(path)) from error
        raise folder_fault(path) from error
    told = os.fstat(descriptor)
    if stat.S_ISREG(told.st_mode) and told.st_nlink > 1:
        os.close(descriptor)
        raise IsLink(str(path))
    return descriptor


def restrict_to_owner(path: Path) -> None:
    """On Windows, removes everyone else's access to a file, before anything is written to it; raises OSError.

    Does nothing on other systems, where the file's mode is enough, and on volumes without access lists (FAT, exFAT).
    """
    if sys.platform == "win32" and _keeps_access_lists(path):
        # SDDL (Microsoft, "Security Descriptor String Format"): a protected list (inherits nothing) with one entry
        _set_access_list(path, f"D:P(A;;FA;;;{_own_sid()})")


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _FILE_PERSISTENT_ACLS = 0x8  # Microsoft, GetVolumeInformationW
    _TOKEN_QUERY = 0x8
    _TOKEN_USER = 1
    _SDDL_REVISION_1 = 1
    _DACL_SECURITY_INFORMATION = 0x4

    _advapi = ctypes.WinDLL("advapi32", use_last_error=True)
    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel.GetCurrentProcess.restype = wintypes.HANDLE
    _kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
    _kernel.LocalFree.argtypes = (ctypes.c_void_p,)
    _advapi.OpenProcessToken.argtypes = (wintypes.HANDLE, wintypes.DWORD, ctypes.POINTER(wintypes.HANDLE))
    _advapi.GetTokenInformation.argtypes = (
        wintypes.HANDLE,
        ctypes.c_int,
        ctypes.c_void_p,
        wintypes.DWORD,
        ctypes.POINTER(wintypes.DWORD),
    )
    _advapi.ConvertSidToStringSidW.argtypes = (ctypes.c_void_p, ctypes.POINTER(ctypes.c_void_p))
    _advapi.ConvertStringSecurityDescriptorToSecurityDescriptorW.argtypes = (
        wintypes.LPCWSTR,
        wintypes.DWORD,
        ctypes.POINTER(ctypes.c_void_p),
        ctypes.c_void_p,
    )
    _advapi.SetFileSecurityW.argtypes = (wintypes.LPCWSTR, wintypes.DWORD, ctypes.c_void_p)

    def _keeps_access_lists(path: Path) -> bool:
        """Whether the volume supports access lists; True if Windows does not say."""
        root, flags = ctypes.create_unicode_buffer(1024), wintypes.DWORD(_FILE_PERSISTENT_ACLS)
        if _kernel.GetVolumePathNameW(str(path.absolute()), root, len(root)):
            _kernel.GetVolumeInformationW(root, None, 0, None, None, ctypes.byref(flags), None, 0)
        return bool(flags.value & _FILE_PERSISTENT_ACLS)

    def _own_sid() -> str:
        """The SID of the account this process runs as, as text (S-1-…)."""
        token, size, text = wintypes.HANDLE(), wintypes.DWORD(), ctypes.c_void_p()
        _must(_advapi.OpenProcessToken(_kernel.GetCurrentProcess(), _TOKEN_QUERY, ctypes.byref(token)))
        try:
            _advapi.GetTokenInformation(token, _TOKEN_USER, None, 0, ctypes.byref(size))  # its size
            user = ctypes.create_string_buffer(size.value)
            _must(_advapi.GetTokenInformation(token, _TOKEN_USER, user, size, ctypes.byref(size)))
        finally:
            _kernel.CloseHandle(token)
        sid = ctypes.c_void_p.from_buffer(user)  # TOKEN_USER begins with a pointer to the SID
        _must(_advapi.ConvertSidToStringSidW(sid, ctypes.byref(text)))
        try:
            return ctypes.wstring_at(text.value or 0)
        finally:
            _kernel.LocalFree(text)

    def _set_access_list(path: Path, sddl: str) -> None:
        descriptor = ctypes.c_void_p()
        convert = _advapi.ConvertStringSecurityDescriptorToSecurityDescriptorW
        _must(convert(sddl, _SDDL_REVISION_1, ctypes.byref(descriptor), None))
        try:
            _must(_advapi.SetFileSecurityW(str(path.absolute()), _DACL_SECURITY_INFORMATION, descriptor))
        finally:
            _kernel.LocalFree(descriptor)

    def _must(succeeded: int) -> None:
        if not succeeded:
            raise ctypes.WinError(ctypes.get_last_error())
