"""winget and Intune get the very files that are released: their manifests and scripts hold the files' sums."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

import dev_channels
import installer
from installer.console.arguments import parse


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with both executables, described as GitHub's workflow does it."""
    monkeypatch.setenv("GITHUB_REPOSITORY", "glimps/odsp-setup")
    for name in dev_channels.IDENTIFIERS:
        (tmp_path / name).write_bytes(f"MZ {name}".encode())
    assert dev_channels.main([str(tmp_path)]) == 0
    return tmp_path


@pytest.mark.parametrize(("name", "identifier"), dev_channels.IDENTIFIERS.items())
def test_winget_is_told_address_and_sum_of_each_file(name: str, identifier: str, made: Path) -> None:
    folder = made / "winget" / identifier / installer.__version__
    texts = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    kinds = {
        f"{identifier}.yaml": "version",
        f"{identifier}.installer.yaml": "installer",
        f"{identifier}.locale.en-US.yaml": "defaultLocale",
    }
    assert texts.keys() == kinds.keys()
    for file, kind in kinds.items():
        lines = texts[file].splitlines()
        schema = f"https://aka.ms/winget-manifest.{kind}.{dev_channels.SCHEMA}.schema.json"
        assert lines[0] == f"# yaml-language-server: $schema={schema}"
        assert f"PackageIdentifier: {identifier}" in lines
        assert f"PackageVersion: {installer.__version__}" in lines
        assert lines[-2:] == [f"ManifestType: {kind}", f"ManifestVersion: {dev_channels.SCHEMA}"]
        assert all(
            re.fullmatch(r"(- |  )?[A-Z]\w+:( [^:#]+(: [^:#]+)?| https://\S+)?|- .+", line) for line in lines[1:]
        )
    installs = texts[f"{identifier}.installer.yaml"]
    address = f"https://github.com/glimps/odsp-setup/releases/download/v{installer.__version__}/{name}"
    assert f"  InstallerUrl: {address}\n" in installs
    assert f"  InstallerSha256: {hashlib.sha256((made / name).read_bytes()).hexdigest().upper()}\n" in installs
    assert "InstallerType: portable\n" in installs


def test_intune_detects_this_very_release(made: Path) -> None:
    detect = (made / "intune" / "detect.ps1").read_text(encoding="utf-8")
    assert hashlib.sha256((made / dev_channels.CONSOLE).read_bytes()).hexdigest() in detect
    place = r"$env:ProgramW6432\GLIMPS"
    for script in ("install.ps1", "uninstall.ps1", "detect.ps1"):
        text = (made / "intune" / script).read_text(encoding="utf-8")
        assert place in text
        assert dev_channels.CONSOLE in text
        assert text.isascii(), "PowerShell 5.1 reads a script without a mark in the code page of the country"


def test_the_recipe_names_the_scripts_and_a_command_that_the_program_takes(made: Path) -> None:
    recipe = (made / "intune" / "README.md").read_text(encoding="utf-8")
    assert installer.__version__ in recipe
    assert all(path.name in recipe for path in (made / "intune").glob("*.ps1"))
    (line,) = re.findall(r'GLIMPS-ODSP-Setup-cli\.exe" (verify .+)', recipe)
    assert parse(line.split()).command == "verify"
