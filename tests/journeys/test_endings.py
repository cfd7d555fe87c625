"""What ends how (console.md): the tenant, the command, the exit code, and what is in the tenant afterwards."""

import json
from pathlib import Path

import pytest

from installer.demo import ClaimsChallenge, ExpiredToken, Rule, Tenant
from tests.journeys.program import Ended, Program, run_to_end
from tests.tenants import FULL, Start

pytestmark = pytest.mark.journey

BY_HAND = "Microsoft ODSP Connector GLIMPS"


def ended(tenant: Tenant, folder: Path, *argv: str, language: str = "en") -> Ended:
    """The command, with --yes where it writes and a recipient where it delivers."""
    program = Program(tenant, folder, language)
    more = {
        "setup": ("--yes", "--recipient", program.recipient, "--out", "b.age", "--force"),
        "renew": ("--yes", "--recipient", program.recipient, "--out", "b.age", "--force"),
        "prepare": ("--yes",),
        "remove": ("--yes",),
        "verify": (),
    }[argv[0]]
    result = run_to_end(program, *argv, "--cloud", "lab.toml", "--sign-in", "browser", "--no-browser", *more)
    assert result.events[-1]["event"] == "finished"
    assert result.events[-1]["exit_code"] == result.code
    assert "Traceback" not in result.sentences
    leaks = [value for value in tenant.issued if value in json.dumps(result.events) + result.sentences]
    assert not leaks
    return result


@pytest.mark.parametrize("scenario", ["app-admin", "app-developer"])
def test_who_may_not_consent_is_sent_to_prepare(scenario: str, start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant(scenario)
    result = ended(tenant, tmp_path, "setup")
    assert result.code == 5
    assert "prepare" in result.first("error")["hint"]
    assert "Privileged Role Administrator" in result.first("error")["hint"]
    assert not tenant.state.applications


def test_prepare_then_another_administrator_consents_then_setup_finishes(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("app-admin")
    prepared = ended(tenant, tmp_path, "prepare", "--out", "message.txt")
    assert prepared.code == 6
    (application,) = tenant.state.applications.values()
    asked = prepared.first("consent.pending")
    assert asked["app_id"] == application.app_id
    assert application.app_id in asked["url"]
    assert asked["url"] in (tmp_path / "message.txt").read_text(encoding="utf-8")
    assert not tenant.state.secrets
    tenant.consent_as_another_administrator(application.app_id)
    finished = ended(tenant, tmp_path, "setup")
    assert finished.code == 0
    assert finished.first("finished")["client_id"] == application.app_id
    assert finished.first("verified")["roles"]["granted"] == list(FULL)
    assert len(tenant.state.secrets) == 1


@pytest.mark.parametrize("command", ["setup", "prepare"])
def test_who_may_do_nothing_writes_nothing(command: str, start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("no-rights")
    assert ended(tenant, tmp_path, command).code == 5
    assert not tenant.state.applications


@pytest.mark.parametrize("scenario", ["default-member", "opaque-tokens-member"])
def test_rights_that_cannot_be_told_are_tried(scenario: str, start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant(scenario)
    result = ended(tenant, tmp_path, "setup")
    assert result.code == 6
    signed_in = result.first("signed_in")
    assert (signed_in["can_register"], signed_in["can_consent"]) == (None, None)
    (application,) = tenant.state.applications.values()
    assert result.first("consent.pending")["app_id"] == application.app_id
    assert result.first("warning")["code"] == "consent_left"
    finished = result.first("finished")
    assert (finished["client_id"], finished["warnings"]) == (application.app_id, ["consent_left"])
    assert "waits for your admin consent" in result.sentences
    assert not tenant.state.secrets
    assert not (tmp_path / "b.age").exists()
    tenant.consent_as_another_administrator(application.app_id)
    assert ended(tenant, tmp_path, "setup").code == 0


@pytest.mark.parametrize("scenario", ["custom-role", "partner", "opaque-tokens"])
def test_rights_that_no_role_tells_are_enough(scenario: str, start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant(scenario)
    assert ended(tenant, tmp_path, "setup").code == 0
    assert len(tenant.state.secrets) == 1


def test_verify_lists_what_the_guide_left_out(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("existing-manual")
    result = ended(tenant, tmp_path, "verify")
    assert result.code == 7
    roles = result.first("verified")["roles"]
    assert roles["missing"] == ["Files.ReadWrite.All"]
    assert roles["extra"] == ["Files.Read.All"], "the delegated User.Read is tolerated"
    assert ended(tenant, tmp_path, "verify", "--profile", "detect-only").code == 0
    assert {request.method for request in tenant.requests} == {"POST"}, "batches of reads alone"


def test_what_was_made_by_hand_is_asked_about_before_anything_is_written(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("existing-manual")
    (application,) = tenant.state.applications.values()
    result = ended(tenant, tmp_path, "setup")
    assert result.code == 12
    decision = result.first("decision")
    assert decision["application"]["client_id"] == application.app_id
    assert decision["application"]["object_id"] == application.id
    assert decision["application"]["created"] == application.resource["createdDateTime"]
    assert decision["reasons"] == ["name_only", "credentials"]
    assert decision["ways"] == ["clean", "fresh", "adopt"]
    (secret,) = (found for found in decision["found"] if found["reason"] == "credentials")
    assert secret["subject"] == tenant.state.secrets[0].key_id
    assert secret["subject"] in secret["what"]
    assert "--adopt" in result.first("error")["hint"]
    assert {request.method for request in tenant.requests} == {"POST"}, "batches of reads alone"
    shown = ended(tenant, tmp_path, "setup", "--plan-only")
    assert shown.code == 0
    assert shown.first("decision")["reasons"] == ["name_only", "credentials"]
    assert {change["state"] for change in shown.first("plan")["changes"]} == {"in_question"}
    assert {request.method for request in tenant.requests} == {"POST"}


def test_adopted_it_gets_only_what_is_missing(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("existing-manual")
    before, old = set(tenant.state.assignments), tenant.state.secrets[0].key_id
    result = ended(tenant, tmp_path, "setup", "--adopt")
    assert result.code == 0
    assert len(set(tenant.state.assignments) - before) == 1
    assert before < set(tenant.state.assignments)
    (application,) = tenant.state.applications.values()
    assert application.resource["uniqueName"] == "glimps-odsp-connector"
    new = result.first("finished")["credential"]["key_id"]
    lasting = result.sentences.partition("Valid credentials of the application:")[2]
    assert old in lasting, "the last output names every live credential"
    assert new in lasting
    assert f"remove --app {application.app_id}" in lasting
    assert ended(tenant, tmp_path, "setup", "--force").code == 0, "it is ours from then on"


def test_left_alone_it_stays_as_it_is_beside_a_new_one(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("existing-manual")
    (application,) = tenant.state.applications.values()
    before = json.dumps(application.resource)
    result = ended(tenant, tmp_path, "setup", "--fresh")
    assert result.code == 0
    assert json.dumps(application.resource) == before
    assert result.first("finished")["client_id"] != application.app_id
    left = {"key": "other_application", "action": "none", "subject": application.app_id, "state": "left"}
    assert left in result.first("plan")["changes"]


def test_two_of_the_name_are_both_named_and_nothing_is_written(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("two-same-name")
    result = ended(tenant, tmp_path, "setup")
    assert result.code == 2
    for application in tenant.state.applications.values():
        assert application.app_id in result.first("error")["what"]
    assert {request.method for request in tenant.requests} == {"POST"}
    chosen = next(iter(tenant.state.applications.values()))
    named = ended(tenant, tmp_path, "setup", "--app", chosen.app_id)
    assert (named.code, named.first("decision")["reasons"]) == (12, ["credentials"]), "which one is meant, no more"
    chosen.secrets.clear()
    chosen.resource["passwordCredentials"].clear()
    assert ended(tenant, tmp_path, "setup", "--app", chosen.app_id).code == 0


def test_ours_in_the_recycle_bin_is_restored(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("deleted")
    result = ended(tenant, tmp_path, "setup")
    assert result.code == 0
    assert result.first("plan")["changes"][0] == {"key": "deleted_application", "action": "update", "subject": BY_HAND}
    assert len(tenant.state.applications) == 1
    assert not tenant.state.deleted_applications


def test_a_lifetime_beyond_the_policy_leaves_no_secret(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("policy-lifetime")
    result = ended(tenant, tmp_path, "setup")
    assert result.code == 9
    assert "--months" in result.first("error")["hint"]
    assert not tenant.state.secrets
    assert len(tenant.state.assignments) >= 4
    assert ended(tenant, tmp_path, "setup", "--months", "6").code == 0


def test_a_policy_against_secrets_names_the_certificate(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("policy-no-secrets")
    result = ended(tenant, tmp_path, "setup")
    assert result.code == 9
    assert "--credential certificate" in result.first("error")["hint"]
    assert not tenant.state.secrets
    certified = ended(tenant, tmp_path, "setup", "--credential", "certificate")
    assert certified.code == 0
    assert certified.first("finished")["credential"]["kind"] == "certificate"
    (application,) = tenant.state.applications.values()
    assert len(application.resource["keyCredentials"]) == 1


@pytest.mark.parametrize("scenario", ["conditional-access-browser", "personal-account", "consent-refused"])
def test_a_refused_sign_in_writes_nothing(scenario: str, start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant(scenario)
    result = ended(tenant, tmp_path, "setup")
    assert result.code == 4
    assert result.first("error")["hint"]
    assert not tenant.state.applications


def test_a_developer_where_the_sign_in_tool_was_never_allowed_is_told_what_an_administrator_must_allow(
    start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant("app-developer-unconsented")
    result = ended(tenant, tmp_path, "prepare")
    assert result.code == 4
    hint = result.first("error")["hint"]
    assert "/organizations/v2.0/adminconsent?client_id=" in hint
    assert "until it is taken back" in hint
    assert not tenant.state.applications


def test_another_account_at_a_renewed_sign_in_is_told_and_stands_in_the_receipt(
    start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant("another-account")
    result = ended(tenant, tmp_path, "setup", "--report", "receipt.html")
    assert result.code == 0
    assert result.first("finished")["warnings"] == ["another_account"]
    receipt = (tmp_path / "receipt.html").read_text(encoding="utf-8")
    assert "admin@contoso.onmicrosoft.com" in receipt
    assert "second.admin@contoso.onmicrosoft.com" in receipt


@pytest.mark.parametrize("fault", [ExpiredToken(), ClaimsChallenge()], ids=["expired", "claims"])
def test_a_token_refused_in_mid_run_leads_to_a_second_sign_in_and_on(
    fault: ExpiredToken | ClaimsChallenge, start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant()
    tenant.faults.add(Rule(fault, method="PATCH", path="uniqueName"))
    result = ended(tenant, tmp_path, "setup")
    assert result.code == 0
    assert [event["event"] for event in result.events].count("sign_in.browser") == 2
    assert len(tenant.state.applications) == 1


def test_a_throttled_tenant_is_waited_for(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("throttled")
    result = ended(tenant, tmp_path, "setup")
    assert result.code == 0
    assert any(event["event"] == "step.waiting" for event in result.events)


def test_renew_adds_one_proven_secret_and_keeps_the_old_ones(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    first = ended(tenant, tmp_path, "setup")
    renewed = ended(tenant, tmp_path, "renew")
    assert renewed.code == 0
    keys = [run.first("finished")["credential"]["key_id"] for run in (first, renewed)]
    assert [secret.key_id for secret in tenant.state.secrets] == keys
    (kept,) = (change for change in renewed.first("plan")["changes"] if change["key"] == "kept_secret")
    assert (kept["action"], kept["subject"]) == ("none", keys[0])
    assert kept["end"] == first.first("finished")["credential"]["expires"], "the old ones are shown with their ends"


def test_renew_where_nothing_is_says_so(start_tenant: Start, tmp_path: Path) -> None:
    assert ended(start_tenant(), tmp_path, "renew").code == 2


def test_renew_without_its_consents_makes_no_secret(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("existing-manual")
    assert ended(tenant, tmp_path, "renew").code == 7
    assert len(tenant.state.secrets) == 1


def test_remove_deletes_what_we_made(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    ended(tenant, tmp_path, "setup")
    assert ended(tenant, tmp_path, "remove").code == 0
    assert not tenant.state.applications
    assert len(tenant.state.deleted_applications) == 1


def test_remove_refuses_what_we_did_not_make_unless_it_is_named(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("existing-manual")
    (application,) = tenant.state.applications.values()
    result = ended(tenant, tmp_path, "remove")
    assert result.code == 2
    assert application.app_id in result.first("error")["hint"]
    assert tenant.state.applications
    assert ended(tenant, tmp_path, "remove", "--app", application.app_id).code == 0
    assert not tenant.state.applications


@pytest.mark.parametrize("command", ["setup", "prepare", "remove", "renew"])
def test_plan_only_changes_nothing(command: str, start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    ended(tenant, tmp_path, "setup")
    before = len(tenant.requests)
    result = ended(tenant, tmp_path, command, "--plan-only")
    assert result.code == 0
    assert result.first("plan")
    later = tenant.requests[before:]
    assert {(request.method, request.path.rpartition("/")[2]) for request in later} <= {("POST", "$batch")}


@pytest.mark.parametrize("suffix", ["html", "pdf"])
def test_the_receipt_names_what_was_made_and_holds_no_secret(suffix: str, start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    result = ended(tenant, tmp_path, "setup", "--report", f"r.{suffix}")
    assert result.code == 0
    paper = (tmp_path / f"r.{suffix}").read_bytes()
    assert not [value for value in tenant.issued if value.encode() in paper]
    if suffix == "html":
        assert result.first("finished")["credential"]["key_id"].encode() in paper
        assert result.first("bundle")["sha256"].encode() in paper
    else:
        assert paper.startswith(b"%PDF-")


def test_a_plan_can_be_put_on_paper_for_the_change_board(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    assert ended(tenant, tmp_path, "setup", "--plan-only", "--report", "plan.html").code == 0
    assert b"Files.ReadWrite.All" in (tmp_path / "plan.html").read_bytes()
    assert not tenant.state.applications
