"""The states of signing in that need somebody else: another browser, an administrator, rights that no role tells."""

from __future__ import annotations

import socket
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from installer.demo import INSTANT, Tenant
from installer.gui.flow import Path
from installer.gui.pages.consent import ConsentPage
from installer.gui.pages.sign_in import SignInPage
from installer.model import Language
from tests.core.proxies import Proxy, running
from tests.gui.driver import PLAN, SIGN_IN, Driver
from tests.gui.stations import Shoot, at
from tests.tenants import SCENARIOS


def signing_in(language: Language, shoot: Shoot) -> None:
    """What the wait for the browser may meet."""
    scenario = SCENARIOS["app-developer-unconsented"].with_delays(INSTANT)
    with Tenant(scenario) as tenant, Driver(tenant, language) as driver:
        driver.take(Path.PREPARE)
        shoot("2-sign-in-forewarned", driver.wizard)
        driver.commit()
        driver.until(lambda: driver.page.info.notice)
        shoot("2-sign-in-needs-approval", driver.wizard)
    with Tenant(scenario) as tenant, Driver(tenant, language, signs_in=False) as driver:
        page = driver.go_to(SIGN_IN)
        assert isinstance(page, SignInPage)
        driver.commit()
        driver.until(lambda: driver.opened)
        page.browser.approval.click()
        shoot("2-sign-in-approval-asked", driver.wizard)
        insist_on_https(driver.opened[0])
        driver.until(lambda: page.info.notice and page.info.notice.role == "warning")
        shoot("2-sign-in-https", driver.wizard)
    with Tenant(scenario) as tenant, Driver(tenant, language) as driver:
        driver.job.start = replace(driver.job.start, open_browser=lambda _url: False)
        driver.go_to(SIGN_IN)
        driver.commit()
        driver.until(lambda: driver.page.info.notice)
        shoot("2-sign-in-no-browser", driver.wizard)


def behind_a_proxy(language: Language, shoot: Shoot) -> None:
    """A proxy that asks who is there; and one that takes the password as it is, and refuses it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("NO_PROXY", raising=False)
        for scheme, name in (("NTLM", "2-sign-in-proxy"), ("Basic", "2-sign-in-proxy-refused")):
            with (
                running(Proxy(scheme)) as proxy,
                Tenant(SCENARIOS["clean"].with_delays(INSTANT)) as tenant,
                Driver(tenant, language) as driver,
            ):
                patch.setenv("HTTPS_PROXY", proxy.url)
                page = driver.go_to(SIGN_IN)
                assert isinstance(page, SignInPage)
                driver.commit()
                driver.until(page.proxy.isVisible)
                if scheme == "Basic":
                    page.proxy.user.setText("CONTOSO\\anna")
                    page.proxy.password.setText("x")
                    driver.commit()
                    driver.until(lambda page=page: page.info.notice and page.proxy.isVisible())  # type: ignore[misc]
                shoot(name, driver.wizard)


def untold_rights(language: Language, shoot: Shoot) -> None:
    """A plain member, who may try; Microsoft refuses the consent."""
    with at("default-member", language, SIGN_IN) as driver:
        driver.commit()
        driver.until(lambda: driver.job.tenant)
        shoot("2-tenant-rights-untold", driver.wizard)
        driver.go_to(PLAN)
        driver.commit()
        driver.until(lambda: isinstance(driver.page, ConsentPage))
        shoot("4-consent-left", driver.wizard)


def insist_on_https(authorization: str) -> None:
    """What a browser in HTTPS-only mode sends to the address that the answer goes to (RFC 8446 §4.1.2)."""
    (redirect,) = parse_qs(urlsplit(authorization).query)["redirect_uri"]
    with socket.create_connection(("127.0.0.1", urlsplit(redirect).port or 0), timeout=10) as connection:
        connection.sendall(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 64)
        connection.recv(1024)
