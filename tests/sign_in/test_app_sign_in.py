"""The application's own sign-in: what Microsoft does not know yet of a new credential is waited for."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from installer.cancel import Cancel
from installer.demo import ResetBefore, Rule, Status
from installer.errors.sign_in import SignInRefused
from installer.events import Step, WaitReason
from installer.model import ClientSecret, Cloud, Secret
from installer.retry import BUDGET, Pause
from installer.sign_in import AppSignIn
from installer.sign_in.credential import APART_SECONDS, TOKENS
from installer.transport import Request, Response, Transport
from tests.engine import Engine, FastClock
from tests.tenants import Start

CLOUD = Cloud("lab", "Lab", "https://login.invalid", "https://graph.invalid")
TENANT = "8d1e4b6e-0000-4000-8000-000000000001"
WANTED = frozenset({"Files.Read.All", "Sites.Read.All"})
CREDENTIAL = ClientSecret(Secret("s3cret"), "key-id", datetime(2030, 1, 1, tzinfo=UTC))


def answer(status: int, document: dict[str, Any]) -> Response:
    return Response("login.invalid", status, {}, json.dumps(document).encode())


def refused(number: int) -> Response:
    return answer(401, {"error": "invalid_client", "error_description": f"AADSTS{number}: no", "error_codes": [number]})


def token(*roles: str) -> Response:
    claims = {"roles": roles, "tid": TENANT, "oid": "principal", "app_displayname": "Connector"}
    payload = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")
    return answer(200, {"token_type": "Bearer", "expires_in": 3599, "access_token": f"e30.{payload}.x"})


class TokenService(Transport):
    """Gives these answers to requests for a token one after the other, the last one for ever; each `takes` seconds."""

    def __init__(self, *answers: Response, takes: float = 0.0) -> None:  # without the sockets of a true one
        self._answers = list(answers)
        self._takes = takes
        self.asked: list[str] = []

    def send(self, request: Request, cancel: Cancel) -> Response:
        cancel.wait(self._takes)
        self.asked.append(request.url.rpartition("/")[2])
        if request.method == "GET":
            root = f"{CLOUD.authority}/{TENANT}/oauth2/v2.0"
            endpoints = {"authorization_endpoint": f"{root}/authorize", "token_endpoint": f"{root}/token"}
            return answer(200, {**endpoints, "issuer": f"{CLOUD.authority}/{TENANT}/v2.0"})
        return self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]


Waits = list[tuple[WaitReason, float]]


@pytest.fixture
def waits() -> Waits:
    return []


@pytest.fixture
def note(waits: Waits) -> Callable[[Pause, float], None]:
    return lambda pause, seconds: waits.append((pause.reason, seconds))


def test_the_credential_and_then_its_roles_are_waited_for(waits: Waits, note: Callable[[Pause, float], None]) -> None:
    clock = FastClock()
    service = TokenService(refused(7000215), refused(700016), token("Files.Read.All"), token(*WANTED))
    made = AppSignIn(CLOUD, TENANT, service, clock).steady_token("client", CREDENTIAL, WANTED, note)
    assert (made.roles, made.tenant_id, made.principal_id) == (WANTED, TENANT, "principal")
    assert [reason for reason, _ in waits] == [WaitReason.REPLICATION] * 3
    row = (TOKENS - 1) * APART_SECONDS
    assert clock.time == pytest.approx(sum(seconds for _, seconds in waits) + row)
    assert service.asked == ["openid-configuration", *["token"] * (3 + TOKENS)]


def test_where_all_is_well_the_row_of_tokens_takes_less_than_five_seconds() -> None:
    clock = FastClock()
    service = TokenService(token(*WANTED))
    AppSignIn(CLOUD, TENANT, service, clock).steady_token("client", CREDENTIAL, WANTED)
    assert service.asked.count("token") == TOKENS
    assert clock.time < 5


def test_a_slow_line_makes_the_row_no_longer_than_its_tokens_take() -> None:
    clock = FastClock()
    service = TokenService(token(*WANTED), takes=3.0)
    AppSignIn(CLOUD, TENANT, service, clock).steady_token("client", CREDENTIAL, WANTED)
    assert clock.time == (TOKENS + 1) * 3.0  # one for the document


@pytest.mark.parametrize("flaw", [refused(7000215), token("Files.Read.All"), token()], ids=["secret", "role", "roles"])
@pytest.mark.parametrize("after", range(1, TOKENS))
def test_what_is_accepted_and_then_refused_is_waited_for_until_it_is_accepted_in_a_row(
    flaw: Response, after: int
) -> None:
    service = TokenService(*[token(*WANTED)] * after, flaw, token(*WANTED), flaw, token(*WANTED))
    made = AppSignIn(CLOUD, TENANT, service, FastClock()).steady_token("client", CREDENTIAL, WANTED)
    assert made.roles == WANTED
    assert service.asked.count("token") == after + 3 + TOKENS


@pytest.mark.parametrize("fault", [Status(429, retry_after=20), ResetBefore()], ids=["busy", "broken"])
def test_a_further_token_that_cannot_be_had_takes_nothing_from_those_that_were(
    fault: Status | ResetBefore, start_tenant: Start
) -> None:
    tenant, clock = start_tenant(), FastClock()
    run = Engine(tenant, clock)
    token_of_the_app = Rule(fault, "entra", "POST", "token", index=2, times=None)
    run.on_done = {Step.CREDENTIAL: lambda: tenant.faults.add(token_of_the_app)}
    assert run.register().proven
    assert tenant.faults.fired
    assert len(tenant.state.secrets) == 1


def test_a_secret_that_never_settles_is_refused_in_the_end() -> None:
    clock, answers = FastClock(), [token(*WANTED), refused(7000215)] * 200
    with pytest.raises(SignInRefused):
        AppSignIn(CLOUD, TENANT, TokenService(*answers), clock).steady_token("client", CREDENTIAL, WANTED)
    assert BUDGET - 16 < clock.time < BUDGET + 1


def test_a_role_that_comes_and_goes_is_missing_in_the_end() -> None:
    clock, answers = FastClock(), [token(*WANTED), token("Files.Read.All")] * 200
    made = AppSignIn(CLOUD, TENANT, TokenService(*answers), clock).steady_token("client", CREDENTIAL, WANTED)
    assert made.roles is not None
    assert set(made.roles) == {"Files.Read.All"}
    assert BUDGET - 16 < clock.time < BUDGET + 1


def test_each_token_is_asked_for_over_a_connection_of_its_own(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    Engine(tenant).set_up(tmp_path / "b.age")
    grants = [asked for asked in tenant.entra_requests if asked.body.get("grant_type") == "client_credentials"]
    assert len({asked.connection for asked in grants}) == len(grants) == TOKENS


def test_roles_that_stay_away_are_missing_in_the_token_that_comes_at_last() -> None:
    clock = FastClock()
    service = TokenService(token("Files.Read.All"))
    made = AppSignIn(CLOUD, TENANT, service, clock).steady_token("client", CREDENTIAL, WANTED)
    assert made.roles is not None
    assert set(made.roles) == {"Files.Read.All"}
    assert BUDGET - 16 < clock.time <= BUDGET


@pytest.mark.parametrize(("number", "ends"), [(7000215, BUDGET), (50076, 0)])
def test_a_refusal_is_raised_once_waiting_cannot_help(number: int, ends: float) -> None:
    clock = FastClock()
    with pytest.raises(SignInRefused) as caught:
        AppSignIn(CLOUD, TENANT, TokenService(refused(number)), clock).steady_token("client", CREDENTIAL, WANTED)
    assert caught.value.code == number
    assert ends - 16 < clock.time <= ends


def test_a_credential_of_old_is_waited_for_by_nobody() -> None:
    clock = FastClock()
    with pytest.raises(SignInRefused):
        AppSignIn(CLOUD, TENANT, TokenService(refused(7000215)), clock).token("client", CREDENTIAL)
    assert clock.time == 0
