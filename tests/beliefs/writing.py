"""What is believed of the writes: the application, its service principal, the consents, the credential, policies."""

from dataclasses import replace

from installer.demo import ClaimsChallenge, Delay, ResetAfter, Rule, Spread, Status, Tenant
from installer.demo.scenarios import APPLICATION_NAME
from installer.errors.base import ExitCode
from tests.beliefs.register import Belief, Contradiction, Ends, Grade
from tests.beliefs.wire import (
    APPLICATION,
    BY_UNIQUE_NAME,
    GRANTS,
    PRINCIPAL,
    always,
    body,
    both,
    once,
    refused,
    status,
    with_field,
)
from tests.faults.commands import OURS, SETUP
from tests.tenants import SCENARIOS

_NEW_PRINCIPAL = r"/servicePrincipals$"
_DENIED = ("Authorization_RequestDenied", "Insufficient privileges to complete the operation.")
_MISSING = ("Request_ResourceNotFound", "Resource 'x' does not exist or one of its queried reference-property objects "
            "are not present.")  # fmt: skip
_MARK_OF_ANOTHER = "GlimpsOdspConnectorPending20271124T035506Z"


def _consented(tenant: Tenant) -> None:
    """Another administrator consents, and the lists show it at once."""
    if application := next(iter(tenant.state.applications.values()), None):
        tenant.consent_as_another_administrator(application.app_id)


def _consented_unseen(tenant: Tenant) -> None:
    """The same, but the lists show it fifty seconds later."""
    _consented(tenant)
    for held in tenant.state.assignments.values():
        held.listing = Delay(Spread.LISTING, held.resource["id"], tenant.backend.now(), 50.0)


def _without_principal(tenant: Tenant) -> None:
    """The recycle bin has the application alone, and nothing that was granted to it."""
    tenant.state.deleted_service_principals.clear()
    tenant.state.assignments.clear()


def _without_principal_and_secret(tenant: Tenant) -> None:
    """Nor has the application a secret that would get what is granted anew."""
    _without_principal(tenant)
    for application in tenant.state.deleted_applications.values():
        application.resource["passwordCredentials"] = []


def _hidden(tenant: Tenant) -> None:
    """The enterprise application lacks the tag by which the portal lists it."""
    for principal in tenant.state.service_principals.values():
        if principal.resource["displayName"] == APPLICATION_NAME:
            principal.resource["tags"] = []


WRITING = (
    Belief(
        "An upsert that makes an application is answered by 201",
        Grade.DOCUMENTED,
        "Microsoft Graph, upsert application",
        "it is taken for one that somebody registered meanwhile: it is looked at before it is used, and a warning",
        Contradiction(
            rules=(once(BY_UNIQUE_NAME, status(200), method="PATCH"),),
            ends=Ends(says=("warning created_meanwhile",)),
        ),
    ),
    Belief(
        "The answer to an upsert holds the application",
        Grade.DOCUMENTED,
        "Microsoft Graph, upsert application",
        "it is read by its unique name",
        Contradiction(rules=(once(BY_UNIQUE_NAME, body(None), method="PATCH"),)),
    ),
    Belief(
        "An upsert is answered by 204 only where our own earlier attempt made the application",
        Grade.DOCUMENTED,
        "Microsoft Graph, upsert application: 204 is an update of what is there",
        "it is taken for one that somebody registered meanwhile: it is looked at before it is used, and a warning",
        Contradiction(
            rules=(once(BY_UNIQUE_NAME, both(status(204), body(None)), method="PATCH"),),
            ends=Ends(says=("warning created_meanwhile",)),
        ),
    ),
    Belief(
        "What an upsert made can be read by its unique name at once",
        Grade.ASSUMED,
        "asked in microsoftgraph/msgraph-bicep-types#202, without an answer",
        "the id in the answer addresses it; after a lost answer the read is repeated",
        Contradiction(
            rules=(
                Rule(ResetAfter(), "graph", "PATCH", BY_UNIQUE_NAME),
                refused(BY_UNIQUE_NAME, 404, *_MISSING, host="graph", method="GET", times=8),
            ),
        ),
    ),
    Belief(
        "Who makes an application by an upsert is its owner",
        Grade.QUOTED,
        "microsoftgraph/msgraph-bicep-types#134 and #154: later calls got 403",
        "the sentence says what was done, and does not ask for a role that the account has",
        Contradiction(
            rules=(refused(_NEW_PRINCIPAL, 403, *_DENIED, method="POST"),),
            ends=Ends(
                ExitCode.RIGHTS,
                ("Already done, and in place: App registration",),
                never=("The role Application Developer is needed",),
            ),
            scenario=SCENARIOS["app-developer"],
            argv=("prepare", "--sign-in", "device-code"),
            again=ExitCode.CONSENT_PENDING,
        ),
    ),
    Belief(
        "Who holds none of the known roles may register nothing",
        Grade.DOCUMENTED,
        "Microsoft Entra, default user permissions: every member may, unless the tenant forbids it; custom roles too",
        "unknown is not no: it is tried, and Microsoft's 403 decides; at the consent the message for another follows",
        Contradiction(
            ends=Ends(ExitCode.CONSENT_PENDING, ("Global Administrator",)),
            scenario=replace(SCENARIOS["no-rights"], users_can_register=True),
            again=ExitCode.CONSENT_PENDING,
        ),
    ),
    Belief(
        "An account may own as many objects as it needs",
        Grade.DOCUMENTED,
        "Microsoft Entra, service limits: 250 for whoever has no administrator's role",
        "the sentence says that there are too many, and what to delete",
        Contradiction(
            rules=(refused(BY_UNIQUE_NAME, 403, "Directory_QuotaExceeded", "Quota.", host="graph", method="PATCH"),),
            ends=Ends(ExitCode.UNEXPECTED, ("too many objects", "Delete applications that nobody uses")),
        ),
    ),
    Belief(
        "The tags of an application appear on its service principal, and go with them",
        Grade.DOCUMENTED,
        "Microsoft Graph, application resource: tags are merged into those of the service principal",
        "a mark on the service principal means nothing",
        Contradiction(
            rules=(always(PRINCIPAL, with_field("tags", lambda old: [*old, _MARK_OF_ANOTHER])),),
            scenario=OURS,
        ),
    ),
    Belief(
        "The portal lists the enterprise applications that have its tag",
        Grade.QUOTED,
        "KelvinTegelaar/CIPP#5796, Azure/azure-powershell#7646, hashicorp/terraform-provider-azuread#571",
        "the tag is sent with the creation, and added where it is missing",
        Contradiction(
            rules=(always(PRINCIPAL, with_field("tags", [])),),
            ends=Ends(says=("Enterprise application (service principal)  –  will be completed",)),
            scenario=OURS,
        ),
    ),
    Belief(
        "Whoever may consent may tag the service principal",
        Grade.ASSUMED,
        "",
        "a warning: it stays hidden in the portal, and works",
        Contradiction(
            rules=(refused(r"/servicePrincipals/[^/]+$", 403, *_DENIED, host="graph", method="PATCH"),),
            ends=Ends(says=("warning stays_hidden", "works all the same")),
            scenario=OURS,
            arranged=_hidden,
        ),
    ),
    Belief(
        "A restored application brings its service principal back",
        Grade.DOCUMENTED,
        "Microsoft Graph, restore deleted item: not its service principal, which the portal restores as well",
        "a missing service principal is restored or made anew, and consented to",
        Contradiction(scenario=SCENARIOS["deleted"], arranged=_without_principal_and_secret),
    ),
    Belief(
        "What was granted to a restored application comes back with it",
        Grade.QUOTED,
        "Microsoft, restore deleted item: the service principal's own items come with it, and are not named one by one",
        "a live secret would get what is granted anew: a decision is needed, once the list had its time",
        Contradiction(
            ends=Ends(ExitCode.DECISION, ("decision credentials",)),
            scenario=SCENARIOS["deleted"],
            arranged=_without_principal,
            again=ExitCode.DECISION,
        ),
    ),
    Belief(
        "A second service principal of an application is refused by 409",
        Grade.QUOTED,
        "hashicorp/terraform-provider-azuread, issues: the name is already in use",
        "the one that is there is read until it can be, and used",
        Contradiction(
            rules=(
                Rule(ResetAfter(), "graph", "POST", r"/\$batch", 1),
                refused(PRINCIPAL, 404, *_MISSING, host="graph", method="GET", times=6),
            ),
        ),
    ),
    Belief(
        "A new service principal is answered by 201",
        Grade.RECORDED,
        "Azure CLI, recordings of its tests",
        "any success with the service principal in it is one",
        Contradiction(rules=(once(_NEW_PRINCIPAL, status(200), host="part", method="POST"),)),
    ),
    Belief(
        "The answer to a new service principal holds it",
        Grade.DOCUMENTED,
        "Microsoft Graph, create servicePrincipal",
        "it is read by the application's client id",
        Contradiction(rules=(once(_NEW_PRINCIPAL, body(None), host="part", method="POST"),)),
    ),
    Belief(
        "A grant is answered by 201 with the assignment",
        Grade.DOCUMENTED,
        "Microsoft Graph, grant an appRoleAssignment",
        "any success is one, with or without content",
        Contradiction(rules=(always(GRANTS, both(status(200), body(None)), method="POST"),)),
    ),
    Belief(
        "A grant is answered with the role that was asked for",
        Grade.DOCUMENTED,
        "Microsoft Graph, grant an appRoleAssignment",
        "another role in it is a refusal: the run stops before it makes a secret",
        Contradiction(
            rules=(once(GRANTS, with_field("appRoleId", "0" * 8 + "-0000-4000-8000-" + "0" * 12), host="part"),),
            ends=Ends(ExitCode.PART_WAY, ("Admin consent", "Run it again")),
            later=60,
        ),
    ),
    Belief(
        "A grant that is there already is refused with words that hold “already exists”",
        Grade.QUOTED,
        "microsoftgraph/msgraph-bicep-types#161 and #193, microsoftgraph/microsoft-graph-docs#4765: two wordings",
        "whatever the words, it is a success where the list shows the role",
        Contradiction(
            rules=(always(GRANTS, with_field("message", "This was granted before."), method="POST"),),
            scenario=SCENARIOS["prepared"],
            meanwhile=_consented,
        ),
    ),
    Belief(
        "The list of grants shows at once what another administrator granted",
        Grade.QUOTED,
        "microsoftgraph/microsoft-graph-docs#4765: lists lag by a minute",
        "what “already exists” is waited for until the list shows it",
        Contradiction(scenario=SCENARIOS["prepared"], meanwhile=_consented_unseen),
    ),
    Belief(
        "A grant is never refused with unknown words while the list does not show it",
        Grade.ASSUMED,
        "",
        "the permissions that were refused are named, and a later run goes on",
        Contradiction(
            rules=(always(GRANTS, with_field("message", "This was granted before."), method="POST"),),
            ends=Ends(ExitCode.PART_WAY, ("Microsoft refused the consent to: Files.ReadWrite.All", "Run it again")),
            scenario=SCENARIOS["prepared"],
            meanwhile=_consented_unseen,
            later=60,
        ),
    ),
    Belief(
        "A change is answered by 204",
        Grade.RECORDED,
        "Azure CLI, recordings of its tests",
        "any success is one, with or without content",
        Contradiction(
            rules=(
                once(APPLICATION, both(status(200), body(None)), host="part", method="PATCH"),
                once(APPLICATION, both(status(200), body({"id": "x"})), host="part", method="PATCH", index=1),
            ),
            scenario=OURS,
        ),
    ),
    Belief(
        "A deletion is answered by 204",
        Grade.RECORDED,
        "Azure CLI, recordings of its tests",
        "any success is one",
        Contradiction(
            rules=(once(APPLICATION, both(status(202), body({})), method="DELETE"),),
            scenario=OURS,
            argv=("remove", "--sign-in", "device-code"),
            later=60,
        ),
    ),
    Belief(
        "A protected action wants claims by 401",
        Grade.DOCUMENTED,
        "Microsoft Entra, protected actions: 403 with WWW-Authenticate, as for deleting for good",
        "claims are recognized by the header, at any status",
        Contradiction(
            rules=(Rule(ClaimsChallenge(403), "graph", "DELETE", "deletedItems"),),
            scenario=SCENARIOS["deleted"],
            argv=(*SETUP, "--deleted", "purge"),
        ),
    ),
    Belief(
        "A refusal has a code and a message",
        Grade.RECORDED,
        "Azure CLI, recordings of its tests",
        "the status alone is told",
        Contradiction(
            rules=(Rule(Status(400, body={"error": {"innerError": None}}), "part", "POST", _NEW_PRINCIPAL),),
            ends=Ends(ExitCode.PART_WAY, ("Microsoft answered: 400", "Run it again")),
        ),
    ),
)
