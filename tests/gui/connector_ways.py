"""How the connector will sign in, as a person chooses it on the plan page; and the end of such a walk."""

from __future__ import annotations

from pathlib import Path as FilePath

from installer.bundle.payload import Payload
from installer.bundle.reading import from_json
from installer.gui.flow import Path
from installer.gui.pages.deliver import DeliverPage
from installer.gui.pages.done import DonePage
from installer.gui.pages.plan import PlanPage
from installer.gui.pages.plan.sign_in import Way
from installer.model import Decision
from tests.gui.driver import Driver
from tests.gui.steps import at, choose_way, planned, press


def chosen(driver: Driver, way: Way, path: Path = Path.SETUP, decision: Decision | None = None) -> PlanPage:
    """The plan page, with that way chosen by keyboard; `decision` is about an application that was found."""
    page = planned(driver, path)
    if decision:
        choose_way(driver, decision)
    if not page.parts.more.button.isChecked():
        press(driver, page.parts.more.button)
    driver.choose(page.parts.options.sign_in.buttons[way])
    return page


def typed_federation(driver: Driver, page: PlanPage, issuer: str, subject: str) -> None:
    panel = page.parts.options.sign_in.federation
    for field, value in ((panel.issuer, issuer), (panel.subject, subject)):
        driver.tab_to(field)
        field.setText(value)


def handed_over(driver: Driver, folder: FilePath) -> Payload:
    """What the plain file holds in the end: nobody was asked for a passphrase or a recipient."""
    at(driver, DeliverPage)
    page = driver.page
    assert isinstance(page, DeliverPage)
    assert page.options.plain
    assert not [option for option in page.options.all if option.isVisible()]
    assert page.target.path().suffix == ".json"
    target = folder / "b.json"
    page.target.show_path(target, plain=True)
    driver.commit()
    driver.until(lambda: isinstance(driver.page, DonePage), "the end")
    return from_json(target.read_bytes(), str(target))
