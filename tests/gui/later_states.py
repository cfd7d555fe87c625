"""The states of the other paths: prepare, verify, renew, remove."""

from __future__ import annotations

import tempfile
from pathlib import Path as FilePath

from installer.demo import INSTANT, Tenant
from installer.gui.flow import Path
from installer.gui.pages.consent import ConsentPage
from installer.gui.pages.done import RemovedPage
from installer.gui.pages.existing import ExistingPage
from installer.gui.pages.plan import PlanPage
from installer.model import Language
from tests.faults.commands import OURS
from tests.gui.driver import DELIVER, DONE, Driver
from tests.gui.stations import Shoot, on, sign_in_on
from tests.ownership.test_decisions import everything
from tests.tenants import SCENARIOS


def prepare(language: Language, shoot: Shoot) -> None:
    """Registered here, consented to by somebody else."""
    with on("app-developer", language, Path.PREPARE) as driver:
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
    with on("existing-wide", language, Path.COMPARE) as driver:
        shoot("3-check-application", driver.wizard)
    with on("existing-manual", language, Path.COMPARE) as driver:
        shoot("3-check-application-lacks", driver.wizard)
    with on("renewal-due", language, Path.COMPARE) as driver:
        shoot("3-check-application-ends-soon", driver.wizard)
    with Tenant(SCENARIOS["prepared"].with_delays(INSTANT)) as tenant, Driver(tenant, language) as driver:
        everything(tenant)
        sign_in_on(driver, Path.COMPARE)
        shoot("3-check-application-questionable", driver.wizard)
        area = driver.page.area.verticalScrollBar()
        area.setValue(area.maximum())
        shoot("3-check-application-questionable-end", driver.wizard)
    with Tenant(OURS.with_delays(INSTANT)) as tenant, Driver(tenant, language) as driver:
        sign_in_on(driver, Path.COMPARE)
        shoot("3-check-application-healthy", driver.wizard)
    with on("clean", language, Path.COMPARE) as driver:
        shoot("3-check-no-application", driver.wizard)


def renew_and_remove(language: Language, shoot: Shoot) -> None:
    """The later life of an application."""
    with on("renewal-due", language, Path.RENEW) as driver:
        shoot("3-plan-renew", driver.wizard)
        driver.commit()
        driver.until(lambda: driver.number == DELIVER)
        with tempfile.TemporaryDirectory(prefix="contoso-") as folder:
            driver.say_target(FilePath(folder))
            driver.commit()
            driver.until(lambda: driver.number == DONE)
            shoot("6-done-renewed", driver.wizard)
    with on("clean", language, Path.RENEW) as driver:
        shoot("3-plan-nothing-to-renew", driver.wizard)
    with on("secret-expired", language, Path.REMOVE) as driver:
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
    with on("existing-manual", language, Path.REMOVE) as driver:
        shoot("3-plan-not-ours", driver.wizard)
    with on("deleted", language, Path.SETUP) as driver:
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
        with tempfile.TemporaryDirectory(prefix="contoso-") as folder:
            (FilePath(folder) / "contoso.age").write_text("sealed")
            page.open_file(FilePath(folder) / "contoso.age")
        page.bundle.path.setText("/home/camille/contoso.age")
        shoot("2-existing-file", driver.wizard)
        page.bundle.type.click()
        page.tenant.setText("contoso.onmicrosoft.com")
        page.client.setText(next(iter(tenant.state.applications.values())).app_id)
        page.secret.setText("00000000-0000-0000-0000-000000000000")
        driver.commit()
        shoot("2-existing-secret-id", driver.wizard)
        page.secret.setText("wrong")
        driver.commit()
        driver.until(lambda: driver.page.info.notice)
        shoot("3-check-refused", driver.wizard)
        driver.back()
        page.secret.setText(tenant.state.secrets[0].value)
        driver.commit()
        driver.until(lambda: driver.job.registration)
        shoot("3-check-credential", driver.wizard)
        driver.commit()
        shoot("5-deliver-verified", driver.wizard)
