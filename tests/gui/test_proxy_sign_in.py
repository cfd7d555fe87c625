"""A proxy that asks who is there: the sign-in page says so, takes an account, and goes on with it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path as FilePath

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton

from installer.errors.base import ExitCode
from installer.gui.flow import Path
from installer.gui.pages.existing import ExistingPage
from installer.gui.pages.health import CredentialHealthPage
from installer.gui.pages.sign_in import SignInPage, State
from installer.model import Language
from tests.core.proxies import Proxy, running
from tests.gui.conftest import Launch
from tests.gui.driver import PLAN, SIGN_IN, Driver
from tests.gui.steps import code, press

PASSWORD = "Zq7-pässwörd@"


@pytest.fixture
def accounts(tmp_path: FilePath) -> str:
    """The file that pyspnego's server side checks NTLM against; its client side, without an account, takes it too."""
    file = tmp_path / "ntlm.txt"
    file.write_text(f"CONTOSO:anna:{PASSWORD}\n", encoding="utf-8")
    return str(file)


@contextmanager
def behind(scheme: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Proxy]:
    """A computer whose way out is a proxy that demands this."""
    with running(Proxy(scheme, account=f"CONTOSO\\anna:{PASSWORD}")) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        monkeypatch.delenv("NO_PROXY")
        yield proxy


def asked(launch: Launch, language: Language = Language.EN) -> tuple[Driver, SignInPage]:
    """The sign-in page, once the proxy has refused."""
    driver = launch("clean", language)
    page = driver.go_to(SIGN_IN)
    assert isinstance(page, SignInPage)
    assert not page.proxy.isVisible()
    driver.commit()
    driver.until(page.proxy.isVisible, "the fields")
    return driver, page


def again(page: SignInPage) -> QPushButton:
    """The button beneath the fields."""
    (button,) = page.proxy.findChildren(QPushButton)
    return button


def typed(driver: Driver, page: SignInPage, user: str, password: str) -> None:
    page.proxy.user.setText(user)
    page.proxy.password.setText(password)
    press(driver, again(page))


@pytest.mark.parametrize("scheme", ["Basic", "NTLM", "Negotiate"])
def test_the_account_that_is_typed_opens_the_way_to_the_end(
    scheme: str,
    launch: Launch,
    accounts: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    with behind(scheme, monkeypatch) as proxy:
        driver, page = asked(launch)
        notice = page.info.notice
        assert notice
        assert "407" in notice.words().what
        assert scheme in notice.words().what
        assert code(driver) is ExitCode.NETWORK
        assert page.proxy.password.echoMode() is QLineEdit.EchoMode.Password
        monkeypatch.setenv("NTLM_USER_FILE", accounts)
        typed(driver, page, "CONTOSO\\anna", PASSWORD)
        driver.until(lambda: driver.job.tenant, "the tenant")
        assert not page.proxy.isVisible()
        assert page.proxy.password.text() == ""
        driver.go_to(PLAN)
        assert proxy.opened
        assert PASSWORD not in caplog.text
        assert PASSWORD not in repr(driver.job.start)


def test_a_wrong_password_is_told_and_asked_for_again_and_not_kept(
    launch: Launch, accounts: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with behind("NTLM", monkeypatch) as proxy:
        driver, page = asked(launch)
        monkeypatch.setenv("NTLM_USER_FILE", accounts)
        typed(driver, page, "CONTOSO\\anna", "Zq7-wrong")
        driver.until(lambda: page.state is State.BEFORE and page.proxy.isVisible(), "the fields again")
        notice = page.info.notice
        assert notice
        assert "did not accept" in notice.words().what
        assert "Zq7-wrong" not in notice.details + repr(notice.words())
        assert (page.proxy.user.text(), page.proxy.password.text()) == ("CONTOSO\\anna", "")
        assert page.proxy.password.hasFocus()
        assert driver.job.start.proxy_account is None, "a wrong password that is tried again locks an account"
        heard = len(proxy.heard)
        driver.commit()
        assert len(proxy.heard) == heard, "the empty field is pointed out first"
        assert page.proxy.password.hasFocus()


@pytest.mark.parametrize(("user", "password"), [("anna", ""), (" ", PASSWORD)])
def test_half_an_account_is_not_tried(
    user: str, password: str, launch: Launch, monkeypatch: pytest.MonkeyPatch
) -> None:
    with behind("NTLM", monkeypatch) as proxy:
        driver, page = asked(launch)
        heard = len(proxy.heard)
        typed(driver, page, user, password)
        assert (page.proxy.password if password == "" else page.proxy.user).hasFocus()
        assert page.proxy.isVisible()
        assert len(proxy.heard) == heard


def test_a_credential_is_tried_through_the_proxy_too(launch: Launch, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody signs in to Microsoft on that path, so its own page asks."""
    with behind("Basic", monkeypatch) as proxy:
        driver = launch("existing-manual")
        driver.take(Path.CREDENTIAL)
        existing = driver.page
        assert isinstance(existing, ExistingPage)
        existing.tenant.setText("contoso.onmicrosoft.com")
        existing.client.setText("11112222-bbbb-3333-cccc-4444dddd5555")
        existing.secret.setText("abc8Q~x")
        driver.commit()
        driver.until(
            lambda: isinstance(driver.page, CredentialHealthPage) and driver.page.proxy.isVisible(), "the fields"
        )
        page = driver.page
        assert isinstance(page, CredentialHealthPage)
        page.proxy.user.setText("CONTOSO\\anna")
        driver.commit()
        assert page.proxy.password.hasFocus(), "half an account is not tried"
        page.proxy.password.setText(PASSWORD)
        driver.commit()
        driver.until(lambda: proxy.opened and not page.busy, "Microsoft")
        assert page.proxy.isHidden()
        assert page.proxy.password.text() == ""


def test_a_proxy_that_offers_no_way_we_know_is_not_given_an_account(
    launch: Launch, monkeypatch: pytest.MonkeyPatch
) -> None:
    with behind("Digest realm=x", monkeypatch):
        driver = launch()
        page = driver.go_to(SIGN_IN)
        assert isinstance(page, SignInPage)
        driver.commit()
        driver.until(lambda: page.info.notice, "the notice")
        assert page.proxy.isHidden()


def test_going_back_empties_the_password(launch: Launch, monkeypatch: pytest.MonkeyPatch) -> None:
    with behind("Basic", monkeypatch):
        driver, page = asked(launch)
        page.proxy.password.setText(PASSWORD)
        driver.back()
        assert page.proxy.password.text() == ""
        assert page.proxy.isHidden()
