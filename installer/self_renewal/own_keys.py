"""addKey and removeKey, with a proof signed by a key that is valid already; which pair of files Microsoft knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Final

from installer.answers import Row
from installer.errors.graph import GraphError
from installer.errors.proof import NOT_KNOWN
from installer.errors.self_renewal import KeyExpired, ProofRefused
from installer.errors.sign_in import SignInRefused
from installer.events import Step, WaitReason
from installer.graph import PROOF_REFUSED, Graph, Json
from installer.model import Certificate
from installer.registration.changes.policy import forbids_kind, limits_lifetime, wants_authority
from installer.registration.keys import verifying_key
from installer.retry import Pause, Retry
from installer.self_renewal.journal import Journal
from installer.self_renewal.pairs import Pair
from installer.self_renewal.wanted import Means
from installer.sign_in import AppToken
from installer.sign_in.certificate import AUDIENCES, proof_of_possession

LATE_SECONDS = 60.0
"""How long Microsoft Graph may take to know a key that the token service knows already."""
SURELY_KNOWN: Final = timedelta(minutes=10)
"""After so long the token service knows a key everywhere, if it was added at all."""


class OwnKeys:
    """The keys of the application whose registration has this object id; `now` returns Microsoft's time.

    Each call uses the bearer of its `graph`. Which audience a proof must name is not documented: one that is refused
    is sent for the other, once, and what was accepted stays.
    """

    def __init__(self, object_id: str, now: Callable[[], datetime]) -> None:
        self._object_id = object_id
        self._now = now
        self._audiences: tuple[str, ...] = AUDIENCES

    def add(self, graph: Graph, new: Certificate, key_id: str, description: str, signer: Certificate) -> str | None:
        """Adds the key under `key_id`, or whichever id Microsoft prefers; None where the answer does not say it.

        The documentation wants type, usage and key; where more is refused, these alone are sent. Raises `GraphError`,
        `ProofRefused` and, where it is not known what became of it, one of `network.LOST`.
        """
        whole = verifying_key(key_id, new.der, description, new.expires)
        try:
            row = self._ask(graph, "addKey", {"keyCredential": whole, "passwordCredential": None}, signer)
        except GraphError as error:
            if error.status != 400 or is_there_already(error) or is_policy(error):
                raise
            bare = {name: whole[name] for name in ("type", "usage", "key")}
            row = self._ask(graph, "addKey", {"keyCredential": bare, "passwordCredential": None}, signer)
        told = row.get("keyId")
        return str(told) if told else None

    def remove(self, graph: Graph, key_id: str, signer: Certificate) -> bool:
        """False where there is no such key. Raises `GraphError` and `ProofRefused`."""
        retry = Retry(graph.cancel, graph.on_wait)
        while True:
            try:
                self._ask(graph, "removeKey", {"keyId": key_id}, signer)
            except ProofRefused:  # the signer may be new
                if not retry.paused(Pause(WaitReason.REPLICATION, budget=LATE_SECONDS)):
                    raise
            except GraphError as error:
                if error.status == 404 or (error.status == 400 and key_id.lower() in error.message.lower()):
                    return False
                raise
            else:
                return True

    def _ask(self, graph: Graph, action: str, body: Json, signer: Certificate) -> Row:
        refused: GraphError | None = None
        for audience in self._audiences:
            proof = proof_of_possession(signer, self._object_id, audience, self._now().timestamp())
            path = f"/applications/{self._object_id}/{action}"
            try:
                again = action == "removeKey"
                row = graph.post(path, {**body, "proof": proof}, replicating=False, repeatable=again)
            except GraphError as error:
                if (error.status, error.code) != (401, PROOF_REFUSED):
                    raise
                refused = error
            else:
                self._audiences = (audience,)
                return row
        raise ProofRefused(self._object_id, refused.request_id if refused else None) from refused


def is_there_already(error: GraphError) -> bool:
    """Whether it says that this very key is there."""
    return error.status in (400, 409) and ("DuplicateValue" in error.code or "duplicate" in error.message.lower())


def is_policy(error: GraphError) -> bool:
    """Whether an app management policy of the tenant refused the key."""
    return limits_lifetime(error) or forbids_kind(error) or wants_authority(error)


def newest_that_works(pairs: Sequence[Pair], journal: Journal, means: Means) -> tuple[Pair, AppToken]:
    """The first pair that gets a token. Raises `KeyExpired`, `VerificationFailed` and `ApplicationRefused`."""
    refusals: list[tuple[Pair, SignInRefused]] = []
    with means.step(Step.TOKEN) as graph:
        for pair in pairs:
            try:
                return pair, _token(pair, journal, means, graph)
            except SignInRefused as error:
                refusals.append((pair, error))
                if error.code not in NOT_KNOWN:
                    break
        in_use = means.wanted.places.key
        pair, cause = next((each for each in refusals if each[0].key == in_use), refusals[-1])
        if pair.credential.expires <= means.now():
            raise KeyExpired(str(pair.certificate), pair.credential.expires) from cause
        raise means.refusal(cause) from cause


def _token(pair: Pair, journal: Journal, means: Means, graph: Graph) -> AppToken:
    """Waits for one that Microsoft was asked to add a moment ago, which may not be known everywhere."""
    asked = journal.asked(pair.thumbprint)
    patient = asked is not None and means.now() < asked + SURELY_KNOWN
    retry = Retry(graph.cancel, graph.on_wait, replicating=patient)
    while True:
        try:
            return means.token(pair)
        except SignInRefused as error:
            if not retry.paused_after(error):
                raise


def appears(pair: Pair, means: Means, graph: Graph) -> bool:
    """Whether it gets a token, now or within a minute."""
    retry = Retry(graph.cancel, graph.on_wait)
    while True:
        try:
            means.token(pair)
        except SignInRefused:
            if not retry.paused(Pause(WaitReason.REPLICATION, budget=LATE_SECONDS)):
                return False
        else:
            return True
