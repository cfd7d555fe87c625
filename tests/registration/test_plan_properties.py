"""What holds for the plan of every tenant, whatever is in it."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from installer.errors.base import SetupError
from installer.errors.usage import NotOurs
from installer.model import (
    GRAPH_APP_ID,
    PORTAL_TAG,
    Application,
    Choices,
    CredentialEntry,
    CredentialKind,
    Decision,
    Fate,
    OldCredentials,
    Prepare,
    Remove,
    Renew,
    SetUp,
    TenantState,
    Thing,
)
from installer.registration import Plan
from installer.registration.changes import (
    Change,
    CompleteApplication,
    CompleteServicePrincipal,
    CreateApplication,
    CreateServicePrincipal,
    DeleteApplication,
    GrantConsent,
    LookAgain,
    NewCredential,
    PurgeApplication,
    RemoveCredentials,
    RestoreApplication,
    TakeAway,
)
from tests.registration.states import (
    CERTIFICATE,
    COMPLETE,
    LATER,
    MANIFEST,
    MARK,
    OURS,
    PAST,
    TARGET,
    UNDELIVERED,
    YEAR,
    applied,
    declared,
    exposed,
    planned,
    tenant,
)

ORDER = (
    (PurgeApplication, RestoreApplication),
    (RemoveCredentials,),
    (TakeAway,),
    (CreateApplication, CompleteApplication, DeleteApplication),
    (CreateServicePrincipal, CompleteServicePrincipal),
    (LookAgain,),
    (GrantConsent,),
    (NewCredential,),
)
ALL = tuple({permission.id: permission for profile in MANIFEST.profiles for permission in profile.permissions}.values())
SCOPE = (GRAPH_APP_ID, "delegated", "Scope")

credentials = st.lists(
    st.builds(
        CredentialEntry,
        kind=st.sampled_from([CredentialKind.SECRET, CredentialKind.CERTIFICATE]),
        key_id=st.sampled_from("abcdef"),
        description=st.sampled_from([OURS, OURS, "by hand", None]),
        start=st.none(),
        end=st.sampled_from([UNDELIVERED, UNDELIVERED, PAST, LATER, None]),
    ),
    max_size=5,
    unique_by=lambda entry: entry.key_id,
).map(tuple)


@st.composite
def applications(draw: st.DrawFn, number: int = 1) -> Application:
    principal = draw(st.sampled_from(["principal", None]))
    granted = draw(st.frozensets(st.sampled_from([*(permission.id for permission in ALL), "unknown role"])))
    application = replace(
        COMPLETE,
        object_id=f"{number:08d}-0000",
        client_id=f"client {number}",
        name=draw(st.sampled_from([MANIFEST.application_name, "Renamed"])),
        unique_name=draw(st.sampled_from([MANIFEST.unique_name, "another", None])),
        tags=tuple(tag for tag in (MANIFEST.tag, MARK, "theirs") if draw(st.booleans())),
        required=tuple(draw(st.lists(st.sampled_from([*declared(ALL), SCOPE]), unique=True))),
        credentials=draw(credentials),
        service_principal_id=principal,
        granted=granted if principal else frozenset(),
        principal_tags=tuple(tag for tag in (PORTAL_TAG, "HideApp") if principal and draw(st.booleans())),
    )
    return exposed(application)


found = applications().map(tenant)
tenants = st.one_of(
    found,
    st.just(tenant()),
    applications().map(lambda ours: tenant(deleted=replace(ours, unique_name=MANIFEST.unique_name))),
    st.tuples(applications(1), applications(2)).map(lambda two: tenant(candidates=two)),
)
targets = st.builds(
    replace,
    st.just(TARGET),
    profile=st.sampled_from(MANIFEST.profiles),
    application_name=st.sampled_from([MANIFEST.application_name, "Another name"]),
    app=st.sampled_from([None, "client 1"]),
)
specs = st.sampled_from([YEAR, CERTIFICATE])
decisions = st.sampled_from([None, Decision.ADOPT, Decision.ADOPT, Decision.CLEAN, Decision.FRESH])
setups = st.builds(SetUp, targets, specs, st.booleans(), decisions)
preparations = st.builds(Prepare, targets, st.booleans(), decisions)
renewals = st.builds(Renew, targets, specs, st.sampled_from([None, Decision.ADOPT, Decision.CLEAN]))
keys = st.lists(st.sampled_from("abcdef"), unique=True).map(tuple)
removals = st.builds(Remove, targets, st.none() | st.builds(OldCredentials, keys, st.booleans()))
wishes: st.SearchStrategy[Choices] = st.one_of(setups, preparations, renewals, removals)


def plan_or_skip(state: TenantState, choices: Choices) -> Plan:
    """What is refused holds no plan to say anything about."""
    try:
        return planned(state, choices)
    except SetupError:
        assume(False)
        raise


def place(change: Change) -> int:
    return next(number for number, kinds in enumerate(ORDER) if isinstance(change, kinds))


def removed(plan: Plan) -> list[str]:
    """Key ids of the credentials that go by themselves."""
    return [
        entry.key_id for change in plan.changes if isinstance(change, RemoveCredentials) for entry in change.entries
    ]


@given(tenants, wishes)
def test_the_lines_are_those_of_the_changes_and_what_stays_as_it_is(state: TenantState, choices: Choices) -> None:
    plan = plan_or_skip(state, choices)
    told = [line for change in plan.changes for line in change.lines]
    assert all(change.lines for change in plan.changes if not isinstance(change, LookAgain))
    assert [line for line in plan.lines if line.status.changes] == told


@given(tenants, wishes)
def test_the_changes_come_in_the_order_that_a_lost_run_can_be_resumed_in(state: TenantState, choices: Choices) -> None:
    places = [place(change) for change in plan_or_skip(state, choices).changes]
    assert all(earlier < later for earlier, later in pairwise(places))


@given(tenants, wishes)
def test_nothing_that_is_kept_is_removed(state: TenantState, choices: Choices) -> None:
    plan = plan_or_skip(state, choices)
    kept = {line.key_id for line in plan.lines if line.status is Fate.KEPT and line.key_id}
    assert not kept & set(removed(plan))
    if any(line.status is Fate.KEPT for line in plan.lines):
        assert not any(isinstance(change, DeleteApplication | PurgeApplication) for change in plan.changes)


@given(tenants, wishes)
def test_no_application_but_the_one_found_is_touched(state: TenantState, choices: Choices) -> None:
    plan = plan_or_skip(state, choices)
    touching = (CompleteApplication, DeleteApplication, RestoreApplication, TakeAway)
    touched = {change.application.object_id for change in plan.changes if isinstance(change, touching)}
    assert touched <= ({plan.application.object_id} if plan.application else set())
    known = (state.application, state.deleted, *state.candidates)
    assert plan.application is None or plan.application.object_id in {found.object_id for found in known if found}
    purged = {change.application for change in plan.changes if isinstance(change, PurgeApplication)}
    assert purged <= {state.deleted}
    assert not purged or (isinstance(choices, SetUp | Prepare) and choices.purge)


@given(tenants, setups)
def test_set_up_leaves_ours_with_all_that_the_profile_wants(state: TenantState, choices: SetUp) -> None:
    done = applied(state, plan_or_skip(state, choices))
    assert done.application is not None
    wanted = choices.target.profile.permissions
    assert MANIFEST.tag in done.application.tags
    assert done.application.granted >= {permission.id for permission in wanted}
    assert set(done.application.required) >= set(declared(wanted))
    assert done.application.service_principal_id
    assert PORTAL_TAG in done.application.principal_tags
    if done.deleted and done.deleted.name == choices.target.application_name:  # it declares more than it should
        assert not choices.purge
        assert set(done.deleted.required) - set(declared(wanted))


@given(tenants, setups)
def test_set_up_again_only_makes_another_credential(state: TenantState, choices: SetUp) -> None:
    first = plan_or_skip(state, choices)
    second = planned(applied(state, first), choices)
    if choices.decision is not Decision.CLEAN:  # which removes what the first run has made as well, where it must
        assert [type(change) for change in second.changes] == [LookAgain, type(first.changes[-1])]
    assert isinstance(second.changes[-1], NewCredential)


@given(tenants, preparations)
def test_prepared_again_nothing_is_left_to_do_and_no_consent_was_given(state: TenantState, choices: Prepare) -> None:
    first = plan_or_skip(state, choices)
    assert not any(isinstance(change, GrantConsent | NewCredential) for change in first.changes)
    # One out of the recycle bin is asked about then, where more is known of it.
    again = plan_or_skip(applied(state, first), choices)
    assert {type(change) for change in again.changes} <= {LookAgain}


@given(found, renewals)
def test_a_renewal_leaves_consent_and_application_alone(state: TenantState, choices: Renew) -> None:
    complete = frozenset(permission.id for permission in choices.target.profile.permissions)
    assert state.application is not None
    consented = replace(state.application, granted=state.application.granted | complete)
    state = tenant(exposed(replace(consented, service_principal_id="principal")))
    plan = plan_or_skip(state, choices)
    assert {type(change) for change in plan.changes[:-1]} <= {RemoveCredentials, TakeAway, LookAgain}
    assert isinstance(plan.changes[-1], NewCredential)
    assert state.application is not None
    told = [line.key_id for line in plan.lines if line.key_id]
    assert sorted(told) == sorted(entry.key_id for entry in state.application.credentials), "each has its line"


@given(tenants, st.one_of(setups, renewals))
def test_only_what_is_marked_undelivered_and_bears_our_description_is_cleaned_up(
    state: TenantState, choices: SetUp | Renew
) -> None:
    plan = plan_or_skip(state, choices)
    assert plan.application is not None or not removed(plan)
    marked = plan.application is not None and MARK in plan.application.tags
    entries = plan.application.credentials if plan.application else ()
    lost = [entry.key_id for entry in entries if marked and (entry.description, entry.end) == (OURS, UNDELIVERED)]
    assert removed(plan) == lost


@given(found, removals)
def test_what_is_not_ours_is_removed_only_where_it_is_named(state: TenantState, choices: Remove) -> None:
    application = state.application
    assert application is not None
    ours = application.unique_name == MANIFEST.unique_name or MANIFEST.tag in application.tags
    if not ours and choices.target.app is None:
        with pytest.raises(NotOurs):
            planned(state, choices)
        return
    plan = plan_or_skip(state, choices)
    told = [line.key_id for line in plan.lines if line.thing in (Thing.SECRET, Thing.CERTIFICATE)]
    assert sorted(told) == sorted(entry.key_id for entry in application.credentials), "each has its line"
    if choices.old is None:
        assert applied(state, plan).application is None
    else:
        ended = {entry.key_id for entry in application.credentials if entry.end == PAST and choices.old.expired}
        assert set(removed(plan)) == ended | set(choices.old.keys)
