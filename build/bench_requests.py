"""Measures a run in a clean tenant: its requests, and its wall time compared with the lowest possible one.

That floor is the chain of dependent round trips at the simulated latency, the row of tokens that prove the credential,
and the tenant's own replication delays.
"""

import statistics
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path

from installer.cancel import Cancel
from installer.demo import BRISK, CLEAN, INSTANT, Delays, Tenant
from installer.sign_in.credential import APART_SECONDS, TOKENS
from tests.engine import Engine

LATENCY = 0.1
RUNS = 5
MOST_REQUESTS = 8
MOST_RATIO = 1.15
CHAIN = (
    "look up the organization, the roles, Graph and the application ($batch)",
    "register the application",
    "make its service principal",
    "give admin consent ($batch)",
    "make the secret",
    "get the last of its tokens",
    "read with it ($batch)",
    "take the mark of the undelivered secret off",
)
"""The requests that depend on each other, one round trip each."""
ROW = (TOKENS - 1) * APART_SECONDS
"""Seconds from the proof's first request for a token to its last."""


@dataclass(frozen=True)
class Run:
    """Seconds of one run and of its floor; `requests` were sent to Graph, `refused` of them came too early."""

    seconds: float
    floor: float
    requests: tuple[str, ...]
    refused: int

    @property
    def ratio(self) -> float:
        """How many times the floor the run took."""
        return self.seconds / self.floor


def run(delays: Delays, seed: int) -> Run:
    """One setup in a clean tenant, from the first look-up to the delivered bundle; the sign-in is not counted."""
    scenario = replace(CLEAN, seed=seed).with_delays(delays)
    with Tenant(scenario, latency=LATENCY) as tenant, tempfile.TemporaryDirectory() as folder:
        engine = Engine(tenant, Cancel())
        start = time.monotonic()
        engine.set_up(Path(folder) / "b.age")
        seconds = time.monotonic() - start
        floor = len(CHAIN) * LATENCY + ROW + tenant.replication.floor
        calls = tuple(f"{sent.method} {sent.path.partition('?')[0]}" for sent in tenant.requests)
        return Run(seconds, floor, calls, tenant.replication.refusals)


def measure() -> bool:
    """Prints the figures; returns whether the targets are met."""
    plain = run(INSTANT, 0)
    print(f"Graph requests of a clean run: {len(plain.requests)} (at most {MOST_REQUESTS})")
    for call in plain.requests:
        print(f"  {call}")
    print(f"\nDependent round trips: {len(CHAIN)}")
    for step in CHAIN:
        print(f"  {step}")
    print(f"Tokens in a row: {TOKENS}, over {ROW:.1f} s")
    print(f"\nWall time at {LATENCY * 1000:.0f} ms a round trip (at most {MOST_RATIO} times the floor)")
    print(f"  {'replication':<12} {'seconds':>8} {'floor':>8} {'ratio':>6} {'early':>6}")
    ratios = []
    for name, delays in (("none", INSTANT), ("brisk", BRISK)):
        for seed in range(RUNS):
            made = run(delays, seed)
            ratios.append(made.ratio)
            print(f"  {name:<12} {made.seconds:8.2f} {made.floor:8.2f} {made.ratio:6.2f} {made.refused:6}")
    print(f"  median ratio {statistics.median(ratios):.3f}, worst {max(ratios):.3f}")
    return len(plain.requests) <= MOST_REQUESTS and statistics.median(ratios) <= MOST_RATIO
