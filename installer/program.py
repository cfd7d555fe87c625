"""What the program is called: to others by its released name, to the person at the terminal as it was started."""

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
    """What the person typed to start this program, ready to be typed again; quoted where it holds a blank."""
    if Path(sys.argv[0]).name == "__main__.py":
        return f"{_shortened(sys.orig_argv[0])} -m installer"
    return _shortened(sys.argv[0])


def _shortened(word: str) -> str:
    """A name found by PATH alone, else the path from the current folder: a shell makes both whole before it starts."""
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
    """The current folder, or none that anything lies in where somebody deleted it."""
    try:
        return Path.cwd()
    except OSError:
        return Path(os.devnull)
