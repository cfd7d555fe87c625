"""The health page: each tamper is named in the wizard with its way out, sound tenants raise nothing; by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path as FilePath

import pytest

from installer.bundle.age import parse_identities, unseal
from installer.demo import INSTANT, Scenario, Tenant
from installer.demo.people import NADIA
from installer.errors.base import ExitCode
from installer.gui.flow import Path
from installer.gui.pages.done import RemovedPage
from installer.gui.pages.existing import ExistingPage
from installer.gui.pages.health import ApplicationHealthPage, CredentialHealthPage, HealthPage
from installer.gui.pages.health.cards import WayOut
from installer.gui.pages.plan import PlanPage
from installer.gui.pages.sign_in import SignInPage
from installer.model import Aspect, HealthState, Thing
from tests.console.test_sound_tenants import TENANTS, Sound
from tests.demo.client import client_of
from tests.faults.commands import IDENTITY, OURS, Person
from tests.figures import Figures
from tests.gui.conftest import Launch
from tests.gui.driver import Driver, texts_of, themed_application
from tests.gui.steps import at, code, delivered, press
from tests.ownership.test_decisions import everything, only
from tests.tampers import TAMPERS, Hand, a_role_of_graph, a_secret, an_owner, disabled
from tests.tenants import SCENARIOS

WAYS = {
    "credentials": WayOut.REMOVE,
    "missing_permissions": WayOut.COMPLETE,
    "no_service_principal": WayOut.COMPLETE,
    "no_live_credential": WayOut.RENEW,
}
"""Where a reason leads; all others are removed by setting up."""


SOUND = (
    "set-up-twice",
    "set-up-with-a-certificate",
    "set-up-and-renewed",
    "made-by-hand-and-cleaned",
    "fresh,-beside-another-one",
    "prepared-here,-then-finished",
    "out-of-the-recycle-bin",
    "owned-by-who-manages-all-applications",
    "a-weaker-permission",
    "the-sign-in's-own-delegated-permissions",
    "among-many",
)
"""Those in which the wizard's own profile is set up, one of each kind; the console is held against all of them."""


@contextmanager
def wizard(scenario: Scenario = OURS) -> Iterator[tuple[Driver, Hand]]:
    themed_application()
    with Tenant(scenario.with_delays(INSTANT)) as tenant, client_of(tenant) as client:
        tenant.cloud = replace(tenant.cloud, portal="https://portal.example")
        with Driver(tenant) as driver:
            yield driver, Hand(client, tenant)


@contextmanager
def wizard_in(scenario: Scenario) -> Iterator[Driver]:
    themed_application()
    with Tenant(scenario.with_delays(INSTANT)) as tenant, Driver(tenant) as driver:
        yield driver


def looked_at(driver: Driver) -> ApplicationHealthPage:
    """Signed in, on the way that needs no secret."""
    driver.take(Path.CREDENTIAL)
    existing = driver.page
    assert isinstance(existing, ExistingPage)
    press(driver, existing.sign_in)
    return signed_in(driver)


def signed_in(driver: Driver) -> ApplicationHealthPage:
    at(driver, SignInPage)
    driver.commit()
    driver.until(lambda: driver.job.tenant, "the tenant")
    driver.commit()
    at(driver, ApplicationHealthPage)
    page = driver.page
    assert isinstance(page, ApplicationHealthPage)
    driver.until(lambda: page.checked, "the health")
    return page


def tried(driver: Driver, secret: str | None = None) -> CredentialHealthPage:
    (application,) = driver.tenant.state.applications.values()
    driver.take(Path.CREDENTIAL)
    page = driver.page
    assert isinstance(page, ExistingPage)
    page.tenant.setText("contoso.onmicrosoft.com")
    page.client.setText(application.app_id)
    page.secret.setText(secret or driver.tenant.state.secrets[0].value)
    driver.commit()
    return checked(driver)


def checked(driver: Driver) -> CredentialHealthPage:
    at(driver, CredentialHealthPage)
    page = driver.page
    assert isinstance(page, CredentialHealthPage)
    driver.until(lambda: page.checked, "the health")
    return page


def codes(page: HealthPage) -> list[str]:
    assert page.checked is not None
    return list(page.checked.health.codes)


@pytest.mark.parametrize(("tamper", "exit_code", "reason"), TAMPERS, ids=lambda value: getattr(value, "__name__", None))
def test_each_tamper_is_named_with_its_way_out(
    tamper: Callable[[Hand], None], exit_code: int, reason: str, figures: Figures
) -> None:
    with figures.case("tampers, each named by the wizard"), wizard() as (driver, hand):
        tamper(hand)
        before = len(driver.tenant.requests)
        page = looked_at(driver)
        assert page.checked is not None
        health = page.checked.health
        assert reason in codes(page)
        assert health.state is (HealthState.INCOMPLETE if exit_code == 7 else HealthState.QUESTIONABLE)
        assert code(driver) == exit_code
        if reason == "disabled":
            press(driver, page.cards.ways[WayOut.PORTAL])
            assert driver.opened[-1].startswith("https://portal.example/")
            assert driver.opened[-1].endswith(hand.app_id)
        else:
            press(driver, page.cards.ways[WAYS.get(reason, WayOut.CLEAN)])
            at(driver, PlanPage)
        written = {part.method for request in driver.tenant.requests[before:] for part in request.parts}
        assert written == {"GET"}, "nothing is changed"


def test_a_sound_application_raises_nothing_and_all_of_it_is_listed() -> None:
    with wizard() as (driver, hand):
        page = looked_at(driver)
        assert codes(page) == []
        assert page.heading() == "Everything GLIMPS needs is in place"
        assert not page.cards.ways
        (secret,) = hand.client.get(hand.application)["passwordCredentials"]
        shown = "\n".join(texts_of(page))
        assert secret["keyId"] in shown
        assert "until" in shown
        assert "Checked: the permissions needed" in shown
        assert "Not checked: whether a credential gets a token." in shown
        assert code(driver) is ExitCode.DONE


@pytest.mark.parametrize("sound", [sound for sound in TENANTS if str(sound) in SOUND], ids=str)
def test_sound_tenants_raise_nothing(sound: Sound, tmp_path: FilePath, figures: Figures) -> None:
    with figures.case("sound tenants, none suspected by the wizard"), wizard_in(sound.scenario) as driver:
        sound.before(driver.tenant)
        person = Person(driver.tenant, tmp_path)
        for argv in sound.runs:
            assert person.run(argv) == (6 if argv[0] == "prepare" else 0), person.error
        sound.after(driver.tenant)
        assert codes(looked_at(driver)) == []


@pytest.mark.parametrize("scenario", ["renewal-due", "secret-expired"])
def test_an_end_leads_to_a_renewal(scenario: str, launch: Launch, tmp_path: FilePath) -> None:
    driver = launch(scenario)
    page = looked_at(driver)
    assert codes(page) == [{"renewal-due": "ends_soon", "secret-expired": "no_live_credential"}[scenario]]
    assert code(driver) == (0 if scenario == "renewal-due" else 7)
    press(driver, page.cards.ways[WayOut.RENEW])
    at(driver, PlanPage)
    assert driver.job.path is Path.RENEW
    driver.commit()
    new = delivered(driver, tmp_path)
    assert new in {secret.value for secret in driver.tenant.state.secrets}


def test_what_does_not_belong_goes_by_setting_up_with_that_decision(tmp_path: FilePath) -> None:
    with wizard() as (driver, hand):
        an_owner(hand)
        a_role_of_graph(hand)
        page = looked_at(driver)
        assert codes(page) == ["owners", "extra_permissions"]
        press(driver, page.cards.ways[WayOut.CLEAN])
        at(driver, PlanPage)
        plan = driver.page
        assert isinstance(plan, PlanPage)
        assert plan.plan is not None
        assert {line.thing for line in plan.plan.lines} >= {Thing.OWNER, Thing.EXTRA_PERMISSION}
        assert plan.parts.decided.isVisible(), "the decision is shown, and can be taken again"
        driver.commit()
        delivered(driver, tmp_path)
        application, principal = only(driver.tenant.state)
        assert NADIA.id not in application.owners
        assert len(driver.tenant.state.assignments_of(principal.id)) == 4


def test_of_many_things_each_is_named_once_and_all_go(tmp_path: FilePath) -> None:
    with wizard(SCENARIOS["prepared"]) as (driver, _hand):
        everything(driver.tenant)
        page = looked_at(driver)
        assert codes(page)[0] == "missing_permissions"
        assert set(page.cards.ways) == {WayOut.COMPLETE, WayOut.CLEAN, WayOut.REMOVE}
        press(driver, page.cards.ways[WayOut.CLEAN])
        at(driver, PlanPage)
        driver.commit()
        delivered(driver, tmp_path)
        application, principal = only(driver.tenant.state)
        assert [secret.description for secret in application.secrets] == ["odsp connector glimps"]
        assert (principal.secrets, application.federated) == ([], [])


def test_foreign_credentials_are_removed_and_nothing_else() -> None:
    with wizard() as (driver, hand):
        (ours,) = hand.client.get(hand.application)["passwordCredentials"]
        a_secret(hand)
        page = looked_at(driver)
        press(driver, page.cards.ways[WayOut.REMOVE])
        at(driver, PlanPage)
        assert driver.job.path is Path.REMOVE
        driver.commit()
        at(driver, RemovedPage)
        (left,) = hand.client.get(hand.application)["passwordCredentials"]
        assert left["keyId"] == ours["keyId"]


def test_the_way_back_leads_to_the_check_again_and_to_no_old_decision() -> None:
    with wizard() as (driver, hand):
        an_owner(hand)
        page = looked_at(driver)
        press(driver, page.cards.ways[WayOut.CLEAN])
        at(driver, PlanPage)
        driver.back()
        at(driver, ApplicationHealthPage)
        assert codes(page) == ["owners"]
        assert driver.job.path is Path.COMPARE
        press(driver, page.cards.ways[WayOut.CLEAN])
        at(driver, PlanPage)


def test_a_credential_shows_what_it_can_and_the_rest_is_said_to_be_unseen() -> None:
    with wizard() as (driver, hand):
        an_owner(hand)
        page = tried(driver)
        assert page.checked is not None
        assert codes(page) == []
        assert Aspect.OWNERS in page.checked.health.not_looked_at
        assert "owners" in next(text for text in texts_of(page) if text.startswith("Not checked"))
        assert page.cards.sign_in is not None
        before = driver.job.target.app
        press(driver, page.cards.sign_in)
        at(driver, SignInPage)
        whole = signed_in(driver)
        assert codes(whole) == ["owners"]
        assert driver.job.target.app == hand.app_id
        driver.back()
        driver.back()
        assert codes(checked(driver)) == []
        assert driver.job.path is Path.CREDENTIAL
        assert driver.job.target.app == before


def test_more_rights_in_the_token_are_named_and_lead_to_the_question() -> None:
    with wizard() as (driver, hand):
        a_role_of_graph(hand)
        page = tried(driver)
        assert codes(page) == ["extra_permissions"]
        assert code(driver) is ExitCode.DECISION
        press(driver, page.cards.ways[WayOut.CLEAN])
        at(driver, SignInPage)
        driver.commit()
        driver.until(lambda: driver.job.tenant, "the tenant")
        driver.commit()
        at(driver, PlanPage)
        plan = driver.page
        assert isinstance(plan, PlanPage)
        driver.until(lambda: plan.parts.asks_whose, "what has to be decided")


def test_a_refused_credential_is_named_with_what_was_looked_at() -> None:
    with wizard() as (driver, hand):
        page = tried(driver, "not-this-one")
        assert codes(page) == ["no_token"]
        assert page.heading() == "Microsoft refuses this credential"
        assert page.cards.ways[WayOut.CORRECT].hasFocus()
        assert code(driver) is ExitCode.VERIFICATION
        driver.back()
        disabled(hand)
        existing = driver.page
        assert isinstance(existing, ExistingPage)
        existing.secret.setText(driver.tenant.state.secrets[0].value)
        driver.commit()
        assert codes(checked(driver)) == ["no_token", "disabled"]


@pytest.mark.parametrize("kind", ["secret", "certificate"])
def test_a_file_is_opened_by_its_passphrase_and_its_credential_tried(kind: str, tmp_path: FilePath) -> None:
    with Tenant(SCENARIOS["clean"].with_delays(INSTANT)) as tenant:
        person = Person(tenant, tmp_path)
        (tmp_path / "words.txt").write_text("correct-horse-battery-staple-odsp-nine")
        argv = ("--credential", kind, "--passphrase-file", str(tmp_path / "words.txt"))
        assert person.run(("setup", "--sign-in", "device-code", *argv)) == ExitCode.DONE
        themed_application()
        with Driver(tenant) as driver:
            existing = at_the_file(driver, tmp_path / "0.age")
            existing.bundle.passphrase.setText("another")
            driver.commit()
            driver.until(existing.bundle.field_error.isVisible, "the error")
            assert existing.bundle.passphrase.hasFocus()
            existing.bundle.passphrase.setText("correct-horse-battery-staple-odsp-nine")
            driver.commit()
            page = checked(driver)
            assert codes(page) == []
            assert existing.bundle.passphrase.text() == ""
            assert len(driver.job.expected.key_ids) == 1


def test_a_file_opened_by_its_key_says_which_credential_is_known(tmp_path: FilePath) -> None:
    with Tenant(SCENARIOS["clean"].with_delays(INSTANT)) as tenant, client_of(tenant) as client:
        person = Person(tenant, tmp_path)
        assert person.run(("setup", "--sign-in", "device-code")) == ExitCode.DONE
        hand = Hand(client, tenant)
        (ours,) = client.get(hand.application)["passwordCredentials"]
        forged = client.add_secret(hand.application.removeprefix("/applications/"), displayName=ours["displayName"])
        (tmp_path / "key.txt").write_text(str(IDENTITY))
        themed_application()
        with Driver(tenant) as driver:
            existing = at_the_file(driver, tmp_path / "0.age")
            existing._open_with_key(tmp_path / "key.txt")
            page = checked(driver)
            assert page.cards.sign_in is not None
            press(driver, page.cards.sign_in)
            whole = signed_in(driver)
            assert codes(whole) == ["credentials"]
            assert any(forged["keyId"] in text for text in texts_of(whole.cards))
            press(driver, whole.cards.ways[WayOut.REMOVE])
            at(driver, PlanPage)
            driver.commit()
            at(driver, RemovedPage)
            (left,) = client.get(hand.application)["passwordCredentials"]
            assert left["keyId"] == ours["keyId"]


def test_a_file_without_a_secret_leads_to_the_sign_in(tmp_path: FilePath) -> None:
    with Tenant(SCENARIOS["clean"].with_delays(INSTANT)) as tenant:
        person = Person(tenant, tmp_path)
        federated = ("--credential", "federated", "--issuer", tenant.issuer.url, "--subject", "odsp")
        assert person.run(("setup", "--sign-in", "device-code", *federated)) == ExitCode.DONE
        sealed = (tmp_path / "0.age").read_bytes()
        (tmp_path / "0.json").write_bytes(unseal(sealed, "0.age", parse_identities(str(IDENTITY).encode(), "key")))
        themed_application()
        with Driver(tenant) as driver:
            driver.take(Path.CREDENTIAL)
            existing = driver.page
            assert isinstance(existing, ExistingPage)
            existing.open_file(tmp_path / "0.json")
            page = signed_in(driver)
            assert page.checked is not None
            assert (codes(page), page.checked.health.told) == ([], ()), "its issuer and subject are known"


def test_a_file_of_another_cloud_or_of_nothing_is_told(launch: Launch, tmp_path: FilePath) -> None:
    driver = launch()
    driver.take(Path.CREDENTIAL)
    existing = driver.page
    assert isinstance(existing, ExistingPage)
    for content in ("{}", "nothing"):
        (tmp_path / "one").write_text(content)
        existing.open_file(tmp_path / "one")
        if content == "nothing":
            existing.bundle.passphrase.setText("one")
            driver.commit()
            driver.until(existing.bundle.field_error.isVisible, "the error")
        else:
            assert existing.info.notice is not None
    press(driver, existing.bundle.type)
    assert existing.tenant.isVisible()


def at_the_file(driver: Driver, path: FilePath) -> ExistingPage:
    driver.take(Path.CREDENTIAL)
    existing = driver.page
    assert isinstance(existing, ExistingPage)
    existing.open_file(path)
    assert existing.bundle.passphrase.hasFocus()
    return existing
