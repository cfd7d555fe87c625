"""Files for the holder of a key: GLIMPS's own, or one that is pasted."""

from dataclasses import replace
from pathlib import Path

import pyrage  # type: ignore[import-untyped]
import pytest

from installer.bundle.age import parse_identities, unseal
from installer.config.manifest import load_manifest
from installer.gui.pages.deliver import DeliverPage
from installer.gui.pages.done import open_command
from installer.model import Bundle
from tests.gui.conftest import Launch
from tests.gui.driver import DELIVER, DONE, Driver


def test_the_key_of_glimps_is_the_first_choice_where_there_is_one(
    launch: Launch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    identity = pyrage.x25519.Identity.generate()
    manifest = replace(load_manifest(), vendor_recipient=str(identity.to_public()))
    monkeypatch.setattr("tests.gui.driver.load_manifest", lambda: manifest)
    driver = launch()
    page = driver.go_to(DELIVER)
    assert isinstance(page, DeliverPage)
    assert page.options.chosen is page.options.vendor
    target = driver.say_target(tmp_path)
    driver.go_to(DONE)
    assert unseal(target.read_bytes(), str(target), parse_identities(str(identity).encode(), ""))


def test_a_pasted_key_shows_its_fingerprint_and_opens_the_file(driver: Driver, tmp_path: Path) -> None:
    identity = pyrage.x25519.Identity.generate()
    page = driver.go_to(DELIVER)
    assert isinstance(page, DeliverPage)
    driver.choose(page.options.button_of(page.options.recipient))
    page.options.recipient.key.setText(f"  {identity.to_public()} ")
    assert len(page.options.recipient.fingerprint.split(":")[-1].split()) == 8
    target = driver.say_target(tmp_path)
    driver.go_to(DONE)
    assert unseal(target.read_bytes(), str(target), parse_identities(str(identity).encode(), ""))


def test_a_secret_that_was_handed_over_is_gone_from_the_page(driver: Driver, tmp_path: Path) -> None:
    page = driver.go_to(DELIVER)
    assert isinstance(page, DeliverPage)
    driver.say_target(tmp_path)
    driver.go_to(DONE)
    assert page.options.passphrase.encryption() is None


@pytest.mark.parametrize(
    ("recipients", "line"),
    [((), "age -d '/home/cl ara/a.age'"), (("age1…",), "age -d -i key.txt '/home/cl ara/a.age'")],
)
def test_the_line_that_opens_the_file_can_be_pasted(recipients: tuple[str, ...], line: str) -> None:
    assert open_command(Bundle("/home/cl ara/a.age", "", recipients)) == line
