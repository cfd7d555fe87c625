"""What a person does in the wizard, by keyboard, as steps of the tests."""

from pathlib import Path as FilePath

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from installer.bundle.age import unseal
from installer.bundle.reading import from_json
from installer.demo import Rule, Status, Tenant
from installer.errors.base import ExitCode
from installer.gui.flow import Path
from installer.gui.page import Page
from installer.gui.pages.deliver import DeliverPage
from installer.gui.pages.done import DonePage
from installer.gui.pages.plan import PlanPage
from installer.gui.pages.run import RunPage, State
from installer.gui.pages.sign_in import SignInPage
from installer.model import Decision, Secret
from tests.gui.driver import Driver


def offer(driver: Driver, words: str) -> QPushButton:
    """The button in the notice under the instruction."""
    driver.until(lambda: driver.page.info.notice, "a notice")
    buttons = driver.page.info.findChildren(QPushButton)
    return next(button for button in buttons if button.isVisible() and words in button.text())


def press(driver: Driver, button: QWidget) -> None:
    driver.tab_to(button)
    driver.key(Qt.Key.Key_Space)


def at(driver: Driver, kind: type[Page]) -> None:
    driver.until(lambda: isinstance(driver.page, kind) and not driver.page.busy, kind.__name__)


def signed_in(driver: Driver, path: Path) -> SignInPage:
    driver.take(path)
    page = driver.page
    assert isinstance(page, SignInPage)
    driver.commit()
    driver.until(lambda: driver.job.tenant, "the tenant")
    return page


def planned(driver: Driver, path: Path) -> PlanPage:
    signed_in(driver, path)
    driver.commit()
    at(driver, PlanPage)
    page = driver.page
    assert isinstance(page, PlanPage)
    return page


def pick(driver: Driver, way: Decision) -> None:
    """Goes to that way by Tab and the arrow keys, and chooses it by the space bar."""
    page = driver.page
    assert isinstance(page, PlanPage)
    ways = page.parts.ownership.ways
    assert ways is not None
    driver.tab_to(ways.group.checkedButton() or next(iter(ways.buttons.values())))
    for _ in ways.buttons:
        if QApplication.focusWidget() is not ways.buttons[way]:
            driver.key(Qt.Key.Key_Down)
    driver.key(Qt.Key.Key_Space)
    assert page.parts.ownership.chosen is way


def choose_way(driver: Driver, way: Decision) -> PlanPage:
    """Goes to that way by the keyboard, and on to the plan that it leads to."""
    page = driver.page
    assert isinstance(page, PlanPage)
    driver.until(lambda: page.parts.asks_whose, "the question")
    pick(driver, way)
    driver.commit()
    driver.until(lambda: page.plan, "the plan")
    return page


def delivered(driver: Driver, folder: FilePath) -> str:
    """The client secret that the bundle holds in the end."""
    at(driver, DeliverPage)
    page = driver.page
    assert isinstance(page, DeliverPage)
    target = driver.say_target(folder)
    passphrase = Secret(page.options.passphrase.words.text)
    driver.commit()
    driver.until(lambda: isinstance(driver.page, DonePage), "the end")
    payload = from_json(unseal(target.read_bytes(), str(target), passphrase), str(target))
    return payload.credential.secret.reveal()  # type: ignore[union-attr]


def stopped(driver: Driver) -> RunPage:
    """Agrees to the plan, and stops the run while Microsoft keeps it waiting for the enterprise application."""
    driver.tenant.faults.add(Rule(Status(429, retry_after=30), "part", "POST", "servicePrincipals"))
    driver.commit()
    run = driver.page
    assert isinstance(run, RunPage)
    driver.until(lambda: "429" in run.log.text())
    driver.key(Qt.Key.Key_Escape)
    driver.until(lambda: run.state is State.STOPPED)
    return run


def code(driver: Driver) -> ExitCode:
    """What the program would end with now."""
    return driver.job.exit_code


def grants(tenant: Tenant) -> int:
    holders = [assignment.resource["principalDisplayName"] for assignment in tenant.state.assignments.values()]
    return sum(name.startswith("Microsoft ODSP") for name in holders)
