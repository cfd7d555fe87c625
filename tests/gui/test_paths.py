"""The wizard's other ways: prepare, verify, renew, remove; each by keyboard, to what is then in the tenant."""

from pathlib import Path as FilePath

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from installer.bundle import CertificateCredential, from_json, unseal
from installer.demo import Tenant
from installer.errors import ExitCode
from installer.events import Thing, Verdict
from installer.gui.page import Page
from installer.gui.pages.consent import ConsentPage
from installer.gui.pages.deliver import DeliverPage
from installer.gui.pages.done import DonePage
from installer.gui.pages.existing import ExistingPage
from installer.gui.pages.findings import FindingsPage
from installer.gui.pages.plan import PlanPage
from installer.gui.pages.plan_bin import Way
from installer.gui.pages.removed import RemovedPage
from installer.gui.pages.run import RunPage, State
from installer.gui.pages.sign_in import SignInPage
from installer.gui.walk import Path
from installer.model import CredentialKind, Language, Secret
from tests.gui.conftest import Launch
from tests.gui.driver import Driver


def offer(driver: Driver, words: str) -> QPushButton:
    """The button in the notice under the instruction."""
    driver.until(lambda: driver.page.info.notice, "a notice")
    buttons = driver.page.info.findChildren(QPushButton)
    return next(one for one in buttons if one.isVisible() and words in one.text())


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
    driver.until(lambda: driver.walk.tenant, "the tenant")
    return page


def planned(driver: Driver, path: Path) -> PlanPage:
    signed_in(driver, path)
    driver.commit()
    at(driver, PlanPage)
    page = driver.page
    assert isinstance(page, PlanPage)
    return page


def delivered(driver: Driver, folder: FilePath) -> str:
    """The client secret that the bundle holds in the end."""
    at(driver, DeliverPage)
    page = driver.page
    assert isinstance(page, DeliverPage)
    target = driver.say_target(folder)
    passphrase = Secret(page.ways.passphrase.words.text)
    driver.commit()
    driver.until(lambda: isinstance(driver.page, DonePage), "the end")
    payload = from_json(unseal(target.read_bytes(), str(target), passphrase), str(target))
    return payload.credential.secret.reveal()  # type: ignore[union-attr]


def code(driver: Driver) -> ExitCode:
    """What the program would end with now."""
    return driver.walk.exit_code


def grants(tenant: Tenant) -> int:
    holders = [one.resource["principalDisplayName"] for one in tenant.state.assignments.values()]
    return sum(name.startswith("Microsoft ODSP") for name in holders)


@pytest.mark.parametrize("language", Language)
def test_prepared_here_consented_elsewhere_finished_here(
    launch: Launch, language: Language, tmp_path: FilePath
) -> None:
    driver = launch("app-developer", language)
    planned(driver, Path.PREPARE)
    driver.commit()
    at(driver, ConsentPage)
    page = driver.page
    assert isinstance(page, ConsentPage)
    (application,) = driver.tenant.state.applications.values()
    assert application.app_id in page.message.toPlainText()
    assert not driver.tenant.state.secrets
    assert code(driver) is ExitCode.CONSENT_PENDING
    driver.commit()
    driver.until(lambda: "…" not in page.heading() and page._last.text())
    assert isinstance(driver.page, ConsentPage), "nobody has consented yet"
    driver.tenant.consent_as_another_administrator(application.app_id)
    driver.commit()
    driver.until(lambda: page._granted)
    driver.commit()
    at(driver, PlanPage)
    driver.commit()
    secret = delivered(driver, tmp_path)
    assert [one.value for one in driver.tenant.state.secrets] == [secret]
    assert code(driver) is ExitCode.DONE


def test_the_message_for_the_administrator_can_be_saved(launch: Launch, tmp_path: FilePath) -> None:
    driver = launch("app-admin")
    planned(driver, Path.PREPARE)
    driver.commit()
    at(driver, ConsentPage)
    page = driver.page
    assert isinstance(page, ConsentPage)
    page.save_to(tmp_path / "message.txt")
    assert (tmp_path / "message.txt").read_text(encoding="utf-8") == page.message.toPlainText()


def test_who_may_not_consent_is_led_to_prepare_from_the_card(launch: Launch) -> None:
    driver = launch("app-admin")
    signed_in(driver, Path.SETUP)
    press(driver, offer(driver, "without consent"))
    at(driver, PlanPage)
    assert driver.walk.path is Path.PREPARE
    driver.commit()
    at(driver, ConsentPage)


def test_a_role_activated_meanwhile_is_seen_by_checking_again(launch: Launch, tmp_path: FilePath) -> None:
    driver = launch("pim-eligible")
    signed_in(driver, Path.SETUP)
    assert driver.walk.tenant is not None
    assert not driver.walk.tenant.state.rights.can_consent
    press(driver, offer(driver, "Check again"))
    driver.until(lambda: driver.walk.tenant and driver.walk.tenant.state.rights.can_consent, "the role")
    assert driver.page.info.notice is None
    driver.commit()
    at(driver, PlanPage)
    driver.commit()
    delivered(driver, tmp_path)


def test_a_refused_consent_in_mid_run_tells_what_was_done_and_offers_the_other_hand(launch: Launch) -> None:
    driver = launch("consent-forbidden")
    planned(driver, Path.SETUP)
    driver.commit()
    button = offer(driver, "without consent")
    notice = driver.page.info.notice
    assert notice is not None
    assert "App registration" in notice.words().what
    assert code(driver) is ExitCode.RIGHTS
    press(driver, button)
    at(driver, PlanPage)
    driver.commit()
    at(driver, ConsentPage)
    assert len(driver.tenant.state.applications) == 1
    assert not driver.tenant.state.secrets


def test_a_credential_made_by_hand_is_proven_and_exported(launch: Launch, tmp_path: FilePath) -> None:
    driver = launch("renewal-due")
    (application,) = driver.tenant.state.applications.values()
    (secret,) = driver.tenant.state.secrets
    driver.take(Path.CREDENTIAL)
    page = driver.page
    assert isinstance(page, ExistingPage)
    page.tenant.setText(" contoso.onmicrosoft.com ")
    page.client.setText(application.app_id.upper())
    page.secret.setText(f"  {secret.value}\n")
    driver.commit()
    at(driver, FindingsPage)
    driver.until(lambda: driver.walk.registration, "the proof")
    assert page.secret.text() == "", "the form does not keep it"
    driver.commit()
    assert delivered(driver, tmp_path) == secret.value
    assert len(driver.tenant.state.secrets) == 1
    assert code(driver) is ExitCode.DONE
    assert {one.method for one in driver.tenant.requests} == {"POST"}, "batches of reads alone"


def test_a_secret_id_pasted_as_secret_is_recognized(launch: Launch) -> None:
    driver = launch("renewal-due")
    driver.take(Path.CREDENTIAL)
    page = driver.page
    assert isinstance(page, ExistingPage)
    page.tenant.setText("contoso.onmicrosoft.com")
    page.client.setText("00000000-0000-0000-0000-000000000000")
    page.secret.setText("00000000-0000-0000-0000-000000000001")
    driver.commit()
    assert page.secret.hasFocus()
    assert not driver.tenant.entra_requests


def test_a_wrong_secret_is_told_and_can_be_corrected(launch: Launch) -> None:
    driver = launch("renewal-due")
    (application,) = driver.tenant.state.applications.values()
    driver.take(Path.CREDENTIAL)
    page = driver.page
    assert isinstance(page, ExistingPage)
    page.tenant.setText("contoso.onmicrosoft.com")
    page.client.setText(application.app_id)
    page.secret.setText("not-this-one")
    driver.commit()
    button = offer(driver, "Correct")
    assert code(driver) is ExitCode.VERIFICATION
    press(driver, button)
    at(driver, ExistingPage)


def test_an_application_made_by_hand_is_compared_then_completed(launch: Launch, tmp_path: FilePath) -> None:
    driver = launch("existing-manual")
    before = grants(driver.tenant)
    driver.take(Path.CREDENTIAL)
    existing = driver.page
    assert isinstance(existing, ExistingPage)
    press(driver, existing.sign_in)
    at(driver, SignInPage)
    driver.commit()
    driver.until(lambda: driver.walk.tenant, "the tenant")
    driver.commit()
    at(driver, FindingsPage)
    page = driver.page
    assert isinstance(page, FindingsPage)
    lines = {(one.thing, one.subject): one.verdict for one in page.found}
    assert lines[Thing.PERMISSION, "Files.ReadWrite.All"] is Verdict.MISSING
    assert lines[Thing.PERMISSION, "Files.Read.All"] is Verdict.EXTRA
    assert lines[Thing.DELEGATED, "User.Read"] is Verdict.TOLERATED
    assert code(driver) is ExitCode.VERIFICATION
    driver.commit()
    at(driver, PlanPage)
    driver.commit()
    delivered(driver, tmp_path)
    assert grants(driver.tenant) == before + 1
    assert code(driver) is ExitCode.DONE


def test_a_renewal_keeps_the_old_secret_which_goes_by_a_step_of_its_own(launch: Launch, tmp_path: FilePath) -> None:
    driver = launch("renewal-due")
    (old,) = driver.tenant.state.secrets
    page = planned(driver, Path.RENEW)
    assert page.plan is not None
    assert old.key_id in [row.subject for row in page.plan.rows]
    driver.commit()
    new = delivered(driver, tmp_path)
    assert {one.value for one in driver.tenant.state.secrets} == {old.value, new}
    done = driver.page
    assert isinstance(done, DonePage)
    press(driver, next(one for one in done.findChildren(QPushButton) if "old secrets" in one.text().replace("&", "")))
    at(driver, PlanPage)
    box = page.parts.removal._boxes[old.key_id]
    assert box.isChecked()
    driver.commit()
    at(driver, RemovedPage)
    assert [one.value for one in driver.tenant.state.secrets] == [new]
    assert code(driver) is ExitCode.DONE


def test_a_certificate_can_be_chosen_in_the_place_of_a_secret(launch: Launch, tmp_path: FilePath) -> None:
    driver = launch("renewal-due")
    page = planned(driver, Path.RENEW)
    press(driver, page.parts.more.button)
    driver.tab_to(page.parts.options.kinds.button(CredentialKind.SECRET))
    driver.key(Qt.Key.Key_Right)
    assert "certificate" in page.heading()
    driver.commit()
    at(driver, DeliverPage)
    deliver = driver.page
    assert isinstance(deliver, DeliverPage)
    target = driver.say_target(tmp_path)
    passphrase = Secret(deliver.ways.passphrase.words.text)
    driver.commit()
    driver.until(lambda: isinstance(driver.page, DonePage), "the end")
    payload = from_json(unseal(target.read_bytes(), str(target), passphrase), str(target))
    assert isinstance(payload.credential, CertificateCredential)
    assert len(driver.tenant.state.secrets) == 1
    (application,) = driver.tenant.state.applications.values()
    assert [one["keyId"] for one in application.resource["keyCredentials"]] == [payload.credential.key_id]


def test_a_renewal_without_an_application_offers_to_set_up(launch: Launch) -> None:
    driver = launch()
    planned(driver, Path.RENEW)
    press(driver, offer(driver, "Set up"))
    page = driver.page
    assert isinstance(page, PlanPage)
    assert page.plan is not None
    assert driver.walk.path is Path.SETUP


def test_a_renewal_without_consents_offers_to_complete_them(launch: Launch) -> None:
    driver = launch("existing-manual")
    planned(driver, Path.RENEW)
    press(driver, offer(driver, "Complete"))
    assert driver.walk.path is Path.SETUP


def test_a_removal_takes_thought_and_lists_every_object(launch: Launch) -> None:
    driver = launch("renewal-due")
    page = planned(driver, Path.REMOVE)
    assert not driver.wizard.commit.isEnabled()
    assert page.plan is not None
    assert {row.key for row in page.plan.rows} == {"application", "service_principal", "kept_secret"}
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


@pytest.mark.parametrize(("way", "made"), [(Way.RESTORE, 0), (Way.PURGE, 0), (Way.OTHER_NAME, 1)])
def test_ours_in_the_recycle_bin_is_restored_purged_or_left(
    way: Way, made: int, launch: Launch, tmp_path: FilePath
) -> None:
    driver = launch("deleted")
    (deleted,) = driver.tenant.state.deleted_applications.values()
    page = planned(driver, Path.SETUP)
    driver.choose(page.parts.recycle_bin.buttons[way])
    if way is Way.OTHER_NAME:
        page.parts.options._name.setText("Connecteur ODSP")
        driver.key(Qt.Key.Key_Tab)
        driver.until(lambda: not page.busy and page.plan)
    driver.commit()
    delivered(driver, tmp_path)
    (application,) = driver.tenant.state.applications.values()
    assert (application.id == deleted.id) is (way is Way.RESTORE)
    assert len(driver.tenant.state.deleted_applications) == made


def test_a_stopped_run_can_be_undone_by_looking_at_what_it_created(launch: Launch) -> None:
    from installer.demo import Rule, Status

    driver = launch()
    planned(driver, Path.SETUP)
    driver.tenant.faults.add(Rule(Status(429, retry_after=30), method="POST", path="servicePrincipals"))
    driver.commit()
    run = driver.page
    assert isinstance(run, RunPage)
    driver.until(lambda: "POST /servicePrincipals" in run.log.text())
    driver.key(Qt.Key.Key_Escape)
    driver.until(lambda: run.state is State.STOPPED)
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
    driver.until(lambda: driver.walk.tenant)
