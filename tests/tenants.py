"""Embedded tenants for the tests: each Graph request that one of them got is held against Microsoft's description."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from urllib.parse import parse_qsl

import pytest

from installer import demo
from installer.config.manifest import load_manifest
from installer.demo import INSTANT, Delays, Tenant
from installer.texts import in_each_language
from tests.contract import DESCRIPTION, Contract

Start = Callable[..., Tenant]
FULL, READ_ONLY = (
    tuple(sorted(permission.name for permission in profile.permissions)) for profile in load_manifest().profiles
)
"""The names of the permissions that each profile of the manifest asks for."""
TRANSLATIONS = in_each_language("Rehearsal", demo.SHOWN)
"""Of the sign-in pages, as the program gives them to a rehearsal."""
SCENARIOS = {
    name: scenario.with_profiles(load_manifest().profiles).with_translations(TRANSLATIONS)
    for name, scenario in demo.SCENARIOS.items()
}


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
