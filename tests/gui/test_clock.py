"""A clock that is off is told beside the tenant, in the language in use, and the way goes on."""

from __future__ import annotations

import time

from pytestqt.qtbot import QtBot

from installer.demo import INSTANT, SCENARIOS, Tenant
from installer.model import Language
from tests.gui.driver import PLAN, SIGN_IN, Driver


def test_a_clock_that_is_off_is_told_on_the_page_of_the_sign_in(qtbot: QtBot) -> None:
    tenant = Tenant(SCENARIOS["clean"].with_delays(INSTANT), now=lambda: time.time() + 3600)
    with tenant, Driver(tenant, Language.FR) as driver:
        driver.go_to(SIGN_IN)
        driver.commit()
        driver.until(lambda: driver.page.info.notice, "the warning")
        notice = driver.page.info.notice
        assert notice is not None
        assert notice.role == "warning"
        assert "retarde de 60" in notice.words().what
        driver.go_to(PLAN)
        assert driver.page.info.notice is None
