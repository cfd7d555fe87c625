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
    assert any("runs-on: windows-" in path.read_text(encoding="utf-8") for path in WORKFLOWS)


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


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_by_its_commit_and_tells_its_version(path: Path) -> None:
    used = re.findall(r"uses: (.+)", path.read_text(encoding="utf-8"))
    assert used
    assert [use for use in used if not re.fullmatch(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_checkout_leaves_its_token_behind(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("actions/checkout@") == text.count("persist-credentials: false")


def _jobs() -> dict[str, str]:
    """Name -> text, of the release's workflow."""
    text = (FOLDER / "workflows" / "release.yml").read_text(encoding="utf-8").partition("\njobs:\n")[2]
    parts = re.split(r"(?m)^  (\w+):\n", text)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_only_signing_and_releasing_may_do_more_than_read_and_only_for_tags() -> None:
    trusted = {name: job for name, job in _jobs().items() if "permissions:" in job or "environment:" in job}
    assert trusted.keys() == {"sign", "release"}
    assert all("if: startsWith(github.ref, 'refs/tags/v')" in job for job in trusted.values())
    assert "environment: signing" in trusted["sign"]
    assert re.findall(r"(\w[\w-]*): write", trusted["sign"]) == ["id-token"]


def test_no_key_and_no_password_for_signing_is_kept_at_github() -> None:
    text = (FOLDER / "workflows" / "release.yml").read_text(encoding="utf-8")
    assert not re.search(r"secrets\.|PFX|(?i:password:|client-secret)", text)
    assert "azure/artifact-signing-action@" in _jobs()["sign"]


def test_whatever_is_released_is_summed_after_the_merge_checked_and_attested() -> None:
    job = _jobs()["release"]
    order = (
        "download-artifact",
        "dev_channels.py",
        "sha256sum -- *",
        "sha256sum --check",
        "attest-build",
        "gh release",
    )
    places = [job.index(word) for word in order]
    assert places == sorted(places)
    assert "subject-path: made/*" in job
    assert "made/* --draft" in job
    assert "sha256sum" not in "".join(text for name, text in _jobs().items() if name != "release")


def test_what_two_systems_make_has_a_name_for_each() -> None:
    jobs = _jobs()
    for system in ("windows", "linux"):
        assert f"sbom-{system}.cdx.json" in jobs[system]
        assert f"licences-{system}.html" in jobs[system]
    uploads = [re.findall(r"upload-artifact@.*\n +with:\n +name: ([\w-]+)", job) for job in jobs.values()]
    names = [name for found in uploads for name in found]
    assert len(names) == len(set(names)) == 3
