"""The resources of a Windows executable: icon, version information in every language, manifest."""

import locale
from pathlib import Path
from typing import Any

import i18n_ts
import windows_icon
from installer import __version__

ROOT = Path(__file__).resolve().parents[1]
UTF_16 = 1200
"""Its code page."""


def exe_arguments(name: str, work: Path) -> dict[str, Any]:
    """The arguments of PyInstaller's EXE; Windows only."""
    return {
        "icon": str(windows_icon.write(ROOT / "resources" / "icons" / "setup.svg", work / "setup.ico")),
        "manifest": (ROOT / "build" / "windows_manifest.xml").read_text(encoding="utf-8"),
        "version": _version(name),
    }


def descriptions() -> dict[str, str]:
    """The executable's description by language and code page, in hexadecimal as Windows has it: `040C04B0`."""
    numbers = {name: number for number, name in locale.windows_locale.items()}
    told = {}
    for path in reversed(i18n_ts.files(ROOT).values()):
        forms = {(message.context, message.source): message.forms[0] for message in i18n_ts.read(path)}

        def translate(context: str, source: str, forms: dict[tuple[str, str], str] = forms) -> str:
            return forms.get((context, source), source)

        table = f"{numbers[i18n_ts.locale_of(path)]:04X}{UTF_16:04X}"
        told[table] = translate("Executable", "GLIMPS ODSP connector registration wizard")
    return told


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
        for table, description in descriptions().items()
    ]
    pairs = [int(half, 16) for table in descriptions() for half in (table[:4], table[4:])]
    return vi.VSVersionInfo(
        ffi=vi.FixedFileInfo(filevers=numbers, prodvers=numbers),
        kids=[vi.StringFileInfo(tables), vi.VarFileInfo([vi.VarStruct("Translation", pairs)])],
    )
