"""The executables, built once and only where something that they are made of changed."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import dev_environment
import dev_package
import dev_wine

PLACE = "Prêt à l’emploi (été)"
"""A folder as people name them."""


@pytest.fixture(scope="session")
def executables() -> tuple[Path, Path]:
    """The wizard's and the console's, for this system."""
    if sys.platform == "linux" and not (shutil.which("objdump") and shutil.which("ld")):
        pytest.skip("no binutils here: `build/dev.py package` installs them on Debian")
    assert dev_package.build(dev_package.HERE, []) == 0
    return dev_package.HERE.executables


@pytest.fixture(scope="session")
def windows_executables() -> Iterator[tuple[Path, Path]]:
    """The same for Windows; elsewhere built and run under Wine."""
    if sys.platform not in ("linux", "win32"):
        pytest.skip("executables for Windows")
    if reason := dev_wine.why_not():
        pytest.skip(reason)
    try:
        target = dev_package.HERE if dev_wine.NATIVE else dev_package.WINDOWS
        assert dev_package.build(target, []) == 0
    except dev_environment.NotPrepared as error:
        pytest.skip(str(error))
    yield target.executables
    dev_wine.stop()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """An empty folder with spaces and accents in its name."""
    folder = tmp_path / PLACE
    folder.mkdir()
    return folder


def read_only(executable: Path, folder: Path) -> Path:
    """A copy of the executable in a folder that nothing can be written into, except by root."""
    folder.mkdir()
    copy = Path(shutil.copy(executable, folder))
    folder.chmod(0o555)
    return copy


def require_screen_tools() -> None:
    for tool in ("xdotool", "xwd"):
        if not shutil.which(tool):
            pytest.skip(f"no {tool} here: `build/dev.py test` installs it on Debian")
