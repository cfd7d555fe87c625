"""Files that their owner alone may read: how they are made, what they are never written through, and no core dump."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from installer.errors.base import SetupError
from installer.errors.files import FileExists, IsLink, UnwritableFolder
from installer.private_file import append_to, create
from tests.house.source import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="modes and links as POSIX has them")

Door = Callable[[Path], int]
DOORS = pytest.mark.parametrize("door", [create, append_to])


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


@DOORS
def test_a_new_file_is_its_owners_alone(door: Door, tmp_path: Path) -> None:
    with umask(0):
        os.close(door(tmp_path / "log.txt"))
    assert mode(tmp_path / "log.txt") == 0o600


@pytest.mark.parametrize("rights", [0o600, 0o640, 0o400, 0o666])
def test_the_rights_of_a_log_that_exists_stay_and_so_does_what_is_in_it(rights: int, tmp_path: Path) -> None:
    log = tmp_path / "log.txt"
    log.write_text("before\n")
    log.chmod(rights)
    try:
        with os.fdopen(append_to(log), "w") as file:
            file.write("after\n")
    except UnwritableFolder:
        assert rights == 0o400
    else:
        log.chmod(log.stat().st_mode | 0o400)
        assert log.read_text() == "before\nafter\n"
    assert mode(log) == rights


@DOORS
@pytest.mark.parametrize("dangling", [True, False])
def test_nothing_is_written_through_a_symbolic_link(door: Door, dangling: bool, tmp_path: Path) -> None:
    target = tmp_path / "target"
    if not dangling:
        target.write_text("theirs")
    (tmp_path / "log.txt").symlink_to(target)
    with pytest.raises(IsLink if door is append_to else FileExists):
        door(tmp_path / "log.txt")
    assert target.exists() is not dangling
    assert dangling or target.read_text() == "theirs"


@DOORS
def test_nor_to_a_file_that_has_another_name(door: Door, tmp_path: Path) -> None:
    (tmp_path / "target").write_text("theirs")
    os.link(tmp_path / "target", tmp_path / "log.txt")
    with pytest.raises(IsLink if door is append_to else FileExists):
        door(tmp_path / "log.txt")
    assert (tmp_path / "target").read_text() == "theirs"


@DOORS
@pytest.mark.parametrize("name", ["none/log.txt", "", "a\0b", "x" * 300])
def test_a_place_that_takes_no_file_is_one_of_our_errors(door: Door, name: str, tmp_path: Path) -> None:
    with pytest.raises(SetupError):
        door(tmp_path / name)


def test_a_device_is_written_to() -> None:
    os.close(append_to(Path("/dev/null")))


def run_here(*command: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_the_program_asks_for_no_core_dump() -> None:
    ask = """
import resource, sys
from installer.__main__ import main
sys.argv = ["glimps-odsp-setup", "--version"]
try:
    main()
except SystemExit:
    print(resource.getrlimit(resource.RLIMIT_CORE))
"""
    told = run_here(sys.executable, "-P", "-c", ask)
    assert told.stdout.splitlines()[-1] == "(0, 0)"


def test_a_log_through_a_link_ends_before_anything_is_done(tmp_path: Path) -> None:
    (tmp_path / "log.txt").symlink_to(tmp_path / "target")
    program = (sys.executable, "-P", "-m", "installer")
    told = run_here(*program, "setup", "--demo", "--yes", "--log", str(tmp_path / "log.txt"))
    assert told.returncode == 2
    assert "log.txt" in told.stderr
    assert not (tmp_path / "target").exists()
