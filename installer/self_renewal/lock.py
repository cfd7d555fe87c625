"""One run at a time: a lock of the system's, which a run that dies gives back."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from installer.errors.files import UnwritableFolder
from installer.errors.self_renewal import RenewalRuns

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_FLAGS: Final = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


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
