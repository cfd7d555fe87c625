"""A clean tenant without delays, and a client that is signed in to it as its Global Administrator."""

from collections.abc import Iterator

import pytest

from installer.demo import CLEAN, Tenant
from tests.demo.client import Client, instant, running
from tests.tenants import TRANSLATIONS


@pytest.fixture
def client() -> Iterator[Client]:
    """Not signed in."""
    with running(instant(CLEAN.with_translations(TRANSLATIONS))) as client:
        yield client


@pytest.fixture
def admin(client: Client) -> Client:
    """Signed in with the scopes the product asks for."""
    result = client.sign_in()
    assert "access_token" in result, result
    return client


@pytest.fixture
def tenant(client: Client) -> Tenant:
    return client.tenant
