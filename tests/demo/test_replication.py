"""What Entra's copies do after a write, on a clock that only the test moves."""

from __future__ import annotations

from collections.abc import Iterator

import jwt
import pytest

from installer.demo import CLEAN, Delays, Spread
from tests.demo.client import FULL, Client, Clock, running

_TEN = Delays((10, 10), (20, 20), (30, 30), (40, 40), (5, 5))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def slow(clock: Clock) -> Iterator[Client]:
    with running(CLEAN.with_delays(_TEN), now=clock) as client:
        client.sign_in()
        yield client


def test_a_new_application_is_not_known_everywhere_at_once(slow: Client, clock: Clock) -> None:
    application = slow.make_application()
    early = [slow.call("POST", "/servicePrincipals", {"appId": application["appId"]}) for _ in range(2)]
    assert {answer.status_code for answer in early} == {400, 403}
    assert any("does not reference a valid application object" in answer.text for answer in early)
    assert any("must in the local tenant" in answer.text for answer in early)
    assert slow.call("POST", f"/applications/{application['id']}/addPassword").status_code == 404
    assert slow.call("GET", f"/applications/{application['id']}").status_code == 404
    clock.advance(10)
    assert slow.call("GET", f"/applications/{application['id']}").status_code == 200
    slow.make_service_principal(application)


def test_lists_lag_behind_reads_by_id(slow: Client, clock: Clock) -> None:
    application = slow.make_application()
    clock.advance(12)
    assert slow.get(f"/applications/{application['id']}")
    assert slow.get("/applications?$filter=uniqueName eq 'glimps-odsp-connector'")["value"] == []
    clock.advance(3)
    assert slow.get("/applications?$filter=uniqueName eq 'glimps-odsp-connector'")["value"]


def test_lists_show_for_a_while_what_is_deleted(slow: Client, clock: Clock) -> None:
    application = slow.make_application()
    clock.advance(15)
    assert slow.call("DELETE", f"/applications/{application['id']}").status_code == 204
    assert slow.call("GET", f"/applications/{application['id']}").status_code == 404
    (stale,) = slow.get("/applications?$filter=uniqueName eq 'glimps-odsp-connector'")["value"]
    assert (stale["id"], stale["deletedDateTime"]) == (application["id"], None)
    clock.advance(5)
    assert slow.get("/applications")["value"] == []


def test_repeating_an_upsert_finds_what_reads_do_not_show_yet(slow: Client) -> None:
    slow.make_application()
    again = slow.call(
        "PATCH",
        "/applications(uniqueName='glimps-odsp-connector')",
        {"displayName": "Connector"},
        {"Prefer": "create-if-missing"},
    )
    assert again.status_code == 204
    assert len(slow.tenant.state.applications) == 1


def test_grants_wait_for_the_service_principal(slow: Client, clock: Clock) -> None:
    application = slow.make_application()
    clock.advance(10)
    service_principal = slow.make_service_principal(application)
    assert [answer.status_code for answer in slow.grant(service_principal["id"], *FULL)] == [404] * 4
    clock.advance(20)
    assert [answer.status_code for answer in slow.grant(service_principal["id"], *FULL)] == [201] * 4
    path = f"/servicePrincipals/{service_principal['id']}/appRoleAssignments"
    assert slow.get(path)["value"] == []
    clock.advance(5)
    assert len(slow.get(path)["value"]) == 4


def test_a_secret_and_the_roles_reach_the_token_service_later(slow: Client, clock: Clock) -> None:
    application = slow.make_application()
    clock.advance(10)
    service_principal = slow.make_service_principal(application)
    secret = slow.add_secret(application["id"])["secretText"]
    assert slow.token_of_app(application["appId"], secret)["error_codes"] == [700016]
    clock.advance(20)
    slow.grant(service_principal["id"], *FULL)
    assert slow.token_of_app(application["appId"], secret)["error_codes"] == [7000215]
    clock.advance(20)
    token = slow.token_of_app(application["appId"], secret)["access_token"]
    assert "roles" not in jwt.decode(token, options={"verify_signature": False})
    clock.advance(10)
    token = slow.token_of_app(application["appId"], secret)["access_token"]
    assert set(jwt.decode(token, options={"verify_signature": False})["roles"]) == set(FULL)


def test_the_summary_tells_what_even_a_perfect_client_had_to_wait(slow: Client, clock: Clock) -> None:
    application = slow.make_application()
    clock.advance(10)
    service_principal = slow.make_service_principal(application)
    clock.advance(20)
    slow.grant(service_principal["id"], *FULL)
    slow.add_secret(application["id"])
    summary = slow.tenant.replication
    assert [delay.what for delay in summary.chain] == [Spread.APPLICATION, Spread.SERVICE_PRINCIPAL, Spread.APP_ROLE]
    assert summary.floor == 60
    assert summary.refusals == 0
    assert slow.tenant.replication.chain[1].started == 1_800_000_010


def test_the_same_seed_draws_the_same_delays() -> None:
    drawn = []
    for _ in range(2):
        with running(CLEAN, now=Clock()) as client:
            client.sign_in()
            client.make_application()
            drawn.append([delay.seconds for delay in client.tenant.replication.delays])
    assert drawn[0] == drawn[1]
    assert all(seconds > 0 for seconds in drawn[0])
