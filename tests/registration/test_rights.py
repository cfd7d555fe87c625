"""What an account may do: what its roles tell, what is tried where they do not, and how a refusal is told."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from installer import engine as engine_verbs
from installer.demo import Rule, Status
from installer.errors.base import ExitCode, SetupError
from installer.errors.rights import ConsentLeft, NotEnoughRights
from installer.events import Step
from installer.model import Able, Language, Prepare
from installer.registration import inspect, require_rights
from installer.texts import explain, use
from tests.engine import Engine
from tests.tenants import FULL, Start

CAN, CANNOT, UNKNOWN = Able.CAN, Able.CANNOT, Able.UNKNOWN


@pytest.fixture(autouse=True)
def _english(qapp: QCoreApplication) -> Iterator[None]:
    use(Language.EN)
    yield
    use(Language.EN)


@pytest.mark.parametrize(
    ("scenario", "register", "consent"),
    [
        ("clean", CAN, CAN),
        ("privileged-role-admin", UNKNOWN, CAN),
        ("app-admin", CAN, CANNOT),
        ("app-developer", CAN, CANNOT),
        ("default-member", UNKNOWN, UNKNOWN),
        ("no-rights", UNKNOWN, UNKNOWN),
        ("custom-role", UNKNOWN, UNKNOWN),
        ("partner", UNKNOWN, UNKNOWN),
        ("opaque-tokens", CAN, CAN),
        ("opaque-tokens-member", UNKNOWN, UNKNOWN),
    ],
)
def test_a_role_tells_a_right_and_nothing_else_tells_that_there_is_none(
    scenario: str, register: Able, consent: Able, start_tenant: Start
) -> None:
    rights = Engine(start_tenant(scenario)).inspect().rights
    assert (rights.can_register, rights.can_consent) == (register, consent)


def test_the_token_and_the_directory_tell_together(start_tenant: Start) -> None:
    """A role of a moment ago may be in one of them alone."""
    tenant = start_tenant("app-admin")
    engine = Engine(tenant)
    (global_administrator, *_) = engine.manifest.roles
    rights = inspect(engine.graph, engine.manifest, engine.target, frozenset({global_administrator.template_id})).rights
    assert (rights.can_register, rights.can_consent) == (CAN, CAN)
    assert len(rights.roles) == 2


@pytest.mark.parametrize("status", [403, 404])
def test_a_directory_that_does_not_tell_leaves_what_the_token_tells(status: int, start_tenant: Start) -> None:
    for scenario, expected in (("app-admin", (CAN, CANNOT)), ("default-member", (UNKNOWN, UNKNOWN))):
        tenant = start_tenant(scenario)
        tenant.faults.add(Rule(Status(status), "part", path="transitiveMemberOf"))
        rights = Engine(tenant).inspect().rights
        assert (rights.can_register, rights.can_consent) == expected


def test_the_roles_are_asked_for_as_an_advanced_query(start_tenant: Start) -> None:
    tenant = start_tenant()
    Engine(tenant).inspect()
    (asked,) = (
        part
        for request in tenant.requests
        for part in (request.body or {}).get("requests", ())
        if "transitiveMemberOf" in part["url"]
    )
    assert asked["headers"]["ConsistencyLevel"] == "eventual"
    assert "$count=true" in asked["url"]


@pytest.mark.parametrize("scenario", ["app-admin", "app-developer"])
def test_who_surely_may_not_consent_is_told_so_before_anything_is_written(scenario: str, start_tenant: Start) -> None:
    tenant = start_tenant(scenario)
    told = refused(Engine(tenant))
    assert isinstance(told, NotEnoughRights)
    assert (told.exit_code, told.refused, told.may_prepare) == (ExitCode.RIGHTS, None, True)
    assert not tenant.state.applications


@pytest.mark.parametrize("scenario", ["custom-role", "partner", "opaque-tokens", "privileged-role-admin"])
def test_what_no_role_tells_is_tried_and_succeeds(scenario: str, start_tenant: Start) -> None:
    assert set(Engine(start_tenant(scenario)).register().proof.granted) == set(FULL)


def test_a_consent_that_was_tried_and_refused_leaves_the_application_to_another_administrator(
    start_tenant: Start,
) -> None:
    tenant = start_tenant("default-member")
    engine = Engine(tenant)
    told = refused(engine)
    assert isinstance(told, ConsentLeft)
    assert told.exit_code is ExitCode.CONSENT_PENDING
    (application,) = tenant.state.applications.values()
    assert told.application.client_id == application.app_id
    assert not tenant.state.secrets
    assert application.resource["tags"] == [engine.manifest.tag], "no mark of a secret that there is not"
    words = explain(told)
    assert "App registration" in words.what
    assert "PIM" in words.hint
    tenant.consent_as_another_administrator(application.app_id)
    assert set(Engine(tenant).register().proof.granted) == set(FULL)
    assert len(tenant.state.applications) == 1


@pytest.mark.parametrize("scenario", ["no-rights", "role-admin-only"])
def test_who_is_refused_at_the_registration_has_written_nothing(scenario: str, start_tenant: Start) -> None:
    tenant = start_tenant(scenario)
    told = refused(Engine(tenant))
    assert isinstance(told, NotEnoughRights)
    assert (told.exit_code, told.refused, told.may_prepare) == (ExitCode.RIGHTS, Step.APPLICATION, False)
    assert not tenant.state.applications
    words = explain(told)
    assert "Microsoft does not let this account" in words.what
    assert "may neither" not in words.what
    assert "Application Developer" in words.hint
    assert "PIM" in words.hint


def test_rights_that_no_role_settles_do_not_stop_prepare(start_tenant: Start) -> None:
    engine = Engine(start_tenant("default-member"))
    state = engine.inspect()
    engine.choices = Prepare(engine.target)  # type: ignore[assignment]
    require_rights(engine.plan(state), state)


@pytest.mark.parametrize(
    ("path", "step"),
    [("applications", Step.APPLICATION), ("appRoleAssignments", Step.CONSENT)],
    ids=["made", "granted"],
)
def test_a_global_administrator_who_is_refused_is_not_sent_to_find_one(
    path: str, step: Step, start_tenant: Start
) -> None:
    tenant = start_tenant()
    host, method = ("part", "POST") if step is Step.CONSENT else ("graph", "PATCH")
    tenant.faults.add(Rule(Status(403), host, method, path, times=None))  # type: ignore[arg-type]
    told = refused(Engine(tenant))
    assert isinstance(told, NotEnoughRights)
    assert (told.exit_code, told.refused, told.may_prepare) == (ExitCode.RIGHTS, step, False)
    words = explain(told)
    assert words.title == "Microsoft refuses this account"
    assert "Global Administrator" not in words.hint
    assert "Application Developer" not in words.hint
    assert "quarter of an hour" in words.hint
    assert words.option == ""


def test_an_application_developer_is_told_whose_applications_are_his_to_change(start_tenant: Start) -> None:
    tenant = start_tenant("app-developer")
    tenant.faults.add(Rule(Status(403), method="PATCH", path="applications"))
    engine = Engine(tenant)
    state = engine.inspect()
    choices = Prepare(engine.target)
    engine.choices = choices  # type: ignore[assignment]
    with pytest.raises(NotEnoughRights) as caught:
        engine_verbs.apply(engine.connection, engine.plan(state), state, choices, engine.cancel, engine.report)
    assert "applications they own" in explain(caught.value).hint


def test_who_may_not_even_read_the_tenant_is_told_just_that(start_tenant: Start) -> None:
    tenant = start_tenant()
    tenant.faults.add(Rule(Status(403), "part", path="servicePrincipals"))
    with pytest.raises(NotEnoughRights) as caught:
        Engine(tenant).inspect()
    assert (caught.value.refused, caught.value.may_prepare) == (Step.INSPECT, False)
    assert explain(caught.value).what.startswith("Microsoft does not let this account read the tenant")


def refused(engine: Engine) -> SetupError:
    with pytest.raises(SetupError) as caught:
        engine.register()
    return caught.value
