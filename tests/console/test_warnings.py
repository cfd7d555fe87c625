"""A warning is an event of its own, a sentence, and a code in the last event."""

from __future__ import annotations

import json

import pytest

from installer.console.output import Output
from installer.errors.sign_in import ClockOff
from installer.events import Finished, Warned


def test_the_last_event_repeats_the_codes_of_all_warnings(capsys: pytest.CaptureFixture[str]) -> None:
    output = Output(None, json=True)
    output.report(Warned(ClockOff(-3599)))  # an hour, by a Date header that names whole seconds
    output.report(Finished(0))
    streams = capsys.readouterr()
    warning, finished = map(json.loads, streams.out.splitlines())
    assert (warning["event"], warning["code"]) == ("warning", "clock_off")
    assert "60 minutes behind" in warning["what"]
    assert "60 minutes behind" in streams.err
    assert (finished["event"], finished["warnings"]) == ("finished", ["clock_off"])


def test_a_run_without_warnings_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    Output(None, json=True).report(Finished(0))
    assert json.loads(capsys.readouterr().out)["warnings"] == []
