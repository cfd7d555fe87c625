"""Writing bundles: whole or not at all, and readable by their owner only: mode 0600, or an access list on Windows."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import secrets
import sys
from datetime import date
from pathlib import Path
from typing import Final

from installer.errors.files import FileExists, UnwritableFolder
from installer.errors.work import DeliveryFailed
from installer.files import fault

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
        _restrict_to_owner(path)
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


def _restrict_to_owner(path: Path) -> None:
    """Takes everyone else's access to the file away, before there is anything in it; elsewhere its mode has done so.

    Does nothing on a volume that keeps no access lists (FAT, exFAT). Raises OSError.
    """
    if sys.platform == "win32" and _keeps_access_lists(path):
        # SDDL (Microsoft, "Security Descriptor String Format"): a protected list, which inherits nothing, of one entry
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
        """Whether the volume has access lists; yes where Windows does not say."""
        root, flags = ctypes.create_unicode_buffer(1024), wintypes.DWORD(_FILE_PERSISTENT_ACLS)
        if _kernel.GetVolumePathNameW(str(path.absolute()), root, len(root)):
            _kernel.GetVolumeInformationW(root, None, 0, None, None, ctypes.byref(flags), None, 0)
        return bool(flags.value & _FILE_PERSISTENT_ACLS)

    def _own_sid() -> str:
        """The account that this process runs as, as text (S-1-…)."""
        token, size, text = wintypes.HANDLE(), wintypes.DWORD(), ctypes.c_void_p()
        _must(_advapi.OpenProcessToken(_kernel.GetCurrentProcess(), _TOKEN_QUERY, ctypes.byref(token)))
        try:
            _advapi.GetTokenInformation(token, _TOKEN_USER, None, 0, ctypes.byref(size))  # how long it is
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
