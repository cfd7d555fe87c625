"""Proves a credential by using it: a token, the application permissions in it, and one harmless read for each.

The credential is either new, so that not all of Microsoft's servers know it yet, or one that somebody else created,
as in GLIMPS's manual procedure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from installer.errors.base import Cancelled, SetupError
from installer.errors.graph import GraphError
from installer.errors.network import NotMicrosoft, Unavailable
from installer.errors.proof import NotRead, ReadRefused, sign_in_refused
from installer.errors.sign_in import SignInRefused
from installer.events import Compared, Report, Step, Verified, WaitReason, Warned
from installer.graph import Answer, Graph, Part, query
from installer.model import (
    Application,
    Credential,
    Credentials,
    Given,
    GivenSecret,
    Line,
    Organization,
    Permission,
    Profile,
    Proof,
    Thing,
    Verdict,
)
from installer.registration.apply import StepReport
from installer.registration.compare import proof_findings
from installer.registration.mapper import APPLICATION_FIELDS, ORGANIZATION_FIELDS, read_application, read_organization
from installer.retry import Pause, Retry
from installer.sign_in import AppBearer, AppSignIn, AppToken
from installer.texts import enterprise_application_address
from installer.transport import host_of

READS_BUDGET: Final = 60.0
"""Seconds that the services behind Graph get to accept a permission which the token already carries."""


_MAY_HEAL: Final = (401, 403, 404)
"""The statuses with which a service that does not know of a consent yet refuses a read."""


@dataclass(frozen=True, slots=True)
class Trial:
    """The proof of a credential, whether it holds or not, and the warnings of its reads."""

    proof: Proof
    warnings: tuple[SetupError, ...] = ()


def verify(
    client_id: str,
    credential: Credential,
    profile: Profile,
    directory: Proof,
    app_sign_in: AppSignIn,
    graph: Graph,
    report: Report,
) -> Trial:
    """Tries a new credential. Raises `SignInRefused` if Microsoft never accepts it, `NetworkError` and `Cancelled`.

    `directory` is what the directory says about the application; it is used if the token cannot be read. `graph`
    supplies cloud, transport and cancel; the bearer is the credential's own token.
    """
    wanted = frozenset(permission.name for permission in profile.permissions)
    step = StepReport(Step.TOKEN, report, graph)
    with step:
        token = app_sign_in.steady_token(client_id, credential, wanted, step.waiting)
    own = replace(graph, bearer=AppBearer(token.value, app_sign_in, client_id, credential))
    return _try(token, directory, profile, own, report, READS_BUDGET)


def examine(
    given: Given, profile: Profile, app_sign_in: AppSignIn, graph: Graph, report: Report
) -> tuple[Credentials, Trial]:
    """Tries a credential that somebody else created; returns it with its tenant and application, and the trial.

    Raises `VerificationFailed` or `ApplicationRefused` if Microsoft issues no token. `graph` supplies cloud, transport
    and cancel.
    """
    with StepReport(Step.TOKEN, report, graph):
        try:
            token = app_sign_in.token(given.client_id, given.credential)
        except SignInRefused as error:
            address = enterprise_application_address(graph.cloud, given.client_id)
            raise sign_in_refused(error, address, revoked=None) from error
    own = replace(graph, bearer=AppBearer(token.value, app_sign_in, given.client_id, given.credential))
    trial = _try(token, None, profile, own, report, budget=0.0)
    report(Compared((Line(Thing.TOKEN, Verdict.IN_PLACE), *proof_findings(profile, trial.proof))))
    return _credentials(given, profile, token, own), trial


def _try(
    token: AppToken, directory: Proof | None, profile: Profile, graph: Graph, report: Report, budget: float
) -> Trial:
    """Compares the token with the profile, and tries one read for each permission in it.

    If the token cannot be read, the permissions come from `directory`; without that, from the reads that a service
    answers, and the error of one that none answers is raised. `budget` is the number of seconds that the services
    behind Graph get to accept a permission.
    """
    wanted = frozenset(permission.name for permission in profile.permissions)
    told = token.roles if token.roles is not None else frozenset(directory.granted) if directory else wanted
    carried = [permission for permission in profile.permissions if permission.name in told]
    with StepReport(Step.READS, report, graph) as own:
        refusals = _reads(own, carried, budget)
    statuses = {name: _status(refusal) for name, refusal in refusals.items()}
    if token.roles is None and directory is None:
        _require_answers(refusals, graph)
        told = frozenset(name for name, status in statuses.items() if status not in _MAY_HEAL)
    extra = frozenset(directory.extra) if token.roles is None and directory else told - wanted
    proof = Proof(
        granted=tuple(sorted(wanted & told)),
        missing=tuple(sorted(wanted - told)),
        extra=tuple(sorted(extra)),
        reads={name: status for name, status in statuses.items() if status is not None},
        whole=token.roles is not None or directory is not None,
    )
    report(Verified(proof))
    warnings = _warnings(refusals)
    for warning in warnings:
        report(Warned(warning))
    return Trial(proof, warnings)


def _require_answers(refusals: _Refusals, graph: Graph) -> None:
    """Raises what kept a service from answering: of its permission nothing is known then."""
    for refusal in refusals.values():
        if isinstance(refusal, GraphError) and refusal.status >= 500:
            raise Unavailable(host_of(graph.cloud.graph), refusal.status, refusal.request_id) from refusal
        if refusal and not isinstance(refusal, GraphError):
            raise refusal


_Refusals = Mapping[str, SetupError | None]
"""Permission name → why its read was refused; None if it succeeded."""


def _reads(graph: Graph, permissions: Sequence[Permission], budget: float) -> _Refusals:
    """Reads once for each permission; repeats refused reads, as the services learn of a consent one by one.

    Raises only `Cancelled`; every other error becomes a value of the result.
    """
    retry = Retry(graph.cancel, graph.on_wait)
    refusals: dict[str, SetupError | None] = {}
    left = list(permissions)
    while left:
        try:
            answers = graph.batch([Part("GET", permission.proof) for permission in left])
        except Cancelled:
            raise
        except SetupError as error:
            refusals |= {permission.name: error for permission in left}
        else:
            refusals |= {permission.name: answer.error for permission, answer in zip(left, answers, strict=True)}
        left = [permission for permission in left if _status(refusals[permission.name]) in _MAY_HEAL]
        if left and not retry.paused(Pause(WaitReason.REPLICATION, budget=budget)):
            break
    return refusals


def _status(refusal: SetupError | None) -> int | None:
    """The HTTP status of a read; None if there was no HTTP answer."""
    match refusal:
        case None:
            return 200
        case GraphError(status=status) | Unavailable(status=status) | NotMicrosoft(status=status):
            return status
    return None


def _warnings(refusals: _Refusals) -> tuple[SetupError, ...]:
    """One warning per distinct reason, naming all permissions it applies to."""
    alike: dict[object, list[str]] = {}
    causes: dict[object, SetupError] = {}
    for name, refusal in refusals.items():
        if refusal is not None:
            reason = (refusal.status, refusal.code, refusal.message) if isinstance(refusal, GraphError) else refusal
            alike.setdefault(reason, []).append(name)
            causes.setdefault(reason, refusal)
    return tuple(_warning(tuple(alike[reason]), cause) for reason, cause in causes.items())


def _warning(permissions: tuple[str, ...], cause: SetupError) -> SetupError:
    if isinstance(cause, GraphError):
        return ReadRefused(permissions, cause.status, cause.message or cause.code, cause.request_id)
    warning = NotRead(permissions)
    warning.__cause__ = cause
    return warning


def _credentials(given: Given, profile: Profile, token: AppToken, own: Graph) -> Credentials:
    """The credential with what its own token can read of tenant and application, which usually is nothing."""
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
    """The secret with key id and expiry, if it begins with the `hint` of exactly one of the application's secrets."""
    hints = {row.get("keyId"): row.get("hint") for row in registration.body.get("passwordCredentials") or ()}
    entries = read_application(registration.body).credentials
    fitting = [entry for entry in entries if (hint := hints.get(entry.key_id)) and secret.value.begins_with(str(hint))]
    return GivenSecret(secret.value, fitting[0].key_id, fitting[0].end) if len(fitting) == 1 else secret
