"""The states around the proof: an application that may not sign in, and what is told and stops nothing."""

from __future__ import annotations

import tempfile
from pathlib import Path as FilePath

from installer.gui.flow import Path
from installer.gui.pages.run import RunPage, State
from installer.model import Language
from tests.gui.driver import DELIVER, DONE, PLAN, Driver
from tests.gui.stations import Shoot, at, on


def refused(language: Language, shoot: Shoot) -> None:
    """A policy does not let the application sign in, and the person takes the credentials unproven."""
    with at("workload-policy", language, PLAN) as driver:
        driver.commit()
        run = driver.page
        assert isinstance(run, RunPage)
        driver.until(lambda: run.state is State.REFUSED)
        shoot("4-run-refused", driver.wizard)
        unproven = run.info.first_offer()
        assert unproven is not None
        driver.tab_to(unproven)
        unproven.click()  # type: ignore[attr-defined]
        driver.until(lambda: driver.number == DELIVER)
        shoot("5-deliver-unproven", driver.wizard)
        _hand_over(driver)
        shoot("6-done-unproven", driver.wizard)
    with on("disabled", language, Path.COMPARE) as driver:
        shoot("3-check-application-disabled", driver.wizard)


def warned(language: Language, shoot: Shoot) -> None:
    """A tenant without SharePoint: the credentials are proven, and two reads were refused."""
    with at("no-sharepoint", language, DELIVER) as driver:
        shoot("5-deliver-warning", driver.wizard)
        _hand_over(driver)
        shoot("6-done-warning", driver.wizard)


def _hand_over(driver: Driver) -> None:
    with tempfile.TemporaryDirectory(prefix="contoso-") as folder:
        driver.say_target(FilePath(folder))
        driver.commit()
        driver.until(lambda: driver.number == DONE)
