"""The wheel: installed elsewhere, it runs without the checkout, its resources and translations inside."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from installer.model import Language
from tests.house.source import ROOT

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]

BUILD = "import hatchling.build, sys; print(hatchling.build.build_wheel(sys.argv[1]))"


def _clone(folder: Path) -> Path:
    """The checkout as git hands it out: nothing is compiled in it."""
    for part in ("installer", "resources", "i18n", "build"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("*.qm", "*.pyc", "pictures"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    return folder


def _build(clone: Path, into: Path) -> subprocess.CompletedProcess[str]:
    """By the builder that `pip install .` takes."""
    command = (sys.executable, "-c", BUILD, str(into))
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(command, cwd=clone, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    told = _build(_clone(tmp_path_factory.mktemp("clone")), folder)
    assert told.returncode == 0, told.stderr
    return folder / told.stdout.split()[-1]


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the programs of a virtual environment that holds the wheel, and the packages of this one."""
    place = tmp_path_factory.mktemp("elsewhere") / "été"
    subprocess.run((sys.executable, "-m", "venv", str(place)), check=True)
    paths = {"base": str(place), "platbase": str(place)}
    programs = Path(sysconfig.get_path("scripts", "venv", paths))
    packages = Path(sysconfig.get_path("purelib", "venv", paths))
    (packages / "locked.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    python = programs / ("python.exe" if os.name == "nt" else "python")
    install = ("-m", "pip", "--no-input", "-q", "install", "--no-deps", "--no-index", "--disable-pip-version-check")
    subprocess.run((str(python), *install, str(wheel)), check=True)
    return programs


def _run(installed: Path, place: Path, *arguments: str) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    command = (str(installed / "glimps-odsp-setup"), *arguments)
    done = subprocess.run(command, cwd=place, env=environment, capture_output=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def test_the_data_travels_inside_and_nothing_else_does(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    data = "installer/_data/"
    resources = {path.relative_to(ROOT).as_posix() for path in (ROOT / "resources").rglob("*") if path.is_file()}
    assert {data + name for name in resources} <= names
    of_each = ("installer_{}.qm", "guide_{}.html", "words_{}.txt")
    assert {f"{data}i18n/{form.format(language)}" for form in of_each for language in Language} <= names
    assert {name.split("/")[0] for name in names} == {"installer", wheel.name.rsplit("-", 3)[0] + ".dist-info"}


def test_the_translations_are_compiled_or_there_is_no_wheel(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        assert all(archive.read(f"installer/_data/i18n/installer_{language}.qm") for language in ("fr", "en"))
    clone = _clone(tmp_path)
    (clone / "i18n" / "installer_fr.ts").write_text("<TS>not closed", encoding="utf-8")
    told = _build(clone, tmp_path / "out")
    assert told.returncode != 0
    assert "installer_fr.ts was not compiled" in told.stderr
    assert not list(tmp_path.glob("out/*.whl"))


def test_it_tells_its_version_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    assert _run(installed, tmp_path, "--version").startswith("GLIMPS ODSP Setup ")


def test_it_rehearses_outside_the_checkout_in_french(installed: Path, tmp_path: Path) -> None:
    from pyrage import x25519  # type: ignore[import-untyped]

    recipient = str(x25519.Identity.generate().to_public())
    to_file = ("--recipient", recipient, "--out", "b.age")
    told = _run(installed, tmp_path, "setup", "--demo", "--yes", "--json", "--lang", "fr", *to_file)
    assert json.loads(told.splitlines()[-1])["exit_code"] == 0
    assert "Locataire" in _run(installed, tmp_path, "setup", "--demo", "--plan-only", "--lang", "fr")
