"""What is believed of Microsoft, on which evidence, and how a run ends where it is not so."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from installer.demo import Delays, Rule, Scenario, Tenant
from installer.errors.base import ExitCode
from installer.errors.ownership import DecisionNeeded
from installer.events import Planned
from installer.registration.tags import marks as marks_among
from installer.texts import explain
from tests.engine import Hands
from tests.faults.commands import (
    LATE_LISTS,
    SETUP,
    Journey,
    Person,
    check_what_is_left,
    credentials_in,
    undelivered,
)
from tests.tenants import FULL, SCENARIOS


class Grade(StrEnum):
    """How well a belief is founded, from the best evidence to none."""

    RECORDED = "recorded"
    """In recorded traffic of the live service, of clients that publish theirs."""
    DOCUMENTED = "documented"
    """In Microsoft's documentation."""
    QUOTED = "quoted"
    """Seen by others, and quoted in public threads."""
    READ = "read"
    """In the source of another client, which relies on it."""
    TRIED = "tried"
    """By ourselves, not on a live tenant."""
    ASSUMED = "assumed"


@dataclass(frozen=True)
class Ends:
    """How the run under the contradiction ends.

    `says` is what its sentences must hold, `never` what would be false in them, `asked` what must stand in a request to
    the token service.
    """

    code: int = ExitCode.DONE
    says: tuple[str, ...] = ()
    never: tuple[str, ...] = ("Traceback", "Unexpected error")
    asked: str = ""


DONE = Ends()


@dataclass(frozen=True)
class Contradiction:
    """What the tenant does otherwise, and how the command ends.

    `before` ran first, in the tenant as it is believed to be. `arranged` changes what the tenant holds, as `meanwhile`
    does while the person looks at the plan. `later` are seconds that pass before the plain re-run, which meets no
    contradiction and ends with `again`.
    """

    rules: tuple[Rule, ...] = ()
    ends: Ends = DONE
    scenario: Scenario = SCENARIOS["clean"]
    argv: tuple[str, ...] = SETUP
    before: tuple[tuple[str, ...], ...] = ()
    delays: Delays = LATE_LISTS
    arranged: Callable[[Tenant], None] = lambda _tenant: None
    meanwhile: Callable[[Tenant], None] = lambda _tenant: None
    later: float = 0.0
    again: ExitCode = ExitCode.DONE
    grants: int = len(FULL)
    applications: int = 1


@dataclass(frozen=True)
class Belief:
    """`otherwise` is what the program does where it is not so; `contrary` is tried, or names the test that tries it."""

    what: str
    grade: Grade
    source: str
    otherwise: str
    contrary: Contradiction | str

    def __str__(self) -> str:
        return "-".join(self.what.lower().replace(":", " ").replace("/", " ").split()[:12])


@dataclass
class Trial:
    """One contradiction, tried in a tenant and a folder of its own."""

    contradiction: Contradiction
    folder: Path
    hands: Hands = field(default_factory=Hands)
    met: bool = False
    """Whether the run met all that contradicts the belief."""

    def run(self) -> None:
        case = self.contradiction
        with Tenant(case.scenario.with_delays(case.delays), now=self.hands.tenant_time) as tenant:
            person = Person(tenant, self.folder, hands=self.hands)
            for argv in case.before:
                assert person.run(argv) == ExitCode.DONE, person.error
            case.arranged(tenant)
            person.on_event = lambda event: case.meanwhile(tenant) if isinstance(event, Planned) else None
            self._contradict(tenant, person)

    def _contradict(self, tenant: Tenant, person: Person) -> None:
        case = self.contradiction
        good = credentials_in(tenant)
        tenant.faults.add(*case.rules)
        code = person.run(case.argv)
        fired = set(map(id, tenant.faults.fired))
        self.met = fired >= set(map(id, case.rules))
        self._judge_ending(person, code)
        asked = [str(exchange.body) for exchange in tenant.entra_requests]
        assert any(case.ends.asked in text for text in asked)
        assert self.met, "not met, so that nothing was contradicted"
        self._judge_tenant(tenant, person, good)
        tenant.faults.clear()
        self.hands.seconds += case.later
        again = person.run(case.argv)
        assert again == case.again, f"the plain re-run ended {again}: {told_by(person)[-1500:]}"
        self._judge_tenant(tenant, person, good)
        assert not undelivered(tenant, person, good)
        if case.again is ExitCode.DONE and case.applications == 1:
            check_what_is_left(tenant, Journey("", case.argv, grants=case.grants))

    def _judge_ending(self, person: Person, code: int) -> None:
        ends, told = self.contradiction.ends, told_by(person)
        assert code == ends.code, f"ended {code}, {person.error!r}: {told[-1500:]}"
        for sentence in ends.says:
            assert sentence in told, f"“{sentence}” is not in: {told[-1500:]}"
        for sentence in ends.never:
            assert sentence not in told, f"“{sentence}” is false"

    def _judge_tenant(self, tenant: Tenant, person: Person, good: set[str]) -> None:
        """Nothing good is gone; what was delivered is alive; what was not is marked; there is no second application."""
        removes = self.contradiction.argv[0] == "remove" or "purge" in self.contradiction.argv
        there = credentials_in(tenant)
        assert removes or good <= there, "a good credential was revoked"
        assert removes or person.delivered() - good <= there, "what was delivered is dead"
        marks = [tag for application in tenant.state.applications.values() for tag in application.resource["tags"]]
        assert not undelivered(tenant, person, good) or marks_among(marks, "GlimpsOdspConnector"), "an orphan"
        assert len(tenant.state.applications) <= self.contradiction.applications


def told_by(person: Person) -> str:
    """All sentences of the last run, the error's own among them, and the codes of its warnings and reasons."""
    lines = person.said.getvalue().splitlines()
    sentences = [line for line in lines if not line.startswith("{")]
    events = [json.loads(line) for line in lines if line.startswith("{")]
    warnings = [f"warning {event['code']}: {event['what']}" for event in events if event["event"] == "warning"]
    question = person.error.question if isinstance(person.error, DecisionNeeded) else None
    decisions = [f"decision {code}" for code in question.codes] if question else []
    if person.error is not None:
        told = explain(person.error)
        sentences.append(f"{told.title}: {told.sentence}")
    return "\n".join((*sentences, *warnings, *decisions))
