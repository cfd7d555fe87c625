"""The order of an exchange. A run may die anywhere: the next one finds out the state by signing in with what it finds.

1 a token with the present key                   5 the patch; certificate and key get their names
2 the new pair, synced, under pending names      6 the file of IDs
3 addKey, proved with the present key            7 removeKey of the old one, proved with the new key
4 a steady row of tokens with the new key
"""

from __future__ import annotations

from collections.abc import Iterator

from installer.errors.base import Cancelled, SetupError
from installer.errors.self_renewal import (
    ConnectorToldOf,
    FileOfAnotherKey,
    KeyIdAssumed,
    KeyNotRemoved,
    OldKeyStays,
    OldKeyUnknown,
    TwoKeysAlready,
)
from installer.errors.sign_in import SignInRefused
from installer.errors.work import StoppedPartWay
from installer.events import CertificateMade, Delivered, Report, Step, Warned
from installer.graph import Graph
from installer.model import Bundle, rfc3339
from installer.self_renewal.adding import add_key, noted
from installer.self_renewal.id_file import bare_patch, write_bare_patch
from installer.self_renewal.journal import Known, only_run, read_journal
from installer.self_renewal.own_keys import OwnKeys, newest_that_works
from installer.self_renewal.pairs import (
    Pair,
    check_free,
    check_places,
    find_pairs,
    forget_pending,
    is_placed,
    place,
)
from installer.self_renewal.wanted import Means, Renewed, Wanted
from installer.sign_in import AppSignIn, AppToken


def renew_key(wanted: Wanted, app_sign_in: AppSignIn, graph: Graph, report: Report) -> Renewed:
    """Exchanges the key, or finishes what an earlier run began.

    Raises `BadInput` before anything is asked; `KeyExpired`, `VerificationFailed`, `ApplicationRefused`, `NetworkError`
    with nothing changed; `PolicyForbids`, `ProofRefused`, `TwoKeysAlready` with no key added; `StoppedPartWay`,
    `UnwritableFile` and `KeyNotRemoved` where running again finishes it.
    """
    with only_run(wanted.places.lock, wanted.places.key):
        check_places(wanted.places, wanted.files)
        return _Exchange(Means(wanted, app_sign_in, graph, report)).carry_out()


class _Exchange:
    """One run; what is known of the keys changes with each step, and is on the disk."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._wanted = means.wanted
        self._places = means.wanted.places
        self._pairs = find_pairs(self._places)
        self._journal = read_journal(self._places.journal)
        self._keys = OwnKeys(means.wanted.object_id, means.now)

    def carry_out(self) -> Renewed:
        used, token = newest_that_works(self._pairs, self._journal, self._means)
        if self._is_unfinished(used):
            if used.thumbprint not in self._journal.keys:
                self._journal = self._journal.noting(noted(used, self._means))
            return self._finished(used, token)
        self._check_file(used)
        self._clear(used, token)
        within = self._wanted.within
        if within is not None and used.credential.expires > self._means.now() + within:
            self._close(used)
            return Renewed(used.credential, self._key_id(used), exchanged=False)
        self._check_room(used)
        known = self._journal.keys.get(used.thumbprint)
        known = known or Known(used.thumbprint, self._key_id(used), used.credential.expires)
        new, self._journal = add_key(used, token, known, self._pairs, self._keys, self._journal, self._means)
        return self._finished(new, token)

    def _is_unfinished(self, pair: Pair) -> bool:
        """Whether an earlier run added it, and died before all its files were in their places."""
        known = self._journal.keys.get(pair.thumbprint)
        return not is_placed(pair, self._places) or (known is not None and not known.finished)

    def _check_file(self, pair: Pair) -> None:
        id_file = self._wanted.id_file
        if id_file and id_file.credential.thumbprint_sha1 != pair.thumbprint:
            raise FileOfAnotherKey(str(id_file.path), str(pair.certificate))

    def _key_id(self, pair: Pair) -> str:
        id_file = self._wanted.id_file
        if id_file and id_file.credential.thumbprint_sha1 == pair.thumbprint:
            return id_file.credential.key_id
        return self._journal.key_id(pair.thumbprint) or self._wanted.key_id

    def _check_room(self, used: Pair) -> None:
        """There are never more than two keys, and no file of another takes the name of the new pair."""
        for known in self._others(used):
            if known.end > self._means.now():
                raise TwoKeysAlready("" if known.asked else known.key_id, known.end)
        if not self._wanted.force:
            check_free(self._places)

    def _others(self, pair: Pair) -> Iterator[Known]:
        """The keys that are known beside this one, but for a pair that was made and not added."""
        pending = {each.thumbprint for each in self._pairs if not is_placed(each, self._places)}
        for known in self._journal.others(pair.thumbprint):
            if known.thumbprint not in pending:
                yield known

    def _finished(self, new: Pair, before: AppToken) -> Renewed:
        """Proves the new key, puts its files in their places, and removes the old one where that was asked for."""
        token = self._proved(new, before.roles or frozenset())
        known = self._journal.keys[new.thumbprint]
        if known.asked:
            self._means.report(Warned(KeyIdAssumed(known.key_id)))
        with self._means.step(Step.DELIVER):
            new = self._placed(new, known.key_id)
        self._journal = self._journal.finishing(new.thumbprint)
        self._pairs = (new,)
        self._clear(new, token)
        if not self._wanted.remove_old:
            for old in self._others(new):
                warning = OldKeyStays(old.key_id, old.end) if old.key_id else OldKeyUnknown(old.end)
                self._means.report(Warned(warning))
        self._close(new)
        return Renewed(new.credential, known.key_id, exchanged=True)

    def _proved(self, new: Pair, roles: frozenset[str]) -> AppToken:
        """A token with it, once all servers of the token service know it."""
        step = self._means.step(Step.TOKEN)
        with step:
            try:
                return self._means.app_sign_in.steady_token(self._wanted.client_id, new.credential, roles, step.waiting)
            except SignInRefused as error:
                raise StoppedPartWay(Step.TOKEN, (Step.CERTIFICATE,)) from self._means.refusal(error)

    def _placed(self, new: Pair, key_id: str) -> Pair:
        """The patch comes first: nobody is left with a new key that GLIMPS's configuration does not know."""
        wanted, report, made = self._wanted, self._means.report, new.credential
        id_file = wanted.id_file and wanted.id_file.renewed(made, key_id, self._means.now())
        if id_file:
            id_file.write_patch()
        else:
            patch = bare_patch(wanted.manifest.connector, wanted.tenant_id, wanted.client_id, made)
            write_bare_patch(wanted.patch, patch)
        new = place(new, self._places)
        thumbprints = made.thumbprint_sha1, made.thumbprint_sha256
        report(CertificateMade(str(new.key), str(new.certificate), *thumbprints, rfc3339(made.expires)))
        if id_file:
            digest = id_file.write()
            report(Delivered(Bundle(str(id_file.path), digest, (), plain=id_file.opener is None)))
        report(Warned(ConnectorToldOf(str(wanted.patch), new.thumbprint)))
        return new

    def _clear(self, signer: Pair, token: AppToken) -> None:
        """Removes the other keys where that was asked for, and those that have expired. Raises `KeyNotRemoved`."""
        graph = self._means.as_itself(signer, token)
        for known in list(self._others(signer)):
            ended = known.end <= self._means.now()
            if not (self._wanted.remove_old or ended):
                continue
            told = "" if known.asked else known.key_id
            key_id = told or self._wanted.key_id or known.key_id
            try:
                found = bool(key_id) and self._keys.remove(graph, key_id, signer.credential)
            except Cancelled:
                raise
            except SetupError as error:
                raise KeyNotRemoved(key_id, error.request_id) from error
            if found or ended or told:
                self._journal = self._journal.without(known.thumbprint)
            else:
                self._means.report(Warned(OldKeyUnknown(known.end)))

    def _close(self, used: Pair) -> None:
        """Deletes the journal if the file of IDs holds all that it knows."""
        if is_placed(used, self._places):
            forget_pending(self._places)
            self._pairs = (used,)
        for known in self._journal.others(used.thumbprint):
            if known.asked and not known.finished:
                self._journal = self._journal.without(known.thumbprint)  # it was made, and never added
        if self._wanted.id_file:
            self._journal.close(used.thumbprint)
