"""The window is closed, or the session ends, at each step: it asks where it must, and nothing is lost."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from installer.demo import Hang, Rule
from installer.gui.app import keep_session
from installer.gui.pages.deliver import page as deliver_page
from installer.gui.pages.deliver.page import Answer
from installer.gui.pages.run import RunPage, State
from tests.faults.commands import JOURNEYS, Person, check_what_is_left, undelivered
from tests.figures import Figures
from tests.gui.conftest import Launch
from tests.gui.driver import CHOOSE, DELIVER, DONE, PLAN, SIGN_IN, Driver

pytestmark = [pytest.mark.matrix, pytest.mark.slow]

REQUESTS = 5
"""Those to Microsoft Graph from the plan's yes to the proven secret."""


class Session:
    """What the system's session manager is told."""

    def __init__(self) -> None:
        self.kept = False

    def cancel(self) -> None:
        self.kept = True


@pytest.fixture(autouse=True)
def revokes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A person who, asked, has the secret revoked."""
    monkeypatch.setattr(deliver_page, "ask_about_secret", lambda _parent: Answer.REVOKE)


def may_end(driver: Driver) -> bool:
    """Whether the session may end now, as far as the wizard is concerned."""
    session = Session()
    shown = driver.wizard.show_why_not
    driver.wizard.show_why_not = lambda: None  # type: ignore[method-assign]  # it would ask at once
    keep_session(session, driver.wizard)  # type: ignore[arg-type]
    driver.wizard.show_why_not = shown  # type: ignore[method-assign]
    return not session.kept


def close(driver: Driver) -> None:
    """The window's cross, as often as it takes, with time between for what is asked and done."""
    for _ in range(600):
        if not driver.wizard.isVisible():
            return
        if not driver.page.busy:
            driver.wizard.close()
        QTest.qWait(10)
    raise AssertionError(f"“{driver.page.heading()}” cannot be left")


def finish(driver: Driver, folder: Path) -> None:
    """Nothing is left to take back; the console then finishes what the wizard began."""
    tenant, person = driver.tenant, Person(driver.tenant, folder)
    assert not undelivered(tenant, person, set())
    assert person.run(JOURNEYS[1].argv) == 0
    assert not undelivered(tenant, person, set())
    check_what_is_left(tenant, JOURNEYS[1])


@pytest.mark.parametrize("number", [CHOOSE, SIGN_IN, PLAN, DELIVER])
def test_a_window_closed_on_any_page_leaves_no_secret_behind(
    number: int, launch: Launch, figures: Figures, tmp_path: Path
) -> None:
    driver = launch()
    driver.go_to(number)
    with figures.case("stops: window closed, on each page"):
        assert may_end(driver) == (number != DELIVER)
        close(driver)
        finish(driver, tmp_path)


def test_closed_on_the_last_page_the_delivered_secret_stays(launch: Launch, figures: Figures, tmp_path: Path) -> None:
    driver = launch()
    driver.go_to(DELIVER)
    target = driver.say_target(tmp_path)
    driver.go_to(DONE)
    with figures.case("stops: window closed, on each page"):
        assert may_end(driver)
        close(driver)
        assert target.exists()
        assert len(driver.tenant.state.secrets) == 1


def test_closed_while_the_browser_is_waited_for(launch: Launch, figures: Figures, tmp_path: Path) -> None:
    driver = launch(signs_in=False)
    driver.go_to(SIGN_IN)
    driver.commit()
    driver.until(lambda: driver.opened)
    with figures.case("stops: window closed, on each page"):
        assert may_end(driver)
        driver.wizard.close()
        assert not driver.wizard.isVisible()
        finish(driver, tmp_path)


@pytest.mark.parametrize("index", range(REQUESTS + 1))
def test_closed_during_any_request_of_the_run(index: int, driver: Driver, figures: Figures, tmp_path: Path) -> None:
    """The first close asks the run to stop, and is answered only when the request under way is."""
    driver.go_to(PLAN)
    driver.tenant.faults.add(Rule(Hang(0.2, done=True), index=index))
    driver.commit()
    run = driver.page
    assert isinstance(run, RunPage)
    driver.until(lambda: driver.tenant.faults.fired or driver.number == DELIVER)
    assert bool(driver.tenant.faults.fired) == (index < REQUESTS), "the run has another number of requests now"
    if index < REQUESTS:
        with figures.case("stops: window closed, during each request"):
            assert not may_end(driver)
            driver.wizard.close()
            assert driver.wizard.isVisible()
            driver.until(lambda: run.state in (State.STOPPED, State.DONE))
            close(driver)
            finish(driver, tmp_path)
