"""Any request can fail, before or after it took effect: a clear end, nothing lost, and a plain re-run finishes.

Each fault meets each request of each journey, but for two journeys whose requests to Graph another one sends as well:
there, they meet one fault of each kind.
"""

import re
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
ONE_OF_EACH_KIND = ("503", "reset after", "claims challenge")
"""What is asked again, what may have taken effect, and what takes a new sign-in: all other faults are one of these."""
LIKE = {
    "setup by browser": "setup by device code",
    "setup of what was made by hand": "setup that removes what does not belong",
}
"""A journey, and the one that meets every fault in each of its requests to Graph, and in others."""
GUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
SHORT_SECONDS = 0.3
"""Seconds until the time-out, instead of a minute."""


@pytest.fixture
def read_seconds(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Sets how long an answer is waited for."""
    return lambda seconds: monkeypatch.setattr(transport, "READ_SECONDS", seconds)


def places(journey: Journey, name: str) -> tuple[str, ...]:
    """Where the fault is met; what is left out is met in the journey that LIKE names."""
    token = "token" in name or "claims" in name
    sign_in = () if token else ("entra",)
    if journey.name in LIKE and name not in ONE_OF_EACH_KIND:
        return sign_in
    return ("graph", *sign_in, *(("part",) if name in ANSWERS else ()))


CASES = [
    (journey, name)
    for journey in JOURNEYS
    for name in FAULTS
    if "certificate" not in journey.name or name in ONE_OF_EACH_KIND  # its requests are a setup's, but for one
    if places(journey, name)
]


@pytest.mark.parametrize(("one", "whole"), LIKE.items())
def test_what_meets_few_faults_sends_graph_nothing_but_what_another_journey_sends(
    one: str, whole: str, tmp_path: Path
) -> None:
    assert asked_by(journey_of(one), tmp_path / "one") <= asked_by(journey_of(whole), tmp_path / "whole")


def asked_by(journey: Journey, folder: Path) -> set[tuple[str, str]]:
    """Method and path of each request to Graph, and of each part of a batch, without ids."""
    with started(journey, folder) as (tenant, person):
        assert person.run(journey.argv) == 0
        parts = [part for sent in tenant.requests if sent.path.endswith("$batch") for part in sent.body["requests"]]
        asked = {(sent.method, sent.path) for sent in tenant.requests} | {
            (part["method"], part["url"]) for part in parts
        }
        ids = {*re.findall(GUID, " ".join(path for _method, path in asked))}
        assert len(ids) > 2
        return {(method, re.sub(GUID, "ID", path)) for method, path in asked}


@pytest.mark.parametrize(("journey", "name"), CASES, ids=str)
def test_after_a_fault_in_any_request_a_plain_rerun_leaves_one_of_each(
    journey: Journey, name: str, figures: Figures, tmp_path: Path, read_seconds: Callable[[float], None]
) -> None:
    for host in places(journey, name):
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
