"""The same setup in tenants with 10, 1,000 and 100,000 applications must take as many requests and as long."""

import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from installer.demo import CLEAN, INSTANT, Tenant
from tests.engine import Engine

SIZES = (10, 1_000, 100_000)
RUNS = 5
LATENCY = 0.02
MOST_RATIO = 1.25
"""The largest accepted ratio of the slowest to the fastest size, for the noise of a busy computer."""


def measure() -> bool:
    """Prints requests and time by the tenant's size; returns whether both stay the same."""
    counts, medians = set(), []
    print(f"{RUNS} runs each, {LATENCY * 1000:.0f} ms a round trip")
    for size in SIZES:
        seconds = []
        for _ in range(RUNS):
            with (
                Tenant(replace(CLEAN, other_applications=size).with_delays(INSTANT), latency=LATENCY) as tenant,
                tempfile.TemporaryDirectory() as folder,
            ):
                engine = Engine(tenant)
                start = time.monotonic()
                engine.set_up(Path(folder) / "b.age")
                seconds.append(time.monotonic() - start)
                counts.add(len(tenant.requests))
        medians.append(statistics.median(seconds))
        print(f"  {size:>7,} applications: {len(tenant.requests)} requests, {medians[-1]:.3f} s (median)")
    ratio = max(medians) / min(medians)
    print(f"  slowest over quickest {ratio:.2f} (at most {MOST_RATIO})")
    return len(counts) == 1 and ratio <= MOST_RATIO
