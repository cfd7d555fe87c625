"""A front end that cannot show an event does not disturb the work: the secret is delivered or revoked all the same."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from installer.demo import INSTANT, Tenant
from installer.errors.base import SetupError
from installer.errors.work import DeliveryFailed
from installer.events import Delivered, Event
from tests.engine import Engine, FastClock
from tests.faults.commands import credentials_in
from tests.figures import Figures
from tests.tenants import SCENARIOS

FAULTS = (OSError(28, "No space left on device"), BrokenPipeError(), ValueError("closed file"), RuntimeError("deleted"))


@dataclass
class Failing(Engine):
    """A front end whose `number`th event, or every one from there on, cannot be shown."""

    number: int = 0
    for_good: bool = False
    fault: Exception = FAULTS[0]

    def report(self, event: Event) -> None:
        super().report(event)
        if len(self.events) == self.number or (self.for_good and len(self.events) > self.number):
            raise self.fault


def _events_of_a_run(tmp_path: Path) -> int:
    with Tenant(SCENARIOS["clean"].with_delays(INSTANT)) as tenant:
        run = Engine(tenant, FastClock())
        run.set_up(tmp_path / "counted.age")
        return len(run.events)


@pytest.mark.matrix
@pytest.mark.parametrize("for_good", [False, True])
def test_whatever_event_cannot_be_shown_the_secret_is_delivered(
    for_good: bool, tmp_path: Path, figures: Figures
) -> None:
    count = _events_of_a_run(tmp_path)
    assert count > 20
    for number in range(1, count + 1):
        with Tenant(SCENARIOS["clean"].with_delays(INSTANT)) as tenant, figures.case("front ends: an event not shown"):
            fault = FAULTS[number % len(FAULTS)]
            run = Failing(tenant, FastClock(), number=number, for_good=for_good, fault=fault)
            payload = run.set_up(tmp_path / f"{number}.age")
            (application,) = tenant.state.applications.values()
            assert payload.application.client_id == application.app_id
            assert len(credentials_in(tenant)) == 1
            assert not [tag for tag in application.resource["tags"] if "Pending" in tag]


@dataclass
class Interrupted(Engine):
    """Somebody presses Ctrl-C as soon as the file is written."""

    def report(self, event: Event) -> None:
        super().report(event)
        if isinstance(event, Delivered):
            raise KeyboardInterrupt


def test_a_secret_whose_file_is_written_is_never_revoked(tmp_path: Path) -> None:
    with Tenant(SCENARIOS["clean"].with_delays(INSTANT)) as tenant:
        run = Interrupted(tenant, FastClock())
        with pytest.raises(KeyboardInterrupt):
            run.set_up(tmp_path / "x.age")
        assert (tmp_path / "x.age").is_file()
        assert len(credentials_in(tenant)) == 1


def test_an_undeliverable_secret_is_revoked_although_nothing_can_be_told(tmp_path: Path) -> None:
    with Tenant(SCENARIOS["clean"].with_delays(INSTANT)) as tenant:
        run = Failing(tenant, FastClock(), number=1, for_good=True)
        with pytest.raises(DeliveryFailed) as caught:
            run.set_up(tmp_path / "missing" / "x.age")
        assert caught.value.revoked is True
        assert credentials_in(tenant) == set()


def test_an_unproven_secret_is_revoked_although_nothing_can_be_told(tmp_path: Path) -> None:
    with Tenant(SCENARIOS["workload-policy"].with_delays(INSTANT)) as tenant:
        run = Failing(tenant, FastClock(), number=1, for_good=True)
        with pytest.raises(SetupError):
            run.set_up(tmp_path / "x.age")
        assert tenant.state.applications
        assert credentials_in(tenant) == set()
