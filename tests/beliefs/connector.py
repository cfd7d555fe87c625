"""What is believed of the connector's own credentials: its certificate's public part, its federation."""

from tests.beliefs.register import Belief, Contradiction, Grade
from tests.beliefs.wire import once, refused, status, with_field, without
from tests.faults.commands import OURS, SETUP

_FEDERATION = "/federatedIdentityCredentials"
_FEDERATED = (
    *(*SETUP, "--credential", "federated", "--issuer", "https://issuer.example/"),
    *("--subject", "system:serviceaccount:glimps:connector"),
)

CONNECTOR = (
    Belief(
        "A new federated credential is answered by 201",
        Grade.RECORDED,
        "Azure CLI, recordings of its tests",
        "any success that names it is one",
        Contradiction(rules=(once(_FEDERATION, status(200), method="POST"),), argv=_FEDERATED),
    ),
    Belief(
        "The list shows a new federated credential at once",
        Grade.QUOTED,
        "microsoftgraph/microsoft-graph-docs-contrib, issue 1547: lists that lag behind",
        "it is asked for a minute, and the write's own answer counts",
        Contradiction(
            rules=tuple(once(_FEDERATION, with_field("value", []), method="GET", index=index) for index in (1, 2, 3)),
            argv=_FEDERATED,
        ),
    ),
    Belief(
        "A federated credential tells its description",
        Grade.RECORDED,
        "Azure CLI, recordings of its tests",
        "only id, name, issuer, subject and audience are read",
        Contradiction(
            rules=(once(_FEDERATION, without("description"), method="POST"),), argv=_FEDERATED, scenario=OURS
        ),
    ),
    Belief(
        "A federated credential may be made as soon as the application is there",
        Grade.QUOTED,
        "Azure/azure-workload-identity, issues on 404 right after the creation of an application",
        "it is made once more where Microsoft does not find the application yet",
        Contradiction(
            rules=(
                refused(
                    _FEDERATION,
                    404,
                    "Request_ResourceNotFound",
                    "Resource 'x' does not exist or one of its queried reference-property objects are not present.",
                    host="graph",
                    times=2,
                ),
            ),
            argv=_FEDERATED,
        ),
    ),
    Belief(
        "A certificate is shown with its value where keyCredentials are selected",
        Grade.DOCUMENTED,
        "Microsoft Graph, get application: key is returned on $select",
        "it is known by customKeyIdentifier, which is its thumbprint where nobody chose another",
        "tests/registration/test_registered.py::test_a_certificate_is_known_by_its_identifier_where_its_value_is_hidden",
    ),
    Belief(
        "A list of certificates is complete",
        Grade.ASSUMED,
        "",
        "one that was seen before and is not shown is asked for again before the list is replaced",
        "tests/registration/test_registered.py::test_a_key_that_a_late_list_does_not_show_is_not_erased",
    ),
    Belief(
        "Nobody replaces the list of certificates between our reading and our writing",
        Grade.ASSUMED,
        "",
        "it is read again, and what it lacks of ours and of theirs is put back",
        "tests/registration/test_registered.py::test_a_key_that_another_writer_erased_is_put_back_beside_theirs",
    ),
)
