"""The program truly started, in the folder `work` with a home beside it."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def run(argv: tuple[str, ...], folder: Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Runs `python -m installer` with these arguments to its end."""
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "HOME": str(folder / "home"),
        "LC_ALL": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    for name in ("home", "work"):
        (folder / name).mkdir(exist_ok=True)
    return subprocess.run(
        [sys.executable, "-P", "-m", "installer", *argv],
        cwd=folder / "work",
        env=environment,
        input=stdin,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
