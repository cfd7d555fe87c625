"""The live switch: on every page, and nothing of the other language left."""

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from installer import texts
from installer.files import translation
from installer.gui.flow import Path
from installer.gui.pages.health.cards import WayOut
from installer.model import Language
from tests.gui.conftest import Launch
from tests.gui.driver import CHOOSE, DELIVER, DONE, PLAN, SIGN_IN, Driver, settle, texts_of
from tests.gui.stations import on
from tests.gui.test_health import looked_at

SAME = {"Options", "Plan", "Application", "Code", "SHA-256", "Test"}
"""Words that are the same in both languages."""


def _words(driver: Driver) -> set[str]:
    """What is on the screen and is not a value: sentences of at least two letters that the language decides."""
    return {text.replace("&", "") for text in texts_of(driver.wizard) if text.strip()}


def _values(widget: QWidget) -> set[str]:
    return {text for text in texts_of(widget) if ("." in text and " " not in text) or text.startswith(("Contoso", "•"))}


@pytest.mark.parametrize("number", [CHOOSE, SIGN_IN, PLAN, DELIVER, DONE])
def test_a_switch_there_and_back_leaves_every_word_as_it_was(launch: Launch, number: int) -> None:
    driver = launch()
    driver.go_to(number)
    before = _words(driver)
    driver.wizard.sidebar.language.choose(Language.FR)
    settle()
    french = _words(driver)
    driver.wizard.sidebar.language.choose(Language.EN)
    settle()
    assert _words(driver) == before
    assert french != before


@pytest.mark.parametrize("number", [CHOOSE, SIGN_IN, PLAN, DELIVER, DONE])
def test_a_switch_leaves_the_words_of_a_setup_begun_in_that_language(launch: Launch, number: int) -> None:
    driver = launch()
    driver.go_to(number)
    english = _words(driver)
    driver.wizard.sidebar.language.choose(Language.FR)
    settle()
    left = {text for text in english & _words(driver) if _translatable(text)} - SAME
    assert left == set()


def _translatable(text: str) -> bool:
    """Whether French has another word for it: it is a source text of the wizard."""
    translator = QTranslator()
    assert translator.load("installer_fr", str(translation("")))
    contexts = (
        "ChoosePage", "SignInPage", "PlanPage", "RunPage", "DeliverPage", "DonePage",
        "Page", "Controls", "TenantCard", "Sidebar", "SecretField", "StepList", "Plan",
    )  # fmt: skip
    return any(translator.translate(context, text) not in ("", None, text) for context in contexts)


def test_the_language_is_that_of_the_menu(driver: Driver) -> None:
    driver.wizard.sidebar.language.choose(Language.FR)
    settle()
    assert texts.language() is Language.FR
    assert driver.wizard.sidebar.language.text().startswith("Français")


def test_another_language_leaves_the_focus_on_the_way_out() -> None:
    with on("existing-manual", Language.FR, Path.REMOVE) as driver:
        assert QApplication.focusWidget() is driver.page.info.first_offer()
        texts.use(Language.EN)
        settle()
        assert QApplication.focusWidget() is driver.page.info.first_offer()


def test_words_of_another_language_leave_focus_and_place_on_the_health_page(launch: Launch) -> None:
    driver = launch("renewal-due")
    page = looked_at(driver)
    driver.until(lambda: driver.wizard.focusWidget() is page.cards.ways[WayOut.RENEW])
    texts.use(Language.FR)
    settle()
    assert driver.wizard.focusWidget() is page.cards.ways[WayOut.RENEW]
    assert page.area.verticalScrollBar().value() == 0
