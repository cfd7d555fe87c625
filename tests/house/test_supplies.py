"""What we depend on: each with a reason, locked by hashes, from no address in particular."""

import re
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest

from tests.house.source import ROOT, sources, texts

BUILD = ROOT / "build"
LOCKS = ("requirements", "requirements-dev", "requirements-windows")
NAME = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._-]*")
ADDRESSES = re.compile(
    r"(?i)pypi\.org|pythonhosted|anaconda\.(com|org)|registry\.npmjs|conda-forge"
    r"|--(extra-)?index-url|--find-links|--trusted-host|file:///"
)


def _wanted(name: str) -> list[str]:
    lines = (BUILD / f"{name}.in").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith(("#", "-r "))]


def _names(lines: list[str]) -> set[str]:
    found = (NAME.match(line) for line in lines)
    return {match[0].lower().replace("_", "-") for match in found if match}


def _locked(name: str) -> dict[str, str]:
    """Name -> everything that the lock says of it."""
    entries = re.split(r"\n(?=\S)", (BUILD / f"{name}.txt").read_text(encoding="utf-8").strip())
    return {entry.partition("==")[0]: entry for entry in entries}


def test_every_dependency_has_its_reason() -> None:
    rows = re.findall(r"^\| ([\w.-]+) \| .{10,} \| .+ \|$", (BUILD / "DECISIONS.md").read_text(encoding="utf-8"), re.M)
    assert _names([line for name in LOCKS for line in _wanted(name)]) == _names(rows)


def test_the_wheel_asks_for_what_the_lock_holds() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert sorted(project["dependencies"]) == sorted(_wanted("requirements"))


@pytest.mark.parametrize(
    ("wanted", "folders"),
    [(("requirements",), ("installer",)), (("requirements", "requirements-dev"), ("tests", "build"))],
)
def test_what_is_imported_was_asked_for(wanted: tuple[str, ...], folders: tuple[str, ...]) -> None:
    """Not merely there because another package needs it."""
    ours = {"installer", "tests", *(path.stem for path in BUILD.glob("*.py"))}
    imported = {name.partition(".")[0] for source in sources(*folders) for name in source.imports()}
    origins = packages_distributions()
    third_party = {name: _names(origins.get(name, [name])) for name in imported - ours - sys.stdlib_module_names}
    asked = _names([line for name in wanted for line in _wanted(name)])
    assert {name: origin for name, origin in third_party.items() if not origin & asked} == {}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_is_pinned_and_hashed(lock: str) -> None:
    locked = _locked(lock)
    assert _names(_wanted(lock)) <= set(locked)
    assert [
        name for name, entry in locked.items() if not re.match(r"\S+==\S+.*\n +--hash=sha256:[0-9a-f]{64}", entry)
    ] == []


def test_both_locks_agree() -> None:
    development = _locked("requirements-dev")
    assert {
        name for name, entry in _locked("requirements").items() if _version(entry) != _version(development[name])
    } == set()


def _version(entry: str) -> str:
    return entry.partition("==")[2].split()[0]


def test_no_file_names_a_package_registry() -> None:
    named = {name: match[0] for name, text in texts() if (match := ADDRESSES.search(text))}
    assert {name: address for name, address in named.items() if not name.startswith("tests/house/")} == {}
