"""The files that an unfinished delivery leaves in the bundle's folder, for the next run that writes there.

A delivery completes the sealed file, then takes the undelivered mark off, then renames the file. A run that dies in
between leaves it under a temporary name that contains the credential's key id. If the mark could not be taken off, an
empty file says so.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Final

_GUID: Final = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_LAST_LINE: Final = b"-----END AGE ENCRYPTED FILE-----"


class Trace(Enum):
    """`SEALED`: a complete bundle with a temporary name. `MARKED`: the bundle is delivered, but the mark remains."""

    SEALED = "sealed"
    MARKED = "marked"


_NAME: Final = re.compile(rf"\.glimps-({_GUID})-[0-9a-f]{{8}}\.({'|'.join(trace.value for trace in Trace)})")


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A file that such a run left; `key_id` is the credential's, in lower case."""

    path: Path
    key_id: str
    trace: Trace


def trace_name(key_id: str, trace: Trace) -> str:
    """A new file name that says this about the credential."""
    return f".glimps-{key_id.lower()}-{secrets.token_hex(4)}.{trace.value}"


def leave_note(folder: Path, key_id: str) -> None:
    """Creates the empty file that says that the credential is delivered despite its mark; ignores errors."""
    with contextlib.suppress(OSError):
        os.close(os.open(folder / trace_name(key_id, Trace.MARKED), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def unfinished(folder: Path) -> Iterator[Unfinished]:
    """The files that such runs left in the folder, without incomplete bundles; none if it cannot be read."""
    try:
        names = sorted(entry.name for entry in folder.iterdir())
    except OSError:
        return
    for name in names:
        if match := _NAME.fullmatch(name):
            found = Unfinished(folder / name, match[1], Trace(match[2]))
            if found.trace is Trace.MARKED or _is_whole(found.path):
                yield found


def _is_whole(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - 100))
            return file.read().rstrip().endswith(_LAST_LINE)
    except OSError:
        return False
