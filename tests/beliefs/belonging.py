"""What is believed of what belongs to an application: owners, federations, grants, marks; and of the recycle bin."""

from dataclasses import replace

from installer.errors.base import ExitCode
from tests.beliefs.register import Belief, Contradiction, Ends, Grade
from tests.beliefs.wire import BIN, always, refused, without
from tests.faults.commands import OURS
from tests.tenants import SCENARIOS

_RIGHTS = ("Authorization_RequestDenied", "Insufficient privileges to complete the operation.")
_REMOVED_AND_RENAMED = replace(
    SCENARIOS["deleted"],
    existing=tuple(replace(each, name="Renamed by somebody") for each in SCENARIOS["deleted"].existing),
)

BELONGING = (
    Belief(
        "The owners of an application may be read",
        Grade.DOCUMENTED,
        "Microsoft Graph, list owners of an application: Application.Read.All",
        "unknown is not none: a decision is needed, and nothing is granted",
        Contradiction(
            rules=(refused(r"/applications/[^/]+/owners", 403, *_RIGHTS),),
            ends=Ends(ExitCode.DECISION, ("decision owners",)),
            scenario=OURS,
        ),
    ),
    Belief(
        "The owners of a service principal may be read",
        Grade.DOCUMENTED,
        "Microsoft Graph, list owners of a service principal: Application.Read.All",
        "unknown is not none: a decision is needed, and nothing is granted",
        Contradiction(
            rules=(refused(r"/servicePrincipals/[^/]+/owners", 403, *_RIGHTS),),
            ends=Ends(ExitCode.DECISION, ("decision owners",)),
            scenario=OURS,
        ),
    ),
    Belief(
        "Federated credentials may be read",
        Grade.DOCUMENTED,
        "Microsoft Graph, list federatedIdentityCredentials: Application.Read.All",
        "unknown is not none: a decision is needed, and nothing is granted",
        Contradiction(
            rules=(refused(r"/federatedIdentityCredentials", 403, *_RIGHTS),),
            ends=Ends(ExitCode.DECISION, ("decision federated_credentials",)),
            scenario=OURS,
        ),
    ),
    Belief(
        "Delegated grants may be read",
        Grade.DOCUMENTED,
        "Microsoft Graph, list oauth2PermissionGrants of a service principal: Directory.Read.All",
        "unknown is not none: a decision is needed, and nothing is granted",
        Contradiction(
            rules=(refused(r"/oauth2PermissionGrants", 403, *_RIGHTS),),
            ends=Ends(ExitCode.DECISION, ("decision delegated_permissions",)),
            scenario=OURS,
        ),
    ),
    Belief(
        "A service principal tells whether it is enabled",
        Grade.RECORDED,
        "Azure CLI, recordings of its tests",
        "one that does not say that it is disabled is enabled",
        Contradiction(rules=(always(r"/servicePrincipals", without("accountEnabled")),), scenario=OURS),
    ),
    Belief(
        "Deleted service principals may be searched by their application",
        Grade.DOCUMENTED,
        "Microsoft Graph, list deletedItems: $filter with $count and ConsistencyLevel",
        "all of them are listed instead",
        Contradiction(
            rules=(
                refused(r"deletedItems/microsoft\.graph\.servicePrincipal", 400, "Request_UnsupportedQuery", "No."),
            ),
            scenario=SCENARIOS["deleted"],
        ),
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
        "A mark of another run stands for a secret that nobody delivers any more",
        Grade.ASSUMED,
        "",
        "its run is at work until its computer says that it is over, or for an hour: until then its secret stays",
        "tests/registration/test_two_runs.py::test_the_secret_of_a_run_at_work_is_left_alone_and_that_of_a_dead_one_goes",
    ),
    Belief(
        "A list of tags is not written between our reading and our writing",
        Grade.DOCUMENTED,
        "Microsoft Graph, update application: tags are replaced as a whole, and there is no version to match",
        "it is looked at right before the write, and what another run wrote is put back",
        "tests/registration/test_two_runs.py::test_two_runs_side_by_side_both_deliver_what_works",
    ),
)
