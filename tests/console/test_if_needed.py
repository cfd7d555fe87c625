"""`--if-needed`: a scheduled `setup` or `renew` of a person makes a new credential only when one is due."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from installer.console.arguments import parse
from installer.demo import INSTANT, Tenant
from installer.errors.usage import NeedsOption
from installer.model import Language
from installer.texts import use
from tests.certificates import certificate, pem, rsa_key
from tests.engine import Hands
from tests.faults.commands import DEVICE_CODE, Person
from tests.tenants import SCENARIOS

DAY = 86400.0
RENEW, SETUP = ("renew", *DEVICE_CODE), ("setup", *DEVICE_CODE)


@pytest.fixture(autouse=True)
def _english(qapp: QCoreApplication) -> None:
    use(Language.EN)


def finished(person: Person) -> dict[str, object]:
    events = [json.loads(line) for line in person.said.getvalue().splitlines() if line.startswith("{")]
    last: dict[str, object] = next(event for event in reversed(events) if event["event"] == "finished")
    return last


@pytest.mark.parametrize("command", [RENEW, SETUP])
@pytest.mark.parametrize(("left", "more", "made"), [(31, (), False), (29, (), True), (50, ("--warn-days", "60"), True)])
def test_a_secret_is_made_when_one_is_due(
    command: tuple[str, ...], left: int, more: tuple[str, ...], made: bool, tmp_path: Path
) -> None:
    hands = Hands()
    with Tenant(SCENARIOS["clean"].with_delays(INSTANT), now=hands.tenant_time) as tenant:
        person = Person(tenant, tmp_path, hands=hands)
        assert person.run(SETUP) == 0
        hands.seconds += (365 - left) * DAY
        before, files = len(tenant.requests), {path: path.read_bytes() for path in tmp_path.iterdir()}
        assert person.run((*command, "--if-needed", *more, "--json")) == 0, person.error
        assert (len(tenant.state.secrets) == 2) == made
        last = finished(person)
        assert (last["credential"] is not None) == made
        if not made:
            assert last["warnings"] == ["clock_off", "kept"], "the clock is simulated"
            assert {path: path.read_bytes() for path in tmp_path.iterdir()} == files
            parts = [part for each in tenant.requests[before:] for part in each.parts or (each,)]
            assert {part.method for part in parts if part.path != "/$batch"} <= {"GET", "POST"}
            assert not [part for part in parts if "Password" in part.path]


def test_what_is_missing_is_still_mended(tmp_path: Path) -> None:
    with Tenant(SCENARIOS["clean"].with_delays(INSTANT)) as tenant:
        person = Person(tenant, tmp_path)
        assert person.run(SETUP) == 0
        tenant.state.assignments.popitem()
        assert person.run((*SETUP, "--if-needed", "--adopt")) == 0
        assert len(tenant.state.secrets) == 2


def test_another_kind_or_another_certificate_is_needed(tmp_path: Path) -> None:
    with Tenant(SCENARIOS["clean"].with_delays(INSTANT)) as tenant:
        person = Person(tenant, tmp_path)
        assert person.run(SETUP) == 0
        for number in (1, 2):
            file = tmp_path / f"{number}.cer"
            file.write_bytes(pem(certificate(rsa_key(number))))
            for _ in range(2):
                assert person.run((*SETUP, "--if-needed", "--certificate-file", str(file))) == 0
            (application,) = tenant.state.applications.values()
            assert len(application.keys) == number
        federation = ("--credential", "federated", "--issuer", tenant.issuer.url, "--subject", "odsp")
        for _ in range(2):
            assert person.run((*SETUP, "--if-needed", *federation, "--adopt")) == 0, person.error
        assert finished_kept(person)


def finished_kept(person: Person) -> bool:
    return "Nothing to do" in person.said.getvalue()


@pytest.mark.parametrize("command", ["setup", "renew"])
def test_warn_days_are_refused_without_if_needed(command: str) -> None:
    with pytest.raises(NeedsOption):
        parse((command, "--warn-days", "30"))
