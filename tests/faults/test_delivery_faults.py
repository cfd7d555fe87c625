"""The file cannot be written in the last moment: the secret is revoked, there is no half file, a re-run delivers."""

from collections.abc import Callable
from pathlib import Path

import pytest

from installer.demo import Rule, Status, Tenant
from installer.errors.base import ExitCode
from installer.errors.work import DeliveryFailed
from installer.events import Delivered, Event, Step, StepStarted
from installer.texts import explain
from tests.faults.commands import (
    JOURNEYS,
    Journey,
    Person,
    check_what_is_left,
    credentials_in,
    journey_of,
    started,
    undelivered,
)
from tests.faults.sabotage import SABOTAGES, Mend, mended, taken, unix
from tests.figures import Figures

pytestmark = [pytest.mark.matrix, unix]

DELIVERED = ("setup by device code", "renew", "setup with a certificate")
DELIVERING = [journey for journey in JOURNEYS if journey.name in DELIVERED]
BY_CODE, PREPARE, REMOVE = (journey_of(name) for name in ("setup by device code", "prepare", "remove"))
Sabotage = Callable[[Path], Mend]


def sabotaged_run(
    journey: Journey, tenant: Tenant, person: Person, sabotage: Sabotage, target: Path, when: Callable[[Event], bool]
) -> tuple[int, list[str]]:
    """The exit code, and the names that are in the target's folder before it is put right again."""
    with mended() as mends:

        def strike(event: Event) -> None:
            if when(event) and not mends:
                mends.append(sabotage(target))

        person.on_event = strike
        code = person.run(journey.argv)
        person.on_event = lambda _event: None
        assert mends, "nothing was sabotaged"
        mends.pop()()
    return code, sorted(path.name for path in target.parent.iterdir())


def delivers(event: Event) -> bool:
    return event == StepStarted(Step.DELIVER)


@pytest.mark.parametrize("sabotage", SABOTAGES)
@pytest.mark.parametrize("journey", DELIVERING, ids=str)
def test_what_cannot_be_written_is_revoked(
    journey: Journey, sabotage: Sabotage, figures: Figures, tmp_path: Path
) -> None:
    with started(journey, tmp_path / "work") as (tenant, person):
        before = credentials_in(tenant)
        target = person.folder / "0.age"
        with figures.case("deliveries: sabotaged, in the console"):
            code, names = sabotaged_run(journey, tenant, person, sabotage, target, delivers)
            assert code == ExitCode.NOT_DELIVERED
            assert isinstance(person.error, DeliveryFailed)
            assert person.error.revoked
            assert names == ["key.txt"], "neither a half file nor a temporary one"
            assert credentials_in(tenant) == before
            assert person.run(journey.argv) == 0
            assert not undelivered(tenant, person, before)
            check_what_is_left(tenant, journey)


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
    ("journey", "option", "when"),
    [
        (BY_CODE, ("--report", "documents/r.html"), lambda event: isinstance(event, Delivered)),
        (REMOVE, ("--report", "documents/r.html"), lambda event: event == StepStarted(Step.REMOVE)),
        (PREPARE, ("--out", "documents/m.txt"), lambda event: event == StepStarted(Step.SERVICE_PRINCIPAL)),
    ],
    ids=("setup", "remove", "prepare"),
)
def test_a_document_that_cannot_be_written_is_told_and_what_is_done_stays_a_success(
    journey: Journey,
    option: tuple[str, str],
    when: Callable[[Event], bool],
    sabotage: Sabotage,
    figures: Figures,
    tmp_path: Path,
) -> None:
    with started(journey, tmp_path / "work") as (tenant, person):
        before = credentials_in(tenant)
        (person.folder / "documents").mkdir()
        with figures.case("deliveries: documents sabotaged"):
            documenting = Journey(journey.name, (*journey.argv, *option), journey.scenario)
            code, names = sabotaged_run(documenting, tenant, person, sabotage, person.folder / option[1], when)
            assert code == min(journey.again)
            assert names == []
            assert '"event": "error"' in person.said.getvalue()
            assert "documents" in person.said.getvalue()
            if journey is not REMOVE:
                assert not undelivered(tenant, person, before)
            check_what_is_left(tenant, journey)
