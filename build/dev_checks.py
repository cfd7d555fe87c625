"""The stages of `test` and `lint`: all are run, whatever fails, and a table at the end says how each one went."""

import os
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from dev_environment import CACHE, PYTHON, ROOT, call, variables

LINT_IMPORTS = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(cache_dir='.cache/imports'))"
REPORTS = CACHE / "pytest-reports"
WINDOWS = "tests/gui"


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
        Stage("enrolment", ("build/check_enrolment.py",)),
    ]
    if (ROOT / "build" / "i18n_check.py").is_file():
        stages.append(Stage("i18n", ("build/i18n_check.py",)))
    return stages


def run_all(stages: Sequence[Stage], pytest_arguments: list[str] | None) -> int:
    """Runs the stages and, with arguments for it, pytest; 0 when all passed."""
    start = time.monotonic()
    outcomes = [_run(stage) for stage in stages]
    if pytest_arguments is not None:
        for report in REPORTS.glob("*.xml"):
            report.unlink()
        with display() as screen:
            outcomes += _test(_groups(pytest_arguments), {"QT_QPA_PLATFORM": "offscreen", **screen})
        _tell_skipped()
    _tell(outcomes, time.monotonic() - start)
    return 0 if all(outcome.passed for outcome in outcomes) else 1


def _groups(arguments: list[str]) -> list[Stage]:
    """The windows' tests, and all others; one group where the person says what to run.

    Each is a process of its own: two cores are used, and thousands of windows wear out no process but theirs (PySide
    before Python 3.12, see DECISIONS.md).
    """
    if arguments:
        return [_pytest("pytest", *arguments)]
    others = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tests").iterdir() if _holds_tests(path))
    windows = ("tests/gui",)
    return [
        _pytest("pytest windows", *windows),
        _pytest("pytest others", *(folder for folder in others if folder not in windows)),
    ]


def _holds_tests(path: Path) -> bool:
    return any(path.rglob("test_*.py")) if path.is_dir() else path.match("test_*.py")


def _pytest(name: str, *arguments: str) -> Stage:
    report = REPORTS / f"{name.replace(' ', '-')}.xml"
    options = ("-m", "pytest", "-rs", "--durations=10", "--durations-min=1", f"--junit-xml={report}")
    return Stage(name, (*options, *arguments))


def _test(groups: Sequence[Stage], environment: dict[str, str]) -> list[Outcome]:
    """All groups at once: the first one's output is seen as it comes, that of the others when they have ended."""
    REPORTS.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(len(groups)) as pool:
        others = [pool.submit(_run_quietly, stage, environment) for stage in groups[1:]]
        outcomes = [_run(groups[0], **environment)]
        for other in others:
            outcome, output = other.result()
            print(f"\n=== {outcome.name}\n{output}", flush=True)
            outcomes.append(outcome)
    return outcomes


def _run(stage: Stage, **more: str) -> Outcome:
    print(f"\n=== {stage.name}", flush=True)
    start = time.monotonic()
    code = call(*stage.arguments, **more)
    return Outcome(stage.name, code == 0, time.monotonic() - start)


def _run_quietly(stage: Stage, more: dict[str, str]) -> tuple[Outcome, str]:
    """The outcome, with what was printed on the way."""
    start = time.monotonic()
    ended = subprocess.run(
        (str(PYTHON), *stage.arguments),
        cwd=ROOT,
        env=variables(**more),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return Outcome(stage.name, ended.returncode == 0, time.monotonic() - start), ended.stdout


def _tell(outcomes: Sequence[Outcome], seconds: float) -> None:
    print()
    for outcome in outcomes:
        print(f"{outcome.name:<16}{'ok' if outcome.passed else 'FAILED':<8}{outcome.seconds:7.1f} s")
    print(f"{'all of it':<24}{seconds:7.1f} s", flush=True)


def _tell_skipped() -> None:
    """Every reason for which tests were skipped, with their number."""
    trees = [ElementTree.parse(report) for report in REPORTS.glob("*.xml")]  # noqa: S314 (our own pytest wrote them)
    reasons = Counter(element.get("message", "") for tree in trees for element in tree.iter("skipped"))
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
