"""The application's own sign-in: what Microsoft does not know yet of a new credential is waited for."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from installer.cancel import Cancel
from installer.errors.sign_in import SignInRefused
from installer.events import WaitReason
from installer.model import ClientSecret, Cloud, Secret
from installer.retry import BUDGET, Pause
from installer.sign_in import AppSignIn
from installer.transport import Request, Response, Transport
from tests.engine import FastClock

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
    """Gives these answers to requests for a token one after the other, the last one for ever."""

    def __init__(self, *answers: Response) -> None:  # without the sockets of a true one
        self._answers = list(answers)
        self.asked: list[str] = []

    def send(self, request: Request, cancel: Cancel) -> Response:
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
    made = AppSignIn(CLOUD, TENANT, service, clock).first_token("client", CREDENTIAL, WANTED, note)
    assert (made.roles, made.tenant_id, made.principal_id) == (WANTED, TENANT, "principal")
    assert [reason for reason, _ in waits] == [WaitReason.REPLICATION] * 3
    assert clock.time == pytest.approx(sum(seconds for _, seconds in waits))
    assert service.asked == ["openid-configuration", *["token"] * 4]


def test_roles_that_stay_away_are_missing_in_the_token_that_comes_at_last() -> None:
    clock = FastClock()
    service = TokenService(token("Files.Read.All"))
    made = AppSignIn(CLOUD, TENANT, service, clock).first_token("client", CREDENTIAL, WANTED)
    assert made.roles == {"Files.Read.All"}
    assert BUDGET - 16 < clock.time <= BUDGET


@pytest.mark.parametrize(("number", "ends"), [(7000215, BUDGET), (50076, 0)])
def test_a_refusal_is_raised_once_waiting_cannot_help(number: int, ends: float) -> None:
    clock = FastClock()
    with pytest.raises(SignInRefused) as caught:
        AppSignIn(CLOUD, TENANT, TokenService(refused(number)), clock).first_token("client", CREDENTIAL, WANTED)
    assert caught.value.code == number
    assert ends - 16 < clock.time <= ends


def test_a_credential_of_old_is_waited_for_by_nobody() -> None:
    clock = FastClock()
    with pytest.raises(SignInRefused):
        AppSignIn(CLOUD, TENANT, TokenService(refused(7000215)), clock).token("client", CREDENTIAL)
    assert clock.time == 0
