"""Saving what was exchanged with Microsoft, with pseudonyms in the place of all that names the customer."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TextIO

from installer.errors.files import UnwritableFolder
from installer.model import Manifest
from installer.private_file import create
from installer.recording.capture import Recording, Run


def open_recording(path: Path, overwrite: bool) -> TextIO:
    """Makes the file, its owner's alone, before any work. Raises `FileExists` and `UnwritableFolder`."""
    if overwrite and (path.is_symlink() or path.is_file()):
        try:
            path.unlink()
        except OSError as error:
            raise UnwritableFolder(str(path.parent)) from error
    return os.fdopen(create(path), "w", encoding="ascii", newline="\n")


def save_recording(recording: Recording, run: Run, manifest: Manifest, file: TextIO, path: Path) -> None:
    """Writes the recording and closes the file; raises `UnwritableFolder`."""
    from installer.recording import writing

    writing.write(recording, run, manifest, file, path)
