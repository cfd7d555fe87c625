"""What is imported before the first window, by package, and how long it takes."""

import re
import subprocess
import sys
from collections import Counter

import dev_environment as environment

FIRST_WINDOW = "import installer.gui.app, installer.gui.pages"
MOST_MILLISECONDS = 300
SHOWN = 12
_LINE = re.compile(r"^import time:\s+(\d+) \|\s+\d+ \| +([\w.]+)$", re.M)


def measure() -> bool:
    """Prints each package's own time; whether the sum is within its target."""
    command = (sys.executable, "-P", "-X", "importtime", "-c", FIRST_WINDOW)
    environment_ = environment.variables()
    subprocess.run(command, env=environment_, capture_output=True, check=True)  # the second run finds it all in memory
    told = subprocess.run(command, env=environment_, capture_output=True, text=True, check=True).stderr
    times: Counter[str] = Counter()
    for microseconds, name in _LINE.findall(told):
        times[name.partition(".")[0]] += int(microseconds)
    for name, microseconds in times.most_common(SHOWN):
        print(f"  {name:<16} {microseconds / 1000:7.1f} ms")
    total = times.total() / 1000
    print(f"  {'all of it':<16} {total:7.1f} ms (at most {MOST_MILLISECONDS}; Python's own measuring included)")
    return total <= MOST_MILLISECONDS
