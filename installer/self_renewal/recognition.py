"""Which of the keys that lie here works: the tenant is the state, and signing in is how it is asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from installer.errors.proof import NOT_KNOWN
from installer.errors.self_renewal import KeyExpired
from installer.errors.sign_in import SignInRefused
from installer.events import Step, WaitReason
from installer.graph import Graph
from installer.retry import Pause, Retry
from installer.self_renewal.journal import Journal
from installer.self_renewal.own_keys import LATE_SECONDS
from installer.self_renewal.pairs import Pair
from installer.self_renewal.wanted import Means
from installer.sign_in import AppToken

SURELY_KNOWN: Final = timedelta(minutes=10)
"""After so long the token service knows a key everywhere, if it was added at all."""


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
