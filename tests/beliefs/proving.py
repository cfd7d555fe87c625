"""What is believed of the proof: the application's own token, the roles in it, and the reads that it may do."""

from dataclasses import replace

from installer.demo import Delays, Rule, Status, Tenant
from installer.demo.scenarios import APPLICATION_NAME
from installer.errors.base import ExitCode
from tests.beliefs.register import Belief, Contradiction, Ends, Grade
from tests.beliefs.wire import OWN_TOKEN, always, no_token, once, refused, with_claims, with_field
from tests.faults.commands import OURS, SETUP
from tests.tenants import SCENARIOS

_UNKNOWN_SECRET = {"error": "invalid_client", "error_description": "AADSTS7000215: x", "error_codes": [7000215]}


def _disabled(tenant: Tenant) -> None:
    for principal in tenant.state.service_principals.values():
        if principal.resource["displayName"] == APPLICATION_NAME:
            principal.resource["accountEnabled"] = False


PROVING = (
    Belief(
        "The first token of an application has its roles",
        Grade.QUOTED,
        "MicrosoftDocs/azure-docs#85676: missing for minutes",
        "a new token is asked for until they are in it, for up to five minutes",
        Contradiction(delays=Delays(app_role=(250, 250))),
    ),
    Belief(
        "Roles are in an application's tokens within minutes",
        Grade.QUOTED,
        "MicrosoftDocs/azure-docs#85676: rarely hours",
        "the secret is revoked, the missing roles are named, and a later run goes on",
        Contradiction(
            ends=Ends(ExitCode.VERIFICATION, ("The application lacks: Files.ReadWrite.All", "was revoked", "Run it")),
            delays=Delays(app_role=(4000, 4000)),
            later=4000,
        ),
    ),
    Belief(
        "A new secret is known to the token service at once",
        Grade.QUOTED,
        "hashicorp/vault-plugin-secrets-azure, issues: seconds to minutes",
        "its refusal is waited out",
        Contradiction(delays=Delays(secret=(200, 200))),
    ),
    Belief(
        "A secret that was accepted once is known everywhere",
        Grade.READ,
        "hashicorp/terraform-provider-vault#2079 waits for eight successes; Azure/ARO-HCP#2723",
        "several fresh tokens before the secret is handed over",
        Contradiction(rules=(Rule(Status(401, body=_UNKNOWN_SECRET), "entra", "POST", OWN_TOKEN, 1, 2),)),
    ),
    Belief(
        "A refusal of a new credential has a number that says to wait",
        Grade.ASSUMED,
        "",
        "another refusal ends the proof: the secret is revoked, and a later run goes on",
        Contradiction(
            rules=(Rule(Status(401, body={"error": "invalid_client"}), "entra", "POST", OWN_TOKEN),),
            ends=Ends(ExitCode.VERIFICATION, ("The new secret was revoked", "Run it again")),
        ),
    ),
    Belief(
        "The roles of a token are a list without doubles, in the order of the grants",
        Grade.ASSUMED,
        "",
        "they are taken as a set; more than was asked for is told",
        Contradiction(
            rules=(
                always(OWN_TOKEN, with_claims(roles=lambda old: [*reversed(old or ()), *(old or ())]), host="entra"),
            )
        ),
    ),
    Belief(
        "An application's token names the application",
        Grade.DOCUMENTED,
        "Microsoft, access token claims reference: app_displayname is optional",
        "its name is not needed",
        Contradiction(rules=(always(OWN_TOKEN, with_claims(app_displayname=None, uti=None, rh=None), host="entra"),)),
    ),
    Belief(
        "Each service behind Graph accepts a permission that the token carries",
        Grade.QUOTED,
        "SharePoint/sp-dev-docs, issues: 403 for seconds after a consent",
        "the read is asked again for up to a minute",
        Contradiction(rules=(refused("/drives", 403, "accessDenied", "Access denied.", times=6),)),
    ),
    Belief(
        "A trial read finds something",
        Grade.ASSUMED,
        "",
        "an empty list is an answer",
        Contradiction(rules=(always(r"^/v1\.0/(drives|groups|users)", with_field("value", [])),)),
    ),
    Belief(
        "Every tenant has SharePoint Online",
        Grade.QUOTED,
        "microsoftgraph/msgraph-sdk-go#394, OneDrive/onedrive-api-docs#1773: 400 for good",
        "a warning at once, with Microsoft's words; the secret is kept",
        Contradiction(
            ends=Ends(says=("warning", "SPO license")),
            scenario=replace(SCENARIOS["clean"], sharepoint=False),
        ),
    ),
    Belief(
        "The root site may be read",
        Grade.QUOTED,
        "Microsoft Q&A 5840989: 423 where it is locked or archived",
        "a warning at once; the secret is kept",
        Contradiction(
            rules=(refused("/sites/root", 423, "resourceLocked", "The site is locked."),),
            ends=Ends(says=("warning", "The site is locked")),
        ),
    ),
    Belief(
        "A read that Graph refuses has words",
        Grade.DOCUMENTED,
        "Microsoft Graph, error responses: 451 where a site may not be shown for legal reasons",
        "the status alone is told, as a warning at once; the secret is kept",
        Contradiction(
            rules=(Rule(Status(451, body={"error": {}}), "part", path="/sites/root", times=None),),
            ends=Ends(says=("warning", "451")),
        ),
    ),
    Belief(
        "Each token of the row is answered",
        Grade.DOCUMENTED,
        "Microsoft Entra, service limits: the token service throttles",
        "a further token that a busy Microsoft does not give takes nothing from those that were good",
        Contradiction(rules=(Rule(Status(429, retry_after=1), "entra", "POST", OWN_TOKEN, 2, 3),)),
    ),
    Belief(
        "Roles that were in one token are in the next",
        Grade.QUOTED,
        "MicrosoftDocs/azure-docs#85676: servers learn of them one by one",
        "the row of tokens begins anew",
        Contradiction(rules=(once(OWN_TOKEN, with_claims(roles=None), host="entra", method="POST", index=2),)),
    ),
    Belief(
        "Networks do not matter to an application's reads",
        Grade.DOCUMENTED,
        "Microsoft SharePoint, location-based access: 403 outside the allowed networks",
        "a warning after a minute; the secret is kept",
        Contradiction(
            rules=(refused("/drives|/sites", 403, "accessDenied", "Blocked by network policy."),),
            ends=Ends(says=("warning",)),
        ),
    ),
    Belief(
        "Conditional access is for people",
        Grade.DOCUMENTED,
        "Microsoft Entra, conditional access for workload identities: AADSTS53003",
        "words of its own, and --accept-unproven",
        Contradiction(
            rules=(
                no_token(OWN_TOKEN, 53003, "Access has been blocked by Conditional Access.", error="invalid_grant"),
            ),
            ends=Ends(
                ExitCode.VERIFICATION,
                ("--accept-unproven", "AADSTS53003"),
                never=("a device code", "by device code", "device-code"),
            ),
        ),
    ),
    Belief(
        "An application that has its consents may sign in",
        Grade.QUOTED,
        "MicrosoftDocs/azure-docs#28469: AADSTS7000112 where the service principal is disabled",
        "that it is disabled is read before a secret is made, and told with the address",
        Contradiction(
            ends=Ends(ExitCode.DECISION, ("decision disabled",)),
            scenario=OURS,
            arranged=_disabled,
            again=ExitCode.DECISION,
        ),
    ),
    Belief(
        "A credential that was delivered stays good",
        Grade.ASSUMED,
        "an administrator may remove it",
        "verify says that it is refused, and what to do",
        Contradiction(
            rules=(no_token(OWN_TOKEN, 7000222, "The provided client secret keys are expired."),),
            ends=Ends(ExitCode.VERIFICATION, ("AADSTS7000222",)),
            argv=("verify", "0.age"),
            before=(SETUP,),
        ),
    ),
    Belief(
        "What a bundle holds proves itself without the directory",
        Grade.DOCUMENTED,
        "Microsoft Graph: none of our permissions reads applications or the organization",
        "token, roles and reads are enough",
        Contradiction(
            rules=(
                once("/organization", lambda reply: replace(reply, body={"value": []}), host="part"),
                refused("/applications", 404, "Request_ResourceNotFound", "Resource 'x' does not exist."),
            ),
            argv=("verify", "0.age"),
            before=(SETUP,),
        ),
    ),
)
