"""The tests run in groups, at once: none is left out, none runs twice."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

import dev
import dev_checks
import dev_environment
import dev_groups
import dev_system
from dev_groups import Stage
from tests.house.source import ROOT


def _files(stage: Stage) -> list[Path]:
    """The files of tests that the stage's words lead to."""
    words = [word for word in stage.arguments if word.startswith("tests/")]
    ignored = {ROOT / word.partition("=")[2] for word in stage.arguments if word.startswith("--ignore=")}
    places = [ROOT / word for word in words]
    found = [file for place in places for file in ([place] if place.is_file() else place.rglob("test_*.py"))]
    assert all(place.exists() for place in (*places, *ignored))
    return [file for file in found if file not in ignored]


def test_every_file_of_tests_is_in_one_group() -> None:
    counted = Counter(file for stage in dev_groups.groups() for file in _files(stage))
    assert counted == Counter((ROOT / "tests").rglob("test_*.py"))


def test_quick_names_places_that_hold_tests_and_leaves_out_only_what_is_marked() -> None:
    assert all(_files(stage) for stage in dev_groups.quick())
    markers = re.findall(r"\w+", dev_groups.SLOW)
    declared = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert all(f'"{marker}: ' in declared for marker in markers if marker != "or")


def test_what_a_person_chooses_runs_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No checks, no packages for browsers and Windows, nothing from npm."""
    ran: list[Stage] = []
    asked: list[tuple[str, ...]] = []

    def run_one(stage: Stage) -> int:
        ran.append(stage)
        return 0

    monkeypatch.setattr(dev_system, "ensure", asked.append)
    monkeypatch.setattr(dev_environment, "prepare", lambda _lock: None)
    monkeypatch.setattr(dev_checks, "run_one", run_one)
    monkeypatch.setattr(dev_checks, "run_all", lambda _stages: pytest.fail("everything was run"))
    assert dev.test(["-k", "payload", "tests/bundle"]) == 0
    assert [stage.arguments[-3:] for stage in ran] == [("-k", "payload", "tests/bundle")]
    assert asked == [dev_system.QT]


def test_a_stage_that_fails_fails_all_and_tells_what_it_took(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev_checks, "REPORTS", tmp_path)  # those of the run that this is a part of stay
    stages = [Stage("well", ("-c", "print('one')")), Stage("badly", ("-c", "raise SystemExit('two')"))]
    assert dev_checks.run_all(stages[:1]) == 0
    assert dev_checks.run_all(stages) == 1
    told = capfd.readouterr().out
    assert "one" in told
    assert "two" in told
    assert re.search(r"^badly +FAILED +\d+\.\d +\d+\.\d$", told, re.M)
