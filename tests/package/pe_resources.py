"""What Windows reads from executables before it runs them: `python -m tests.package.pe_resources FILE…`.

Runs in a Windows Python. Prints a JSON list: properties by name in each of their languages, icon sizes, manifest, and
whether it has a console.
"""

import json
import sys
from typing import Any

import pefile  # type: ignore[import-not-found,import-untyped,unused-ignore]  # it comes with PyInstaller on Windows

_CONSOLE = 3
"""IMAGE_SUBSYSTEM_WINDOWS_CUI (Microsoft, PE format)."""


def resources_of(path: str) -> dict[str, Any]:
    told: dict[str, Any] = {}
    with pefile.PE(path) as file:
        for information in file.FileInfo[0]:
            for table in getattr(information, "StringTable", ()):
                for key, value in table.entries.items():
                    told.setdefault(key.decode(), []).append(value.decode())
        resources = {
            pefile.RESOURCE_TYPE.get(kind.id): [
                file.get_data(leaf.data.struct.OffsetToData, leaf.data.struct.Size)
                for name in kind.directory.entries
                for leaf in name.directory.entries
            ]
            for kind in file.DIRECTORY_ENTRY_RESOURCE.entries
        }
        told["manifest"] = resources["RT_MANIFEST"][0].decode()
        (group,) = resources["RT_GROUP_ICON"]
        told["icons"] = [
            group[place] or 256 for place in range(6, len(group), 14)
        ]  # GRPICONDIRENTRY begins with the width
        told["console"] = file.OPTIONAL_HEADER.Subsystem == _CONSOLE
    return told


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a pipe, here
    print(json.dumps([resources_of(path) for path in sys.argv[1:]]))
