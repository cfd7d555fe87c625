"""The figures that the tests of faults, kills, leaks and nonsense tell at the end: cases, and how many passed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest


@dataclass
class Figure:
    cases: int = 0
    passed: int = 0


@dataclass
class Figures:
    """Each matrix by its name, in the order in which they were begun."""

    rows: dict[str, Figure] = field(default_factory=dict)

    @contextmanager
    def case(self, name: str, count: int = 1) -> Iterator[None]:
        """Counts what is done inside as so many cases, passed when nothing is raised."""
        row = self.rows.setdefault(name, Figure())
        try:
            yield
        except pytest.skip.Exception:
            raise  # what cannot be tried here is no case
        except BaseException:
            row.cases += count
            raise
        row.cases += count
        row.passed += count

    def lines(self) -> Iterator[str]:
        for name, row in self.rows.items():
            failed = "" if row.passed == row.cases else f"   {row.cases - row.passed} FAILED"
            yield f"{name:<52}{row.cases:>8} cases{row.passed:>8} passed{failed}"


FIGURES = pytest.StashKey[Figures]()
