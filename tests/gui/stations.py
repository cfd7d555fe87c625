"""Wizards that have been driven to a page, for tests and pictures of what follows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QWidget

from installer.demo import INSTANT, Tenant
from installer.gui.flow import Path
from installer.gui.pages.existing import ExistingPage
from installer.model import Language
from tests.gui.driver import SIGN_IN, Driver
from tests.tenants import SCENARIOS

Shoot = Callable[[str, QWidget], None]
"""Takes the state's name, which begins with the number of its step, and the window."""
Part = Callable[[Language, Shoot], None]


@contextmanager
def on(scenario: str, language: Language, path: Path) -> Iterator[Driver]:
    """Signed in on that path, at the page after the tenant's card."""
    with Tenant(SCENARIOS[scenario].with_delays(INSTANT)) as tenant, Driver(tenant, language) as driver:
        sign_in_on(driver, path)
        yield driver


def sign_in_on(driver: Driver, path: Path) -> None:
    driver.take(Path.CREDENTIAL if path is Path.COMPARE else path)
    if isinstance(driver.page, ExistingPage):
        driver.page.sign_in.click()
        driver.until(lambda: driver.number == SIGN_IN)
    driver.commit()
    driver.until(lambda: driver.job.tenant)
    driver.commit()
    driver.until(lambda: driver.number != SIGN_IN and not driver.page.busy)


@contextmanager
def at(scenario: str, language: Language, number: int) -> Iterator[Driver]:
    with Tenant(SCENARIOS[scenario].with_delays(INSTANT)) as tenant, Driver(tenant, language) as driver:
        driver.go_to(number)
        yield driver
