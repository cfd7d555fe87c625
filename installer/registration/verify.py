"""Proves the new credential with itself: a token, the application permissions in it, one harmless read for each."""

from __future__ import annotations

from dataclasses import dataclass, replace

from installer.errors.sign_in import SignInRefused
from installer.events import Report, Step, Verified, WaitReason
from installer.graph import Graph, Part
from installer.model import Credential, Profile, Proof, Secret
from installer.registration.apply import Telling
from installer.retry import Pause, Retry
from installer.sign_in import AppSignIn, AppToken

READS_BUDGET = 60.0
"""Seconds that a service behind Graph is given to accept a permission which the token already carries."""


@dataclass(frozen=True, slots=True)
class _AppBearer:
    """The new credential's own token; there is nothing to renew within a proof."""

    bearer: Secret

    def renew(self, refused: Secret, claims: str | None) -> None:
        del refused, claims
        raise SignInRefused("invalid_token", 0)


def verify(
    client_id: str, credential: Credential, profile: Profile, app_sign_in: AppSignIn, graph: Graph, report: Report
) -> Proof:
    """The proof of a new credential, whether it holds or not. Raises `SignInRefused` where it is never accepted.

    Of `graph` only the cloud, the transport and the cancel are used: the bearer is the credential's own token.
    """
    wanted = frozenset(permission.name for permission in profile.permissions)
    telling = Telling(Step.TOKEN, report, graph)
    with telling:
        token = app_sign_in.first_token(client_id, credential, wanted, telling.waiting)
    return prove(token, profile, own_graph(graph, token), report, READS_BUDGET)


def own_graph(graph: Graph, token: AppToken) -> Graph:
    """Microsoft Graph as the application itself sees it."""
    return replace(graph, bearer=_AppBearer(token.value))


def prove(token: AppToken, profile: Profile, graph: Graph, report: Report, budget: float) -> Proof:
    """Holds the token against the profile, and tries one read for each permission that it carries.

    `budget` is how many seconds the services behind Graph are given to accept a permission.
    """
    wanted = frozenset(permission.name for permission in profile.permissions)
    carried = [permission for permission in profile.permissions if permission.name in token.roles]
    with Telling(Step.READS, report, graph) as own:
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
