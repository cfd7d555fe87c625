"""Carries out a plan and proves its credential; one that is not proven does not outlive the run."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace

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
    Rotation,
    TenantState,
    kind_of,
    utc_now,
)
from installer.registration.apply import StepReport, apply
from installer.registration.compare import compare
from installer.registration.plan import Plan
from installer.registration.undelivered import remove_credential, remove_strays, take_mark_off, write_tags
from installer.registration.verify import Trial, verify
from installer.sign_in import AppSignIn
from installer.texts import enterprise_application_address, proof_command


@dataclass(frozen=True, slots=True)
class Registration:
    """Credentials that wait for their delivery, with what they showed of themselves: `proven` or not."""

    credentials: Credentials
    proof: Proof
    manifest: Manifest
    doubtful: bool = False
    """A second secret may have been made, whose answer was lost."""
    rotation: Rotation = Rotation.CONNECTOR
    """Who will exchange a certificate before it ends."""
    made_here: bool = True
    """Whether this run made the credential: then the application has the undelivered mark until `settle`."""
    warnings: tuple[SetupError, ...] = ()
    """What is to be known of its trial, and stops nothing."""

    @property
    def proven(self) -> bool:
        """Whether a token made with it carries every permission."""
        return self.proof.token and self.proof.holds

    @property
    def has_secret(self) -> bool:
        """Whether there is anything to keep from others, and to revoke where it is not delivered."""
        return not isinstance(self.credentials.credential, Registered)


def register(
    plan: Plan,
    state: TenantState,
    profile: Profile,
    manifest: Manifest,
    graph: Graph,
    app_sign_in: AppSignIn,
    report: Report,
    *,
    accept_unproven: bool = False,
) -> Registration:
    """Carries the plan out and proves its credential.

    With `accept_unproven`, a credential that cannot be tried, since the application is refused whatever its credential,
    is returned as it is.

    Raises what `apply` raises, `VerificationFailed` and `ApplicationRefused`. Whatever stops it after the secret was
    made, a cancel included, the secret is revoked first.
    """
    app_sign_in.prepare()
    try:
        made = apply(plan, graph, report, state.rights)
    except ConsentLeft as left:
        if plan.application is None:  # this run made it, with the mark of a secret that there will not be
            with suppress(SetupError):  # a mark without a secret misleads nobody
                take_mark_off(replace(graph, cancel=graph.cancel.shielded()), left.application, manifest.tag)
        raise
    if made.credential is None:
        raise AssertionError("every plan of setup ends with a credential")
    credentials = Credentials(graph.cloud, state.organization, made.existing, profile, made.credential)
    if isinstance(made.credential, Registered):
        return _registered(credentials, state, manifest, report)
    granted = compare(manifest, profile, state, made.existing)
    try:
        trial = verify(made.existing.client_id, made.credential, profile, granted, app_sign_in, graph, report)
    except SignInRefused as error:
        address = enterprise_application_address(graph.cloud, made.existing.client_id)
        if not accept_unproven or error.code in NOT_KNOWN:
            raise sign_in_refused(error, address, revoke(graph, credentials, manifest, report)) from error
        trial = _untried(granted, sign_in_refused(error, address, revoked=None), report)
    except BaseException:
        revoke(graph, credentials, manifest, report)
        raise
    if not trial.proof.holds:
        raise VerificationFailed(trial.proof, revoke(graph, credentials, manifest, report))
    return Registration(credentials, trial.proof, manifest, made.doubtful, warnings=trial.warnings)


def _untried(granted: Proof, refusal: SetupError, report: Report) -> Trial:
    """What the directory says in place of a credential that the application is not let in with."""
    warning = Unproven()
    warning.__cause__ = refusal
    report(Verified(granted))
    report(Warned(warning))
    return Trial(granted, (warning,))


def _registered(credentials: Credentials, state: TenantState, manifest: Manifest, report: Report) -> Registration:
    """What the directory holds of a credential that only the connector can try; old secrets are named."""
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


def settle(graph: Graph, registration: Registration) -> None:
    """Takes the undelivered mark off, after delivery.

    The mark also speaks for a second secret, whose answer was lost: where there may be one, it is removed first.
    """
    if not registration.made_here:
        return
    credentials = registration.credentials
    shielded = replace(graph, cancel=graph.cancel.shielded())
    if registration.doubtful and isinstance(credentials.credential, ClientSecret):
        made = credentials.credential
        description = registration.manifest.secret_description
        remove_strays(shielded, credentials.application, description, made.expires, keep=made.key_id)
    take_mark_off(shielded, credentials.application, registration.manifest.tag)


def unsettle(graph: Graph, registration: Registration) -> None:
    """Puts the undelivered mark back, where the delivery failed after it was taken off; gives up where that fails."""
    if not registration.made_here:
        return
    shielded = replace(graph, cancel=graph.cancel.shielded())
    with suppress(SetupError):
        write_tags(shielded, registration.credentials.application)


def revoke(graph: Graph, credentials: Credentials, manifest: Manifest, report: Report) -> bool:
    """Revokes an undelivered secret, even after a cancel; False where Microsoft could not be reached, or refused.

    In that case the mark stays on the application, and the next run removes the secret.
    """
    application, credential = credentials.application, credentials.credential
    if not isinstance(credential, ClientSecret | Certificate):
        raise AssertionError("what this program did not make is not ours to revoke")
    try:
        with StepReport(Step.REVOKE, report, replace(graph, cancel=graph.cancel.shielded())) as shielded:
            remove_credential(shielded, application, kind_of(credential), credential.key_id)
            take_mark_off(shielded, application, manifest.tag)
    except SetupError:
        return False
    return True
