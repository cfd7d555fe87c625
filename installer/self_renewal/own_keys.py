"""addKey and removeKey, each with a proof that is signed by a key which is valid already."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from installer.answers import Row
from installer.errors.graph import GraphError
from installer.errors.self_renewal import ProofRefused
from installer.events import WaitReason
from installer.graph import PROOF_REFUSED, Graph, Json
from installer.model import Certificate
from installer.registration.changes.policy import forbids_kind, limits_lifetime, wants_authority
from installer.registration.keys import verifying_key
from installer.retry import Pause, Retry
from installer.sign_in.possession import AUDIENCES, proof_of_possession

LATE_SECONDS = 60.0
"""How long Microsoft Graph may take to know a key that the token service knows already."""


class OwnKeys:
    """The keys of the application whose registration has this object id; `now` tells Microsoft's time.

    Each call is made as whoever bears its `graph`. For which audience a proof must be is a belief: one that is refused
    is sent for the other, once, and what was accepted stays.
    """

    def __init__(self, object_id: str, now: Callable[[], datetime]) -> None:
        self._object_id = object_id
        self._now = now
        self._audiences: tuple[str, ...] = AUDIENCES

    def add(self, graph: Graph, new: Certificate, key_id: str, description: str, signer: Certificate) -> str | None:
        """Adds the key under `key_id`, or whichever id Microsoft prefers; None where the answer does not tell it.

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
    return limits_lifetime(error) or forbids_kind(error) or wants_authority(error)
