"""The guide as a file for the browser, from a program that leaves nothing behind."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from pathlib import Path

from installer.guide.page import to_html
from installer.guide.subject import Subject
from installer.texts import language


def guide_name() -> str:
    """The guide's file name in the language in use."""
    return f"glimps-odsp-guide-{language()}.html"


def browser_copy(subject: Subject) -> Path:
    """Writes the page into a folder of its own, which goes when the program ends: by then the browser has read it.

    Raises OSError where the system's folder for temporary files cannot be written.
    """
    folder = Path(tempfile.mkdtemp(prefix="glimps-odsp-guide-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / guide_name()
    path.write_text(to_html(subject), encoding="utf-8", newline="\n")
    return path
