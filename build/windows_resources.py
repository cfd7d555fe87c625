"""The resources of a Windows executable: icon, version information in French and English, manifest."""

from pathlib import Path
from typing import Any

import windows_icon
from installer import __version__

ROOT = Path(__file__).resolve().parents[1]
DESCRIPTIONS = {
    "040C04B0": "Assistant d’inscription du connecteur ODSP GLIMPS",
    "040904B0": "GLIMPS ODSP connector registration wizard",
}
"""By language (French of France, English of the United States) and code page (1200, UTF-16), in hexadecimal."""


def exe_arguments(name: str, work: Path) -> dict[str, Any]:
    """The arguments of PyInstaller's EXE; Windows only."""
    return {
        "icon": str(windows_icon.write(ROOT / "resources" / "icons" / "setup.svg", work / "setup.ico")),
        "manifest": (ROOT / "build" / "windows_manifest.xml").read_text(encoding="utf-8"),
        "version": _version(name),
    }


def _version(name: str) -> object:
    # PyInstaller's module can be imported on Windows only.
    from PyInstaller.utils.win32 import versioninfo as vi  # noqa: PLC0415

    numbers = (*(int(part) for part in __version__.split(".")), 0)
    about = {
        "CompanyName": "GLIMPS",
        "FileVersion": __version__,
        "InternalName": name,
        "LegalCopyright": "© GLIMPS",
        "OriginalFilename": f"{name}.exe",
        "ProductName": "GLIMPS ODSP Setup",
        "ProductVersion": __version__,
    }
    tables = [
        vi.StringTable(
            table, [vi.StringStruct(key, value) for key, value in {"FileDescription": description, **about}.items()]
        )
        for table, description in DESCRIPTIONS.items()
    ]
    pairs = [int(half, 16) for table in DESCRIPTIONS for half in (table[:4], table[4:])]
    return vi.VSVersionInfo(
        ffi=vi.FixedFileInfo(filevers=numbers, prodvers=numbers),
        kids=[vi.StringFileInfo(tables), vi.VarFileInfo([vi.VarStruct("Translation", pairs)])],
    )
