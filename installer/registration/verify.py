"""Proves the new credential with itself: a token, the application permissions in it, one harmless read for each."""

from __future__ import annotations

from dataclasses import dataclass, replace

from installer.errors import SetupError, SignInRefused
from installer.events import Report, Step, Verified, WaitReason
from installer.graph import Graph, Part
from installer.model import GRAPH_APP_ID, Application, Credential, Manifest, Profile, Proof, Secret, TenantState
from installer.patience import Pause, patiently
from installer.registration.apply import Telling
from installer.sign_in import AppSignIn

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
    """The proof, whether it holds or not. Raises `SignInRefused` where Microsoft never accepts the credential.

    Of `graph` only the cloud, the transport and the cancel are used: the bearer is the credential's own token.
    """
    permissions = profile.permissions
    wanted = frozenset(one.name for one in permissions)
    telling = Telling(Step.TOKEN, report, graph)
    with telling:
        token = app_sign_in.token(client_id, credential, wanted, telling.waiting)
    with Telling(Step.READS, report, replace(graph, bearer=_AppBearer(token.value))) as own:
        statuses = _reads(own, [one.proof for one in permissions])
    proof = Proof(
        granted=tuple(sorted(wanted & token.roles)),
        missing=tuple(sorted(wanted - token.roles)),
        extra=tuple(sorted(token.roles - wanted)),
        reads={one.name: status for one, status in zip(permissions, statuses, strict=True)},
    )
    report(Verified(proof))
    return proof


def compare(manifest: Manifest, profile: Profile, state: TenantState, found: Application) -> Proof:
    """What the directory says of an application: consents given, missing, beyond the profile. No credential is used.

    Delegated permissions that the manifest does not tolerate count as beyond it.
    """
    names = {role: name for name, role in state.app_roles.items()}
    granted = {names.get(role, role) for role in found.granted}
    wanted = {one.name for one in profile.permissions}
    delegated = {
        permission
        for api, permission, kind in found.required
        if kind == "Scope" and not (api == GRAPH_APP_ID and permission in manifest.tolerated)
    }
    return Proof(
        granted=tuple(sorted(granted & wanted)),
        missing=tuple(sorted(wanted - granted)),
        extra=tuple(sorted((granted - wanted) | delegated)),
        reads={},
        token=False,
    )


def _reads(graph: Graph, paths: list[str]) -> list[int]:
    """The status of each read; a refusal is asked again for a while: each service learns of a consent by itself."""
    latest: list[int] = []

    def attempt() -> list[int]:
        latest[:] = [answer.status for answer in graph.batch([Part("GET", path) for path in paths])]
        if any(status != 200 for status in latest):
            raise _Refused
        return latest

    def judge(error: SetupError) -> Pause | None:
        return Pause(WaitReason.REPLICATION, budget=READS_BUDGET) if isinstance(error, _Refused) else None

    try:
        return patiently(attempt, judge, graph.cancel, graph.on_wait)
    except _Refused:
        return latest


class _Refused(SetupError):
    """Some read was not allowed (yet)."""
