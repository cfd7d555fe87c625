"""An error or a late event on a page disturbs neither the work behind it nor the page that is shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path as FilePath
from threading import Event as Flag
from threading import enumerate as enumerate_threads
from typing import NoReturn

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from installer.cancel import Cancel
from installer.demo import Hang, Rule
from installer.errors.base import ExitCode
from installer.events import Event, Report, Step, StepDone, StepStarted
from installer.gui.controls import Radio
from installer.gui.flow import AnotherAccount, Back, Leave, Next, Path, PlanAgain, Screen, Switched
from installer.gui.pages.health import HealthPage
from installer.gui.pages.plan import PlanPage
from installer.gui.pages.sign_in import SignInPage
from installer.gui.sidebar import STEPS
from installer.gui.worker import Worker
from tests.gui.conftest import Launch
from tests.gui.driver import DELIVER, DONE, PLAN, SIGN_IN, Driver, settle, texts_of
from tests.gui.steps import at, signed_in


class Nonsense:
    """What stands in the tenant's state where nobody foresaw it."""

    def __getattr__(self, name: str) -> NoReturn:
        raise ZeroDivisionError(name)


def confuse(driver: Driver) -> None:
    """The application that was found cannot be read."""
    tenant = driver.job.tenant
    assert tenant is not None
    found = Nonsense()
    driver.job.tenant = replace(tenant, state=replace(tenant.state, application=found))  # type: ignore[arg-type]


def shown(page: PlanPage) -> list[QWidget]:
    """The parts of the plan page that can be seen."""
    children = page.parts.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [part for part in children if part.isVisible()]


# --- pages ----------------------------------------------------------------------------------------------------------


@pytest.mark.expects_log("unexpected on PlanPage")
@pytest.mark.parametrize("path", [Path.SETUP, Path.PREPARE, Path.RENEW, Path.REMOVE])
def test_a_plan_that_cannot_be_made_leaves_nothing_but_the_error(path: Path, launch: Launch) -> None:
    driver = launch("deleted")
    signed_in(driver, path)
    confuse(driver)
    driver.commit()
    page = driver.page
    assert isinstance(page, PlanPage)
    told = page.info.notice
    assert told is not None
    assert "ZeroDivisionError" in told.words().what
    assert shown(page) == []
    assert not driver.wizard.commit.isVisible()
    assert page.heading() == "There is no plan to carry out"


@pytest.mark.expects_log("unexpected on PlanPage")
def test_a_plan_that_cannot_be_made_again_takes_the_old_one_away(driver: Driver) -> None:
    page = driver.go_to(PLAN)
    assert isinstance(page, PlanPage)
    assert shown(page)
    confuse(driver)
    other = next(button for button in page.parts.profiles.findChildren(Radio) if not button.isChecked())
    other.click()
    assert shown(page) == []
    assert not driver.wizard.commit.isVisible()


@pytest.mark.expects_log("unexpected on PlanPage")
def test_a_plan_that_could_not_be_made_is_made_after_another_sign_in(driver: Driver) -> None:
    page = signed_in(driver, Path.SETUP)
    confuse(driver)
    driver.commit()
    assert isinstance(driver.page, PlanPage)
    driver.back()
    page._change_account()
    driver.commit()
    driver.until(lambda: driver.job.tenant, "the tenant")
    driver.commit()
    at(driver, PlanPage)
    assert driver.page.info.notice is None
    assert driver.wizard.commit.isEnabled()


@pytest.mark.expects_log("unexpected on ApplicationHealthPage")
def test_a_comparison_that_cannot_be_made_is_told_and_can_be_tried_again(launch: Launch) -> None:
    driver = launch("existing-manual")
    driver.take(Path.CREDENTIAL)
    driver.page.sign_in.click()  # type: ignore[attr-defined]
    driver.until(lambda: driver.number == SIGN_IN or isinstance(driver.page, SignInPage))
    driver.commit()
    driver.until(lambda: driver.job.tenant)
    tenant = driver.job.tenant
    confuse(driver)
    driver.commit()
    page = driver.page
    assert isinstance(page, HealthPage)
    assert page.info.notice is not None
    assert page.heading() == "The check could not be done"
    assert not page.table.isVisible()
    assert not page.bar.isVisible()
    driver.job.tenant = tenant
    driver.commit()
    assert page.found
    assert page.heading() == "Something is missing"


@pytest.mark.expects_log("unexpected on DonePage")
def test_a_receipt_that_cannot_be_made_hides_nothing_of_the_end(driver: Driver, tmp_path: FilePath) -> None:
    driver.go_to(DELIVER)
    driver.job.review = Nonsense()  # type: ignore[assignment]
    target = driver.say_target(tmp_path)
    page = driver.go_to(DONE)
    assert page.info.notice is not None
    assert any(str(target) in text for text in texts_of(page))
    assert "Close" in driver.wizard.commit.text().replace("&", "")


# --- the shell ------------------------------------------------------------------------------------------------------


def test_every_page_of_the_flow_can_be_shown(driver: Driver) -> None:
    assert len({type(driver.wizard.page(screen)) for screen in Screen}) == len(Screen)
    assert set(STEPS) == set(Screen)


@pytest.mark.parametrize("late", [Screen.CHOOSE, Screen.SIGN_IN])
def test_a_page_that_is_left_moves_nothing_any_more(late: Screen, driver: Driver) -> None:
    driver.go_to(PLAN)
    page, place = driver.wizard.page(late), driver.job.place
    for outcome in (Next(), Next(Path.REMOVE), Back(), PlanAgain(), AnotherAccount(), Switched(Path.RENEW), Leave()):
        page.outcome.emit(outcome)
        settle()
    assert driver.job.place == place
    assert driver.number == PLAN
    assert driver.wizard.isVisible()


# --- the work behind it ---------------------------------------------------------------------------------------------


def test_a_task_goes_on_when_its_window_is_gone(qtbot: QtBot) -> None:
    gone, ended = Flag(), Flag()
    told: list[str] = []

    def task(_cancel: Cancel, report: Report) -> None:
        assert gone.wait(5)
        report(StepStarted(Step.DELIVER))
        told.append("after the first")
        report(StepDone(Step.DELIVER, 0.0))
        told.append("after the second")
        ended.set()

    worker = Worker(task)
    worker.start()
    thread = worker._thread
    worker.deleteLater()
    QCoreApplication.sendPostedEvents(worker, QEvent.Type.DeferredDelete)
    with pytest.raises(RuntimeError, match="already deleted"):
        worker.objectName()
    gone.set()
    assert ended.wait(5)
    thread.join(5)
    assert told == ["after the first", "after the second"]


def test_the_program_ends_after_the_secret_of_a_stopped_run_is_taken_back(driver: Driver) -> None:
    driver.go_to(PLAN)
    driver.tenant.faults.add(Rule(Hang(1), method="POST", path="addPassword"))
    driver.commit()
    driver.until(lambda: driver.tenant.faults.fired, "the secret")
    driver.wizard.close_down(10)
    assert [thread for thread in enumerate_threads() if thread.name == "worker"] == []
    assert [request for request in driver.tenant.requests if "addPassword" in request.path]
    assert not driver.tenant.state.secrets


@pytest.mark.expects_log("unexpected on ChoosePage")
def test_an_event_that_cannot_be_shown_stops_neither_the_next_nor_the_end(driver: Driver) -> None:
    seen: list[object] = []

    def task(_cancel: Cancel, report: Report) -> str:
        report(StepStarted(Step.CONSENT))
        report(StepDone(Step.CONSENT, 0.0))
        return "granted"

    def show(event: Event) -> None:
        seen.append(type(event))
        if isinstance(event, StepStarted):
            raise ZeroDivisionError

    driver.page.work(task, seen.append, event=show)
    driver.until(lambda: not driver.page.busy)
    assert seen == [StepStarted, StepDone, "granted"]
    notice = driver.page.info.notice
    assert notice is not None
    assert "ZeroDivisionError" in notice.words().what
    assert driver.job.exit_code is ExitCode.CANCELLED


@pytest.mark.expects_log("unexpected on ChoosePage")
def test_an_end_that_cannot_be_shown_is_told_and_leaves_the_page_idle(driver: Driver) -> None:
    def show(_result: object) -> None:
        raise ZeroDivisionError

    driver.page.work(lambda _cancel, _report: None, show)
    driver.until(lambda: driver.page.info.notice)
    assert not driver.page.busy
