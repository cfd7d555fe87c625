"""The later paths: renew, remove, the recycle bin, undo; by keyboard, to what is then in the tenant."""

from pathlib import Path as FilePath

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from installer.bundle.age import unseal
from installer.bundle.payload import CertificateCredential
from installer.bundle.reading import from_json
from installer.errors.base import ExitCode
from installer.gui.flow import Path
from installer.gui.pages.deliver import DeliverPage
from installer.gui.pages.done import DonePage, RemovedPage
from installer.gui.pages.plan import PlanPage
from installer.gui.pages.plan.decisions import BinDecision
from installer.gui.pages.plan.sign_in import Way
from installer.gui.pages.sign_in import SignInPage
from installer.model import Secret, Thing
from tests.gui.conftest import Launch
from tests.gui.steps import at, code, delivered, offer, planned, press, stopped


def test_a_renewal_keeps_the_old_secret_which_goes_by_a_step_of_its_own(launch: Launch, tmp_path: FilePath) -> None:
    driver = launch("renewal-due")
    (old,) = driver.tenant.state.secrets
    page = planned(driver, Path.RENEW)
    assert page.plan is not None
    assert old.key_id in [line.key_id for line in page.plan.lines]
    driver.commit()
    new = delivered(driver, tmp_path)
    assert {secret.value for secret in driver.tenant.state.secrets} == {old.value, new}
    done = driver.page
    assert isinstance(done, DonePage)
    press(
        driver,
        next(button for button in done.findChildren(QPushButton) if "old secrets" in button.text().replace("&", "")),
    )
    at(driver, PlanPage)
    box = page.parts.removal._boxes[old.key_id]
    assert box.isChecked()
    driver.commit()
    at(driver, RemovedPage)
    assert [secret.value for secret in driver.tenant.state.secrets] == [new]
    assert code(driver) is ExitCode.DONE


def test_a_certificate_can_be_chosen_in_the_place_of_a_secret(launch: Launch, tmp_path: FilePath) -> None:
    driver = launch("renewal-due")
    page = planned(driver, Path.RENEW)
    press(driver, page.parts.more.button)
    driver.choose(page.parts.options.sign_in.buttons[Way.PAIR])
    assert "certificate" in page.heading()
    driver.commit()
    at(driver, DeliverPage)
    deliver = driver.page
    assert isinstance(deliver, DeliverPage)
    target = driver.say_target(tmp_path)
    passphrase = Secret(deliver.options.passphrase.words.text)
    driver.commit()
    driver.until(lambda: isinstance(driver.page, DonePage), "the end")
    payload = from_json(unseal(target.read_bytes(), str(target), passphrase), str(target))
    assert isinstance(payload.credential, CertificateCredential)
    assert len(driver.tenant.state.secrets) == 1
    (application,) = driver.tenant.state.applications.values()
    assert [key["keyId"] for key in application.resource["keyCredentials"]] == [payload.credential.key_id]


def test_a_renewal_without_an_application_offers_to_set_up(launch: Launch) -> None:
    driver = launch()
    planned(driver, Path.RENEW)
    press(driver, offer(driver, "Set up"))
    page = driver.page
    assert isinstance(page, PlanPage)
    assert page.plan is not None
    assert driver.job.path is Path.SETUP


def test_a_renewal_without_consents_offers_to_complete_them(launch: Launch) -> None:
    driver = launch("existing-manual")
    planned(driver, Path.RENEW)
    press(driver, offer(driver, "Complete"))
    assert driver.job.path is Path.SETUP


def test_a_removal_takes_thought_and_lists_every_object(launch: Launch) -> None:
    driver = launch("renewal-due")
    page = planned(driver, Path.REMOVE)
    assert not driver.wizard.commit.isEnabled()
    assert page.plan is not None
    assert {line.thing for line in page.plan.lines} == {Thing.APPLICATION, Thing.SERVICE_PRINCIPAL, Thing.SECRET}
    driver.commit()
    at(driver, RemovedPage)
    assert not driver.tenant.state.applications
    assert len(driver.tenant.state.deleted_applications) == 1
    assert code(driver) is ExitCode.DONE


def test_a_removal_refuses_what_we_did_not_make_until_the_person_says_that_it_is_the_one(launch: Launch) -> None:
    driver = launch("existing-manual")
    page = planned(driver, Path.REMOVE)
    assert page.plan is None
    press(driver, offer(driver, "This is the one"))
    driver.until(lambda: page.plan)
    assert page.parts.removal.whole.hasFocus()  # not on a button of the window's, where a key would do something else
    driver.commit()
    at(driver, RemovedPage)
    assert not driver.tenant.state.applications


def test_only_old_secrets_need_a_tick(launch: Launch) -> None:
    driver = launch("secret-expired")
    page = planned(driver, Path.REMOVE)
    driver.choose(page.parts.removal.old)
    driver.commit()
    assert isinstance(driver.page, PlanPage), "nothing is ticked"
    driver.key(Qt.Key.Key_Space)
    driver.commit()
    at(driver, RemovedPage)
    assert not driver.tenant.state.secrets
    assert len(driver.tenant.state.applications) == 1


@pytest.mark.parametrize(
    ("decision", "made"),
    [(BinDecision.RESTORE, 0), (BinDecision.PURGE, 0), (BinDecision.OTHER_NAME, 1)],
)
def test_ours_in_the_recycle_bin_is_restored_purged_or_left(
    decision: BinDecision, made: int, launch: Launch, tmp_path: FilePath
) -> None:
    driver = launch("deleted")
    (deleted,) = driver.tenant.state.deleted_applications.values()
    page = planned(driver, Path.SETUP)
    driver.choose(page.parts.recycle_bin.buttons[decision])
    if decision is BinDecision.OTHER_NAME:
        page.parts.options._name.setText("Connecteur ODSP")
        driver.key(Qt.Key.Key_Tab)
        driver.until(lambda: not page.busy and page.plan)
    driver.commit()
    delivered(driver, tmp_path)
    (application,) = driver.tenant.state.applications.values()
    assert (application.id == deleted.id) is (decision is BinDecision.RESTORE)
    assert len(driver.tenant.state.deleted_applications) == made


def test_a_stopped_run_can_be_undone_by_looking_at_what_it_created(launch: Launch) -> None:
    driver = launch()
    planned(driver, Path.SETUP)
    stopped(driver)
    press(driver, offer(driver, "Undo"))
    at(driver, PlanPage)
    driver.commit()
    at(driver, RemovedPage)
    assert not driver.tenant.state.applications


def test_where_a_code_is_blocked_the_browser_is_one_button_away(launch: Launch) -> None:
    driver = launch("conditional-access-device-code", signs_in=False)
    driver.take(Path.SETUP)
    page = driver.page
    assert isinstance(page, SignInPage)
    press(driver, page.before.code)
    driver.until(page.code.isVisible)
    driver.administrator.enter_code(page.code.address, page.code.code)
    button = offer(driver, "Use the browser")
    assert code(driver) is ExitCode.SIGN_IN
    press(driver, button)
    driver.until(lambda: driver.opened, "the browser")
    driver.administrator.open(driver.opened[-1])
    driver.until(lambda: driver.job.tenant)
