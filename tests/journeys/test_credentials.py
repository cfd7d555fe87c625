"""`verify` of a credential that somebody made, and its export: nobody signs in."""

import json
import stat
from pathlib import Path

import pytest

from installer.demo import Tenant
from installer.model import Language
from tests.journeys.program import Ended, Program, run_to_end
from tests.journeys.test_console import opened_by_age
from tests.journeys.test_endings import ended
from tests.tenants import FULL, Start

pytestmark = pytest.mark.journey


def tried(tenant: Tenant, folder: Path, *argv: str, secret: str | None = None, language: str = "en") -> Ended:
    """`verify` of a credential: nobody signs in."""
    program = Program(tenant, folder, language)
    (application,) = tenant.state.applications.values()
    typed = ["--tenant", "contoso.onmicrosoft.com", "--app", application.app_id, "--secret-file", "secret.txt"]
    if secret is not None:
        (folder / "secret.txt").write_text(f"  {secret}\n")
    more = ["--recipient", program.recipient] if "--out" in argv else []
    result = run_to_end(program, "verify", "--cloud", "lab.toml", *(typed if secret is not None else []), *argv, *more)
    told = [value for value in tenant.issued if value in json.dumps(result.events) + result.sentences]
    assert not told
    assert {request.method for request in tenant.requests} <= {"POST"}, "batches of reads alone"
    return result


@pytest.mark.parametrize("language", Language)
def test_a_secret_made_by_hand_is_proven_and_exported_like_one_of_ours(
    language: Language, start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant("renewal-due")
    (secret,) = tenant.state.secrets
    result = tried(tenant, tmp_path, "--out", "b.age", secret=secret.value, language=language)
    assert result.code == 0
    assert result.first("verified")["roles"]["granted"] == list(FULL)
    assert result.first("verified")["token"] is True
    assert set(result.first("verified")["reads"].values()) == {200}
    payload = opened_by_age(tmp_path)
    assert payload["credential"]["secret"] == payload["connector"]["m365_client_secret"] == secret.value
    assert payload["tenant"]["id"] == tenant.state.tenant_id
    assert stat.S_IMODE((tmp_path / "b.age").stat().st_mode) == 0o600
    assert len(tenant.state.secrets) == 1


def test_a_secret_of_an_application_that_lacks_a_permission_is_told_so(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("existing-manual")
    (secret,) = tenant.state.secrets
    result = tried(tenant, tmp_path, "--out", "b.age", secret=secret.value)
    assert result.code == 7
    assert result.first("verified")["roles"]["missing"] == ["Files.ReadWrite.All"]
    assert not (tmp_path / "b.age").exists()
    assert tried(tenant, tmp_path, "--profile", "detect-only", secret=secret.value).code == 0


@pytest.mark.parametrize(
    ("given", "code", "error"),
    [
        ("not-the-secret", 7, "verification_failed"),
        ("00000000-0000-0000-0000-000000000000", 2, "secret_id_given"),
        ("   ", 2, "empty_secret"),
    ],
)
def test_what_is_not_the_secret_is_told_at_once(
    given: str, code: int, error: str, start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant("existing-manual")
    result = tried(tenant, tmp_path, secret=given)
    assert (result.code, result.first("error")["code"]) == (code, error)


def test_an_expired_secret_is_told_as_expired(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("secret-expired")
    (secret,) = tenant.state.secrets
    result = tried(tenant, tmp_path, secret=secret.value)
    assert result.code == 7
    assert "7000222" in result.first("error")["what"]


@pytest.mark.parametrize("kind", ["secret", "certificate"])
def test_what_a_bundle_holds_can_be_tried_again(kind: str, start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    program = Program(tenant, tmp_path, "en")
    signing = ("--cloud", "lab.toml", "--sign-in", "browser", "--no-browser")
    made = run_to_end(
        program, "setup", *signing, "--yes", "--recipient", program.recipient, "--out", "b.age", "--credential", kind
    )
    assert made.code == 0
    before = len(tenant.requests)
    result = run_to_end(program, "verify", "b.age", "--identity", "key.txt", "--cloud", "lab.toml")
    assert result.code == 0
    assert result.first("finished")["client_id"] == made.first("finished")["client_id"]
    assert {request.method for request in tenant.requests[before:]} == {"POST"}


def test_a_bundle_of_another_cloud_is_not_tried_where_the_file_says(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    ended(tenant, tmp_path, "setup")
    program = Program(tenant, tmp_path, "en")
    (tmp_path / "key.txt").unlink()
    made = run_to_end(
        program,
        *("setup", "--cloud", "lab.toml", "--sign-in", "browser", "--no-browser", "--yes", "--force"),
        *("--recipient", program.recipient, "--out", "b.age"),
    )
    assert made.code == 0
    (tmp_path / "key.txt").write_text(f"{program.identity}\n")
    asked = len(tenant.entra_requests)
    result = run_to_end(program, "verify", "b.age", "--identity", "key.txt")
    assert (result.code, result.first("error")["code"]) == (2, "other_cloud")
    assert len(tenant.entra_requests) == asked
