"""What a recording never holds, whatever Microsoft says in it; and what it must hold, to be of use."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from installer.cancel import Cancel
from installer.config.manifest import load_manifest
from installer.console.arguments import parse
from installer.console.output import Output
from installer.console.run import run
from installer.console.session import Environment
from installer.demo import (
    INSTANT,
    Administrator,
    ClaimsChallenge,
    Existing,
    Rule,
    Scenario,
    Status,
    Tenant,
    Truncated,
)
from installer.events import Event, SignInBrowser, SignInDeviceCode
from installer.model import GRAPH_APP_ID
from tests.engine import FastClock
from tests.faults.canary import forms
from tests.faults.commands import IDENTITY
from tests.tenants import SCENARIOS

Json = dict[str, Any]
GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I)
BROWSER, DEVICE_CODE = ("--sign-in", "browser"), ("--sign-in", "device-code")
APP = "11112222-3333-4444-8555-666677778888"
NAMES = (
    "Zyxcanary Holding & Söhne",
    "Qwvault",
    "zyxcanary.onmicrosoft.com",
    "zyxcanary-group.example",
    "zyxcanary.com",
)


def recorded(tenant: Tenant, folder: Path, *argv: str, cancel: Cancel | None = None) -> tuple[int, str]:
    """The exit code and the recording of one command; on a hurried clock, without another `cancel`."""
    path = folder / "r.jsonl"
    path.unlink(missing_ok=True)
    more = {"setup": ("--recipient", str(IDENTITY.to_public()), "--out", str(folder / "b.age"), "--force")}
    yes = () if argv[0] == "verify" else ("--yes",)
    arguments = parse((*argv, *more.get(argv[0], ()), *yes, "--json", "--record", str(path)))

    def watch(event: Event) -> None:
        administrator = Administrator(tenant)
        if isinstance(event, SignInBrowser):
            administrator.open(event.url)
        elif isinstance(event, SignInDeviceCode):
            administrator.enter_code(event.verification_uri, event.user_code)
        administrator.join(5)

    manifest = load_manifest()
    environment = Environment(manifest, tenant.cloud, lambda _url: None, lambda _url: None, watch, str.encode)
    code = run(arguments, environment, Output(manifest, json=True), cancel or FastClock())
    assert path.stat().st_mode & 0o777 == 0o600
    return code, path.read_text(encoding="ascii")


def lines(text: str) -> list[Json]:
    return [json.loads(line) for line in text.splitlines()]


def customers(tenant: Tenant) -> set[str]:
    """Everything that names this customer, and every secret of the tenant."""
    state = tenant.state
    people = [text for user in state.users for text in (user.id, user.username, user.surname, user.given_name)]
    resources = [
        *(entry.resource for entry in state.applications.values()),
        *(entry.resource for entry in state.deleted_applications.values()),
        *(entry.resource for entry in state.service_principals.values()),
    ]
    ids = {str(resource[name]) for resource in resources for name in ("id", "appId")}
    ids -= {GRAPH_APP_ID, load_manifest().sign_in_client}
    secrets = [text for text in tenant.issued if len(text) > 8]
    return {state.tenant_id, *NAMES, "zyxcanary", "Söhne", *people, *ids, *secrets, *state.assignments}


def found(tenant: Tenant, text: str) -> list[str]:
    """What of the customer stands in the text, in any form and any case."""
    lower = text.lower().encode()
    return sorted(
        canary[:60]
        for canary in customers(tenant)
        if any(form.lower() in lower for form in forms(canary) if len(form) > 3)
    )


@pytest.fixture
def tenant(request: pytest.FixtureRequest) -> Iterator[Tenant]:
    scenario: Scenario = getattr(request, "param", SCENARIOS["clean"])
    with Tenant(scenario.with_delays(INSTANT)) as tenant:
        tenant.state.display_name, tenant.state.domain = NAMES[0], NAMES[2]
        yield tenant


@pytest.mark.parametrize(
    ("tenant", "argv", "code"),
    [
        (SCENARIOS["clean"], ("setup", *BROWSER), 0),
        (SCENARIOS["clean"], ("setup", *DEVICE_CODE, "--credential", "certificate", "--name", NAMES[1]), 0),
        (SCENARIOS["deleted"], ("setup", *DEVICE_CODE), 0),
        (SCENARIOS["clean"], ("prepare", *BROWSER), 6),
        (SCENARIOS["existing-manual"], ("verify", *DEVICE_CODE), 7),
        (SCENARIOS["consent-refused"], ("setup", *BROWSER), 4),
        (SCENARIOS["clean"], ("setup", *DEVICE_CODE, "--tenant", NAMES[4]), 4),
    ],
    ids=lambda value: "-".join(value)[:40] if isinstance(value, tuple) else None,
    indirect=["tenant"],
)
def test_nothing_of_the_customer_is_in_a_recording(
    tenant: Tenant, argv: tuple[str, ...], code: int, tmp_path: Path
) -> None:
    ended, text = recorded(tenant, tmp_path, *argv)
    assert ended == code
    assert len(text.splitlines()) >= 3
    assert found(tenant, text) == []


def sentence(tenant: Tenant) -> str:
    """A refusal that names everything, in every way that Microsoft's sentences do."""
    user, state = tenant.state.users[0], tenant.state
    return (
        f"AADSTS50020: User account '{user.username}' ({user.name}, {user.id}) from identity provider "
        f"'https://sts.windows.net/{state.tenant_id}/' does not exist in tenant '{NAMES[0]}' and cannot access the "
        f"application '{tenant.cloud.graph}'({NAMES[1]}) in that tenant, {NAMES[2]}; {NAMES[3]} [{NAMES[4]}], host "
        f"srv01.zyxcanary.local 10.20.30.40, see https://zyxcanary.sharepoint.com/sites/Qwvault?x={user.username}. "
        f"Trace ID: 11111111-2222-4333-8444-555555555555 Timestamp: 2026-11-20 10:00:00Z"
    )


@pytest.mark.parametrize("host", ["graph", "entra", "part"])
def test_nor_where_a_sentence_of_microsofts_names_it_before_anything_else_does(
    host: Any, tenant: Tenant, tmp_path: Path
) -> None:
    said = sentence(tenant)
    details = [{"code": "x", "message": said, "target": "x"}]
    body: Json = {"error": {"code": "Request_BadRequest", "message": said, "details": details}}
    if host == "entra":
        body = {"error": "invalid_grant", "error_description": said, "error_codes": [50020]}
    path = "devicecode" if host == "entra" else "batch" if host == "graph" else "organization"
    tenant.faults.add(Rule(Status(400, body=body), host, path=path, times=None))
    _, text = recorded(tenant, tmp_path, "setup", *DEVICE_CODE)
    assert found(tenant, text) == []
    assert "10.20.30.40" not in text
    assert "AADSTS50020: User account " in text, "its words stay"
    assert "does not exist in tenant " in text
    assert "11111111-2222-4333-8444-555555555555" in text, "and the ids of requests"


def test_a_secret_that_an_answer_repeats_is_not_recorded(tenant: Tenant, tmp_path: Path) -> None:
    """Of no form that a pattern would know; as part of a word."""
    secret = "correct horse"
    (tmp_path / "s.txt").write_text(f"{secret}\n")
    body = {"error": "invalid_client", "error_description": f"AADSTS7000215: Not <{secret}>!"}
    tenant.faults.add(Rule(Status(401, body=body), "entra", path="/token", times=None))
    argv = ("verify", "--tenant", tenant.state.tenant_id, "--app", tenant.state.users[0].id)
    code, text = recorded(tenant, tmp_path, *argv, "--secret-file", str(tmp_path / "s.txt"))
    assert code == 7
    assert secret not in text
    assert "AADSTS7000215: Not <(withheld)>!" in text


def test_a_recording_holds_faults_answers_and_options(tenant: Tenant, tmp_path: Path) -> None:
    manifest = load_manifest()
    tenant.faults.add(Rule(Truncated(), path="addPassword"))
    tenant.faults.add(Rule(ClaimsChallenge(403), method="PATCH", path="applications"))
    tenant.faults.add(Rule(Status(429, retry_after=3), path=r"\$batch$"))
    code, text = recorded(tenant, tmp_path, "setup", *DEVICE_CODE, "--name", NAMES[1], "--months", "6")
    assert code == 0
    head, *exchanges, end = lines(text)
    assert (head["command"], head["cloud"], head["options"]["months"]) == ("setup", "demo", 6)
    assert head["options"]["name"].startswith("name-")
    assert end["exit_code"] == 0
    for public in (GRAPH_APP_ID, manifest.unique_name, manifest.tag, manifest.sign_in_client, "Files.ReadWrite.All"):
        assert public in text
    assert all(permission.id in text for permission in manifest.profiles[0].permissions)
    missed = [each.path for each in tenant.requests if each.answer_headers["request-id"] not in text]
    assert [path.rpartition("/")[2] for path in missed] == ["addPassword"], "all but that of the answer that was lost"
    assert sum("failed" in line for line in exchanges) == 1
    answers = [line["answer"] for line in exchanges if "answer" in line]
    assert {"200", "201", "204", "403", "429"} <= {str(answer["status"]) for answer in answers}
    challenge = next(answer for answer in answers if "www-authenticate" in answer["headers"])
    assert 'error="insufficient_claims"' in challenge["headers"]["www-authenticate"]
    assert [answer["headers"]["retry-after"] for answer in answers if answer["status"] == 429] == ["3"]
    tokens = [answer["body"]["access_token"]["(jwt)"] for answer in answers if "access_token" in answer.get("body", {})]
    assert tokens[-1]["roles"] == sorted(permission.name for permission in manifest.profiles[0].permissions)
    assert all(line["at"] >= 0 and line["seconds"] >= 0 for line in exchanges)


def test_what_is_the_same_in_the_tenant_is_the_same_in_the_recording(tenant: Tenant, tmp_path: Path) -> None:
    _, text = recorded(tenant, tmp_path, "setup", *DEVICE_CODE)
    made = next(line for line in lines(text) if line.get("request", {}).get("method") == "PATCH")["answer"]["body"]
    assert GUID.fullmatch(made["id"])
    assert f"/v1.0/applications/{made['id']}/addPassword" in text
    assert text.count(made["appId"]) > 3
    other = recorded(tenant, tmp_path, "setup", *DEVICE_CODE)[1]
    assert made["id"] not in other, "another file, another key"


def test_the_file_is_tried_before_anything_is_done_and_never_replaced_unasked(tenant: Tenant, tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_text("mine")
    manifest = load_manifest()
    environment = Environment(manifest, tenant.cloud, lambda _: None, lambda _: None, lambda _: None, str.encode)
    for path in (tmp_path / "r.jsonl", tmp_path / "none" / "r.jsonl"):
        arguments = parse(("prepare", "--yes", "--record", str(path)))
        assert run(arguments, environment, Output(manifest, json=True), FastClock()) == 2
    assert (tmp_path / "r.jsonl").read_text() == "mine"
    assert not tenant.entra_requests


def test_an_application_of_many_names_is_recorded_under_one_pseudonym_each(tmp_path: Path) -> None:
    existing = Existing(APP, APP.replace("1", "9"), NAMES[1], tags=("ZyxTag",), secret="Zyx key", scopes=("User.Read",))
    scenario = replace(SCENARIOS["clean"], existing=(existing,))
    with Tenant(scenario.with_delays(INSTANT)) as tenant:
        _, text = recorded(tenant, tmp_path, "verify", *DEVICE_CODE, "--app", existing.app_id)
    assert found(tenant, text) == []
    assert "Zyx" not in text


def test_a_federation_is_recorded_by_pseudonyms(tmp_path: Path) -> None:
    """Issuer and subject name the customer's cluster, which GLIMPS does not need to know."""
    issuer, subject = "https://zyxcanary-issuer.example/zyxtenant/", "system:serviceaccount:zyxspace:zyxconnector"
    federation = ("--credential", "federated", "--issuer", issuer, "--subject", subject)
    with Tenant(SCENARIOS["clean"].with_delays(INSTANT)) as tenant:
        code, text = recorded(tenant, tmp_path, "setup", *BROWSER, *federation)
    assert code == 0
    assert "federatedIdentityCredentials" in text
    assert "zyx" not in text.lower()
