"""Every page in every state that a person can meet: walked to, and shown to whoever asks, one after the other."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path as FilePath
from typing import Final

from PySide6.QtWidgets import QWidget

from installer.demo import INSTANT, SCENARIOS, Hang, Rule, Status, Tenant
from installer.events import SignInDeviceCode
from installer.gui.guard import SecretGuard
from installer.gui.marks import Sign
from installer.gui.pages.consent import ConsentPage
from installer.gui.pages.deliver import DeliverPage
from installer.gui.pages.existing import ExistingPage
from installer.gui.pages.plan import PlanPage
from installer.gui.pages.removed import RemovedPage
from installer.gui.pages.run import RunPage, State
from installer.gui.pages.sign_in import SignInPage
from installer.gui.unexpected import UnexpectedDialog
from installer.gui.walk import Path
from installer.model import Language
from tests.gui.driver import DELIVER, DONE, PLAN, SIGN_IN, Driver

Shoot = Callable[[str, QWidget], None]
"""Is given the state's name, which begins with the number of its step, and the window."""
Part = Callable[[Language, Shoot], None]


def full_walk(language: Language, shoot: Shoot) -> None:
    """The path of a Global Administrator in a clean tenant, with the states on its way."""
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
        page.area.verticalScrollBar().setValue(1000)
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
    with _at("clean", language, PLAN) as driver:
        driver.tenant.faults.add(Rule(Hang(25), method="POST", path="addPassword"))
        driver.commit()
        run = driver.page
        assert isinstance(run, RunPage)
        driver.until(lambda: run.bar.value() > 200)
        shoot("4-run", driver.wizard)
        run.more.open()
        shoot("4-run-log", driver.wizard)


def _deliver(driver: Driver, shoot: Shoot) -> None:
    page = driver.page
    assert isinstance(page, DeliverPage)
    shoot("5-deliver-passphrase", driver.wizard)
    page.ways.passphrase.own.button.click()
    page.ways.passphrase.first.setText("contoso")
    page.ways.passphrase.second.setText("contoso")
    shoot("5-deliver-weak-passphrase", driver.wizard)
    page.ways.passphrase.own.button.click()
    page.ways.choose(page.ways.recipient)
    page.ways.recipient.key.setText("age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p")
    shoot("5-deliver-recipient", driver.wizard)
    page.ways.recipient.key.setText("age1nothing")
    driver.commit()
    shoot("5-deliver-wrong-key", driver.wizard)
    page.ways.choose(page.ways.vault)
    page.ways.vault.copy.click()
    driver.commit()
    shoot("5-deliver-clipboard", driver.wizard)
    guard = SecretGuard(driver.wizard)
    guard.show()
    shoot("5-guard", guard)
    guard.close()
    guard.deleteLater()
    driver.wizard.activateWindow()
    page.ways.choose(page.ways.passphrase)


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
    """What goes wrong, as it is told."""
    with _at("app-admin", language, SIGN_IN) as driver:
        driver.commit()
        driver.until(lambda: driver.walk.tenant)
        shoot("2-sign-in-no-consent", driver.wizard)
        driver.go_to(PLAN)
        driver.commit()
        shoot("3-plan-not-enough-rights", driver.wizard)
    with _at("consent-refused", language, SIGN_IN) as driver:
        driver.commit()
        driver.until(lambda: driver.page.info.notice)
        shoot("2-sign-in-refused", driver.wizard)
    with _at("two-same-name", language, PLAN) as driver:
        driver.commit()
        shoot("3-plan-which-application", driver.wizard)
    with _at("existing-manual", language, PLAN) as driver:
        shoot("3-plan-existing", driver.wizard)
    with _at("policy-no-secrets", language, PLAN) as driver:
        _failed(driver, "4-run-policy", shoot)
    with _at("clean", language, PLAN) as driver:
        driver.tenant.faults.add(Rule(Status(429, retry_after=30), method="POST", path="servicePrincipals"))
        driver.commit()
        stopped = driver.page
        assert isinstance(stopped, RunPage)
        driver.until(lambda: any(stopped.steps.sign(step) is Sign.WAITING for step in stopped.steps.steps))
        shoot("4-run-waiting", driver.wizard)
        driver.wizard.reject()
        driver.until(lambda: stopped.state is State.STOPPED)
        shoot("4-run-stopped", driver.wizard)
    dialog = UnexpectedDialog("GLIMPS ODSP Setup 0.1.0\nTraceback (most recent call last):\n  …\nKeyError: 'value'")
    dialog.show()
    shoot("7-unexpected", dialog)
    dialog.close()
    dialog.deleteLater()


def prepare(language: Language, shoot: Shoot) -> None:
    """Registered here, consented to by somebody else."""
    with _on("app-developer", language, Path.PREPARE) as driver:
        shoot("3-plan-prepare", driver.wizard)
        driver.commit()
        driver.until(lambda: isinstance(driver.page, ConsentPage) and not driver.page.busy)
        page = driver.page
        shoot("4-consent", driver.wizard)
        driver.commit()
        driver.until(lambda: not page.busy)
        shoot("4-consent-pending", driver.wizard)
        (application,) = driver.tenant.state.applications.values()
        driver.tenant.consent_as_another_administrator(application.app_id)
        driver.commit()
        driver.until(lambda: not page.busy)
        shoot("4-consent-given", driver.wizard)


def existing(language: Language, shoot: Shoot) -> None:
    """An application that is there already: its credential tried, itself compared."""
    _credential(language, shoot)
    with _on("existing-wide", language, Path.COMPARE) as driver:
        shoot("3-check-application", driver.wizard)
    with _on("existing-manual", language, Path.COMPARE) as driver:
        shoot("3-check-application-lacks", driver.wizard)
    with _on("clean", language, Path.COMPARE) as driver:
        shoot("3-check-no-application", driver.wizard)


def renew_and_remove(language: Language, shoot: Shoot) -> None:
    """The later life of an application."""
    with _on("renewal-due", language, Path.RENEW) as driver:
        shoot("3-plan-renew", driver.wizard)
        driver.commit()
        driver.until(lambda: driver.number == DELIVER)
        with tempfile.TemporaryDirectory(prefix="contoso-") as folder:
            driver.say_target(FilePath(folder))
            driver.commit()
            driver.until(lambda: driver.number == DONE)
            shoot("6-done-renewed", driver.wizard)
    with _on("clean", language, Path.RENEW) as driver:
        shoot("3-plan-nothing-to-renew", driver.wizard)
    with _on("secret-expired", language, Path.REMOVE) as driver:
        page = driver.page
        assert isinstance(page, PlanPage)
        driver.until(driver.wizard.commit.isEnabled)
        shoot("3-plan-remove", driver.wizard)
        page.parts.removal.old.click()
        driver.commit()
        shoot("3-plan-remove-old", driver.wizard)
        page.parts.removal.whole.click()
        driver.commit()
        driver.until(lambda: isinstance(driver.page, RemovedPage))
        shoot("6-removed", driver.wizard)
    with _on("existing-manual", language, Path.REMOVE) as driver:
        shoot("3-plan-not-ours", driver.wizard)
    with _on("deleted", language, Path.SETUP) as driver:
        shoot("3-plan-recycle-bin", driver.wizard)


def _credential(language: Language, shoot: Shoot) -> None:
    with (
        Tenant(SCENARIOS["renewal-due"].with_delays(INSTANT)) as tenant,
        Driver(tenant, language) as driver,
    ):
        driver.take(Path.CREDENTIAL)
        page = driver.page
        assert isinstance(page, ExistingPage)
        shoot("2-existing", driver.wizard)
        page.tenant.setText("contoso.onmicrosoft.com")
        page.client.setText(next(iter(tenant.state.applications.values())).app_id)
        page.secret.setText("00000000-0000-0000-0000-000000000000")
        driver.commit()
        shoot("2-existing-secret-id", driver.wizard)
        page.secret.setText("wrong")
        driver.commit()
        driver.until(lambda: driver.page.info.notice)
        shoot("3-check-refused", driver.wizard)
        driver.wizard.back()
        page.secret.setText(tenant.state.secrets[0].value)
        driver.commit()
        driver.until(lambda: driver.walk.registration)
        shoot("3-check-credential", driver.wizard)
        driver.commit()
        shoot("5-deliver-verified", driver.wizard)


def _failed(driver: Driver, name: str, shoot: Shoot) -> None:
    driver.commit()
    driver.until(lambda: driver.page.info.notice)
    shoot(name, driver.wizard)


@contextmanager
def _on(scenario: str, language: Language, path: Path) -> Iterator[Driver]:
    """Signed in on that way, at the page after the tenant's card."""
    with Tenant(SCENARIOS[scenario].with_delays(INSTANT)) as tenant, Driver(tenant, language) as driver:
        driver.take(Path.CREDENTIAL if path is Path.COMPARE else path)
        if isinstance(driver.page, ExistingPage):
            driver.page.sign_in.click()
            driver.until(lambda: driver.number == SIGN_IN)
        driver.commit()
        driver.until(lambda: driver.walk.tenant)
        driver.commit()
        driver.until(lambda: driver.number != SIGN_IN and not driver.page.busy)
        yield driver


@contextmanager
def _at(scenario: str, language: Language, number: int) -> Iterator[Driver]:
    with Tenant(SCENARIOS[scenario].with_delays(INSTANT)) as tenant, Driver(tenant, language) as driver:
        driver.go_to(number)
        yield driver


PARTS: Final[tuple[Part, ...]] = (full_walk, running, device_code, troubles, prepare, existing, renew_and_remove)
