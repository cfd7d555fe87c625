"""The full setup on a real display: `python -m tests.journeys.drive_wizard LANGUAGE FOLDER RECIPIENT`.

The keyboard leads from the first page to the last one; Chromium signs in where the wizard sends it; the folder then
holds the bundle, made for the recipient, and a picture of the last page. Exits 0 when all of it was so.
"""

import json
import sys
from pathlib import Path
from threading import Thread

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QRadioButton

from installer.demo import BRISK, Tenant
from installer.gui.pages.deliver import DeliverPage
from installer.model import Language
from tests.contract import DESCRIPTION, Contract
from tests.gui.driver import DELIVER, DONE, SIGN_IN, Driver, themed_application
from tests.journeys.chromium import chromium
from tests.tenants import SCENARIOS, violations


def type_into(driver: Driver, field: QLineEdit, text: str) -> None:
    """Goes there by Tab, and types over what it holds."""
    driver.tab_to(field)
    driver.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, text)


def choose_recipient(driver: Driver, page: DeliverPage) -> None:
    """Goes to the delivery options by Tab, and on to the recipient by the arrow keys."""
    radios = [radio for radio in page.options.findChildren(QRadioButton) if radio.isVisible()]
    driver.tab_to(next(radio for radio in radios if radio.isChecked()))
    for _ in radios:
        if page.options.recipient.key.isVisible():
            return
        driver.key(Qt.Key.Key_Down)
    raise AssertionError("the arrows do not lead to the recipient")


def set_up(driver: Driver, language: Language, folder: Path, recipient: str) -> None:
    driver.wizard.activateWindow()  # there is no window manager here that would do it
    assert QTest.qWaitForWindowActive(driver.wizard)
    driver.go_to(SIGN_IN)
    driver.commit()
    driver.until(lambda: driver.opened, "the browser")
    with chromium(folder / "profile", language) as person:
        headings: list[str] = []
        browser = Thread(target=lambda: headings.append(person.sign_in(driver.opened[0])))
        browser.start()
        driver.until(lambda: driver.job.tenant, "the tenant")
        driver.until(lambda: headings, "the last page of the browser")
        browser.join()
        assert set(person.seen) == {language}
    page = driver.go_to(DELIVER)
    assert isinstance(page, DeliverPage)
    choose_recipient(driver, page)
    type_into(driver, page.options.recipient.key, recipient)
    type_into(driver, page.target.field, str(folder / "b.age"))
    driver.go_to(DONE)
    driver.wizard.grab().save(str(folder / "done.png"))


def main(language: Language, folder: Path, recipient: str) -> None:
    themed_application()
    assert QGuiApplication.platformName() != "offscreen", "a real display is what this is about"
    with Tenant(SCENARIOS["clean"].with_delays(BRISK)) as tenant, Driver(tenant, language, signs_in=False) as driver:
        set_up(driver, language, folder, recipient)
        (secret,) = tenant.state.secrets
        (folder / "tenant.json").write_text(json.dumps({"secret": secret.value}))
        if DESCRIPTION.is_file():
            assert violations(tenant, Contract.load(DESCRIPTION)) == []


if __name__ == "__main__":
    main(Language(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
