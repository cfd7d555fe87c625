"""A tenant, a person without a role who has signed in to it, and the Global Administrator at the console."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from installer.demo import INSTANT, Tenant
from tests.demo.client import client_of
from tests.faults.commands import Person
from tests.faults.conftest import no_other_authority
from tests.ownership.intruder import Intruder
from tests.tenants import SCENARIOS

__all__ = ["no_other_authority"]


@pytest.fixture
def tenant() -> Iterator[Tenant]:
    """One where every member may register applications, which is Microsoft's default."""
    with Tenant(replace(SCENARIOS["clean"], consented=True).with_delays(INSTANT)) as tenant:
        yield tenant


@pytest.fixture
def intruder(tenant: Tenant) -> Iterator[Intruder]:
    with client_of(tenant) as client:
        intruder = Intruder(client)
        intruder.sign_in()
        yield intruder


@pytest.fixture
def person(tenant: Tenant, tmp_path: Path) -> Person:
    """The Global Administrator at the console."""
    return Person(tenant, tmp_path)
