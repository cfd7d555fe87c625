"""Names in a tenant are untrusted data: shown letter for letter on every page, never taken for markup."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from installer.demo import INSTANT, Tenant
from installer.foreign import is_plain, visible
from installer.gui.pages.deliver import DeliverPage
from tests.faults.commands import OURS
from tests.figures import Figures
from tests.gui.driver import CHOOSE, DELIVER, DONE, PLAN, RUN, SIGN_IN, Driver, settle, themed_application

EVIL = '<img src="//evil.example/x.png"><b>Contoso</b>&amp;<a href="https://evil.example">x</a>'
FORGED = "Contoso\n  Client secret – in place, unchanged\u202e\u2028\x1b[2J"


def seen(widget: QWidget, driver: Driver, name: str) -> list[str]:
    """The labels that show the name; fails on a widget that would read it as markup, or in which it acts."""
    found = []
    for child in (widget, *widget.findChildren(QWidget)):
        assert EVIL not in child.toolTip(), f"Qt reads the tool tip of {child!r} on “{driver.page.heading()}” as markup"
        for text in (child.toolTip(), child.accessibleName(), child.windowTitle()):
            assert is_plain(text, lines=True), f"{text!r} on “{driver.page.heading()}”"
            assert "\n  Client secret" not in text
        if isinstance(child, QLabel):
            assert "\n  Client secret" not in child.text()
            assert is_plain(child.text(), lines=True)
        if isinstance(child, QLabel) and visible(name) in child.text():
            assert child.textFormat() is Qt.TextFormat.PlainText, f"{child!r} on “{driver.page.heading()}”"
            found.append(child.text())
        assert not isinstance(child, QTextEdit), "an editor that reads markup"
    return found


def hostile(name: str) -> Tenant:
    """Organization, account and application all bear the name."""
    (ours,) = OURS.existing
    account = replace(OURS.account, given_name=name, surname="")
    tenant = Tenant(replace(OURS, existing=(replace(ours, name=name),), account=account).with_delays(INSTANT))
    tenant.state.display_name = name
    return tenant


@pytest.mark.matrix
@pytest.mark.parametrize("name", [EVIL, FORGED], ids=["markup", "lines"])
def test_a_hostile_name_is_shown_letter_for_letter_on_every_page(
    name: str, qtbot: QtBot, figures: Figures, tmp_path: Path
) -> None:
    themed_application()
    with hostile(name) as tenant, Driver(tenant) as driver:
        shown: dict[int, int] = {}
        for number in (CHOOSE, SIGN_IN, PLAN, DELIVER, DONE):
            page = driver.go_to(number)
            with figures.case("boundaries: hostile names on the wizard's pages"):
                if number == SIGN_IN:
                    driver.commit()
                    driver.until(lambda: driver.job.tenant)
                shown[number] = len(seen(driver.wizard, driver, name))
                if isinstance(page, DeliverPage):
                    for option in page.options.all:
                        page.options.choose(option)
                        settle()
                        seen(driver.wizard, driver, name)
                    page.options.choose(page.options.passphrase)
                    driver.say_target(tmp_path)
        assert shown[CHOOSE] == 0
        assert all(shown[number] for number in (SIGN_IN, PLAN, DELIVER, DONE)), shown
        assert driver.number > RUN
