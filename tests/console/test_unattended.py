"""`verify` where nobody signs in: one line, an exit code, and no word on what a credential cannot show."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from installer.demo import INSTANT, Tenant
from installer.demo.directory import new_secret
from installer.demo.permissions import GRAPH_SP_ID, ROLE_IDS
from installer.errors.usage import InvalidDays
from installer.model import Aspect, Language
from installer.texts import aspect_name, use
from tests.certificates import certificate, pem, private_pem, rsa_key
from tests.console.checking import verify
from tests.faults.commands import DEVICE_CODE, IDENTITY, OURS, Person
from tests.ownership.test_decisions import assign, everything, only, settled
from tests.tenants import SCENARIOS, Start

SETUP = ("setup", *DEVICE_CODE)
UNREAD = [
    "other_api_permissions",
    "credentials",
    "service_principal_credentials",
    "federated_credentials",
    "owners",
    "redirect_uris",
    "public_client",
    "audience",
    "declared_permissions",
    "delegated_permissions",
]
"""What no credential of this application can read."""
HIS = ("https://x.example", "Nadia", "spa", "Exchange", "full_access_as_app")
"""Traces of what `everything` leaves in a tenant."""


@pytest.fixture(autouse=True)
def _english(qapp: QCoreApplication) -> Iterator[None]:
    use(Language.EN)
    yield
    use(Language.EN)


def bundle(tenant: Tenant, folder: Path, *options: str) -> tuple[str, ...]:
    """Sets up, and gives the arguments that verify its bundle."""
    assert Person(tenant, folder).run((*SETUP, *options)) == 0
    key = folder / "key.txt"
    key.write_text(f"{IDENTITY}\n")
    return str(folder / "0.age"), "--identity", str(key)


def secret_file(tenant: Tenant, folder: Path) -> tuple[str, ...]:
    application, _ = only(tenant.state)
    path = folder / "secret.txt"
    path.write_text(f"{application.secrets[-1].value}\n")
    return "--tenant", tenant.state.tenant_id, "--app", application.app_id, "--secret-file", str(path)


def test_a_bundle_is_healthy_in_one_line_with_its_ids_and_its_end(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    argv = bundle(tenant, tmp_path)
    application, _ = only(tenant.state)
    plain = verify(tenant, *argv, as_json=False)
    assert (plain.code, plain.err, plain.out.count("\n")) == (0, "", 1)
    assert plain.out.startswith("In order: “Microsoft ODSP Connector GLIMPS”")
    checked = verify(tenant, *argv)
    assert checked.health["looked_at"] == [
        "token",
        "permissions",
        "service_principal",
        "disabled",
        "end",
        "extra_permissions",
    ]
    assert checked.health["not_looked_at"] == UNREAD
    finished = checked.first("finished")
    assert (finished["tenant_id"], finished["client_id"]) == (tenant.state.tenant_id, application.app_id)
    assert finished["expires"] == checked.health["expires"]
    assert checked.methods == {"GET"}
    assert len(checked.err.splitlines()) == 1, "events aside, it says its line"


@pytest.mark.parametrize("language", Language)
def test_what_a_credential_cannot_read_is_claimed_by_no_sentence_and_no_code(
    language: Language, start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant()
    argv = bundle(tenant, tmp_path)
    use(language)
    sound = verify(tenant, *argv, as_json=False)
    assert all(aspect_name(Aspect(aspect)) in sound.out for aspect in UNREAD)
    everything(tenant)
    application, principal = only(tenant.state)
    for assigned in list(tenant.state.assignments_of(principal.id)):
        if assigned.resource["appRoleId"] == ROLE_IDS["Mail.Read"]:
            del tenant.state.assignments[assigned.resource["id"]]
    tampered = verify(tenant, *argv, as_json=False)
    assert (tampered.code, tampered.out) == (0, sound.out), "the same words, which claim nothing of it"
    assert application.owners
    assert not any(trace in tampered.out + tampered.err for trace in HIS)
    events = verify(tenant, *argv)
    assert (events.health["reasons"], events.health["not_looked_at"]) == ([], UNREAD)


def test_an_extra_role_in_the_token_is_named(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    argv = bundle(tenant, tmp_path)
    _, principal = only(tenant.state)
    assign(tenant.state, principal, GRAPH_SP_ID, ROLE_IDS["Mail.Read"])
    checked = verify(tenant, *argv)
    assert (checked.code, checked.health["state"]) == (12, "questionable")
    assert checked.health["reasons"] == ["extra_permissions"]
    plain = verify(tenant, *argv, as_json=False)
    assert (plain.out, plain.err.count("\n")) == ("", 1)
    assert "Mail.Read" in plain.err


def test_a_missing_role_goes_before_an_extra_one(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    argv = bundle(tenant, tmp_path)
    _, principal = only(tenant.state)
    assign(tenant.state, principal, GRAPH_SP_ID, ROLE_IDS["Mail.Read"])
    gone = next(
        assigned
        for assigned in tenant.state.assignments_of(principal.id)
        if assigned.resource["appRoleId"] == ROLE_IDS["User.Read.All"]
    )
    del tenant.state.assignments[gone.resource["id"]]
    checked = verify(tenant, *argv, "--warn-days", "999")
    assert (checked.code, checked.health["reasons"]) == (
        7,
        ["missing_permissions", "extra_permissions", "ends_soon"],
    )
    assert checked.first("finished")["client_id"]


@pytest.mark.parametrize("days", [300, 366])
def test_the_end_of_a_bundles_credential_counts_only_where_it_was_asked_for(
    days: int, start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant()
    argv = bundle(tenant, tmp_path)
    checked = verify(tenant, *argv, "--warn-days", str(days))
    assert checked.code == (13 if days == 366 else 0)
    assert checked.health["state"] == ("ending" if days == 366 else "healthy")


def test_a_secret_whose_end_nobody_told_is_not_called_far_from_its_end(tmp_path: Path) -> None:
    with Tenant(OURS.with_delays(INSTANT)) as tenant:
        argv = secret_file(tenant, tmp_path)
        checked = verify(tenant, *argv, "--warn-days", "30")
        assert (checked.code, checked.first("finished")["warnings"]) == (0, ["end_unknown"])
        assert "end" in checked.health["not_looked_at"]
        assert "valid until" not in checked.err
        assert "expires" not in checked.first("finished")


def test_a_disabled_application_and_an_ended_secret_get_no_token(tmp_path: Path) -> None:
    for disabled in (True, False):
        with Tenant(OURS.with_delays(INSTANT)) as tenant:
            argv = secret_file(tenant, tmp_path)
            application, principal = only(tenant.state)
            if disabled:
                principal.resource["accountEnabled"] = False
            else:
                application.secrets.clear()
                new_secret(application, "x", 0, 1, settled("x"))
            checked = verify(tenant, *argv)
            assert checked.code == 7
            assert checked.health["reasons"] == (["no_token", "disabled"] if disabled else ["no_token"])
            looked = ["token", "service_principal", "disabled"] if disabled else ["token"]
            assert checked.health["looked_at"] == looked
            assert checked.first("finished")["client_id"] == application.app_id


def test_a_policy_that_keeps_the_application_out_is_told(tmp_path: Path) -> None:
    with Tenant(replace(OURS, application_blocked=True).with_delays(INSTANT)) as tenant:
        checked = verify(tenant, *secret_file(tenant, tmp_path))
        assert (checked.code, checked.health["reasons"]) == (7, ["no_token"])
        assert checked.first("error")["code"] == "application_blocked"


def key_of_the_connector(tenant: Tenant, folder: Path) -> tuple[str, ...]:
    one = certificate()
    (folder / "one.cer").write_bytes(pem(one))
    (folder / "one.pem").write_bytes(private_pem(rsa_key()))
    (folder / "one.pem").chmod(0o600)
    setup = (*SETUP, "--certificate-file", str(folder / "one.cer"))
    assert Person(tenant, folder).run(setup) == 0
    application, _ = only(tenant.state)
    means = ("--key", str(folder / "one.pem"), "--certificate", str(folder / "one.cer"))
    return "--tenant", tenant.state.tenant_id, "--app", application.app_id, *means


def assertion_of_the_connector(tenant: Tenant, folder: Path) -> tuple[str, ...]:
    setup = (*SETUP, "--credential", "federated", "--issuer", tenant.issuer.url, "--subject", "odsp")
    assert Person(tenant, folder).run(setup) == 0
    (folder / "token").write_text(tenant.issuer.token("odsp"))
    application, _ = only(tenant.state)
    return "--tenant", tenant.state.tenant_id, "--app", application.app_id, "--assertion-file", str(folder / "token")


@pytest.mark.parametrize("means", [key_of_the_connector, assertion_of_the_connector])
def test_a_key_and_an_assertion_are_judged_like_a_bundle(
    means: Callable[[Tenant, Path], tuple[str, ...]], tmp_path: Path
) -> None:
    with Tenant(SCENARIOS["clean"].with_delays(INSTANT)) as tenant:
        argv = means(tenant, tmp_path)
        checked = verify(tenant, *argv, "--warn-days", "30")
        assert (checked.code, checked.health["not_looked_at"]) == (0, UNREAD)
        has_end = means is key_of_the_connector
        assert ("expires" in checked.health) == has_end
        assert verify(tenant, *argv, "--warn-days", "400").code == (13 if has_end else 0), (
            "a federation does not expire"
        )
        _, principal = only(tenant.state)
        assign(tenant.state, principal, GRAPH_SP_ID, ROLE_IDS["Mail.Read"])
        assert verify(tenant, *argv).code == 12


def test_a_token_that_cannot_be_read_claims_nothing_of_further_permissions(tmp_path: Path) -> None:
    scenario = replace(SCENARIOS["clean"], opaque_tokens=True)
    with Tenant(scenario.with_delays(INSTANT)) as tenant:
        argv = bundle(tenant, tmp_path)
        _, principal = only(tenant.state)
        assign(tenant.state, principal, GRAPH_SP_ID, ROLE_IDS["Mail.Read"])
        checked = verify(tenant, *argv)
        assert (checked.code, checked.health["reasons"]) == (0, [])
        assert "extra_permissions" in checked.health["not_looked_at"]


@pytest.mark.parametrize("days", ["0", "1000", "-1", "x", "1.5", ""])
def test_other_numbers_of_days_are_refused(days: str, start_tenant: Start) -> None:
    with pytest.raises(InvalidDays):
        verify(start_tenant(), "--warn-days=" + days)


def test_key_ids_need_a_sign_in(tmp_path: Path) -> None:
    with Tenant(OURS.with_delays(INSTANT)) as tenant:
        checked = verify(tenant, *secret_file(tenant, tmp_path), "--key-id", "0" * 8 + "-0000-4000-8000-000000000000")
        assert (checked.code, checked.first("error")["code"]) == (2, "needs_option")
