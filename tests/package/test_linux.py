"""The executables for Linux, walked as their users walk them."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from installer import texts
from installer.demo import BRISK, Tenant
from installer.model import Language
from tests.journeys.chromium import chromium
from tests.journeys.program import ROOT, Program
from tests.journeys.test_console import CLOSE, opened_by_age
from tests.package.conftest import read_only, require_screen_tools
from tests.package.keyboard import Keyboard
from tests.package.screen import Browser
from tests.tenants import FULL, Start

pytestmark = [
    pytest.mark.journey,
    pytest.mark.timeout(600),
    pytest.mark.skipif(sys.platform != "linux", reason="executables for Linux"),
]

MOST_BYTES = 50_000_000


def _environment(folder: Path, **more: str) -> dict[str, str]:
    """An empty home and a place to unpack into; next to nothing else."""
    (folder / "home").mkdir()
    (folder / "unpacked").mkdir()
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(folder / "home"),
        "TMPDIR": str(folder / "unpacked"),
        "LC_ALL": "C.UTF-8",
        **more,
    }


def _left_by(folder: Path) -> list[str]:
    return [str(path.relative_to(folder)) for name in ("home", "unpacked") for path in (folder / name).rglob("*")]


def test_they_are_small_enough_to_be_sent(executables: tuple[Path, Path]) -> None:
    assert max(path.stat().st_size for path in executables) <= MOST_BYTES


def test_a_place_that_may_run_nothing_is_told_as_the_documents_quote_it(
    executables: tuple[Path, Path], tmp_path: Path
) -> None:
    """The unpacking program of PyInstaller ends before Python begins, so the words are the system's."""
    place, other = tmp_path / "noexec", tmp_path / "other"
    for folder in (place, other):
        folder.mkdir()
    if subprocess.run(("mount", "-t", "tmpfs", "-o", "noexec", "tmpfs", str(place)), check=False).returncode:
        pytest.skip("needs root, and the right to mount")
    try:
        refused = _version(executables[1], place)
    finally:
        subprocess.run(("umount", str(place)), check=True)
    told = refused.stderr.partition(": ")[2].strip()
    assert refused.returncode == 127
    for name in ("README.md", "build/NOTES.md"):
        text = " ".join((ROOT / name).read_text(encoding="utf-8").split())
        assert told in text
        assert "TMPDIR=" in text
    assert _version(executables[1], other).returncode == 0


def _version(program: Path, temporary: Path) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "HOME": str(temporary), "TMPDIR": str(temporary), "LC_ALL": "C.UTF-8"}
    return subprocess.run((str(program), "--version"), env=environment, capture_output=True, text=True, check=False)


def test_the_console_rehearses_from_a_read_only_folder_and_leaves_nothing(
    executables: tuple[Path, Path], place: Path
) -> None:
    from pyrage import x25519  # type: ignore[import-untyped]

    identity = x25519.Identity.generate()
    (place / "key.txt").write_text(f"{identity}\n")
    program = read_only(executables[1], place / "lecture seule")
    environment = _environment(place)
    to_file = ("--recipient", str(identity.to_public()), "--out", "b.age", "--report", "reçu.pdf")
    command = (str(program), "setup", "--demo", "--json", "--yes", "--sign-in", "browser", *to_file)
    ended = subprocess.run(command, cwd=place, env=environment, capture_output=True, check=False, timeout=120)
    assert ended.returncode == 0, ended.stderr.decode()
    events = [json.loads(line) for line in ended.stdout.splitlines()]
    assert events[-1]["event"] == "finished"
    payload = opened_by_age(place)
    assert set(payload["permissions"]["granted"]) == set(FULL)
    assert (place / "reçu.pdf").read_bytes().startswith(b"%PDF")
    assert _left_by(place) == []
    assert [path.name for path in program.parent.iterdir()] == [program.name]


def test_it_tells_its_version_and_help_without_a_display(executables: tuple[Path, Path], place: Path) -> None:
    environment = _environment(place)
    for executable in executables:
        for option in ("--version", "--help"):
            told = subprocess.run((str(executable), option), env=environment, capture_output=True, check=True)
            assert b"GLIMPS ODSP Setup" in told.stdout


@pytest.mark.usefixtures("qapp", "screen")
@pytest.mark.parametrize("language", Language)
def test_the_wizard_is_driven_by_keyboard_to_the_encrypted_file(
    executables: tuple[Path, Path], language: Language, start_tenant: Start, place: Path
) -> None:
    require_screen_tools()
    texts.use(language)
    tenant = start_tenant(delays=BRISK)
    program = Program(tenant, place, language)
    browser = Browser(place / "bin")
    environment = _environment(
        place,
        PATH=browser.before(os.environ["PATH"]),
        **{name: os.environ[name] for name in ("DISPLAY", "XAUTHORITY") if name in os.environ},
        SSL_CERT_FILE=str(place / "ca.pem"),
    )
    command = (str(read_only(executables[0], place / "lecture seule")), "--cloud", "lab.toml", "--lang", language)
    headings: list[str] = []
    with (
        chromium(place / "profile", language) as person,
        subprocess.Popen(command, cwd=place, env=environment, start_new_session=True) as wizard,
    ):
        try:
            keyboard = Keyboard(browser, place)
            keyboard.sign_in(lambda url: headings.append(person.sign_in(url)), lambda: _looked_up(tenant))
            bundle = keyboard.deliver(program.recipient, place / "home")
            keyboard.window.key("Return")
            assert wizard.wait(20) == 0
        finally:
            if wizard.poll() is None:
                os.killpg(wizard.pid, signal.SIGKILL)  # the unpacking starter and the program that it started
    assert headings == [CLOSE[language]]
    bundle.rename(place / "b.age")
    (secret,) = tenant.state.secrets
    assert opened_by_age(place)["credential"]["secret"] == secret.value
    assert _left_by(place) == []


def _looked_up(tenant: Tenant) -> bool:
    return any(one.path.endswith("/$batch") for one in tenant.requests)
