"""What is said aloud: finished steps politely and not in a rush, errors at once."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from installer.demo import Rule, Status
from installer.gui.accessibility import Announcer, announce
from installer.gui.flow import Screen
from installer.gui.pages.run import RunPage
from installer.model import Language
from installer.texts import step_title
from tests.gui.conftest import Launch
from tests.gui.driver import DELIVER, PLAN, SIGN_IN, Driver

Said = list[tuple[str, bool]]


def _listen(announcer: Announcer) -> Said:
    said: Said = []
    announcer.said.connect(lambda text, assertive: said.append((text, assertive)))
    return said


def test_what_comes_in_one_second_is_said_together_in_the_next(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    said = _listen(Announcer(window))
    for text in ("one", "two", "three", "two"):
        announce(window, text)
    assert said == [("one", False)]
    qtbot.waitUntil(lambda: len(said) > 1)
    assert said[1:] == [("two. three", False)]


def test_an_error_is_announced_at_once(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    said = _listen(Announcer(window))
    announce(window, "one")
    announce(window, "wrong", assertive=True)
    assert said == [("one", False), ("wrong", True)]


@pytest.mark.parametrize("language", Language)
def test_every_finished_step_is_said_politely(launch: Launch, language: Language) -> None:
    driver = launch(language=language)
    driver.go_to(PLAN)
    said = _listen(driver.wizard.announcer)
    run = driver.wizard.page(Screen.RUN)
    assert isinstance(run, RunPage)
    driver.go_to(DELIVER)
    titles = [step_title(step) for step in run.steps.steps]
    driver.until(lambda: all(any(title in text for text, _ in said) for title in titles), "the last step")
    assert not any(assertive for _, assertive in said)


def test_an_error_is_said_at_once_with_what_to_do(driver: Driver) -> None:
    driver.go_to(PLAN)
    said = _listen(driver.wizard.announcer)
    driver.tenant.faults.add(Rule(Status(403), "part", "POST", "servicePrincipals"))
    driver.commit()
    driver.until(lambda: driver.page.info.notice)
    told = driver.page.info.notice.words()  # type: ignore[union-attr]
    assert [text for text, assertive in said if assertive] == [" ".join((told.title, told.what, told.hint)).strip()]


def test_a_wrong_field_is_said_at_once(driver: Driver) -> None:
    page = driver.go_to(SIGN_IN)
    said = _listen(driver.wizard.announcer)
    page.before.tenant.setText("contoso")  # type: ignore[attr-defined]
    driver.commit()
    assert [assertive for text, assertive in said if "contoso" in text] == [True]


def test_a_new_page_is_said_by_its_instruction(driver: Driver) -> None:
    said = _listen(driver.wizard.announcer)
    page = driver.go_to(SIGN_IN)
    driver.until(lambda: any(page.heading() in text for text, _ in said))
