"""GLIMPS's three ways to authenticate by console: registered, handed over, proved as the connector would, switched."""

from __future__ import annotations

import copy
import json
import re
import stat
from pathlib import Path
from typing import Any

import pytest

from installer.demo import Tenant
from installer.demo.directory import StoredApplication
from installer.model import Language
from tests.certificates import DAY, certificate, pem, rsa_key, sha1
from tests.journeys.program import Ended, Program, run_to_end
from tests.journeys.test_console import opened_by_age
from tests.journeys.test_endings import ended as delivered
from tests.tenants import FULL, Start

pytestmark = pytest.mark.journey

SUBJECT = "system:serviceaccount:glimps:odsp-connector"
OTHER_SUBJECT = "system:serviceaccount:glimps:other"


def ended(tenant: Tenant, folder: Path, *argv: str, language: str = "en") -> Ended:
    """A command of an administrator, for which nobody is asked who may open the file."""
    program = Program(tenant, folder, language)
    more = ("--out", "b.json", "--force") if argv[0] in ("setup", "renew") and "--plan-only" not in argv else ()
    yes = () if argv[0] == "verify" else ("--yes",)
    signing = ("--cloud", "lab.toml", "--sign-in", "browser", "--no-browser")
    return run_to_end(program, *argv, *signing, *yes, *more)


def at_the_connector(tenant: Tenant, folder: Path, *argv: str, language: str = "en") -> Ended:
    """A command on the connector's machine, where nobody signs in."""
    before = len(tenant.requests)
    result = run_to_end(Program(tenant, folder, language), *argv)
    methods = {part.method for request in tenant.requests[before:] for part in request.parts}
    assert methods <= {"GET"}, "nothing is changed"
    return result


def key_pair(tenant: Tenant, folder: Path, name: str = "one", *argv: str) -> Ended:
    files = ("--out-key", f"{name}.pem", "--out-certificate", f"{name}.cer")
    return run_to_end(Program(tenant, folder, "en"), "certificate", *files, *argv)


def application_of(tenant: Tenant) -> StoredApplication:
    (application,) = tenant.state.applications.values()
    return application


def payload(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "b.json").read_text(encoding="utf-8"))
    return found


def proof_of(result: Ended, *means: str) -> list[str]:
    """The command that the run told, with the connector's own files in it, and where the tenant is."""
    (warning,) = [event for event in result.events if event.get("code") == "not_tried_here"]
    command = re.search(r"GLIMPS-ODSP-Setup-cli (verify .*)", warning["what"])
    assert command
    words = command[1].split()
    cut = words.index("--key" if "--key" in words else "--assertion-file")
    return ["verify", "--cloud", "lab.toml", *words[words.index("--tenant") : cut], *means]


def test_a_certificate_from_a_clean_tenant_to_the_connectors_token(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    made = key_pair(tenant, tmp_path)
    assert made.code == 0
    assert not tenant.requests
    assert not tenant.entra_requests
    assert stat.S_IMODE((tmp_path / "one.pem").stat().st_mode) == 0o600
    result = ended(tenant, tmp_path, "setup", "--certificate-file", "one.cer")
    assert result.code == 0, result.sentences
    assert result.first("finished")["proven"] is False
    assert result.first("verified")["token"] is False
    assert result.first("verified")["roles"]["granted"] == list(FULL)
    assert result.first("bundle")["recipients"] == []
    assert made.first("certificate")["thumbprint_sha256"] in json.dumps(result.first("plan")), "to be compared"
    application, handed = application_of(tenant), payload(tmp_path)
    (key,) = application.resource["keyCredentials"]
    assert not tenant.state.secrets
    assert handed["connector"] == {
        "m365_auth_mode": "certificate",
        "m365_tenant_id": tenant.state.tenant_id,
        "m365_client_id": application.app_id,
        "m365_cert_thumbprint": made.first("certificate")["thumbprint_sha1"],
        "m365_app_object_id": application.id,
        "m365_cert_key_id": key["keyId"],
    }
    assert handed["proven"] is False
    assert "private_key_pem" not in handed["credential"]["certificate"]
    proved = at_the_connector(tenant, tmp_path, *proof_of(result, "--key", "one.pem", "--certificate", "one.cer"))
    assert proved.code == 0, proved.sentences
    assert proved.first("verified")["roles"]["granted"] == list(FULL)
    assert at_the_connector(tenant, tmp_path, "verify", "b.json", "--cloud", "lab.toml", "--key", "one.pem").code == 0
    assert ended(tenant, tmp_path, "verify", "--certificate-file", "one.cer").code == 0


def test_nothing_private_of_the_connector_is_ever_here(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    (tmp_path / "one.cer").write_bytes(pem(certificate()))
    result = ended(tenant, tmp_path, "setup", "--certificate-file", "one.cer")
    assert result.code == 0
    files = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"PRIVATE KEY" not in files + json.dumps(result.events).encode() + result.sentences.encode()
    assert not tenant.state.secrets
    assert not [request for request in tenant.entra_requests if "client_assertion" in str(request.body)]


def test_the_same_certificate_again_adds_nothing(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    (tmp_path / "one.cer").write_bytes(pem(certificate()))
    assert ended(tenant, tmp_path, "setup", "--certificate-file", "one.cer").code == 0
    first, keys = payload(tmp_path), application_of(tenant).resource["keyCredentials"]
    again = ended(tenant, tmp_path, "setup", "--certificate-file", "one.cer")
    assert again.code == 0
    assert {row["action"] for row in again.first("plan")["changes"]} == {"none"}
    assert application_of(tenant).resource["keyCredentials"] == keys
    assert payload(tmp_path)["credential"] == first["credential"]


def test_nobodys_key_is_lost_beside_a_new_one(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    for number in (1, 2, 3):
        (tmp_path / "n.cer").write_bytes(pem(certificate(rsa_key(number))))
        assert ended(tenant, tmp_path, "setup", "--certificate-file", "n.cer").code == 0
    keys = application_of(tenant)
    assert len(keys.resource["keyCredentials"]) == len(keys.keys) == 3
    assert ended(tenant, tmp_path, "renew", "--certificate-file", "n.cer").code == 0
    assert len(application_of(tenant).keys) == 3


def test_a_doubtful_certificate_is_taken_with_a_warning(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    (tmp_path / "ca.cer").write_bytes(pem(certificate(authority=True)))
    result = ended(tenant, tmp_path, "setup", "--certificate-file", "ca.cer")
    assert result.code == 0
    assert "may_sign_certificates" in result.first("finished")["warnings"]
    assert "CA:TRUE" in result.sentences


def test_a_certificate_that_policy_finds_too_long_is_told_with_the_command(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("policy-certificate-lifetime")
    (tmp_path / "long.cer").write_bytes(pem(certificate(ends=400 * DAY)))
    result = ended(tenant, tmp_path, "setup", "--certificate-file", "long.cer")
    assert result.code == 9
    assert result.first("error")["code"] == "certificate_too_long"
    assert "certificate --months" in result.first("error")["hint"]
    assert not application_of(tenant).keys
    key_pair(tenant, tmp_path, "short", "--months", "6")
    assert ended(tenant, tmp_path, "setup", "--certificate-file", "short.cer").code == 0


@pytest.mark.parametrize("rotation", ["connector", "ours"])
def test_who_exchanges_the_certificate_is_said_by_two_ids(rotation: str, start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    (tmp_path / "one.cer").write_bytes(pem(certificate()))
    assert ended(tenant, tmp_path, "setup", "--certificate-file", "one.cer", "--rotation", rotation).code == 0
    told = {"m365_app_object_id", "m365_cert_key_id"} & payload(tmp_path)["connector"].keys()
    assert len(told) == (2 if rotation == "connector" else 0)


def federated(tenant: Tenant, subject: str = SUBJECT, audience: str = "") -> tuple[str, ...]:
    more = ("--audience", audience) if audience else ()
    return ("--credential", "federated", "--issuer", tenant.issuer.url, "--subject", subject, *more)


def test_a_federation_from_a_clean_tenant_to_the_connectors_token(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    result = ended(tenant, tmp_path, "setup", *federated(tenant))
    assert result.code == 0, result.sentences
    application, handed = application_of(tenant), payload(tmp_path)
    (registered,) = application.federated
    assert (registered["name"], registered["issuer"]) == ("glimps-odsp-connector", tenant.issuer.url)
    assert not tenant.state.secrets
    assert not application.keys
    assert result.first("finished")["proven"] is False
    credential = {"kind": "federated", "key_id": registered["id"], "expires": None}
    assert result.first("finished")["credential"] == credential
    assert handed["credential"]["federation"] == {
        "issuer": tenant.issuer.url,
        "subject": SUBJECT,
        "audience": "api://AzureADTokenExchange",
    }
    assert handed["connector"] == {
        "m365_auth_mode": "federated",
        "m365_tenant_id": tenant.state.tenant_id,
        "m365_client_id": application.app_id,
    }
    (tmp_path / "token").write_text(tenant.issuer.token(SUBJECT) + "\n")
    proved = at_the_connector(tenant, tmp_path, *proof_of(result, "--assertion-file", "token"))
    assert proved.code == 0, proved.sentences
    assert proved.first("verified")["roles"]["granted"] == list(FULL)
    by_bundle = ("verify", "b.json", "--cloud", "lab.toml", "--assertion-file", "token")
    assert at_the_connector(tenant, tmp_path, *by_bundle).code == 0


def test_the_same_federation_again_adds_nothing_and_another_takes_its_place(
    start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant()
    assert ended(tenant, tmp_path, "setup", *federated(tenant)).code == 0
    first = copy.deepcopy(application_of(tenant).federated)
    assert ended(tenant, tmp_path, "setup", *federated(tenant)).code == 0
    assert application_of(tenant).federated == first
    changed_subject = ("setup", *federated(tenant, OTHER_SUBJECT))
    asked = ended(tenant, tmp_path, *changed_subject)
    assert (asked.code, asked.first("decision")["reasons"]) == (12, ["federated_credentials"])
    assert ended(tenant, tmp_path, *changed_subject, "--adopt").code == 0
    (changed,) = application_of(tenant).federated
    assert (changed["id"], changed["subject"]) == (first[0]["id"], OTHER_SUBJECT)
    (tmp_path / "token").write_text(tenant.issuer.token(SUBJECT))
    refused = at_the_connector(tenant, tmp_path, "verify", "b.json", "--cloud", "lab.toml", "--assertion-file", "token")
    assert (refused.code, "AADSTS700213" in refused.sentences) == (7, True)


def test_the_twenty_first_federation_is_told_of(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("renewal-due")
    for number in range(20):
        application_of(tenant).federated.append(
            {
                "id": str(number),
                "name": f"theirs-{number}",
                "issuer": tenant.issuer.url,
                "subject": f"theirs:{number}",
                "description": None,
                "audiences": ["api://AzureADTokenExchange"],
            }
        )
    result = ended(tenant, tmp_path, "setup", *federated(tenant), "--adopt")
    assert (result.code, "20" in result.sentences) == (2, True)
    taken = ended(tenant, tmp_path, "setup", *federated(tenant, "theirs:7"), "--adopt")
    assert taken.code == 0, "the pair that is wanted is there already"
    other = ended(tenant, tmp_path, "setup", *federated(tenant, "theirs:7", "api://other"), "--adopt")
    assert (other.code, "theirs-7" in other.sentences) == (2, True)
    assert len(application_of(tenant).federated) == 20


@pytest.mark.parametrize("language", Language)
def test_from_a_secret_to_a_certificate_to_a_federation_and_back(
    language: Language, start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant()
    assert delivered(tenant, tmp_path, "setup").code == 0
    (old,) = tenant.state.secrets
    (tmp_path / "one.cer").write_bytes(pem(certificate()))
    switched = ended(tenant, tmp_path, "setup", "--certificate-file", "one.cer", language=language)
    assert switched.code == 0
    assert old in tenant.state.secrets, "it stays alive until somebody removes it"
    (warning,) = [event for event in switched.events if event.get("code") == "old_secrets_live"]
    assert old.key_id in warning["what"]
    assert f"remove --app {application_of(tenant).app_id} --key-id {old.key_id}" in warning["what"]
    assert "kept_secret" in {row["key"] for row in switched.first("plan")["changes"]}
    compared = ended(tenant, tmp_path, "verify", language=language)
    assert compared.code == 0
    assert old.key_id in json.dumps(compared.events)
    assert ended(tenant, tmp_path, "setup", *federated(tenant), language=language).code == 0
    assert ended(tenant, tmp_path, "verify", language=language).code == 0
    assert ended(tenant, tmp_path, "remove", "--key-id", old.key_id, language=language).code == 0
    assert delivered(tenant, tmp_path, "setup", "--adopt", language=language).code == 0
    assert set(opened_by_age(tmp_path)["connector"]) == {
        "m365_tenant_id",
        "m365_client_id",
        "m365_client_secret",
    }
    assert ended(tenant, tmp_path, "remove", language=language).code == 0
    assert not tenant.state.applications
    assert not tenant.state.secrets


def test_who_names_a_recipient_gets_it_sealed_all_the_same(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    public = certificate()
    (tmp_path / "one.cer").write_bytes(pem(public))
    assert delivered(tenant, tmp_path, "setup", "--certificate-file", "one.cer").code == 0
    assert opened_by_age(tmp_path)["credential"]["certificate"]["thumbprint_sha1"] == sha1(public)


def test_a_key_of_another_and_one_that_ended_do_not_verify(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    for name in ("one", "two"):
        key_pair(tenant, tmp_path, name)
    result = ended(tenant, tmp_path, "setup", "--certificate-file", "one.cer")
    other = at_the_connector(tenant, tmp_path, *proof_of(result, "--key", "two.pem", "--certificate", "two.cer"))
    assert (other.code, "AADSTS700027" in other.sentences) == (7, True)
    mixed = at_the_connector(tenant, tmp_path, *proof_of(result, "--key", "two.pem", "--certificate", "one.cer"))
    assert mixed.code == 2
    assert ended(tenant, tmp_path, "verify", "--certificate-file", "two.cer").code == 7


def test_a_key_pair_is_never_overwritten_unasked(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    assert key_pair(tenant, tmp_path).code == 0
    before = (tmp_path / "one.pem").read_bytes(), (tmp_path / "one.cer").read_bytes()
    assert key_pair(tenant, tmp_path).code == 2
    assert ((tmp_path / "one.pem").read_bytes(), (tmp_path / "one.cer").read_bytes()) == before
    (tmp_path / "two.cer").write_text("theirs")
    assert key_pair(tenant, tmp_path, "two").code == 2
    assert not (tmp_path / "two.pem").exists(), "not half of a pair"
    assert key_pair(tenant, tmp_path, "one", "--force").code == 0
    assert (tmp_path / "one.pem").read_bytes() != before[0]
