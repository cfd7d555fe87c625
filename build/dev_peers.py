"""npm's age-encryption, a second judge of our files: fetched by its lock, where there is npm, for the tests alone."""

import shutil
import subprocess
import sys

from dev_environment import CACHE, ROOT

SOURCE = ROOT / "tests" / "bundle" / "age_encryption"
PLACE = CACHE / "age-encryption"
FILES = ("package.json", "package-lock.json", "age.mjs")


def fetch() -> None:
    """Brings it to the locked state; without npm, or without a registry, the tests of it say why they are skipped."""
    npm, stamp = shutil.which("npm"), PLACE / "stamp"
    wanted = b"".join((SOURCE / name).read_bytes() for name in FILES)
    if npm is None or (stamp.is_file() and stamp.read_bytes() == wanted):
        return
    shutil.rmtree(PLACE, ignore_errors=True)
    PLACE.mkdir(parents=True)
    for name in FILES:
        shutil.copy(SOURCE / name, PLACE)
    print("dev.py: Fetching npm's age-encryption for the tests …", file=sys.stderr, flush=True)
    quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--silent")
    steps = ((npm, "ci", *quiet), ("node", "-e", "import('age-encryption').catch(() => process.exit(1))"))
    if all(subprocess.run(step, cwd=PLACE, check=False).returncode == 0 for step in steps):
        stamp.write_bytes(wanted)
