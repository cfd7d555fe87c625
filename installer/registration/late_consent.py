"""Waits for consent that somebody granted moments ago: Microsoft's lists show it up to a minute later."""

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
from installer.retry import LIST_LAG, Pause, Retry

YOUNG: Final = timedelta(minutes=10)
"""How long after a credential was created the list of consents may still be out of date."""
BACKDATED: Final = timedelta(minutes=65)
"""How long before its creation our certificate can start to be valid: `make_certificate`'s margin for clocks, plus the
hour at most by which `engine.plan` lets it start and expire earlier."""


def await_consent(graph: Graph, manifest: Manifest, choices: Choices, state: TenantState, now: datetime) -> TenantState:
    """The tenant once the list shows every consent; unchanged if it does not within 75 s.

    It waits in two cases only. An account that cannot consent would fail without the consents. And a credential of
    ours that is a few minutes old means that they exist, since no run delivers one without them: granting them beside
    a live credential would needlessly need the person's decision. In all other cases the grant is simply repeated,
    and Microsoft answers that it exists already.

    Raises what `Graph` raises, except refusals of the list.
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
        if not retry.paused(Pause(WaitReason.REPLICATION, budget=LIST_LAG)):
            return state
        try:
            rows = graph.all(f"/servicePrincipals/{found.service_principal_id}/appRoleAssignments")
        except GraphError:
            return state
        found = replace(found, granted=read_granted_roles(rows, state.graph_service_principal))
    others = (other for other in state.candidates if other.object_id != found.object_id)
    return replace(state, application=found, candidates=(found, *others))


def _is_young(entry: CredentialEntry, now: datetime) -> bool:
    """Whether the credential may be a few minutes old, judging by the start of its validity."""
    most = YOUNG + (BACKDATED if entry.kind is CredentialKind.CERTIFICATE else timedelta())
    return entry.start is not None and entry.start > now - most
