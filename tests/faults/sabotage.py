"""What becomes of a folder between the look at it and the writing: full, closed, taken, locked, gone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

Mend = Callable[[], None]
NOBODY = 65534
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def disk_full(_target: Path) -> Mend:
    """No file can grow any more; the system reports that as it reports a full disk."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, before)


def read_only(target: Path) -> Mend:
    """The folder may be read, and no more; root, who may do anything, becomes nobody for a while."""
    target.parent.chmod(0o500)
    if IS_ROOT:
        os.seteuid(NOBODY)

    def mend() -> None:
        if os.getuid() == 0:
            os.seteuid(0)
        target.parent.chmod(0o700)

    return mend


def taken(target: Path) -> Mend:
    """Somebody else has written a file of that name."""
    target.write_text("theirs")
    return target.unlink


def locked(target: Path) -> Mend:
    """Something holds the name, so that no file may take it: what an open file is on Windows, a mount is here."""
    target.touch()
    other = target.with_suffix(".other")
    other.touch()
    if not IS_ROOT or subprocess.run(["mount", "--bind", other, target], capture_output=True, check=False).returncode:
        target.unlink()
        pytest.skip("locking a name takes root, and a kernel that lets it mount")

    def mend() -> None:
        subprocess.run(["umount", target], check=True)
        target.unlink()
        other.unlink()

    return mend


def gone(target: Path) -> Mend:
    """The network drive, or the stick, is no longer there."""
    away = target.parent.with_name(target.parent.name + "-away")
    target.parent.rename(away)

    def mend() -> None:
        with suppress(FileNotFoundError):
            shutil.rmtree(target.parent)
        away.rename(target.parent)

    return mend


SABOTAGES = (disk_full, read_only, taken, locked, gone)
unix = pytest.mark.skipif(sys.platform == "win32", reason="limits, users and mounts of Unix")


@contextmanager
def mended() -> Iterator[list[Mend]]:
    """Puts right at the end what was sabotaged."""
    mends: list[Mend] = []
    try:
        yield mends
    finally:
        while mends:
            mends.pop()()
