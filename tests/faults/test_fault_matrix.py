"""Any request can fail, before or after it took effect: one application, no orphan secret, and a re-run finishes."""

from pathlib import Path

import pytest

from installer.demo import (
    BadGateway,
    ExpiredToken,
    Hang,
    ResetAfter,
    ResetBefore,
    Rule,
    Status,
    Tenant,
    Truncated,
)
from installer.errors import SetupError
from installer.model import Secret
from tests.engine import Engine, Hurried
from tests.tenants import Start

GRAPH_REQUESTS, ENTRA_REQUESTS = 7, 4
FAULTS = {
    "429": Status(429, retry_after=5),
    "503": Status(503),
    "502 html": BadGateway(),
    "409": Status(409, body={"error": {"code": "Directory_ConcurrencyViolation", "message": "concurrent"}}),
    "reset before": ResetBefore(),
    "reset after": ResetAfter(),
    "truncated": Truncated(),
    "expired token": ExpiredToken(),
}
CASES = [
    pytest.param(host, index, name, id=f"{host}-{index}-{name.replace(' ', '-')}")
    for host, count in (("graph", GRAPH_REQUESTS), ("entra", ENTRA_REQUESTS))
    for index in range(count)
    for name in FAULTS
]


def run(tenant: Tenant, path: Path) -> Secret | None:
    """One whole run; the secret that was delivered, or None where it stopped with one of our errors."""
    try:
        return Engine(tenant, cancel=Hurried()).set_up(path).credential.secret  # type: ignore[union-attr]
    except SetupError:
        return None


@pytest.mark.parametrize(("host", "index", "name"), CASES)
def test_after_any_fault_a_plain_rerun_leaves_one_of_each(
    host: str, index: int, name: str, start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant()
    tenant.faults.add(Rule(FAULTS[name], host=host, index=index))  # type: ignore[arg-type]
    delivered = [run(tenant, tmp_path / "a.age")]
    assert tenant.faults.fired
    tenant.faults.clear()
    delivered.append(run(tenant, tmp_path / "b.age"))
    assert delivered[1] is not None, "the plain re-run ends in success"
    (application,) = tenant.state.applications.values()
    (principal,) = [one for one in tenant.state.service_principals.values() if one.app_id == application.app_id]
    assert len(tenant.state.assignments_of(principal.id)) == 4
    known = [secret.reveal() for secret in delivered if secret is not None]
    assert {secret.value for secret in tenant.state.secrets} <= set(known)
    assert known[-1] in {secret.value for secret in tenant.state.secrets}
    assert application.resource["tags"] == ["GlimpsOdspConnector"]


@pytest.mark.parametrize("index", range(GRAPH_REQUESTS))
def test_a_request_that_hangs_can_be_cancelled(index: int, start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    tenant.faults.add(Rule(Hang(0.3), index=index))
    assert run(tenant, tmp_path / "a.age") is not None
