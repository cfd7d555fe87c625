"""Proves a credential that somebody else made, by itself alone: GLIMPS's manual procedure ends here."""

from __future__ import annotations

from dataclasses import replace

from installer.errors.sign_in import SignInRefused
from installer.errors.work import VerificationFailed
from installer.events import Compared, Report, Step
from installer.graph import Answer, Graph, Part, query
from installer.model import (
    Application,
    Credentials,
    Given,
    GivenSecret,
    Line,
    Manifest,
    Organization,
    Profile,
    Thing,
    Verdict,
)
from installer.registration.apply import Telling
from installer.registration.compare import proof_findings
from installer.registration.mapper import APPLICATION_FIELDS, ORGANIZATION_FIELDS, read_application, read_organization
from installer.registration.register import Registration
from installer.registration.verify import own_graph, prove
from installer.sign_in import AppSignIn, AppToken


def examine(
    given: Given, profile: Profile, manifest: Manifest, app_sign_in: AppSignIn, graph: Graph, report: Report
) -> Registration:
    """The credential with its proof, to be delivered like one of ours, whether the proof holds or not.

    Raises `VerificationFailed` where Microsoft does not accept it. Of `graph` only the cloud, the transport and the
    cancel are used.
    """
    with Telling(Step.TOKEN, report, graph):
        try:
            token = app_sign_in.token(given.client_id, given.credential)
        except SignInRefused as error:
            raise VerificationFailed(None, None, error.code, error.correlation_id) from error
    own = own_graph(graph, token)
    proof = prove(token, profile, own, report, budget=0.0)
    report(Compared((Line(Thing.TOKEN, Verdict.IN_PLACE), *proof_findings(profile, proof))))
    return Registration(_credentials(given, profile, token, own), proof, manifest, made_here=False)


def _credentials(given: Given, profile: Profile, token: AppToken, own: Graph) -> Credentials:
    """With the names and ids that the application may read of itself; most may read none, and need none."""
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
