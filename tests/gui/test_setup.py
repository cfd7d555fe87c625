"""The full setup by keyboard, and what can happen on the way."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from installer.bundle.age import unseal
from installer.bundle.payload import CertificateCredential
from installer.bundle.reading import from_json
from installer.demo import ExpiredToken, Rule, Status
from installer.errors.base import ExitCode
from installer.gui.pages.deliver import DeliverPage
from installer.gui.pages.done import DonePage
from installer.gui.pages.plan import PlanPage
from installer.gui.pages.run import RunPage, State
from installer.gui.pages.sign_in import SignInPage
from installer.model import Language, ReasonCode, Secret
from tests.gui.conftest import Launch
from tests.gui.driver import CHOOSE, DELIVER, DONE, PLAN, RUN, SIGN_IN, Driver
from tests.gui.steps import stopped


@pytest.mark.parametrize("language", Language)
def test_the_keyboard_alone_leads_from_the_choice_to_a_file_that_opens(
    launch: Launch, language: Language, tmp_path: Path
) -> None:
    driver = launch(language=language)
    page = driver.go_to(DELIVER)
    assert isinstance(page, DeliverPage)
    target = driver.say_target(tmp_path)
    passphrase = Secret(page.options.passphrase.words.text)
    driver.go_to(DONE)
    opened = from_json(unseal(target.read_bytes(), str(target), passphrase), str(target))
    state = driver.job.tenant
    assert state is not None
    assert opened.tenant.id == state.state.organization.id
    assert driver.job.exit_code is ExitCode.DONE
    assert isinstance(driver.page, DonePage)


def test_nothing_is_written_in_the_tenant_before_the_plan_is_agreed_to(driver: Driver) -> None:
    driver.go_to(PLAN)
    methods = {exchange.method for exchange in driver.tenant.requests if not exchange.path.endswith("$batch")}
    assert methods <= {"GET"}


def test_back_leads_to_the_tenant_card_and_keeps_the_sign_in(driver: Driver) -> None:
    driver.go_to(PLAN)
    driver.key(Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    driver.until(lambda: driver.number == SIGN_IN)
    assert driver.job.tenant is not None


def test_cancel_while_waiting_for_the_browser_closes_at_once(launch: Launch) -> None:
    driver = launch(signs_in=False)
    driver.go_to(SIGN_IN)
    driver.commit()
    driver.until(lambda: driver.opened)
    driver.key(Qt.Key.Key_Escape)
    assert not driver.wizard.isVisible()
    assert driver.job.exit_code is ExitCode.CANCELLED


def test_back_while_waiting_offers_the_browser_again(launch: Launch) -> None:
    driver = launch(signs_in=False)
    page = driver.go_to(SIGN_IN)
    assert isinstance(page, SignInPage)
    driver.commit()
    driver.until(lambda: driver.opened)
    driver.key(Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    driver.until(lambda: driver.number == CHOOSE)
    assert not page.busy
    driver.go_to(SIGN_IN)
    assert page.before.isVisible()


def test_a_code_signs_in_where_there_is_no_browser(launch: Launch) -> None:
    driver = launch(signs_in=False)
    page = driver.go_to(SIGN_IN)
    assert isinstance(page, SignInPage)
    driver.tab_to(page.before.code)
    driver.key(Qt.Key.Key_Space)
    driver.until(page.code.isVisible)
    driver.administrator.enter_code(page.code.address, page.code.code)
    driver.until(lambda: driver.job.tenant)


def test_a_refused_consent_is_told_and_can_be_tried_again(launch: Launch) -> None:
    driver = launch("consent-refused")
    driver.go_to(SIGN_IN)
    driver.commit()
    driver.until(lambda: driver.page.info.notice)
    assert driver.wizard.commit.isEnabled()
    assert driver.job.exit_code is ExitCode.SIGN_IN


def test_a_wrong_tenant_name_is_pointed_out_in_its_field(driver: Driver) -> None:
    page = driver.go_to(SIGN_IN)
    assert isinstance(page, SignInPage)
    page.before.tenant.setText("contoso")
    driver.commit()
    assert page.before.tenant.hasFocus()
    assert not page.busy


def test_an_account_that_may_not_consent_is_told_so_before_anything_is_written(launch: Launch) -> None:
    driver = launch("app-admin")
    driver.go_to(PLAN)
    driver.commit()
    assert driver.number == PLAN
    assert driver.page.info.notice is not None
    assert driver.job.exit_code is ExitCode.RIGHTS


def test_of_two_applications_of_the_same_name_the_person_chooses_one(launch: Launch) -> None:
    driver = launch("two-same-name")
    page = driver.go_to(PLAN)
    assert isinstance(page, PlanPage)
    assert page.parts.candidates.chosen() is None
    driver.commit()
    assert page.plan is None
    driver.key(Qt.Key.Key_Space)
    driver.commit()
    driver.until(lambda: page.parts.asks_whose)
    question = page.parts.ownership.question
    assert question is not None
    assert question.codes == (ReasonCode.CREDENTIALS,), "that answers which one is meant, and nothing else"


def test_another_profile_changes_the_plan_at_once(driver: Driver) -> None:
    page = driver.go_to(PLAN)
    assert isinstance(page, PlanPage)
    assert page.plan is not None
    before = {line.name for line in page.plan.lines}
    driver.key(Qt.Key.Key_Right)
    assert page.plan is not None
    assert {line.name for line in page.plan.lines} - before == {"Files.Read.All"}


def test_a_run_that_failed_is_finished_by_try_again(driver: Driver) -> None:
    driver.go_to(PLAN)
    fault = Rule(Status(403), "part", "POST", "servicePrincipals")
    driver.tenant.faults.add(fault)
    driver.commit()
    driver.until(lambda: driver.page.info.notice)
    run = driver.page
    assert isinstance(run, RunPage)
    assert run.state is State.FAILED
    assert run.bar.value() < run.bar.maximum()
    driver.commit()
    driver.until(lambda: driver.number == DELIVER)


def test_what_was_not_agreed_to_is_shown_before_it_is_done(driver: Driver) -> None:
    driver.go_to(PLAN)
    driver.tenant.faults.add(Rule(Status(403), "part", "POST", "servicePrincipals"))
    driver.commit()
    driver.until(lambda: driver.page.info.notice)
    (application,) = driver.tenant.state.applications.values()
    application.resource["requiredResourceAccess"] = []  # somebody else changed it meanwhile
    driver.commit()
    driver.until(lambda: driver.number == PLAN, "the plan")
    notice = driver.page.info.notice
    assert notice is not None
    assert "changed since you agreed" in notice.words().what
    assert "stays in place" in driver.page.subheading()
    assert driver.tenant.state.service_principal_by_app_id(application.app_id) is None
    driver.commit()
    driver.until(lambda: driver.number == DELIVER)


def test_stop_ends_the_run_and_resume_finishes_it(driver: Driver) -> None:
    driver.go_to(PLAN)
    stopped(driver)
    assert driver.wizard.isVisible()
    driver.commit()
    driver.until(lambda: driver.number == DELIVER)


def test_a_secret_that_is_not_delivered_is_revoked_when_the_person_says_so(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    from installer.gui.pages.deliver import page as deliver_page
    from installer.gui.pages.deliver.page import Answer

    answers = iter([Answer.DELIVER, Answer.REVOKE])
    monkeypatch.setattr(deliver_page, "ask_about_secret", lambda _parent: next(answers))
    driver.go_to(DELIVER)
    driver.key(Qt.Key.Key_Escape)
    assert driver.wizard.isVisible()
    assert driver.job.secret_at_risk
    driver.key(Qt.Key.Key_Escape)
    driver.until(lambda: not driver.wizard.isVisible())
    assert driver.job.revoked
    assert any("removePassword" in exchange.path for exchange in driver.tenant.requests)
    assert driver.job.exit_code is ExitCode.CANCELLED


def test_the_clipboard_counts_as_delivery_only_when_the_person_confirms_it(driver: Driver) -> None:
    page = driver.go_to(DELIVER)
    assert isinstance(page, DeliverPage)
    driver.choose(page.options.button_of(page.options.vault))
    driver.commit()
    assert driver.number == DELIVER
    assert page.options.vault.stored.hasFocus()
    driver.key(Qt.Key.Key_Space)
    driver.commit()
    driver.until(lambda: driver.number == DONE)
    assert driver.job.exit_code is ExitCode.DONE


def test_a_file_that_exists_is_not_overwritten_without_a_question(driver: Driver, tmp_path: Path) -> None:
    driver.go_to(DELIVER)
    target = driver.say_target(tmp_path)
    target.write_text("before")
    driver.commit()
    assert driver.number == DELIVER
    assert target.read_text() == "before"
    assert driver.job.secret_at_risk


def test_a_wrong_public_key_is_pointed_out_in_its_field(driver: Driver) -> None:
    page = driver.go_to(DELIVER)
    assert isinstance(page, DeliverPage)
    driver.choose(page.options.button_of(page.options.recipient))
    driver.commit()
    assert page.options.recipient.key.hasFocus()
    assert driver.number == DELIVER


def test_a_second_setup_finds_everything_in_place_but_the_new_secret(launch: Launch) -> None:
    driver = launch("renewal-due")
    page = driver.go_to(PLAN)
    assert isinstance(page, PlanPage)
    assert page.plan is not None
    assert page.plan.application is not None
    driver.commit()
    driver.until(lambda: driver.number == DELIVER)
    assert driver.number > RUN


def test_a_token_refused_in_mid_run_sends_the_person_to_the_browser_once_more(launch: Launch) -> None:
    driver = launch()
    driver.tenant.faults.add(Rule(ExpiredToken(), method="PATCH", path="uniqueName"))
    driver.go_to(DELIVER)
    assert len(driver.opened) == 2


def test_where_secrets_are_forbidden_a_certificate_is_one_button_away(launch: Launch, tmp_path: Path) -> None:
    driver = launch("policy-no-secrets")
    driver.go_to(PLAN)
    driver.commit()
    driver.until(lambda: driver.page.info.notice)
    offer = next(button for button in driver.page.info.findChildren(QPushButton) if "certificate" in button.text())
    driver.tab_to(offer)
    driver.key(Qt.Key.Key_Space)
    driver.until(lambda: driver.number == PLAN)
    page = driver.go_to(DELIVER)
    assert isinstance(page, DeliverPage)
    target = driver.say_target(tmp_path)
    passphrase = Secret(page.options.passphrase.words.text)
    driver.go_to(DONE)
    opened = from_json(unseal(target.read_bytes(), str(target), passphrase), str(target))
    assert isinstance(opened.credential, CertificateCredential)
    assert not driver.tenant.state.secrets
