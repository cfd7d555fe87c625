"""Reads the tenant, plans, carries the plan out, and proves the result."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final, TypeVar

from installer.cancel import Cancel
from installer.engine.connection import Connection, Destination, open_transport, undisturbed, with_scopes
from installer.errors.ownership import CreatedMeanwhile, Overtaken
from installer.errors.rights import NotEnoughRights
from installer.errors.self_renewal import Kept
from installer.events import ApplicationKnown, Report, SignedIn, Step, Warned
from installer.model import (
    Application,
    Choices,
    Finding,
    Given,
    Prepare,
    Profile,
    Proof,
    Remove,
    Renew,
    Rights,
    SetUp,
    Target,
    TenantState,
)

if TYPE_CHECKING:
    from installer.graph import Graph
    from installer.registration import Made, Plan, Registration

MOST_SECONDS_EARLY: Final = 3600
"""The most seconds by which a credential expires before its full lifetime is over."""
MOST_PLANS: Final = 5
"""How many plans a run tries while others keep changing the tenant."""
Agree = Callable[["Plan", TenantState], bool]
"""Asks whether to continue with another plan; may raise to end the run."""
Result = TypeVar("Result")


def disagree(_plan: Plan, _state: TenantState) -> bool:
    """The `Agree` of a caller that cannot ask anybody: always False."""
    return False


def read(connection: Connection, target: Target, cancel: Cancel, report: Report) -> TenantState:
    """The tenant as it is now, with the application meant by `target`; raises what `inspect` raises.

    Reports the step `INSPECT` and the event `SignedIn`.
    """
    from installer.registration import StepReport, inspect

    report = undisturbed(report)
    with StepReport(Step.INSPECT, report, connection.graph(cancel, report)) as graph:
        account, now = connection.account, connection.now()
        state = inspect(graph, connection.manifest, target, connection.role_hints, account, now)
    report(SignedIn(state.organization, connection.account, state.rights))
    return state


def await_consent(
    connection: Connection, choices: Choices, state: TenantState, cancel: Cancel, report: Report
) -> TenantState:
    """The tenant, once Microsoft's lists show consents that were granted moments ago; waits up to 75 s.

    Returns at once if none is missing, or if this account can grant what is missing and nothing suggests that the
    list is late. Raises what `Graph` raises.
    """
    from installer import registration

    report = undisturbed(report)
    graph = connection.graph(cancel, report)
    waiting = registration.StepReport(Step.INSPECT, report, graph).waiting
    return registration.await_consent(
        replace(graph, on_wait=waiting), connection.manifest, choices, state, connection.now()
    )


def plan(connection: Connection, choices: Choices, state: TenantState) -> Plan:
    """What has to be done, as of now. Sends no request; raises what `registration.plan` raises.

    A new credential expires up to an hour early, at random: undelivered marks distinguish credentials by their expiry.
    """
    from installer import registration
    from installer.texts import localized

    early = timedelta(seconds=secrets.randbelow(MOST_SECONDS_EARLY))
    notes = localized(connection.manifest.notes)
    return registration.plan(connection.manifest, choices, state, connection.now(), notes, early)


def to_keep(
    connection: Connection, plan: Plan, choices: SetUp | Renew, state: TenantState, within: timedelta
) -> Kept | None:
    """Why no new credential is needed: one of ours is valid beyond that time, and nothing else is to be done.

    None where one is needed. Sends no request.
    """
    from installer import registration

    return registration.to_keep(connection.manifest, plan, choices.credential, state, connection.now(), within)


def require_rights(plan: Plan, state: TenantState) -> None:
    """Raises `NotEnoughRights` if the account's roles certainly do not allow the plan."""
    from installer import registration

    registration.require_rights(plan, state)


def compare(
    connection: Connection, target: Target, state: TenantState
) -> tuple[Application, Proof, tuple[Finding, ...]]:
    """Compares the application found with what GLIMPS needs: returns it, the proof and every line to show.

    Sends no request. Raises `AmbiguousApplication` or `ApplicationNotFound`.
    """
    from installer import registration

    manifest, found = connection.manifest, registration.existing(target, state)
    proof = registration.compare(manifest, target.profile, state, found)
    return found, proof, registration.findings(manifest, target.profile, state, found, connection.now())


def register(
    connection: Connection,
    plan: Plan,
    state: TenantState,
    choices: SetUp | Renew,
    cancel: Cancel,
    report: Report,
    agree: Agree = disagree,
) -> Registration:
    """Carries out a plan to set up or renew, and proves the new credential. The caller must deliver or revoke it.

    If the tenant has changed since it was read, it is read and planned again; `agree` is asked about a plan that does
    more than the first one.

    Raises `NotEnoughRights` before the first write, `DecisionNeeded` if an application was registered in the meantime
    that is not plainly ours, `Overtaken` if nobody agrees, and what `registration.register` raises.
    """
    from installer import registration
    from installer.sign_in import AppSignIn

    report = undisturbed(report)
    registration.require_rights(plan, state)
    connection = with_scopes(connection, plan.scopes, cancel, report)
    app_sign_in = AppSignIn(connection.cloud, state.organization.id, connection.transport, cancel)
    graph = connection.graph(cancel, report)
    demand = registration.Demand(connection.manifest, choices.target.profile, choices.accept_unproven)

    def once(plan: Plan, state: TenantState) -> Registration:
        return registration.register(plan, state, demand, graph, app_sign_in, connection.now(), report)

    with _told_of_who_is_there(connection):
        return _carry_out(connection, plan, state, choices, graph, report, agree, once)


def apply(
    connection: Connection,
    plan: Plan,
    state: TenantState,
    choices: Prepare | Remove,
    cancel: Cancel,
    report: Report,
    agree: Agree = disagree,
) -> Made:
    """Carries out a plan that creates no credential: to prepare or to remove. Returns what exists afterwards.

    `agree` is as for `register`, and so are the errors, except those of the proof.
    """
    from installer import registration

    report = undisturbed(report)
    registration.require_rights(plan, state)
    connection = with_scopes(connection, plan.scopes, cancel, report)
    graph = connection.graph(cancel, report)

    def once(plan: Plan, state: TenantState) -> Made:
        return registration.apply(plan, graph, report, state.rights)

    with _told_of_who_is_there(connection):
        return _carry_out(connection, plan, state, choices, graph, report, agree, once)


@contextmanager
def _told_of_who_is_there(connection: Connection) -> Iterator[None]:
    """Drops the rights from `NotEnoughRights` if another account has signed in since: they are not that account's."""
    account = connection.account
    try:
        yield
    except NotEnoughRights as error:
        if connection.account.object_id != account.object_id:
            error.rights = Rights()
        raise


def _carry_out(
    connection: Connection,
    agreed: Plan,
    state: TenantState,
    choices: Choices,
    graph: Graph,
    report: Report,
    agree: Agree,
    once: Callable[[Plan, TenantState], Result],
) -> Result:
    """Runs `once` with the agreed plan, and with a new plan each time it raises `Overtaken`."""
    from installer import registration

    current, manifest, target = agreed, connection.manifest, choices.target
    for left in reversed(range(MOST_PLANS)):
        registration.require_rights(current, state)
        try:
            return once(current, state)
        except Overtaken as cause:
            if not left:
                raise
            who = connection.role_hints, connection.account, connection.now()
            state = registration.inspect_again(graph, manifest, target, state, cause, *who)
            current = _planned_anew(connection, choices, state, graph, cause)
            if found := current.application:
                report(ApplicationKnown(found.client_id, found.object_id))
            if not current.is_rest_of(agreed) and not agree(current, state):
                raise
            if not (isinstance(cause, CreatedMeanwhile) and cause.lost):  # lost: most likely this run made it itself
                report(Warned(cause))
    raise AssertionError("the last plan is carried out, or raises")


def _planned_anew(connection: Connection, choices: Choices, state: TenantState, graph: Graph, cause: Overtaken) -> Plan:
    """The plan for the tenant as it is now; an earlier decision does not apply to an application that is new."""
    from installer import registration

    if not isinstance(cause, CreatedMeanwhile) or isinstance(choices, Remove):
        return plan(connection, choices, state)
    with registration.judging_the_met(graph, cause):
        return plan(connection, replace(choices, decision=None), state)


def examine(
    destination: Destination, given: Given, profile: Profile, cancel: Cancel, report: Report
) -> tuple[Connection, Registration]:
    """Tries a credential that somebody else created. Nobody signs in; the result may be unproven.

    The `Connection` can be used to deliver it. Raises `VerificationFailed` and `ApplicationRefused` if Microsoft
    issues no token, `NetworkError` and `Cancelled`.
    """
    from installer import registration
    from installer.sign_in import AppSignIn

    report = undisturbed(report)
    connection = Connection(destination, open_transport(destination))
    app_sign_in = AppSignIn(destination.cloud, given.tenant, connection.transport, cancel)
    graph = connection.graph(cancel, report)
    credentials, trial = registration.examine(given, profile, app_sign_in, graph, report)
    tried = registration.Registration(
        credentials, trial.proof, destination.manifest, made_here=False, warnings=trial.warnings
    )
    return connection, tried
