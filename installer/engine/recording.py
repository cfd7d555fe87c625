"""Saving what was exchanged with Microsoft, with pseudonyms in the place of all that names the customer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from installer.model import Manifest

if TYPE_CHECKING:
    from installer.recording.capture import Recording, Run


def open_recording(path: Path, overwrite: bool) -> TextIO:
    """Makes the file before any work, so that its name is tried early. Raises `FileExists` and `UnwritableFolder`."""
    from installer.recording import writing

    return writing.open_file(path, overwrite)


def save_recording(recording: Recording, run: Run, manifest: Manifest, file: TextIO, path: Path) -> None:
    """Writes the recording and closes the file; raises `UnwritableFolder`."""
    from installer.recording import writing

    writing.write(recording, run, manifest, file, path)
