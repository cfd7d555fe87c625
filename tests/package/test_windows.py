"""The executables for Windows, walked there or, elsewhere, under Wine.

What Wine cannot show (SmartScreen, real screens, Narrator, Win+V) is in build/RELEASE.md, for a person.
"""

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest

import dev_windows
import dev_wine
from installer import texts
from installer.model import Language
from tests.journeys.chromium import chromium
from tests.journeys.test_console import opened_by_age
from tests.package.conftest import require_screen_tools
from tests.package.keyboard import Keyboard
from tests.package.screen import Browser
from tests.tenants import FULL

pytestmark = [
    pytest.mark.journey,
    pytest.mark.timeout(900),
]

MOST_BYTES = 30 << 20


def test_they_are_small_enough_to_be_sent(windows_executables: tuple[Path, Path]) -> None:
    assert max(path.stat().st_size for path in windows_executables) <= MOST_BYTES


def test_they_hold_what_windows_shows_of_them(windows_executables: tuple[Path, Path], tmp_path: Path) -> None:
    """Icon, languages of the properties, manifest; the wizard without a console, the console with one."""
    told = dev_windows.run(
        "-m", "tests.package.pe_resources", *map(dev_wine.windows_path, windows_executables), seconds=120
    )
    wizard, console = json.loads(told)
    assert (wizard.pop("console"), console.pop("console")) == (False, True)
    assert wizard["OriginalFilename"] == ["GLIMPS-ODSP-Setup.exe"] * 2
    assert wizard["FileDescription"] == [
        "Assistant d’inscription du connecteur ODSP GLIMPS",
        "GLIMPS ODSP connector registration wizard",
    ]
    assert wizard["CompanyName"] == ["GLIMPS"] * 2
    assert wizard["icons"] == [16, 20, 24, 32, 40, 48, 64, 96, 128, 256]
    assert 'level="asInvoker"' in wizard["manifest"]
    assert "PerMonitorV2" in wizard["manifest"]


def test_the_console_rehearses_to_a_file_that_age_opens(windows_executables: tuple[Path, Path], place: Path) -> None:
    import pyrage  # type: ignore[import-untyped]

    identity = pyrage.x25519.Identity.generate()
    target = dev_wine.windows_path(place / "b.age")
    to_file = ("--recipient", str(identity.to_public()), "--out", target)
    command = (str(windows_executables[1]), "setup", "--demo", "--json", "--yes", *to_file, "--lang", "fr")
    events = [json.loads(line) for line in dev_wine.run(command, 120, cwd=place).splitlines()]
    assert events[-1]["exit_code"] == 0
    assert next(one for one in events if one["event"] == "bundle")["path"] == target
    payload = json.loads(pyrage.decrypt((place / "b.age").read_bytes(), [identity]))
    assert set(payload["permissions"]["granted"]) == set(FULL)


@pytest.mark.skipif(dev_wine.NATIVE, reason="the keyboard is X's: a person walks the wizard on Windows (RELEASE.md)")
@pytest.mark.usefixtures("qapp", "screen")
def test_the_wizard_is_driven_by_keyboard_to_the_encrypted_file(
    windows_executables: tuple[Path, Path], place: Path
) -> None:
    """Chromium, outside Wine, signs in to the tenant that is embedded in the Windows program."""
    from pyrage import x25519

    require_screen_tools()
    texts.use(Language.FR)
    identity = x25519.Identity.generate()
    (place / "key.txt").write_text(f"{identity}\n")
    for old in dev_wine.DOCUMENTS.glob("*.age"):
        old.unlink()
    browser = Browser(place / "bin")
    environment = {"PATH": browser.before(os.environ["PATH"])}
    command = (str(windows_executables[0]), "--demo", "--lang", "fr")
    with (
        chromium(place / "profile", "fr") as person,
        dev_wine.start(command, environment, cwd=place, start_new_session=True) as wizard,
    ):
        try:
            keyboard = Keyboard(browser, place)
            headings: list[str] = []
            keyboard.sign_in(lambda url: headings.append(person.sign_in(url)), lambda: headings)
            bundle = keyboard.deliver(str(identity.to_public()), dev_wine.DOCUMENTS)
            keyboard.window.key("Return")
            assert wizard.wait(30) == 0
        finally:
            if wizard.poll() is None:
                os.killpg(wizard.pid, signal.SIGKILL)
                dev_wine.stop()
    assert headings == ["Vous pouvez fermer cet onglet"]
    bundle.rename(place / "b.age")
    assert set(opened_by_age(place)["permissions"]["granted"]) == set(FULL)


def test_what_only_windows_runs(windows_executables: tuple[Path, Path], tmp_path: Path) -> None:
    """The branches for Windows, in the Windows Python under Wine."""
    try:
        told = dev_windows.run("-m", "tests.package.on_windows", dev_wine.windows_path(tmp_path), seconds=120)
    except subprocess.CalledProcessError as error:
        pytest.fail(f"{error.output}\n{error.stderr}")
    assert told.splitlines()[-1] == "all of it"
