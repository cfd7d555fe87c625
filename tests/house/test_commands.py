"""The developer's commands: one file to type, which needs nothing but Python."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import dev
import dev_system
from tests.house.source import ROOT, sources


def _dev(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-I", str(ROOT / "build" / "dev.py"), *arguments)
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def test_the_help_names_every_command() -> None:
    told = _dev("--help")
    assert told.returncode == 0
    assert [line.split()[0] for line in told.stdout.splitlines() if line.startswith("  ")] == list(dev.COMMANDS)


@pytest.mark.parametrize(("arguments", "sentence"), [((), "usage:"), (("dance",), "There is no command 'dance'.")])
def test_no_command_and_an_unknown_one_are_refused(arguments: tuple[str, ...], sentence: str) -> None:
    told = _dev(*arguments)
    assert told.returncode == 2
    assert (told.stdout + told.stderr).startswith(sentence)


def test_the_commands_need_nothing_but_python() -> None:
    ours = {path.stem for path in (ROOT / "build").glob("dev*.py")}
    imported = {
        (name.partition(".")[0], source.name)
        for source in sources("build")
        if Path(source.name).stem in ours
        for name in source.imports()
    }
    assert {(name, user) for name, user in imported if name not in ours | sys.stdlib_module_names} == set()


def test_an_old_python_is_told_so() -> None:
    """The file that checks the version must be readable to an older Python, and check before it imports the others."""
    text = (ROOT / "build" / "dev.py").read_text(encoding="utf-8")
    tree = ast.parse(text, feature_version=(3, 7))
    imports = [node.lineno for node in tree.body if isinstance(node, ast.ImportFrom | ast.Import)]
    check = next(node.lineno for node in tree.body if isinstance(node, ast.If))
    assert [line for line in imports if line < check] == imports[:1]


@pytest.mark.skipif(sys.platform != "linux", reason="Debian packages are Linux's")
def test_a_package_is_found_by_what_another_one_provides(monkeypatch: pytest.MonkeyPatch) -> None:
    status = "ii |libglib2.0-0t64, libglib2.0-0 (= 2.80.0)\nrc |age, \n"
    monkeypatch.setattr(
        subprocess, "run", lambda *command, **options: subprocess.CompletedProcess(command, 0, status, "")
    )
    assert dev_system.missing(("libglib2.0-0", "age", "xvfb")) == ["age", "xvfb"]


def test_the_machine_types_what_a_person_types() -> None:
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").endswith("exec python3 build/dev.py test\n")
