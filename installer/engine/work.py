"""Reading the tenant, planning, carrying the plan out, and proving what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from installer.cancel import Cancel
from installer.engine.connection import Connection, Destination, open_transport, undisturbed, with_scopes
from installer.events import Report, SignedIn, Step
from installer.model import Application, Choices, Finding, Given, Profile, Proof, Target, TenantState

if TYPE_CHECKING:
    from installer.registration import Made, Plan, Registration


def read(connection: Connection, target: Target, cancel: Cancel, report: Report) -> TenantState:
    """The tenant as it is now, with the application that `target` names; raises what `inspect` raises."""
    from installer.registration import StepReport, inspect

    report = undisturbed(report)
    with StepReport(Step.INSPECT, report, connection.graph(cancel, report)) as graph:
        viewer, now = connection.account.object_id, connection.now()
        state = inspect(graph, connection.manifest, target, connection.role_hints, viewer, now)
    report(SignedIn(state.organization, connection.account, state.rights))
    return state


def plan(connection: Connection, choices: Choices, state: TenantState) -> Plan:
    """What has to be done, as of now. Sends no request; raises what `registration.plan` raises."""
    from installer import registration
    from installer.texts import language

    return registration.plan(connection.manifest, choices, state, connection.now(), language())


def require_rights(plan: Plan, state: TenantState) -> None:
    """Raises `NotEnoughRights` where the account's roles surely do not allow the plan."""
    from installer import registration

    registration.require_rights(plan, state)


def compare(
    connection: Connection, target: Target, state: TenantState
) -> tuple[Application, Proof, tuple[Finding, ...]]:
    """The application found, compared with what GLIMPS needs: the application, the proof and every line to show.

    Sends no request. Raises `AmbiguousApplication` or `ApplicationNotFound`.
    """
    from installer import registration

    manifest, found = connection.manifest, registration.existing(target, state)
    proof = registration.compare(manifest, target.profile, state, found)
    return found, proof, registration.findings(manifest, target.profile, state, found, connection.now())


def register(
    connection: Connection, plan: Plan, state: TenantState, profile: Profile, cancel: Cancel, report: Report
) -> Registration:
    """Carries out a plan to set up or to renew, and proves the new credential, which then has to be delivered.

    Raises `NotEnoughRights` before the first write, and what `registration.register` raises.
    """
    from installer import registration
    from installer.sign_in import AppSignIn

    report = undisturbed(report)
    registration.require_rights(plan, state)
    connection = with_scopes(connection, plan.scopes, cancel, report)
    app_sign_in = AppSignIn(connection.cloud, state.organization.id, connection.transport, cancel)
    graph = connection.graph(cancel, report)
    return registration.register(plan, state, profile, connection.manifest, graph, app_sign_in, report)


def apply(connection: Connection, plan: Plan, state: TenantState, cancel: Cancel, report: Report) -> Made:
    """Carries out a plan that makes no credential: to prepare or to remove. Raises as `register` does."""
    from installer import registration

    report = undisturbed(report)
    registration.require_rights(plan, state)
    connection = with_scopes(connection, plan.scopes, cancel, report)
    return registration.apply(plan, connection.graph(cancel, report), report)


def examine(
    destination: Destination, given: Given, profile: Profile, cancel: Cancel, report: Report
) -> tuple[Connection, Registration]:
    """Tries a credential that somebody else made; nobody signs in, and the result may be unproven.

    The `Connection` is for its delivery. Raises `VerificationFailed`.
    """
    from installer import registration
    from installer.sign_in import AppSignIn

    report = undisturbed(report)
    connection = Connection(destination, open_transport(destination))
    app_sign_in = AppSignIn(destination.cloud, given.tenant, connection.transport, cancel)
    graph = connection.graph(cancel, report)
    credentials, proof = registration.examine(given, profile, app_sign_in, graph, report)
    return connection, registration.Registration(credentials, proof, destination.manifest, made_here=False)
