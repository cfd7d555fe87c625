"""Measures the figures that have a target: `bench.py [PART…]`; without a name, all parts."""

import importlib
import os
import sys
from pathlib import Path

from dev_screen import display

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

PARTS = ("requests", "scale", "imports", "size", "start", "memory")


def main(names: list[str]) -> int:
    """Measures the parts named; returns 1 if a target is missed, 2 for an unknown part, else 0.

    Windows are shown on a screen of its own where Xvfb is installed: the person's, or `xvfb-run`'s, may get in the way.
    """
    if unknown := set(names) - set(PARTS):
        print(f"There is no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}.", file=sys.stderr)
        return 2
    missed = []
    with display() as screen:
        os.environ.update(screen)
        for name in names or PARTS:
            print(f"=== {name}", flush=True)
            if not importlib.import_module(f"bench_{name}").measure():
                missed.append(name)
            print(flush=True)
    print(f"A target was missed: {', '.join(missed)}." if missed else "Targets met.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
