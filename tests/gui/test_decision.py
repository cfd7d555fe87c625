"""An application that is not plainly ours: the question in the place of the plan, and what each answer leads to."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack
from dataclasses import replace
from pathlib import Path as FilePath
from typing import Protocol

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from installer.demo import Rule, Status
from installer.demo.people import NADIA
from installer.demo.scenarios import Scenario
from installer.demo.seeding import grant_delegated
from installer.errors.base import ExitCode
from installer.errors.rights import NotEnoughRights
from installer.gui.flow import Path
from installer.gui.pages.consent import ConsentPage
from installer.gui.pages.done import DonePage
from installer.gui.pages.plan import PlanPage
from installer.gui.pages.plan.decisions import BinDecision
from installer.gui.pages.run import RunPage, State
from installer.model import Decision, Fate, Language, ReasonCode, Thing
from installer.texts import use
from tests.gui.conftest import Launch
from tests.gui.driver import Driver, settle, texts_of, themed_application
from tests.gui.ownership_states import OPEN, intruded, squat
from tests.gui.steps import at, choose_way, code, delivered, offer, pick, planned, press
from tests.ownership.intruder import TAG, UNIQUE_NAME, WIDE, Intruder
from tests.tenants import SCENARIOS

REDIRECTS = ("web", "spa", "publicClient")


class Intrude(Protocol):
    def __call__(self, scenario: Scenario = OPEN) -> tuple[Driver, Intruder]: ...


@pytest.fixture
def intrude(qtbot: QtBot) -> Iterator[Intrude]:
    """Starts a wizard in a tenant where somebody without a role has signed in before."""
    with ExitStack() as stack:

        def start(scenario: Scenario = OPEN) -> tuple[Driver, Intruder]:
            themed_application()
            entered: AbstractContextManager[tuple[Driver, Intruder]] = intruded(scenario=scenario)
            return stack.enter_context(entered)

        yield start


def asked(driver: Driver, path: Path = Path.SETUP) -> PlanPage:
    page = planned(driver, path)
    driver.until(lambda: page.parts.asks_whose, "the question")
    return page


def written(driver: Driver) -> list[str]:
    return [request.method for request in driver.tenant.requests if request.method not in ("GET", "POST")]


def said(page: PlanPage | DonePage) -> str:
    return "\n".join(texts_of(page))


def test_what_was_found_is_shown_with_each_reason_and_nothing_is_preselected(intrude: Intrude) -> None:
    driver, intruder = intrude()
    squat(intruder)
    page = asked(driver)
    words = said(page)
    for fact in (
        intruder.application["displayName"],
        intruder.application["appId"],
        intruder.key_ids[0],
        NADIA.username,
        "https://intruder.example/",
        "Mail.Read",
        "AzureADMultipleOrgs",
        "November",
    ):
        assert fact in words
    assert page.parts.ownership.chosen is None
    assert page.heading() == "Whose application is this?"
    assert "mailboxes" not in words
    assert "organization only" not in words
    ways = page.parts.ownership.ways
    assert ways is not None
    assert list(ways.buttons) == [Decision.CLEAN, Decision.FRESH, Decision.ADOPT]
    assert intruder.key_ids[0] in ways.buttons[Decision.CLEAN].accessibleName()
    assert "stops at once" in ways.buttons[Decision.CLEAN].accessibleName()


def test_who_has_not_chosen_is_told_so_and_goes_nowhere(launch: Launch) -> None:
    driver = launch("existing-manual")
    page = asked(driver)
    driver.commit()
    ways = page.parts.ownership.ways
    assert ways is not None
    assert ways.pointed_out
    assert ways.buttons[Decision.CLEAN].hasFocus()
    assert page.plan is None
    assert code(driver) is ExitCode.DECISION
    assert not written(driver)


@pytest.mark.parametrize("language", Language)
def test_the_forward_button_names_the_choice(launch: Launch, language: Language) -> None:
    driver = launch("existing-manual", language)
    page = asked(driver)
    names = {page.buttons().commit}
    for way in Decision:
        pick(driver, way)
        names.add(page.buttons().commit)
    assert len(names) == 4


def test_the_focus_begins_above_the_reasons_so_that_they_are_read_before_the_ways(launch: Launch) -> None:
    driver = launch("existing-manual")
    page = asked(driver)
    first = page.parts.ownership.first_control()
    assert first is not None
    driver.until(first.hasFocus, "the focus")


@pytest.mark.parametrize("way", Decision)
def test_one_made_by_hand_is_treated_as_decided(launch: Launch, way: Decision, tmp_path: FilePath) -> None:
    driver = launch("existing-manual")
    (found,) = driver.tenant.state.applications.values()
    (old,) = found.secrets
    asked(driver)
    page = choose_way(driver, way)
    assert page.plan is not None
    assert not written(driver), "the plan is agreed to first"
    driver.commit()
    secret = delivered(driver, tmp_path)
    held = [kept.value for kept in found.secrets]
    expected = {Decision.CLEAN: [secret], Decision.FRESH: [old.value], Decision.ADOPT: [old.value, secret]}
    assert held == expected[way]
    assert len(driver.tenant.state.applications) == (2 if way is Decision.FRESH else 1)
    done = driver.page
    assert isinstance(done, DonePage)
    assert (old.key_id in said(done)) is (way is Decision.ADOPT), "every live credential is named"
    assert code(driver) is ExitCode.DONE


@pytest.mark.parametrize("way", [Decision.CLEAN, Decision.FRESH])
def test_who_registered_under_our_name_gets_nothing(intrude: Intrude, way: Decision, tmp_path: FilePath) -> None:
    driver, intruder = intrude()
    squat(intruder)
    his = driver.tenant.state.applications[intruder.application["id"]]
    asked(driver)
    page = choose_way(driver, way)
    assert page.plan is not None
    taken = {line.thing for line in page.plan.lines if line.status is Fate.TAKEN_AWAY}
    assert (Thing.OWNER in taken) is (way is Decision.CLEAN)
    driver.commit()
    delivered(driver, tmp_path)
    assert not intruder.loot()
    if way is Decision.CLEAN:
        assert NADIA.id not in his.owners
        assert not any(his.resource[platform]["redirectUris"] for platform in REDIRECTS)
        assert his.resource["signInAudience"] == "AzureADMyOrg"


def test_a_removal_says_on_the_plan_that_whatever_uses_the_secret_stops(intrude: Intrude) -> None:
    driver, intruder = intrude()
    squat(intruder)
    asked(driver)
    page = choose_way(driver, Decision.CLEAN)
    words = said(page)
    assert "whatever uses it stops at once" in words
    assert intruder.key_ids[0] in words
    assert "Remove" in page.buttons().commit


def test_what_is_kept_is_named_before_the_consent_and_on_the_last_page(intrude: Intrude, tmp_path: FilePath) -> None:
    driver, intruder = intrude()
    squat(intruder)
    asked(driver)
    page = choose_way(driver, Decision.ADOPT)
    kept = (intruder.key_ids[0], NADIA.username, "https://intruder.example/", "Mail.Read")
    assert all(fact in said(page) for fact in kept)
    assert not page.parts.mailboxes.isVisible(), "Mail.Read is asked for"
    driver.commit()
    delivered(driver, tmp_path)
    done = driver.page
    assert isinstance(done, DonePage)
    assert all(fact in said(done) for fact in kept)


def test_a_decision_can_be_taken_back(launch: Launch) -> None:
    driver = launch("existing-manual")
    asked(driver)
    page = choose_way(driver, Decision.ADOPT)
    press(driver, page.parts.decided.again)
    assert page.parts.asks_whose
    choose_way(driver, Decision.FRESH)
    assert page.plan is not None
    assert page.plan.application is None


def test_a_switch_of_the_language_keeps_the_choice(launch: Launch) -> None:
    driver = launch("existing-manual")
    page = asked(driver)
    pick(driver, Decision.FRESH)
    use(Language.FR)
    settle()
    assert page.parts.ownership.chosen is Decision.FRESH
    assert "inscrire" in page.buttons().commit


def test_one_that_our_registration_meets_leads_back_from_the_run_to_the_question(
    intrude: Intrude, tmp_path: FilePath
) -> None:
    driver, intruder = intrude()
    page = planned(driver, Path.SETUP)
    assert page.plan is not None
    intruder.register(UNIQUE_NAME)
    intruder.add_secret()
    driver.commit()
    driver.until(lambda: driver.page is page and page.parts.asks_whose, "the question")
    assert page.parts.ownership.question is not None
    assert set(page.parts.ownership.question.codes) == {ReasonCode.CREDENTIALS, ReasonCode.OWNERS}
    words = said(page)
    assert "after the tenant was read" in words
    assert "requiredResourceAccess" in words, "what our registration changed"
    assert code(driver) is ExitCode.DECISION
    assert not intruder.loot()
    choose_way(driver, Decision.FRESH)
    driver.commit()
    delivered(driver, tmp_path)
    assert not intruder.loot()


def test_what_comes_between_the_plan_and_the_grant_is_asked_about_although_the_rest_was_adopted(
    intrude: Intrude,
) -> None:
    driver, intruder = intrude()
    intruder.register(UNIQUE_NAME, tags=[TAG])
    page = asked(driver)
    choose_way(driver, Decision.ADOPT)
    assert intruder.add_secret()
    driver.commit()
    driver.until(lambda: driver.page is page and page.parts.asks_whose, "the question")
    assert intruder.key_ids[0] in said(page)
    assert not intruder.loot()


def test_what_comes_while_a_run_stands_still_is_asked_about_before_it_is_resumed(intrude: Intrude) -> None:
    driver, intruder = intrude()
    intruder.register(UNIQUE_NAME, tags=[TAG])
    page = asked(driver)
    choose_way(driver, Decision.ADOPT)
    driver.tenant.faults.add(Rule(Status(403), "part", "POST", "servicePrincipals"))
    driver.commit()
    run = driver.page
    assert isinstance(run, RunPage)
    driver.until(lambda: run.state is State.FAILED)
    assert intruder.add_secret()
    driver.commit()
    driver.until(lambda: driver.page is page and page.parts.asks_whose, "the question")
    assert intruder.key_ids[0] in said(page)
    assert not intruder.loot()


def test_a_renewal_asks_too_and_offers_no_other_application(launch: Launch, tmp_path: FilePath) -> None:
    driver = launch("renewal-due")
    (found,) = driver.tenant.state.applications.values()
    found.owners.append(NADIA.id)
    page = asked(driver, Path.RENEW)
    assert page.parts.ownership.ways is not None
    assert list(page.parts.ownership.ways.buttons) == [Decision.CLEAN, Decision.ADOPT]
    choose_way(driver, Decision.CLEAN)
    driver.commit()
    delivered(driver, tmp_path)
    assert NADIA.id not in found.owners


def test_no_message_asks_for_consent_to_more_than_glimps_needs(intrude: Intrude) -> None:
    driver, intruder = intrude()
    intruder.register(UNIQUE_NAME, tags=[TAG], requiredResourceAccess=WIDE)
    page = asked(driver, Path.PREPARE)
    assert page.parts.ownership.ways is not None
    assert Decision.ADOPT not in page.parts.ownership.ways.buttons
    choose_way(driver, Decision.CLEAN)
    driver.commit()
    at(driver, ConsentPage)
    consent = driver.page
    assert isinstance(consent, ConsentPage)
    assert "Mail.Read" not in consent.message.toPlainText()
    his = driver.tenant.state.applications[intruder.application["id"]].resource
    assert "Mail.Read" not in str(his["requiredResourceAccess"])


def test_the_message_for_the_other_administrator_names_what_was_kept(intrude: Intrude) -> None:
    driver, intruder = intrude()
    intruder.register(UNIQUE_NAME, tags=[TAG], web={"redirectUris": ["https://intruder.example/"]})
    asked(driver, Path.PREPARE)
    choose_way(driver, Decision.ADOPT)
    driver.commit()
    at(driver, ConsentPage)
    consent = driver.page
    assert isinstance(consent, ConsentPage)
    message = consent.message.toPlainText()
    assert NADIA.username in message
    assert "https://intruder.example/" in message


def test_the_check_of_the_consent_is_about_the_one_registered_beside(launch: Launch) -> None:
    driver = launch("existing-manual")
    asked(driver, Path.PREPARE)
    choose_way(driver, Decision.FRESH)
    driver.commit()
    at(driver, ConsentPage)
    consent = driver.page
    assert isinstance(consent, ConsentPage)
    assert driver.job.prepared is not None
    driver.tenant.consent_as_another_administrator(driver.job.prepared.client_id)
    driver.commit()
    driver.until(lambda: consent._granted, "the consent")


def test_delegated_permissions_go_after_another_sign_in_for_that_alone(launch: Launch, tmp_path: FilePath) -> None:
    driver = launch("renewal-due")
    directory = driver.tenant.state
    (found,) = directory.applications.values()
    principal = directory.service_principal_by_app_id(found.app_id)
    assert principal is not None
    grant_delegated(directory, principal.id, {"User.Read", "Files.Read.All"}, None)
    page = asked(driver)
    assert "Files.Read.All" in said(page)
    choose_way(driver, Decision.CLEAN)
    before = len(driver.opened)
    driver.commit()
    delivered(driver, tmp_path)
    assert len(driver.opened) == before + 1
    (grant,) = [held for held in directory.grants.values() if held["clientId"] == principal.id]
    assert grant["scope"].split() == ["User.Read"]


def test_a_consent_that_is_left_to_another_one_is_asked_about_first_where_more_is_asked_for(intrude: Intrude) -> None:
    driver, intruder = intrude(SCENARIOS["default-member"])
    intruder.register(UNIQUE_NAME, tags=[TAG], requiredResourceAccess=WIDE)
    page = asked(driver)
    choose_way(driver, Decision.ADOPT)
    driver.commit()
    driver.until(lambda: driver.page is page and page.parts.asks_whose, "the question")
    assert driver.job.path is Path.PREPARE
    assert page.parts.ownership.ways is not None
    assert Decision.ADOPT not in page.parts.ownership.ways.buttons


def test_who_may_not_consent_is_not_asked_but_led_to_prepare(intrude: Intrude) -> None:
    driver, intruder = intrude(replace(SCENARIOS["app-admin"], consented=True))
    squat(intruder)
    page = planned(driver, Path.SETUP)
    assert isinstance(driver.job.error, NotEnoughRights)
    assert page.parts.ownership.question is None
    press(driver, offer(driver, "without consent"))
    driver.until(lambda: page.parts.asks_whose, "the question")
    assert driver.job.path is Path.PREPARE


def test_a_disabled_one_is_never_enabled_and_may_be_taken_untried(launch: Launch, tmp_path: FilePath) -> None:
    driver = launch("disabled")
    page = asked(driver)
    assert page.parts.ownership.ways is not None
    assert Decision.CLEAN not in page.parts.ownership.ways.buttons
    choose_way(driver, Decision.ADOPT)
    driver.commit()
    delivered(driver, tmp_path)
    (principal,) = [
        held for held in driver.tenant.state.service_principals.values() if "ODSP" in held.resource["displayName"]
    ]
    assert principal.resource["accountEnabled"] is False
    assert driver.job.registration is not None
    assert not driver.job.registration.proven


def test_nothing_is_said_about_mailboxes_where_the_grants_could_not_be_read(launch: Launch) -> None:
    driver = launch("deleted")
    page = planned(driver, Path.SETUP)
    assert page.plan is not None
    assert not page.parts.mailboxes.isVisible(), "the recycle bin does not show what was granted"
    page.parts.recycle_bin.buttons[BinDecision.PURGE].click()
    assert page.parts.mailboxes.isVisible(), "a new one has what the plan gives it"


def test_candidates_show_name_and_owner_before_the_id(launch: Launch) -> None:
    driver = launch("two-same-name")
    page = planned(driver, Path.SETUP)
    button = page.parts.candidates.first_button()
    assert button is not None
    name = button.accessibleName()
    assert name.index("Microsoft ODSP Connector") < name.index("Camille Martin") < name.index("148e23e1")
    assert any("148e23e1" in label.text() for label in page.parts.candidates.findChildren(QLabel))
