"""Reading the tenant, planning, carrying the plan out, and proving what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from installer.cancel import Cancel
from installer.engine.connection import Connection, Destination, open_transport, undisturbed, with_scopes
from installer.errors.rights import NotEnoughRights
from installer.events import Report, SignedIn, Step
from installer.model import Application, Choices, Finding, Given, Profile, Proof, Rights, Target, TenantState

if TYPE_CHECKING:
    from installer.registration import Made, Plan, Registration


def read(connection: Connection, target: Target, cancel: Cancel, report: Report) -> TenantState:
    """The tenant as it is now, with the application that `target` names; raises what `inspect` raises."""
    from installer.registration import StepReport, inspect

    report = undisturbed(report)
    with StepReport(Step.INSPECT, report, connection.graph(cancel, report)) as graph:
        account, now = connection.account, connection.now()
        state = inspect(graph, connection.manifest, target, connection.role_hints, account, now)
    report(SignedIn(state.organization, connection.account, state.rights))
    return state


def plan(connection: Connection, choices: Choices, state: TenantState, folder: Path | None = None) -> Plan:
    """What has to be done, as of now. Sends no request; raises what `registration.plan` raises.

    `folder` is where bundles go: a credential that was delivered there stays, even where its mark could not go.
    """
    from installer import delivery, registration
    from installer.texts import language

    known = delivery.spare(state, connection.manifest, folder) if folder else state
    return registration.plan(connection.manifest, choices, known, connection.now(), language())


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
    connection: Connection,
    plan: Plan,
    state: TenantState,
    profile: Profile,
    cancel: Cancel,
    report: Report,
    *,
    accept_unproven: bool = False,
) -> Registration:
    """Carries out a plan to set up or to renew, and proves the new credential, which then has to be delivered.

    `accept_unproven`: even where the application is not let in, whatever its credential.

    Raises `NotEnoughRights` before the first write, and what `registration.register` raises.
    """
    from installer import registration
    from installer.sign_in import AppSignIn

    report = undisturbed(report)
    registration.require_rights(plan, state)
    connection = with_scopes(connection, plan.scopes, cancel, report)
    app_sign_in = AppSignIn(connection.cloud, state.organization.id, connection.transport, cancel)
    graph = connection.graph(cancel, report)
    with _told_of_who_is_there(connection):
        return registration.register(
            plan, state, profile, connection.manifest, graph, app_sign_in, report, accept_unproven=accept_unproven
        )


def apply(connection: Connection, plan: Plan, state: TenantState, cancel: Cancel, report: Report) -> Made:
    """Carries out a plan that makes no credential: to prepare or to remove. Raises as `register` does."""
    from installer import registration

    report = undisturbed(report)
    registration.require_rights(plan, state)
    connection = with_scopes(connection, plan.scopes, cancel, report)
    with _told_of_who_is_there(connection):
        return registration.apply(plan, connection.graph(cancel, report), report, state.rights)


@contextmanager
def _told_of_who_is_there(connection: Connection) -> Iterator[None]:
    """The rights that were read tell nothing of another account that has signed in since."""
    account = connection.account
    try:
        yield
    except NotEnoughRights as error:
        if connection.account.object_id != account.object_id:
            error.rights = Rights()
        raise


def examine(
    destination: Destination, given: Given, profile: Profile, cancel: Cancel, report: Report
) -> tuple[Connection, Registration]:
    """Tries a credential that somebody else made; nobody signs in, and the result may be unproven.

    The `Connection` is for its delivery. Raises `VerificationFailed` and `ApplicationRefused`.
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
