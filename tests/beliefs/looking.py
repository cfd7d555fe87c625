"""What is believed of the look-up: organization, directory roles, Graph's own entries, lists, the recycle bin."""

from dataclasses import replace

from installer.demo.people import CONTOSO_TENANT_ID
from installer.errors.base import ExitCode
from tests.beliefs.register import Belief, Contradiction, Ends, Grade
from tests.beliefs.wire import (
    BIN,
    BY_NAME,
    BY_TAG,
    BY_UNIQUE_NAME,
    GRANTS,
    GRAPH_PRINCIPAL,
    ORGANIZATION,
    PRINCIPAL,
    ROLES,
    always,
    beginning_empty,
    body,
    both,
    in_capitals,
    refused,
    the_other_way_round,
    with_field,
    with_more,
    without,
)
from tests.faults.commands import OURS, SETUP
from tests.tenants import FULL, READ_ONLY, SCENARIOS

_RIGHTS = ("Authorization_RequestDenied", "Insufficient privileges to complete the operation.")
_HAND_MADE, _MANUAL = SCENARIOS["existing-manual"], len({*FULL, *READ_ONLY})
_REMOVE = ("remove", "--sign-in", "device-code")
_KEPT = Ends(says=("Files.ReadWrite.All  –  in place, unchanged",))
_REMOVED_AND_RENAMED = replace(
    SCENARIOS["deleted"],
    existing=tuple(replace(each, name="Renamed by somebody") for each in SCENARIOS["deleted"].existing),
)

LOOKING = (
    Belief(
        "The organization has a default domain",
        Grade.QUOTED,
        "microsoftgraph/msgraph-sdk-powershell#862: one without any verified domain",
        "the tenant id stands in the domain's place",
        Contradiction(
            rules=(always(ORGANIZATION, with_field("verifiedDomains", [])),),
            ends=Ends(says=(f"Contoso ({CONTOSO_TENANT_ID})",)),
        ),
    ),
    Belief(
        "The organization has a name",
        Grade.DOCUMENTED,
        "Microsoft Graph, organization resource: displayName",
        "it is named by its id",
        Contradiction(rules=(always(ORGANIZATION, without("displayName")),)),
    ),
    Belief(
        "The organization may be read by everybody",
        Grade.DOCUMENTED,
        "Microsoft Graph, list organizations: User.Read suffices",
        "its id is in the token; the name is not needed",
        Contradiction(
            rules=(refused(ORGANIZATION, 403, *_RIGHTS),),
            ends=Ends(says=(f"Tenant:   {CONTOSO_TENANT_ID}",)),
        ),
    ),
    Belief(
        "The list of organizations holds the one organization",
        Grade.RECORDED,
        "Azure PowerShell, recording of its organization test",
        "its id is in the token; the name is not needed",
        Contradiction(rules=(always(ORGANIZATION, body({"value": []})),)),
    ),
    Belief(
        "Roles are read by a cast without ConsistencyLevel",
        Grade.RECORDED,
        "Azure CLI, two recordings of transitiveMemberOf with a cast; Microsoft's documentation asks for the header",
        "the roles that the token names take the list's place",
        Contradiction(
            rules=(
                refused(ROLES, 400, "Request_UnsupportedQuery", "The specified filter or cast needs ConsistencyLevel."),
            )
        ),
    ),
    Belief(
        "An account's roles are in the directory that it administers",
        Grade.DOCUMENTED,
        "Microsoft, granular delegated admin privileges: a partner's account is a guest nowhere, and /me is 404",
        "the roles that the token names take the list's place",
        Contradiction(
            rules=(refused(ROLES, 404, "Request_ResourceNotFound", "Resource '/me' does not exist."),),
        ),
    ),
    Belief(
        "An empty list of roles means that there are none",
        Grade.ASSUMED,
        "",
        "the roles of the token and of the directory are taken together",
        Contradiction(rules=(always(ROLES, with_field("value", [])),)),
    ),
    Belief(
        "Ids are written in small letters",
        Grade.RECORDED,
        "Azure CLI, recordings of its tests",
        "ids are compared without regard to case: the roles, the permissions and their resource are found",
        Contradiction(
            rules=(always(r"^/v1\.0/(organization|me|servicePrincipals)", in_capitals),),
            ends=_KEPT,
            scenario=OURS,
        ),
    ),
    Belief(
        "One object has the same letters in every answer",
        Grade.RECORDED,
        "Azure CLI, recordings of its tests",
        "ids are compared without regard to case: what is granted already is not granted again",
        Contradiction(rules=(always(GRANTS, in_capitals),), ends=_KEPT, scenario=OURS),
    ),
    Belief(
        "Lists come in the order of creation",
        Grade.ASSUMED,
        "",
        "no order is relied on",
        Contradiction(
            rules=(always(".", the_other_way_round, method="GET"),),
            scenario=OURS,
        ),
    ),
    Belief(
        "Objects have the properties that are known",
        Grade.DOCUMENTED,
        "Microsoft Graph, versioning: new ones may come at any time, as isManagementRestricted did",
        "properties beyond those are passed over",
        Contradiction(rules=(always(".", with_more), always(".", with_more, host="graph")), scenario=OURS),
    ),
    Belief(
        "A page without items is the last one",
        Grade.DOCUMENTED,
        "Microsoft Graph, paging: only the lack of @odata.nextLink ends a list",
        "links are followed until there is none",
        Contradiction(
            rules=(always(BY_NAME, beginning_empty), always(GRANTS, beginning_empty, method="GET")),
            ends=Ends(says=("Sites.Read.All  –  in place, unchanged",)),
            scenario=_HAND_MADE,
            argv=(*SETUP, "--adopt"),
            grants=_MANUAL,
        ),
    ),
    Belief(
        "Pages come from the host that was asked",
        Grade.RECORDED,
        "Azure CLI, recordings of lists with pages",
        "no token goes to another host: the run stops before it writes",
        Contradiction(
            rules=(
                always(
                    GRANTS,
                    lambda reply: replace(
                        reply, body={**reply.body, "@odata.nextLink": "https://graph.example/v1.0/next"}
                    ),
                    method="GET",
                ),
            ),
            ends=Ends(ExitCode.NETWORK, ("answered with something that is not Microsoft’s",)),
            scenario=OURS,
        ),
    ),
    Belief(
        "Microsoft Graph offers the permissions under the ids of the manifest",
        Grade.RECORDED,
        "Microsoft Graph's service principal as it was answered in 2024 and 2026",
        "nothing is written, and the permission is named",
        Contradiction(
            rules=(always(GRAPH_PRINCIPAL, with_field("appRoles", [])),),
            ends=Ends(ExitCode.BAD_INPUT, ("Files.ReadWrite.All",)),
            applications=1,
        ),
    ),
    Belief(
        "A permission that Microsoft Graph lists can be granted",
        Grade.DOCUMENTED,
        "Microsoft Graph, appRole resource: isEnabled",
        "the permissions that were refused are named, and no secret is made",
        Contradiction(
            rules=(
                always(GRAPH_PRINCIPAL, with_field("isEnabled", False)),
                refused(
                    GRANTS,
                    400,
                    "Request_BadRequest",
                    "Permission being assigned was not found on application",
                    method="POST",
                ),
            ),
            ends=Ends(ExitCode.PART_WAY, ("Microsoft refused the consent to: Files.ReadWrite.All",)),
        ),
    ),
    Belief(
        "Directory roles have their English names",
        Grade.RECORDED,
        "Azure CLI, recordings; Microsoft translates the names in some answers",
        "a role is known by its template id",
        Contradiction(
            rules=(always(ROLES, with_field("displayName", "Administrateur général")),),
            ends=Ends(says=("Global Administrator",)),
        ),
    ),
    Belief(
        "Each application permission has a value",
        Grade.DOCUMENTED,
        "Microsoft Graph, appRole resource: value may be null",
        "one without is passed over",
        Contradiction(
            rules=(always(GRAPH_PRINCIPAL, with_field("appRoles", lambda old: [{**old[0], "value": None}, *old])),)
        ),
    ),
    Belief(
        "A list shows an application from the moment it exists",
        Grade.QUOTED,
        "microsoftgraph/microsoft-graph-docs#4765: lists lag by up to a minute and more",
        "it is addressed by its unique name, which no list decides",
        Contradiction(
            rules=(always(BY_TAG, with_field("value", [])), always(BY_NAME, with_field("value", []))),
            scenario=OURS,
        ),
    ),
    Belief(
        "A list shows no application that is deleted",
        Grade.QUOTED,
        "microsoftgraph/microsoft-graph-docs#4765: lists lag",
        "a row is read by its id before it is taken for alive",
        Contradiction(before=(SETUP, _REMOVE)),
        pending="a row of a list is taken for alive",
    ),
    Belief(
        "Applications can be found by a tag",
        Grade.DOCUMENTED,
        "Microsoft Graph, application resource: tags support $filter",
        "the unique name finds ours, and the name shows those that may be meant",
        Contradiction(
            rules=(refused(BY_TAG, 400, "Request_UnsupportedQuery", "Unsupported Query."),),
            scenario=_HAND_MADE,
            argv=(*SETUP, "--adopt"),
            grants=_MANUAL,
        ),
    ),
    Belief(
        "Applications can be addressed by their unique name in every cloud",
        Grade.DOCUMENTED,
        "Microsoft Graph, upsert application: national clouds are said to have it",
        "POST /applications, guarded against a second one",
        Contradiction(
            rules=(
                refused(BY_UNIQUE_NAME, 400, "BadRequest", "Resource not found for the segment 'applications'."),
                refused(
                    BY_UNIQUE_NAME,
                    400,
                    "BadRequest",
                    "Resource not found for the segment 'applications'.",
                    host="graph",
                ),
            ),
        ),
        pending="there is no other way to register yet",
    ),
    Belief(
        "The recycle bin can be counted and filtered by name",
        Grade.DOCUMENTED,
        "Microsoft Graph, advanced queries: ConsistencyLevel and $count",
        "a cloud that cannot is treated as one with an empty bin",
        Contradiction(rules=(refused(BIN, 400, "Request_UnsupportedQuery", "Unsupported Query."),)),
    ),
    Belief(
        "The recycle bin may be read by whoever registers applications",
        Grade.DOCUMENTED,
        "Microsoft Graph, list deletedItems: Application.Read.All",
        "it is treated as empty: the writing of the application tells what stands against it",
        Contradiction(rules=(refused(BIN, 403, *_RIGHTS),)),
    ),
    Belief(
        "Every cloud has a recycle bin of applications",
        Grade.DOCUMENTED,
        "Microsoft Graph, list deletedItems: in all national clouds",
        "it is treated as empty",
        Contradiction(rules=(refused(BIN, 501, "NotImplemented", "Not implemented."),)),
    ),
    Belief(
        "What holds our unique name in the recycle bin has our display name",
        Grade.DOCUMENTED,
        "Microsoft, known issues of Bicep for Graph: 30 days; microsoftgraph/msgraph-bicep-types#137",
        "the holder is found by tag and unique name, and restored with its service principal",
        Contradiction(scenario=_REMOVED_AND_RENAMED),
    ),
    Belief(
        "An application has a date of creation",
        Grade.DOCUMENTED,
        "Microsoft Graph, application resource: createdDateTime may be null for what is old",
        "it is shown without one",
        Contradiction(
            rules=(always(r"/applications", with_field("createdDateTime", None)),),
            scenario=_HAND_MADE,
            argv=(*SETUP, "--adopt"),
            grants=_MANUAL,
        ),
    ),
    Belief(
        "A credential has an end and a description",
        Grade.RECORDED,
        "Azure CLI, recordings: displayName is null for what the portal of old made",
        "it is listed without them, and never taken for ours",
        Contradiction(
            rules=(
                always(
                    r"/applications",
                    with_field(
                        "passwordCredentials",
                        lambda old: [{**entry, "endDateTime": None, "displayName": None} for entry in old],
                    ),
                ),
            ),
            scenario=OURS,
        ),
    ),
    Belief(
        "An application has a name",
        Grade.DOCUMENTED,
        "Microsoft Graph, application resource: displayName",
        "it is named by its client id, in the bundle as well",
        Contradiction(rules=(always(BY_UNIQUE_NAME, without("displayName")),), scenario=OURS),
    ),
    Belief(
        "The unique name of an application is told when it is selected",
        Grade.DOCUMENTED,
        "Microsoft Graph, application resource: uniqueName",
        "what answers to the unique name has it; the tag makes it ours as well",
        Contradiction(rules=(always(r"/applications", without("uniqueName")),), scenario=OURS),
    ),
    Belief(
        "Collections are empty lists, never null",
        Grade.RECORDED,
        "Azure CLI, recordings of applications",
        "null is as good as empty",
        Contradiction(
            rules=(
                always(
                    r"/applications",
                    both(with_field("keyCredentials", None), with_field("requiredResourceAccess", None)),
                ),
                always(PRINCIPAL, with_field("tags", None)),
            ),
            scenario=OURS,
        ),
    ),
    Belief(
        "The hosts of the sovereign clouds are those of our table",
        Grade.READ,
        "Azure CLI 2.91 and msal hold Bleu's; nobody published those of Delos and GovSG",
        "those are marked as unconfirmed; a cloud file takes their place",
        "tests/beliefs/test_stated.py::test_hosts_that_nobody_published_are_marked_as_unconfirmed",
    ),
    Belief(
        "The French portal calls single tenancy as our guide does",
        Grade.DOCUMENTED,
        "Microsoft, « Inscrire une application », 2026",
        "the guide follows the documentation",
        "tests/beliefs/test_stated.py::test_the_french_guide_names_single_tenancy_as_the_portal_does",
    ),
)
