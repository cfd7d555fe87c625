"""Whatever Microsoft, or something between, answers: success or an error of ours, at once, and told in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice, product

import pytest

from installer.config.manifest import load_manifest
from installer.demo import Administrator, Tenant
from installer.events import Event, SignInDeviceCode
from installer.graph import Graph
from installer.model import CredentialSpec, Decision, Secret, SetUp, Target, utc_now
from installer.registration import Demand, compare, inspect, plan, register, settle
from installer.sign_in import AppSignIn, DeviceCodeSignIn, Entra, Session
from installer.transport import Response, Transport
from tests.engine import FastClock
from tests.figures import Figures
from tests.fuzz.ending import ending
from tests.fuzz.mutation import mutated
from tests.fuzz.replay import Exchange, Recording, Replaying, damaged
from tests.tenants import Start

pytestmark = pytest.mark.fuzz

STATUSES = (100, 200, 201, 204, 302, 307, 400, 403, 404, 409, 410, 418, 429, 500, 502, 503, 599)
BODIES = (b"", b"null", b"<html>", b'{"error": {"code": 5, "message": [], "innerError": 1}}')
HEADERS: tuple[dict[str, str], ...] = (
    {},
    {"Retry-After": "9" * 400, "request-id": "x" * 9000, "WWW-Authenticate": 'insufficient_claims claims="="'},
)


@dataclass
class Client:
    """What asks Microsoft: a device-code sign-in, or the engine from the first look to the settled secret."""

    tenant: Tenant
    manifest = load_manifest()
    administrators: list[Administrator] = field(default_factory=list)

    def report(self, event: Event) -> None:
        if isinstance(event, SignInDeviceCode) and self.administrators:
            self.administrators[0].enter_code(event.verification_uri, event.user_code)
            self.administrators[0].join(5)

    def sign_in(self, transport: Transport) -> Session:
        entra = Entra.of(self.manifest, self.tenant.cloud, None, None, transport, FastClock())
        return DeviceCodeSignIn(entra, self.report).sign_in()

    def set_up(self, transport: Transport, token: Secret) -> None:
        cancel, cloud = FastClock(), self.tenant.cloud
        graph = Graph(cloud, Bearer(token), transport, cancel)
        profile = self.manifest.profiles[0]
        target = Target(profile, self.manifest.application_name)
        state = inspect(graph, self.manifest, target)
        agreed = plan(self.manifest, SetUp(target, CredentialSpec(12), decision=Decision.ADOPT), state, utc_now(), "")
        app_sign_in = AppSignIn(cloud, state.organization.id, transport, cancel)
        registration = register(
            agreed, state, Demand(self.manifest, profile), graph, app_sign_in, utc_now(), self.report
        )
        settle(graph, registration)
        if state.application:
            compare(self.manifest, profile, state, state.application)


@dataclass(frozen=True)
class Bearer:
    bearer: Secret

    def renew(self, refused: Secret, claims: str | None) -> None:
        raise AssertionError("no answer here asks for a new token")


@dataclass
class Recorded:
    client: Client
    token: Secret
    sign_in: list[Exchange]
    set_up: list[Exchange]


@pytest.fixture(params=["clean", "existing-manual"])
def recorded(request: pytest.FixtureRequest, start_tenant: Start) -> Recorded:
    """A true sign-in and a true setup, as they were answered."""
    client = Client(start_tenant(request.param))
    client.administrators.append(Administrator(client.tenant))
    transport = Recording(client.tenant)
    token = client.sign_in(transport).token
    sign_in, transport.exchanges = transport.exchanges, []
    client.set_up(transport, token)
    client.administrators.clear()
    return Recorded(client, token, sign_in, transport.exchanges)


def judge(name: str, run: Callable[[Transport], object], exchanges: list[Exchange], figures: Figures, row: str) -> None:
    """One case, with these answers."""
    with figures.case(row):
        ending(name, lambda: run(Replaying(exchanges)))


def bytes_damaged(exchanges: list[Exchange], count: int) -> Iterator[tuple[str, list[Exchange]]]:
    for index, exchange in enumerate(exchanges):
        for number, body in enumerate(mutated(exchange.response.body, count, seed=index)):
            changed = replace(exchange, response=replace(exchange.response, body=body))
            yield f"{exchange.asked} mutation {number}", [*exchanges[:index], changed, *exchanges[index + 1 :]]


def other_statuses(exchanges: list[Exchange]) -> Iterator[tuple[str, list[Exchange]]]:
    for index, exchange in enumerate(exchanges):
        for status, body, headers in product(STATUSES, (exchange.response.body, *BODIES), HEADERS):
            changed = replace(exchange, response=Response(exchange.response.host, status, headers, body))
            yield f"{exchange.asked} {status} {body[:9]!r}", [*exchanges[:index], changed, *exchanges[index + 1 :]]


def test_nonsense_anywhere_in_an_answer_of_the_token_service_is_survived(recorded: Recorded, figures: Figures) -> None:
    for made in (damaged(recorded.sign_in), bytes_damaged(recorded.sign_in, 100), other_statuses(recorded.sign_in)):
        for name, exchanges in made:
            judge(name, recorded.client.sign_in, exchanges, figures, "fuzz: answers of the token service")


def test_nonsense_anywhere_in_an_answer_of_graph_is_survived(recorded: Recorded, figures: Figures) -> None:
    def run(transport: Transport) -> None:
        recorded.client.set_up(transport, recorded.token)

    step = 1 if recorded.client.tenant.scenario.name == "clean" else 4
    for made in (damaged(recorded.set_up), bytes_damaged(recorded.set_up, 60), other_statuses(recorded.set_up)):
        for name, exchanges in islice(made, 0, None, step):
            judge(name, run, exchanges, figures, "fuzz: answers of Microsoft Graph")
