"""Looks for secrets wherever a program may leave them."""

from __future__ import annotations

import base64
import json
import subprocess
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from urllib.parse import quote

PROC = Path("/proc")


def forms(secret: str) -> set[bytes]:
    """The secret as it may be written: plain, quoted, escaped, encoded; and the end of it, should the rest be cut."""
    texts = {secret, quote(secret, safe=""), json.dumps(secret)[1:-1], secret[-24:]}
    encoded = {base64.b64encode(secret.encode()), secret.encode("utf-16-le"), secret.encode().hex().encode()}
    return {text.encode() for text in texts} | encoded


def hits(secrets: Iterable[str], places: dict[str, bytes]) -> list[str]:
    """Where a secret is found, in words that do not repeat it."""
    return [
        f"{place}: {secret[:3]}… ({len(secret)} characters)"
        for secret in secrets
        for place, content in places.items()
        if any(form in content for form in forms(secret))
    ]


def files_in(*folders: Path, given: Iterable[str]) -> dict[str, bytes]:
    """Every file below these folders, but the sealed bundles and what was given to the program; names count too."""
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    kept = set(given)
    found = {str(path): path.read_bytes() for path in files if path.suffix != ".age" and path.name not in kept}
    return {**found, "the names of files": "\n".join(map(str, files)).encode()}


@contextmanager
def observed(process: subprocess.Popen[str]) -> Iterator[dict[str, bytes]]:
    """What other programs of this computer may see of the process and its children while it runs."""
    seen: dict[str, bytes] = {}
    over = Event()

    def look() -> None:
        while not over.is_set():
            for pid in (process.pid, *children(process.pid)):
                for name in ("environ", "cmdline", "comm"):
                    with suppress(OSError):
                        content = (PROC / str(pid) / name).read_bytes()
                        seen[f"{name} {pid}"] = seen.get(f"{name} {pid}", b"")[-65536:] + b"\n" + content
            time.sleep(0.02)

    watcher = Thread(target=look, daemon=True)
    watcher.start()
    try:
        yield seen
    finally:
        over.set()
        watcher.join()


def children(pid: int) -> Iterator[int]:
    with suppress(OSError):
        for task in (PROC / str(pid) / "task").iterdir():
            for child in (task / "children").read_text().split():
                yield int(child)
                yield from children(int(child))
