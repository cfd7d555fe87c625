"""The states of the question whose application was found: asked, decided, met in the middle of a run."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path as FilePath

from installer.demo import INSTANT, Tenant
from installer.demo.scenarios import Scenario
from installer.gui.flow import Path
from installer.gui.pages.plan import PlanPage
from installer.model import Decision, Language
from tests.demo.client import client_of
from tests.gui.driver import DELIVER, DONE, PLAN, Driver
from tests.gui.stations import Shoot, on
from tests.gui.steps import choose_way, pick
from tests.ownership.intruder import UNIQUE_NAME, WIDE, Intruder
from tests.tenants import SCENARIOS

OPEN = replace(SCENARIOS["clean"], consented=True)
"""Every member may register applications, which is Microsoft's default."""


@contextmanager
def intruded(language: Language = Language.EN, scenario: Scenario = OPEN) -> Iterator[tuple[Driver, Intruder]]:
    """A wizard on its first page, in a tenant where somebody without a role has signed in before."""
    with Tenant(scenario.with_delays(INSTANT)) as tenant, client_of(tenant) as client:
        intruder = Intruder(client)
        intruder.sign_in()
        with Driver(tenant, language) as driver:
            yield driver, intruder


def squat(intruder: Intruder) -> None:
    """An application of our name: open to other organizations, with an address, a secret, and him as its owner."""
    intruder.register(
        signInAudience="AzureADMultipleOrgs",
        web={"redirectUris": ["https://intruder.example/"]},
        requiredResourceAccess=WIDE,
    )
    intruder.add_secret()


def asked(language: Language, shoot: Shoot) -> None:
    """Made by hand as in the guide; and registered by somebody else under our name."""
    with on("existing-manual", language, Path.SETUP) as driver:
        shoot("3-plan-whose-application", driver.wizard)
        driver.commit()
        shoot("3-plan-whose-application-undecided", driver.wizard)
        choose_way(driver, Decision.ADOPT)
        shoot("3-plan-adopted", driver.wizard)
        driver.commit()
        driver.until(lambda: driver.number == DELIVER)
        with tempfile.TemporaryDirectory(prefix="contoso-") as folder:
            driver.say_target(FilePath(folder))
            driver.commit()
            driver.until(lambda: driver.number == DONE)
            shoot("6-done-adopted", driver.wizard)
    with intruded(language) as (driver, intruder):
        squat(intruder)
        page = driver.go_to(PLAN)
        assert isinstance(page, PlanPage)
        driver.until(lambda: page.parts.asks_whose)
        shoot("3-plan-squatted", driver.wizard)
        pick(driver, Decision.CLEAN)
        shoot("3-plan-squatted-ways", driver.wizard)
        choose_way(driver, Decision.CLEAN)
        shoot("3-plan-cleaned", driver.wizard)
        driver.tab_to(page.parts.decided.again)
        page.parts.decided.again.click()
        choose_way(driver, Decision.FRESH)
        shoot("3-plan-fresh", driver.wizard)
    with on("disabled", language, Path.SETUP) as driver:
        shoot("3-plan-disabled", driver.wizard)


def met(language: Language, shoot: Shoot) -> None:
    """Somebody registers the application between the plan and our own registration."""
    with intruded(language) as (driver, intruder):
        page = driver.go_to(PLAN)
        assert isinstance(page, PlanPage)
        intruder.register(UNIQUE_NAME)
        intruder.add_secret()
        driver.commit()
        driver.until(lambda: driver.page is page and page.parts.asks_whose, "the question")
        shoot("3-plan-created-meanwhile", driver.wizard)
