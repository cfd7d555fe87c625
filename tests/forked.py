"""The program as a process of its own, forked from one that has loaded its modules, which takes a second each time.

Exit codes, streams and files are those of a real start: file descriptors, environment, working folder. That the modules
load, and what a start costs, is tested where the program is truly started (journeys/test_console.py, tests/package).
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NoReturn

ROOT: Final = Path(__file__).resolve().parents[1]
APART_SECONDS: Final = 0.01
"""Between two tokens of a proof, in place of half a second, which tests/registration/test_proof.py holds it to."""


def run(
    argv: Sequence[str], folder: Path, stdin: str = "", more: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Runs `python -m installer` in the subfolder `work`, with a home beside it and `more` in its environment."""
    (folder / "home").mkdir(exist_ok=True)
    streams = [folder / f"stream-{name}" for name in ("in", "out", "err")]
    streams[0].write_text(stdin, encoding="utf-8")
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder / "home"), "LC_ALL": "C.UTF-8", **(more or {})}
    question = {
        "argv": list(argv),
        "work": str(folder / "work"),
        "environment": environment,
        "streams": [str(stream) for stream in streams],
    }
    _ask(question)
    _answer()
    code = _answer()
    output, errors = (stream.read_text(encoding="utf-8") for stream in streams[1:])
    return subprocess.CompletedProcess(argv, code, output, errors)


class Forked:
    """`python -m installer` in `work`, without input; a context manager. `stdout`: its lines as they come.

    `returncode` and `errors`, what it wrote to standard error, are there at the end. One runs at a time.
    """

    def __init__(self, argv: Sequence[str], work: Path, environment: Mapping[str, str]) -> None:
        self._folder = TemporaryDirectory()
        output, self._errors = (Path(self._folder.name) / name for name in ("out", "err"))
        os.mkfifo(output)
        streams = [os.devnull, str(output), str(self._errors)]
        _ask({"argv": list(argv), "work": str(work), "environment": dict(environment), "streams": streams})
        self._pid = _answer()
        self.returncode: int | None = None
        self.errors = ""
        self.stdout = output.open(encoding="utf-8")

    def __enter__(self) -> Forked:
        return self

    def __exit__(self, kind: object, *_exception: object) -> None:
        if kind:
            self.kill()  # it may wait for an answer that the test will not give any more
        self.stdout.close()
        self.returncode = _answer()
        self.errors = self._errors.read_text(encoding="utf-8")
        self._folder.cleanup()

    def kill(self) -> None:
        """Ends it as a power cut does, unless it has ended."""
        self.send_signal(signal.SIGKILL)

    def send_signal(self, number: signal.Signals) -> None:
        """Sends it a signal, unless it has ended."""
        if self.returncode is None:
            with suppress(ProcessLookupError):
                os.kill(self._pid, number)


def _ask(question: Mapping[str, object]) -> None:
    stdin = _loaded().stdin
    assert stdin is not None
    print(json.dumps(question), file=stdin, flush=True)


def _answer() -> int:
    """The program's process id, once it began; the next time its exit code, once it ended."""
    stdout = _loaded().stdout
    assert stdout is not None
    return int(stdout.readline())


@cache
def _loaded() -> subprocess.Popen[str]:
    """The process that is forked from, one command at a time; it ends with this one."""
    command = (sys.executable, "-P", str(Path(__file__).resolve()))
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, text=True, encoding="utf-8"
    )
    atexit.register(process.communicate)
    return process


def _serve() -> None:
    """The program of that process: reads one question per line; writes the process id, then the exit code."""
    import installer.__main__ as program
    from installer import engine
    from installer.sign_in import credential

    engine.load()
    setattr(credential, "APART_SECONDS", APART_SECONDS)  # noqa: B010  # it is Final to the program
    for line in sys.stdin:
        question = json.loads(line)
        child = os.fork()
        if not child:
            _become(program.main, **question)
        _tell(child)
        _, status = os.waitpid(child, 0)
        _tell(os.waitstatus_to_exitcode(status))


def _tell(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


def _become(
    main: Callable[[], NoReturn], argv: list[str], work: str, environment: dict[str, str], streams: list[str]
) -> NoReturn:
    """Turns the new process into what a start by hand would be; prints an uncaught exception as Python does."""
    os.chdir(work)
    os.environ.clear()
    os.environ.update(environment)
    for number, name in enumerate(streams):
        opened = os.open(name, os.O_RDONLY if number == 0 else os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    sys.stdin, sys.stdout, sys.stderr = os.fdopen(0), os.fdopen(1, "w"), os.fdopen(2, "w")
    sys.argv = ["installer", *argv]
    code = 1
    try:
        main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0
    except BaseException:  # noqa: BLE001  # whatever it is, the program let it through, and the test must see it
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    _serve()
