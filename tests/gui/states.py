"""Every page in every state that a person can meet: each is reached in turn and given to `shoot`."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path as FilePath
from typing import Final

from PySide6.QtTest import QTest

from installer.demo import INSTANT, BadGateway, Hang, Rule, Status, Tenant
from installer.events import SignInDeviceCode
from installer.gui.pages.choose import ChoosePage, Standing
from installer.gui.pages.deliver import DeliverPage
from installer.gui.pages.deliver.page import SecretGuard
from installer.gui.pages.plan import PlanPage
from installer.gui.pages.run import RunPage, State
from installer.gui.pages.sign_in import SignInPage
from installer.gui.status_icon import Icon
from installer.gui.unexpected import UnexpectedDialog
from installer.model import Language
from tests.gui.connector_states import by_certificate, by_federation, enrolled
from tests.gui.driver import DELIVER, DONE, PLAN, SIGN_IN, Driver
from tests.gui.later_states import existing, prepare, renew_and_remove
from tests.gui.ownership_states import asked, met
from tests.gui.proof_states import refused, warned
from tests.gui.sign_in_states import behind_a_proxy, signing_in, untold_rights
from tests.gui.stations import Part, Shoot, at
from tests.tenants import SCENARIOS


def full_setup(language: Language, shoot: Shoot) -> None:
    """The path of a Global Administrator in a clean tenant, with the states in between."""
    with Tenant(SCENARIOS["clean"].with_delays(INSTANT)) as tenant, Driver(tenant, language) as driver:
        shoot("1-choose", driver.wizard)
        sign_in = driver.go_to(SIGN_IN)
        assert isinstance(sign_in, SignInPage)
        shoot("2-sign-in", driver.wizard)
        sign_in.before.options.open()
        sign_in.before.tenant.setText("contoso")
        driver.commit()
        shoot("2-sign-in-wrong-field", driver.wizard)
        sign_in.before.tenant.clear()
        driver.go_to(PLAN)
        page = driver.page
        assert isinstance(page, PlanPage)
        shoot("3-plan", driver.wizard)
        page.parts.more.open()
        QTest.qWait(100)  # they come into view by themselves
        shoot("3-plan-options", driver.wizard)
        driver.commit()
        driver.until(lambda: driver.number == DELIVER)
        _deliver(driver, shoot)
        with tempfile.TemporaryDirectory(prefix="contoso-") as folder:
            driver.say_target(FilePath(folder))
            driver.go_to(DONE)
            shoot("6-done", driver.wizard)


def running(language: Language, shoot: Shoot) -> None:
    """In the middle of a run, with an answer that takes its time; stopped in the end."""
    with at("clean", language, PLAN) as driver:
        driver.tenant.faults.add(Rule(Hang(25), method="POST", path="addPassword"))
        driver.commit()
        run = driver.page
        assert isinstance(run, RunPage)
        driver.until(lambda: run.bar.value() > 200)
        shoot("4-run", driver.wizard)
        run.more.open()
        shoot("4-run-log", driver.wizard)


def surroundings(language: Language, shoot: Shoot) -> None:
    """The check that Microsoft can be reached; and a connector that runs on premises."""
    with (
        Tenant(SCENARIOS["clean"].with_delays(INSTANT)) as tenant,
        Driver(tenant, language, looks_around=True) as driver,
    ):
        page = driver.page
        assert isinstance(page, ChoosePage)
        driver.until(lambda: page.reachable.standing is Standing.REACHED)
        page.needs.open()
        shoot("1-choose-reached", driver.wizard)
    with (
        Tenant(SCENARIOS["clean"].with_delays(INSTANT)) as tenant,
        Driver(tenant, language, looks_around=True) as driver,
    ):
        tenant.faults.add(Rule(BadGateway(200), "graph", times=None))
        driver.until(lambda: driver.page.info.notice)
        shoot("1-choose-filtered", driver.wizard)
    with at("clean", language, DELIVER) as driver:
        deliver = driver.page
        assert isinstance(deliver, DeliverPage)
        deliver.deployment.local.click()
        deliver.remarks.open()
        shoot("5-deliver-on-premises", driver.wizard)
        with tempfile.TemporaryDirectory(prefix="contoso-") as folder:
            driver.say_target(FilePath(folder))
            driver.go_to(DONE)
            shoot("6-done-on-premises", driver.wizard)


def unsettled(language: Language, shoot: Shoot) -> None:
    """A computer whose clock is off; and a plan that is no longer the one that was agreed to."""
    scenario = SCENARIOS["clean"].with_delays(INSTANT)
    with Tenant(scenario, now=lambda: time.time() - 3600) as tenant, Driver(tenant, language) as driver:
        driver.go_to(SIGN_IN)
        driver.commit()
        driver.until(lambda: driver.job.tenant)
        shoot("2-tenant-clock-off", driver.wizard)
    with at("clean", language, PLAN) as driver:
        driver.tenant.faults.add(Rule(Status(403), "part", "POST", "servicePrincipals"))
        driver.commit()
        driver.until(lambda: driver.page.info.notice)
        (application,) = driver.tenant.state.applications.values()
        application.resource["requiredResourceAccess"] = []  # somebody else changed it meanwhile
        driver.commit()
        driver.until(lambda: driver.number == PLAN)
        shoot("3-plan-changed", driver.wizard)


def _deliver(driver: Driver, shoot: Shoot) -> None:
    page = driver.page
    assert isinstance(page, DeliverPage)
    shoot("5-deliver-passphrase", driver.wizard)
    page.options.passphrase.own.button.click()
    page.options.passphrase.first.setText("contoso")
    page.options.passphrase.second.setText("contoso")
    shoot("5-deliver-weak-passphrase", driver.wizard)
    page.options.passphrase.own.button.click()
    page.options.choose(page.options.recipient)
    page.options.recipient.key.setText("age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p")
    shoot("5-deliver-recipient", driver.wizard)
    page.options.recipient.key.setText("age1nothing")
    driver.commit()
    shoot("5-deliver-wrong-key", driver.wizard)
    page.options.choose(page.options.vault)
    page.options.vault.copy.click()
    driver.commit()
    shoot("5-deliver-clipboard", driver.wizard)
    guard = SecretGuard(driver.wizard)
    guard.show()
    shoot("5-guard", guard)
    guard.close()
    guard.deleteLater()
    driver.wizard.activateWindow()
    page.options.choose(page.options.passphrase)


def device_code(language: Language, shoot: Shoot) -> None:
    """The wait for the browser and for the code."""
    with Tenant(SCENARIOS["clean"].with_delays(INSTANT)) as tenant, Driver(tenant, language, signs_in=False) as driver:
        page = driver.go_to(SIGN_IN)
        assert isinstance(page, SignInPage)
        driver.commit()
        driver.until(lambda: driver.opened)
        shoot("2-sign-in-waiting", driver.wizard)
        page.browser.code.click()
        driver.until(page.code.isVisible)
        page.code.show_code(SignInDeviceCode("https://microsoft.com/devicelogin", "ABCD-1234", 900))
        shoot("2-sign-in-code", driver.wizard)


def troubles(language: Language, shoot: Shoot) -> None:
    """Errors, as they are shown."""
    with at("app-admin", language, SIGN_IN) as driver:
        driver.commit()
        driver.until(lambda: driver.job.tenant)
        shoot("2-sign-in-no-consent", driver.wizard)
        driver.go_to(PLAN)
        driver.commit()
        shoot("3-plan-not-enough-rights", driver.wizard)
    with at("consent-refused", language, SIGN_IN) as driver:
        driver.commit()
        driver.until(lambda: driver.page.info.notice)
        shoot("2-sign-in-refused", driver.wizard)
    with at("two-same-name", language, PLAN) as driver:
        driver.commit()
        shoot("3-plan-which-application", driver.wizard)
    with at("policy-no-secrets", language, PLAN) as driver:
        _failed(driver, "4-run-policy", shoot)
    with at("clean", language, PLAN) as driver:
        driver.tenant.faults.add(Rule(Status(429, retry_after=30), "part", "POST", "servicePrincipals"))
        driver.commit()
        stopped = driver.page
        assert isinstance(stopped, RunPage)
        driver.until(lambda: any(stopped.steps.icon(step) is Icon.WAITING for step in stopped.steps.steps))
        shoot("4-run-waiting", driver.wizard)
        driver.wizard.reject()
        driver.until(lambda: stopped.state is State.STOPPED)
        shoot("4-run-stopped", driver.wizard)
    dialog = UnexpectedDialog(
        "GLIMPS ODSP Setup 0.1.0\nTraceback (most recent call last):\n  …\nKeyError: 'value'", lambda _parent: None
    )
    dialog.show()
    shoot("7-unexpected", dialog)
    dialog.close()
    dialog.deleteLater()


def _failed(driver: Driver, name: str, shoot: Shoot) -> None:
    driver.commit()
    driver.until(lambda: driver.page.info.notice)
    shoot(name, driver.wizard)


PARTS: Final[tuple[Part, ...]] = (
    full_setup,
    running,
    surroundings,
    unsettled,
    device_code,
    signing_in,
    behind_a_proxy,
    untold_rights,
    troubles,
    refused,
    warned,
    prepare,
    existing,
    renew_and_remove,
    by_certificate,
    by_federation,
    enrolled,
    asked,
    met,
)
