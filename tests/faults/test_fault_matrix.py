"""Any request can fail, before or after it took effect: a clear end, nothing lost, and a plain re-run finishes."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from installer import transport
from installer.demo import (
    BadGateway,
    ClaimsChallenge,
    ExpiredToken,
    Hang,
    ResetAfter,
    ResetBefore,
    Rule,
    Status,
    Tenant,
    Truncated,
)
from installer.registration.tags import marks
from tests.faults.commands import JOURNEYS, Journey, Person, check_what_is_left, credentials_in, started, undelivered
from tests.figures import Figures

pytestmark = pytest.mark.matrix

CONFLICT = {"error": {"code": "Directory_ConcurrencyViolation", "message": "concurrent"}}
FAULTS = {
    "429": Status(429, retry_after=5),
    "503": Status(503),
    "502 html": BadGateway(),
    "409": Status(409, body=CONFLICT),
    "reset before": ResetBefore(),
    "reset after": ResetAfter(),
    "truncated": Truncated(),
    "time-out": Hang(30, done=True),
    "expired token": ExpiredToken(),
    "claims challenge": ClaimsChallenge(),
    "claims challenge 403": ClaimsChallenge(403),
}
ANSWERS = ("429", "409", "expired token", "claims challenge", "claims challenge 403")
"""Those that one part of a batch can be answered with, too."""
CASES = [
    (journey, name)
    for journey in JOURNEYS
    for name in FAULTS
    if "certificate" not in journey.name or name == "reset after"  # each of its cases makes two keys
]
SHORT_SECONDS = 0.3
"""Seconds after which the time-out is met, in the place of a minute."""


@pytest.fixture
def read_seconds(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Sets how long an answer is waited for."""
    return lambda seconds: monkeypatch.setattr(transport, "READ_SECONDS", seconds)


def places(name: str) -> tuple[str, ...]:
    token = "token" in name or "claims" in name
    return ("graph", *(() if token else ("entra",)), *(("part",) if name in ANSWERS else ()))


@pytest.mark.parametrize(("journey", "name"), CASES, ids=str)
def test_after_a_fault_in_any_request_a_plain_rerun_leaves_one_of_each(
    journey: Journey, name: str, figures: Figures, tmp_path: Path, read_seconds: Callable[[float], None]
) -> None:
    for host in places(name):
        for index in count():
            with started(journey, tmp_path / f"{host}-{index}") as (tenant, person):
                before = credentials_in(tenant) - person.delivered()
                tenant.faults.add(Rule(FAULTS[name], host=host, index=index))  # type: ignore[arg-type]
                read_seconds(SHORT_SECONDS if name == "time-out" else 60)
                with figures.case(f"faults: {journey.name}", 0):
                    code = person.run(journey.argv)
                if not tenant.faults.fired:
                    break  # there is no such request any more
                read_seconds(60)
                with figures.case(f"faults: {journey.name}"):
                    judge(journey, tenant, person, before, f"{host} {index} ended {code}, {person.error!r}")
        assert index > 0 or host in ("graph", "part"), f"{host} was never asked"


def judge(journey: Journey, tenant: Tenant, person: Person, before: set[str], told: str) -> None:
    """What is there after the fault is delivered or marked; and after a plain re-run all is as it should be."""
    left = undelivered(tenant, person, before)
    tags = [tag for application in tenant.state.applications.values() for tag in application.resource["tags"]]
    assert not left or marks(tags, "GlimpsOdspConnector"), f"{told}: nobody would ever take it back"
    tenant.faults.clear()
    again = person.run(journey.argv)
    assert again in journey.again, f"{told}; the plain re-run ended {again}, {person.error!r}"
    assert not undelivered(tenant, person, before), told
    check_what_is_left(tenant, journey)
