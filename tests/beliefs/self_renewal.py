"""What is believed of an application that renews its own key; none of it was tried on a live tenant."""

from tests.beliefs.register import Belief, Grade

_TESTS = "tests/self_renewal/test_exchange.py::"
_FAULTS = "tests/self_renewal/test_faults.py::"

SELF_RENEWAL = (
    Belief(
        "A proof of possession is for Azure AD Graph",
        Grade.DOCUMENTED,
        "Microsoft, Generate proof of possession tokens; microsoftgraph/microsoft-graph-docs-contrib, issue 1076, uses "
        "Microsoft Graph's id, and issue 10686 of microsoft-graph-docs asks which of them it is",
        "one that is refused is sent once for Microsoft Graph; a refused proof is no expired token",
        _TESTS + "test_microsoft_graph_as_the_audience_is_tried_once_and_remembered",
    ),
    Belief(
        "Microsoft takes a proof of possession at all",
        Grade.QUOTED,
        "microsoftgraph/microsoft-graph-docs, issues 10686 and 14626: Authentication_MissingOrMalformed",
        "nothing is added, nothing is left behind, and the object id is named as the thing to check",
        _TESTS + "test_a_proof_that_is_never_taken_is_told_and_nothing_is_left",
    ),
    Belief(
        "addKey tells the id of the new key",
        Grade.DOCUMENTED,
        "Microsoft Graph, application: addKey, whose example answer is empty",
        "the id that was sent along is tried, and said to be assumed",
        _FAULTS + "test_an_id_that_got_lost_is_said_to_be_assumed",
    ),
    Belief(
        "addKey chooses the id of the new key itself",
        Grade.ASSUMED,
        "",
        "where it keeps the one that was sent, a lost answer costs nothing",
        _FAULTS + "test_an_id_that_microsoft_keeps_is_right_even_where_its_answer_was_lost",
    ),
    Belief(
        "addKey takes more than type, usage and key",
        Grade.ASSUMED,
        "",
        "where it refuses a name, an id and an end, these three are sent alone",
        _FAULTS + "test_what_is_not_documented_is_left_out_where_it_is_refused",
    ),
    Belief(
        "The token service knows an added key at once",
        Grade.ASSUMED,
        "",
        "it is waited for, and five tokens in a row prove it before the old key goes",
        _TESTS + "test_it_waits_for_replication_and_flapping_servers",
    ),
    Belief(
        "A new key proves the removal of the old one at once",
        Grade.ASSUMED,
        "",
        "a refused proof is made again for a minute; else the run says that the next one removes the old key",
        _FAULTS + "test_a_new_key_whose_proof_is_not_taken_yet_is_tried_again",
    ),
)
