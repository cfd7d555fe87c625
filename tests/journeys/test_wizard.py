"""The wizard on a real display, from its first page to an encrypted file, by keyboard and real browser."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from installer.model import Language
from tests.journeys.program import ROOT
from tests.journeys.test_console import opened_by_age
from tests.tenants import FULL

pytestmark = pytest.mark.journey


@pytest.mark.usefixtures("screen")
@pytest.mark.parametrize("language", Language)
def test_the_wizard_is_driven_by_keyboard_to_the_encrypted_file(language: Language, tmp_path: Path) -> None:
    pyrage = pytest.importorskip("pyrage")
    identity = pyrage.x25519.Identity.generate()
    (tmp_path / "key.txt").write_text(f"{identity}\n")
    command = [sys.executable, "-P", "-m", "tests.journeys.drive_wizard", language, str(tmp_path)]
    ended = subprocess.run(
        [*command, str(identity.to_public())],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=150,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    payload = opened_by_age(tmp_path)
    assert payload["credential"]["secret"] == json.loads((tmp_path / "tenant.json").read_text())["secret"]
    assert set(payload["permissions"]["granted"]) == set(FULL)
    assert (tmp_path / "done.png").stat().st_size > 10_000
