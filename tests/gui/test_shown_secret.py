"""A secret on the screen is for the eyes: no clipboard but our own gets it, and no other program is told it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.source import ROOT


@pytest.mark.slow
@pytest.mark.usefixtures("screen")
def test_a_shown_secret_and_a_generated_passphrase_cannot_be_taken_from_the_screen(tmp_path: Path) -> None:
    """By mouse, keyboard, menu, drag and drop or accessibility, with the selection clipboard that X has."""
    answer = tmp_path / "answer.json"
    done = subprocess.run(
        [sys.executable, "-P", "-m", "tests.gui.grab_secret", str(answer)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(answer.read_text())
    assert told["found"] == []
    assert told["spoken"] == ["Client secret", "Secret, shown on the screen"]
