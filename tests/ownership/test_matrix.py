"""Eleven ways in which a person without a role prepares the tenant, against each way to go on at the console.

He tries everything he can sign in with: he has nothing that was not shown and given knowingly.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from installer.errors.base import ExitCode
from installer.errors.ownership import DecisionNeeded
from installer.events import Event, Planned
from tests.faults.commands import Person, Terminal
from tests.figures import Figures
from tests.ownership.intruder import Intruder
from tests.ownership.ways import WAYS, Moment, Way
from tests.tenants import FULL

SETUP = ("setup", "--sign-in", "device-code")


@dataclass(frozen=True)
class Manner:
    """How the administrator goes on: by an option, or by what is typed at the question and at the confirmation."""

    name: str
    options: tuple[str, ...] = ()
    typed: str | None = None
    adopts: bool = False

    def __str__(self) -> str:
        return self.name


MANNERS = (
    Manner("--yes"),
    Manner("--adopt", ("--adopt",), adopts=True),
    Manner("--clean", ("--clean",)),
    Manner("--fresh", ("--fresh",)),
    Manner("by hand, nothing", typed="\n"),
    Manner("by hand, cleaned", typed="1\ncontoso\n"),
    Manner("by hand, another one", typed="2\ncontoso\n"),
    Manner("by hand, adopted", typed="3\ncontoso\n", adopts=True),
)


@pytest.mark.parametrize("manner", MANNERS, ids=str)
@pytest.mark.parametrize("intrusion", WAYS, ids=str)
def test_he_gets_nothing_that_was_not_given_knowingly(
    intrusion: Way,
    manner: Manner,
    intruder: Intruder,
    person: Person,
    figures: Figures,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with figures.case("intruder: eleven ways, at the console"):
        told = ""
        begin(intrusion, intruder, person)
        assert not intruder.application or not intruder.granted(), "nothing was there to be had before"
        for _ in range(2):  # what was met in the middle of a run is asked about in the next one
            if manner.typed is None:
                ended = person.run((*SETUP, *manner.options))
            else:
                typed = manner.typed if isinstance(person.error, DecisionNeeded) or found(intrusion) else "contoso\n"
                monkeypatch.setattr("sys.stdin", Terminal(typed))
                ended = person.ask(SETUP)
            told += person.said.getvalue()
            person.on_event = lambda _event: None
            assert ended in (ExitCode.DONE, ExitCode.DECISION, ExitCode.CANCELLED), person.error
            if ended == ExitCode.DONE:
                break
            assert not intruder.loot(), "nobody has decided, or nobody could"
        loot = intruder.loot()
        if manner.adopts and loot:
            assert loot == set(FULL)
            named = [*intruder.key_ids, *(["GLIMPS"] if intruder.federated else []), "Nadia"]
            assert any(word in told for word in named), "he is named before, with what he holds"
        else:
            assert not loot


def begin(intrusion: Way, intruder: Intruder, person: Person) -> None:
    match intrusion.moment:
        case Moment.BEFORE:
            intrusion.prepare(intruder)
        case Moment.BESIDE:
            assert person.run(SETUP) == ExitCode.DONE
            intrusion.prepare(intruder)
        case Moment.BETWEEN:

            def strike(event: Event) -> None:
                if isinstance(event, Planned) and not intruder.application:
                    intrusion.prepare(intruder)

            person.on_event = strike


def found(intrusion: Way) -> bool:
    """Whether the question comes at once."""
    return intrusion.moment is Moment.BEFORE and bool(intrusion.reasons)
