"""Carries out a plan and proves its credential; a credential that fails its proof is revoked."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from installer.errors.base import SetupError
from installer.errors.proof import (
    NOT_KNOWN,
    NotTriedHere,
    OldSecretsLive,
    Unproven,
    VerificationFailed,
    sign_in_refused,
)
from installer.errors.rights import ConsentLeft
from installer.errors.sign_in import SignInRefused
from installer.events import Report, Step, Verified, Warned
from installer.graph import Graph
from installer.model import (
    Certificate,
    ClientSecret,
    CredentialKind,
    Credentials,
    Manifest,
    Profile,
    Proof,
    Registered,
    RegisteredFederation,
    TenantState,
    kind_of,
    utc_now,
)
from installer.presence import Presence
from installer.registration.apply import StepReport, apply
from installer.registration.changes import Made
from installer.registration.compare import compare
from installer.registration.keys import certainly_removed, remove_strays
from installer.registration.plan import Plan
from installer.registration.settle import Registration
from installer.registration.tags import MarkedRun, take_marks_off
from installer.registration.verify import Trial, verify
from installer.sign_in import AppSignIn
from installer.texts import enterprise_application_address, proof_command


@dataclass(frozen=True, slots=True)
class Demand:
    """What a new credential has to prove.

    With `accept_unproven`, it is accepted without proof where Microsoft refuses the application whatever its
    credential is, as under a Conditional Access policy.
    """

    manifest: Manifest
    profile: Profile
    accept_unproven: bool = False


def register(
    plan: Plan,
    state: TenantState,
    demand: Demand,
    graph: Graph,
    app_sign_in: AppSignIn,
    now: datetime,
    report: Report,
) -> Registration:
    """Carries the plan out and proves its credential. `now` is Microsoft's time; the undelivered mark contains it.

    Raises what `apply` raises, `VerificationFailed` and `ApplicationRefused`. A secret that was created is revoked
    before any error, or a cancel, leaves this function.
    """
    manifest, profile = demand.manifest, demand.profile
    app_sign_in.prepare()
    presence = Presence()
    run = MarkedRun(now, presence.sign)
    try:
        made = _applied(plan, state, manifest, graph, run, report)
    except BaseException:
        presence.close()
        raise
    if made.credential is None:
        raise AssertionError("every plan of setup ends with a credential")
    credentials = Credentials(graph.cloud, state.organization, made.existing, profile, made.credential)
    if isinstance(made.credential, Registered):
        presence.close()
        return replace(_registered(credentials, state, manifest, report), plan=plan)
    granted = compare(manifest, profile, state, made.existing)

    def revoke() -> bool:
        return _revoke(graph, credentials, manifest, made.doubtful, run, presence, report)

    try:
        trial = verify(made.existing.client_id, made.credential, profile, granted, app_sign_in, graph, report)
    except SignInRefused as error:
        address = enterprise_application_address(graph.cloud, made.existing.client_id)
        if not demand.accept_unproven or error.code in NOT_KNOWN:
            raise sign_in_refused(error, address, revoke()) from error
        trial = _untried(granted, sign_in_refused(error, address, revoked=None), report)
    except BaseException:
        revoke()
        raise
    if not trial.proof.holds:
        raise VerificationFailed(trial.proof, revoke())
    return Registration(
        credentials,
        trial.proof,
        manifest,
        made.doubtful,
        warnings=trial.warnings,
        run=run,
        presence=presence,
        plan=plan,
    )


def _applied(plan: Plan, state: TenantState, manifest: Manifest, graph: Graph, run: MarkedRun, report: Report) -> Made:
    try:
        return apply(plan, graph, report, state.rights, run)
    except ConsentLeft as left:
        if plan.application is None:  # this run created it, marked for a secret that will never exist
            with suppress(SetupError):  # a mark without a secret does no harm
                shielded = replace(graph, cancel=graph.cancel.shielded())
                take_marks_off(shielded, left.application, manifest.tag, run)
        raise


def _untried(granted: Proof, refusal: SetupError, report: Report) -> Trial:
    """The trial of a credential that could not be tried: what the directory says, with the refusal as a warning."""
    warning = Unproven()
    warning.__cause__ = refusal
    report(Verified(granted))
    report(Warned(warning))
    return Trial(granted, (warning,))


def _registered(credentials: Credentials, state: TenantState, manifest: Manifest, report: Report) -> Registration:
    """The registration of a credential that only the connector can try: no trial, and a warning for old secrets."""
    application, credential, now = credentials.application, credentials.credential, utc_now()
    proof = compare(manifest, credentials.profile, state, application)
    report(Verified(proof))
    issuer = credential.federation.issuer if isinstance(credential, RegisteredFederation) else ""
    command = proof_command(credentials, manifest.profiles[0])
    warnings: tuple[SetupError, ...] = (NotTriedHere(kind_of(credential), command, issuer),)
    secrets = [entry for entry in application.credentials if entry.kind is CredentialKind.SECRET]
    if live := tuple(entry.key_id for entry in secrets if entry.end is None or entry.end > now):
        warnings = (*warnings, OldSecretsLive(application.client_id, live))
    for warning in warnings:
        report(Warned(warning))
    return Registration(credentials, proof, manifest, warnings=warnings)


def revoke(graph: Graph, registration: Registration, report: Report) -> bool:
    """Revokes an undelivered secret, even after a cancel; False unless it is certainly gone.

    In that case the mark stays on the application, and the next run removes the secret. Raises `AssertionError` for a
    credential that this program did not create.
    """
    credentials, manifest = registration.credentials, registration.manifest
    doubtful, run, presence = registration.doubtful, registration.run, registration.presence
    return _revoke(graph, credentials, manifest, doubtful, run, presence, report)


def _revoke(
    graph: Graph,
    credentials: Credentials,
    manifest: Manifest,
    doubtful: bool,
    run: MarkedRun | None,
    presence: Presence | None,
    report: Report,
) -> bool:
    application, credential = credentials.application, credentials.credential
    if not isinstance(credential, ClientSecret | Certificate):
        raise AssertionError("what this program did not make is not ours to revoke")
    try:
        with StepReport(Step.REVOKE, report, replace(graph, cancel=graph.cancel.shielded())) as shielded:
            if doubtful and isinstance(credential, ClientSecret):
                remove_strays(shielded, application, manifest.secret_description, credential.expires, credential.key_id)
            if not certainly_removed(shielded, application, kind_of(credential), credential.key_id):
                return False
            take_marks_off(shielded, application, manifest.tag, run)
    except SetupError:
        return False
    finally:
        if presence:
            presence.close()
    return True
