"""The enterprise application stands in the portal's list: made so, and repaired where it does not."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from installer.demo import ResetAfter, Rule, Status, Tenant
from installer.errors.rights import StaysHidden
from installer.events import Warned
from installer.model import PORTAL_TAG, Fate, Prepare, Thing
from installer.registration import Plan, apply
from tests.engine import Engine
from tests.tenants import Start

TAG = "GlimpsOdspConnector"


def principal_of(tenant: Tenant) -> dict[str, object]:
    (application,) = (*tenant.state.applications.values(), *tenant.state.deleted_applications.values())
    principals = (*tenant.state.service_principals.values(), *tenant.state.deleted_service_principals.values())
    (principal,) = (entry for entry in principals if entry.app_id == application.app_id)
    return principal.resource


def fate_in(plan: Plan) -> Fate:
    (line,) = (line for line in plan.lines if line.thing is Thing.SERVICE_PRINCIPAL)
    return line.status


def sent(tenant: Tenant, method: str) -> Sequence[object]:
    """The bodies of the requests about service principals themselves."""
    return [
        request.body
        for whole in tenant.requests
        for request in (whole, *whole.parts)
        if request.method == method and re.fullmatch(r"/v1.0/servicePrincipals(/[^/]+)?", request.path)
    ]


def hidden(start_tenant: Start, scenario: str = "prepared") -> Tenant:
    """A tenant whose enterprise application somebody made without the portal's tag."""
    tenant = start_tenant(scenario)
    principal_of(tenant)["tags"] = [TAG, "HideApp"]
    return tenant


def test_a_new_one_is_made_with_the_portals_tag_in_the_same_request(start_tenant: Start, tmp_path: Path) -> None:
    tenant = start_tenant()
    Engine(tenant).set_up(tmp_path / "b.age")
    (body,) = sent(tenant, "POST")
    assert isinstance(body, dict)
    assert body["tags"] == [PORTAL_TAG]
    assert PORTAL_TAG in principal_of(tenant)["tags"]  # type: ignore[operator]
    assert not sent(tenant, "PATCH")
    again = Engine(tenant)
    assert fate_in(again.plan(again.inspect())) is Fate.KEPT


@pytest.mark.parametrize("fault", [None, ResetAfter()], ids=["plain", "lost answer"])
def test_one_that_is_hidden_is_completed_and_keeps_its_tags(
    fault: ResetAfter | None, start_tenant: Start, tmp_path: Path
) -> None:
    tenant = hidden(start_tenant)
    if fault:
        tenant.faults.add(Rule(fault, method="PATCH", path="servicePrincipals/"))
    engine = Engine(tenant)
    assert fate_in(engine.plan(engine.inspect())) is Fate.COMPLETED
    before = len(tenant.requests)
    engine.inspect()
    assert len(tenant.requests) == before + 3, "the tags came with the look-ups that there were"
    engine.set_up(tmp_path / "b.age")
    assert principal_of(tenant)["tags"] == [TAG, "HideApp", PORTAL_TAG]
    assert len(sent(tenant, "PATCH")) == (2 if fault else 1)
    assert not [event for event in engine.events if isinstance(event, Warned)]
    again = Engine(tenant)
    assert fate_in(again.plan(again.inspect())) is Fate.KEPT


def test_to_prepare_completes_it_as_well(start_tenant: Start) -> None:
    tenant = hidden(start_tenant)
    engine = Engine(tenant)
    engine.choices = Prepare(engine.target)  # type: ignore[assignment]
    plan = engine.plan(engine.inspect())
    assert fate_in(plan) is Fate.COMPLETED
    apply(plan, engine.graph, engine.report)
    assert principal_of(tenant)["tags"] == [TAG, "HideApp", PORTAL_TAG]


def test_one_that_comes_back_from_the_recycle_bin_is_seen_again(start_tenant: Start, tmp_path: Path) -> None:
    tenant = hidden(start_tenant, "deleted")
    Engine(tenant).set_up(tmp_path / "b.age")
    assert principal_of(tenant)["tags"] == [TAG, "HideApp", PORTAL_TAG]


@pytest.mark.parametrize("scenario", ["prepared", "deleted"])
def test_a_refusal_to_show_it_is_told_and_stops_nothing(scenario: str, start_tenant: Start, tmp_path: Path) -> None:
    tenant = hidden(start_tenant, scenario)
    tenant.faults.add(Rule(Status(403), method="PATCH", path="servicePrincipals/", times=None))
    engine = Engine(tenant)
    assert len(engine.set_up(tmp_path / "b.age").granted) == len(engine.target.profile.permissions)
    assert principal_of(tenant)["tags"] == [TAG, "HideApp"]
    (told,) = (event.problem for event in engine.events if isinstance(event, Warned))
    assert isinstance(told, StaysHidden)
    assert told.request_id
