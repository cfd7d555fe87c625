"""The first page's look at the network, the documents, the log and the configuration of a connector on premises."""

from pathlib import Path as FilePath

import pytest
from PySide6.QtCore import Qt

from installer.bundle.age import unseal
from installer.bundle.reading import from_json
from installer.demo import BadGateway, Rule
from installer.gui.documents import receipt_of_plan, receipt_of_result, report_kinds, save_reminder, save_report
from installer.gui.flow import Path, Screen
from installer.gui.pages.choose import ChoosePage, Standing
from installer.gui.pages.deliver import DeliverPage
from installer.gui.pages.done import DonePage
from installer.gui.pages.plan import PlanPage
from installer.gui.pages.run import RunPage
from installer.model import Secret
from tests.gui.conftest import Launch
from tests.gui.driver import DELIVER, DONE, PLAN, Driver, texts_of
from tests.gui.steps import offer, press


def looked(driver: Driver) -> ChoosePage:
    page = driver.page
    assert isinstance(page, ChoosePage)
    driver.until(lambda: page.reachable.standing in (Standing.REACHED, Standing.NOT_REACHED), "the look")
    return page


def test_the_first_page_says_that_microsoft_can_be_reached(launch: Launch) -> None:
    page = looked(launch(looks_around=True))
    assert page.reachable.standing is Standing.REACHED
    assert page.info.notice is None


@pytest.mark.parametrize("host", ["graph", "entra"])
def test_a_filter_in_between_is_told_and_does_not_block(host: str, launch: Launch) -> None:
    driver = launch(looks_around=True)
    driver.tenant.faults.add(Rule(BadGateway(200), host, times=None))  # type: ignore[arg-type]
    page = looked(driver)
    assert page.reachable.standing is Standing.NOT_REACHED
    driver.tenant.faults.clear()
    press(driver, offer(driver, "Check again"))
    driver.until(lambda: page.reachable.standing is Standing.REACHED)
    assert page.info.notice is None
    driver.take(Path.SETUP)


@pytest.mark.parametrize("suffix", [".pdf", ".html", ""])
def test_the_plan_can_be_put_on_paper(suffix: str, launch: Launch, tmp_path: FilePath) -> None:
    driver = launch()
    page = driver.go_to(PLAN)
    assert isinstance(page, PlanPage)
    assert page.plan is not None
    receipt = receipt_of_plan(driver.job, page.plan)
    assert receipt is not None
    assert save_report(receipt, tmp_path / f"plan{suffix}") is None
    (written,) = tmp_path.iterdir()
    start = b"%PDF-" if suffix == ".pdf" else b"<!doctype html"
    assert written.read_bytes()[: len(start)].lower() == start.lower()


def test_the_accessible_report_is_offered_first() -> None:
    assert report_kinds().split(";;") == ["HTML, accessible (*.html)", "PDF (*.pdf)"]


def test_the_result_gives_a_report_and_a_reminder_without_the_secret(launch: Launch, tmp_path: FilePath) -> None:
    driver = launch()
    driver.go_to(DELIVER)
    driver.say_target(tmp_path)
    driver.go_to(DONE)
    receipt = receipt_of_result(driver.job)
    assert receipt is not None
    assert save_report(receipt, tmp_path / "report.html") is None
    assert save_reminder(receipt, tmp_path / "reminder.ics") is None
    assert save_report(receipt, tmp_path / "no" / "folder" / "report.html") is not None
    documents = (tmp_path / "report.html").read_text() + (tmp_path / "reminder.ics").read_text()
    assert driver.job.bundle is not None
    assert driver.job.bundle.sha256 in documents
    assert not [value for value in driver.tenant.issued if value in documents]


def test_the_log_is_saved_when_asked_and_holds_request_ids_and_no_secret(launch: Launch, tmp_path: FilePath) -> None:
    driver = launch()
    driver.go_to(PLAN)
    driver.commit()
    run = driver.wizard.page(Screen.RUN)
    assert isinstance(run, RunPage)
    driver.until(lambda: driver.number == DELIVER)
    run.log.save_to(tmp_path / "log.txt")
    text = (tmp_path / "log.txt").read_text()
    assert "request-id" in text
    assert not [value for value in driver.tenant.issued if value in text]


def test_a_connector_on_premises_gets_the_lines_that_open_its_configuration(launch: Launch, tmp_path: FilePath) -> None:
    driver = launch()
    page = driver.go_to(DELIVER)
    assert isinstance(page, DeliverPage)
    driver.tab_to(page.deployment.hosted)
    driver.key(Qt.Key.Key_Right)
    page.notes.field.setText("Site de Rennes")
    target = driver.say_target(tmp_path)
    passphrase = Secret(page.options.passphrase.words.text)
    driver.go_to(DONE)
    done = driver.page
    assert isinstance(done, DonePage)
    shown = " ".join(texts_of(done))
    for form in ("yaml", "env", "console"):
        assert f"--format {form}" in shown
    payload = from_json(unseal(target.read_bytes(), str(target), passphrase), str(target))
    assert payload.notes == "Site de Rennes"
