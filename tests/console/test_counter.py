"""While something is waited for: one line that counts, rewritten on a terminal, seldom repeated in a pipe."""

from __future__ import annotations

import sys
from io import StringIO
from time import sleep

import pytest

from installer.console import counter
from installer.console.output import Output
from installer.events import SignInBrowser, Step, StepDone, StepWaiting, WaitReason
from installer.model import Language
from installer.texts import use

WAITING = StepWaiting(Step.CONSENT, WaitReason.REPLICATION, 1.0)


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    """Seconds that pass when told to; nothing ticks by itself."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 100.0
        monkeypatch.setattr(counter, "monotonic", lambda: self.now)
        monkeypatch.setattr(counter.Counter, "_count", lambda _self, _ended: None)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch, qapp: object) -> Clock:
    use(Language.EN)
    monkeypatch.setenv("COLUMNS", "60")
    return Clock(monkeypatch)


def _said(stream: StringIO, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> str:
    """A minute of waiting, with the events that come on the way."""
    monkeypatch.setattr(sys, "stdout", stream)
    output = Output(None, json=False)
    output.report(WAITING)
    for _ in range(60):
        clock.now += 1
        with output.lock:
            output.counter.show()
        output.report(WAITING)
    output.report(StepDone(Step.CONSENT, 60.0))
    return stream.getvalue()


def test_a_terminal_shows_one_line_that_is_rewritten(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    said = _said(Terminal(), clock, monkeypatch)
    assert said.count("\n") == 1, "the step that is done"
    lines = said.split("\r")
    assert any(line.rstrip().endswith("(59 s)") for line in lines)
    assert max(map(len, lines[:-1])) < 60
    assert lines[-1] == "Admin consent: done (60.0 s)\n"


def test_a_pipe_gets_a_line_at_most_every_15_seconds(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = _said(StringIO(), clock, monkeypatch).splitlines()
    assert len(lines) == 1 + 60 // 15 + 1
    assert [line.rpartition("(")[2] for line in lines[1:-1]] == ["15 s)", "30 s)", "45 s)", "60 s)"]
    assert "\r" not in "".join(lines)


def test_the_sign_in_is_counted_too(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stdout", stream)
    output = Output(None, json=False)
    output.report(SignInBrowser("https://a.b"))
    clock.now += 75
    with output.lock:
        output.counter.show()
    assert stream.getvalue().rpartition("\r")[2].rstrip() == "Waiting for the sign-in in the browser (75 s)"


def test_another_line_stands_on_a_line_of_its_own(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stdout", stream)
    output = Output(None, json=False)
    output.report(WAITING)
    output.say("Something else")
    assert stream.getvalue().endswith(" \rSomething else\n")


def test_the_count_ticks_by_itself(monkeypatch: pytest.MonkeyPatch, qtbot: object) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stdout", stream)
    output = Output(None, json=False)
    output.report(WAITING)
    for _ in range(40):
        if "(1 s)" in stream.getvalue():
            break
        sleep(0.1)
    output.report(StepDone(Step.CONSENT, 1.0))
    assert "(1 s)" in stream.getvalue()
