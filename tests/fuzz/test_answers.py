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
from installer.model import CredentialSpec, Language, Secret, SetUp, Target, utc_now
from installer.registration import compare, inspect, plan, register, settle
from installer.sign_in import AppSignIn, DeviceCodeSignIn, Entra, Session
from installer.transport import Response, Transport
from tests.engine import Hurried
from tests.figures import Figures
from tests.fuzz.ending import ending
from tests.fuzz.mutation import mutated
from tests.fuzz.replay import Recording, Replaying, Told, damaged
from tests.tenants import Start

pytestmark = pytest.mark.fuzz

STATUSES = (100, 200, 201, 204, 302, 307, 400, 403, 404, 409, 410, 418, 429, 500, 502, 503, 599)
BODIES = (b"", b"null", b"<html>", b'{"error": {"code": 5, "message": [], "innerError": 1}}')
HEADERS: tuple[dict[str, str], ...] = (
    {},
    {"Retry-After": "9" * 400, "request-id": "x" * 9000, "WWW-Authenticate": 'insufficient_claims claims="="'},
)


@dataclass
class Walk:
    """What asks Microsoft: a device-code sign-in, or the engine from the first look to the settled secret."""

    tenant: Tenant
    manifest = load_manifest()
    administrators: list[Administrator] = field(default_factory=list)

    def report(self, event: Event) -> None:
        if isinstance(event, SignInDeviceCode) and self.administrators:
            self.administrators[0].enter_code(event.verification_uri, event.user_code)
            self.administrators[0].join(5)

    def sign_in(self, transport: Transport) -> Session:
        entra = Entra.of(self.manifest, self.tenant.cloud, None, None, transport, Hurried())
        return DeviceCodeSignIn(entra, self.report).sign_in()

    def set_up(self, transport: Transport, token: Secret) -> None:
        cancel, cloud = Hurried(), self.tenant.cloud
        graph = Graph(cloud, Bearer(token), transport, cancel)
        profile = self.manifest.profiles[0]
        target = Target(profile, self.manifest.application_name)
        state = inspect(graph, self.manifest, target)
        todo = plan(self.manifest, SetUp(target, CredentialSpec(12)), state, utc_now(), Language.EN)
        app_sign_in = AppSignIn(cloud, state.organization.id, transport, cancel)
        done = register(todo, state, profile, self.manifest, graph, app_sign_in, self.report)
        settle(graph, done)
        if state.application:
            compare(self.manifest, profile, state, state.application)


@dataclass(frozen=True)
class Bearer:
    bearer: Secret

    def renew(self, refused: Secret, claims: str | None) -> None:
        raise AssertionError("no answer here asks for a new token")


@dataclass
class Recorded:
    walk: Walk
    token: Secret
    sign_in: list[Told]
    set_up: list[Told]


@pytest.fixture(params=["clean", "existing-manual"])
def recorded(request: pytest.FixtureRequest, start_tenant: Start) -> Recorded:
    """A true sign-in and a true setup, as they were answered."""
    walk = Walk(start_tenant(request.param))
    walk.administrators.append(Administrator(walk.tenant))
    transport = Recording(walk.tenant)
    token = walk.sign_in(transport).token
    sign_in, transport.told = transport.told, []
    walk.set_up(transport, token)
    walk.administrators.clear()
    return Recorded(walk, token, sign_in, transport.told)


def judge(name: str, run: Callable[[Transport], object], told: list[Told], figures: Figures, row: str) -> None:
    """One case, with these answers."""
    with figures.case(row):
        ending(name, lambda: run(Replaying(told)))


def bytes_damaged(told: list[Told], count: int) -> Iterator[tuple[str, list[Told]]]:
    for index, one in enumerate(told):
        for number, body in enumerate(mutated(one.response.body, count, seed=index)):
            changed = replace(one, response=replace(one.response, body=body))
            yield f"{one.asked} mutation {number}", [*told[:index], changed, *told[index + 1 :]]


def other_statuses(told: list[Told]) -> Iterator[tuple[str, list[Told]]]:
    for index, one in enumerate(told):
        for status, body, headers in product(STATUSES, (one.response.body, *BODIES), HEADERS):
            changed = replace(one, response=Response(one.response.host, status, headers, body))
            yield f"{one.asked} {status} {body[:9]!r}", [*told[:index], changed, *told[index + 1 :]]


def test_nonsense_anywhere_in_an_answer_of_the_token_service_is_survived(recorded: Recorded, figures: Figures) -> None:
    for made in (damaged(recorded.sign_in), bytes_damaged(recorded.sign_in, 100), other_statuses(recorded.sign_in)):
        for name, told in made:
            judge(name, recorded.walk.sign_in, told, figures, "fuzz: answers of the token service")


def test_nonsense_anywhere_in_an_answer_of_graph_is_survived(recorded: Recorded, figures: Figures) -> None:
    def run(transport: Transport) -> None:
        recorded.walk.set_up(transport, recorded.token)

    step = 1 if recorded.walk.tenant.scenario.name == "clean" else 4
    for made in (damaged(recorded.set_up), bytes_damaged(recorded.set_up, 60), other_statuses(recorded.set_up)):
        for name, told in islice(made, 0, None, step):
            judge(name, run, told, figures, "fuzz: answers of Microsoft Graph")
