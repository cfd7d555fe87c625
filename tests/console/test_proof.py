"""How a run ends whose proof is refused, missing, or warned of: exit code, last event, bundle and receipt."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from installer.bundle.age import parse_identities, unseal
from installer.bundle.payload import Payload
from installer.bundle.reading import from_json
from installer.console.arguments import parse
from installer.demo import INSTANT, Rule, Status, Tenant
from installer.errors.base import ExitCode
from installer.errors.proof import ApplicationBlocked, ApplicationDisabled, ApplicationRefused
from installer.errors.usage import OptionOfOthers
from tests.faults.commands import DEVICE_CODE, IDENTITY, Person
from tests.tenants import SCENARIOS, Start

SETUP = ("setup", *DEVICE_CODE)
BLOCKED = Rule(
    Status(400, body={"error": "invalid_grant", "error_codes": [53003], "error_description": "AADSTS53003: Blocked."}),
    "entra",
    "POST",
    "token",
    times=None,
)


def events(person: Person, name: str) -> list[dict[str, object]]:
    lines = (json.loads(line) for line in person.said.getvalue().splitlines() if line.startswith("{"))
    return [line for line in lines if line["event"] == name]


def bundle(folder: Path) -> Payload:
    (path,) = folder.glob("*.age")
    identities = parse_identities(f"{IDENTITY}".encode(), "key.txt")
    return from_json(unseal(path.read_bytes(), str(path), identities), str(path))


@pytest.mark.parametrize("scenario", ["no-sharepoint", "locked-root-site"])
def test_a_refused_read_ends_0_with_a_warning_and_a_proven_bundle(
    scenario: str, start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant(scenario)
    person = Person(tenant, tmp_path)
    assert person.run(SETUP) == ExitCode.DONE
    (finished,) = events(person, "finished")
    assert (finished["proven"], finished["warnings"]) == (True, ["read_refused"])
    (warning,) = events(person, "warning")
    assert "HTTP 4" in str(warning["what"])
    assert bundle(tmp_path).proven
    assert len(tenant.state.secrets) == 1


def test_a_workload_policy_ends_7_and_writes_no_bundle(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("workload-policy")
    person = Person(tenant, tmp_path)
    assert person.run(SETUP) == ExitCode.VERIFICATION
    assert isinstance(person.error, ApplicationBlocked)
    assert not list(tmp_path.glob("*.age"))
    assert not tenant.state.secrets


def test_accepted_it_ends_0_and_says_everywhere_that_nothing_is_proven(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("workload-policy")
    person = Person(tenant, tmp_path)
    assert person.run((*SETUP, "--accept-unproven", "--report", "receipt.html")) == ExitCode.DONE
    (finished,) = events(person, "finished")
    assert (finished["proven"], finished["warnings"]) == (False, ["unproven"])
    (verified,) = events(person, "verified")
    assert verified["token"] is False
    assert not bundle(tmp_path).proven
    assert "could not be tried here" in (tmp_path / "receipt.html").read_text("utf-8")
    assert len(tenant.state.secrets) == 1


def test_a_renewal_may_be_accepted_unproven_as_well(start_tenant: Start, tmp_path: Path) -> None:
    scenario = replace(SCENARIOS["renewal-due"], application_blocked=True).with_delays(INSTANT)
    with Tenant(scenario) as tenant:
        person = Person(tenant, tmp_path)
        assert person.run(("renew", *DEVICE_CODE)) == ExitCode.VERIFICATION
        assert person.run(("renew", *DEVICE_CODE, "--accept-unproven")) == ExitCode.DONE
        assert events(person, "finished")[0]["proven"] is False
        assert len(tenant.state.secrets) == 2


@pytest.mark.parametrize("command", ["verify", "prepare", "remove"])
def test_only_what_delivers_takes_the_option(command: str) -> None:
    with pytest.raises(OptionOfOthers):
        parse((command, "--accept-unproven"))


def test_verify_finds_a_disabled_application(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("disabled")
    person = Person(tenant, tmp_path)
    assert person.run(("verify", *DEVICE_CODE)) == ExitCode.VERIFICATION
    assert isinstance(person.error, ApplicationDisabled)
    (comparison,) = events(person, "comparison")
    assert {"thing": "service_principal", "subject": "", "state": "disabled"} in comparison["findings"]  # type: ignore[operator]


@pytest.mark.parametrize("kind", [ApplicationBlocked, ApplicationDisabled])
def test_verify_of_a_bundle_tells_what_keeps_the_application_out(
    kind: type[ApplicationRefused], start_tenant: Start, tmp_path: Path
) -> None:
    tenant = start_tenant()
    person = Person(tenant, tmp_path)
    assert person.run(SETUP) == ExitCode.DONE
    if kind is ApplicationBlocked:
        tenant.faults.add(BLOCKED)
    else:
        principal = tenant.state.service_principal_by_app_id(bundle(tmp_path).application.client_id)
        assert principal is not None
        principal.resource["accountEnabled"] = False
    assert person.run(("verify", "0.age")) == ExitCode.VERIFICATION
    assert isinstance(person.error, kind)
    assert person.error.console == ""


def test_verify_of_a_bundle_goes_by_the_roles_and_tells_the_reads(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant("no-sharepoint")
    person = Person(tenant, tmp_path)
    assert person.run(SETUP) == ExitCode.DONE
    assert person.run(("verify", "0.age")) == ExitCode.DONE
    (finished,) = events(person, "finished")
    assert (finished["proven"], finished["warnings"]) == (True, ["read_refused"])
