"""Every scenario starts in the state its name promises, and every tenant leaves nothing behind."""

from __future__ import annotations

import socket
import threading
import time

import pytest

from installer.demo import CLEAN, SCENARIOS, Administrator, Tenant
from installer.demo.permissions import ROLE_NAMES
from installer.demo.scenarios import APPLICATION_NAME, READ_ONLY
from tests.demo.client import Client, instant, running

NAMES = {
    "clean",
    "slow",
    "app-admin",
    "app-developer",
    "app-developer-unconsented",
    "no-rights",
    "default-member",
    "custom-role",
    "partner",
    "opaque-tokens",
    "opaque-tokens-member",
    "another-account",
    "another-account-without-role",
    "privileged-role-admin",
    "existing-manual",
    "two-same-name",
    "deleted",
    "policy-lifetime",
    "policy-no-secrets",
    "policy-certificate-lifetime",
    "conditional-access-device-code",
    "conditional-access-browser",
    "personal-account",
    "consent-refused",
    "throttled",
    "own-client-needed",
    "large",
    "role-admin-only",
    "role-admin-consents",
    "prepared",
    "consented-meanwhile",
    "existing-wide",
    "renewal-due",
    "secret-expired",
    "policy-no-credentials",
    "pim-eligible",
    "consent-forbidden",
    "token-expires",
    "claims-challenge",
    "flaky",
    "other-tenant",
    "no-sharepoint",
    "locked-root-site",
    "workload-policy",
    "disabled",
    "flapping-secret",
    "flapping-roles",
}


def test_the_scenarios_are_the_ones_that_were_promised() -> None:
    assert set(SCENARIOS) == NAMES
    assert all(name == scenario.name for name, scenario in SCENARIOS.items())


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_scenario_starts_and_stops_without_a_trace(name: str) -> None:
    before = set(threading.enumerate())
    with Tenant(SCENARIOS[name]) as tenant:
        port = int(tenant.cloud.graph.rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port), timeout=2):
            pass
    assert set(threading.enumerate()) <= before
    with pytest.raises(OSError, match=r"."):
        socket.create_connection(("127.0.0.1", port), timeout=2)


def test_the_application_made_by_hand_is_as_the_guide_says() -> None:
    with running(instant(SCENARIOS["existing-manual"])) as client:
        client.sign_in()
        (found,) = client.get(f"/applications?$filter=displayName eq '{APPLICATION_NAME}'")["value"]
        assert [entry["displayName"] for entry in found["passwordCredentials"]] == ["odsp connector glimps"]
        (principal,) = client.get(f"/servicePrincipals?$filter=appId eq '{found['appId']}'")["value"]
        granted = client.get(f"/servicePrincipals/{principal['id']}/appRoleAssignments")["value"]
        assert {ROLE_NAMES[assignment["appRoleId"]] for assignment in granted} == set(READ_ONLY)
        (grant,) = client.get(f"/servicePrincipals/{principal['id']}/oauth2PermissionGrants")["value"]
        assert grant["scope"] == "User.Read"


def test_two_applications_bear_the_same_name() -> None:
    with running(instant(SCENARIOS["two-same-name"])) as client:
        client.sign_in()
        found = client.get(f"/applications?$filter=displayName eq '{APPLICATION_NAME}'")["value"]
        assert len({application["createdDateTime"] for application in found}) == 2
        assert [application["uniqueName"] for application in found] == [None, None]


def test_the_throttled_tenant_throttles_now_and_then() -> None:
    with running(instant(SCENARIOS["throttled"])) as client:
        client.sign_in()
        statuses = [client.call("GET", "/organization").status_code for _ in range(20)]
        assert statuses.count(429) == 4
        assert statuses.count(503) == 1


def test_many_tenants_start_quickly_one_after_the_other() -> None:
    started = time.perf_counter()
    for _ in range(20):
        with Tenant(instant(CLEAN)):
            pass
    assert time.perf_counter() - started < 2


def test_two_tenants_know_nothing_of_each_other(admin: Client) -> None:
    admin.make_application()
    with running(instant(CLEAN)) as other:
        other.sign_in()
        assert other.get("/applications")["value"] == []
        other.headers = admin.headers
        assert other.call("GET", "/applications").status_code == 401


def test_latency_is_slept_before_every_answer() -> None:
    with running(instant(CLEAN), latency=0.05) as client:
        started = time.perf_counter()
        client.call("GET", "/me")
        assert time.perf_counter() - started >= 0.05


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_localhost_answers_on_both_families(tenant: Tenant, family: socket.AddressFamily) -> None:
    host = "127.0.0.1" if family is socket.AF_INET else "::1"
    if family is socket.AF_INET6 and not _has_ipv6():
        pytest.skip("this computer has no ::1")
    with socket.create_connection((host, int(tenant.backend.pages.rpartition(":")[2])), timeout=2) as connection:
        connection.sendall(b"GET /devicelogin HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert connection.recv(15) == b"HTTP/1.1 200 OK"


def test_a_broken_request_harms_nobody(tenant: Tenant, admin: Client) -> None:
    for noise in (b"\x16\x03\x01", b"nonsense\r\n\r\n", b"POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n"):
        with socket.create_connection(
            ("127.0.0.1", int(tenant.backend.pages.rpartition(":")[2])), timeout=2
        ) as connection:
            connection.sendall(noise)
    assert admin.get("/me")


def test_the_requests_are_recorded_without_their_tokens(admin: Client) -> None:
    admin.make_application()
    exchange = admin.tenant.requests[-1]
    assert (exchange.method, exchange.status) == ("PATCH", 201)
    assert exchange.body["displayName"] == "Connector"
    assert "authorization" not in exchange.headers
    assert exchange.answer["id"] in admin.tenant.state.applications


def test_the_demo_administrator_stays_on_loopback(tenant: Tenant) -> None:
    administrator = Administrator(tenant)
    administrator.open("https://login.example/authorize")
    administrator.join(2)
    assert tenant.entra_requests == ()


def _has_ipv6() -> bool:
    try:
        with socket.create_server(("::1", 0), family=socket.AF_INET6):
            return True
    except OSError:
        return False
