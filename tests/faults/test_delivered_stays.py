"""Delivered means that nothing revokes it by itself, in this run or a later one; undelivered, that the next does."""

import json
import signal
import threading
import time
from pathlib import Path

import pytest

from installer.demo import Hang, ResetBefore, Rule, Status, Tenant
from installer.errors.base import ExitCode
from installer.events import Delivered, Event, Step, StepStarted
from tests.faults.commands import Journey, Person, check_what_is_left, credentials_in, journey_of, started, undelivered
from tests.faults.test_kill_matrix import BY_BROWSER, follow, kill_while_it_waits, start
from tests.figures import Figures

pytestmark = pytest.mark.matrix

BY_CODE, RENEW = journey_of("setup by device code"), journey_of("renew")
DELIVERING = (BY_CODE, journey_of("setup with a certificate"), RENEW)
PLAN_ONLY = Journey("plan", (*BY_CODE.argv, "--plan-only"))
UNREACHABLE = (Status(503), Status(403), ResetBefore())


def fail_the_mark(tenant: Tenant, fault: object) -> None:
    """Microsoft answers nothing that this administrator asks for, from the delivery on."""
    tenant.faults.add(Rule(fault, path="/v1.0/", times=None))  # type: ignore[arg-type]


def run_without_mark(journey: Journey, tenant: Tenant, person: Person, fault: object) -> int:
    def strike(event: Event) -> None:
        if event == StepStarted(Step.DELIVER):
            fail_the_mark(tenant, fault)

    person.on_event = strike
    code = person.run(journey.argv)
    person.on_event = lambda _event: None
    tenant.faults.clear()
    return code


def told(person: Person, name: str) -> list[dict[str, object]]:
    lines = [line for line in person.said.getvalue().splitlines() if line.startswith("{")]
    return [event for event in map(json.loads, lines) if event["event"] == name]


def marks(tenant: Tenant) -> list[str]:
    (application,) = tenant.state.applications.values()
    return [tag for tag in application.resource["tags"] if "Pending" in tag]


@pytest.mark.parametrize("fault", UNREACHABLE, ids=lambda fault: type(fault).__name__)
@pytest.mark.parametrize("journey", DELIVERING, ids=str)
def test_a_mark_that_cannot_be_taken_off_is_a_warning_and_the_next_run_keeps_the_credential(
    journey: Journey, fault: object, figures: Figures, tmp_path: Path
) -> None:
    with started(journey, tmp_path / "work") as (tenant, person), figures.case("deliveries: the mark stays"):
        before = credentials_in(tenant)
        assert run_without_mark(journey, tenant, person, fault) == ExitCode.DONE
        (warning,) = told(person, "warning")
        assert warning["code"] == "mark_remains"
        assert told(person, "finished")[0]["warnings"] == ["mark_remains"]
        (delivered,) = credentials_in(tenant) - before
        assert person.delivered() == {delivered}
        assert len(marks(tenant)) == 1
        assert person.run(journey.argv) == ExitCode.DONE
        assert delivered in credentials_in(tenant)
        assert len(person.delivered()) == 2
        assert not undelivered(tenant, person, before)
        check_what_is_left(tenant, journey)
        assert person.run(journey.argv) == ExitCode.DONE
        assert not left_by_runs(person.folder)


def test_a_run_that_knows_nothing_of_the_file_removes_what_is_marked(tmp_path: Path) -> None:
    """What the warning says: from elsewhere a delivered credential with its mark looks like an undelivered one."""
    with started(BY_CODE, tmp_path / "work") as (tenant, person):
        assert run_without_mark(BY_CODE, tenant, person, Status(503)) == ExitCode.DONE
        (delivered,) = credentials_in(tenant)
        (tmp_path / "elsewhere").mkdir()
        assert Person(tenant, tmp_path / "elsewhere").run(BY_CODE.argv) == ExitCode.DONE
        assert delivered not in credentials_in(tenant)


def test_the_plan_shows_that_it_is_kept(tmp_path: Path) -> None:
    with started(BY_CODE, tmp_path / "work") as (tenant, person):
        assert run_without_mark(BY_CODE, tenant, person, Status(503)) == ExitCode.DONE
        assert person.run(PLAN_ONLY.argv) == ExitCode.DONE
        (plan,) = told(person, "plan")
        assert "undelivered_secret" not in json.dumps(plan)
        assert len(marks(tenant)) == 1, "a look changes nothing"


def mark_off(seconds: float, *, done: bool) -> Rule:
    """The answer to the batch that takes the mark off comes late: in a clean tenant it follows the look, the service
    principal, the consents and the reads, each of which is a batch, too."""
    return Rule(Hang(seconds, done=done), method="POST", path=r"\$batch$", index=4)


def killed_at_the_mark(tenant: Tenant, person: Person, *, done: bool) -> None:
    """The run dies while it waits for the answer; `done`: whether the mark is off by then."""
    tenant.faults.add(mark_off(30, done=done))
    with start(BY_BROWSER, tenant, person.folder) as process:
        threading.Thread(target=kill_while_it_waits, args=(process, tenant), daemon=True).start()
        follow(process, tenant)
    assert tenant.faults.fired
    tenant.faults.clear()


def left_by_runs(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".glimps")]


@pytest.mark.slow
def test_killed_between_mark_and_name_the_next_run_names_the_file(figures: Figures, tmp_path: Path) -> None:
    """The only moment at which the secret is neither marked nor in a file of the name that was asked for."""
    with started(BY_BROWSER, tmp_path / "work") as (tenant, person), figures.case("deliveries: killed at the mark"):
        killed_at_the_mark(tenant, person, done=True)
        (secret,) = credentials_in(tenant)
        assert not marks(tenant)
        assert not person.delivered()
        assert person.run(BY_BROWSER.argv) == ExitCode.DONE
        assert [event["code"] for event in told(person, "warning")] == ["file_recovered"]
        assert secret in person.delivered()
        assert len(person.delivered()) == 2
        assert person.delivered() == credentials_in(tenant)
        check_what_is_left(tenant, BY_BROWSER)
        assert not left_by_runs(person.folder)


@pytest.mark.slow
def test_killed_before_the_mark_is_off_the_next_run_removes_secret_and_file(figures: Figures, tmp_path: Path) -> None:
    with started(BY_BROWSER, tmp_path / "work") as (tenant, person), figures.case("deliveries: killed at the mark"):
        killed_at_the_mark(tenant, person, done=False)
        (secret,) = credentials_in(tenant)
        assert len(marks(tenant)) == len(left_by_runs(person.folder)) == 1
        assert person.run(BY_BROWSER.argv) == ExitCode.DONE
        assert secret not in credentials_in(tenant)
        assert person.delivered() == credentials_in(tenant)
        assert not left_by_runs(person.folder)


@pytest.mark.parametrize("when", [StepStarted(Step.DELIVER), Delivered], ids=["before", "after"])
def test_ctrl_c_revokes_only_what_is_not_on_the_disk(when: object, figures: Figures, tmp_path: Path) -> None:
    """At a terminal Ctrl-C raises wherever the program is."""
    with started(BY_CODE, tmp_path / "work") as (tenant, person), figures.case("deliveries: Ctrl-C"):

        def interrupt(event: Event) -> None:
            if event == when or (isinstance(when, type) and isinstance(event, when)):
                raise KeyboardInterrupt

        person.on_event = interrupt
        with pytest.raises(KeyboardInterrupt):
            person.run(BY_CODE.argv)
        assert credentials_in(tenant) == person.delivered()
        assert len(person.delivered()) == (when is Delivered)


@pytest.mark.slow
@pytest.mark.parametrize("times", [1, 2])
def test_ctrl_c_while_the_mark_is_waited_for_delivers(times: int, figures: Figures, tmp_path: Path) -> None:
    """The second one ends the wait, and nothing else: the file gets its name, and its secret stays, then and later."""
    with started(BY_BROWSER, tmp_path / "work") as (tenant, person), figures.case("deliveries: Ctrl-C"):
        tenant.faults.add(mark_off(2, done=True))
        with start(BY_BROWSER, tenant, person.folder) as process:

            def press() -> None:
                while process.returncode is None and not tenant.faults.fired:
                    time.sleep(0.005)
                for _ in range(times):
                    time.sleep(0.2)
                    process.send_signal(signal.SIGINT)

            threading.Thread(target=press, daemon=True).start()
            follow(process, tenant)
        assert tenant.faults.fired
        assert process.returncode == ExitCode.DONE
        tenant.faults.clear()
        assert (person.folder / "k.age").exists()
        (secret,) = credentials_in(tenant)
        assert person.delivered() == {secret}
        assert person.run(BY_BROWSER.argv) == ExitCode.DONE
        assert secret in credentials_in(tenant) == person.delivered()


def test_a_name_that_is_taken_in_the_last_moment_puts_the_mark_back(figures: Figures, tmp_path: Path) -> None:
    """The secret is undelivered again: where it cannot be revoked the mark shows it to the next run."""
    with started(BY_CODE, tmp_path / "work") as (tenant, person), figures.case("deliveries: the name is taken"):
        target = person.folder / "0.age"
        tenant.faults.add(
            mark_off(0.5, done=True),
            Rule(Status(503), path="removePassword", times=None),
        )

        def take() -> None:
            while not tenant.faults.fired:
                time.sleep(0.005)
            target.write_text("theirs")

        thread = threading.Thread(target=take, daemon=True)
        thread.start()
        assert person.run(BY_CODE.argv) == ExitCode.NOT_DELIVERED
        thread.join()
        assert target.read_text() == "theirs"
        assert len(marks(tenant)) == len(credentials_in(tenant)) == 1
        tenant.faults.clear()
        target.unlink()
        assert person.run(BY_CODE.argv) == ExitCode.DONE
        assert person.delivered() == credentials_in(tenant)
        check_what_is_left(tenant, BY_CODE)
