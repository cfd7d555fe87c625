"""What GitHub is told to do: well formed, as far as a schema can tell, and sparing with rights."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.source import ROOT

FOLDER = ROOT / ".github"
WORKFLOWS = sorted((FOLDER / "workflows").glob("*.yml"))
SCHEMAS = {**dict.fromkeys(WORKFLOWS, "vendor.github-workflows"), FOLDER / "dependabot.yml": "vendor.dependabot"}


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
def test_github_would_take_it(path: Path) -> None:
    """The schema travels within check-jsonschema: nothing is fetched."""
    command = (sys.executable, "-m", "check_jsonschema", "-o", "JSON", "--builtin-schema", SCHEMAS[path], str(path))
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert json.loads(told.stdout)["status"] == "ok", told.stdout


def test_there_is_a_build_on_windows() -> None:
    assert any("runs-on: windows-latest" in path.read_text(encoding="utf-8") for path in WORKFLOWS)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_rights_are_given_job_by_job_and_secrets_to_one_step(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "\npermissions:\n  contents: read\n" in text
    assert not re.search(r"run:.*\$\{\{ *(secrets|github\.(head_ref|event))", text)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_file_of_ours_that_a_step_names_is_there(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    named = set(re.findall(r"\b((?:build|tests)/[\w/]+\.\w+|tests/\w+)\b", text))
    assert {name for name in named if not (ROOT / name).exists()} == set()
