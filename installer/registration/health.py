"""The health of the application after setup: pure functions from what was read, at two depths.

An administrator who signed in can read the whole application. A credential alone shows only whether it gets a token
and the roles in it: owners, other credentials and redirect URIs remain unread, and the result says so. Who else could
use the application is decided by `judgement`, by the same rules as before a grant.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from installer.model import (
    GRAPH_NAME,
    Application,
    Aspect,
    CredentialEntry,
    CredentialKind,
    Disabled,
    Ending,
    Expected,
    ExtraPermission,
    Federated,
    FoundFederation,
    GrantedRole,
    Health,
    HealthReason,
    LiveCredential,
    MissingPermission,
    NameOnly,
    NoServicePrincipal,
    NothingLive,
    NoToken,
    Profile,
    Proof,
    Reason,
    RolledCertificate,
    UnknownCertificate,
    Unread,
    gravest_first,
)
from installer.registration.judgement import Standard, is_live, judge, weaker_names

MOST_LIVE: Final = 2
"""The old and the new credential during a renewal; with more than two, somebody has made another one."""
_OF_CREDENTIAL: Final = (Aspect.TOKEN, Aspect.PERMISSIONS, Aspect.SERVICE_PRINCIPAL, Aspect.DISABLED)
"""What a token proves: without an enabled service principal there is none (Microsoft, AADSTS7000112 and 7000229)."""


def application_health(
    found: Application, proof: Proof, standard: Standard, expected: Expected, notice: timedelta | None = None
) -> Health:
    """The health of an application that an administrator read: everything but whether a credential gets a token.

    `proof` is what the directory says about its permissions (`compare`). If the last credential expires within
    `notice`, that is a reason; None never makes it one.
    """
    judged = judge(found, replace(standard, federations=expected.federations))
    live = [entry for entry in found.credentials if is_live(entry, standard.now)]
    rolled = _rolled(live, found, standard) if not expected.said and len(live) <= MOST_LIVE else ()
    told = (*(reason for reason in judged if _is_told(reason, found, standard, expected)), *rolled)
    own = [entry for entry in live if not expected.said or entry.key_id in expected.key_ids]
    federations = [each for each in _federations(found) or () if _is_own(each, expected)]
    strange = {reason.credential for reason in judged if isinstance(reason, Federated) and reason not in told}
    reasons: list[HealthReason] = [*_lacks(found, proof), *_unexpected(live, standard, expected, rolled)]
    if not own and not federations and _federations(found) is not None:
        reasons.append(NothingLive(expected.said))
    if certificate := expected.thumbprint:
        own = [entry for entry in live if entry.thumbprint == certificate]
        reasons += [] if own else [UnknownCertificate(certificate)]
    # A federated credential does not expire; but only the connector's own keeps the connector working.
    endless = not certificate and set(federations) - strange
    ends = None if endless else _last_end(own)
    reasons += [reason for reason in judged if reason not in told and not isinstance(reason, LiveCredential)]
    reasons += _ending(ends, standard.now, notice)
    unread = {Aspect(reason.code) for reason in judged if isinstance(reason, Unread)}
    unread |= {Aspect.OTHER_APIS} if Aspect.EXTRA_PERMISSIONS in unread else set()
    there = {entry.key_id for entry in own} | {each.id for each in federations}
    return Health(
        gravest_first(reasons),
        tuple(aspect for aspect in Aspect if aspect is not Aspect.TOKEN and aspect not in unread),
        told,
        ends,
        tuple(sorted(expected.key_ids - there)) if there else (),
        by_description=bool(live) and not expected.said,
    )


def credential_health(
    proof: Proof, profile: Profile, ends: datetime | None, now: datetime, *, endless: bool, notice: timedelta | None
) -> Health:
    """The health of a credential that got a token: what `proof` shows, and when it expires, where that is known.

    `endless`: a federation, which does not expire. With `notice`, an expiry within that time is a reason.
    """
    looked_at = [*_OF_CREDENTIAL]
    reasons: list[HealthReason] = [MissingPermission(name) for name in proof.missing]
    if proof.whole:
        looked_at.append(Aspect.EXTRA_PERMISSIONS)
        beyond = [name for name in proof.extra if name not in weaker_names(profile)]
        reasons += [ExtraPermission(GrantedRole("", "", GRAPH_NAME, "", name)) for name in beyond]
    if ends is not None or endless:
        looked_at.append(Aspect.END)
    reasons += _ending(ends, now, notice)
    return Health(gravest_first(reasons), _in_order(looked_at), ends=ends)


def refused_health(*, disabled: bool, no_principal: bool) -> Health:
    """The health of a credential that got no token; whether its service principal is disabled or missing, if known."""
    if disabled:
        return Health((NoToken(), Disabled()), (Aspect.TOKEN, Aspect.SERVICE_PRINCIPAL, Aspect.DISABLED))
    if no_principal:
        return Health((NoToken(), NoServicePrincipal()), (Aspect.TOKEN, Aspect.SERVICE_PRINCIPAL))
    return Health((NoToken(),), (Aspect.TOKEN,))


def _lacks(found: Application, proof: Proof) -> Iterator[HealthReason]:
    if not found.service_principal_id:
        yield NoServicePrincipal()
    yield from map(MissingPermission, proof.missing)


def _unexpected(
    live: Collection[CredentialEntry],
    standard: Standard,
    expected: Expected,
    rolled: Collection[RolledCertificate],
) -> Iterator[LiveCredential]:
    """The live credentials nobody is known to use: judged by key id, or else by description and number."""
    told = {reason.entry for reason in rolled}
    for entry in live:
        known = entry.key_id in expected.key_ids if expected.said else _is_described(entry, standard) or entry in told
        if not known or (not expected.said and len(live) > MOST_LIVE):
            yield LiveCredential(entry)


def _is_described(entry: CredentialEntry, standard: Standard) -> bool:
    """Whether its description is ours; a certificate without one shows its subject (Microsoft Graph, keyCredential)."""
    ours = standard.manifest.secret_description
    subject = entry.kind is CredentialKind.CERTIFICATE and entry.description == f"CN={ours}"
    return subject or entry.description == ours


def _rolled(live: Collection[CredentialEntry], found: Application, standard: Standard) -> tuple[RolledCertificate, ...]:
    """The certificates of another description that a key of this application may have added (Microsoft, addKey).

    That takes an older certificate; it may be gone if nothing else signs in any more.
    """
    older = [entry.start for entry in found.credentials if entry.kind is CredentialKind.CERTIFICATE and entry.start]
    return tuple(
        RolledCertificate(entry)
        for entry in live
        if entry.kind is CredentialKind.CERTIFICATE
        and not _is_described(entry, standard)
        and (len(live) == 1 or any(entry.start and start < entry.start for start in older))
    )


def _is_told(reason: Reason, found: Application, standard: Standard, expected: Expected) -> bool:
    """Whether the reason is only shown for comparison and does not count against the application.

    A name matters to setup, but gives nobody access. A single federated credential with our name may be the one that
    GLIMPS asked for, as long as nobody said which issuer to expect.
    """
    if isinstance(reason, NameOnly):
        return True
    if not isinstance(reason, Federated):
        return False
    if reason.credential.id in expected.key_ids:
        return True
    named = [each for each in _federations(found) or () if each.name == standard.manifest.unique_name]
    return not expected.federations and named == [reason.credential]


def _federations(found: Application) -> tuple[FoundFederation, ...] | None:
    return found.exposure.federated if found.exposure else None


def _is_own(credential: FoundFederation, expected: Expected) -> bool:
    """Whether the connector may be signing in with it: any of them, if nobody said which."""
    if not expected.said:
        return True
    return credential.id in expected.key_ids or (credential.issuer, credential.subject) in expected.federations


def _last_end(entries: Iterable[CredentialEntry]) -> datetime | None:
    """When the last of them expires; None if there are none, or if one never expires."""
    ends = [entry.end for entry in entries]
    return max((end for end in ends if end is not None), default=None) if None not in ends else None


def _ending(end: datetime | None, now: datetime, notice: timedelta | None) -> Iterator[Ending]:
    if end is not None and notice is not None and end <= now + notice:
        yield Ending(end)


def _in_order(looked_at: Collection[Aspect]) -> tuple[Aspect, ...]:
    return tuple(aspect for aspect in Aspect if aspect in looked_at)
