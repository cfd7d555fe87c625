"""Carries out a plan and proves its credential; one that is not proven does not outlive the run."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from installer.errors.base import SetupError
from installer.errors.proof import VerificationFailed
from installer.errors.sign_in import SignInRefused
from installer.events import Report, Step
from installer.graph import Graph
from installer.model import Credentials, GivenSecret, Manifest, Profile, TenantState, kind_of
from installer.presence import Presence
from installer.registration.apply import StepReport, apply
from installer.registration.plan import Plan
from installer.registration.removal import remove_credential
from installer.registration.settle import Registration
from installer.registration.undelivered import Run, take_marks_off
from installer.registration.verify import verify
from installer.sign_in import AppSignIn


def register(
    plan: Plan,
    state: TenantState,
    profile: Profile,
    manifest: Manifest,
    graph: Graph,
    app_sign_in: AppSignIn,
    now: datetime,
    report: Report,
) -> Registration:
    """Carries the plan out and proves its credential. `now` is Microsoft's time, which the undelivered mark names.

    Raises what `apply` raises, and `VerificationFailed`. Whatever stops it after the secret was made, a cancel
    included, the secret is revoked first.
    """
    app_sign_in.prepare()
    presence = Presence()
    run = Run(now, presence.sign)
    try:
        made = apply(plan, graph, report, run)
    except BaseException:
        presence.close()
        raise
    if made.credential is None:
        raise AssertionError("every plan of setup ends with a credential")
    credentials = Credentials(graph.cloud, state.organization, made.existing, profile, made.credential)

    def revoke() -> bool:
        return _revoke(graph, credentials, manifest, run, presence, report)

    try:
        proof = verify(made.existing.client_id, made.credential, profile, app_sign_in, graph, report)
    except SignInRefused as error:
        raise VerificationFailed(None, revoke(), error.code, error.correlation_id) from error
    except BaseException:
        revoke()
        raise
    if not proof.holds:
        raise VerificationFailed(proof, revoke())
    return Registration(credentials, proof, manifest, made.doubtful, run=run, presence=presence, plan=plan)


def revoke(graph: Graph, registration: Registration, report: Report) -> bool:
    """Revokes an undelivered secret, even after a cancel; False where Microsoft could not be reached, or refused.

    In that case the mark stays on the application, and the next run removes the secret.
    """
    credentials, manifest = registration.credentials, registration.manifest
    return _revoke(graph, credentials, manifest, registration.run, registration.presence, report)


def _revoke(
    graph: Graph,
    credentials: Credentials,
    manifest: Manifest,
    run: Run | None,
    presence: Presence | None,
    report: Report,
) -> bool:
    application, credential = credentials.application, credentials.credential
    if isinstance(credential, GivenSecret):
        raise AssertionError("what somebody else made is not ours to revoke")
    try:
        with StepReport(Step.REVOKE, report, replace(graph, cancel=graph.cancel.shielded())) as shielded:
            remove_credential(shielded, application, kind_of(credential), credential.key_id)
            take_marks_off(shielded, application, manifest.tag, run)
    except SetupError:
        return False
    finally:
        if presence:
            presence.close()
    return True
