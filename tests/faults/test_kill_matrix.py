"""The power can go, and a person can stop it, at any moment: nothing is lost, and a plain re-run finishes the job."""

import json
import threading
import time
from itertools import count
from pathlib import Path

import pytest

from installer.demo import Administrator, Hang, Rule, Tenant
from installer.errors.base import ExitCode
from tests.engine import FastClock, Hands
from tests.faults.commands import (
    IDENTITY,
    JOURNEYS,
    Journey,
    Person,
    check_what_is_left,
    credentials_in,
    left_beside,
    started,
    undelivered,
)
from tests.figures import Figures
from tests.forked import Forked
from tests.journeys.program import Program

pytestmark = [pytest.mark.matrix, pytest.mark.slow]

BY_BROWSER = JOURNEYS[0]
KILLED = [journey for journey in JOURNEYS if journey.name in ("setup by browser", "prepare", "renew", "remove")]
STOPPED = [journey for journey in JOURNEYS if "certificate" not in journey.name]


def start(journey: Journey, tenant: Tenant, folder: Path) -> Forked:
    program = Program(tenant, folder, "en", IDENTITY)
    bundle = ("--recipient", program.recipient, "--out", "k.age") if journey.argv[0] in ("setup", "renew") else ()
    more = ("--no-browser",) if "browser" in journey.argv else ()
    return program.fork(*journey.argv, *more, *bundle, "--cloud", "lab.toml", "--yes", "--json")


def follow(process: Forked, tenant: Tenant, most: int | None = None) -> int:
    """Signs in where it asks for that, until its end or until it has told so many events; returns their number."""
    administrator, told = Administrator(tenant), 0
    for line in process.stdout:
        told += 1
        event = json.loads(line)
        if event["event"] == "sign_in.browser":
            administrator.open(event["url"])
        elif event["event"] == "sign_in.device_code":
            administrator.enter_code(event["verification_uri"], event["user_code"])
        if told == most:
            process.kill()
            break
    administrator.join(5)
    return told


def finish(journey: Journey, tenant: Tenant, person: Person, before: set[str], told: str) -> None:
    """A plain re-run, and what is there after it."""
    again = person.run(journey.argv)
    assert again in journey.again, f"{told}; the plain re-run ended {again}, {person.error!r}"
    assert not undelivered(tenant, person, before), told
    check_what_is_left(tenant, journey)
    assert not left_beside(person.folder), told


def test_killed_after_any_event_a_plain_rerun_finishes(figures: Figures, tmp_path: Path) -> None:
    for most in count(1):
        with started(BY_BROWSER, tmp_path / str(most)) as (tenant, person):
            with start(BY_BROWSER, tenant, person.folder) as process:
                told = follow(process, tenant, most)
            if told < most:
                break  # it came to its end
            with figures.case("kills: setup, after each event"):
                finish(BY_BROWSER, tenant, person, set(), f"killed after event {most}")
    assert most > 20


@pytest.mark.parametrize("host", ["graph", "entra"])
@pytest.mark.parametrize("journey", KILLED, ids=str)
def test_killed_after_any_request_took_effect_a_plain_rerun_finishes(
    journey: Journey, host: str, figures: Figures, tmp_path: Path
) -> None:
    for index in count():
        with started(journey, tmp_path / str(index)) as (tenant, person):
            before = credentials_in(tenant)
            tenant.faults.add(Rule(Hang(30, done=True), host=host, index=index))  # type: ignore[arg-type]
            with start(journey, tenant, person.folder) as process:
                threading.Thread(target=kill_while_it_waits, args=(process, tenant), daemon=True).start()
                follow(process, tenant)
            if not tenant.faults.fired:
                break
            tenant.faults.clear()
            with figures.case(f"kills: {journey.name}, after each request"):
                finish(journey, tenant, person, before, f"killed after {host} request {index}")
    assert index > 0


def kill_while_it_waits(process: Forked, tenant: Tenant) -> None:
    """The request has its effect, and its answer never comes."""
    while process.returncode is None:
        if tenant.faults.fired:
            time.sleep(0.05)
            process.kill()
        time.sleep(0.005)


class Interrupted(FastClock):
    """Requests the stop when the program checks for the given number of times whether it was requested."""

    def __init__(self, hands: Hands, moment: int) -> None:
        super().__init__(hands)
        self.left = moment

    def check(self) -> None:
        self.left -= 1
        if self.left == 0:
            self.request()
        super().check()


@pytest.mark.parametrize("journey", STOPPED, ids=str)
def test_stopped_politely_at_any_moment_nothing_is_left_to_take_back(
    journey: Journey, figures: Figures, tmp_path: Path
) -> None:
    for moment in count(1):
        with started(journey, tmp_path / str(moment)) as (tenant, person):
            before = credentials_in(tenant) - person.delivered()
            cancel = Interrupted(person.hands, moment)
            person.cancel = lambda _hands, cancel=cancel: cancel  # type: ignore[misc]
            code = person.run(journey.argv)
            if cancel.left > 0:
                break  # it came to its end first
            with figures.case(f"stops: {journey.name}"):
                assert code in (ExitCode.CANCELLED, *journey.again), f"{moment}: {person.error!r}"
                assert not undelivered(tenant, person, before), moment
                person.cancel = FastClock
                finish(journey, tenant, person, before, f"stopped at moment {moment}")
    assert moment > 4
