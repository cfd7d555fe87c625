"""Our unique name is held, refused, or met by somebody else: where the run ends, and what stands in the tenant then."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from installer.config.manifest import load_manifest
from installer.demo import INSTANT, Delays, ResetAfter, ResetBefore, Rule, Scenario, Status, Tenant
from installer.errors.ownership import CreatedMeanwhile, DecisionNeeded, UniqueNameTaken
from installer.errors.rights import NotEnoughRights
from installer.events import Event, GraphCall, Step, StepWaiting, Warned
from installer.model import Organization, ReasonCode, TenantState
from installer.registration.unique_name import free_unique_name, is_our_unique_name
from tests.engine import Engine, Hands
from tests.faults.commands import DEVICE_CODE, Person, credentials_in, undelivered
from tests.registration.states import MANIFEST, tenant
from tests.tenants import FULL, SCENARIOS

SETUP = ("setup", *DEVICE_CODE)
TAG = load_manifest().tag
UNIQUE = load_manifest().unique_name
OTHER_ID = "f00d0000-0000-4000-8000-000000000001"


def renamed(**changes: object) -> Scenario:
    """Ours in the recycle bin, under a name that nobody looks for."""
    (ours,) = SCENARIOS["deleted"].existing
    return replace(SCENARIOS["deleted"], existing=(replace(ours, name="Renamed by hand", **changes),))  # type: ignore[arg-type]


@contextmanager
def person_in(scenario: Scenario, folder: Path, **delays: object) -> Iterator[tuple[Tenant, Person, list[Event]]]:
    told: list[Event] = []
    hands = Hands()
    delayed = scenario.with_delays(Delays(**delays) if delays else INSTANT)  # type: ignore[arg-type]
    with Tenant(delayed, now=hands.tenant_time) as started:
        yield started, Person(started, folder, told.append, hands=hands), told


def warned(told: list[Event]) -> list[type[Exception]]:
    return [type(event.problem) for event in told if isinstance(event, Warned)]


def check(started: Tenant, person: Person, before: set[str]) -> None:
    """One application with one service principal, each grant once, no mark, and nothing undelivered."""
    (application,) = started.state.applications.values()
    principal = started.state.service_principal_by_app_id(application.app_id)
    assert principal
    roles = [held.resource["appRoleId"] for held in started.state.assignments_of(principal.id)]
    assert len(roles) == len(set(roles)) == len(FULL)
    assert application.resource["tags"] == [TAG]
    assert not undelivered(started, person, before)


# --- the holder in the recycle bin ----------------------------------------------------------------------------------


def test_ours_is_restored_under_whatever_name_with_its_own_service_principal(tmp_path: Path) -> None:
    with person_in(renamed(), tmp_path) as (started, person, _told):
        before = credentials_in(started)
        (ours,) = started.state.deleted_applications
        (principal,) = started.state.deleted_service_principals
        assert person.run(SETUP) == 0
        assert list(started.state.applications) == [ours]
        assert principal in started.state.service_principals
        assert not started.state.deleted_service_principals
        check(started, person, before)


def test_without_a_service_principal_in_the_bin_a_new_one_is_made_and_granted(tmp_path: Path) -> None:
    with person_in(renamed(secret=None), tmp_path) as (started, person, _told):
        before = credentials_in(started)
        (principal,) = started.state.deleted_service_principals
        started.state.deleted_service_principals.clear()
        for grant in started.state.assignments_of(principal):
            del started.state.assignments[grant.resource["id"]]
        assert person.run(SETUP) == 0
        check(started, person, before)


def test_an_old_secret_of_what_lost_its_consents_in_the_bin_is_asked_about(tmp_path: Path) -> None:
    """Restored, it is judged like any that is found: the secret would get what is granted anew."""
    with person_in(renamed(), tmp_path) as (started, person, _told):
        started.state.deleted_service_principals.clear()
        assert person.run(SETUP) == 12
        assert isinstance(person.error, DecisionNeeded)
        assert person.error.question.codes == (ReasonCode.CREDENTIALS,)
        (application,) = started.state.applications.values()
        principal = started.state.service_principal_by_app_id(application.app_id)
        assert principal is None or not started.state.assignments_of(principal.id)


def test_a_service_principal_that_cannot_be_restored_is_made_anew(tmp_path: Path) -> None:
    with person_in(renamed(secret=None), tmp_path) as (started, person, _told):
        before = credentials_in(started)
        (principal,) = started.state.deleted_service_principals
        for host in ("graph", "part"):
            started.faults.add(Rule(Status(400), host, method="POST", path=f"{principal}/restore", times=None))
        assert person.run(SETUP) == 0
        assert principal not in started.state.service_principals
        check(started, person, before)


def test_grants_that_were_taken_away_meanwhile_are_given_again(tmp_path: Path) -> None:
    with person_in(renamed(secret=None), tmp_path) as (started, person, _told):
        before = credentials_in(started)
        gone = next(iter(started.state.assignments))
        del started.state.assignments[gone]
        assert person.run(SETUP) == 0
        check(started, person, before)


def test_a_holder_that_the_first_look_missed_is_found_by_the_refusal(tmp_path: Path) -> None:
    """The lists of the bin are late, too."""
    with person_in(renamed(), tmp_path) as (started, person, told):
        before = credentials_in(started)
        empty = Status(200, body={"value": []})
        started.faults.add(Rule(empty, host="part", path="deletedItems/microsoft.graph.application", times=2))
        assert person.run(SETUP) == 0
        assert warned(told) == [UniqueNameTaken]
        check(started, person, before)


def test_what_nobody_agreed_to_is_not_done(tmp_path: Path) -> None:
    with person_in(renamed(), tmp_path) as (started, _person, _told):
        started.faults.add(Rule(Status(200, body={"value": []}), host="part", path="deletedItems/microsoft", times=2))
        with pytest.raises(UniqueNameTaken):
            Engine(started).register()
        assert not started.state.applications


@pytest.mark.parametrize("where", ["part", "graph"])
def test_a_holder_that_nobody_can_read_leads_to_another_name_and_always_the_same(where: str, tmp_path: Path) -> None:
    with person_in(renamed(), tmp_path) as (started, person, told):
        before = credentials_in(started)
        rules = [Rule(Status(403), host="part", path="deletedItems", times=None)]
        if where == "graph":
            rules.append(Rule(Status(403), path="deletedItems", times=None))
        else:
            rules.append(Rule(Status(200, body={"value": []}), path="deletedItems", times=None))
        started.faults.add(*rules)
        assert person.run(SETUP) == 0
        assert warned(told) == [UniqueNameTaken]
        (application,) = started.state.applications.values()
        assert application.resource["uniqueName"] == f"{UNIQUE}-{started.state.tenant_id[:8]}"
        check(started, person, before)
        assert person.run(SETUP) == 0
        check(started, person, before)


def test_a_bin_with_more_than_a_page_is_read_on(tmp_path: Path) -> None:
    (ours,) = renamed().existing
    others = tuple(
        replace(
            ours,
            id=f"f00d0000-0000-4000-8000-{n:012d}",
            app_id=f"f00e0000-0000-4000-8000-{n:012d}",
            name=f"Other {n}",
            unique_name=None,
            tags=(),
            secret=None,
        )
        for n in range(130)
    )
    with person_in(replace(renamed(), existing=(*others, ours)), tmp_path) as (started, person, _told):
        before = credentials_in(started)
        assert person.run(SETUP) == 0
        assert list(started.state.applications) == [ours.id]
        check(started, person, before)


def test_nothing_is_purged_unless_that_was_asked_for(tmp_path: Path) -> None:
    with person_in(SCENARIOS["deleted"], tmp_path) as (started, person, _told):
        assert person.run(SETUP) == 0
        assert not [request for request in started.requests if request.method == "DELETE"]


def test_a_purge_that_is_refused_is_told_as_what_it_may_be(tmp_path: Path) -> None:
    with person_in(SCENARIOS["deleted"], tmp_path) as (started, person, _told):
        started.faults.add(Rule(Status(403), method="DELETE", path="deletedItems", times=None))
        assert person.run((*SETUP, "--deleted", "purge")) == 5
        assert isinstance(person.error, NotEnoughRights)
        assert person.error.refused is Step.PURGE
        assert "protected action" in str(person.error.what)
        assert not started.state.applications


# --- somebody else's, and a cloud without the upsert ----------------------------------------------------------------


class Overtaken(Engine):
    """A run that is overtaken after its first look."""

    then: Callable[[], object]

    def report(self, event: Event) -> None:
        super().report(event)
        if isinstance(event, GraphCall) and (then := self.__dict__.pop("then", None)):
            then()


def test_an_application_that_was_registered_meanwhile_is_told_and_looked_at(tmp_path: Path) -> None:
    with person_in(SCENARIOS["clean"], tmp_path) as (started, _person, _told):
        engine = Overtaken(started)
        engine.then = lambda: Engine(started).set_up(tmp_path / "a.age")
        engine.set_up(tmp_path / "b.age")
        (cause,) = (event.problem for event in engine.events if isinstance(event, Warned))
        assert isinstance(cause, CreatedMeanwhile)
        (application,) = started.state.applications.values()
        assert (cause.object_id, cause.client_id, cause.lost) == (application.id, application.app_id, False)
        looks = [request for request in started.requests if request.path.startswith("/v1.0/$batch")]
        by_id = [
            part.path for request in looks for part in request.parts if f"/applications/{application.id}?" in part.path
        ]
        assert by_id, "read by its id before it is used"


def test_the_registering_request_marks_nothing_as_ours(tmp_path: Path) -> None:
    with person_in(SCENARIOS["clean"], tmp_path) as (started, person, _told):
        assert person.run(SETUP) == 0
        (body,) = (request.body for request in started.requests if request.method == "PATCH")
        assert "tags" not in body


def test_a_lost_answer_to_the_registering_request_is_nobodys_doing(tmp_path: Path) -> None:
    with person_in(SCENARIOS["clean"], tmp_path) as (started, person, told):
        started.faults.add(Rule(ResetAfter(), method="PATCH", path="uniqueName"))
        assert person.run(SETUP) == 0
        assert warned(told) == []
        check(started, person, set())


REFUSALS = {
    "400": Status(400),
    "404": Status(404),
    "405": Status(405),
    "501": Status(501, body={"error": {"code": "NotImplemented", "message": "Not implemented."}}),
}


@pytest.mark.parametrize("fault", [None, ResetBefore(), ResetAfter()], ids=["nothing", "before", "after"])
@pytest.mark.parametrize("refusal", REFUSALS.values(), ids=REFUSALS)
def test_a_cloud_without_the_upsert_gets_a_post_and_one_application_whatever_is_lost(
    refusal: Status, fault: ResetBefore | ResetAfter | None, tmp_path: Path
) -> None:
    with person_in(SCENARIOS["clean"], tmp_path, listing=(20.0, 40.0)) as (started, person, _told):
        started.faults.add(Rule(refusal, method="PATCH", path="uniqueName", times=None))
        if fault:
            started.faults.add(Rule(fault, method="POST", path="applications$"))
        assert person.run(SETUP) == 0, person.error
        check(started, person, set())
        person.hands.seconds += 60.0  # until the lists show that it is consented
        started.faults.add(Rule(refusal, host="part", path="uniqueName=", times=None))
        assert person.run(SETUP) == 0, person.error
        check(started, person, set())


@pytest.mark.parametrize("late", [(0.0, 0.0), (20.0, 40.0)])
def test_without_the_upsert_an_application_that_no_list_shows_yet_is_not_made_twice(
    late: tuple[float, float], tmp_path: Path
) -> None:
    with person_in(SCENARIOS["clean"], tmp_path, listing=late) as (started, person, _told):
        started.faults.add(
            Rule(Status(405), method="PATCH", path="uniqueName", times=None),
            Rule(Status(405), host="part", path="uniqueName=", times=None),
            Rule(Status(405), method="POST", path="addPassword"),
        )
        assert person.run(SETUP) == 10
        started.faults.add(
            Rule(Status(200, body={"value": []}), host="part", path=r"applications\?.*(tags|displayName)", times=2)
        )
        assert person.run(SETUP) == 0, person.error
        check(started, person, set())


# --- lists that are late --------------------------------------------------------------------------------------------


def test_an_application_that_a_list_still_shows_after_its_deletion_is_restored(tmp_path: Path) -> None:
    with person_in(SCENARIOS["clean"], tmp_path) as (started, person, _told):
        assert person.run(SETUP) == 0
        before = credentials_in(started) - person.delivered()
        (application,) = started.state.applications.values()
        stale = Status(200, body={"value": [dict(application.resource)]})
        assert person.run(("remove", *DEVICE_CODE)) == 0
        started.faults.add(Rule(stale, host="part", path="applications\\?.*(tags|displayName)"))
        started.faults.add(Rule(Status(200, body={"value": []}), host="part", path="microsoft.graph.application"))
        assert person.run(SETUP) == 0
        check(started, person, before)


def test_one_that_a_list_shows_as_deleted_and_that_is_back_is_not_restored(tmp_path: Path) -> None:
    with person_in(SCENARIOS["deleted"], tmp_path) as (started, person, _told):
        (deleted,) = started.state.deleted_applications.values()
        stale = Status(200, body={"value": [dict(deleted.resource)]})
        assert person.run(SETUP) == 0
        started.faults.add(
            Rule(Status(404), host="part", path="uniqueName="),
            Rule(Status(200, body={"value": []}), host="part", path="applications\\?.*(tags|displayName)", times=2),
            Rule(stale, host="part", path="microsoft.graph.application", times=2),
        )
        assert person.run(SETUP) == 0
        assert not [event for event in started.requests if event.path.endswith("restore")][2:]
        (application,) = started.state.applications.values()
        assert application.resource["tags"] == [TAG]


def test_a_clean_tenant_is_looked_at_once(tmp_path: Path) -> None:
    with person_in(SCENARIOS["clean"], tmp_path) as (started, _person, _told):
        Engine(started).inspect()
        assert len(started.requests) == 1


# --- a consent that was given a moment ago --------------------------------------------------------------------------


@pytest.mark.parametrize(("late", "ends"), [(40.0, 0), (10_000.0, 5)])
def test_a_consent_given_a_moment_ago_is_waited_for_by_whoever_cannot_give_it(
    late: float, ends: int, tmp_path: Path
) -> None:
    with person_in(SCENARIOS["consented-meanwhile"], tmp_path) as (started, person, told):
        for grant in started.state.assignments.values():
            grant.listing = replace(grant.listing, started=started.backend.now(), seconds=late)
        assert person.run(SETUP) == ends
        waits = [event for event in told if isinstance(event, StepWaiting) and event.step is Step.INSPECT]
        assert waits
        assert sum(wait.seconds for wait in waits) < 80
        assert len(started.state.applications) == 1
        assert bool(person.delivered()) is (ends == 0)


def test_a_consent_that_this_account_can_give_is_not_waited_for(tmp_path: Path) -> None:
    with person_in(SCENARIOS["prepared"], tmp_path) as (_started, person, told):
        assert person.run(SETUP) == 0
        assert not [event for event in told if isinstance(event, StepWaiting) and event.step is Step.INSPECT]


def test_a_renewal_waits_for_the_list_where_a_credential_was_just_made(tmp_path: Path) -> None:
    with person_in(SCENARIOS["clean"], tmp_path) as (started, person, told):
        assert person.run(SETUP) == 0
        for grant in started.state.assignments.values():
            grant.listing = replace(grant.listing, started=started.backend.now(), seconds=30.0)
        told.clear()
        assert person.run(("renew", *DEVICE_CODE)) == 0
        assert [event for event in told if isinstance(event, StepWaiting) and event.step is Step.INSPECT]


def test_a_renewal_without_consent_is_refused_at_once_where_nothing_speaks_for_a_late_list(tmp_path: Path) -> None:
    with person_in(SCENARIOS["consented-meanwhile"], tmp_path) as (started, person, told):
        started.state.assignments.clear()
        assert person.run(("renew", *DEVICE_CODE)) == 7
        assert not [event for event in told if isinstance(event, StepWaiting)]


# --- names ----------------------------------------------------------------------------------------------------------


def state(taken: frozenset[str] = frozenset()) -> TenantState:
    return replace(tenant(), organization=Organization(OTHER_ID, "Contoso", ""), taken=taken)


def test_other_unique_names_are_derived_and_known_again() -> None:
    first = free_unique_name(MANIFEST, state(), None)
    second = free_unique_name(MANIFEST, state(frozenset({first})), None)
    third = free_unique_name(MANIFEST, state(frozenset({first, second})), None)
    assert (first, second, third) == (UNIQUE, f"{UNIQUE}-f00d0000", f"{UNIQUE}-f00d0000-2")
    assert free_unique_name(MANIFEST, state(), "0123456789") == f"{UNIQUE}-01234567"
    assert all(is_our_unique_name(MANIFEST, name) for name in (first, second, third))
    for name in (None, "", f"{UNIQUE}-", f"{UNIQUE}x", f"{UNIQUE}-123456789", f"x{UNIQUE}", f"{UNIQUE}-f00d0000-99"):
        assert not is_our_unique_name(MANIFEST, name)
