"""The file cannot be written in the last moment: the secret is revoked, there is no half file, a re-run delivers."""

from collections.abc import Callable
from pathlib import Path

import pytest

from installer.demo import Rule, Status, Tenant
from installer.errors.base import ExitCode
from installer.errors.work import DeliveryFailed
from installer.events import Delivered, Event, Step, StepStarted
from installer.texts import explain
from tests.faults.commands import WAYS, Person, Way, check_what_is_left, credentials_in, started, undelivered
from tests.faults.sabotage import SABOTAGES, Mend, mended, taken, unix
from tests.figures import Figures

pytestmark = [pytest.mark.matrix, unix]

DELIVERING = [way for way in WAYS if way.name in ("setup by device code", "renew", "setup with a certificate")]
BY_CODE, PREPARE, REMOVE = WAYS[1], WAYS[5], WAYS[7]
Sabotage = Callable[[Path], Mend]


def sabotaged_run(
    way: Way, tenant: Tenant, person: Person, sabotage: Sabotage, target: Path, when: Callable[[Event], bool]
) -> tuple[int, list[str]]:
    """The exit code, and the names that are in the target's folder before it is put right again."""
    with mended() as mends:

        def strike(event: Event) -> None:
            if when(event) and not mends:
                mends.append(sabotage(target))

        person.on_event = strike
        code = person.run(way.argv)
        person.on_event = lambda _event: None
        assert mends, "nothing was sabotaged"
        mends.pop()()
    return code, sorted(path.name for path in target.parent.iterdir())


def delivers(event: Event) -> bool:
    return event == StepStarted(Step.DELIVER)


@pytest.mark.parametrize("sabotage", SABOTAGES)
@pytest.mark.parametrize("way", DELIVERING, ids=str)
def test_what_cannot_be_written_is_revoked(way: Way, sabotage: Sabotage, figures: Figures, tmp_path: Path) -> None:
    with started(way, tmp_path / "work") as (tenant, person):
        before = credentials_in(tenant)
        target = person.folder / "0.age"
        with figures.case("deliveries: sabotaged, in the console"):
            code, names = sabotaged_run(way, tenant, person, sabotage, target, delivers)
            assert code == ExitCode.NOT_DELIVERED
            assert isinstance(person.error, DeliveryFailed)
            assert person.error.revoked
            assert names == ["key.txt"], "neither a half file nor a temporary one"
            assert credentials_in(tenant) == before
            assert person.run(way.argv) == 0
            assert not undelivered(tenant, person, before)
            check_what_is_left(tenant, way)


def test_what_can_neither_be_written_nor_revoked_is_marked_for_the_next_run(figures: Figures, tmp_path: Path) -> None:
    with started(BY_CODE, tmp_path / "work") as (tenant, person):
        tenant.faults.add(Rule(Status(503), path="removePassword", times=None))
        with figures.case("deliveries: sabotaged, in the console"):
            code, _ = sabotaged_run(BY_CODE, tenant, person, taken, person.folder / "0.age", delivers)
            assert code == ExitCode.NOT_DELIVERED
            assert isinstance(person.error, DeliveryFailed)
            assert person.error.revoked is False
            assert "could not be revoked" in explain(person.error).sentence
            assert len(undelivered(tenant, person, set())) == 1
            tenant.faults.clear()
            assert person.run(BY_CODE.argv) == 0
            assert not undelivered(tenant, person, set())
            check_what_is_left(tenant, BY_CODE)


@pytest.mark.parametrize("sabotage", SABOTAGES)
@pytest.mark.parametrize(
    ("way", "option", "when"),
    [
        (BY_CODE, ("--report", "papers/r.html"), lambda event: isinstance(event, Delivered)),
        (REMOVE, ("--report", "papers/r.html"), lambda event: event == StepStarted(Step.REMOVE)),
        (PREPARE, ("--out", "papers/m.txt"), lambda event: event == StepStarted(Step.SERVICE_PRINCIPAL)),
    ],
    ids=("setup", "remove", "prepare"),
)
def test_a_paper_that_cannot_be_written_is_told_and_what_is_done_stays_a_success(
    way: Way,
    option: tuple[str, str],
    when: Callable[[Event], bool],
    sabotage: Sabotage,
    figures: Figures,
    tmp_path: Path,
) -> None:
    with started(way, tmp_path / "work") as (tenant, person):
        before = credentials_in(tenant)
        (person.folder / "papers").mkdir()
        with figures.case("deliveries: papers sabotaged"):
            papers = Way(way.name, (*way.argv, *option), way.scenario)
            code, names = sabotaged_run(papers, tenant, person, sabotage, person.folder / option[1], when)
            assert code == min(way.again)
            assert names == []
            assert '"event": "error"' in person.said.getvalue()
            assert "papers" in person.said.getvalue()
            if way is not REMOVE:
                assert not undelivered(tenant, person, before)
            check_what_is_left(tenant, way)
