"""A task runs off the GUI thread, and its signals arrive on it."""

import threading

from pytestqt.qtbot import QtBot

from installer.cancel import Cancel
from installer.errors.base import Cancelled
from installer.events import Report, Step, StepStarted
from installer.gui.worker import Worker


def test_events_and_then_exactly_one_end_arrive_on_the_gui_thread(qtbot: QtBot) -> None:
    told: list[tuple[str, bool]] = []
    here = threading.current_thread()

    def task(_cancel: Cancel, report: Report) -> int:
        assert threading.current_thread() is not here
        report(StepStarted(Step.CONSENT))
        return 42

    worker = Worker(task)
    worker.told.connect(lambda event: told.append((event.step, threading.current_thread() is here)))
    worker.done.connect(lambda result: told.append((str(result), threading.current_thread() is here)))
    worker.failed.connect(lambda error: told.append((repr(error), False)))
    with qtbot.waitSignal(worker.done):
        worker.start()
    assert told == [("consent", True), ("42", True)]


def test_a_failure_carries_the_error_itself(qtbot: QtBot) -> None:
    problem = ValueError("contoso")

    def task(_cancel: Cancel, _report: Report) -> None:
        raise problem

    worker = Worker(task)
    with qtbot.waitSignal(worker.failed) as failed:
        worker.start()
    assert failed.args == [problem]


def test_stop_ends_a_wait_within_the_moment(qtbot: QtBot) -> None:
    def task(cancel: Cancel, _report: Report) -> None:
        cancel.wait(60)

    worker = Worker(task)
    with qtbot.waitSignal(worker.failed) as failed:
        worker.start()
        assert worker.stop(2)
    assert failed.args is not None
    assert isinstance(failed.args[0], Cancelled)


def test_stopping_what_never_started_is_fine() -> None:
    assert Worker(lambda _cancel, _report: None).stop()
