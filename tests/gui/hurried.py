"""The clock of the wizard's workers, hurried: twenty times as fast while they wait; the tenant goes by it."""

from __future__ import annotations

import time
from typing import Final

from installer.cancel import Cancel

TIMES: Final = 20
_skipped: list[float] = []
"""The seconds that were not waited, of all workers: they share one clock, as they do in the program."""


class Hurried(Cancel):
    """Waits a twentieth, and counts the rest as if it had passed."""

    def wait(self, seconds: float) -> None:
        super().wait(seconds / TIMES)
        _skipped.append(seconds * (TIMES - 1) / TIMES)

    def shielded(self) -> Cancel:
        return Hurried()

    def now(self) -> float:
        return super().now() + skipped()


def skipped() -> float:
    """The seconds that were not waited so far; only differences have a meaning."""
    return sum(_skipped)


def tenant_time() -> float:
    """Seconds since 1970, for a tenant whose delays pass with each wait."""
    return time.time() + skipped()
