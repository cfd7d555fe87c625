"""Consent that was given a moment ago, by whoever it was: Microsoft's lists show it up to a minute later."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from installer.errors.graph import GraphError
from installer.events import WaitReason
from installer.graph import Graph
from installer.model import (
    Able,
    Choices,
    CredentialEntry,
    CredentialKind,
    Manifest,
    Remove,
    SetUp,
    TenantState,
)
from installer.registration.mapper import read_granted_roles
from installer.registration.plan import missing_consent
from installer.retry import Pause, Retry

LATENESS: Final = 75.0
"""Seconds for which the list is asked again: reported lags are of up to a minute (facts: 30 to 60 s)."""
YOUNG: Final = timedelta(minutes=10)
"""How long after a credential was made the list of consents may be that of the time before."""
BACKDATED: Final = timedelta(minutes=65)
"""How long before it is made a certificate of ours begins at most: `make_certificate`'s margin for clocks, and the
time, of up to an hour, that `engine.plan` has it end early."""


def await_consent(graph: Graph, manifest: Manifest, choices: Choices, state: TenantState, now: datetime) -> TenantState:
    """The tenant once the list shows all consents, or as it was where it does not within its time.

    Only where a set-up cannot give the consent itself, and would fail without it; and where a run has just delivered a
    credential, which none does without the consents: to grant them anew beside it would be a question to the person.
    Whoever may consent elsewhere does so, and is told by Microsoft that it exists already. Raises what `Graph` raises
    but a refusal of the list.
    """
    found = state.application
    if isinstance(choices, Remove) or found is None or found.service_principal_id is None:
        return state
    cannot_give = isinstance(choices, SetUp) and state.rights.can_consent is Able.CANNOT
    ours = (entry for entry in found.credentials if entry.description == manifest.secret_description)
    if not cannot_give and not any(_is_young(entry, now) for entry in ours):
        return state
    retry = Retry(graph.cancel, graph.on_wait)
    while missing_consent(choices.target.profile, found):
        if not retry.paused(Pause(WaitReason.REPLICATION, budget=LATENESS)):
            return state
        try:
            rows = graph.all(f"/servicePrincipals/{found.service_principal_id}/appRoleAssignments")
        except GraphError:
            return state
        found = replace(found, granted=read_granted_roles(rows, state.graph_service_principal))
    others = (other for other in state.candidates if other.object_id != found.object_id)
    return replace(state, application=found, candidates=(found, *others))


def _is_young(entry: CredentialEntry, now: datetime) -> bool:
    """Whether the credential may have been made a moment ago, as far as its beginning tells."""
    most = YOUNG + (BACKDATED if entry.kind is CredentialKind.CERTIFICATE else timedelta())
    return entry.start is not None and entry.start > now - most
