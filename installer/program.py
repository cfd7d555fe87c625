"""The program's name: as it is released, for others; as it was started, for the person at the terminal."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Final

RELEASED: Final = "GLIMPS-ODSP-Setup-cli"
"""The console program of the releases: the wizard, the guide, receipts and messages to others name it.

Without `-cli` it is the wizard, which on Windows has no console to answer in.
"""


def own_name() -> str:
    """What the person typed to start this program, ready to be typed again; quoted if it contains a space."""
    if Path(sys.argv[0]).name == "__main__.py":
        return f"{_shortened(sys.orig_argv[0])} -m installer"
    return _shortened(sys.argv[0])


def _shortened(word: str) -> str:
    """The bare name if PATH finds it, else the path relative to the current folder: shells pass the full path."""
    path = Path(word)
    if not path.is_absolute():
        return word
    found = shutil.which(path.name)
    if found and Path(found) == path:
        word = path.name
    elif path.is_relative_to(here := _here()):
        inside = str(path.relative_to(here))
        word = inside if os.sep in inside else f".{os.sep}{inside}"
    return f'"{word}"' if " " in word else word


def _here() -> Path:
    """The current folder; a path that contains nothing if somebody deleted it."""
    try:
        return Path.cwd()
    except OSError:
        return Path(os.devnull)
