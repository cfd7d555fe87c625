"""Embedded tenants for the tests: each Graph request that one of them got is held against Microsoft's description."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from urllib.parse import parse_qsl

import pytest

from installer.demo import INSTANT, SCENARIOS, Delays, Tenant
from tests.contract import DESCRIPTION, Contract

Start = Callable[..., Tenant]


@pytest.fixture
def start_tenant() -> Iterator[Start]:
    """Starts tenants, and checks at the end that what was sent to them is what Microsoft Graph takes."""
    tenants: list[Tenant] = []
    with ExitStack() as stack:

        def start(scenario: str = "clean", *, delays: Delays = INSTANT, latency: float = 0.0) -> Tenant:
            tenant = stack.enter_context(Tenant(SCENARIOS[scenario].with_delays(delays), latency=latency))
            tenants.append(tenant)
            return tenant

        yield start
    if DESCRIPTION.is_file():
        description = Contract.load(DESCRIPTION)
        for tenant in tenants:
            assert violations(tenant, description) == []


def violations(tenant: Tenant, description: Contract) -> list[str]:
    """What Microsoft's description does not know of the requests that the tenant got, one line each."""
    found = []
    for request in tenant.requests:
        path, _, query = request.path.partition("?")
        problems = description.check(request.method, path, dict(parse_qsl(query)), request.body)
        found += [f"{request.method} {request.path}: {problem}" for problem in problems]
    return found
