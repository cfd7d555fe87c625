"""Background work: runs a callable off the GUI thread; its signals arrive on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, Signal

from installer.cancel import Cancel
from installer.events import Event, Report

Task = Callable[[Cancel, Report], Any]
"""What a worker runs: takes the cancel and the report, and returns the value that `done` carries."""


class Worker(QObject):
    """Runs one task once. Emits `told` for each event, then one of `done` and `failed` when the task has returned.

    It has no parent on purpose: its thread keeps it alive until the last signal is sent, even when the window is gone.
    If Qt deletes it all the same, the task still runs to its end, and its signals are dropped.
    """

    told = Signal(object)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, task: Task) -> None:
        super().__init__()
        self.cancel = Cancel()
        self._task = task
        self._thread = Thread(target=self._work, name="worker", daemon=True)

    def start(self) -> None:
        """Begins the task; may be called once."""
        self._thread.start()

    def stop(self, seconds: float = 0) -> bool:
        """Asks the task to end, waits up to `seconds` for it, and returns whether it has ended."""
        self.cancel.request()
        if self._thread.ident is not None:
            self._thread.join(seconds)
        return not self._thread.is_alive()

    def _work(self) -> None:
        try:
            result = self._task(self.cancel, self._tell)
        except BaseException as error:  # noqa: BLE001  # carried to the GUI thread, not swallowed
            with suppress(RuntimeError):
                self.failed.emit(error)
        else:
            with suppress(RuntimeError):
                self.done.emit(result)

    def _tell(self, event: Event) -> None:
        with suppress(RuntimeError):  # "Signal source has been deleted" (PySide6)
            self.told.emit(event)
