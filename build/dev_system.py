"""The Debian packages that Qt, the browser tests and the packaging need; other systems include them."""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

from dev_environment import CACHE

DPKG_STATUS = Path("/var/lib/dpkg/status")

QT = (
    "fonts-dejavu-core",
    "libbrotli1",
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libfreetype6",
    "libgl1",
    "libglib2.0-0",
    "libgssapi-krb5-2",
    "libx11-6",
    "libx11-xcb1",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-render0",
    "libxcb-shape0",
    "libxcb-shm0",
    "libxcb-sync1",
    "libxcb-util1",
    "libxcb-xfixes0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
    "libxkbcommon0",
)
DEMO = ("age",)
TESTS = (
    "chromium",
    "chromium-driver",
    "dosfstools",
    "parallel",
    "poppler-utils",
    "x11-apps",
    "xauth",
    "xdotool",
    "xvfb",
)
PACKAGING = ("binutils",)
WINDOWS = ("gcc-mingw-w64-x86-64-win32", "libwine", "wine", "wine64")
"""To build and try the executables for Windows without Windows."""


def ensure(packages: tuple[str, ...]) -> None:
    """Installs what is missing if that is allowed; otherwise prints the command that does."""
    if sys.platform != "linux" or not (shutil.which("dpkg-query") and shutil.which("apt-get")):
        return
    if importlib.util.find_spec("ensurepip") is None:
        packages += ("python3-venv",)
    stamp, state = _stamp(packages)
    if stamp.is_file() and stamp.read_text() == state:
        return
    lacking = missing(packages)
    if lacking and os.geteuid() == 0 and _agreed(lacking):
        _install(lacking)
        lacking = missing(packages)
    if lacking:
        line = f"apt-get install --yes --no-install-recommends {' '.join(lacking)}"
        print(f"dev.py: some system packages are missing. To install them:\n  sudo {line}", file=sys.stderr, flush=True)
    else:
        stamp.parent.mkdir(parents=True, exist_ok=True)
        stamp.write_text(_stamp(packages)[1])


def _stamp(packages: tuple[str, ...]) -> tuple[Path, str]:
    """The file that records a complete check of these packages, and its content, valid until dpkg's state changes."""
    name = hashlib.sha256(" ".join(packages).encode()).hexdigest()[:12]
    return CACHE / "system" / name, str(DPKG_STATUS.stat().st_mtime_ns)


def missing(packages: tuple[str, ...]) -> list[str]:
    """The packages that are neither installed nor provided by one (Ubuntu 24.04: libglib2.0-0t64 for libglib2.0-0)."""
    query = ("dpkg-query", "--show", "--showformat", "${db:Status-Abbrev}|${Package}, ${Provides}\n")
    answer = subprocess.run(query, capture_output=True, text=True, check=True).stdout
    installed = [line.partition("|")[2] for line in answer.splitlines() if line.startswith("ii")]
    present = {entry.split()[0] for line in installed for entry in line.split(",") if entry.strip()}
    return sorted(set(packages) - present)


def _agreed(packages: list[str]) -> bool:
    """Says what will be installed, and asks if there is a person to ask, which is never so in a pipeline."""
    print(f"dev.py: Installing these system packages: {' '.join(packages)}", file=sys.stderr, flush=True)
    if os.environ.get("CI") or not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        return True
    print("dev.py: Go on? [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _install(packages: list[str]) -> None:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(("apt-get", "update", "-qq"), env=quiet, check=False, stdout=sys.stderr)
    install = ("apt-get", "-qq", "-o", "Dpkg::Use-Pty=0", "install", "--yes", "--no-install-recommends", *packages)
    subprocess.run(install, env=quiet, check=False, stdout=sys.stderr)
