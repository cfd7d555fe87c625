"""Builds the executables, for this system or, by Wine, for Windows; again only if their sources changed."""

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import dev_channels
import dev_environment as environment
import dev_windows
import dev_wine
from dev_environment import CACHE, ROOT

NAMES = ("GLIMPS-ODSP-Setup", "GLIMPS-ODSP-Setup-cli")
SPEC = ROOT / "build" / "installer.spec"
MADE_OF = ("installer", "resources", "i18n", "build")
NOT_IN_THEM = re.compile(r".*[.](qm|pyc)|(bench|dev|i18n)\w*[.]py|[A-Z]+[.]md")
"""Files that are generated, and files in build/ that do not affect the executables."""
SECONDS = 900


@dataclass(frozen=True)
class Target:
    """Where the executables of one system go. `by_wine`: built by the Windows Python, outside Windows."""

    folder: Path
    suffix: str
    by_wine: bool
    one_folder: bool = False
    """Whether it is built as a folder, unpacked, for comparison."""

    @property
    def executables(self) -> tuple[Path, Path]:
        """The wizard's and the console's."""
        folders = [self.folder / name if self.one_folder else self.folder for name in NAMES]
        wizard, console = (folder / f"{name}{self.suffix}" for folder, name in zip(folders, NAMES, strict=True))
        return wizard, console

    @property
    def work(self) -> Path:
        """PyInstaller's work folder for this target."""
        return CACHE / f"pyinstaller{'-windows' if self.by_wine else ''}{'-folder' if self.one_folder else ''}"


HERE = Target(ROOT / "dist", ".exe" if os.name == "nt" else "", by_wine=False)
HERE_UNPACKED = Target(CACHE / "unpacked", HERE.suffix, by_wine=False, one_folder=True)
WINDOWS = Target(ROOT / "dist" / "windows", ".exe", by_wine=True)


def package(target: Target, arguments: list[str]) -> int:
    """Builds if necessary, and prints the sizes of the executables and of their largest parts.

    Windows' own channels get them described beside them.
    """
    if code := build(target, arguments):
        return code
    if target.suffix:
        dev_channels.write(target.folder)
    return environment.call(str(ROOT / "build" / "package_sizes.py"), *(str(path) for path in target.executables))


def build(target: Target, arguments: list[str]) -> int:
    """Brings the executables up to date; returns PyInstaller's exit code. Raises NotPrepared."""
    if target.by_wine:
        dev_windows.ensure()
    environment.compile_translations()
    stamp, state = target.work / "made-of", _state(target, arguments)
    if stamp.is_file() and stamp.read_text() == state and all(path.is_file() for path in target.executables):
        return 0
    stamp.unlink(missing_ok=True)
    code = _by_wine(target, arguments) if target.by_wine else _here(target, arguments)
    if code == 0:
        stamp.write_text(state)
    return code


def _here(target: Target, arguments: list[str]) -> int:
    """Builds on this system; by default, PyInstaller would use build/ as its work folder, which is ours."""
    places = ("--workpath", str(target.work), "--distpath", str(target.folder))
    options = ("--noconfirm", "--log-level=WARN", *places, *arguments)
    more = ("--", "--one-folder") if target.one_folder else ()
    return environment.call("-m", "PyInstaller", *options, str(SPEC), *more, PYTHONHASHSEED="1")


def _by_wine(target: Target, arguments: list[str]) -> int:
    places = ("--workpath", dev_wine.windows_path(target.work), "--distpath", dev_wine.windows_path(target.folder))
    options = ("--noconfirm", "--log-level=WARN", *places, *arguments, dev_wine.windows_path(SPEC))
    try:
        dev_windows.run("-m", "PyInstaller", *options, seconds=SECONDS)
    except subprocess.CalledProcessError as error:
        print(error.output, error.stderr, sep="\n", file=sys.stderr)
        return error.returncode or 1
    return 0


def _state(target: Target, arguments: list[str]) -> str:
    """A hash of everything that the executables are made from."""
    key = os.environ.get("GLIMPS_VENDOR_RECIPIENT", "")
    digest = hashlib.sha256(f"{sys.version} {sys.platform} {target} {arguments} {key}".encode())
    for path in _sources():
        digest.update(f"{path.relative_to(ROOT)} {path.stat().st_size}\n".encode() + path.read_bytes())
    return digest.hexdigest()


def _sources() -> Iterator[Path]:
    """The source files, in a stable order."""
    for folder in MADE_OF:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and not NOT_IN_THEM.fullmatch(path.name):
                yield path
