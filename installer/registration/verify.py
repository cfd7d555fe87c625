"""Proves a credential with itself: a token, the application permissions in it, one harmless read for each.

A new credential, which Microsoft may not know everywhere yet; or one that somebody else made, as at the end of GLIMPS's
manual procedure.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from installer.errors.proof import VerificationFailed
from installer.errors.sign_in import SignInRefused
from installer.events import Compared, Report, Step, Verified, WaitReason
from installer.graph import Answer, Graph, Part, query
from installer.model import (
    Application,
    Credential,
    Credentials,
    Given,
    GivenSecret,
    Line,
    Organization,
    Profile,
    Proof,
    Secret,
    Thing,
    Verdict,
)
from installer.registration.apply import StepReport
from installer.registration.compare import proof_findings
from installer.registration.mapper import APPLICATION_FIELDS, ORGANIZATION_FIELDS, read_application, read_organization
from installer.retry import Pause, Retry
from installer.sign_in import AppSignIn, AppToken

READS_BUDGET: Final = 60.0
"""Seconds that a service behind Graph is given to accept a permission which the token already carries."""


@dataclass(frozen=True, slots=True)
class _AppBearer:
    """The new credential's own token; there is nothing to renew within a proof."""

    bearer: Secret


def verify(
    client_id: str, credential: Credential, profile: Profile, app_sign_in: AppSignIn, graph: Graph, report: Report
) -> Proof:
    """The proof of a new credential, whether it holds or not. Raises `SignInRefused` where it is never accepted.

    Of `graph` only the cloud, the transport and the cancel are used: the bearer is the credential's own token.
    """
    wanted = frozenset(permission.name for permission in profile.permissions)
    step = StepReport(Step.TOKEN, report, graph)
    with step:
        token = app_sign_in.first_token(client_id, credential, wanted, step.waiting)
    return _prove(token, profile, _own_graph(graph, token), report, READS_BUDGET)


def examine(
    given: Given, profile: Profile, app_sign_in: AppSignIn, graph: Graph, report: Report
) -> tuple[Credentials, Proof]:
    """The credentials around one that somebody else made, and its proof, whether that holds or not.

    Raises `VerificationFailed` where Microsoft does not accept it. Of `graph` only the cloud, the transport and the
    cancel are used.
    """
    with StepReport(Step.TOKEN, report, graph):
        try:
            token = app_sign_in.token(given.client_id, given.credential)
        except SignInRefused as error:
            raise VerificationFailed(None, None, error.code, error.correlation_id) from error
    own = _own_graph(graph, token)
    proof = _prove(token, profile, own, report, budget=0.0)
    report(Compared((Line(Thing.TOKEN, Verdict.IN_PLACE), *proof_findings(profile, proof))))
    return _credentials(given, profile, token, own), proof


def _prove(token: AppToken, profile: Profile, graph: Graph, report: Report, budget: float) -> Proof:
    """Holds the token against the profile, and tries one read for each permission that it carries.

    `budget` is how many seconds the services behind Graph are given to accept a permission.
    """
    wanted = frozenset(permission.name for permission in profile.permissions)
    carried = [permission for permission in profile.permissions if permission.name in token.roles]
    with StepReport(Step.READS, report, graph) as own:
        statuses = _reads(own, [permission.proof for permission in carried], budget)
    proof = Proof(
        granted=tuple(sorted(wanted & token.roles)),
        missing=tuple(sorted(wanted - token.roles)),
        extra=tuple(sorted(token.roles - wanted)),
        reads={permission.name: status for permission, status in zip(carried, statuses, strict=True)},
    )
    report(Verified(proof))
    return proof


def _reads(graph: Graph, paths: list[str], budget: float) -> list[int]:
    """The status of each read; a refusal is asked again for a while: each service learns of a consent by itself."""
    retry = Retry(graph.cancel, graph.on_wait)
    while True:
        statuses = [answer.status for answer in graph.batch([Part("GET", path) for path in paths])]
        accepted = all(status == 200 for status in statuses)
        if accepted or not retry.paused(Pause(WaitReason.REPLICATION, budget=budget)):
            return statuses


def _own_graph(graph: Graph, token: AppToken) -> Graph:
    """Microsoft Graph as the application itself sees it."""
    return replace(graph, bearer=_AppBearer(token.value))


def _credentials(given: Given, profile: Profile, token: AppToken, own: Graph) -> Credentials:
    """With the names and ids that the application may read of itself; most may read none."""
    organization, registration = own.batch(
        [
            Part("GET", query("/organization", select=ORGANIZATION_FIELDS)),
            Part("GET", query(f"/applications(appId='{given.client_id}')", select=APPLICATION_FIELDS)),
        ]
    )
    application = Application(
        object_id="",
        client_id=given.client_id,
        name=token.application_name,
        created=None,
        unique_name=None,
        tags=(),
        required=(),
        credentials=(),
    )
    if not registration.error:
        application = read_application(registration.body)
    application = replace(application, service_principal_id=token.principal_id or None)
    credential = given.credential
    if isinstance(credential, GivenSecret) and not registration.error:
        credential = _recognized(credential, registration)
    named = _organization(given, token, organization)
    return Credentials(own.cloud, named, application, profile, credential)


def _organization(given: Given, token: AppToken, answer: Answer) -> Organization:
    if not answer.error and answer.body.get("value"):
        return read_organization(answer.body)
    domain = given.tenant if "." in given.tenant else ""
    return Organization(token.tenant_id, domain, domain)


def _recognized(secret: GivenSecret, registration: Answer) -> GivenSecret:
    """The secret with its key id and end, where its beginning fits one that the application has, and one only."""
    hints = {row.get("keyId"): row.get("hint") for row in registration.body.get("passwordCredentials") or ()}
    entries = read_application(registration.body).credentials
    fitting = [entry for entry in entries if (hint := hints.get(entry.key_id)) and secret.value.begins_with(str(hint))]
    return GivenSecret(secret.value, fitting[0].key_id, fitting[0].end) if len(fitting) == 1 else secret
