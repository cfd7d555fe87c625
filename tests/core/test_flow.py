"""Every way through the wizard, without a window: where each outcome leads, what going back means, what may close."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

import pytest

from installer.gui.flow import (
    ROUTES,
    WRITES,
    AnotherAccount,
    Back,
    Close,
    Leave,
    Next,
    Outcome,
    Path,
    Place,
    PlanAgain,
    Screen,
    Switched,
    after,
    closing,
)

CHOOSE, SIGN_IN, PLAN, RUN = Screen.CHOOSE, Screen.SIGN_IN, Screen.PLAN, Screen.RUN
DELIVER, DONE, CONSENT, REMOVED = Screen.DELIVER, Screen.DONE, Screen.CONSENT, Screen.REMOVED
EXISTING, CREDENTIAL, APPLICATION = Screen.EXISTING, Screen.CREDENTIAL, Screen.APPLICATION

REPORTED: Final[Mapping[Screen, tuple[Outcome, ...]]] = MappingProxyType(
    {
        CHOOSE: tuple(Next(path) for path in (Path.SETUP, Path.PREPARE, Path.CREDENTIAL, Path.RENEW, Path.REMOVE)),
        SIGN_IN: (Next(), Next(Path.PREPARE)),
        PLAN: (Next(), Switched(Path.SETUP), Switched(Path.PREPARE), AnotherAccount()),
        RUN: (Next(), Next(Path.PREPARE), PlanAgain(), PlanAgain(Path.PREPARE), PlanAgain(Path.REMOVE)),
        DELIVER: (Next(), Leave()),
        DONE: (Next(), PlanAgain(Path.REMOVE)),
        CONSENT: (PlanAgain(Path.SETUP),),
        EXISTING: (Next(Path.CREDENTIAL), Next(Path.COMPARE)),
        CREDENTIAL: (Next(), Next(Path.SETUP), Next(Path.RENEW), Next(Path.COMPARE)),
        APPLICATION: (Next(), Next(Path.COMPARE), Next(Path.RENEW), Next(Path.REMOVE)),
        REMOVED: (Next(),),
    }
)
"""What each page can come to, besides Back and a wish to close."""


def everywhere() -> list[Place]:
    """Every place that any person can come to, whatever each page comes to."""
    found, waiting = set[Place](), [Place()]
    while waiting:
        place = waiting.pop()
        if place not in found:
            found.add(place)
            waiting += [there for _, there in outcomes(place) if there]
    return sorted(found, key=str)


def outcomes(place: Place) -> Iterator[tuple[Outcome, Place | None]]:
    for outcome in (*REPORTED[place.screen], Back()):
        if not _senseless(place, outcome):
            yield outcome, after(place, outcome)


def _senseless(place: Place, outcome: Outcome) -> bool:
    """What a page does not report on every path: another path is offered only where it is one."""
    match place.screen, outcome:
        case Screen.SIGN_IN | Screen.RUN, Next(path=Path.PREPARE):
            return place.path not in (Path.SETUP, Path.COMPARE)
        case Screen.DONE, PlanAgain():  # there are old credentials only beside one that was made here
            return PLAN not in place.seen
    return False


PLACES: Final = everywhere()


def led(*reported: Outcome) -> Place:
    """The place after all of these, from the start."""
    place: Place | None = Place()
    for outcome in reported:
        assert place is not None
        place = after(place, outcome)
    assert place is not None
    return place


# --- every path, end to end -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", Path)
def test_a_path_shows_its_pages_in_order_and_then_ends(path: Path) -> None:
    place, seen = Place(path), [CHOOSE]
    for _ in ROUTES[path][1:]:
        there = after(place, Next())
        assert there is not None
        place = there
        seen.append(place.screen)
    assert tuple(seen) == ROUTES[path] == place.steps == place.seen
    assert after(place, Next()) is None, "the last page's button closes the window"


def test_a_path_signs_in_or_has_a_credential_before_anything_else_is_shown() -> None:
    signs_in = {path for path, route in ROUTES.items() if SIGN_IN in route}
    assert signs_in == set(Path) - {Path.CREDENTIAL}
    assert {path for path, route in ROUTES.items() if EXISTING in route} == {Path.CREDENTIAL, Path.COMPARE}
    for route in ROUTES.values():
        assert route[1] in (SIGN_IN, EXISTING)
        if PLAN in route:
            assert route.index(SIGN_IN) < route.index(PLAN)


def test_nothing_is_written_before_the_plan() -> None:
    for route in ROUTES.values():
        assert (PLAN in route) == (RUN in route)
        assert RUN not in route or route.index(RUN) == route.index(PLAN) + 1


def test_every_page_is_on_a_route() -> None:
    assert {screen for route in ROUTES.values() for screen in route} == set(Screen) == set(REPORTED)


# --- switching ------------------------------------------------------------------------------------------------------

CHECKED = (Next(Path.CREDENTIAL), Next(Path.CREDENTIAL))
"""To the health of a credential."""
COMPARED = (Next(Path.CREDENTIAL), Next(Path.COMPARE), Next())
"""To the health of an application."""
PLANNED = (Next(Path.SETUP), Next())
RAN = (*PLANNED, Next())


@pytest.mark.parametrize(
    ("reported", "path", "screen"),
    [
        ((Next(Path.SETUP), Next(Path.PREPARE)), Path.PREPARE, PLAN),
        ((Next(Path.CREDENTIAL), Next(Path.COMPARE)), Path.COMPARE, SIGN_IN),
        ((*CHECKED, Next(Path.SETUP)), Path.SETUP, SIGN_IN),
        ((*CHECKED, Next(Path.RENEW)), Path.RENEW, SIGN_IN),
        ((*CHECKED, Next(Path.COMPARE)), Path.COMPARE, SIGN_IN),
        ((*CHECKED, Next()), Path.CREDENTIAL, DELIVER),
        ((*COMPARED, Next()), Path.COMPARE, PLAN),
        ((*COMPARED, Next(Path.COMPARE)), Path.COMPARE, PLAN),
        ((*COMPARED, Next(Path.RENEW)), Path.RENEW, PLAN),
        ((*COMPARED, Next(Path.REMOVE)), Path.REMOVE, PLAN),
        ((*COMPARED, Next(Path.REMOVE), Next(), Next()), Path.REMOVE, REMOVED),
        ((*PLANNED, Switched(Path.PREPARE)), Path.PREPARE, PLAN),
        ((Next(Path.RENEW), Next(), Switched(Path.SETUP)), Path.SETUP, PLAN),
        ((*RAN, Next(Path.PREPARE)), Path.PREPARE, CONSENT),
        ((*COMPARED, Next(), Next(), Next(Path.PREPARE)), Path.PREPARE, CONSENT),
        ((*RAN, PlanAgain(Path.PREPARE)), Path.PREPARE, PLAN),
        ((*RAN, PlanAgain(Path.REMOVE)), Path.REMOVE, PLAN),
        ((*RAN, PlanAgain()), Path.SETUP, PLAN),
        ((Next(Path.PREPARE), Next(), Next(), Next(), PlanAgain(Path.SETUP)), Path.SETUP, PLAN),
        ((*RAN, Next(), Next(), PlanAgain(Path.REMOVE)), Path.REMOVE, PLAN),
    ],
)
def test_a_page_can_lead_to_another_path(reported: tuple[Outcome, ...], path: Path, screen: Screen) -> None:
    place = led(*reported)
    assert (place.path, place.screen) == (path, screen)


def test_what_was_signed_in_to_is_not_asked_for_again() -> None:
    place = led(*COMPARED, Next(Path.REMOVE), Next(), Next())
    assert place.seen.count(SIGN_IN) == 1


# --- back -----------------------------------------------------------------------------------------------------------


def test_back_leads_to_the_page_before_and_keeps_the_path() -> None:
    for place in PLACES:
        if place.may_go_back:
            there = after(place, Back())
            assert there is not None
            assert there.seen == place.seen[:-1]
            assert there.path is place.path or there.screen not in ROUTES[place.path]


def test_back_to_a_check_brings_back_the_path_on_which_it_was_made() -> None:
    assert led(*CHECKED, Next(Path.RENEW), Back()) == led(*CHECKED)
    assert led(*CHECKED, Next(Path.COMPARE), Next(), Back(), Back()) == led(*CHECKED)
    assert led(*COMPARED, Next(Path.REMOVE), Back()) == led(*COMPARED)


def test_a_path_switched_to_on_the_plan_stays_on_the_way_back() -> None:
    assert led(*PLANNED, Switched(Path.PREPARE), Back()) == Place(Path.PREPARE, (CHOOSE, SIGN_IN))


def test_another_account_leads_to_the_sign_in_past_a_check_of_what_the_first_one_saw() -> None:
    assert led(*PLANNED, AnotherAccount()) == Place(Path.SETUP, (CHOOSE, SIGN_IN))
    assert led(*COMPARED, Next(), AnotherAccount()) == Place(Path.COMPARE, (CHOOSE, EXISTING, SIGN_IN))
    assert led(*COMPARED, Next(Path.REMOVE), AnotherAccount()) == Place(Path.COMPARE, (CHOOSE, EXISTING, SIGN_IN))


def test_back_never_leads_across_a_commit() -> None:
    for place in PLACES:
        if {RUN, DELIVER} & set(place.seen):
            assert not place.may_go_back
            assert after(place, Back()) == place


def test_after_a_run_only_the_plan_is_shown_again() -> None:
    for place in PLACES:
        for _, there in outcomes(place):
            if RUN in place.seen and there and len(there.seen) < len(place.seen):
                assert there.screen is PLAN


# --- no dead end ----------------------------------------------------------------------------------------------------


def test_every_outcome_leads_somewhere() -> None:
    for place in PLACES:
        for outcome, there in outcomes(place):
            moved = there is None or there != place
            stays = isinstance(outcome, Switched) or (isinstance(outcome, Back) and not place.may_go_back)
            assert moved or stays, f"{outcome} at {place}"


def test_no_page_is_shown_twice_on_one_way() -> None:
    assert [place for place in PLACES if len(set(place.seen)) != len(place.seen)] == []


def test_the_end_can_be_reached_from_everywhere() -> None:
    ends = {place for place in PLACES if place.screen in (DONE, REMOVED)}
    for _ in PLACES:
        more = {place for place in PLACES if any(there in ends for _, there in outcomes(place))} - ends
        if not more:
            break
        ends |= more
    assert set(PLACES) - ends == set()


def test_the_way_is_short_enough_to_be_tried_whole() -> None:
    assert 40 < len(PLACES) < 400


# --- the list of steps ----------------------------------------------------------------------------------------------


def test_the_steps_are_the_route_and_the_page_is_one_of_them() -> None:
    for place in PLACES:
        assert place.steps == ROUTES[place.path]
        assert place.screen in place.steps
        assert place.steps_done == (
            len(place.steps) if place.screen in (DONE, REMOVED) else place.steps.index(place.screen)
        )


def test_a_consent_that_is_waited_for_is_the_last_step_and_not_a_done_one() -> None:
    place = led(Next(Path.PREPARE), Next(), Next(), Next())
    assert place.steps_done == len(place.steps) - 1


# --- closing --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("screen", Screen)
def test_closing_asks_only_where_something_would_be_lost(screen: Screen) -> None:
    found = {
        (busy, risk): closing(screen, busy=busy, secret_at_risk=risk)
        for busy, risk in itertools.product((False, True), repeat=2)
    }
    match screen:
        case Screen.RUN:
            expected = (Close.NOW, Close.NOW, Close.STOP_FIRST, Close.STOP_FIRST)
        case Screen.DELIVER:
            expected = (Close.NOW, Close.ASK, Close.WAIT, Close.WAIT)
        case _:
            expected = (Close.NOW,) * 4
    assert tuple(found.values()) == expected


def test_nothing_is_written_where_the_window_closes_at_once_although_the_page_is_busy() -> None:
    at_once = {screen for screen in Screen if closing(screen, busy=True, secret_at_risk=True) is Close.NOW}
    assert at_once == set(Screen) - WRITES


def test_leaving_closes_the_window_from_everywhere() -> None:
    assert {after(place, Leave()) for place in PLACES} == {None}
