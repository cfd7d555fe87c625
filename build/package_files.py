"""Which of the files that PyInstaller finds travel in the executable: those that a program of widgets and sockets loads."""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from icu_data import trimmed

Entry = tuple[str, str, str]
"""PyInstaller's row: the place in the executable, the file, its kind."""

UNUSED_MODULES = (
    "curses",
    "distutils",
    "doctest",
    "lib2to3",
    "pdb",
    "pkg_resources",
    "pycparser",
    "pydoc",
    "readline",
    "setuptools",
    "sqlite3",
    "test",
    "tkinter",
    "unittest",
    "xmlrpc",
    # tenacity can wait in trio's and tornado's way too; trio's own tests bring pytest along
    "tornado",
    "trio",
    "PySide6.QtDBus",
    "PySide6.QtOpenGL",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtSvg",
    "PySide6.scripts",
)
USED_PLUGINS = {
    "platforms": {"qcocoa", "qoffscreen", "qwindows", "qxcb"},
    "styles": {"qmacstyle", "qmodernwindowsstyle"},
}
"""Pictures are PNG, which Qt reads by itself; TLS is Python's affair, not Qt's."""

_UNUSED_LIBRARY = re.compile(
    r"(opengl32sw|d3dcompiler|qdirect2d|(lib)?Qt6?(OpenGL|Pdf|Qml|Quick|Svg|VirtualKeyboard|Wayland)\w*)[.]", re.I
)
_ROOT = re.compile(r"/plugins/|[.]abi3[.]so|libpython|libcrypto|libssl")


def wanted(entry: Entry) -> bool:
    """Whether a collected file is used."""
    place = entry[0].replace("\\", "/")
    if plugin := re.search(r"/plugins/([\w-]+)/(?:lib)?([\w-]+)[.]", place):
        return plugin[2] in USED_PLUGINS.get(plugin[1], ())
    if "/translations/" in place:
        return place.endswith("/translations/qtbase_fr.qm")
    return not _UNUSED_LIBRARY.match(PurePosixPath(place).name)


def reachable(entries: Iterable[Entry]) -> list[Entry]:
    """On Linux: the extension modules, the plugins, Python itself, and of the plain libraries those that they need."""
    by_name: dict[str, list[Entry]] = {}
    for entry in entries:
        by_name.setdefault(PurePosixPath(entry[0]).name, []).append(entry)
    waiting = [
        entry for named in by_name.values() for entry in named if entry[2] == "EXTENSION" or _ROOT.search(entry[0])
    ]
    kept: dict[str, Entry] = {}
    while waiting:
        entry = waiting.pop()
        if entry[0] not in kept:
            kept[entry[0]] = entry
            names = [PurePosixPath(entry[1]).name] if entry[2] == "SYMLINK" else _needed_by(entry[1])
            waiting += [found for name in names for found in by_name.get(name, ())]
    return list(kept.values())


def _needed_by(path: str) -> list[str]:
    """The shared libraries that an ELF file asks for."""
    header = subprocess.run(("objdump", "-p", path), capture_output=True, text=True, check=False).stdout
    return re.findall(r"NEEDED\s+(\S+)", header)


def with_small_icu(entries: Iterable[Entry], folder: Path) -> list[Entry]:
    """The same files with ICU's data cut down to the two languages."""
    return [
        (place, str(trimmed(Path(file), folder)), kind)
        if PurePosixPath(place).name.startswith("libicudata.") and kind != "SYMLINK"
        else (place, file, kind)
        for place, file, kind in entries
    ]
