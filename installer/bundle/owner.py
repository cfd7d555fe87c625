"""Windows' counterpart of mode 0600: an access list with the file's owner alone."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
from pathlib import Path


def restrict_to_owner(path: Path) -> None:
    """Takes everyone else's access to the file away, before there is anything in it; elsewhere its mode has done so.

    Does nothing on a volume that keeps no access lists (FAT, exFAT). Raises OSError.
    """
    if sys.platform == "win32" and _keeps_access_lists(path):
        listing = _run("whoami.exe", "/user", "/fo", "csv", "/nh")
        user = re.search(rb"S-1-[0-9-]+", listing)
        if user is None:
            raise PermissionError(errno.EACCES, "the account's SID is not known")
        _run("icacls.exe", str(path), "/inheritance:r", "/grant:r", f"*{user[0].decode()}:F")


if sys.platform == "win32":
    import ctypes

    _FILE_PERSISTENT_ACLS = 0x8  # Microsoft, GetVolumeInformationW

    def _keeps_access_lists(path: Path) -> bool:
        """Whether the volume has access lists; yes where Windows does not say."""
        root, flags = ctypes.create_unicode_buffer(1024), ctypes.c_uint32(_FILE_PERSISTENT_ACLS)
        kernel = ctypes.windll.kernel32
        if kernel.GetVolumePathNameW(str(path.absolute()), root, len(root)):
            kernel.GetVolumeInformationW(root, None, 0, None, None, ctypes.byref(flags), None, 0)
        return bool(flags.value & _FILE_PERSISTENT_ACLS)

    def _run(program: str, *arguments: str) -> bytes:
        """What one of Windows' own programs prints, called by its full path and without a console window."""
        command = [str(Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / program), *arguments]
        try:
            done = subprocess.run(
                command, capture_output=True, check=True, timeout=30, creationflags=subprocess.CREATE_NO_WINDOW
            )
        except subprocess.SubprocessError as error:
            raise PermissionError(errno.EACCES, f"{program} failed") from error
        return done.stdout
