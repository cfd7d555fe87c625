"""npm's age-encryption, for the tests only: a second implementation to open our files, installed from its lock."""

import shutil
import subprocess
import sys

from dev_environment import CACHE, ROOT

SOURCE = ROOT / "tests" / "bundle" / "age_encryption"
PLACE = CACHE / "age-encryption"
FILES = ("package.json", "package-lock.json", "age.mjs")


def fetch() -> None:
    """Installs it in the locked version; without npm or a registry, its tests are skipped and say why."""
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
