"""A computer that the developer's commands meet: packages to install, a checkout that belongs to somebody else."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import dev_environment
import dev_system
from tests.house.source import ROOT

NOBODY = 65534


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[list[str]]:
    """A Debian on which one package is missing, and root at the keyboard; what was installed is kept."""
    if sys.platform != "linux":
        pytest.skip("Debian packages are Linux's")
    kept: list[list[str]] = []
    monkeypatch.setattr(dev_system, "CACHE", tmp_path)
    monkeypatch.setattr(dev_system, "DPKG_STATUS", tmp_path)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(dev_system, "missing", lambda packages: [] if kept else ["age"])
    monkeypatch.setattr(dev_system, "_install", kept.append)
    monkeypatch.delenv("CI", raising=False)
    return kept


@pytest.mark.parametrize(
    ("answer", "agreed"), [("y\n", True), ("yes\n", True), ("\n", False), ("n\n", False), ("", False)]
)
def test_a_person_is_told_what_will_be_installed_and_asked(
    answer: str, agreed: bool, installed: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = _Terminal()
    monkeypatch.setattr(sys, "stdin", _Terminal(answer))
    monkeypatch.setattr(sys, "stderr", told)
    dev_system.ensure(("age",))
    assert installed == ([["age"]] if agreed else [])
    assert told.getvalue().startswith("dev.py: Installing these system packages: age\n")
    assert ("sudo apt-get install" in told.getvalue()) is not agreed


@pytest.mark.parametrize("surroundings", ["CI", "a pipe"])
def test_a_pipeline_is_told_and_not_asked(
    surroundings: str, installed: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = _Terminal()
    if surroundings == "CI":
        monkeypatch.setenv("CI", "true")
    monkeypatch.setattr(sys, "stdin", _Terminal("n\n") if surroundings == "CI" else io.StringIO("n\n"))
    monkeypatch.setattr(sys, "stderr", told)
    dev_system.ensure(("age",))
    assert installed == [["age"]]
    assert told.getvalue() == "dev.py: Installing these system packages: age\n"


@pytest.fixture
def prepared() -> Iterator[Path]:
    """A checkout that root prepared, as far as the commands look: its Python only tells what it was asked to do."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "checkout"
        ignored = shutil.ignore_patterns("__pycache__", "pictures", "licences")
        for part in ("build", "i18n"):
            shutil.copytree(ROOT / part, folder / part, ignore=ignored)
        for source in (folder / "i18n").glob("*.ts"):
            source.with_suffix(".qm").write_bytes(b"")
        programs = folder / ".venv" / "bin"
        programs.mkdir(parents=True)
        (folder / ".cache" / "system").mkdir(parents=True)
        (programs / "python").write_text(
            '#!/bin/sh\n[ "$1" = -c ] && [ -n "$3" ] && echo "# public key: age1x" > "$3"\necho "asked: $*"\n'
        )
        (programs / "python").chmod(0o755)
        for path in (Path(name), *Path(name).rglob("*")):
            path.chmod(path.stat().st_mode | 0o555 if path.is_dir() else path.stat().st_mode | 0o444)
        yield folder


def _stamped(checkout: Path, python: str) -> None:
    """The environment is what the lock asks for."""
    code = "import dev_environment as e; e._stamp(e.DEVELOPMENT).write_text(e._state(e.DEVELOPMENT))"
    subprocess.run((python, "-c", code), cwd=checkout, env={"PYTHONPATH": str(checkout / "build")}, check=True)


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root can be somebody else")
@pytest.mark.parametrize(
    "command", [("run", "--version"), ("demo",), ("lint",), ("test", "-k", "payload")], ids=" ".join
)
def test_a_checkout_that_root_prepared_works_for_another_person(command: tuple[str, ...], prepared: Path) -> None:
    python = shutil.which("python3", path="/usr/bin:/usr/local/bin")
    setpriv = shutil.which("setpriv")
    if python is None or setpriv is None:
        pytest.skip("no Python that another person can start, or no setpriv")
    _stamped(prepared, python)
    with tempfile.TemporaryDirectory() as home:
        os.chown(home, NOBODY, NOBODY)
        someone = (setpriv, f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
        ended = subprocess.run(
            (*someone, python, str(prepared / "build" / "dev.py"), *command),
            cwd=home,
            env={"PATH": "/usr/bin:/bin", "HOME": home, "TMPDIR": home, "CI": "true"},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert ended.returncode == 0, ended.stderr + ended.stdout
        assert "asked: " in ended.stdout
        assert "Traceback" not in ended.stderr


def test_a_cache_that_cannot_be_written_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev_environment, "ROOT", tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    assert dev_environment._cache() == tmp_path / ".cache"
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    assert dev_environment._cache() == tmp_path / "home" / "glimps-odsp-setup"
