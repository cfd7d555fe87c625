"""Stopping a run: one flag, and the clock that every wait of the core goes by."""

from __future__ import annotations

import time
from threading import Event

from installer.errors.base import Cancelled


class Cancel:
    """Asked to stop from any thread; every wait ends within the moment, every check raises `Cancelled`."""

    def __init__(self) -> None:
        self._event = Event()

    def request(self) -> None:
        self._event.set()

    @property
    def requested(self) -> bool:
        return self._event.is_set()

    def check(self) -> None:
        """Raises `Cancelled` when it was requested."""
        if self._event.is_set():
            raise Cancelled

    def wait(self, seconds: float) -> None:
        """Sleeps so long; raises `Cancelled` as soon as it is requested."""
        if self._event.wait(seconds):
            raise Cancelled

    def shielded(self) -> Cancel:
        """The same clock, deaf to the request: for what must not be left half done."""
        return Cancel()

    def now(self) -> float:
        """Seconds of the clock that `wait` goes by; only differences mean something."""
        return time.monotonic()
