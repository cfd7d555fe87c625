"""The stages of `test` and `lint`: all are run, whatever fails, and a table at the end shows the results."""

import os
import subprocess
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from xml.etree import ElementTree

from dev_environment import CACHE, PYTHON, ROOT, variables
from dev_groups import REPORTS, Stage
from dev_screen import display

LINT_IMPORTS = (
    f"from importlinter.cli import lint_imports; raise SystemExit(lint_imports(cache_dir={str(CACHE / 'imports')!r}))"
)


@dataclass(frozen=True)
class Outcome:
    """The result of a stage: wall seconds, and how many cores it used on average (0 if the system does not say)."""

    name: str
    passed: bool
    seconds: float
    core: float = 0.0


def checks() -> list[Stage]:
    """The static checks, the longest first."""
    return [
        Stage("mypy", ("-m", "mypy")),
        Stage("i18n", ("build/i18n_check.py",)),
        Stage("import-linter", ("-c", LINT_IMPORTS)),
        Stage("ruff check", ("-m", "ruff", "check", ".")),
        Stage("ruff format", ("-m", "ruff", "format", "--check", ".")),
    ]


def run_all(stages: Sequence[Stage]) -> int:
    """Runs the stages, several at once, and prints each one's output at its end; returns 0 if all passed."""
    REPORTS.mkdir(parents=True, exist_ok=True)
    for report in REPORTS.glob("*.xml"):
        report.unlink()
    start, at_once = time.monotonic(), (os.cpu_count() or 1) + 1  # what waits leaves its core to another
    with ThreadPoolExecutor(min(at_once, len(stages))) as pool:
        outcomes = list(pool.map(_run, stages))
    if any(REPORTS.glob("*.xml")):
        _tell_skipped()
    _tell(outcomes, time.monotonic() - start)
    return 0 if all(outcome.passed for outcome in outcomes) else 1


def run_one(stage: Stage) -> int:
    """Runs a stage by itself, with its output as it comes. Returns its exit code."""
    REPORTS.mkdir(parents=True, exist_ok=True)
    with _screen_for(stage) as more:
        command = (str(PYTHON), *stage.arguments)
        return subprocess.run(command, cwd=ROOT, env=variables(**more), check=False).returncode


def _run(stage: Stage) -> Outcome:
    start = time.monotonic()
    with _screen_for(stage) as more, _started(stage, more) as process:
        assert process.stdout is not None
        output, core = process.stdout.read(), 0.0
        if hasattr(os, "wait4"):
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode, core = os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime
    seconds = time.monotonic() - start
    print(f"\n=== {stage.name} ({seconds:.0f} s)\n{output}", end="", flush=True)
    return Outcome(stage.name, process.returncode == 0, seconds, core)


def _started(stage: Stage, more: dict[str, str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        (str(PYTHON), *stage.arguments),
        cwd=ROOT,
        env=variables(**more),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )


@contextmanager
def _screen_for(stage: Stage) -> Iterator[dict[str, str]]:
    """The stage's environment beside the person's; what pytest made of the tests' source once, it may keep."""
    more = {"QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": ""}
    if not stage.on_screen:
        yield more
        return
    with display() as screen:
        yield {**more, **screen}


def _tell(outcomes: Sequence[Outcome], seconds: float) -> None:
    print(f"\n{'':<28}{'seconds':>9}{'of a core':>12}")
    for outcome in outcomes:
        core = f"{outcome.core:12.1f}" if outcome.core else ""
        print(f"{outcome.name:<20}{'ok' if outcome.passed else 'FAILED':<8}{outcome.seconds:9.1f}{core}")
    print(f"{'all of it':<28}{seconds:9.1f}{sum(outcome.core for outcome in outcomes):12.1f}", flush=True)


def _tell_skipped() -> None:
    """Prints every reason for which tests were skipped, with their number."""
    trees = [ElementTree.parse(report) for report in REPORTS.glob("*.xml")]  # noqa: S314 (our own pytest wrote them)
    reasons = Counter(element.get("message", "") for tree in trees for element in tree.iter("skipped"))
    print("\nskipped:" if reasons else "\nskipped: nothing")
    for reason, count in reasons.most_common():
        print(f"  {count} × {reason}")
