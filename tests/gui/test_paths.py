"""The other paths to a credential: prepare, verify; each by keyboard, to what is then in the tenant."""

from pathlib import Path as FilePath

import pytest

from installer.errors.base import ExitCode
from installer.gui.flow import Path
from installer.gui.pages.consent import ConsentPage
from installer.gui.pages.existing import ExistingPage
from installer.gui.pages.health import CredentialHealthPage, HealthPage
from installer.gui.pages.health.cards import WayOut
from installer.gui.pages.plan import PlanPage
from installer.gui.pages.sign_in import SignInPage
from installer.model import Able, Language, Thing, Verdict
from tests.gui.conftest import Launch
from tests.gui.stations import sign_in_on
from tests.gui.steps import at, code, delivered, grants, offer, planned, press, signed_in


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
    assert [held.value for held in driver.tenant.state.secrets] == [secret]
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
    assert driver.job.path is Path.PREPARE
    driver.commit()
    at(driver, ConsentPage)


def test_another_account_is_asked_for_at_the_sign_in_and_not_at_a_check_of_nothing(launch: Launch) -> None:
    driver = launch("app-admin")
    sign_in_on(driver, Path.COMPARE)
    press(driver, offer(driver, "Continue to the plan"))
    at(driver, PlanPage)
    driver.commit()
    press(driver, offer(driver, "another account"))
    at(driver, SignInPage)
    assert driver.job.tenant is None
    assert driver.job.path is Path.COMPARE
    driver.commit()
    driver.until(lambda: driver.job.tenant, "the tenant")
    driver.commit()
    at(driver, HealthPage)


def test_a_role_activated_meanwhile_is_seen_by_checking_again(launch: Launch, tmp_path: FilePath) -> None:
    driver = launch("pim-eligible")
    signed_in(driver, Path.SETUP)
    assert driver.job.tenant is not None
    assert driver.job.tenant.state.rights.can_consent is Able.UNKNOWN
    press(driver, offer(driver, "Check again"))
    driver.until(lambda: driver.job.tenant and driver.job.tenant.state.rights.can_consent is Able.CAN, "the role")
    assert driver.page.info.notice is None
    driver.commit()
    at(driver, PlanPage)
    driver.commit()
    delivered(driver, tmp_path)


def test_a_consent_refused_in_spite_of_the_role_tells_what_was_done(launch: Launch) -> None:
    driver = launch("consent-forbidden")
    planned(driver, Path.SETUP)
    driver.commit()
    button = offer(driver, "Back to the plan")
    notice = driver.page.info.notice
    assert notice is not None
    assert "App registration" in notice.words().what
    assert "Global Administrator" not in notice.words().hint, "that is what this account is"
    assert code(driver) is ExitCode.RIGHTS
    press(driver, button)
    at(driver, PlanPage)
    assert not driver.tenant.state.secrets


def test_a_consent_that_was_tried_and_refused_leads_to_the_message_for_another_administrator(
    launch: Launch, tmp_path: FilePath
) -> None:
    driver = launch("default-member")
    signed_in(driver, Path.SETUP)
    notice = driver.page.info.notice
    assert notice is not None
    assert notice.role == "info", "nothing is known to be lacking"
    driver.commit()
    at(driver, PlanPage)
    driver.commit()
    at(driver, ConsentPage)
    page = driver.page
    assert isinstance(page, ConsentPage)
    assert page.info.notice is not None
    assert "does not let this account give admin consent" in page.info.notice.words().what
    (application,) = driver.tenant.state.applications.values()
    assert application.app_id in page.message.toPlainText()
    assert not driver.tenant.state.secrets
    assert code(driver) is ExitCode.CONSENT_PENDING
    driver.tenant.consent_as_another_administrator(application.app_id)
    driver.commit()
    driver.until(lambda: page._granted)
    driver.commit()
    at(driver, PlanPage)
    driver.commit()
    delivered(driver, tmp_path)
    assert code(driver) is ExitCode.DONE


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
    at(driver, HealthPage)
    driver.until(lambda: driver.job.registration, "the proof")
    assert page.secret.text() == "", "the form does not keep it"
    driver.commit()
    assert delivered(driver, tmp_path) == secret.value
    assert len(driver.tenant.state.secrets) == 1
    assert code(driver) is ExitCode.DONE
    assert {request.method for request in driver.tenant.requests} == {"POST"}, "batches of reads alone"


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
    at(driver, CredentialHealthPage)
    result = driver.page
    assert isinstance(result, CredentialHealthPage)
    button = result.cards.ways[WayOut.CORRECT]
    assert result.info.notice is not None, "Microsoft's own words"
    assert code(driver) is ExitCode.VERIFICATION
    press(driver, button)
    at(driver, ExistingPage)


def test_an_application_made_by_hand_is_compared_then_asked_about(launch: Launch) -> None:
    driver = launch("existing-manual")
    before = grants(driver.tenant)
    driver.take(Path.CREDENTIAL)
    existing = driver.page
    assert isinstance(existing, ExistingPage)
    press(driver, existing.sign_in)
    at(driver, SignInPage)
    driver.commit()
    driver.until(lambda: driver.job.tenant, "the tenant")
    driver.commit()
    at(driver, HealthPage)
    page = driver.page
    assert isinstance(page, HealthPage)
    lines = {(line.thing, line.name): line.status for line in page.found}
    assert lines[Thing.PERMISSION, "Files.ReadWrite.All"] is Verdict.MISSING
    assert lines[Thing.PERMISSION, "Files.Read.All"] is Verdict.EXTRA
    assert lines[Thing.DELEGATED_PERMISSION, "User.Read"] is Verdict.TOLERATED
    assert code(driver) is ExitCode.VERIFICATION
    press(driver, page.cards.ways[WayOut.COMPLETE])
    at(driver, PlanPage)
    plan = driver.page
    assert isinstance(plan, PlanPage)
    driver.until(lambda: plan.parts.asks_whose, "what has to be decided")
    assert plan.plan is None
    assert code(driver) is ExitCode.DECISION
    assert grants(driver.tenant) == before
