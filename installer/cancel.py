"""Stopping a run: one flag, and the clock that every wait of the core goes by."""

from __future__ import annotations

import time
from threading import Event

from installer.errors.base import Cancelled


class Cancel:
    """A request to stop, from any thread: then every wait ends at once, and every check raises `Cancelled`."""

    def __init__(self) -> None:
        self._event = Event()

    def request(self) -> None:
        self._event.set()

    @property
    def requested(self) -> bool:
        return self._event.is_set()

    def check(self) -> None:
        """Raises `Cancelled` where a stop was requested."""
        if self._event.is_set():
            raise Cancelled

    def wait(self, seconds: float) -> None:
        """Waits; raises `Cancelled` as soon as a stop is requested."""
        if self._event.wait(seconds):
            raise Cancelled

    def shielded(self) -> Cancel:
        """One with the same clock that ignores the request, for work that must not stop half-way."""
        return Cancel()

    def now(self) -> float:
        """Seconds of the clock that `wait` goes by; only differences mean something."""
        return time.monotonic()
