"""Stopping a run: one flag, and the clock for every wait of the core."""

from __future__ import annotations

import time
from threading import Event

from installer.errors.base import Cancelled


class Cancel:
    """A request to stop, made from any thread: every wait then ends at once, and every check raises `Cancelled`."""

    def __init__(self) -> None:
        self._event = Event()

    def request(self) -> None:
        """Requests the stop; it cannot be taken back."""
        self._event.set()

    @property
    def requested(self) -> bool:
        """Whether a stop was requested."""
        return self._event.is_set()

    def check(self) -> None:
        """Raises `Cancelled` if a stop was requested."""
        if self._event.is_set():
            raise Cancelled

    def wait(self, seconds: float) -> None:
        """Waits; raises `Cancelled` as soon as a stop is requested."""
        if self._event.wait(seconds):
            raise Cancelled

    def shielded(self) -> Cancel:
        """A `Cancel` with the same clock that ignores the request, for work that must not stop half-way."""
        return Cancel()

    def now(self) -> float:
        """Seconds of the clock that `wait` uses; only differences between two calls have a meaning."""
        return time.monotonic()
