"""How the application stands after the installation: a pure function from what was read of it, in two depths.

A person who signed in reads the whole application. A credential alone shows its token and the roles in it, no more:
owners, other credentials and addresses stay unread, and are told as that. Who could use the application besides is
judged by `judgement`, as before a grant.
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
    Disabled,
    Ending,
    Expected,
    ExtraPermission,
    Federated,
    FederatedCredential,
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
    UnknownCertificate,
    Unread,
    gravest_first,
)
from installer.registration.judgement import Standard, is_live, judge, weaker_names

MOST_LIVE: Final = 2
"""The old and the new credential during an exchange: more than these, and somebody made one besides."""
_OF_CREDENTIAL: Final = (Aspect.TOKEN, Aspect.PERMISSIONS, Aspect.SERVICE_PRINCIPAL, Aspect.DISABLED)
"""What a token shows: there is none without an enabled service principal (Microsoft, AADSTS7000112 and 7000229)."""


def application_health(
    found: Application, proof: Proof, standard: Standard, expected: Expected, notice: timedelta | None = None
) -> Health:
    """Of an application that a person read: all of it, but for whether a credential gets a token.

    `proof` is what the directory says of its permissions. With `notice`, an end within that time is a reason.
    """
    judged = judge(found, replace(standard, federations=expected.federations))
    told = tuple(reason for reason in judged if _is_told(reason, found, standard, expected))
    live = [entry for entry in found.credentials if is_live(entry, standard.now)]
    own = [entry for entry in live if not expected.said or entry.key_id in expected.key_ids]
    federations = [each for each in _federations(found) or () if _is_own(each, expected)]
    strange = {reason.credential for reason in judged if isinstance(reason, Federated) and reason not in told}
    reasons: list[HealthReason] = [*_lacks(found, proof), *_unexpected(live, standard, expected)]
    if not own and not federations and _federations(found) is not None:
        reasons.append(NothingLive(expected.said))
    if certificate := expected.thumbprint:
        own = [entry for entry in live if entry.thumbprint == certificate]
        reasons += [] if own else [UnknownCertificate(certificate)]
    # A federated credential has no end, but a stranger's does not keep the connector going.
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
    """Of a credential that got a token: what `proof` shows, and its own end, where that is known.

    `endless` says of a federation that there is no end to know.
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
    """Of a credential that got no token, where Microsoft said that its service principal is disabled, or missing."""
    if disabled:
        return Health((NoToken(), Disabled()), (Aspect.TOKEN, Aspect.SERVICE_PRINCIPAL, Aspect.DISABLED))
    if no_principal:
        return Health((NoToken(), NoServicePrincipal()), (Aspect.TOKEN, Aspect.SERVICE_PRINCIPAL))
    return Health((NoToken(),), (Aspect.TOKEN,))


def _lacks(found: Application, proof: Proof) -> Iterator[HealthReason]:
    if not found.service_principal_id:
        yield NoServicePrincipal()
    yield from map(MissingPermission, proof.missing)


def _unexpected(live: Collection[CredentialEntry], standard: Standard, expected: Expected) -> Iterator[LiveCredential]:
    """The live credentials that nobody is known to use: by their key ids, else by their description and number."""
    ours = standard.manifest.secret_description
    for entry in live:
        known = entry.key_id in expected.key_ids if expected.said else entry.description == ours
        if not known or (not expected.said and len(live) > MOST_LIVE):
            yield LiveCredential(entry)


def _is_told(reason: Reason, found: Application, standard: Standard, expected: Expected) -> bool:
    """Whether it is a thing to compare, and no reason.

    A name is what setup goes by, and opens nothing. One federated credential of our name may be the one that GLIMPS
    asked for, where nobody said which issuer that is.
    """
    if isinstance(reason, NameOnly):
        return True
    if not isinstance(reason, Federated):
        return False
    if reason.credential.id in expected.key_ids:
        return True
    named = [each for each in _federations(found) or () if each.name == standard.manifest.unique_name]
    return not expected.federations and named == [reason.credential]


def _federations(found: Application) -> tuple[FederatedCredential, ...] | None:
    return found.exposure.federated if found.exposure else None


def _is_own(credential: FederatedCredential, expected: Expected) -> bool:
    """Whether the connector may be signing in with it: with each of them, where nobody said which."""
    if not expected.said:
        return True
    return credential.id in expected.key_ids or (credential.issuer, credential.subject) in expected.federations


def _last_end(entries: Iterable[CredentialEntry]) -> datetime | None:
    """None where there is none, or one that has no end."""
    ends = [entry.end for entry in entries]
    return max((end for end in ends if end is not None), default=None) if None not in ends else None


def _ending(end: datetime | None, now: datetime, notice: timedelta | None) -> Iterator[Ending]:
    if end is not None and notice is not None and end <= now + notice:
        yield Ending(end)


def _in_order(looked_at: Collection[Aspect]) -> tuple[Aspect, ...]:
    return tuple(aspect for aspect in Aspect if aspect in looked_at)
