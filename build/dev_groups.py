"""The groups that the tests run in: each is a process of its own, and the longest ones start first.

Two or three run at once, so one that ends early makes room. Thousands of windows wear out no process but theirs (PySide
before Python 3.12, see DECISIONS.md); what types on a screen has that screen to itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dev_environment import CACHE, ROOT

REPORTS = CACHE / "pytest-reports"
MATRIX, STATES = "tests/faults/test_fault_matrix.py", "tests/gui/test_every_state.py"
SLOW = "slow or matrix or fuzz or journey"


@dataclass(frozen=True)
class Stage:
    """One command of the environment's Python."""

    name: str
    arguments: tuple[str, ...]
    on_screen: bool = False
    """Whether it starts programs that show windows."""


OTHERS = "others"
"""The group of the tests that no other one names."""
GROUPS: dict[str, tuple[str, ...]] = {
    "fault matrix": (MATRIX,),
    "windows": ("tests/gui", f"--ignore={STATES}"),
    "packages": ("tests/package",),
    "registration": ("tests/registration", "tests/ownership", "tests/beliefs"),
    OTHERS: (),
    "faults": ("tests/faults", f"--ignore={MATRIX}"),
    "journeys": ("tests/journeys", "tests/console"),
    "every window": (STATES,),
}
"""The test files by group, the longest group first: what begins last should end soon, or a core is idle meanwhile."""
PURE = {
    "bundle and texts": ("tests/bundle", "tests/guide", "tests/texts"),
    "house and reports": ("tests/house", "tests/report", "tests/test_contract.py"),
    "decisions": (
        *(f"tests/registration/test_{name}.py" for name in ("health", "judgement", "permissions", "plan")),
        "tests/registration/test_plan_refusals.py",
        "tests/core/test_proxy_variables.py",
        "tests/core/test_retry.py",
    ),
}
"""The tests that need no tenant, no process and no window."""


def groups() -> list[Stage]:
    """All tests."""
    named = {word for words in GROUPS.values() for word in words}
    rest = tuple(path for path in _places() if path not in named)
    return [_pytest(name, *(words or rest)) for name, words in GROUPS.items()]


def quick() -> list[Stage]:
    """The tests of the pure parts, without slow ones."""
    return [_pytest(name, "-m", f"not ({SLOW})", *words) for name, words in PURE.items()]


def chosen(arguments: Sequence[str]) -> Stage:
    """One stage with pytest's arguments from the command line."""
    return _pytest("pytest", *arguments)


def _places() -> Iterator[str]:
    """Every folder and file of tests that is directly in `tests`."""
    for path in sorted((ROOT / "tests").iterdir()):
        if _holds_tests(path):
            yield path.relative_to(ROOT).as_posix()


def _holds_tests(path: Path) -> bool:
    return any(path.rglob("test_*.py")) if path.is_dir() else path.match("test_*.py")


def _pytest(name: str, *arguments: str) -> Stage:
    report = REPORTS / f"{name.replace(' ', '-')}.xml"
    cache = f"cache_dir={CACHE / 'pytest'}"
    options = ("-m", "pytest", "-rs", "-o", cache, "--durations=10", "--durations-min=1", f"--junit-xml={report}")
    return Stage(name, (*options, *arguments), on_screen=True)
