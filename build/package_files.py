"""Selects the files that PyInstaller packages: those that a program with widgets and sockets loads."""

import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path, PurePosixPath, PureWindowsPath

from icu_data import trimmed
from installer.model import Language

Entry = tuple[str, str, str]
"""PyInstaller's row: the place in the executable, the file, its kind."""

UNUSED_MODULES = (
    # of the standard library: what others import where it is there, or only within functions that are never called
    "_asyncio",
    "_bz2",
    "_elementtree",
    "_lzma",
    "_multiprocessing",
    "_overlapped",
    "_pydecimal",
    "asyncio",
    "bz2",
    "cgi",
    "curses",
    "distutils",
    "doctest",
    "fractions",
    "ftplib",
    "lib2to3",
    "lzma",
    "multiprocessing",
    "pdb",
    "pprint",
    "pyexpat",
    "pydoc",
    "readline",
    "smtplib",
    "sqlite3",
    "statistics",
    "tarfile",
    "test",
    "tkinter",
    "tracemalloc",
    "unittest",
    "xml.dom",
    "xml.sax",
    "xmlrpc",
    # of others: cffi's compiler, SOCKS, guessing at the encoding of pages (Microsoft names it), what newer Pythons
    # have, the YAML that pyspnego's own command prints
    "charset_normalizer",
    "pkg_resources",
    "pycparser",
    "ruamel",
    "setuptools",
    "socks",
    "spnego.__main__",
    "typing_extensions",
    "urllib3.contrib.emscripten",
    "urllib3.contrib.pyopenssl",
    "PySide6.QtDBus",
    "PySide6.QtOpenGL",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtSvg",
    "PySide6.scripts",
)
USED_PLUGINS = {
    "platforms": {"qcocoa", "qwindows", "qxcb"} | ({"qoffscreen"} if sys.platform.startswith("linux") else set()),
    "styles": {"qmacstyle", "qmodernwindowsstyle"},
}
"""Pictures are PNG, which Qt reads by itself; TLS is Python's affair, not Qt's."""

_UNUSED_LIBRARY = re.compile(
    r"(opengl32sw|d3dcompiler|qdirect2d|(lib)?Qt6?(OpenGL|Pdf|Qml|Quick|Svg|VirtualKeyboard|Wayland)\w*)[.]", re.I
)
_UNUSED_DATA = re.compile(r"[.]dist-info/(RECORD|WHEEL|sboms/.*)$|/py[.]typed$|certifi/cacert[.]pem$")
"""certifi's list of authorities too: the operating system judges certificates; without the list, nothing else can."""

_SYSTEMS = re.compile(
    r"lib(X11|X11-xcb|dbus-1|expat|fontconfig|freetype|gcrypt|gpg-error|lz4|png16|systemd|zstd)[.]so[.\d]*"
)
"""On Linux: what every desktop has; a second copy of another version would do harm (AppImage's excludelist)."""
_C_RUNTIME = re.compile(r"(msvcp|vcruntime)140(_\w+)?[.]dll", re.I)
_ROOT = re.compile(r"/plugins/|[.]abi3[.]so|libpython|libcrypto|libssl")


def wanted(entry: Entry) -> bool:
    """Whether a file that PyInstaller has collected is needed."""
    place = entry[0].replace("\\", "/")
    if plugin := re.search(r"/plugins/([\w-]+)/(?:lib)?([\w-]+)[.]", place):
        return plugin[2] in USED_PLUGINS.get(plugin[1], ())
    if "/translations/" in place:
        return PurePosixPath(place).name in {f"qtbase_{language}.qm" for language in Language}
    name = PurePosixPath(place).name
    return not (_UNUSED_LIBRARY.match(name) or _UNUSED_DATA.search(place) or _SYSTEMS.fullmatch(name))


def with_one_c_runtime(entries: Iterable[Entry]) -> list[Entry]:
    """On Windows: Python, Qt and its binding each bring Microsoft's C++ runtime; one copy, beside Python's DLL, does.

    PyInstaller's starter makes that folder one of those that are searched (SetDllDirectory).
    """
    kept: dict[str, Entry] = {}
    for place, file, kind in entries:
        name = PureWindowsPath(place).name
        single = name if _C_RUNTIME.fullmatch(name) else place
        kept.setdefault(single.lower(), (single, file, kind))
    return list(kept.values())


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
    """The same files, with ICU's data trimmed to the program's languages."""
    return [
        (place, str(trimmed(Path(file), folder)), kind)
        if PurePosixPath(place).name.startswith("libicudata.") and kind != "SYMLINK"
        else (place, file, kind)
        for place, file, kind in entries
    ]
