"""What the servers of one tenant share: its state, its clock, its record of secrets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event

from installer.demo.directory import Directory
from installer.demo.faults import Faults
from installer.demo.replication import Replication
from installer.demo.scenarios import Scenario
from installer.demo.traffic import Canaries, Record


@dataclass(frozen=True, slots=True)
class Backend:
    """`authority`, `graph` and `pages` are origins; `latency` is slept before every API answer, unless `stopping`."""

    scenario: Scenario
    directory: Directory
    replication: Replication
    faults: Faults
    canaries: Canaries
    graph_record: Record
    entra_record: Record
    authority: str
    graph: str
    pages: str
    now: Callable[[], float]
    latency: float
    stopping: Event

    def pause(self, seconds: float) -> None:
        """Sleeps real time; ends at once when the tenant stops."""
        if seconds > 0:
            self.stopping.wait(seconds)
