"""The one door to the files that travel with the program: resources and translations."""

from __future__ import annotations

import sys
from pathlib import Path


def _root() -> Path:
    """Where resources/ and i18n/ lie: unpacked by PyInstaller, inside the wheel, or beside the package."""
    package = Path(__file__).resolve().parent
    places = (Path(getattr(sys, "_MEIPASS", package)), package / "_data", package.parent)
    return next((place for place in places if (place / "resources").is_dir()), places[-1])


def resource(name: str) -> Path:
    """A file of resources/, by its name there."""
    return _root() / "resources" / name


def translation(name: str) -> Path:
    """A compiled translation (.qm) of i18n/."""
    return _root() / "i18n" / name
