"""The stages of `test` and `lint`: all are run, whatever fails, and a table at the end says how each one went."""

import os
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from xml.etree import ElementTree

from dev_environment import CACHE, ROOT, call

LINT_IMPORTS = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(cache_dir='.cache/imports'))"
REPORT = CACHE / "pytest-report.xml"


@dataclass(frozen=True)
class Stage:
    """One command of the environment's Python."""

    name: str
    arguments: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """How a stage ended, and after how many seconds."""

    name: str
    passed: bool
    seconds: float


def checks() -> list[Stage]:
    """What is said of the code without running it; the translations only once their check is there."""
    stages = [
        Stage("ruff check", ("-m", "ruff", "check", ".")),
        Stage("ruff format", ("-m", "ruff", "format", "--check", ".")),
        Stage("mypy", ("-m", "mypy")),
        Stage("import-linter", ("-c", LINT_IMPORTS)),
    ]
    if (ROOT / "build" / "i18n_check.py").is_file():
        stages.append(Stage("i18n", ("build/i18n_check.py",)))
    return stages


def run_all(stages: Sequence[Stage], pytest_arguments: list[str] | None) -> int:
    """Runs the stages and, with arguments for it, pytest; 0 when all passed."""
    outcomes = [_run(stage) for stage in stages]
    if pytest_arguments is not None:
        REPORT.unlink(missing_ok=True)
        options = ("-m", "pytest", "-rs", "--durations=10", "--durations-min=1", f"--junit-xml={REPORT}")
        with display() as screen:
            environment = {"QT_QPA_PLATFORM": "offscreen", **screen}
            outcomes.append(_run(Stage("pytest", (*options, *pytest_arguments)), **environment))
        _tell_skipped()
    _tell(outcomes)
    return 0 if all(outcome.passed for outcome in outcomes) else 1


def _run(stage: Stage, **more: str) -> Outcome:
    print(f"\n=== {stage.name}", flush=True)
    start = time.monotonic()
    code = call(*stage.arguments, **more)
    return Outcome(stage.name, code == 0, time.monotonic() - start)


def _tell(outcomes: Sequence[Outcome]) -> None:
    print()
    for outcome in outcomes:
        print(f"{outcome.name:<16}{'ok' if outcome.passed else 'FAILED':<8}{outcome.seconds:7.1f} s")
    print(f"{'all of it':<24}{sum(outcome.seconds for outcome in outcomes):7.1f} s", flush=True)


def _tell_skipped() -> None:
    """Every reason for which tests were skipped, with their number."""
    if not REPORT.is_file():
        return
    skipped = ElementTree.parse(REPORT).iter("skipped")  # noqa: S314 (written by our own pytest a moment ago)
    reasons = Counter(element.get("message", "") for element in skipped)
    print("\nskipped:" if reasons else "\nskipped: nothing")
    for reason, count in reasons.most_common():
        print(f"  {count} × {reason}")


@contextmanager
def display() -> Iterator[dict[str, str]]:
    """A virtual screen of the tests' own, on the first free number; nothing where Xvfb is not installed."""
    program = shutil.which("Xvfb")
    if program is None:
        yield {}
        return
    reading, writing = os.pipe()
    command = (program, "-displayfd", str(writing), "-screen", "0", "1280x1024x24", "-nolisten", "tcp", "-noreset")
    with subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        try:
            with os.fdopen(reading) as answer:
                number = answer.readline().strip()
            if not number:
                print("Xvfb did not start; tests that need a screen will be skipped.", file=sys.stderr)
            yield {"DISPLAY": f":{number}"} if number else {}
        finally:
            server.terminate()
