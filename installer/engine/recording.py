"""Saves the exchanges with Microsoft, with pseudonyms for everything that identifies the customer."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TextIO

from installer.model import Manifest
from installer.private_file import create, folder_fault
from installer.recording.capture import Recording, Run


def open_recording(path: Path, overwrite: bool) -> TextIO:
    """Creates the file before any work is done, accessible to its owner only.

    Raises `FileExists` and `UnwritableFolder`.
    """
    if overwrite and (path.is_symlink() or path.is_file()):
        try:
            path.unlink()
        except OSError as error:
            raise folder_fault(path) from error
    return os.fdopen(create(path), "w", encoding="ascii", newline="\n")


def save_recording(recording: Recording, run: Run, manifest: Manifest, file: TextIO, path: Path) -> None:
    """Writes the recording to `file`, which was opened at `path`, and closes it; raises `UnwritableFolder`."""
    from installer.recording import writing

    writing.write(recording, run, manifest, file, path)
