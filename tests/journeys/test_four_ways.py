"""Each of the connector's four ways to sign in, by console, from a clean tenant and back to one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import pytest

from installer.demo import Tenant
from tests.bundle.glimps import faults, released_faults
from tests.certificates import certificate, pem, private_pem, rsa_key
from tests.journeys.program import Ended, Program, run_to_end
from tests.journeys.test_connector import SUBJECT, application_of, ended, federated, payload
from tests.journeys.test_console import opened_by_age
from tests.journeys.test_endings import ended as sealed
from tests.tenants import FULL, Start

pytestmark = pytest.mark.journey
WAYS: Final = ("secret", "certificate", "federated", "pair")


def set_up(way: str, tenant: Tenant, folder: Path, language: str) -> Ended:
    if way == "secret":
        return sealed(tenant, folder, "setup", language=language)
    if way == "pair":
        return sealed(tenant, folder, "setup", "--credential", "certificate", language=language)
    if way == "certificate":
        if not (folder / "one.cer").exists():
            (folder / "one.cer").write_bytes(pem(certificate(rsa_key(1))))
        return ended(tenant, folder, "setup", "--certificate-file", "one.cer", language=language)
    return ended(tenant, folder, "setup", *federated(tenant), language=language)


def token_roles(way: str, tenant: Tenant, folder: Path, language: str) -> list[str]:
    """What is in a token that the connector gets with what it has, on a machine of its own."""
    there = folder / "connector"
    there.mkdir()
    program = Program(tenant, there, language)
    (there / "key.txt").write_bytes((folder / "key.txt").read_bytes())
    bundle = "b.json" if way in ("certificate", "federated") else "b.age"
    (there / bundle).write_bytes((folder / bundle).read_bytes())
    means: tuple[str, ...] = ("--identity", "key.txt")
    if way == "certificate":
        (there / "one.pem").write_bytes(private_pem(rsa_key(1)))
        means = ("--key", "one.pem")
    elif way == "federated":
        (there / "token").write_text(tenant.issuer.token(SUBJECT))
        means = ("--assertion-file", "token")
    result = run_to_end(program, "verify", bundle, "--cloud", "lab.toml", *means)
    assert result.code == 0, result.sentences
    granted: list[str] = result.first("verified")["roles"]["granted"]
    return granted


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("way", WAYS)
def test_from_a_clean_tenant_to_the_connectors_token_and_back(
    way: str, language: str, start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant()
    made = set_up(way, tenant, tmp_path, language)
    assert made.code == 0, made.sentences
    keeps_a_secret = way in ("secret", "pair")
    assert made.first("finished")["proven"] is keeps_a_secret
    handed = opened_by_age(tmp_path) if keeps_a_secret else payload(tmp_path)
    assert faults(handed["connector"]) == []
    assert way != "secret" or released_faults(handed["connector"]) == []
    application = application_of(tenant)
    if not keeps_a_secret:
        nothing_secret(tenant, tmp_path, made)
    assert token_roles(way, tenant, tmp_path, language) == list(FULL)
    before = everything(tenant)
    again = set_up(way, tenant, tmp_path, language)
    assert again.code == 0, again.sentences
    changed = {row["key"] for row in again.first("plan")["changes"] if row["action"] != "none"}
    assert changed == ({"secret"} if way == "secret" else {"certificate"} if way == "pair" else set())
    assert everything(tenant) == before or keeps_a_secret
    assert application_of(tenant).id == application.id
    healthy = ended(tenant, tmp_path, "verify", language=language)
    assert (healthy.code, healthy.first("health")["state"]) == (0, "healthy"), healthy.sentences
    assert ended(tenant, tmp_path, "remove", language=language).code == 0
    assert everything(tenant) == ((), (), (), ())


def everything(tenant: Tenant) -> tuple[tuple[str, ...], ...]:
    """The ids of all that a run may make."""
    state = tenant.state
    apps = {application.app_id for application in state.applications.values()}
    principals = [one.id for one in state.service_principals.values() if one.app_id in apps]
    federated = [str(one["id"]) for application in state.applications.values() for one in application.federated]
    keys = [key for application in state.applications.values() for key in application.keys]
    credentials = (*(secret.key_id for secret in state.secrets), *keys, *federated)
    grants = [one for one, held in state.assignments.items() if held.resource["principalId"] in principals]
    return tuple(state.applications), tuple(principals), tuple(grants), tuple(sorted(credentials))


def nothing_secret(tenant: Tenant, folder: Path, result: Ended) -> None:
    """Neither in the tenant nor in the files, the events, the sentences or the environment of this computer."""
    assert not tenant.state.secrets
    files = b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file() and path.name != "key.txt")
    told = json.dumps(result.events) + result.sentences
    assert b"PRIVATE KEY" not in files
    assert b"AGE-SECRET" not in files
    assert "PRIVATE KEY" not in told
    secret = private_pem(rsa_key(1)).decode().splitlines()[1]
    assert secret.encode() not in files
    assert secret not in told
    asked_of_entra = repr([request.body for request in tenant.entra_requests])
    assert "client_assertion" not in asked_of_entra
    assert "client_secret" not in asked_of_entra
    assert not [request for request in tenant.requests if "addPassword" in request.path]
