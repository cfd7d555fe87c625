"""A computer as it may be: no home, no place for temporary files, a folder that is gone, old encodings, no input."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import pty
import subprocess
import sys
import termios
import threading
import time
from pathlib import Path

import pytest
from pyrage import x25519  # type: ignore[import-untyped]  # pyrage ships no types

from installer.errors.base import ExitCode
from installer.model import Language
from tests.faults.sabotage import unix
from tests.journeys.program import ROOT

pytestmark = [unix, pytest.mark.slow]

IDENTITY = x25519.Identity.generate()
PROGRAM = [sys.executable, "-P", "-m", "installer"]
SETUP = ["setup", "--demo", "--sign-in", "browser", "--recipient", str(IDENTITY.to_public())]
PLAIN = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
SURROUNDINGS = {
    "no home": {},
    "a home that is not there": {"HOME": "/nonexistent"},
    "no place for temporary files": {"TMPDIR": "/nonexistent", "TMP": "/nonexistent"},
    "POSIX": {"LC_ALL": "POSIX"},
    "POSIX, taken literally": {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "code page 850": {"PYTHONIOENCODING": "cp850"},
    "code page 1252": {"PYTHONIOENCODING": "cp1252"},
}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", SURROUNDINGS)
def test_a_setup_delivers_in_any_surroundings(name: str, language: Language, tmp_path: Path) -> None:
    command = [*PROGRAM, *SETUP, "--yes", "--lang", language, "--report", "r.html", "--out", "b.age"]
    done = subprocess.run(command, cwd=tmp_path, env=PLAIN | SURROUNDINGS[name], capture_output=True, check=False)
    assert done.returncode == ExitCode.DONE, done.stderr
    assert b"Traceback" not in done.stdout + done.stderr
    assert (tmp_path / "b.age").exists()
    assert (tmp_path / "r.html").exists()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([*SETUP, "--yes", "--plan-only"], ExitCode.DONE),
        ([*SETUP, "--yes"], ExitCode.BAD_INPUT),
        ([*SETUP, "--yes", "--out", "{}/b.age"], ExitCode.DONE),
        (["guide", "--text"], ExitCode.DONE),
        (["--help"], ExitCode.DONE),
        (["open", "b.age", "--identity", "key"], ExitCode.BAD_INPUT),
    ],
)
def test_a_working_folder_that_is_gone_is_told_where_it_matters(
    arguments: list[str], code: ExitCode, tmp_path: Path
) -> None:
    (tmp_path / "gone").mkdir()
    words = [argument.format(tmp_path) for argument in arguments]
    line = f'cd "{tmp_path}/gone" && rmdir "{tmp_path}/gone" && exec "$@"'
    done = subprocess.run(["/bin/sh", "-c", line, "sh", *PROGRAM, *words], env=PLAIN, capture_output=True, check=False)
    assert done.returncode == code, done.stderr
    assert b"Traceback" not in done.stdout + done.stderr


def type_again(process: subprocess.Popen[bytes], terminal: int, typed: bytes) -> None:
    while process.poll() is None:
        time.sleep(0.3)
        with contextlib.suppress(OSError):
            os.write(terminal, typed)


def at_a_terminal(arguments: list[str], typed: bytes, folder: Path) -> tuple[int, str]:
    """The exit code and what was said, where a person types this at the first prompt.

    It is typed again and again: a prompt for a passphrase throws away what was typed before it.
    """
    master, slave = pty.openpty()
    with subprocess.Popen(
        [*PROGRAM, *arguments],
        cwd=folder,
        env=PLAIN,
        stdin=slave,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509  # the terminal as its own
    ) as process:
        os.close(slave)
        threading.Thread(target=type_again, args=(process, master, typed), daemon=True).start()
        said = process.communicate(timeout=60)[0].decode()
    os.close(master)
    return process.returncode, said


@pytest.mark.parametrize("typed", [b"\x04", b"\n"], ids=["end of input", "nothing"])
def test_nothing_typed_confirms_no_plan(typed: bytes, tmp_path: Path) -> None:
    code, said = at_a_terminal([*SETUP, "--out", "b.age", "--json"], typed, tmp_path)
    assert code == ExitCode.CANCELLED, said
    assert "step.started" not in said.partition('"plan"')[2]
    assert not (tmp_path / "b.age").exists()


@pytest.mark.parametrize("command", ["setup", "open", "verify"])
def test_the_end_of_input_at_a_passphrase_is_a_cancel(command: str, tmp_path: Path) -> None:
    (tmp_path / "b.age").write_text("-----BEGIN AGE ENCRYPTED FILE-----\n")
    arguments = {"setup": ["setup", "--demo", "--yes"], "open": ["open", "b.age"], "verify": ["verify", "b.age"]}
    code, said = at_a_terminal([*arguments[command], "--json"], b"\x04", tmp_path)
    assert code == ExitCode.CANCELLED, said
    events = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    assert [event["code"] for event in events if event["event"] == "error"] == ["cancelled"]
