"""A program of windows seen from outside: its window on a real display, by keyboard and picture alone."""

import os
import struct
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QImage

T = TypeVar("T")

MOST_SECONDS = 60.0
"""Seconds that anything may take on a slow machine."""
CALM = 0.4
"""Seconds without a change after which a page is taken for finished."""


def until(look: Callable[[], T], what: str, seconds: float = MOST_SECONDS) -> T:
    """Looks again and again, and returns the first thing seen that counts."""
    end = time.monotonic() + seconds
    while not (seen := look()):
        assert time.monotonic() < end, f"{what} never came"
        time.sleep(0.05)
    return seen


class Window:
    """The window with this title, once it is there. There is no window manager: it is given the keyboard by hand."""

    def __init__(self, title: str) -> None:
        self.number = until(lambda: _answer("xdotool", "search", "--onlyvisible", "--name", title), title).split()[0]
        self.title = _answer("xdotool", "getwindowname", self.number).strip()
        subprocess.run(("xdotool", "windowfocus", "--sync", self.number), check=True)

    def key(self, *names: str) -> None:
        subprocess.run(("xdotool", "key", "--clearmodifiers", "--delay", "60", *names), check=True)

    def type(self, text: str) -> None:
        subprocess.run(("xdotool", "type", "--clearmodifiers", "--delay", "10", text), check=True)

    def picture(self) -> QImage:
        """What the screen shows of it."""
        dump = subprocess.run(("xwd", "-silent", "-id", self.number), capture_output=True, check=True).stdout
        return image(dump)

    def settled(self, before: QImage | None = None, calm: float = CALM) -> QImage:
        """The picture once it is no longer the one before and stands still."""
        start, last, since = time.monotonic(), self.picture(), time.monotonic()
        while time.monotonic() - since < calm or last == before:
            assert time.monotonic() - start < MOST_SECONDS, self._stuck(last)
            time.sleep(0.05)
            if (now := self.picture()) != last:
                last, since = now, time.monotonic()
        return last

    def _stuck(self, last: QImage) -> str:
        """What to say of a window that never came to rest on another page."""
        place = Path(tempfile.gettempdir()) / "stuck.png"
        last.save(str(place))
        return f"the window stays as it is: {place}"

    def turn(self, *names: str) -> QImage:
        """Presses keys that lead to another page, and returns its picture."""
        before = self.picture()
        self.key(*names)
        return self.settled(before)


def image(dump: bytes) -> QImage:
    """An X window dump (XWDFile.h) of 32 bits a pixel as a picture."""
    fields = struct.unpack_from(">25I", dump)
    head, width, height, line, colours = fields[0], fields[4], fields[5], fields[12], fields[19]
    assert fields[11] == 32, "a screen of 24 bits is what the tests start"
    start = head + 12 * colours
    return QImage(dump[start:], width, height, line, QImage.Format.Format_RGB32).copy()


def colours(picture: QImage) -> int:
    """How many different colours a coarse grid of its pixels shows: an empty window has one or two."""
    grid = ((x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3))
    return len({picture.pixel(x, y) for x, y in grid})


class Browser:
    """In the place of the system's browser: a program that only notes which address it was asked to open."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder, self._note = folder, folder / "opened"
        self._note.unlink(missing_ok=True)
        program = folder / "xdg-open"
        program.write_text(
            "#!/bin/sh\n"
            f"""printf '%s\\n' "$1" "$LD_LIBRARY_PATH" > '{folder}/new' && mv '{folder}/new' '{self._note}'\n"""
        )
        program.chmod(0o755)

    def before(self, path: str) -> str:
        """A PATH on which it is the first."""
        return f"{self._folder}{os.pathsep}{path}"

    def opened(self) -> list[str]:
        """The address and the caller's LD_LIBRARY_PATH, once it was called."""
        return self._note.read_text().splitlines() if self._note.exists() else []


def _answer(*command: str, more: Mapping[str, str] | None = None) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **(more or {})})
    return done.stdout if done.returncode == 0 else ""
