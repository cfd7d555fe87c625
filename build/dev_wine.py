"""Runs Windows programs: in a Wine prefix of our own or, on Windows itself, directly."""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dev_environment import CACHE

NATIVE = os.name == "nt"
PREFIX = CACHE / "windows" / "prefix"
DRIVE_C = PREFIX / "drive_c"
SYSTEM32 = DRIVE_C / "windows" / "system32"
DOCUMENTS = CACHE / "windows" / "documents"
MINGW = "x86_64-w64-mingw32-gcc"


def why_not() -> str:
    """Why Windows programs cannot be run here; empty if they can."""
    if NATIVE:
        return ""
    lacking = [name for name in ("wine", "wineserver", MINGW) if not shutil.which(name)]
    return f"no {', '.join(lacking)} here: `build/dev.py package --windows` installs them on Debian" if lacking else ""


def variables(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a Windows program, without ours, which Wine would pass on."""
    if NATIVE:
        return {**os.environ, **(more or {})}
    kept = ("PATH", "HOME", "DISPLAY", "XAUTHORITY", "LANG", "LC_ALL")
    return {
        **{name: os.environ[name] for name in kept if name in os.environ},
        "WINEPREFIX": str(PREFIX),
        "WINEARCH": "win64",
        "WINEDEBUG": "-all",
        "WINEDLLOVERRIDES": "mscoree,mshtml=",  # no .NET, no HTML engine: Wine would ask to fetch them
        **(more or {}),
    }


def start(command: Sequence[str], more: Mapping[str, str] | None = None, **options: Any) -> subprocess.Popen[bytes]:
    """Starts a Windows program with pipes: Wine 8 cannot use files for its standard streams."""
    return subprocess.Popen(
        command if NATIVE else ("wine", *command),
        env=variables(more),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **options,
    )


def run(command: Sequence[str], seconds: float, more: Mapping[str, str] | None = None, **options: Any) -> str:
    """Runs a program to its end and returns its output. Raises CalledProcessError, and TimeoutExpired if it hangs."""
    with start(command, more, **options) as process:
        try:
            output, errors = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            stop()
            raise
    text = output.decode("utf-8", "replace").replace("\r\n", "\n")
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(command), text, errors.decode("utf-8", "replace"))
    return text


def stop() -> None:
    """Stops every program of this Wine prefix, and waits for that."""
    for option in () if NATIVE else ("-k", "-w"):
        subprocess.run(("wineserver", option), env=variables(), check=False, timeout=60)


def make_prefix() -> None:
    """Creates the prefix, as Windows 10: Wine 8's default is Windows 7, and it fails at the colour profile Qt asks for.

    Its documents are in the folder DOCUMENTS, not in the home of the person who runs this.
    """
    shutil.rmtree(PREFIX, ignore_errors=True)
    PREFIX.mkdir(parents=True)
    run(("wineboot", "-i"), 180)
    run(("winecfg", "-v", "win10"), 60)
    stop()
    for documents in (DRIVE_C / "users").glob("*/Documents"):
        if documents.is_symlink():
            documents.unlink()
            documents.symlink_to(DOCUMENTS)
    DOCUMENTS.mkdir(exist_ok=True)
    for profile in (SYSTEM32 / "spool" / "drivers" / "color").glob("*.icm"):
        profile.unlink()


def windows_path(path: Path) -> str:
    """The path as a Windows program sees it: Wine's drive Z is the whole file system."""
    return str(path.resolve()) if NATIVE else "Z:" + str(path.resolve()).replace("/", "\\")
