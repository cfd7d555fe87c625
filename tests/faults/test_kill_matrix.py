"""The power can go at any moment: after each event of a run it is killed, and a plain re-run finishes the job."""

import json
from pathlib import Path

import pytest

from installer.bundle import from_json, parse_identities, unseal
from installer.demo import Administrator, Tenant
from tests.journeys.program import Program, run_to_end
from tests.tenants import Start

EVENTS = 30
ARGUMENTS = ("setup", "--cloud", "lab.toml", "--yes", "--sign-in", "browser", "--no-browser")


def kill_after(program: Program, tenant: Tenant, count: int) -> int:
    """Runs setup and kills it once it has told so many events; returns how many it told."""
    administrator = Administrator(tenant)
    told = 0
    with program.start(*ARGUMENTS, "--json", "--recipient", program.recipient, "--out", "a.age") as process:
        assert process.stdout is not None
        for line in process.stdout:
            told += 1
            event = json.loads(line)
            if event["event"] == "sign_in.browser":
                administrator.open(event["url"])
            if told == count:
                process.kill()
                break
    administrator.join(5)
    return told


def secret_in(path: Path, program: Program) -> set[str]:
    """The secret in a bundle, if it was written."""
    if not path.exists():
        return set()
    identities = parse_identities(f"{program.identity}".encode(), "key.txt")
    payload = from_json(unseal(path.read_bytes(), str(path), identities), str(path))
    return {payload.credential.secret.reveal()}  # type: ignore[union-attr]


@pytest.mark.slow
@pytest.mark.parametrize("count", range(1, EVENTS))
def test_killed_after_any_event_a_plain_rerun_leaves_one_of_each(
    count: int, start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant()
    program = Program(tenant, tmp_path, "en")
    kill_after(program, tenant, count)
    ended = run_to_end(program, *ARGUMENTS, "--recipient", program.recipient, "--out", "b.age")
    assert ended.code == 0, ended.sentences
    (application,) = tenant.state.applications.values()
    (principal,) = [one for one in tenant.state.service_principals.values() if one.app_id == application.app_id]
    assert len(tenant.state.assignments_of(principal.id)) == 4
    delivered = secret_in(tmp_path / "b.age", program)
    there = {secret.value for secret in tenant.state.secrets}
    assert delivered <= there <= delivered | secret_in(tmp_path / "a.age", program)
    assert application.resource["tags"] == ["GlimpsOdspConnector"]
    for left in tmp_path.glob(".glimps-*"):
        # A killed process cannot tidy up; what it was writing beside the target is sealed already.
        assert left.read_bytes()[:14] in (b"", b"-----BEGIN AGE")
