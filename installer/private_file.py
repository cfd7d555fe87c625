"""Creates files that only their owner can read: mode 0600, or an access list with one entry on Windows."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path
from typing import Final

from installer.errors.files import FileExists, FolderMissing, IsLink, UnwritableFolder

_ALWAYS: Final = os.O_WRONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


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
