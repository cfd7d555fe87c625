"""The life of the application by console: old credentials, the recycle bin, policies, other hands, other clouds."""

from pathlib import Path

import pytest

from installer.demo import ResetAfter, ResetBefore, Rule
from tests.journeys.program import ROOT, Program, run_to_end
from tests.journeys.test_endings import BY_HAND, ended
from tests.tenants import FULL, SCENARIOS, Start

pytestmark = pytest.mark.journey


def test_old_secrets_go_by_a_step_of_their_own(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("renewal-due")
    (old,) = tenant.state.secrets
    assert ended(tenant, tmp_path, "renew").code == 0
    assert old in tenant.state.secrets
    expired = ended(tenant, tmp_path, "remove", "--expired")
    assert expired.code == 0
    assert len(tenant.state.secrets) == 2, "none has ended yet"
    removed = ended(tenant, tmp_path, "remove", "--key-id", old.key_id)
    assert removed.code == 0
    assert {"old_secret", "kept_secret"} <= {row["key"] for row in removed.first("plan")["changes"]}
    assert old not in tenant.state.secrets
    assert len(tenant.state.applications) == 1
    unknown = ended(tenant, tmp_path, "remove", "--key-id", old.key_id)
    assert (unknown.code, unknown.first("error")["code"]) == (2, "credential_not_found")


def test_expired_secrets_are_removed_when_asked(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("secret-expired")
    assert ended(tenant, tmp_path, "remove", "--expired").code == 0
    assert not tenant.state.secrets
    assert len(tenant.state.applications) == 1


def test_ours_in_the_recycle_bin_can_be_purged_for_a_new_one(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("deleted")
    (deleted,) = tenant.state.deleted_applications.values()
    result = ended(tenant, tmp_path, "setup", "--deleted", "purge")
    assert result.code == 0
    assert result.first("plan")["changes"][0] == {"key": "deleted_application", "action": "delete", "subject": BY_HAND}
    assert not tenant.state.deleted_applications
    (application,) = tenant.state.applications.values()
    assert application.id != deleted.id
    assert application.resource["uniqueName"] == "glimps-odsp-connector"


def test_another_name_leaves_ours_in_the_recycle_bin_alone(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("deleted")
    assert ended(tenant, tmp_path, "setup", "--name", "Connecteur ODSP").code == 0
    assert len(tenant.state.deleted_applications) == 1
    assert ended(tenant, tmp_path, "setup", "--name", "Connecteur ODSP").code == 0
    (application,) = tenant.state.applications.values()
    assert application.resource["displayName"] == "Connecteur ODSP"
    assert len(tenant.state.secrets) == 2


def test_the_longest_lifetime_is_named_and_works(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("policy-lifetime")
    error = ended(tenant, tmp_path, "setup").first("error")
    assert "180" in error["hint"]
    assert "--months 6" in error["hint"]
    assert not tenant.state.secrets
    (application,) = tenant.state.applications.values()
    assert application.resource["tags"] == ["GlimpsOdspConnector"], "no mark is left of what was tried"
    assert ended(tenant, tmp_path, "setup", "--months", "6").code == 0


def test_where_nothing_is_allowed_it_says_what_to_ask_for(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("policy-no-credentials")
    assert ended(tenant, tmp_path, "setup").code == 9
    result = ended(tenant, tmp_path, "setup", "--credential", "certificate")
    assert result.code == 9
    (application,) = tenant.state.applications.values()
    assert application.app_id in result.first("error")["hint"]
    assert not application.resource["keyCredentials"]


@pytest.mark.parametrize(
    "scenario", ["consented-meanwhile", "privileged-role-admin", "token-expires", "claims-challenge", "flaky"]
)
def test_setup_ends_with_one_of_each_in_tenants_that_delay_it(
    scenario: str, start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant(scenario)
    assert ended(tenant, tmp_path, "setup").code == 0
    assert len(tenant.state.applications) == 1
    assert len(tenant.state.secrets) == 1
    principals = tenant.state.service_principals.values()
    assert len(principals) == len({principal.app_id for principal in principals})


def test_what_somebody_prepared_is_finished_by_who_may_consent(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("prepared")
    result = ended(tenant, tmp_path, "setup")
    assert result.code == 0
    actions = {row["action"] for row in result.first("plan")["changes"] if row["key"] == "permission"}
    assert actions == {"grant"}
    assert len(tenant.state.applications) == len(tenant.state.secrets) == 1


def test_rights_beyond_the_need_are_named_and_left_alone(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("existing-wide")
    before = set(tenant.state.assignments)
    result = ended(tenant, tmp_path, "verify")
    assert (result.code, result.first("health")["reasons"]) == (12, ["extra_permissions"])
    assert result.first("verified")["roles"]["extra"] == ["Mail.Read"]
    findings = result.first("comparison")["findings"]
    states = {(finding["thing"], finding["subject"]): finding["state"] for finding in findings}
    assert states["permission", "Mail.Read"] == "extra"
    assert states["delegated", "User.Read"] == "tolerated"
    assert "Mail.Read: not needed by GLIMPS" in result.sentences
    asked = ended(tenant, tmp_path, "setup")
    assert (asked.code, set(asked.first("decision")["reasons"])) == (
        12,
        {"name_only", "credentials", "extra_permissions"},
    )
    adopted = ended(tenant, tmp_path, "setup", "--adopt")
    assert adopted.code == 0
    assert "Mail.Read (Microsoft Graph)" in {change["subject"] for change in adopted.first("plan")["changes"]}
    assert set(tenant.state.assignments) == before, "nothing is taken away"


def test_a_consent_refused_in_spite_of_the_role_tells_what_was_done(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("consent-forbidden")
    result = ended(tenant, tmp_path, "setup")
    assert result.code == 5
    assert "App registration" in result.first("error")["what"]
    assert "Global Administrator" not in result.first("error")["hint"], "that is what this account is"
    assert not tenant.state.secrets
    assert len(tenant.state.applications) == 1


def test_who_may_only_consent_is_told_what_microsoft_refused(start_tenant: Start, tmp_path: Path) -> None:
    """A Privileged Role Administrator where users may not register: no role name promises anything."""
    tenant = start_tenant("role-admin-only")
    result = ended(tenant, tmp_path, "setup")
    assert result.code == 5
    assert "register or change" in result.first("error")["what"]
    assert not tenant.state.applications


def test_who_may_only_consent_does_that_and_is_told_who_finishes(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("role-admin-consents")
    result = ended(tenant, tmp_path, "setup")
    assert result.code == 5
    assert "secrets" in result.first("error")["what"]
    assert "Admin consent" in result.first("error")["what"]
    assert "owner" in result.first("error")["hint"]
    assert not tenant.state.secrets
    roles = [assignment.resource["appRoleId"] for assignment in tenant.state.assignments.values()]
    assert len(roles) == len(set(roles)) == len(FULL)


def test_an_eligible_role_counts_once_it_is_activated(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("pim-eligible")
    refused = ended(tenant, tmp_path, "setup")
    assert refused.code == 5
    assert "PIM" in refused.first("error")["hint"]
    assert ended(tenant, tmp_path, "setup").code == 0


@pytest.mark.parametrize("fault", [ResetBefore(), ResetAfter()], ids=["before", "after"])
def test_a_network_lost_during_the_grant_ends_clearly_and_a_second_run_finishes(
    fault: ResetBefore | ResetAfter, start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant()
    tenant.faults.add(Rule(fault, method="POST", path=r"\$batch", index=1, times=None))
    result = ended(tenant, tmp_path, "setup")
    assert result.code == 10
    assert "App registration" in result.first("error")["what"]
    tenant.faults.clear()
    assert ended(tenant, tmp_path, "setup").code == 0
    assert len(tenant.state.applications) == len(tenant.state.secrets) == 1
    roles = [assignment.resource["appRoleId"] for assignment in tenant.state.assignments.values()]
    assert len(roles) == len(set(roles)) == len(FULL)


@pytest.mark.parametrize(
    ("scenario", "options", "hint"),
    [
        ("conditional-access-device-code", ("--sign-in", "device-code"), "--sign-in browser"),
        ("other-tenant", ("--sign-in", "browser", "--no-browser", "--tenant", "contoso.onmicrosoft.com"), ""),
        ("personal-account", ("--sign-in", "device-code"), ""),
    ],
)
def test_a_sign_in_that_is_refused_writes_nothing(
    scenario: str, options: tuple[str, ...], hint: str, start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant(scenario)
    program = Program(tenant, tmp_path, "en")
    result = run_to_end(
        program, "setup", "--cloud", "lab.toml", "--yes", "--recipient", program.recipient, "--out", "b.age", *options
    )
    assert result.code == 4
    assert hint in result.first("error")["hint"]
    assert not tenant.state.applications


def test_a_cloud_without_microsofts_client_asks_for_an_own_one_and_takes_it(
    start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant("own-client-needed")
    refused = ended(tenant, tmp_path, "setup")
    assert refused.code == 2
    assert "guide" in refused.first("error")["hint"]
    (own,) = tenant.state.applications.values()
    assert ended(tenant, tmp_path, "setup", "--sign-in-client", own.app_id).code == 0


def test_what_the_sign_in_left_is_named_with_the_place_to_look(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    program = Program(tenant, tmp_path, "en")
    with (tmp_path / "lab.toml").open("a") as file:
        file.write('portal = "https://portal.example"\n')
    result = run_to_end(
        program,
        *("setup", "--cloud", "lab.toml", "--sign-in", "browser", "--no-browser", "--yes"),
        *("--recipient", program.recipient, "--out", "b.age"),
    )
    assert "https://portal.example/#view/Microsoft_AAD_IAM" in result.sentences


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_scenario_is_walked_by_some_test(scenario: str) -> None:
    """So that what is rehearsed with `--demo-scenario` is known to end as the tests say."""
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py")]
    assert any(f'"{scenario}"' in text for text in sources)
