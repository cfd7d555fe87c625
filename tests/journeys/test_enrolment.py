"""An enrolment file on the command line: shown first, followed in each mode, and never further than it may go."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from installer.demo import Tenant
from installer.files import resource
from installer.model import Language
from tests.certificates import certificate, pem
from tests.journeys.program import Ended, Program, run_to_end
from tests.journeys.test_connector import SUBJECT, application_of, at_the_connector, key_pair, payload, proof_of
from tests.journeys.test_console import opened_by_age
from tests.tenants import FULL, READ_ONLY, Start

pytestmark = pytest.mark.journey
SIGNING = ("--cloud", "lab.toml", "--sign-in", "browser", "--no-browser")


def enrolment(folder: Path, **values: str) -> Path:
    path = folder / "e.toml"
    path.write_text("".join(f'{key} = """{value}"""\n' for key, value in values.items()), encoding="utf-8")
    return path


def set_up(tenant: Tenant, folder: Path, *argv: str, language: str = "en", out: str = "b.json") -> Ended:
    program = Program(tenant, folder, language)
    return run_to_end(program, "setup", *SIGNING, "--enrolment", "e.toml", "--yes", "--out", out, "--force", *argv)


@pytest.mark.parametrize("language", Language)
def test_a_certificate_in_the_file_is_shown_registered_and_proved(
    language: Language, start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant()
    made = key_pair(tenant, tmp_path).first("certificate")
    public = (tmp_path / "one.cer").read_text()
    enrolment(tmp_path, mode="certificate", tenant="contoso.onmicrosoft.com", client="here1", certificate=public)
    result = set_up(tenant, tmp_path, language=language)
    assert result.code == 0, result.sentences
    names = [event["event"] for event in result.events]
    assert names.index("enrolment") < names.index("sign_in.browser"), "shown before anything is asked or written"
    told = result.first("enrolment")
    assert told["certificate"]["thumbprint_sha256"] == made["thumbprint_sha256"]
    assert made["thumbprint_sha256"] in result.sentences
    assert (told["mode"], told["tenant"], told["client"]) == ("certificate", "contoso.onmicrosoft.com", "here1")
    (key,) = application_of(tenant).resource["keyCredentials"]
    assert key["customKeyIdentifier"] == made["thumbprint_sha1"]
    handed = payload(tmp_path)
    assert handed["client"] == "here1"
    jsonschema.validate(handed, json.loads(resource("bundle.schema.json").read_text("utf-8")))
    assert not tenant.state.secrets
    proof = proof_of(result, "--key", "one.pem", "--certificate", "one.cer")
    assert at_the_connector(tenant, tmp_path, *proof).first("verified")["roles"]["granted"] == list(FULL)
    again = set_up(tenant, tmp_path, language=language)
    assert {row["action"] for row in again.first("plan")["changes"]} == {"none"}


def test_a_federation_and_a_profile_in_the_file_are_followed(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    enrolment(tmp_path, mode="federated", issuer=tenant.issuer.url, subject=SUBJECT, profile="detect-only")
    result = set_up(tenant, tmp_path)
    assert result.code == 0, result.sentences
    (registered,) = application_of(tenant).federated
    told = registered["issuer"], registered["subject"], registered["audiences"]
    assert told == (tenant.issuer.url, SUBJECT, ["api://AzureADTokenExchange"])
    assert result.first("verified")["roles"]["granted"] == list(READ_ONLY)


def test_the_command_line_wins_over_the_enrolment_file(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    enrolment(tmp_path, mode="federated", issuer=tenant.issuer.url, subject="theirs", profile="detect-only")
    assert set_up(tenant, tmp_path, "--subject", SUBJECT, "--profile", "remediation").code == 0
    (registered,) = application_of(tenant).federated
    assert (registered["issuer"], registered["subject"]) == (tenant.issuer.url, SUBJECT)
    tenant = start_tenant()
    (tmp_path / "one.cer").write_bytes(pem(certificate()))
    assert set_up(tenant, tmp_path, "--certificate-file", "one.cer", "--profile", "remediation").code == 0
    assert len(application_of(tenant).keys) == 1


def test_another_recipient_than_glimps_s_is_not_taken_where_nobody_is_asked(
    start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant()
    program = Program(tenant, tmp_path, "en")
    enrolment(tmp_path, mode="secret", recipient=program.recipient)
    argv = ("setup", *SIGNING, "--enrolment", "e.toml", "--yes", "--out", "b.age")
    refused = run_to_end(program, *argv)
    assert (refused.code, refused.first("error")["code"]) == (2, "recipient_not_compared")
    assert refused.first("enrolment")["recipient"]["fingerprint"] in refused.sentences
    assert "--recipient" in refused.first("error")["hint"]
    assert not tenant.requests
    assert not tenant.entra_requests
    assert run_to_end(program, *argv, "--recipient", program.recipient).code == 0
    assert opened_by_age(tmp_path)["connector"].keys() == {"m365_tenant_id", "m365_client_id", "m365_client_secret"}


def test_another_tenant_than_the_file_s_is_refused(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    enrolment(
        tmp_path,
        mode="federated",
        issuer=tenant.issuer.url,
        subject=SUBJECT,
        tenant="11111111-" + "1111-" * 3 + "1" * 12,
    )
    result = set_up(tenant, tmp_path)
    assert result.code == 4
    assert not tenant.state.applications


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_file_that_windows_wrote_is_read(encoding: str, start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    path = enrolment(tmp_path, mode="federated", issuer=tenant.issuer.url, subject=SUBJECT)
    path.write_text(path.read_text(encoding="utf-8"), encoding=encoding)
    assert set_up(tenant, tmp_path, "--plan-only").code == 0


def test_a_file_beside_the_program_is_not_read_by_the_console(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    enrolment(tmp_path, mode="certificate").rename(tmp_path / "glimps-enrolment.toml")
    program = Program(tenant, tmp_path, "en")
    result = run_to_end(program, "setup", *SIGNING, "--yes", "--recipient", program.recipient, "--out", "b.age")
    assert result.code == 0, "its fault is not even seen"
    assert len(tenant.state.secrets) == 1
