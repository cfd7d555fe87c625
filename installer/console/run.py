"""Runs one console command and turns whatever ends it into the last events and the exit code."""

from __future__ import annotations

import logging
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from installer import engine
from installer.cancel import Cancel
from installer.console.arguments import (
    CERTIFICATE,
    GUIDE,
    OPEN,
    PREPARE,
    REMOVE,
    RENEW,
    VERIFY,
    Arguments,
    recorded_options,
)
from installer.console.bundles import run_open
from installer.console.connector_key import run_certificate, run_renew_key
from installer.console.guide import run_guide
from installer.console.output import Output
from installer.console.session import Command, Environment
from installer.console.verify import run_verify
from installer.console.writing import run_prepare, run_remove, run_setup
from installer.errors.base import Cancelled, ExitCode, SetupError
from installer.errors.ownership import DecisionNeeded
from installer.events import DecisionAsked, Failed, Finished
from installer.recording.capture import Recording, Run
from installer.texts import translate, what_a_recording_holds

_log = logging.getLogger(__name__)


def run(arguments: Arguments, environment: Environment | None, output: Output, cancel: Cancel | None = None) -> int:
    """The exit code of the command (console.md, Exit codes). `open`, `guide` and `certificate` need no environment.

    `cancel` stops it from outside; without one, the signals do so alone.
    """
    cancel = cancel or Cancel()
    if environment is None or not arguments.record:
        return _ended(arguments, environment, output, cancel)
    recording, path = Recording(), Path(arguments.record)
    try:
        file = engine.open_recording(path, arguments.force)
    except SetupError as error:
        return _failed(error, output)
    code = _ended(arguments, replace(environment, observe=recording.observe), output, cancel)
    try:
        run = Run(arguments.command, recorded_options(arguments), code)
        engine.save_recording(recording, run, environment.manifest, file, path)
    except SetupError as error:  # the work is done, and keeps its exit code
        output.report(Failed(error))
    else:
        output.say(translate("Console", "Recorded in {path}: {what}").format(path=path, what=what_a_recording_holds()))
    return code


def _ended(arguments: Arguments, environment: Environment | None, output: Output, cancel: Cancel) -> int:
    """Runs the command; whatever it raises becomes the last events and the exit code."""
    try:
        with _stop_on_signals(cancel):
            return _run(arguments, environment, output, cancel)
    except KeyboardInterrupt:
        return _failed(Cancelled(), output)
    except SetupError as error:
        return _failed(error, output)
    except Exception as error:  # noqa: BLE001  # the last net: whatever it is gets a sentence and an exit code
        _log.exception("unexpected")
        return _failed(error, output)


def _run(arguments: Arguments, environment: Environment | None, output: Output, cancel: Cancel) -> int:
    if environment is None:
        {GUIDE: run_guide, OPEN: run_open, CERTIFICATE: run_certificate}[arguments.command](arguments, output)
        return ExitCode.DONE
    command = Command(arguments, environment, output, cancel)
    verbs = {PREPARE: run_prepare, VERIFY: run_verify, REMOVE: run_remove}
    if arguments.command == RENEW and arguments.key:
        return run_renew_key(command)
    return verbs.get(arguments.command, run_setup)(command)


def _failed(error: Exception, output: Output) -> int:
    if isinstance(error, Cancelled):
        error = output.told.stopped()
    code = error.exit_code if isinstance(error, SetupError) else ExitCode.UNEXPECTED
    if isinstance(error, DecisionNeeded):
        output.report(DecisionAsked(error.question))
    output.report(Failed(error))
    output.report(Finished(code))
    return code


@contextmanager
def _stop_on_signals(cancel: Cancel) -> Iterator[None]:
    """Ctrl-C, a closed terminal or a polite kill stop the run between two calls; a second one stops a question."""

    def stop(number: int, _frame: object) -> None:
        if cancel.requested or sys.stdin.isatty():
            cancel.request()
            raise KeyboardInterrupt
        cancel.request()

    names = [name for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), stop) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)
