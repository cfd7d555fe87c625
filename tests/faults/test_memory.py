"""Too little memory for a passphrase: told before the first write, or at the end with the secret revoked."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from installer.bundle.age import seal_with_passphrase, unseal
from installer.errors.base import ExitCode
from installer.errors.files import FileFault, TooLittleMemory
from installer.errors.work import DeliveryFailed
from installer.events import Event, Step, StepStarted
from installer.model import Secret
from installer.texts import explain
from tests.faults.commands import JOURNEYS, check_what_is_left, credentials_in, started
from tests.faults.sabotage import unix

pytestmark = [unix, pytest.mark.slow]

PASSPHRASE = Secret("cheval correct pile agrafe")
Shorten = Callable[[], None]


@pytest.fixture
def shorten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shorten:
    """From its call on, Python has 100 MB where it is started anew: enough to run, and too little for any scrypt."""
    poor = tmp_path / "python"
    poor.write_text(f'#!/bin/sh\nulimit -v 100000\nexec {shlex.quote(sys.executable)} "$@"\n')
    poor.chmod(0o755)
    return lambda: monkeypatch.setattr(sys, "executable", str(poor))


def test_sealing_and_opening_say_so_instead_of_aborting(shorten: Shorten, capfd: pytest.CaptureFixture[str]) -> None:
    sealed = seal_with_passphrase(b"x", PASSPHRASE)
    assert unseal(sealed, "x.age", PASSPHRASE) == b"x"
    shorten()
    with pytest.raises(TooLittleMemory):
        seal_with_passphrase(b"x", PASSPHRASE)
    with pytest.raises(TooLittleMemory):
        unseal(sealed, "x.age", PASSPHRASE)
    assert capfd.readouterr().err == ""


def test_it_is_told_before_anything_is_written(shorten: Shorten, tmp_path: Path) -> None:
    shorten()
    with started(JOURNEYS[1], tmp_path / "work") as (tenant, person):
        (tmp_path / "p").write_text(PASSPHRASE.reveal())
        code = person.run((*JOURNEYS[1].argv, "--passphrase-file", str(tmp_path / "p")))
        assert code == ExitCode.BAD_INPUT
        assert isinstance(person.error, TooLittleMemory)
        assert "1 GiB" in explain(person.error).sentence
        assert not (*tenant.requests, *tenant.entra_requests)


def test_memory_that_is_gone_in_the_last_moment_costs_the_secret_alone(shorten: Shorten, tmp_path: Path) -> None:
    with started(JOURNEYS[1], tmp_path / "work") as (tenant, person):
        (tmp_path / "p").write_text(PASSPHRASE.reveal())

        def strike(event: Event) -> None:
            if event == StepStarted(Step.DELIVER):
                shorten()

        person.on_event = strike
        code = person.run((*JOURNEYS[1].argv, "--passphrase-file", str(tmp_path / "p")))
        assert code == ExitCode.NOT_DELIVERED
        assert isinstance(person.error, DeliveryFailed)
        assert person.error.reason is FileFault.NO_MEMORY
        assert person.error.revoked
        assert "too little memory" in explain(person.error).sentence
        assert not credentials_in(tenant)
        person.on_event = lambda _event: None
        assert person.run(JOURNEYS[1].argv) == ExitCode.DONE
        check_what_is_left(tenant, JOURNEYS[1])
