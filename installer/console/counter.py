"""While Microsoft, or a person, is waited for: one line that counts the seconds."""

from __future__ import annotations

from collections.abc import Callable
from shutil import get_terminal_size
from threading import Event, Lock, Thread
from time import monotonic
from typing import Final, TextIO

from installer.foreign import visible

_PAUSE: Final = 15.0
"""Seconds between two lines where none can be rewritten: in a file, or in a pipe."""


class Counter:
    """Rewrites its line each second on a terminal; elsewhere writes a new one, at most every 15 seconds.

    Its methods are called with `lock` held, which keeps other lines out of its own. `write` writes a text as it is.
    """

    def __init__(self, lock: Lock, write: Callable[[str, TextIO | None], None]) -> None:
        self._lock, self._write = lock, write
        self._stream: TextIO | None = None
        self._subject: object = None
        self._sentence = ""
        self._since = 0.0
        self._told = float("-inf")
        self._shown = 0
        self._ended = Event()

    def begin(self, subject: object, sentence: str, stream: TextIO | None) -> None:
        """Counts for `subject` from now on; one that is counted for already goes on with another sentence."""
        self._sentence = visible(sentence)
        if subject == self._subject:
            return
        self.end()
        self._subject, self._stream, self._since, self._ended = subject, stream, monotonic(), Event()
        self.show()
        Thread(target=self._count, args=(self._ended,), daemon=True).start()

    def end(self) -> None:
        """Takes the line off a terminal, and counts no more."""
        self.clear()
        self._subject = None
        self._ended.set()

    def clear(self) -> None:
        """Makes room for another line; on a terminal the count comes back within a second."""
        if self._shown:
            self._write(f"\r{' ' * self._shown}\r", self._stream)
            self._shown = 0

    def show(self) -> None:
        """Writes the line as it stands now, where it is time to."""
        passed = int(monotonic() - self._since)
        count = f" ({passed} s)" if passed else ""
        if self._stream is not None and self._stream.isatty():
            room = get_terminal_size().columns - len(count) - 1
            cut = self._sentence if len(self._sentence) <= room else f"{self._sentence[: room - 1]}…"
            line = cut + count
            self._write(f"\r{line}{' ' * (self._shown - len(line))}", self._stream)
            self._shown = len(line)
        elif monotonic() - self._told >= _PAUSE:
            self._told = monotonic()
            self._write(f"{self._sentence}{count}\n", self._stream)

    def _count(self, ended: Event) -> None:
        while not ended.wait(1):
            with self._lock:
                if not ended.is_set():
                    self.show()
