"""What the sign-in page says while the browser is waited for, and of an account whose roles tell nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication

from installer.errors.base import ExitCode
from installer.gui.flow import Path
from installer.gui.pages.sign_in import SignInPage, State
from installer.model import Language
from tests.gui.conftest import Launch
from tests.gui.driver import SIGN_IN, Driver
from tests.gui.sign_in_states import insist_on_https
from tests.gui.steps import code, offer, press


def waiting(launch: Launch) -> tuple[Driver, SignInPage]:
    driver = launch("app-developer-unconsented", signs_in=False)
    page = driver.go_to(SIGN_IN)
    assert isinstance(page, SignInPage)
    driver.commit()
    driver.until(lambda: driver.opened, "the browser")
    return driver, page


def test_whoever_is_asked_for_an_approval_finds_the_address_while_the_page_waits(launch: Launch) -> None:
    driver, page = waiting(launch)
    press(driver, page.browser.approval)
    press(driver, offer(driver, "Copy the"))
    assert "/v2.0/adminconsent?client_id=" in QGuiApplication.clipboard().text()
    assert page.state is State.BROWSER, "the wait goes on"


@pytest.mark.parametrize("language", Language)
def test_a_missing_approval_is_told_with_the_address_to_copy(launch: Launch, language: Language) -> None:
    driver = launch("app-developer-unconsented", language)
    driver.take(Path.PREPARE)
    driver.commit()
    press(driver, offer(driver, "Copy the" if language is Language.EN else "Copier l’"))
    assert "/v2.0/adminconsent?client_id=" in QGuiApplication.clipboard().text()
    assert code(driver) is ExitCode.SIGN_IN


def test_a_browser_that_insists_on_https_is_noticed_and_the_code_offered(launch: Launch) -> None:
    driver, page = waiting(launch)
    insist_on_https(driver.opened[0])
    button = offer(driver, "Use a code")
    assert page.state is State.BROWSER, "the wait goes on"
    press(driver, button)
    driver.until(lambda: page.state is State.CODE, "the code")


def test_that_no_browser_opens_is_said_at_once(launch: Launch) -> None:
    driver = launch("clean", signs_in=False)
    driver.job.start = replace(driver.job.start, open_browser=lambda _url: False)
    page = driver.go_to(SIGN_IN)
    assert isinstance(page, SignInPage)
    driver.commit()
    press(driver, offer(driver, "Use a code"))
    driver.until(lambda: page.state is State.CODE, "the code")
