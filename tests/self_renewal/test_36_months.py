"""36 months of the scheduled command, the clock alone simulated: a valid key at any minute, two at most, no person.

Microsoft's clock is moved, and the program goes by it; the key files lie on the disk, and each month's command finds
there what the month before left.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from installer.demo import Scenario, Tenant
from installer.demo.resources import moment
from installer.demo.scenarios import SecretPolicy
from installer.transport import Exchange
from tests.figures import Figures
from tests.forked import run
from tests.journeys.program import Program
from tests.self_renewal.connector import DAY, MONTHLY, Connector, installed, persons, usable

pytestmark = [pytest.mark.matrix, pytest.mark.slow]

SCHEDULED = (*MONTHLY, "--warn-days", "45")
"""README's line."""
MONTHS = 36
KILLS = (1, 2, 3, 3, 4, 5, 6, 7, 8)
"""After which request each run of one exchange is killed: the discovery document, a token, addKey; the runs after that
find the new key, and are killed after each of the five tokens with it, and after removeKey."""


class Killed(BaseException):
    """Passes through whatever catches exceptions, as a kill does."""


@dataclass
class Power:
    """Goes off right after the given request of the next run took effect; counts keys after each of them."""

    connector: Connector | None = None
    left: int | None = None
    most: int = 0
    kills: int = 0

    def observe(self, _exchange: Exchange) -> None:
        if self.connector is not None:
            self.most = max(self.most, len(self.connector.live))
        if self.left is not None:
            self.left -= 1
            if not self.left:
                self.left = None
                self.kills += 1
                raise Killed


@dataclass
class Calendar:
    """The first of each month, as seconds from the first day on."""

    seconds: list[float] = field(default_factory=list)

    @classmethod
    def of(cls, start: float) -> Calendar:
        first = datetime.fromtimestamp(start, UTC)
        months = [first.month + number for number in range(1, MONTHS + 1)]
        days = [
            datetime(first.year + (month - 1) // 12, (month - 1) % 12 + 1, 1, 6, 15, tzinfo=UTC) for month in months
        ]
        return cls([day.timestamp() - start for day in days])


def policy(days: int) -> SecretPolicy:
    return SecretPolicy(None, longest_certificate=days)


def months(connector: Connector) -> Iterator[int]:
    """Each month in its turn; before it begins, the key that was there is valid to the last minute."""
    for number, seconds in enumerate(Calendar.of(connector.tenant.backend.now()).seconds, 1):
        connector.hands.seconds = seconds - 60
        assert usable(connector), f"no valid key in the last minute before month {number}"
        connector.hands.seconds = seconds
        yield number


@pytest.mark.parametrize("days", [365, 90])
def test_36_months_with_a_kill_after_every_request(days: int, figures: Figures, tmp_path: Path) -> None:
    """With the longer policy each command is a process of its own, but for those that are killed."""
    power, kills, renewals = Power(), list(KILLS), 0

    def limited(scenario: Scenario) -> Scenario:
        return replace(scenario, secret_policy=policy(days), keeps_key_ids=days == 90)

    (work := tmp_path / "work").mkdir()
    with installed(work, limited, days=days) as connector:
        power.connector, signed_in = connector, persons(connector)
        for number in months(connector):
            due = days_left(connector) <= 45
            renewals += due
            while due and kills:
                with figures.case(f"36 months, {days} days: kills, after each request"):
                    connector.observe, power.left = power.observe, kills.pop(0)
                    with pytest.raises(Killed):
                        connector.renew(*SCHEDULED)
                    assert usable(connector), f"month {number}, {len(kills)} kills before the end"
            with figures.case(f"36 months, {days} days: scheduled runs"):
                if days == 365:
                    ended = run(command(connector.tenant, work), tmp_path, more={"SSL_CERT_FILE": str(work / "ca.pem")})
                    code, said = ended.returncode, ended.stderr
                else:
                    checked = connector.renew(*SCHEDULED)
                    code, said = checked.code, checked.err
                assert code == 0, said
                assert usable(connector)
            power.most = max(power.most, len(connector.live))
        assert power.kills == len(KILLS)
        assert power.most == 2
        assert MONTHS * 28 // days <= renewals <= MONTHS // 2, "a month may be the eleventh, or the twelfth"
        assert persons(connector) == signed_in
        assert calls(connector, "addKey") == renewals, "what a killed run had added was taken"
        assert len(connector.live) == 1
        assert connector.hidden == []


def calls(connector: Connector, action: str) -> int:
    return len([each for each in connector.tenant.requests if each.path.endswith(action)])


def days_left(connector: Connector) -> float:
    return (max(moment(entry["endDateTime"]) for entry in connector.entries) - connector.tenant.backend.now()) / DAY


def command(tenant: Tenant, folder: Path) -> tuple[str, ...]:
    if not (folder / "lab.toml").exists():
        kept = (folder / "key.txt").read_text()
        Program(tenant, folder, "en")
        (folder / "key.txt").write_text(kept)
    files = ("--key", "k.pem", "--certificate", "c.cer", "--identity", "key.txt")
    return ("renew", "ids.age", *files, *SCHEDULED, "--cloud", "lab.toml")
