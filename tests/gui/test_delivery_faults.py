"""The wizard cannot hand the secret over as asked: it stays deliverable, or is revoked on leaving."""

import shlex
import sys
from pathlib import Path

import pytest
from pyrage import x25519  # type: ignore[import-untyped]  # pyrage ships no types
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from installer.bundle import age, scrypt
from installer.bundle.age import unseal
from installer.bundle.payload import SecretCredential
from installer.bundle.reading import from_json
from installer.demo import Rule, Status
from installer.errors.base import ExitCode
from installer.gui.pages.deliver import DeliverPage
from installer.gui.pages.deliver import page as deliver_page
from installer.gui.pages.deliver.page import Answer
from installer.model import Secret
from tests.faults.sabotage import SABOTAGES, mended, unix
from tests.faults.test_delivery_faults import Sabotage
from tests.figures import Figures
from tests.gui.driver import DELIVER, DONE, Driver

pytestmark = [pytest.mark.matrix, unix]


@pytest.fixture
def page(driver: Driver) -> DeliverPage:
    found = driver.go_to(DELIVER)
    assert isinstance(found, DeliverPage)
    return found


def wait_until_told(driver: Driver, page: DeliverPage) -> None:
    driver.until(lambda: not page.busy)
    assert driver.number == DELIVER
    assert driver.job.secret_at_risk


@pytest.mark.parametrize("sabotage", SABOTAGES)
def test_after_a_refused_file_the_secret_can_still_be_delivered(
    sabotage: Sabotage, driver: Driver, page: DeliverPage, figures: Figures, tmp_path: Path
) -> None:
    (tmp_path / "work").mkdir()
    target = driver.say_target(tmp_path / "work")
    passphrase = Secret(page.options.passphrase.words.text)
    with figures.case("deliveries: sabotaged, in the wizard"), mended() as mends:
        mends.append(sabotage(target))
        driver.commit()
        wait_until_told(driver, page)
        mends.pop()()
        assert list(target.parent.iterdir()) == []
        driver.go_to(DONE)
        opened = from_json(unseal(target.read_bytes(), str(target), passphrase), str(target)).credential
        assert isinstance(opened, SecretCredential)
        assert [opened.secret.reveal()] == [secret.value for secret in driver.tenant.state.secrets]


def test_after_a_refused_file_leaving_revokes_the_secret(
    driver: Driver, page: DeliverPage, figures: Figures, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deliver_page, "ask_about_secret", lambda _parent: Answer.REVOKE)
    with figures.case("deliveries: sabotaged, in the wizard"):
        driver.say_target(tmp_path / "nowhere")
        driver.commit()
        wait_until_told(driver, page)
        driver.wizard.close()
        driver.until(lambda: not driver.wizard.isVisible())
        assert not driver.tenant.state.secrets


def test_a_secret_that_was_copied_over_can_be_copied_again(
    driver: Driver, page: DeliverPage, figures: Figures, tmp_path: Path
) -> None:
    """Another program has taken the clipboard before the secret was pasted into the vault."""
    (secret,) = driver.tenant.state.secrets
    page.options.choose(page.options.vault)
    with figures.case("deliveries: sabotaged, in the wizard"):
        for _ in range(2):
            QTest.mouseClick(page.options.vault.copy, Qt.MouseButton.LeftButton)
            assert QGuiApplication.clipboard().text() == secret.value
            QGuiApplication.clipboard().setText("somebody else's")
            page.clipboard.tick()
            assert QGuiApplication.clipboard().text() == "somebody else's"
            assert driver.job.secret_at_risk
        page.options.choose(page.options.passphrase)
        target = driver.say_target(tmp_path)
        driver.go_to(DONE)
        assert target.exists()


@pytest.mark.parametrize("by_hand", [False, True], ids=["file", "clipboard"])
def test_a_mark_that_cannot_be_taken_off_is_told_on_the_last_page_and_closing_revokes_nothing(
    by_hand: bool, driver: Driver, page: DeliverPage, figures: Figures, tmp_path: Path
) -> None:
    (secret,) = driver.tenant.state.secrets
    driver.tenant.faults.add(Rule(Status(403), host="part", method="PATCH", path="/applications/", times=None))
    with figures.case("deliveries: the mark stays, in the wizard"):
        if by_hand:
            page.options.choose(page.options.vault)
            page.options.vault.stored.setChecked(True)
        else:
            driver.say_target(tmp_path)
        driver.go_to(DONE)
        notice = driver.page.info.notice
        assert notice is not None
        assert notice.words().code == "mark_remains"
        driver.wizard.close()
        driver.until(lambda: not driver.wizard.isVisible())
        assert [held.value for held in driver.tenant.state.secrets] == [secret.value]
        assert driver.job.exit_code is ExitCode.DONE


@pytest.mark.slow
def test_a_passphrase_that_takes_too_much_memory_leaves_the_secret_deliverable(
    driver: Driver, page: DeliverPage, figures: Figures, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    identity = x25519.Identity.generate()
    poor = tmp_path / "python"
    poor.write_text(f'#!/bin/sh\nulimit -v 100000\nexec {shlex.quote(sys.executable)} "$@"\n')
    poor.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(poor))
    monkeypatch.setattr(age, "apart", scrypt.apart)  # with its true cost
    with figures.case("deliveries: sabotaged, in the wizard"):
        target = driver.say_target(tmp_path)
        driver.commit()
        wait_until_told(driver, page)
        assert not target.exists()
        driver.choose(page.options.button_of(page.options.recipient))
        page.options.recipient.key.setText(str(identity.to_public()))
        driver.go_to(DONE)
        assert target.exists()
