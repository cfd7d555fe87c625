"""The figures that the tests of faults, kills, leaks, nonsense and beliefs tell at the end: cases, how many passed."""

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
    beliefs: Figure = field(default_factory=Figure)
    contradicted: int = 0

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

    @contextmanager
    def belief(self) -> Iterator[None]:
        """Counts one row of the register of beliefs, which is survived when nothing is raised inside."""
        self.beliefs.cases += 1
        yield
        self.beliefs.passed += 1

    def lines(self) -> Iterator[str]:
        for name, row in self.rows.items():
            failed = "" if row.passed == row.cases else f"   {row.cases - row.passed} FAILED"
            yield f"{name:<52}{row.cases:>8} cases{row.passed:>8} passed{failed}"
        if self.beliefs.cases:
            told = f"{self.beliefs.cases}, contradicted {self.contradicted}, survived {self.beliefs.passed}"
            yield f"beliefs {told}"


FIGURES = pytest.StashKey[Figures]()
