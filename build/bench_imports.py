"""What is imported before the first window, by package, and how long it takes."""

import re
import subprocess
import sys
from collections import Counter

import dev_environment as environment

FIRST_WINDOW = "import installer.gui.app, installer.gui.pages.choose"
RUNS = 5
"""The fastest one counts: the others include what else the computer does."""
COMPILED = {"PYTHONDONTWRITEBYTECODE": ""}
"""A pipeline may set it; Python would then compile every module at every start, as it does nowhere else."""
SHOWN = 12
_LINE = re.compile(r"^import time:\s+(\d+) \|\s+\d+ \| +([\w.]+)$", re.M)


def measure() -> bool:
    """Prints each package's own import time. There is no target for it, only for the first window as a whole."""
    command = (sys.executable, "-P", "-X", "importtime", "-c", FIRST_WINDOW)
    times = min((_once(command) for _ in range(RUNS)), key=lambda start: start.total())
    for name, microseconds in times.most_common(SHOWN):
        print(f"  {name:<16} {microseconds / 1000:7.1f} ms")
    total = times.total() / 1000
    print(f"  {'all of it':<16} {total:7.1f} ms, Python's own measuring included")
    return True


def _once(command: tuple[str, ...]) -> Counter[str]:
    """Microseconds by package, of one start."""
    variables = environment.variables(**COMPILED)
    told = subprocess.run(command, env=variables, capture_output=True, text=True, check=True).stderr
    times: Counter[str] = Counter()
    for microseconds, name in _LINE.findall(told):
        times[name.partition(".")[0]] += int(microseconds)
    return times
