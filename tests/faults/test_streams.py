"""Standard streams and logs that fail: the work continues to its own end, and the exit code reports that end.

The stated exit codes are those of console.md, as a shell sees them.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from pyrage import x25519  # type: ignore[import-untyped]  # pyrage ships no types

from installer.bundle.age import parse_identities, unseal
from installer.bundle.payload import SecretCredential
from installer.bundle.reading import from_json
from installer.errors.base import ExitCode
from tests.faults.sabotage import unix
from tests.journeys.program import ROOT

pytestmark = unix
Setups = dict[tuple[str, str], tuple[Path, Future[tuple[int, str]]]]
FORMS = ("", "--json")
IDENTITY = x25519.Identity.generate()
SETUP = f"setup --demo --sign-in browser --yes --recipient {IDENTITY.to_public()} --out b.age"
TRACES = ("Traceback", "Exception ignored", "Logging error", "BrokenPipe")
FAILING = {
    "no output": ">&-",
    "a full disk": ">/dev/full",
    "a reader that leaves": "| head -n 1 >head.txt",
    "no error output": "2>&-",
    "a full disk for errors": "2>/dev/full",
    "neither": ">&- 2>&-",
    "no stream at all": "<&- >&- 2>&-",
    "both on a full disk": ">/dev/full 2>/dev/full",
    "both to a reader that leaves": "2>&1 | head -n 1 >head.txt",
}
NO_OUTPUT = {name: FAILING[name] for name in ("no output", "a full disk", "neither", "both on a full disk")}


def shell(folder: Path, line: str, before: str = "true") -> tuple[int, str]:
    """The exit code of the program in the shell's line, and all that it told anywhere but in the bundle."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    program = f'"{sys.executable}" -P -m installer'
    ended = subprocess.run(
        ["/bin/bash", "-c", f"{before}; {program} {line}; exit ${{PIPESTATUS[0]}}"],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    told = ended.stdout + "".join(path.read_text() for path in folder.glob("*.txt"))
    assert [trace for trace in TRACES if trace in told] == [], told
    return ended.returncode, told


def delivered(path: Path) -> bool:
    """Whether the bundle opens and holds a secret."""
    payload = from_json(unseal(path.read_bytes(), "b", parse_identities(f"{IDENTITY}".encode(), "key")), "b")
    return isinstance(payload.credential, SecretCredential) and bool(payload.credential.secret.reveal())


@pytest.fixture(scope="module")
def setups(plain_environment: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Setups]:
    """Every setup with failing streams, eight at a time: the rehearsal's tenant takes its time to answer."""
    with ThreadPoolExecutor(8) as pool:
        yield {
            (name, form): (folder, pool.submit(shell, folder, f"{SETUP} {form} {streams}"))
            for name, streams in FAILING.items()
            for form in FORMS
            for folder in [tmp_path_factory.mktemp("setup")]
        }


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS, ids=["plain", "json"])
@pytest.mark.parametrize("name", FAILING)
def test_a_setup_that_nobody_can_read_delivers_all_the_same(name: str, form: str, setups: Setups) -> None:
    folder, ended = setups[name, form]
    code, _ = ended.result(60)
    assert code == ExitCode.DONE
    assert delivered(folder / "b.age")


def test_a_log_on_a_full_disk_changes_nothing(tmp_path: Path) -> None:
    code, told = shell(tmp_path, f"{SETUP} --log /dev/full")
    assert code == ExitCode.DONE
    assert "full" not in told
    assert delivered(tmp_path / "b.age")


def test_a_log_whose_disk_fills_up_ends_there(tmp_path: Path) -> None:
    """A limit of the shell's on the size of files, in blocks of 1,024 bytes; the bundle keeps within it."""
    code, _ = shell(tmp_path, f"{SETUP} --log log.txt", before="ulimit -f 3")
    assert code == ExitCode.DONE
    assert delivered(tmp_path / "b.age")
    assert (tmp_path / "log.txt").stat().st_size == 3 * 1024


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("delivered")
    code, told = shell(folder, SETUP)
    assert code == ExitCode.DONE, told
    (folder / "key").write_text(f"{IDENTITY}\n")
    return folder


@pytest.mark.parametrize("streams", NO_OUTPUT.values(), ids=NO_OUTPUT)
def test_open_does_not_say_done_where_nobody_got_the_secret(streams: str, bundle: Path) -> None:
    code, _ = shell(bundle, f"open b.age --identity key {streams}")
    assert code == ExitCode.NOT_DELIVERED


def test_open_tells_on_standard_error_why_nobody_got_the_secret(bundle: Path) -> None:
    code, told = shell(bundle, "open b.age --identity key >/dev/full")
    assert code == ExitCode.NOT_DELIVERED
    assert "the disk is full" in told


def test_open_into_a_file_needs_no_output(bundle: Path, tmp_path: Path) -> None:
    code, _ = shell(bundle, f"open b.age --identity key --out {tmp_path}/opened.json >&- 2>&-")
    assert code == ExitCode.DONE
    assert json.loads((tmp_path / "opened.json").read_text())["credential"]["secret"]


@pytest.mark.parametrize("form", ["--text", "--terraform", "--bicep"])
def test_a_guide_that_cannot_be_printed_is_not_done(form: str, tmp_path: Path) -> None:
    code, told = shell(tmp_path, f"guide {form} >/dev/full")
    assert code == ExitCode.BAD_INPUT
    assert "stdout" in told


def test_a_guide_in_a_file_is_done_although_its_path_cannot_be_told(tmp_path: Path) -> None:
    code, _ = shell(tmp_path, "guide --out guide.html >/dev/full")
    assert code == ExitCode.DONE
    assert (tmp_path / "guide.html").is_file()


@pytest.mark.parametrize("line", ["--help", "--version", "setup --help"])
@pytest.mark.parametrize("streams", [">/dev/full", ">&-", "| true"])
def test_help_that_nobody_reads_is_help_all_the_same(line: str, streams: str, tmp_path: Path) -> None:
    code, _ = shell(tmp_path, f"{line} {streams}")
    assert code == ExitCode.DONE


def test_a_wrong_option_keeps_its_exit_code(tmp_path: Path) -> None:
    code, _ = shell(tmp_path, "setup --nonsense >&- 2>&-")
    assert code == ExitCode.BAD_INPUT


def test_no_input_is_no_terminal_either(tmp_path: Path) -> None:
    code, _ = shell(tmp_path, f"{SETUP.replace(' --yes', '')} <&-")
    assert code == ExitCode.BAD_INPUT


def test_names_that_no_encoding_knows_are_told_as_well_as_can_be(tmp_path: Path) -> None:
    """A file's name that is no UTF-8 comes to the program as lone surrogates (PEP 383)."""
    code, told = shell(tmp_path, r"open $'b\xe9.age' --identity key --log log.txt")
    assert code == ExitCode.BAD_INPUT
    assert "b\\udce9.age" in told


def test_where_no_log_was_asked_for_none_is_written_to_standard_error(tmp_path: Path) -> None:
    """Python would (logging.lastResort), with tracebacks that quote whatever they like."""
    program = (
        "import logging, installer.__main__ as door; door.run(['--version']); logging.getLogger('x').error('secret')"
    )
    ended = subprocess.run(
        [sys.executable, "-P", "-c", program],
        env={"PYTHONPATH": str(ROOT), "HOME": str(tmp_path)},
        capture_output=True,
        check=True,
    )
    assert ended.stderr == b""
