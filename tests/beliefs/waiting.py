"""What is believed of times: throttling, replication, batches, tokens that end, challenges in the middle of a run."""

import base64
from email.utils import format_datetime

from installer.demo import ClaimsChallenge, Delays, ExpiredToken, Reply, Rule, Status
from installer.errors.base import ExitCode
from installer.model import utc_now
from tests.beliefs.register import Belief, Contradiction, Ends, Grade
from tests.beliefs.wire import (
    GRANTS,
    ORGANIZATION,
    always,
    once,
    refused,
    the_other_way_round,
    with_field,
    without,
)

_BATCH, _NEW_PRINCIPAL = r"/\$batch", r"/servicePrincipals$"
_CHALLENGE = (
    'Bearer realm="", authorization_uri=https://login.example/authorize, claims="{claims}", error="insufficient_claims"'
)
_CLAIMS = '{"access_token":{"nbf":{"essential":true,"value":"1657834417"}}}'
_PAGE_IN_BASE64 = "PGh0bWw+PGgxPkJhZCBHYXRld2F5PC9oMT48L2h0bWw+"


def _challenged(reply: Reply) -> Reply:
    """As public threads show it: names without quotes, in another order, base64 without its padding."""
    headers = {
        **reply.headers,
        "WWW-Authenticate": _CHALLENGE.format(claims=base64.b64encode(_CLAIMS.encode()).decode().rstrip("=")),
    }
    return Reply(401, headers, {"error": {"code": "InvalidAuthenticationToken", "message": "Claims are needed."}})


def _other_words(reply: Reply) -> Reply:
    """A 400 that says so in words of its own; the 403 that means the same keeps Microsoft's."""
    return with_field("message", "It is on its way.")(reply) if reply.status == 400 else reply


def _page(_reply: Reply) -> Reply:
    return Reply(502, {"Content-Type": "text/html"}, _PAGE_IN_BASE64)


def _throttled(*headers: str) -> tuple[Rule, ...]:
    """The first requests, each refused with another Retry-After."""
    return tuple(Rule(Status(429, retry_after=text), index=index) for index, text in enumerate(headers))


WAITING = (
    Belief(
        "Retry-After is a number of whole seconds",
        Grade.DOCUMENTED,
        "RFC 9110, section 10.2.3: or a date; microsoftgraph/microsoft-graph-docs#17443 and "
        "microsoftgraph/msgraph-sdk-javascript#978: 0 and decimals",
        "0, decimals, dates and nonsense are taken; our own pause is never undercut",
        Contradiction(
            rules=_throttled("0", "2.5", format_datetime(utc_now(), usegmt=True), "-3", "soon", "1e3", ""),
        ),
    ),
    Belief(
        "A part of a batch says how long to wait as an answer does",
        Grade.DOCUMENTED,
        "Microsoft Graph, throttling and batching: Retry-After in the part's headers",
        "the longest pause of all parts counts; without one, ours",
        Contradiction(
            rules=(
                Rule(Status(429, retry_after="2.5"), "part", index=0),
                Rule(Status(429), "part", index=1),
                Rule(Status(503, retry_after="soon"), "part", index=2),
            ),
        ),
    ),
    Belief(
        "A refusal for being busy has a body in Graph's form",
        Grade.DOCUMENTED,
        "Microsoft Graph, throttling guidance",
        "the status is enough",
        Contradiction(rules=(Rule(Status(429, body={"nonsense": 1}), times=2), Rule(Status(503, body={}), index=3))),
    ),
    Belief(
        "The parts of a batch are answered in JSON",
        Grade.DOCUMENTED,
        "Microsoft Graph, JSON batching: a body of another kind comes as base64 text",
        "a gateway's page in one part is a refusal of that part, by its status",
        Contradiction(
            rules=(once(GRANTS, _page, host="part"),),
            ends=Ends(ExitCode.PART_WAY, ("Microsoft answered: 502",)),
            later=60,
        ),
    ),
    Belief(
        "The parts of a batch are answered in their order",
        Grade.DOCUMENTED,
        "Microsoft Graph, JSON batching: in any order",
        "each answer is found by its id",
        Contradiction(rules=(always(_BATCH, the_other_way_round, host="graph"),)),
    ),
    Belief(
        "The parts of a batch have headers",
        Grade.RECORDED,
        "microslop_one_drive, fixtures of two batches: some have none",
        "none is needed",
        Contradiction(rules=(always(_BATCH, without("headers"), host="graph"),)),
    ),
    Belief(
        "Answers have a request id",
        Grade.RECORDED,
        "Azure CLI, recordings of its tests",
        "none is told",
        Contradiction(
            rules=(
                always(
                    ".",
                    lambda reply: Reply(reply.status, {**reply.headers, "request-id": ""}, reply.body),
                    host="graph",
                ),
            ),
        ),
    ),
    Belief(
        "An administrator's token lives for the whole run",
        Grade.DOCUMENTED,
        "Microsoft, continuous access evaluation: up to 28 hours, and any moment",
        "the person signs in again, and the run goes on",
        Contradiction(rules=(Rule(ExpiredToken(), index=1), Rule(ExpiredToken(), index=5))),
    ),
    Belief(
        "A token that ends is refused for the whole batch",
        Grade.QUOTED,
        "a private tenant's answers, told in public threads: a part may be 401 alone",
        "a new sign-in, and that part again",
        Contradiction(rules=(Rule(ExpiredToken(), "part", "POST", GRANTS, 1),)),
    ),
    Belief(
        "A challenge for claims is written as the documentation writes it",
        Grade.QUOTED,
        "microsoftgraph threads: values without quotes, claims before the error, base64 without padding",
        "it is recognized, and the claims go into the new sign-in",
        Contradiction(rules=(once(_BATCH, _challenged),), ends=Ends(asked="1657834417")),
    ),
    Belief(
        "A challenge for claims comes by 401, for the whole request",
        Grade.DOCUMENTED,
        "Microsoft Graph, authorization errors; microsoftgraph/msgraph-sdk-powershell#2448",
        "it is recognized by its header, at 403 and in one part of a batch as well",
        Contradiction(
            rules=(
                Rule(ClaimsChallenge(403), "part", "POST", _NEW_PRINCIPAL),
                Rule(ClaimsChallenge(401), "part", "POST", GRANTS, 0),
                Rule(ClaimsChallenge(403), "part", "POST", GRANTS, 3),
            ),
        ),
    ),
    Belief(
        "Replication takes seconds",
        Grade.QUOTED,
        "hashicorp/terraform-provider-azuread, issues: minutes occur; Microsoft promises no bound",
        "each step waits for up to five minutes",
        Contradiction(delays=Delays((200, 200), (150, 150), (120, 120), (200, 200), (60, 60))),
    ),
    Belief(
        "Replication ends within five minutes",
        Grade.QUOTED,
        "hashicorp/vault-plugin-secrets-azure, issues: longer waits occur",
        "the run stops with what was done, and a later one goes on",
        Contradiction(
            ends=Ends(
                ExitCode.PART_WAY,
                ("Enterprise application", "Run it again", "Already done, and in place"),
                never=("may not do that", "role is not sufficient"),
            ),
            delays=Delays(application=(900, 900)),
            later=900,
        ),
    ),
    Belief(
        "What is not replicated yet is refused with known words",
        Grade.READ,
        "hashicorp/terraform-provider-azuread and Azure CLI wait on the same texts",
        "the run stops with what was done, and a later one goes on",
        Contradiction(
            rules=(always(_NEW_PRINCIPAL, _other_words, host="part", method="POST"),),
            ends=Ends(ExitCode.PART_WAY, ("Microsoft answered:", "Run it again", "Already done, and in place")),
            delays=Delays(application=(30, 30)),
            later=60,
        ),
    ),
    Belief(
        "Writes to one object never collide",
        Grade.QUOTED,
        "hashicorp/terraform-provider-azuread, issues: Directory_ConcurrencyViolation",
        "the write is repeated",
        Contradiction(
            rules=(
                refused(
                    _NEW_PRINCIPAL,
                    409,
                    "Directory_ConcurrencyViolation",
                    "A conflicting write is on its way.",
                    host="part",
                    method="POST",
                    times=3,
                ),
            ),
        ),
    ),
    Belief(
        "Microsoft serves within the budget",
        Grade.DOCUMENTED,
        "Microsoft Graph, throttling guidance: no bound is given",
        "nothing is written, and the sentence says to try again",
        Contradiction(
            rules=(Rule(Status(429, retry_after=60), times=None),),
            ends=Ends(ExitCode.NETWORK, ("keeps answering that it cannot serve (HTTP 429)", "Try again")),
        ),
    ),
    Belief(
        "A busy part is served within the budget",
        Grade.DOCUMENTED,
        "Microsoft Graph, throttling guidance: no bound is given",
        "nothing is written, and the sentence says to try again",
        Contradiction(
            rules=(Rule(Status(429, retry_after=60), "part", path=ORGANIZATION, times=None),),
            ends=Ends(ExitCode.NETWORK, ("Try again",)),
        ),
        pending="a part that stays busy ends as any refusal of Graph's does",
    ),
)
