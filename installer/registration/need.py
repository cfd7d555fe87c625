"""Whether a new credential is needed: not while one of ours works for long enough, and nothing else is to be done."""

from __future__ import annotations

from datetime import datetime, timedelta

from installer.errors.self_renewal import Kept
from installer.model import CredentialEntry, Fate, Federation, Manifest, PublicCertificate, TenantState, Thing
from installer.model import WantedCredential as Wanted
from installer.registration.plan import Plan
from installer.registration.tags import marks


def to_keep(
    manifest: Manifest, plan: Plan, wanted: Wanted, state: TenantState, now: datetime, within: timedelta
) -> Kept | None:
    """What speaks against a new credential; None where one is needed.

    A certificate or a federation that was named must be there itself; else one of that kind with our description
    counts, unless it is marked as undelivered.
    """
    found = plan.application
    if found is None or any(line.status.changes and not _is_new(line.thing, line.status) for line in plan.lines):
        return None
    if isinstance(wanted, Federation):
        kept = any((line.thing, line.status) == (Thing.FEDERATION, Fate.KEPT) for line in plan.lines)
        return Kept(None) if kept else None
    pending = {mark.end for mark in marks(found.tags, manifest.tag).values()}

    def is_ours(entry: CredentialEntry) -> bool:
        if isinstance(wanted, PublicCertificate):
            return entry.thumbprint == wanted.thumbprint_sha1
        delivered = entry.end not in pending or entry.key_id in state.delivered
        return (entry.kind, entry.description) == (wanted.kind, manifest.secret_description) and delivered

    ends = [entry.end for entry in found.credentials if entry.end is not None and is_ours(entry)]
    last = max(ends, default=now)
    return Kept(last) if last > now + within else None


def _is_new(thing: Thing, fate: Fate) -> bool:
    """Whether the line is the new credential's."""
    return fate is Fate.CREATED and thing in (Thing.SECRET, Thing.CERTIFICATE, Thing.FEDERATION)
