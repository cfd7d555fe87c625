"""This computer's clock may be wrong, and Microsoft's tokens are dated back: neither stops a run."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from installer.bundle.payload import CertificateCredential
from installer.demo import INSTANT, SCENARIOS, Tenant
from installer.errors.sign_in import ClockOff
from installer.events import Warned
from installer.model import CredentialKind
from tests.engine import Engine, FastClock

HOUR, FOUR_MINUTES = 3600, 240


def _tenant(ahead: int) -> Tenant:
    """A tenant whose clock is right where this computer's is so many seconds ahead."""
    return Tenant(SCENARIOS["clean"].with_delays(INSTANT), now=lambda: time.time() - ahead)


def _warnings(run: Engine) -> list[int]:
    problems = [event.problem for event in run.events if isinstance(event, Warned)]
    return [problem.seconds for problem in problems if isinstance(problem, ClockOff)]


@pytest.mark.parametrize("ahead", [0, FOUR_MINUTES, -FOUR_MINUTES])
def test_a_few_minutes_do_not_matter(ahead: int) -> None:
    with _tenant(ahead) as tenant:
        assert _warnings(Engine(tenant, FastClock())) == []


@pytest.mark.parametrize("ahead", [HOUR, -HOUR])
def test_a_clock_that_is_off_is_told_with_direction_and_size_and_the_run_goes_on(ahead: int, tmp_path: Path) -> None:
    with _tenant(ahead) as tenant:
        run = Engine(tenant, FastClock())
        (seconds,) = _warnings(run)
        assert abs(seconds - ahead) <= 5
        assert run.set_up(tmp_path / "x.age").tenant.id == tenant.state.tenant_id


@pytest.mark.parametrize("ahead", [0, HOUR, -HOUR])
def test_the_assertion_of_a_certificate_is_dated_by_microsofts_clock(ahead: int, tmp_path: Path) -> None:
    with _tenant(ahead) as tenant:
        run = Engine(tenant, FastClock(), kind=CredentialKind.CERTIFICATE)
        assert isinstance(run.set_up(tmp_path / "x.age").credential, CertificateCredential)
