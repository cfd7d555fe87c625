"""A new key beside the present one: made, on the disk before Microsoft hears of it, added with a proof of the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final
from uuid import NAMESPACE_OID, uuid5

from installer.errors.base import SetupError
from installer.errors.certificates import CertificateTooLong
from installer.errors.graph import GraphError
from installer.errors.network import LOST
from installer.errors.policy import CertificateUntrusted, CredentialForbidden
from installer.errors.self_renewal import ProofRefused, ShorterLifetime
from installer.errors.work import StoppedPartWay
from installer.events import Step, Warned
from installer.graph import Graph
from installer.model import CredentialKind, lifetime
from installer.registration.changes.policy import forbids_kind, limits_lifetime, wants_authority
from installer.self_renewal.journal import Journal, Known
from installer.self_renewal.own_keys import OwnKeys, appears, is_there_already
from installer.self_renewal.pairs import Pair, forget_pending, is_placed, write_pending
from installer.self_renewal.wanted import Means
from installer.sign_in import AppToken, make_certificate
from installer.sign_in.certificate import CLOCK_MARGIN

LONGEST: Final = lifetime(24)
"""As everywhere in this program."""
SHORTER: Final = tuple(timedelta(days=days) for days in (365, 180, 90, 60, 30, 14, 7))
"""What is tried where a policy finds the lifetime too long: an application may not read the policy."""


def add_key(
    used: Pair, token: AppToken, known: Known, pairs: Sequence[Pair], keys: OwnKeys, journal: Journal, means: Means
) -> tuple[Pair, Journal]:
    """The new pair, which is added, and what is known of it. `known` is the key `used`; `pairs` are all that lie here.

    Raises `PolicyForbids`, `ProofRefused`, `NetworkError` and `StoppedPartWay`.
    """
    wish = _lifetime(used, means)
    lives = (wish, *(life for life in SHORTER if life < wish))
    left = next((pair for pair in pairs if not is_placed(pair, means.wanted.places)), None)
    with means.step(Step.CERTIFICATE) as watched:
        graph = replace(watched, bearer=means.as_itself(used, token).bearer)
        for life in lives:
            new = _pending(left, life, means)
            journal = journal.noting(known, noted(new, means))
            try:
                journal = _register(new, used, keys, journal, means, graph)
            except LOST as error:
                raise StoppedPartWay(Step.CERTIFICATE, ()) from error  # the next run asks whether it works
            except (GraphError, ProofRefused) as error:
                forget_pending(means.wanted.places)
                journal, left = journal.without(new.thumbprint), None
                if means.wanted.id_file:
                    journal.close(used.thumbprint)
                if isinstance(error, ProofRefused):
                    raise
                if not limits_lifetime(error) or life == lives[-1]:
                    raise _not_added(error, wish, means) from error
            else:
                if life < wish:
                    means.report(Warned(ShorterLifetime(wish.days, life.days)))
                return new, journal
    raise AssertionError("the last lifetime is taken or raises")


def noted(pair: Pair, means: Means) -> Known:
    """What is known of it before Microsoft answers: the id that it is asked to take, made of the certificate."""
    sent = str(uuid5(NAMESPACE_OID, pair.credential.thumbprint_sha256))
    return Known(pair.thumbprint, sent, pair.credential.expires, asked=means.now(), finished=False)


def _lifetime(used: Pair, means: Means) -> timedelta:
    if means.wanted.months:
        return lifetime(means.wanted.months)
    return min(used.credential.expires - used.begins, LONGEST)


def _pending(left: Pair | None, life: timedelta, means: Means) -> Pair:
    """The pair that an earlier run left, where it is as good as a new one; else a new one."""
    now = means.now()
    expires = now - CLOCK_MARGIN + life
    if left and timedelta(0) <= expires - left.credential.expires <= timedelta(days=1):
        return left
    made = make_certificate(means.wanted.manifest.secret_description, now, expires)
    return write_pending(made, now - CLOCK_MARGIN, means.wanted.places)


def _register(new: Pair, used: Pair, keys: OwnKeys, journal: Journal, means: Means, graph: Graph) -> Journal:
    """Adds it; if no answer says whether that worked, a sign-in with it does. Raises `GraphError` and `LOST`."""
    sent, description = journal.key_id(new.thumbprint), means.wanted.manifest.secret_description
    for once_more in (True, False):
        try:
            told = keys.add(graph, new.credential, sent, description, used.credential)
        except GraphError as error:
            if not is_there_already(error):
                raise
            return journal
        except LOST:
            if appears(new, means, graph):
                return journal
            if not once_more:
                raise
        else:
            return journal.confirming(new.thumbprint, told) if told else journal
    raise AssertionError("the last attempt returns or raises")


def _not_added(error: GraphError, wish: timedelta, means: Means) -> SetupError:
    app = means.wanted.client_id
    if limits_lifetime(error):
        return CertificateTooLong(wish.days, None, error.request_id)
    if forbids_kind(error):
        return CredentialForbidden(CredentialKind.CERTIFICATE, app, error.request_id)
    if wants_authority(error):
        return CertificateUntrusted(app, error.request_id)
    return StoppedPartWay(Step.CERTIFICATE, (), error.request_id)
