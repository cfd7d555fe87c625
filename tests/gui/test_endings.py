"""What ends how, in the wizard: the tenant or the person, where it leads, and what is in the tenant afterwards."""

import json
from dataclasses import replace
from pathlib import Path as FilePath

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from installer.demo import CLEAN, Delays, ResetAfter, ResetBefore, Rule, Status, Tenant
from installer.errors.base import ExitCode
from installer.gui.flow import Path
from installer.gui.pages.deliver import DeliverPage
from installer.gui.pages.done import RemovedPage
from installer.gui.pages.plan import PlanPage
from installer.gui.pages.run import RunPage, State
from installer.gui.pages.sign_in import SignInPage
from tests.engine import Hands
from tests.faults.commands import Person
from tests.gui.conftest import Launch
from tests.gui.driver import Driver, themed_application
from tests.gui.hurried import tenant_time
from tests.gui.steps import at, code, delivered, offer, planned, press
from tests.tenants import FULL

HELD = {
    "application": Rule(Status(429, retry_after=30), method="PATCH", path="uniqueName"),
    "service principal": Rule(Status(429, retry_after=30), method="POST", path=r"\$batch", index=0),
    "consent": Rule(Status(429, retry_after=30), method="POST", path=r"\$batch", index=1),
    "secret": Rule(Status(429, retry_after=30), method="POST", path="addPassword"),
    "token": Rule(Status(429, retry_after=30), "entra", "POST", "token"),
}
"""Microsoft asks for half a minute's wait in the midst of that step."""


def held(driver: Driver, step: str) -> RunPage:
    """The run, stopped by the person while it waits in that step."""
    planned(driver, Path.SETUP)
    driver.tenant.faults.add(HELD[step])
    driver.commit()
    run = driver.page
    assert isinstance(run, RunPage)
    driver.until(lambda: driver.tenant.faults.fired, step)
    driver.key(Qt.Key.Key_Escape)
    driver.until(lambda: run.state is State.STOPPED)
    assert driver.wizard.isVisible()
    return run


def one_of_each(tenant: Tenant) -> None:
    assert len(tenant.state.applications) == 1
    (application,) = tenant.state.applications.values()
    principal = tenant.state.service_principal_by_app_id(application.app_id)
    assert principal is not None
    roles = [assignment.resource["appRoleId"] for assignment in tenant.state.assignments_of(principal.id)]
    assert len(roles) == len(set(roles)) == len(FULL)


@pytest.mark.parametrize("step", HELD)
def test_stopped_in_a_step_and_resumed_there_is_one_of_each(step: str, launch: Launch, tmp_path: FilePath) -> None:
    driver = launch()
    held(driver, step)
    driver.commit()
    secret = delivered(driver, tmp_path)
    one_of_each(driver.tenant)
    assert [held.value for held in driver.tenant.state.secrets] == [secret]
    assert code(driver) is ExitCode.DONE


@pytest.mark.parametrize("step", list(HELD)[1:])
def test_stopped_in_a_step_and_undone_there_is_nothing(step: str, launch: Launch) -> None:
    driver = launch()
    held(driver, step)
    press(driver, offer(driver, "Undo"))
    at(driver, PlanPage)
    driver.commit()
    at(driver, RemovedPage)
    assert not driver.tenant.state.applications
    assert not driver.tenant.state.secrets


@pytest.mark.parametrize("fault", [ResetBefore(), ResetAfter()], ids=["before", "after"])
def test_a_network_lost_during_the_grant_is_told_and_tried_again(
    fault: ResetBefore | ResetAfter, launch: Launch, tmp_path: FilePath
) -> None:
    driver = launch()
    planned(driver, Path.SETUP)
    driver.tenant.faults.add(Rule(fault, method="POST", path=r"\$batch", times=None))
    driver.commit()
    driver.until(lambda: driver.page.info.notice, "the refusal")
    assert code(driver) is ExitCode.PART_WAY
    driver.tenant.faults.clear()
    driver.commit()
    delivered(driver, tmp_path)
    one_of_each(driver.tenant)
    assert len(driver.tenant.state.secrets) == 1


def test_a_lifetime_beyond_the_policy_offers_the_longest_allowed(launch: Launch, tmp_path: FilePath) -> None:
    driver = launch("policy-lifetime")
    planned(driver, Path.SETUP)
    driver.commit()
    button = offer(driver, "6 months")
    assert code(driver) is ExitCode.POLICY
    assert not driver.tenant.state.secrets
    press(driver, button)
    at(driver, PlanPage)
    driver.commit()
    delivered(driver, tmp_path)
    assert len(driver.tenant.state.secrets) == 1


def test_where_nothing_is_allowed_the_words_say_what_to_ask_for(launch: Launch) -> None:
    driver = launch("policy-no-credentials")
    planned(driver, Path.SETUP)
    driver.commit()
    press(driver, offer(driver, "certificate"))
    at(driver, PlanPage)
    driver.commit()
    driver.until(lambda: isinstance(driver.page, RunPage) and driver.page.info.notice, "the refusal")
    notice = driver.page.info.notice
    assert notice is not None
    (application,) = driver.tenant.state.applications.values()
    assert application.app_id in notice.words().hint


@pytest.mark.parametrize("path", [Path.SETUP, Path.PREPARE])
def test_who_may_do_nothing_writes_nothing(path: Path, launch: Launch) -> None:
    driver = launch("no-rights")
    planned(driver, path)
    driver.commit()
    offer(driver, "Back to the plan")
    notice = driver.page.info.notice
    assert notice is not None
    assert "Application Developer" in notice.words().hint
    assert code(driver) is ExitCode.RIGHTS
    assert not driver.tenant.state.applications


@pytest.mark.parametrize(
    "scenario", ["consented-meanwhile", "privileged-role-admin", "throttled", "flaky", "prepared", "claims-challenge"]
)
def test_setup_ends_with_one_of_each_in_tenants_that_delay_it(
    scenario: str, launch: Launch, tmp_path: FilePath
) -> None:
    driver = launch(scenario)
    planned(driver, Path.SETUP)
    driver.commit()
    secret = delivered(driver, tmp_path)
    one_of_each(driver.tenant)
    assert [held.value for held in driver.tenant.state.secrets] == [secret]
    assert code(driver) is ExitCode.DONE


@pytest.mark.parametrize(
    "scenario", ["other-tenant", "personal-account", "consent-refused", "conditional-access-browser"]
)
def test_a_refused_sign_in_is_told_and_writes_nothing(scenario: str, launch: Launch) -> None:
    driver = launch(scenario)
    driver.take(Path.SETUP)
    page = driver.page
    assert isinstance(page, SignInPage)
    page.before.options.open()
    page.before.tenant.setText("contoso.onmicrosoft.com")
    driver.commit()
    driver.until(lambda: page.info.notice, "the refusal")
    assert code(driver) is ExitCode.SIGN_IN
    assert not driver.tenant.state.applications


def test_a_cloud_without_microsofts_client_asks_for_an_own_one(launch: Launch) -> None:
    driver = launch("own-client-needed")
    driver.take(Path.SETUP)
    page = driver.page
    assert isinstance(page, SignInPage)
    driver.commit()
    driver.until(lambda: page.info.notice, "the question")
    assert page.before.client.hasFocus()
    (own,) = driver.tenant.state.applications.values()
    page.before.client.setText(own.app_id)
    driver.commit()
    driver.until(lambda: driver.job.tenant)


@pytest.mark.slow
def test_a_minute_of_replication_is_waited_for_by_wizard_and_console(tmp_path: FilePath) -> None:
    """Each on a clock that its tenant goes by; no error is shown, and each tenant holds one of each."""
    minute = CLEAN.with_delays(Delays((20.0, 20.0), (20.0, 20.0), app_role=(15.0, 15.0), secret=(10.0, 10.0)))
    themed_application()
    hands = Hands()
    with (
        Tenant(minute, now=hands.tenant_time) as for_console,
        Tenant(minute, now=tenant_time) as for_wizard,
        Driver(for_wizard) as driver,
    ):
        person = Person(for_console, tmp_path, hands=hands)
        assert person.run(("setup", "--sign-in", "browser")) == 0, person.said.getvalue()
        told = [json.loads(line) for line in person.said.getvalue().splitlines() if line.startswith("{")]
        assert not [entry for entry in told if entry["event"] in ("error", "step.failed")], json.dumps(told)
        assert hands.seconds > 50
        start = tenant_time()
        planned(driver, Path.SETUP)
        driver.commit()
        while not isinstance(driver.page, DeliverPage):
            assert driver.page.info.notice is None
            QTest.qWait(20)
            assert tenant_time() - start < 150
        (tmp_path / "wizard").mkdir()
        delivered(driver, tmp_path / "wizard")
        assert tenant_time() - start > 50
        for tenant in (for_console, for_wizard):
            one_of_each(tenant)
            assert len(tenant.state.secrets) == 1


def test_a_consent_that_no_list_shows_yet_is_waited_for(launch: Launch) -> None:
    """By an account that cannot give it."""
    driver = launch("consented-meanwhile")
    for grant in driver.tenant.state.assignments.values():
        grant.listing = replace(grant.listing, started=tenant_time(), seconds=3)
    planned(driver, Path.SETUP)
    driver.commit()
    driver.until(lambda: isinstance(driver.page, DeliverPage))
