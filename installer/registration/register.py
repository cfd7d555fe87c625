"""Carries out a plan and proves its credential; one that is not proven does not outlive the run."""

from __future__ import annotations

from dataclasses import dataclass, replace

from installer.errors.base import SetupError
from installer.errors.proof import NotTriedHere, OldSecretsLive, VerificationFailed
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
from installer.registration.undelivered import remove_credential, remove_strays, take_mark_off
from installer.registration.verify import verify
from installer.sign_in import AppSignIn
from installer.texts import proof_command


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
) -> Registration:
    """Carries the plan out and proves its credential.

    Raises what `apply` raises, and `VerificationFailed`. Whatever stops it after the secret was made, a cancel
    included, the secret is revoked first.
    """
    app_sign_in.prepare()
    made = apply(plan, graph, report)
    if made.credential is None:
        raise AssertionError("every plan of setup ends with a credential")
    credentials = Credentials(graph.cloud, state.organization, made.existing, profile, made.credential)
    if isinstance(made.credential, Registered):
        return _registered(credentials, state, manifest, report)
    try:
        proof = verify(made.existing.client_id, made.credential, profile, app_sign_in, graph, report)
    except SignInRefused as error:
        raise VerificationFailed(
            None, revoke(graph, credentials, manifest, report), error.code, error.correlation_id
        ) from error
    except BaseException:
        revoke(graph, credentials, manifest, report)
        raise
    if not proof.holds:
        raise VerificationFailed(proof, revoke(graph, credentials, manifest, report))
    return Registration(credentials, proof, manifest, made.doubtful)


def _registered(credentials: Credentials, state: TenantState, manifest: Manifest, report: Report) -> Registration:
    """What the directory holds of a credential that only the connector can try; old secrets are named."""
    application, credential, now = credentials.application, credentials.credential, utc_now()
    proof = compare(manifest, credentials.profile, state, application)
    report(Verified(proof))
    issuer = credential.federation.issuer if isinstance(credential, RegisteredFederation) else ""
    report(Warned(NotTriedHere(kind_of(credential), proof_command(credentials, manifest.profiles[0]), issuer)))
    secrets = [entry for entry in application.credentials if entry.kind is CredentialKind.SECRET]
    if live := tuple(entry.key_id for entry in secrets if entry.end is None or entry.end > now):
        report(Warned(OldSecretsLive(application.client_id, live)))
    return Registration(credentials, proof, manifest)


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
