"""GLIMPS's public key, given when packaging: it goes into the packaged connector.toml, and into no other file."""

import re
from collections.abc import Sequence
from pathlib import Path

from installer.config.manifest import load_manifest

VARIABLE = "GLIMPS_VENDOR_RECIPIENT"
"""The environment variable that holds the key (age1…); empty or missing, connector.toml travels as it is."""

Entry = tuple[str, str, str]
"""PyInstaller's row: the place in the executable, the file, its kind."""


def with_vendor_key(datas: Sequence[Entry], key: str, folder: Path) -> list[Entry]:
    """The same data files, with a connector.toml with this key instead of the checkout's.

    Raises `InvalidToml` for a key that the program would refuse, before anything is built.
    """
    if not key:
        return list(datas)
    source = next(Path(file) for place, file, _ in datas if Path(place).name == "connector.toml")
    line = re.compile(r'^vendor_recipient = ".*"$', re.MULTILINE)
    folder.mkdir(parents=True, exist_ok=True)
    filled = folder / "connector.toml"
    filled.write_text(line.sub(f'vendor_recipient = "{key}"', source.read_text(encoding="utf-8")), encoding="utf-8")
    if load_manifest(filled).vendor_recipient != key:
        raise ValueError(f"connector.toml has no line for the key {key}")
    return [(place, str(filled) if Path(file) == source else file, kind) for place, file, kind in datas]
