"""How a case may end: well, or with an error of ours that has words and an exit code; and soon."""

from __future__ import annotations

import time
from collections.abc import Callable

from installer.errors.base import ExitCode, SetupError
from installer.texts import explain

LONGEST = 2.0
"""Seconds that one case may take."""


def ending(name: str, run: Callable[[], object]) -> SetupError | None:
    """What the case ended with: None where it succeeded. Anything else that is raised fails the test, by name."""
    start = time.monotonic()
    error = _error(name, run)
    assert time.monotonic() - start < LONGEST, f"{name} took longer than {LONGEST} s"
    if error is not None:
        assert error.exit_code in set(ExitCode) - {ExitCode.DONE}, name
        assert explain(error).sentence, name
    return error


def _error(name: str, run: Callable[[], object]) -> SetupError | None:
    try:
        run()
    except SetupError as error:
        return error
    except Exception as error:
        raise AssertionError(f"{name}: {error!r}") from error
    return None
