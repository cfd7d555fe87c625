"""Writing bundles on disks as they are: full, read-only, taken, without hard links."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from installer.bundle.files import check_target, default_name, save
from installer.errors.files import FileExists, FileFault, UnreadableFile, UnwritableFolder
from installer.errors.work import DeliveryFailed
from installer.files import read_limited

ROOT = Path(__file__).resolve().parents[2]
DATA = b"sealed" * 1000
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
unix = pytest.mark.skipif(sys.platform == "win32", reason="modes, limits and users of Unix")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def in_child(target: Path, before: str = "") -> list[str]:
    """What check_target and save say of `target` in another process, after `before` ran there."""
    script = f"""
import pathlib, sys
from installer.bundle.files import check_target, save
from installer.errors.base import SetupError
from installer.errors.work import DeliveryFailed
target = pathlib.Path(sys.argv[1])
{before}
for verb in (lambda: check_target(target, False), lambda: save(b"x" * 8000, target, False)):
    try:
        verb()
        print("done")
    except SetupError as error:
        print(type(error).__name__, error.reason.name if isinstance(error, DeliveryFailed) else "-")
"""
    command = [sys.executable, "-B", "-c", script, str(target)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@contextlib.contextmanager
def mounted(folder: Path, *arguments: str) -> Iterator[Path]:
    """A file system mounted there while the block runs."""
    folder.mkdir()
    done = subprocess.run(["mount", *arguments, str(folder)], capture_output=True, check=False) if IS_ROOT else None
    if done is None or done.returncode:
        pytest.skip("needs root, and a kernel that knows this file system")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_saved_file_is_whole_and_its_sum_is_returned(tmp_path: Path) -> None:
    target = tmp_path / "x.age"
    assert save(DATA, target, overwrite=False) == hashlib.sha256(DATA).hexdigest()
    assert target.read_bytes() == DATA
    assert names(tmp_path) == ["x.age"]


@unix
@pytest.mark.parametrize("overwrite", [False, True])
def test_only_the_owner_may_read_it(overwrite: bool, tmp_path: Path) -> None:
    target = tmp_path / "x.age"
    if overwrite:
        target.write_bytes(b"old")
        target.chmod(0o644)
    save(DATA, target, overwrite)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_an_existing_file_is_kept_unless_overwriting(tmp_path: Path) -> None:
    target = tmp_path / "x.age"
    target.write_bytes(b"old")
    with pytest.raises(FileExists):
        check_target(target, overwrite=False)
    with pytest.raises(DeliveryFailed) as caught:
        save(DATA, target, overwrite=False)
    assert (caught.value.path, caught.value.reason, caught.value.revoked) == (str(target), FileFault.EXISTS, None)
    assert target.read_bytes() == b"old"
    check_target(target, overwrite=True)
    assert target.read_bytes() == b"old"
    save(DATA, target, overwrite=True)
    assert target.read_bytes() == DATA
    assert names(tmp_path) == ["x.age"]


def test_checking_leaves_nothing_behind(tmp_path: Path) -> None:
    check_target(tmp_path / "x.age", overwrite=False)
    check_target(tmp_path / "x.age", overwrite=True)
    assert names(tmp_path) == []


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_folder_is_no_target(overwrite: bool, tmp_path: Path) -> None:
    (tmp_path / "x.age").mkdir()
    with pytest.raises(FileExists):
        check_target(tmp_path / "x.age", overwrite)
    with pytest.raises(DeliveryFailed):
        save(DATA, tmp_path / "x.age", overwrite)
    assert names(tmp_path) == ["x.age"]


@unix
def test_a_device_is_not_replaced() -> None:
    with pytest.raises(FileExists):
        check_target(Path(os.devnull), overwrite=True)


@unix
def test_a_dangling_link_counts_as_taken(tmp_path: Path) -> None:
    target = tmp_path / "x.age"
    target.symlink_to(tmp_path / "nowhere")
    with pytest.raises(FileExists):
        check_target(target, overwrite=False)
    check_target(target, overwrite=True)
    save(DATA, target, overwrite=True)
    assert not target.is_symlink()


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing/x.age", FileFault.VANISHED),
        ("file/x.age", FileFault.VANISHED),
        ("x" * 300, FileFault.NAME_TOO_LONG),
        ("x\0y", FileFault.OTHER),
    ],
)
def test_a_path_that_cannot_be_is_refused_before_and_at_the_end(name: str, reason: FileFault, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UnwritableFolder):
        check_target(tmp_path / name, overwrite=False)
    with pytest.raises(DeliveryFailed) as caught:
        save(DATA, tmp_path / name, overwrite=False)
    assert caught.value.reason == reason
    assert names(tmp_path) == ["file"]


def test_the_longest_name_that_a_folder_takes_can_be_written(tmp_path: Path) -> None:
    target = tmp_path / ("x" * 251 + ".age")
    check_target(target, overwrite=False)
    save(DATA, target, overwrite=False)
    check_target(target, overwrite=True)
    assert names(tmp_path) == [target.name]


@unix
def test_a_file_that_may_not_grow_leaves_no_trace(tmp_path: Path) -> None:
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))"
    assert in_child(tmp_path / "x.age", before=limit) == ["done", "DeliveryFailed DISK_FULL"]
    assert names(tmp_path) == []


@unix
def test_a_full_disk_leaves_no_trace(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=4k", "tmpfs") as folder:
        with pytest.raises(DeliveryFailed) as caught:
            save(b"x" * 8000, folder / "x.age", overwrite=False)
        assert caught.value.reason == FileFault.DISK_FULL
        assert names(folder) == []


@unix
def test_a_full_disk_keeps_the_file_that_was_to_be_overwritten(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=4k", "tmpfs") as folder:
        (folder / "x.age").write_bytes(b"old")
        with pytest.raises(DeliveryFailed):
            save(b"x" * 8000, folder / "x.age", overwrite=True)
        assert (folder / "x.age").read_bytes() == b"old"
        assert names(folder) == ["x.age"]


@unix
def test_a_read_only_disk_is_told(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "ro", "tmpfs") as folder:
        with pytest.raises(UnwritableFolder):
            check_target(folder / "x.age", overwrite=False)
        with pytest.raises(DeliveryFailed) as caught:
            save(DATA, folder / "x.age", overwrite=False)
        assert caught.value.reason == FileFault.READ_ONLY


@unix
@pytest.mark.skipif(shutil.which("mkfs.vfat") is None, reason="mkfs.vfat (Debian package dosfstools) is needed")
def test_a_stick_without_hard_links_takes_the_file(tmp_path: Path) -> None:
    image = tmp_path / "stick.img"
    image.write_bytes(b"\0" * 1024 * 1024)
    subprocess.run(["mkfs.vfat", str(image)], check=True, capture_output=True)
    with mounted(tmp_path / "stick", "-o", "loop", str(image)) as folder:
        check_target(folder / "x.age", overwrite=False)
        save(DATA, folder / "x.age", overwrite=False)
        with pytest.raises(DeliveryFailed) as caught:
            save(b"other", folder / "x.age", overwrite=False)
        assert caught.value.reason == FileFault.EXISTS
        assert (folder / "x.age").read_bytes() == DATA
        assert names(folder) == ["x.age"]


@unix
def test_a_disk_that_refuses_hard_links_takes_the_file_and_keeps_a_taken_name(tmp_path: Path) -> None:
    # the same as above where no such disk can be mounted: the refusal is the one that Linux gives on FAT
    no_links = """
import errno, os
def refuse(*_): raise PermissionError(errno.EPERM, "no hard links here")
os.link = refuse
"""
    assert in_child(tmp_path / "x.age", before=no_links) == ["done", "done"]
    assert (tmp_path / "x.age").read_bytes() == b"x" * 8000
    assert in_child(tmp_path / "x.age", before=no_links) == ["FileExists -", "DeliveryFailed EXISTS"]
    assert names(tmp_path) == ["x.age"]


@unix
def test_a_folder_of_somebody_else_is_refused_before_any_work() -> None:
    become_nobody = "import os; os.setgroups([]); os.setgid(65534); os.setuid(65534)" if IS_ROOT else ""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o555)
        try:
            said = in_child(folder / "x.age", before=become_nobody)
        finally:
            folder.chmod(0o700)
    assert said == ["UnwritableFolder -", "DeliveryFailed PERMISSION"]


@unix
def test_an_interruption_leaves_no_temporary_file(tmp_path: Path) -> None:
    alarm = """
import signal
def interrupt(*_): raise KeyboardInterrupt
signal.signal(signal.SIGALRM, interrupt)
signal.setitimer(signal.ITIMER_REAL, 0.3)
try:
    while True:
        save(b"x" * 4_000_000, target, True)
except KeyboardInterrupt:
    sys.exit(0)
"""
    for _ in range(3):
        in_child(tmp_path / "x.age", before=alarm)
        assert names(tmp_path) in ([], ["x.age"])


@pytest.mark.parametrize(
    ("domain", "name"),
    [
        ("contoso.onmicrosoft.com", "glimps-odsp-contoso.onmicrosoft.com-2026-11-23.age"),
        ("Été & Fils.fr", "glimps-odsp-t-fils.fr-2026-11-23.age"),
        ('..\\a/b:c*d?"<>|\n', "glimps-odsp-a-b-c-d-2026-11-23.age"),
        ("", "glimps-odsp-tenant-2026-11-23.age"),
        ("x" * 400, f"glimps-odsp-{'x' * 100}-2026-11-23.age"),
    ],
)
def test_the_default_name_suits_every_file_system(domain: str, name: str) -> None:
    assert default_name(domain, date(2026, 11, 23)) == name


def test_a_file_is_read_up_to_the_limit_and_no_further(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"12345")
    assert read_limited(tmp_path / "f", 5) == b"12345"
    with pytest.raises(UnreadableFile) as caught:
        read_limited(tmp_path / "f", 4)
    assert caught.value.reason == FileFault.TOO_BIG


@unix
@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("none", FileFault.VANISHED),
        (".", FileFault.IS_FOLDER),
        ("a\0b", FileFault.OTHER),
        ("/dev/zero", FileFault.TOO_BIG),
    ],
)
def test_a_file_that_cannot_be_read_says_why(name: str, reason: FileFault, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_limited(tmp_path / name)
    assert caught.value.reason == reason
