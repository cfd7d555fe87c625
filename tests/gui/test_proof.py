"""What the wizard says of the proof: an application that may not sign in, and warnings that are not failures."""

from pathlib import Path as FilePath

from PySide6.QtGui import QGuiApplication

from installer.demo import Rule, Status
from installer.errors.base import ExitCode
from installer.gui.flow import Path
from installer.gui.pages.deliver import DeliverPage
from installer.gui.pages.done import DocumentRow, DonePage
from installer.gui.pages.run import RunPage, State
from installer.model import Language
from tests.gui.conftest import Launch
from tests.gui.driver import Driver, settle, texts_of
from tests.gui.steps import code, delivered, offer, planned, press


def refused(driver: Driver) -> RunPage:
    """At the run page of an application that may not sign in."""
    planned(driver, Path.SETUP)
    driver.commit()
    page = driver.page
    assert isinstance(page, RunPage)
    driver.until(lambda: page.state is State.REFUSED, "the refusal")
    return page


def test_an_application_that_may_not_sign_in_has_a_page_of_its_own_and_its_secret_is_gone(launch: Launch) -> None:
    driver = launch("workload-policy")
    page = refused(driver)
    assert page.heading() == "The application cannot sign in"
    assert page.info.notice is not None
    words = page.info.notice.words()
    assert "AADSTS53003" in words.what
    assert "GLIMPS" in words.hint
    assert "--accept-unproven" not in words.hint
    assert [told.text() for told in page.info.notice.offers] == ["Deliver without proof", "Undo what was created…"]
    assert driver.wizard.commit.text() == "&Try again"
    assert code(driver) is ExitCode.VERIFICATION
    assert not driver.tenant.state.secrets


def test_trying_again_once_the_policy_is_changed_ends_proven(driver: Driver, tmp_path: FilePath) -> None:
    blocked = {
        "error": "invalid_grant",
        "error_codes": [53003],
        "error_description": "AADSTS53003: Access has been blocked.",
    }
    planned(driver, Path.SETUP)
    driver.tenant.faults.add(Rule(Status(400, body=blocked), "entra", "POST", "token"))
    driver.commit()
    run = driver.page
    assert isinstance(run, RunPage)
    driver.until(lambda: run.state is State.REFUSED, "the refusal")
    driver.commit()
    driver.until(lambda: isinstance(driver.page, DeliverPage))
    assert driver.job.registration is not None
    assert driver.job.registration.proven
    delivered(driver, tmp_path)
    assert code(driver) is ExitCode.DONE


def test_delivering_without_proof_is_said_on_every_page_and_paper_that_follows(
    launch: Launch, tmp_path: FilePath
) -> None:
    driver = launch("workload-policy")
    refused(driver)
    press(driver, offer(driver, "Deliver without proof"))
    driver.until(lambda: isinstance(driver.page, DeliverPage))
    page = driver.page
    assert isinstance(page, DeliverPage)
    assert page.verified.text() == "Not proven: the credentials could not be tried here"
    (bar,) = page.warnings.bars
    assert bar.isVisible()
    secret = delivered(driver, tmp_path)
    assert [held.value for held in driver.tenant.state.secrets] == [secret]
    done = driver.page
    assert isinstance(done, DonePage)
    assert "not proven" in done.heading()
    assert [text for text in texts_of(done) if "AADSTS53003" in text]
    (documents,) = done.findChildren(DocumentRow)
    documents.mail.click()
    assert "the credential is not proven yet" in QGuiApplication.clipboard().text()
    assert code(driver) is ExitCode.DONE


def test_a_refused_read_is_a_bar_of_information_and_the_walk_goes_on(launch: Launch, tmp_path: FilePath) -> None:
    driver = launch("no-sharepoint")
    planned(driver, Path.SETUP)
    driver.commit()
    driver.until(lambda: isinstance(driver.page, DeliverPage))
    page = driver.page
    assert isinstance(page, DeliverPage)
    assert page.info.notice is None
    assert "Verified" in page.verified.text()
    assert "accepted" not in page.verified.text()
    assert [text for text in texts_of(page) if "Tenant does not have a SPO license." in text]
    delivered(driver, tmp_path)
    done = driver.page
    assert isinstance(done, DonePage)
    assert [text for text in texts_of(done) if "Tenant does not have a SPO license." in text]
    assert code(driver) is ExitCode.DONE


def test_the_bars_follow_the_language(launch: Launch) -> None:
    driver = launch("no-sharepoint")
    planned(driver, Path.SETUP)
    driver.commit()
    driver.until(lambda: isinstance(driver.page, DeliverPage))
    page = driver.page
    assert isinstance(page, DeliverPage)
    (bar,) = page.warnings.bars
    assert "Microsoft refused the trial read" in bar.accessibleName()
    driver.wizard.sidebar.language.choose(Language.FR)
    settle()
    assert "Microsoft a refusé la lecture d’essai" in bar.accessibleName()
